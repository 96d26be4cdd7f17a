"""The outbox: nothing is lost, nothing comes up after its deadline, each key is there once, whatever fails."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.staff import StoreError
from kiosk.staff.outbox import FIRST_WAIT_S, LONGEST_WAIT_S, Entry, Letter, Outbox, pause_s

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox" / "webhook.db"


@pytest.fixture
def outbox(path: Path) -> Outbox:
    return Outbox.open(path)


def due(outbox: Outbox, now: datetime) -> Letter:
    letter = outbox.due(now)
    assert letter is not None
    return letter


def test_what_was_taken_up_is_there_after_a_restart(outbox: Outbox, path: Path) -> None:
    assert outbox.cursor is None
    assert outbox.take([Entry("a", "1"), Entry("b", "2", at(60))], 7, NOON) == 2
    outbox.close()
    again = Outbox.open(path)
    assert again.cursor == 7
    letter = due(again, NOON)
    assert letter == Letter(1, "a", "1", NOON, None, 0)
    again.sent(letter, NOON)
    assert due(again, NOON) == Letter(2, "b", "2", NOON, at(60), 0)
    assert again.waiting().count == 1


def test_a_key_that_was_delivered_is_not_taken_up_again(outbox: Outbox) -> None:
    outbox.take([Entry("a", "1")], 1, NOON)
    outbox.sent(due(outbox, NOON), NOON)
    assert outbox.take([Entry("a", "1"), Entry("b", "2"), Entry("b", "3")], 2, NOON) == 1
    assert due(outbox, NOON).payload == "2"
    outbox.forget(at(1))
    assert outbox.take([Entry("a", "1")], 3, NOON) == 1


def test_one_that_failed_waits_its_pause_and_holds_up_no_other(outbox: Outbox) -> None:
    outbox.take([Entry("a", "1"), Entry("b", "2")], 1, NOON)
    outbox.failed(due(outbox, NOON), NOON, 5)
    assert due(outbox, NOON).key == "b"
    outbox.sent(due(outbox, NOON), NOON)
    assert outbox.due(at(4.9)) is None
    assert outbox.wait_s(at(1)) == pytest.approx(4)
    letter = due(outbox, at(5))
    assert (letter.key, letter.tries) == ("a", 1)
    outbox.failed(letter, at(5), 30)
    outbox.hurry(at(6))
    assert due(outbox, at(6)).key == "a"


def test_what_is_late_is_never_due_and_is_told_once(outbox: Outbox) -> None:
    outbox.take([Entry("a", "1", at(10)), Entry("b", "2", at(20))], 1, NOON)
    assert due(outbox, at(9.9)).key == "a"
    assert due(outbox, at(10)).key == "b"
    assert [letter.key for letter in outbox.late(at(10))] == ["a"]
    assert outbox.late(at(10)) == ()
    assert outbox.due(at(20)) is None
    assert outbox.wait_s(at(20)) == 0
    outbox.late(at(20))
    assert outbox.wait_s(at(20)) is None
    assert outbox.waiting().since is None


def test_a_clock_that_is_set_back_makes_nothing_wait_for_hours(outbox: Outbox) -> None:
    outbox.take([Entry("a", "1")], 1, NOON)
    outbox.failed(due(outbox, NOON), at(3600), 10)
    assert due(outbox, at(1)).key == "a"


def test_a_payload_is_gone_once_its_letter_ended(outbox: Outbox, path: Path) -> None:
    outbox.take([Entry("a", "secret words"), Entry("b", "secret words", at(1))], 1, NOON)
    outbox.sent(due(outbox, NOON), NOON)
    outbox.late(at(2))
    outbox.close()
    assert b"secret words" not in path.read_bytes()


def test_only_this_user_may_read_it(outbox: Outbox, path: Path) -> None:
    outbox.take([Entry("a", "1")], 1, NOON)
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"nonsense " * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_set_aside_and_begun_anew(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    outbox = Outbox.open(path)
    assert outbox.cursor is None
    assert outbox.take([Entry("a", "1")], 1, NOON) == 1
    assert path.with_name("webhook.db.damaged").read_bytes() == damage


def test_a_place_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"webhook\.db.*check"):
        Outbox.open(tmp_path / "file" / "webhook.db")


@given(tries=st.integers(1, 10_000), chance=st.floats(0, 1))
def test_pauses_grow_to_the_longest_and_no_further(tries: int, chance: float) -> None:
    assert FIRST_WAIT_S / 2 <= pause_s(tries, chance) <= LONGEST_WAIT_S
    assert pause_s(tries, 0) <= pause_s(tries + 1, 0)


class PowerCut(BaseException):
    """The process ended here."""


class World:
    """A log that grows, an outbox over it that fails when told to, and a destination that takes what comes."""

    def __init__(self) -> None:
        self.db = apsw.Connection(":memory:")
        self.now = NOON
        self.log: list[tuple[str, datetime | None]] = []
        """Key and deadline of each row; a key may stand in several."""
        self.arrived: list[tuple[str, datetime]] = []
        self.failure: Callable[[], BaseException] = apsw.FullError
        self.writes_left: int | None = None
        self.start()
        self.db.exec_trace = self._write

    def start(self) -> None:
        self.writes_left = None
        self.outbox = Outbox(self.db)

    def take_up(self, most: int) -> None:
        after = self.outbox.cursor or 0
        rows = self.log[after : after + most]
        entries = [Entry(key, f"about {key}", deadline) for key, deadline in rows]
        self.outbox.take(entries, after + len(rows), self.now)

    def deliver(self, how: str) -> None:
        """how: acknowledged; lost (it arrived, its acknowledgement did not); refused."""
        letter = self.outbox.due(self.now)
        if letter is None:
            return
        if how != "refused":
            assert letter.payload == f"about {letter.key}"
            self.arrived.append((letter.key, self.now))
        if how == "acknowledged":
            self.outbox.sent(letter, self.now)
        else:
            self.outbox.failed(letter, self.now, pause_s(letter.tries + 1, 0.5))

    def _write(self, cursor: Any, statement: str, values: Any) -> bool:
        if self.writes_left is not None and statement.startswith(("BEGIN", "INSERT", "UPDATE", "DELETE", "COMMIT")):
            if self.writes_left == 0:
                self.writes_left = None
                raise self.failure()
            self.writes_left -= 1
        return True


class Failures(RuleBasedStateMachine):
    """Any history, with the disk or the power failing at any write."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.acknowledged: set[str] = set()

    @rule(writes=st.integers(0, 8), power=st.booleans())
    def fail_soon(self, writes: int, power: bool) -> None:
        self.world.failure, self.world.writes_left = PowerCut if power else apsw.FullError, writes

    @rule(key=st.sampled_from("abcdef"), lasts=st.sampled_from([None, 1, 60, 600]))
    def something_happens(self, key: str, lasts: float | None) -> None:
        known = next((deadline for k, deadline in self.world.log if k == key), None)
        if not any(k == key for k, _ in self.world.log):
            known = None if lasts is None else self.world.now + timedelta(seconds=lasts)
        self.world.log.append((key, known))

    @rule(most=st.integers(0, 4))
    def take_up(self, most: int) -> None:
        self._do(lambda: self.world.take_up(most))

    @rule(how=st.sampled_from(["acknowledged", "lost", "refused"]))
    def deliver(self, how: str) -> None:
        letter = self.world.outbox.due(self.world.now)
        if self._do(lambda: self.world.deliver(how)) and letter is not None and how == "acknowledged":
            self.acknowledged.add(letter.key)

    @rule(seconds=st.sampled_from([0.1, 1, 31, 700, -20]))
    def time_goes_by(self, seconds: float) -> None:
        self.world.now += timedelta(seconds=seconds)
        self._do(lambda: self.world.outbox.late(self.world.now))

    @rule()
    def hurry(self) -> None:
        self._do(lambda: self.world.outbox.hurry(self.world.now))

    @rule()
    def restart(self) -> None:
        self.world.start()

    @invariant()
    def each_key_that_was_taken_up_is_there_once(self) -> None:
        taken = [key for key, _ in self.world.log[: self.world.outbox.cursor or 0]]
        there = [key for (key,) in self.world.db.execute("SELECT key FROM letter")]
        assert sorted(there) == sorted(set(taken))

    @invariant()
    def nothing_is_lost(self) -> None:
        ended = dict(self.world.db.execute("SELECT key, ended FROM letter"))
        arrived = {key for key, _ in self.world.arrived}
        for key, how in ended.items():
            assert how != "sent" or key in arrived
            assert key not in self.acknowledged or how == "sent"

    @invariant()
    def nothing_arrives_at_or_after_its_deadline(self) -> None:
        deadlines = dict(self.world.log)
        for key, when in self.world.arrived:
            deadline = deadlines[key]
            assert deadline is None or when < deadline

    def teardown(self) -> None:
        """With disk, power and destination back, all that is not late arrives."""
        world = self.world
        world.start()
        world.take_up(len(world.log))
        for _ in range(200):
            world.now += timedelta(seconds=LONGEST_WAIT_S)
            world.outbox.late(world.now)
            world.deliver("acknowledged")
        ended = dict(world.db.execute("SELECT key, ended FROM letter"))
        assert set(ended) == {key for key, _ in world.log}
        for key, deadline in world.log:
            assert ended[key] == "sent" or (deadline is not None and ended[key] == "late")

    def _do(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except PowerCut:
            self.world.start()
            return False
        except StoreError:
            return False
        return True


Failures.TestCase.settings = settings(max_examples=80, deadline=None)
TestFailures = Failures.TestCase
