"""Calls for staff: on disk before they are told, told once they are on disk, whatever fails in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk import protocol
from kiosk.assistant import Conversation
from kiosk.engine.calls import Calls
from kiosk.engine.errors import RequestError
from kiosk.engine.recorder import Recorder
from kiosk.engine.session import Session
from kiosk.insight import EventLog
from kiosk.settings import KioskSettings
from kiosk.shoppers import begin_session
from kiosk.staff import EXPIRES_AFTER, NoSuchPage, Page, PageStore, Rules, Step
from kiosk.staff.times import Usual
from tests.kiosk.staff.histories import NOON, connect_old

WRITES = ("BEGIN", "INSERT", "UPDATE", "COMMIT")


class PowerCut(BaseException):
    """The engine ended here."""


class Desk:
    """Calls over a state file that fails when told to, and everyone who is told of them."""

    def __init__(self) -> None:
        self.db = apsw.Connection(":memory:")
        self.now = NOON
        self.told: list[Page] = []
        self.writes_left: int | None = None
        """So many statements that write go well, then one fails; None: all do."""
        self.failure: Callable[[], BaseException] = apsw.FullError
        self.start()
        self.db.exec_trace = self._write

    def start(self) -> None:
        """As after a start of the engine."""
        self.writes_left = None
        self.store, self.events = PageStore(self.db, "Kiosk 1"), EventLog(self.db)
        recorder = Recorder(self.events, "state.db", lambda state, detail: None)
        self.calls = Calls(
            self.store, recorder, KioskSettings(), product=lambda sku: None, on_page=self._on_page,
            clock=lambda: self.now,
        )  # fmt: skip

    def call(self, name: str, reason: str = "help") -> Page:
        """A shopper calls, each from a department of their own, so that no call joins another."""
        session = Session(begin_session("en", NOON, name), Conversation("en"), 0.0)
        return self.calls.create(session, reason=reason, department=name, urgent=False, words="", sku=None, said="")

    def step(self, page: str, step: str) -> protocol.PageView:
        return self.calls.step(protocol.StepPage(id=1, page=page, step=step, who="Sam")).page

    def after(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.calls.tidy()

    def steps(self) -> list[tuple[str, str]]:
        """Every step on record as an event."""
        return [(event["page"], event["state"]) for event in self.events.since(0) if event["event"] == "page"]

    def _on_page(self, page: Page, steps: tuple[Step, ...]) -> None:
        assert steps
        assert not self.db.in_transaction
        assert self.store.page(page.id) == page
        self.told.append(page)

    def _write(self, cursor: Any, statement: str, values: Any) -> bool:
        if self.writes_left is not None and statement.startswith(WRITES):
            if self.writes_left == 0:
                self.writes_left = None
                raise self.failure()
            self.writes_left -= 1
        return True


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_each_step_is_told_once(desk: Desk) -> None:
    page = desk.call("a")
    assert desk.call("a") == page
    desk.after(seconds=1)
    desk.step(page.id, "claim")
    desk.step(page.id, "claim")
    desk.start()
    desk.after(seconds=1)
    assert [str(told.state) for told in desk.told] == ["called", "claimed"]
    assert desk.steps() == [(page.id, "called"), (page.id, "claimed")]


def test_what_an_escalation_wrote_before_it_failed_is_told(desk: Desk) -> None:
    pages = []
    for name in "abc":
        pages.append(desk.call(name).id)
        desk.after(seconds=1)
    desk.told.clear()
    desk.writes_left = 4 + 2  # the first call's four statements; the second one's step is not written
    desk.after(seconds=Rules().usual.after[1])
    assert [(page.id, page.step) for page in desk.told] == [(pages[0], 1), (pages[2], 1)]
    desk.after(seconds=1)
    assert [page.id for page in desk.told] == [pages[0], pages[2], pages[1]]


def test_what_was_written_when_the_power_went_is_told_after_the_start(desk: Desk) -> None:
    page = desk.call("a")
    desk.told.clear()
    desk.failure, desk.writes_left = PowerCut, 4  # the step is written, its event is not
    with pytest.raises(PowerCut):
        desk.step(page.id, "claim")
    assert desk.told == []
    desk.start()
    desk.after(seconds=1)
    assert [str(told.state) for told in desk.told] == ["claimed"]
    assert desk.steps()[-1] == (page.id, "claimed")


def test_what_the_disk_did_not_note_as_told_is_not_told_every_second(desk: Desk) -> None:
    desk.writes_left = 5 + 1  # all but that it was told
    desk.call("a")
    desk.after(seconds=1)
    desk.after(seconds=1)
    assert len(desk.told) == 1


def test_calls_of_an_older_program_are_not_told_again(desk: Desk) -> None:
    desk.db = connect_old(":memory:")
    desk.start()
    desk.after(seconds=1)
    assert desk.told == []
    desk.step("older", "claim")
    assert [str(told.state) for told in desk.told] == ["claimed"]


class Failures(RuleBasedStateMachine):
    """Any history, with the disk or the power failing at any write."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()

    @rule(writes=st.integers(0, 12), power=st.booleans())
    def fail_soon(self, writes: int, power: bool) -> None:
        self.desk.failure, self.desk.writes_left = PowerCut if power else apsw.FullError, writes

    @rule(name=st.sampled_from("abc"), reason=st.sampled_from(["help", "stock"]))
    def call(self, name: str, reason: str) -> None:
        self._do(lambda: self.desk.call(name, reason))

    @rule(index=st.integers(0, 5), step=st.sampled_from(["claim", "coming", "resolve", "release"]))
    def step(self, index: int, step: str) -> None:
        pages = self.desk.store.open_pages()
        if pages:
            self._do(lambda: self.desk.step(pages[index % len(pages)].id, step))

    @rule(seconds=st.sampled_from([1, 50, 100, 200, EXPIRES_AFTER.total_seconds()]))
    def time_goes_by(self, seconds: float) -> None:
        self._do(lambda: self.desk.after(seconds=seconds))

    @rule()
    def restart(self) -> None:
        self.desk.start()

    @invariant()
    def whatever_is_on_disk_is_known_to_all_a_moment_later(self) -> None:
        desk = self.desk
        left, desk.writes_left = desk.writes_left, None
        desk.calls.tidy()
        desk.writes_left = left
        known = {page.id: (page.state, page.claimed_by, page.step) for page in desk.told}
        on_disk = desk.store.between(NOON, desk.now + timedelta(seconds=1))
        assert known == {page.id: (page.state, page.claimed_by, page.step) for page in on_disk}

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except PowerCut:
            self.desk.start()
        except RequestError:
            return


Failures.TestCase.settings = settings(max_examples=60, deadline=None)
TestFailures = Failures.TestCase


def test_calls_are_deleted_and_their_words_before(desk: Desk) -> None:
    """A day of words, ninety of calls; the last call of all stays for those who follow the history."""
    old = desk.call("old")
    session = old.session
    desk.calls.add_words(protocol.AddWords(id=1, session=session, page=old.id, words="secret"))
    desk.calls.cancel(protocol.CancelPage(id=1, session=session, page=old.id))
    desk.after(hours=23)
    assert desk.store.page(old.id).words == "secret"
    desk.after(hours=2)
    assert desk.store.page(old.id).words == ""
    newer = desk.call("newer")
    desk.after(days=88)
    assert desk.store.page(old.id)
    desk.after(days=2)
    with pytest.raises(NoSuchPage):
        desk.store.page(old.id)
    assert desk.store.page(newer.id)


def test_an_open_call_says_how_long_it_usually_takes() -> None:
    desk = Desk()
    asked: list[str | None] = []

    def usual(department: str | None, now: datetime) -> Usual:
        asked.append(department)
        return Usual(90, 240)

    calls = Calls(
        desk.store, Recorder(desk.events, "state.db", lambda state, detail: None), KioskSettings(),
        product=lambda sku: None, on_page=lambda page, steps: None, clock=lambda: desk.now, usual=usual,
    )  # fmt: skip
    page = desk.call("dairy")
    assert (calls.page(page.id).answer_s, calls.page(page.id).helped_s) == (90, 240)
    desk.calls.cancel(protocol.CancelPage(id=1, session=page.session, page=page.id))
    assert calls.page(page.id).answer_s is None
    assert set(asked) == {"dairy"}
    calls.tidy()
    assert set(asked) == {"dairy", None}, "the calls of weeks are read before a shopper waits for it"
