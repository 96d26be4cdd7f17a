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
    return re.search(r'name="form_token" value="(\w+)"', web.get("/").text)[1]


@contextmanager
def stream(web, headers=None):
    """Events as (id, name, data)."""

    def events(lines):
        fields = {}
        for line in lines:
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
            elif "data" in fields:
                yield fields.get("id"), fields["event"], json.loads(fields["data"])
                fields = {}

    with web.stream("GET", "/events", headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield events(answer.iter_lines())


def until(events, found):
    """The first board that fits."""
    return next((number, data) for number, name, data in events if name == "board" and found(data))


def test_the_stream_follows_the_calls_and_starts_over_with_everything(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web:
        with stream(web) as events:
            until(events, lambda board: board["live"])
            call = engine.call(words="<img src=x onerror=alert(1)>")
            number, board = until(events, lambda board: board["calls"])
            assert board["calls"][0]["words"] == "<img src=x onerror=alert(1)>"
            answer = web.post(f"/calls/{call.id}/claim", headers={"x-form-token": form_token(web)})
            assert answer.json() == {"state": "claimed"}
            assert engine.page(call).claimed_by == "Sam"
            later, board = until(events, lambda board: board["calls"][0]["mine"])
            assert later != number
        with stream(web, {"last-event-id": number}) as events:
            again, board = until(events, lambda _board: True)
            assert again == later
            assert [c["id"] for c in board["calls"]] == [call.id]


def test_the_stream_says_when_the_engine_is_away_and_back(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web, stream(web) as events:
        until(events, lambda board: board["live"])
        engine.stop()
        until(events, lambda board: not board["live"])
        assert web.get("/healthz").json() == {"live": False}
        answer = web.post("/calls/x/claim", headers={"x-form-token": form_token(web)})
        assert answer.status_code == 503
        engine.start()
        until(events, lambda board: board["live"])


def test_signing_out_ends_the_stream(engine, tmp_path):
    with staff_page(tmp_path) as url, signed_in(url) as web, stream(web) as events:
        until(events, lambda board: board["live"])
        web.post("/logout", data={"form_token": form_token(web)})
        assert [name for _, name, _ in events][-1] == "signed-out"


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
