"""A real engine with the hooks' process: a call rings everywhere, a claim ends it everywhere, whatever dies."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import httpx
import pytest

from kiosk import protocol
from kiosk.staff import accounts
from kiosk.staff.signing import HEADER, sign, verify
from kiosk.staff.web.inbound import PATH
from tests.kiosk.staff.hooks.destinations import (
    Broker,
    Subscriber,
    WebServer,
    broker,
    retained,
    subscriber,
    until,
    web_server,
)
from tests.whole.kiosk import Kiosk

pytestmark = pytest.mark.whole

SECRET = "correct horse battery staple"
RING = """#!/bin/sh
echo "$AISLEWISE_CALL_ID $AISLEWISE_CALL_STATE $AISLEWISE_CALL_ROUND.$AISLEWISE_CALL_STEP" >> "$0.log"
cat >> "$0.json"
"""


class Store:
    """An engine with every kind of hook, and where they ring."""

    def __init__(self, folder: Path, mqtt: Broker, ears: Subscriber, web: WebServer, messenger: WebServer) -> None:
        self.mqtt, self.ears, self.web, self.messenger = mqtt, ears, web, messenger
        self.data = folder / "data"
        self.data.mkdir()
        accounts.add(self.data, "Ana")
        self.bell = folder / "bell"
        self.bell.write_text(RING)
        self.bell.chmod(0o755)
        (folder / "secret").write_text(SECRET)
        (folder / "gateways").write_text(f"# the team's channel\njson://127.0.0.1:{messenger.port}/team\n")
        for name in ("secret", "gateways"):
            (folder / name).chmod(0o600)
        settings = folder / "settings.toml"
        settings.write_text(
            f"""
            [voice]
            enabled = false
            [kiosk]
            name = "Kiosk 7"
            place = "by the bakery"
            [staff.mqtt]
            host = "127.0.0.1"
            port = {mqtt.port}
            [[staff.button]]
            name = "freezer"
            place = "the freezers"
            reason = "locked_case"
            [staff.webhook]
            url = "{web.url}?token=for-nobody-else"
            secret = "{folder / "secret"}"
            [staff.command]
            run = ["{self.bell}"]
            calm = true
            [staff.gateways]
            file = "{folder / "gateways"}"
            """
        )
        self.kiosk = Kiosk(self.data, {"AISLEWISE_SETTINGS": str(settings)})

    def call(self, **fields: Any) -> str:
        with self.kiosk.client() as client:
            session = client.request(protocol.StartSession(id=client.next_id()), protocol.SessionStarted).session
            request = protocol.CallStaff(id=client.next_id(), session=session, **fields)
            return client.request(request, protocol.PageReply).page.id

    def step(self, page: str, step: str) -> protocol.PageView:
        with self.kiosk.client() as client:
            request = protocol.StepPage(id=client.next_id(), page=page, step=step, who="Ana")
            return client.request(request, protocol.PageReply).page

    def pages(self) -> list[protocol.PageView]:
        with self.kiosk.client() as client:
            return client.request(protocol.Pages(id=client.next_id()), protocol.PagesReply).pages

    def page(self, page: str) -> protocol.PageView:
        return next(view for view in self.pages() if view.id == page)

    def part(self, name: str) -> protocol.PartHealth | None:
        with self.kiosk.client() as client:
            parts = client.request(protocol.Health(id=client.next_id()), protocol.HealthReply).parts
        return next((part for part in parts if part.name == name), None)

    def works(self, name: str) -> bool:
        part = self.part(name)
        return part is not None and part.state == "working"

    @property
    def hooks(self) -> int:
        """The process id of the hooks."""
        return int(until(lambda: self.kiosk.pid("kiosk.staff.hooks"), "the hooks' start"))

    def rung(self) -> list[str]:
        """What the bell was told."""
        log = self.bell.with_name("bell.log")
        return log.read_text().splitlines() if log.exists() else []

    def on_mqtt(self, page: str) -> dict[str, Any] | None:
        return self.ears.last(f"aislewise/calls/{page}")

    def everywhere(self, page: str) -> bool:
        """Whether the first ring of a call has arrived at every place."""
        return bool(
            self.ears.on(f"aislewise/calls/{page}")
            and any(page in post.body.decode() for post in self.web.posts)
            and f"{page} called 0.0" in self.rung()
            and self.messenger.posts
        )

    def clear(self) -> None:
        """As at the start: no call is open, nothing was heard, every place answers."""
        self.web.status, self.web.answer = 200, b""
        for page in self.pages():
            for step in ("claim", "resolve"):
                self.step(page.id, step)
        until(lambda: not self.waiting(), "the last test's news being told")
        for heard in (self.ears.heard, self.web.posts, self.messenger.posts):
            heard.clear()
        self.bell.with_name("bell.log").unlink(missing_ok=True)

    def waiting(self) -> list[str]:
        """Hooks that do not work, or have something left to say."""
        with self.kiosk.client() as client:
            parts = client.request(protocol.Health(id=client.next_id()), protocol.HealthReply).parts
        there = {part.name for part in parts if part.name.startswith("hook ") and part.state == "working"}
        letters = sum(
            apsw.Connection(str(path), apsw.SQLITE_OPEN_READONLY)
            .execute("SELECT count(*) FROM letter WHERE ended IS NULL")
            .get
            for path in (self.data / "outbox").glob("*.db")
        )
        silent = [name for name in ("hook mqtt", "hook webhook", "hook command") if name not in there]
        return silent + ["letters"] * bool(letters)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("hooks")
    with broker(folder) as mqtt, subscriber(mqtt) as ears, web_server() as web, web_server() as messenger:
        store = Store(folder, mqtt, ears, web, messenger)
        store.kiosk.start_engine()
        try:
            yield store
        finally:
            store.kiosk.stop()


@pytest.fixture
def store(running: Store) -> Store:
    until(lambda: running.works("hook mqtt"), "the broker's being connected")
    running.clear()
    return running


def test_a_call_rings_everywhere_and_a_claim_over_mqtt_ends_it_everywhere(store: Store) -> None:
    page = store.call(reason="stock", words="do you have oat milk")
    until(lambda: store.everywhere(page), "ringing everywhere")
    told = store.on_mqtt(page)
    assert told is not None
    assert (told["state"], told["kiosk"], told["place"], told["reason"]) == (
        "called", "Kiosk 7", "by the bakery", "stock",
    )  # fmt: skip
    post = store.web.posts[0]
    verify(post.headers["aislewise-signature"], post.body, SECRET, _now())
    assert post.headers["idempotency-key"] == f"{page}.0.0"
    assert store.messenger.posts[0].told["title"] == "Asks about stock: by the bakery"
    for said in (*store.ears.on(f"aislewise/calls/{page}"), post.body, store.messenger.posts[0].body):
        assert b"oat milk" not in said

    store.ears.say(f"aislewise/calls/{page}/claim", json.dumps({"who": "ana"}))
    until(lambda: store.ears.last(f"aislewise/calls/{page}/answer"), "an answer")
    assert store.ears.last(f"aislewise/calls/{page}/answer") == {"ok": True, "state": "claimed", "claimed_by": "Ana"}
    until(lambda: (store.on_mqtt(page) or {}).get("state") == "claimed", "the claim's being told")
    until(lambda: f"{page} claimed 0.0" in store.rung(), "the bell's being switched off")
    until(lambda: store.web.posts[-1].told["state"] == "claimed", "the web server's being told")
    store.step(page, "resolve")
    until(lambda: store.on_mqtt(page) is None, "the call's leaving the broker")
    assert f"aislewise/calls/{page}" not in retained(store.mqtt)
    assert len(store.messenger.posts) == 1
    for private in ("oat milk", "for-nobody-else", SECRET):
        assert not any(private in line for line in store.kiosk.lines)


def test_a_call_button_calls_once_until_somebody_came(store: Store) -> None:
    for _ in range(3):
        store.ears.say("aislewise/buttons/freezer", "pressed")
    until(lambda: store.ears.last("aislewise/buttons/freezer/answer"), "an answer")
    [page] = store.pages()
    assert (page.place, page.reason, page.state) == ("the freezers", "locked_case", "called")
    store.ears.say("aislewise/buttons/unknown", "")
    until(lambda: "unknown" in (store.part("hook mqtt") or _NONE).detail, "the unknown button's being told of")
    store.ears.say("aislewise/buttons/freezer", "stuck", retain=True)
    store.step(page.id, "claim")
    store.step(page.id, "resolve")
    hooks = store.hooks
    os.kill(hooks, signal.SIGKILL)
    until(lambda: not store.works("hook mqtt"), "the death's being told of")
    until(lambda: store.works("hook mqtt"), "the hooks' return")
    until(lambda: b"stuck" in retained(store.mqtt).values(), "the retained press")
    assert store.pages() == []


def test_hooks_that_are_killed_while_ringing_lose_nothing_and_repeat_nothing(store: Store) -> None:
    store.web.status = 503
    first = store.call(reason="help")
    until(lambda: store.messenger.posts and store.web.posts, "ringing")
    until(lambda: "waiting since" in (store.part("hook webhook") or _NONE).detail, "the trouble's being told of")
    os.kill(store.hooks, signal.SIGKILL)
    second = store.call(reason="stock")
    store.web.status = 200
    until(lambda: store.works("hook webhook") and store.works("hook mqtt"), "the hooks' return")
    until(lambda: len(store.messenger.posts) >= 2, "the second call's ringing")
    until(lambda: {p.told["id"] for p in store.web.posts[1:]} >= {first, second}, "the web server's catching up")
    assert [line for line in store.rung() if " called 0.0" in line] == [f"{first} called 0.0", f"{second} called 0.0"]
    assert [post.told["title"] for post in store.messenger.posts if "stock" in post.told["title"]] == [
        "Asks about stock: by the bakery"
    ]


def test_nobody_is_told_of_a_call_that_was_claimed_while_its_place_was_away(store: Store) -> None:
    store.mqtt.kill()
    store.web.status = 500
    until(lambda: not store.works("hook mqtt"), "the broker's loss being noticed")
    page = store.call(reason="help")
    until(lambda: store.web.posts, "a try")
    store.step(page, "claim")
    told = len(store.web.posts)
    store.web.status = 200
    until(lambda: store.works("hook webhook"), "the web server's being told")
    assert {post.told["state"] for post in store.web.posts[told:]} <= {"claimed"}
    store.ears.heard.clear()
    store.mqtt.start()
    until(lambda: store.works("hook mqtt"), "the broker's being connected")
    until(lambda: store.on_mqtt(page), "the call's being on the broker")
    assert {json.loads(said)["state"] for said in store.ears.on(f"aislewise/calls/{page}")} == {"claimed"}


def test_a_call_by_command_rings_as_any_other(store: Store) -> None:
    done = store.kiosk.command("staff", "call", "--place", "the office")
    [page] = store.pages()
    assert done.stdout == f"Call {page.id} rings until somebody takes it.\n"
    assert (page.place, page.reason) == ("the office", "other")
    until(lambda: store.everywhere(page.id), "ringing everywhere")
    done = store.kiosk.command("staff", "call", "--reason", "tea")
    assert done.returncode == 2
    assert "'tea'" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_stores_server_claims_in_its_answer_or_later(store: Store) -> None:
    store.web.answer = b'{"claim": "ana"}'
    first = store.call(reason="help")
    until(lambda: store.page(first).claimed_by == "Ana", "the claim by the answer")
    store.web.answer = b""
    second = store.call(reason="stock")
    until(lambda: any(post.told["id"] == second for post in store.web.posts), "the web server's being told")
    body = json.dumps({"page": second, "who": "Ana"}).encode()
    answer = httpx.post(
        f"http://127.0.0.1:{store.kiosk.port}{PATH}", content=body, headers={HEADER: sign(body, SECRET, _now())}
    )
    assert answer.json() == {"state": "claimed", "claimed_by": "Ana"}
    assert store.page(second).claimed_by == "Ana"


_NONE = protocol.PartHealth(name="", state="")


def _now() -> datetime:
    return datetime.now(UTC)
