"""Three kiosks and a hub as real processes on loopback: whatever happens to the hub or the way, no call is lost."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine.client import EngineAwayError
from kiosk.protocol import PageView
from kiosk.staff import accounts, certificates, private
from tests.kiosk.engine.test_server import EngineProcess
from tests.kiosk.staff.road import Road

pytestmark = [pytest.mark.whole, pytest.mark.timeout(300)]

WRITES = "import sys; open(sys.argv[1], 'a').write(sys.stdin.read().strip() + chr(10))"


class Machine(EngineProcess):
    """A kiosk, or the hub, whose own hook is a program that writes down what rings."""

    def __init__(self, data: Path, name: str, key: Path, program: str = "engine") -> None:
        super().__init__(data, program)
        self.name = name
        self._key = key
        self._rang = data / "rang.jsonl"
        self._hub: dict[str, str] = {}

    def begin(self, hub: str = "", authority: Path | None = None) -> Machine:
        """Start, as a kiosk of this hub if one is given; again as it was started before."""
        if hub:
            self._hub = {"AISLEWISE_STAFF__HUB__URL": hub, "AISLEWISE_STAFF__HUB__CA": str(authority)}
        run = json.dumps([sys.executable, "-c", WRITES, str(self._rang)])
        self.start(
            AISLEWISE_KIOSK__NAME=self.name,
            AISLEWISE_KIOSK__PLACE=f"at {self.name}",
            AISLEWISE_STAFF__COMMAND__RUN=run,
            AISLEWISE_STAFF__HUB__KEY=str(self._key),
            **self._hub,
        )
        return self

    def rang(self) -> list[str]:
        """The ids of the calls that its own hook announced."""
        if not self._rang.exists():
            return []
        return [json.loads(line)["id"] for line in self._rang.read_text("utf-8").splitlines()]

    def call(self, reason: str = "help") -> str:
        """A shopper calls: its number."""
        with self.client("screen") as screen:
            session = screen.request(
                protocol.StartSession(id=screen.next_id(), language="en"), protocol.SessionStarted
            ).session
            request = protocol.CallStaff(id=screen.next_id(), session=session, reason=reason, words=f"at {self.name}")
            return screen.request(request, protocol.PageReply).page.id

    def pages(self) -> dict[str, PageView]:
        with self.client("command") as client:
            reply = client.request(protocol.Pages(id=client.next_id()), protocol.PagesReply)
        return {page.id: page for page in reply.pages}

    def page(self, page: str) -> PageView:
        with self.client("command") as client:
            request = protocol.Pages(id=client.next_id(), page=page)
            return client.request(request, protocol.PagesReply).pages[0]

    def step(self, page: str, step: str, who: str) -> PageView:
        with self.client("command") as client:
            request = protocol.StepPage(id=client.next_id(), page=page, step=step, who=who)
            return client.request(request, protocol.PageReply).page

    def on_shift(self) -> int | None:
        with self.client("command") as client:
            return client.welcome.on_shift

    def health(self, part: str) -> str:
        with self.client("command") as client:
            parts = client.request(protocol.Health(id=client.next_id()), protocol.HealthReply).parts
        return next((found.state for found in parts if found.name == part), "")


def until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait for a state that is sure to come."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if holds():
                return
        except EngineAwayError:
            pass
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.05)


class Store:
    """A hub, and kiosks that reach it by a road that can be cut."""

    def __init__(self, folder: Path) -> None:
        key = folder / "hub.key"
        private.make_secret(key)
        certificates.make(folder / "hub", "127.0.0.1", (), datetime.now(UTC))
        authority = certificates.own_files(folder / "hub").authority
        self.hub = Machine(folder / "hub", "Office", key, "hub").begin()
        self.road = Road(self.hub.port)
        self.kiosks = [Machine(folder / f"k{n}", f"Kiosk {n}", key) for n in (1, 2, 3)]
        for kiosk in self.kiosks:
            kiosk.begin(f"https://127.0.0.1:{self.road.port}", authority)
        self.in_touch()

    def in_touch(self) -> None:
        until(lambda: all(kiosk.health("hook hub") == "working" for kiosk in self.kiosks))

    def out_of_touch(self) -> None:
        until(lambda: all(kiosk.health("hook hub") == "down" for kiosk in self.kiosks))

    def agree(self, page: str, **fields: object) -> None:
        """Wait until the hub and the call's kiosk know the same of it."""
        kiosk = next(kiosk for kiosk in self.kiosks if kiosk.name == self.hub.page(page).kiosk)

        def same() -> bool:
            ours, theirs = kiosk.page(page), self.hub.page(page)
            return ours == theirs and all(getattr(ours, name) == value for name, value in fields.items())

        until(same)

    def close(self) -> None:
        for machine in (*self.kiosks, self.hub):
            machine.stop()
        self.road.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("store"))
    yield store
    store.close()


def test_calls_of_all_kiosks_ring_at_the_hub_and_are_answered_there(store: Store) -> None:
    calls = [kiosk.call() for kiosk in store.kiosks]
    until(lambda: set(calls) <= set(store.hub.rang()))
    assert {page.words for page in store.hub.pages().values()} == {f"at Kiosk {n}" for n in (1, 2, 3)}
    for page in calls:
        store.hub.step(page, "claim", "Ana")
        store.agree(page, state="claimed", claimed_by="Ana")
    store.kiosks[0].step(calls[0], "resolve", "Ana")
    store.agree(calls[0], state="resolved")
    assert sorted(store.hub.rang()) == sorted(calls)
    assert [kiosk.rang() for kiosk in store.kiosks] == [[], [], []]
    for page in calls[1:]:
        store.hub.step(page, "resolve", "Ana")


def test_a_kiosk_knows_who_is_there_by_the_hub(store: Store) -> None:
    roster = store.hub.data / "roster.toml"
    kiosk = store.kiosks[0]
    assert kiosk.on_shift() is None
    accounts.add(store.hub.data, "Ana")
    roster.write_text('[[shift]]\nwho = "Ana"\ndays = "mon-sun"\nfrom = "00:00"\nuntil = "24:00"\n')
    until(lambda: kiosk.on_shift() == 1)
    roster.unlink()
    until(lambda: kiosk.on_shift() is None)


def test_while_the_hub_is_dead_calls_ring_at_their_kiosk_and_are_known_to_it_afterwards(store: Store) -> None:
    store.hub.kill()
    store.out_of_touch()
    taken, waiting = store.kiosks[0].call("stock"), store.kiosks[1].call("stock")
    until(lambda: taken in store.kiosks[0].rang() and waiting in store.kiosks[1].rang())
    store.kiosks[0].step(taken, "claim", "Ben")
    store.hub.begin()
    store.in_touch()
    until(lambda: {taken, waiting} <= set(store.hub.pages()))
    store.agree(taken, state="claimed", claimed_by="Ben")
    until(lambda: waiting in store.hub.rang())
    assert taken not in store.hub.rang()
    store.hub.step(waiting, "claim", "Ana")
    store.agree(waiting, state="claimed", claimed_by="Ana")
    for page in (taken, waiting):
        store.hub.step(page, "resolve", store.hub.page(page).claimed_by or "")
        store.agree(page, state="resolved")


def test_cut_off_from_the_hub_both_go_on_and_agree_when_they_meet_again(store: Store) -> None:
    kiosk = store.kiosks[2]
    known = kiosk.call("product")
    until(lambda: known in store.hub.rang())
    store.road.cut()
    alone = kiosk.call("checkout")
    until(lambda: alone in kiosk.rang())
    kiosk.step(known, "claim", "Ben")
    store.hub.step(known, "claim", "Ana")
    store.road.mend()
    store.in_touch()
    until(lambda: alone in store.hub.pages())
    store.agree(known, state="claimed", claimed_by="Ben")
    store.agree(alone, state="called")
    assert len(kiosk.rang()) == len(set(kiosk.rang()))
    for page, who in ((known, "Ben"), (alone, "Ana")):
        store.hub.step(page, "claim", who)
        store.hub.step(page, "resolve", who)
        store.agree(page, state="resolved")


def test_a_kiosk_killed_right_after_a_call_still_delivers_it(store: Store) -> None:
    kiosk = store.kiosks[1]
    page = kiosk.call("complaint")
    kiosk.kill()
    kiosk.begin()
    until(lambda: page in store.hub.rang())
    store.hub.step(page, "claim", "Ana")
    store.agree(page, state="claimed")
    assert store.hub.rang().count(page) == 1
