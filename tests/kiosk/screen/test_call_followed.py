"""A call from the shopper's touch to its end, with a real engine: what the screen shows, and what the kiosk says."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk import protocol as p
from kiosk.engine import logs, paging
from kiosk.engine.client import EngineClient
from kiosk.engine.core import Core
from kiosk.engine.parts import Parts
from kiosk.engine.pipe import Fields
from kiosk.engine.server import Engine
from kiosk.engine.state import open_state
from kiosk.engine.worker import Worker
from kiosk.settings import KioskSettings, Settings
from kiosk.staff import Page, Step, accounts
from local_catalog import Catalog, build_catalog, demo_source
from tests.kiosk.engine.test_talk import FakeWorker
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand

pytestmark = pytest.mark.whole
WORKING = ("audio", "microphone", "speaker", "stt", "tts")


class Loudspeaker(FakeWorker):
    """Plays everything in no time."""

    def __init__(self) -> None:
        super().__init__("audio")
        self.tell: Callable[[str, Fields], None] = lambda name, event: None

    def submit(self, op: str, **fields: Any) -> Future[dict[str, Any]]:
        if op == "play" and fields.get("last"):
            for on in (True, False):
                self.tell("audio", {"event": "playing", "on": on})
        return super().submit(op, **fields)


class Store:
    """A real engine on a thread of its own; its voice is written down. Staff are a client of its socket."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "engine.sock"
        self.voice = FakeWorker("tts")
        self._open, self._stop = threading.Event(), asyncio.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._open.wait(30)
        self.staff = EngineClient(self.path, role="staff")

    def close(self) -> None:
        self.staff.__exit__(None, None, None)
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(30)

    def roster(self, text: str) -> None:
        """What stands in the roster from now on."""
        (self.folder / "roster.toml").write_text(text, encoding="utf-8")

    @property
    def said(self) -> list[str]:
        return [str(fields["text"]) for op, fields in self.voice.calls if op == "speak"]

    def page(self) -> p.PageView:
        """The newest open call, as staff see it."""
        return self.staff.request(p.Pages(id=self.staff.next_id()), p.PagesReply).pages[-1]

    def step(self, step: str, who: str, **values: str) -> None:
        message = p.StepPage(id=self.staff.next_id(), page=self.page().id, step=step, who=who, **values)
        self.staff.request(message, p.PageReply)

    def tell(self, who: str, **values: Any) -> None:
        self.staff.request(p.MessagePage(id=self.staff.next_id(), page=self.page().id, who=who, **values), p.PageReply)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        settings = Settings(data_dir=self.folder, kiosk=KioskSettings(idle_s=600))
        build_catalog(demo_source(), settings.catalog_file, today=datetime.now(UTC).date())
        catalog = Catalog.open(settings.catalog_file)
        engine: Engine | None = None

        def on_page(page: Page, steps: tuple[Step, ...]) -> None:
            if engine is not None:
                engine.page_stepped(page, steps)

        with open_state(settings.state_file) as connection:
            parts = Parts(settings, catalog, lambda name, event: None, lambda part: None)
            loudspeaker = Loudspeaker()
            parts.tts, parts.audio = cast(Worker, self.voice), cast(Worker, loudspeaker)
            for name in WORKING:
                parts.tell(name, "working")
            self.core = core = Core(settings, catalog, connection, None, on_page=on_page)
            engine = Engine(settings, core, parts, logs.Recent())
            loudspeaker.tell = engine.part_event
            server = await asyncio.start_unix_server(engine.client, self.path, limit=p.MAX_LINE)
            works = (engine.look(), paging.tidy(core.core_thread, core.tidy))
            tasks = [self._loop.create_task(work) for work in works]
            self._open.set()
            await self._stop.wait()
            for task in tasks:
                task.cancel()
            server.close()
            engine.talk.close()
            core.close()
        catalog.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def hand(store: Store, fonts: None, qapp: QGuiApplication) -> Iterator[Hand]:
    engine = FakeEngine(store.path)  # not started: only where the socket is
    made = Hand(engine)
    made.wall.now = time.time()
    made.until(lambda: made.screen.store.online and bool(made.screen.store.offers))
    yield made
    made.close()


def test_a_call_from_its_first_ring_to_its_end(store: Store, hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    hand.tap_field()
    hand.type("door")
    hand.tap("Send")
    hand.wait_for("You said: door")
    assert store.page().words == "door"

    store.step("claim", "Ana")
    hand.wait_for("Ana has your call")
    store.tell("Ana", code="two_minutes")
    hand.wait_for("I will be with you in two minutes.")
    hand.until(lambda: "Ana says: I will be with you in two minutes." in store.said, "the message aloud")

    store.roster("[steps]\nclaim_silent_s = 0.5\n")
    hand.wait_for("Ana could not come after all. I am calling again.")
    store.roster("")

    store.step("claim", "Ben")
    hand.wait_for("Ben has your call")
    store.step("hand_over", "Ben", to="person:Cleo")
    hand.wait_for("Ben has asked a colleague.")
    store.step("claim", "Cleo")
    store.step("coming", "Cleo")
    hand.wait_for("Cleo is on the way")
    hand.tap("Home")
    store.tell("Cleo", text="It is behind the red shelf", spoken=False)
    hand.wait_for("It is behind the red shelf")
    assert hand.sees("Cleo is on the way to you.")

    store.step("resolve", "Cleo", outcome="no_such_thing")
    hand.wait_for("Cleo looked: we do not have it.")
    hand.tap("Call staff")
    hand.tap("Show me something like it")
    hand.until(lambda: hand.page == "search")
    assert [text for text in store.said if "says" in text] == ["Ana says: I will be with you in two minutes."]


def test_two_shoppers_of_one_call(store: Store, hand: Hand) -> None:
    """The first has left; what they said and were told is no business of the second."""
    hand.wake()
    hand.screen.calls.call("help", False, "")
    hand.until(lambda: hand.screen.calls.waiting)
    hand.screen.calls.say("a rash on my arm")
    hand.until(lambda: store.page().words == "a rash on my arm")
    hand.screen.shopper.leave()
    hand.until(lambda: not store.core._sessions, "the end of the visit")
    store.tell("Ana", text="Where are you?")

    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    assert store.page().callers == 2
    hand.screen.calls.say("a ladder")
    hand.wait_for("You said: a ladder")
    assert not hand.sees("rash")
    assert store.page().words == "a rash on my arm / a ladder"
    assert not [text for text in store.said if "Where are you" in text], "its shopper has left"

    hand.tap("I don’t need help any more")
    hand.wait_for("Your call was cancelled")
    assert (store.page().state, store.page().callers) == ("called", 1), "the other one may come back"
    store.step("claim", "Ana")
    store.step("resolve", "Ana")
    hand.settle(100)
    assert hand.sees("Your call was cancelled")


def test_nobody_on_shift(store: Store, hand: Hand) -> None:
    accounts.add(store.folder, "Ana")
    store.roster('[[shift]]\nwho = "Ana"\non = 2020-01-01\nfrom = "08:00"\nuntil = "09:00"\n')
    hand.wake()
    hand.tap("Call staff")
    hand.wait_for("Nobody is on shift right now. You can still call")
    hand.tap("A helping hand")
    hand.wait_for("Your call is kept")
    store.roster('[[shift]]\nwho = "Ana"\ndays = "mon-sun"\nfrom = "00:00"\nuntil = "24:00"\n')
    hand.wait_for("A member of staff has been called")
