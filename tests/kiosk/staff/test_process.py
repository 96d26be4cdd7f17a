"""The staff page as a process: its live stream, stopping, restarting, and what it says when it cannot start."""

import json
import re
import socket
import subprocess
from contextlib import contextmanager
from datetime import UTC, datetime

import httpx
import pytest

from kiosk.staff import accounts, devices
from kiosk.staff.web.door import DEVICE_COOKIE
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import ROOT, SERVED, command, staff_page

pytestmark = pytest.mark.whole


@pytest.fixture
def engine(tmp_path):
    accounts.add(tmp_path, "Sam", pin="380214")
    engine = FakeEngine(tmp_path / "engine.sock").start()
    yield engine
    engine.stop()


@contextmanager
def signed_in(url):
    cookies = {DEVICE_COOKIE: devices.add(SERVED[url], "", datetime.now(UTC))[1]}
    with httpx.Client(base_url=url, timeout=20, cookies=cookies) as web:
        token = re.search(r'name="form_token" value="(\w+)"', web.get("/login").text)[1]
        assert web.post("/login", data={"name": "Sam", "pin": "380214", "form_token": token}).status_code == 303
        yield web


def form_token(web):
    return re.search(r'data-form-token="(\w+)"', web.get("/").text)[1]


@contextmanager
def stream(web):
    """Events as (name, data)."""

    def events(lines):
        name = ""
        for line in lines:
            field, _, value = line.partition(": ")
            if field == "event":
                name = value
            elif field == "data":
                yield name, json.loads(value)

    with web.stream("GET", "/events") as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield events(answer.iter_lines())


def until(events, wanted, found):
    """The first event of that name that fits."""
    return next(data for name, data in events if name == wanted and found(data))


def live(board):
    return board["live"]


def test_the_stream_tells_everything_first_and_then_what_changes(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web:
        with stream(web) as events:
            first = until(events, "board", live)
            call = engine.call(words="<img src=x onerror=alert(1)>")
            called = until(events, "news", lambda news: news["calls"])
            assert called["calls"][0]["words"] == "<img src=x onerror=alert(1)>"
            assert called["rings"] == [call.id]
            answer = web.post(f"/calls/{call.id}/claim", headers={"x-form-token": form_token(web)})
            assert answer.json()["call"]["claimed_by"] == engine.page(call).claimed_by == "Sam"
            claimed = until(events, "news", lambda news: news["calls"])
            assert (claimed["calls"], claimed["rings"]) == ([answer.json()["call"]], [])
            assert first["v"] < called["v"] < claimed["v"]
        with stream(web) as events:
            again = until(events, "board", live)
            assert again["calls"] == claimed["calls"]


def test_changes_that_come_fast_are_told_together_and_the_last_state_soon(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web, stream(web) as events:
        until(events, "board", live)
        calls = [engine.call(f"s{number}", reason="stock", kiosk=f"Kiosk {number}") for number in range(40)]
        for call in calls:
            engine.step(call.id, "claim", "Alex")
        told, states = 0, {}
        while len(states) < 40 or set(states.values()) != {"claimed"}:
            name, news = next(events)
            if name == "news":
                told += 1
                states.update({call["id"]: call["state"] for call in news["calls"]})
        assert told < 80


def test_the_stream_says_when_the_engine_is_away_and_back(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web, stream(web) as events:
        until(events, "board", live)
        engine.stop()
        until(events, "board", lambda board: not live(board))
        assert web.get("/healthz").json() == {"live": False}
        answer = web.post("/calls/x/claim", headers={"x-form-token": form_token(web)})
        assert answer.status_code == 503
        engine.start()
        until(events, "board", live)


def test_signing_out_ends_the_stream(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web, stream(web) as events:
        until(events, "board", live)
        web.post("/logout", data={"form_token": form_token(web)})
        assert [name for name, _ in events][-1] == "signed-out"


def test_one_phone_cannot_open_streams_without_end(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web:
        streams = [web.send(web.build_request("GET", "/events"), stream=True) for _ in range(7)]
        assert [answer.status_code for answer in streams] == [200] * 6 + [429]
        for answer in streams:
            answer.close()


def test_a_restart_keeps_everybody_signed_in_and_stops_with_streams_open(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web:
        open_stream = web.send(web.build_request("GET", "/events"), stream=True)
    port = int(url.rstrip("/").rpartition(":")[2])
    open_stream.close()
    with staff_page(tmp_path, port), httpx.Client(base_url=url, cookies=web.cookies, timeout=20) as again:
        assert again.get("/").status_code == 200


def test_a_port_in_use_is_told_in_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = subprocess.run(command(tmp_path, port), capture_output=True, text=True, timeout=30, cwd=ROOT)
    assert ended.returncode == 2
    assert f"127.0.0.1 port {port}" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_damaged_accounts_are_told_in_one_line(tmp_path):
    (tmp_path / "staff.json").write_text("{")
    ended = subprocess.run(command(tmp_path), capture_output=True, text=True, timeout=30, cwd=ROOT)
    assert ended.returncode == 2
    assert str(tmp_path / "staff.json") in ended.stderr
    assert ended.stderr.count("\n") == 1
