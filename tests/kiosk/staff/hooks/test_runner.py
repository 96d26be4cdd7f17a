"""One hook and its place in the log of calls: what it is told, what it is spared, and what survives any end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from kiosk.protocol import PartHealth
from kiosk.staff import StaffError, StoreError
from kiosk.staff.hooks import runner as module
from kiosk.staff.hooks.hook import NOT_YET, Gone, HookError, Kind, News
from kiosk.staff.hooks.runner import RING_LASTS, Runner
from kiosk.staff.link import NotLive
from kiosk.staff.outbox import LONGEST_WAIT_S, Outbox
from kiosk.staff.states import State
from tests.kiosk.staff.hooks.fakes import NOON, FakeEngine, FakeHook, refused

_loop = asyncio.Runner()


def _now(work: Coroutine[Any, Any, Any]) -> Any:
    """What needs no time is done at once."""
    return _loop.run(work)


class Desk:
    """A runner whose steps are taken one by one, in the test's own time."""

    def __init__(self, db: apsw.Connection | None = None) -> None:
        self.engine = FakeEngine()
        self.hook = FakeHook()
        self.db = db or apsw.Connection(":memory:")
        self.parts: list[PartHealth] = []
        self.start()

    def start(self) -> None:
        """As after a start of the process."""
        self.outbox = Outbox(self.db)
        clock = lambda: self.engine.now  # noqa: E731
        self.runner = Runner(self.hook, lambda: self.outbox, self.engine, clock, self.parts.append)

    def catch_up(self) -> None:
        _now(self.runner._catch_up(self.outbox))

    def announce(self, most: int = 100) -> None:
        """All that is due now."""
        for _ in range(most):
            if _now(self.runner._next(self.outbox)) != 0:
                return

    def tidy(self) -> None:
        self.catch_up()
        self.announce()

    @property
    def keys(self) -> list[str]:
        return [news.key for news in self.hook.told]

    @property
    def health(self) -> tuple[str, str]:
        return self.parts[-1].state, self.parts[-1].detail


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_each_ring_and_its_end_are_told_once(desk: Desk) -> None:
    desk.tidy()
    page = desk.engine.call()
    desk.tidy()
    desk.engine.after(45)
    desk.tidy()
    desk.tidy()
    desk.engine.step(page.id, "claim")
    desk.tidy()
    desk.engine.step(page.id, "release")
    desk.tidy()
    for step in ("claim", "coming", "resolve"):
        desk.engine.step(page.id, step)
        desk.tidy()
    kinds = [(news.key.partition(".")[2], news.kind) for news in desk.hook.told]
    assert kinds == [
        ("0.0", Kind.RING), ("0.1", Kind.RING), ("0.1.claimed", Kind.CALM),
        ("1.1", Kind.RING), ("1.1.claimed", Kind.CALM), ("1.1.coming", Kind.CALM), ("1.1.resolved", Kind.CALM),
    ]  # fmt: skip


def test_a_new_hook_starts_with_what_is_open_and_rings(desk: Desk) -> None:
    old, claimed, ringing = (desk.engine.call(session=name) for name in "abc")
    for step in ("claim", "resolve"):
        desk.engine.step(old.id, step)
    desk.engine.step(claimed.id, "claim")
    desk.tidy()
    assert desk.keys == [f"{ringing.id}.0.0"]


def test_words_and_messages_ring_nothing(desk: Desk) -> None:
    page = desk.engine.call()
    desk.tidy()
    desk.engine.store.add_words(page.id, "s", "please hurry", NOON)
    desk.tidy()
    assert len(desk.keys) == 1


def test_nobody_is_told_after_a_claim(desk: Desk) -> None:
    desk.hook.wrong = refused
    page = desk.engine.call()
    desk.tidy()
    desk.engine.step(page.id, "claim")
    desk.hook.wrong = None
    desk.engine.now += timedelta(seconds=1)
    desk.announce()
    assert desk.hook.told == []
    desk.tidy()
    assert desk.keys == [f"{page.id}.0.0.claimed"]


def test_nothing_is_announced_while_the_engine_is_away(desk: Desk) -> None:
    page = desk.engine.call()
    desk.catch_up()
    desk.engine.away = True
    with pytest.raises(NotLive):
        desk.announce()
    assert desk.hook.tries == 0
    desk.engine.away = False
    desk.announce()
    assert desk.keys == [f"{page.id}.0.0"]


def test_a_ring_that_comes_too_late_is_given_up_and_told(desk: Desk) -> None:
    desk.hook.wrong = refused
    desk.engine.call()
    desk.tidy()
    assert desk.health == ("down", f"1 waiting since {NOON.astimezone():%H:%M}: connection refused")
    desk.engine.now += RING_LASTS
    desk.hook.wrong = None
    desk.announce()
    assert desk.hook.told == []
    assert desk.health[0] == "down"
    assert desk.health[1].startswith("1 given up")
    desk.engine.call(session="another")
    desk.tidy()
    desk.announce()
    assert desk.health == ("working", "")


def test_what_waited_goes_at_once_when_the_place_is_back(desk: Desk) -> None:
    desk.hook.wrong = refused
    pages = [desk.engine.call(session=name) for name in "abc"]
    for _ in range(6):
        desk.tidy()
        desk.engine.now += timedelta(seconds=4)
    desk.hook.wrong = None
    desk.engine.now += timedelta(seconds=LONGEST_WAIT_S)
    _now(desk.runner._next(desk.outbox))
    desk.announce()
    assert sorted(desk.keys) == sorted(f"{page.id}.0.0" for page in pages)


def test_a_place_that_asks_to_be_left_alone_is(desk: Desk) -> None:
    desk.hook.wrong = lambda: HookError("the server answered 503", wait_s=20)
    desk.engine.call()
    desk.tidy()
    desk.engine.now += timedelta(seconds=19)
    desk.announce()
    assert desk.hook.tries == 1
    desk.engine.now += timedelta(seconds=1)
    desk.announce()
    assert desk.hook.tries == 2


def test_a_place_that_wants_nothing_more_is_told_nothing_more(desk: Desk) -> None:
    desk.hook.wrong = lambda: Gone("the server answered 410")
    desk.engine.call(session="a")
    desk.tidy()
    desk.hook.wrong = None
    desk.engine.call(session="b")
    desk.engine.now += timedelta(seconds=LONGEST_WAIT_S)
    desk.tidy()
    assert (desk.hook.tries, desk.hook.told) == (1, [])
    assert desk.health[0] == "down"
    assert "410" in desk.health[1]


def test_an_error_of_our_own_keeps_trying_and_tells_no_details(desk: Desk) -> None:
    desk.hook.wrong = lambda: ZeroDivisionError("a shopper's words")
    desk.engine.call()
    desk.tidy()
    assert "error in this program" in desk.health[1]
    assert "words" not in desk.health[1]
    desk.hook.wrong = None
    desk.engine.now += timedelta(seconds=1)
    desk.announce()
    assert len(desk.hook.told) == 1


def test_a_place_may_take_the_call(desk: Desk) -> None:
    desk.hook.claims = "ana"
    page = desk.engine.call()
    desk.tidy()
    assert desk.engine.store.page(page.id).claimed_by == "Ana"
    desk.tidy()
    desk.hook.claims = "Mallory"
    other = desk.engine.call(session="b")
    desk.tidy()
    desk.announce()
    assert desk.engine.store.page(other.id).claimed_by is None
    assert desk.health == (
        "working",
        "a claim by its answer was refused: Nobody of that name has an account on this kiosk.",
    )


def test_a_claim_by_an_answer_is_not_lost_while_the_engine_is_away(desk: Desk) -> None:
    page = desk.engine.call()
    desk.catch_up()
    desk.hook.claims = "Ana"
    desk.hook.sending = lambda news: setattr(desk.engine, "away", True)
    with pytest.raises(NotLive):
        desk.announce()
    desk.hook.sending = lambda news: None
    desk.engine.away = False
    desk.announce()
    assert desk.engine.store.page(page.id).claimed_by == "Ana"
    assert set(desk.keys) == {f"{page.id}.0.0"}


def test_a_log_that_was_begun_anew_is_followed_anew(desk: Desk) -> None:
    for name in "abcd":
        desk.engine.call(session=name)
    desk.tidy()
    other = FakeEngine()
    page = other.call()
    desk.engine.store = other.store
    desk.tidy()
    assert desk.keys[-1] == f"{page.id}.0.0"


def test_a_disk_that_does_not_take_that_it_was_told_makes_nothing_ring_twice(desk: Desk) -> None:
    desk.engine.call()
    desk.catch_up()
    failing = True

    def full(cursor: Any, statement: str, values: Any) -> bool:
        if failing and statement.startswith("UPDATE"):
            raise apsw.FullError
        return True

    desk.db.exec_trace = full
    for _ in range(3):
        with pytest.raises(StoreError):
            desk.announce()
    failing = False
    desk.announce()
    assert len(desk.hook.told) == 1
    assert desk.outbox.waiting().count == 0


# --- with the event loop's own time ---------------------------------------------------------------------------------


@asynccontextmanager
async def running(engine: FakeEngine, hook: FakeHook, path: Path) -> AsyncIterator[tuple[Runner, list[PartHealth]]]:
    parts: list[PartHealth] = []
    made = Runner(hook, lambda: Outbox.open(path), engine, lambda: engine.now, parts.append)
    task = asyncio.create_task(made.run())
    try:
        yield made, parts
    finally:
        task.cancel()
        await asyncio.wait({task})


async def until(done: Callable[[], Any]) -> None:
    async with asyncio.timeout(10):
        while not done():  # noqa: ASYNC110  watches plain values of the test
            await asyncio.sleep(0.005)


async def test_a_hook_that_hangs_is_cut_off_and_holds_up_no_other(tmp_path: Path) -> None:
    engine, hung, well = FakeEngine(), FakeHook(), FakeHook()
    hung.hang, hung.try_s = True, 0.05
    async with (
        running(engine, hung, tmp_path / "a.db") as (a, parts),
        running(engine, well, tmp_path / "b.db") as (b, _),
    ):
        engine.call()
        a.wake()
        b.wake()
        await until(lambda: well.told)
        await until(lambda: parts and "no answer in" in parts[-1].detail)
        assert hung.told == []


async def test_news_is_told_when_it_comes_and_when_the_hook_is_back(tmp_path: Path) -> None:
    engine, hook = FakeEngine(), FakeHook()
    async with running(engine, hook, tmp_path / "a.db") as (made, parts):
        await until(lambda: parts)
        hook.trouble, hook.wrong = NOT_YET, refused
        engine.call()
        made.wake()
        await until(lambda: hook.tries and parts[-1].state == "starting")
        hook.trouble, hook.wrong = "", None
        hook.changed()
        await until(lambda: hook.told)
        await until(lambda: parts[-1].state == "working")


async def test_an_outbox_that_cannot_be_opened_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_RETRY_S", 0.01)
    (tmp_path / "box").write_text("in the way")
    engine, hook = FakeEngine(), FakeHook()
    engine.call()
    async with running(engine, hook, tmp_path / "box" / "a.db") as (_, parts):
        await until(lambda: parts)
        assert parts[0].state == "down"
        assert "a.db" in parts[0].detail
        (tmp_path / "box").unlink()
        await until(lambda: hook.told)


# --- any history ----------------------------------------------------------------------------------------------------


class PowerCut(BaseException):
    """The process ended here."""


class Histories(RuleBasedStateMachine):
    """Calls and steps in any order, with the disk, the power, the hook and the engine failing at any point."""

    def __init__(self) -> None:
        super().__init__()
        self.db = apsw.Connection(":memory:")
        self.writes_left: int | None = None
        self.failure: Callable[[], BaseException] = PowerCut
        self.desk = Desk(self.db)
        self.desk.hook.sending = self._check
        self.desk.catch_up()
        self.lost = 0
        """Acknowledgements that were lost: so often a key may have been told twice."""
        self.db.exec_trace = self._write

    @rule(name=st.sampled_from("ab"), reason=st.sampled_from(["help", "injury"]))
    def call(self, name: str, reason: str) -> None:
        self.desk.engine.call(reason, name)

    @rule(index=st.integers(0, 3), step=st.sampled_from(["claim", "coming", "release", "resolve"]))
    def step(self, index: int, step: str) -> None:
        pages = self.desk.engine.store.open_pages()
        if pages:
            try:
                self.desk.engine.step(pages[index % len(pages)].id, step)
            except StaffError:
                return

    @rule(seconds=st.sampled_from([1, 31, 50, 200, 700]))
    def time_goes_by(self, seconds: float) -> None:
        self.desk.engine.after(seconds)

    @rule()
    def catch_up(self) -> None:
        self._do(self.desk.runner._catch_up(self.desk.outbox))

    @rule(how=st.sampled_from(["taken", "taken", "refused", "lost"]))
    def announce(self, how: str) -> None:
        self.desk.hook.wrong = refused if how == "refused" else None
        if how == "lost":
            self.desk.hook.wrong = self._lose
        self._do(self.desk.runner._next(self.desk.outbox))
        self.desk.hook.wrong = None

    @rule(away=st.booleans())
    def engine_comes_or_goes(self, away: bool) -> None:
        self.desk.engine.away = away

    @rule(writes=st.integers(0, 8), power=st.booleans())
    def fail_soon(self, writes: int, power: bool) -> None:
        self.failure, self.writes_left = PowerCut if power else apsw.FullError, writes

    @rule()
    def restart(self) -> None:
        self.writes_left = None
        self.desk.start()

    def teardown(self) -> None:
        """With everything back, every call that rings has been told so, unless that was too late; nothing else waits,
        and nothing was told more often than its acknowledgement was lost."""
        self.writes_left, self.desk.engine.away = None, False
        self.desk.start()
        for _ in range(80):
            self.desk.tidy()
            self.desk.engine.now += timedelta(seconds=LONGEST_WAIT_S / 8)
        keys = self.desk.keys
        late = {key for (key,) in self.db.execute("SELECT key FROM letter WHERE ended = 'late'")}
        for page in self.desk.engine.store.open_pages():
            ring = f"{page.id}.{page.round}.{page.step}"
            key = ring if page.state is State.CALLED else f"{ring}.{page.state}"
            assert key in keys or key in late
        assert self.desk.outbox.waiting().count == 0
        assert len(keys) - len(set(keys)) <= self.lost

    def _check(self, news: News) -> None:
        """At each try: it is so at this moment, and not too late."""
        page = self.desk.engine.store.page(news.page.id)
        assert (str(page.state), page.round, page.step) == (news.page.state, news.round, news.step)
        assert (news.kind is Kind.RING) == (page.state is State.CALLED)

    def _lose(self) -> BaseException:
        """It arrived, but the answer did not."""
        self.lost += 1
        page = self.desk.outbox.due(self.desk.engine.now)
        assert page is not None
        self.desk.hook.told.append(self._news(page.key))
        return refused()

    def _news(self, key: str) -> News:
        return News(key, Kind.RING, None, 0, 0)  # type: ignore[arg-type]

    def _do(self, work: Coroutine[Any, Any, object]) -> None:
        told = len(self.desk.hook.told)
        try:
            _now(work)
        except PowerCut:
            # The hook may have taken it before what followed was lost.
            self.lost += len(self.desk.hook.told) - told
            self.writes_left = None
            self.desk.start()
        except (NotLive, StoreError):
            # It was taken, which the disk does not know: after a restart nobody does.
            self.lost += len(self.desk.hook.told) - told

    def _write(self, cursor: Any, statement: str, values: Any) -> bool:
        if self.writes_left is not None and statement.startswith(("BEGIN", "INSERT", "UPDATE", "DELETE", "COMMIT")):
            if self.writes_left == 0:
                self.writes_left = None
                raise self.failure()
            self.writes_left -= 1
        return True


Histories.TestCase.settings = settings(max_examples=80, deadline=None, stateful_step_count=30)
TestHistories = Histories.TestCase
