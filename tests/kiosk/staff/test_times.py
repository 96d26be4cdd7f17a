"""How long calls usually take: medians of what is on record, and silence where too little is."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import PageStore
from kiosk.staff.past import PastCall, nearest_rank, past_calls
from kiosk.staff.times import ENOUGH, LOOKED_BACK, Sample, Times, Usual, usual

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def connection(tmp_path: Path) -> apsw.Connection:
    db = apsw.Connection(str(tmp_path / "state.db"))
    db.pragma("journal_mode", "wal")
    db.pragma("synchronous", "full")
    return db


@pytest.fixture
def store(connection: apsw.Connection) -> PageStore:
    return PageStore(connection, "Kiosk 1")


def _call(store: PageStore, at: datetime, department: str = "dairy") -> str:
    session = f"{department} {at.isoformat()}"
    return store.create(place=session, reason="help", session=session, department=department, now=at)[0].id


def _helped(store: PageStore, at: datetime, taken_s: float, ended_s: float, department: str = "dairy") -> None:
    id_ = _call(store, at, department)
    store.step(id_, "claim", "Ana", at + timedelta(seconds=taken_s))
    store.step(id_, "resolve", "Ana", at + timedelta(seconds=ended_s))


def _times(connection: apsw.Connection) -> Times:
    return Times(lambda since, until: past_calls(connection, since, until), lambda at: at.astimezone(UTC))


def test_calls_as_they_went(store: PageStore, connection: apsw.Connection) -> None:
    _helped(store, NOON, 12.5, 80)
    id_ = _call(store, NOON + timedelta(minutes=10))
    store.step(id_, "claim", "Ana", NOON + timedelta(minutes=11))
    store.advance(NOON + timedelta(minutes=20))  # nothing was heard of Ana: it rings anew
    store.step(id_, "claim", "Ben", NOON + timedelta(minutes=21))
    store.step(id_, "resolve", "Ben", NOON + timedelta(minutes=22), outcome="no_such_thing")
    gone = _call(store, NOON + timedelta(minutes=30))
    store.cancel(gone, store.page(gone).session, NOON + timedelta(minutes=30, seconds=20))
    helped, silent, cancelled = past_calls(connection, NOON, NOON + timedelta(hours=1))
    assert (helped.taken_s, helped.ended_s, helped.taken_by, helped.outcome) == (12.5, 80, "Ana", "done")
    assert (silent.taken_s, silent.ended_s, silent.taken_by, silent.silences) == (60, 720, "Ana", 1)
    assert silent.outcome == "no_such_thing"
    assert (cancelled.state, cancelled.taken_s, cancelled.ended_s, cancelled.answer_s) == ("cancelled", None, 20, None)
    assert past_calls(connection, NOON - timedelta(hours=1), NOON) == []


def test_what_is_usual_in_this_hour_and_department(store: PageStore, connection: apsw.Connection) -> None:
    times = _times(connection)
    for day in range(1, ENOUGH + 1):
        _helped(store, NOON - timedelta(days=day), 20, 100)
        _helped(store, NOON - timedelta(days=day, hours=3), 60, 300)
        _helped(store, NOON - timedelta(days=day, minutes=5), 200, 400, "garden")
    assert times.usual("dairy", NOON) == Usual(20, 100)
    assert times.usual("dairy", NOON + timedelta(hours=5)) == Usual(20, 100)
    assert times.usual("garden", NOON + timedelta(hours=5)) == Usual(200, 400)
    assert times.usual("bakery", NOON) == Usual(60, 300)


def test_too_little_is_nothing(store: PageStore, connection: apsw.Connection) -> None:
    for day in range(1, ENOUGH):
        _helped(store, NOON - timedelta(days=day), 20, 100)
    assert _times(connection).usual("dairy", NOON) == Usual()
    assert Times(lambda since, until: []).usual(None, NOON) == Usual()


def test_calls_that_nobody_answered_are_not_left_out(store: PageStore, connection: apsw.Connection) -> None:
    for day in range(1, 5):
        _helped(store, NOON - timedelta(days=day), 20, 100)
    for day in range(5, 10):
        _call(store, NOON - timedelta(days=day))
    store.advance(NOON)
    assert _times(connection).usual("dairy", NOON) == Usual()


def test_old_calls_are_forgotten_and_new_ones_seen_after_a_minute(
    store: PageStore, connection: apsw.Connection
) -> None:
    times = _times(connection)
    for minute in range(ENOUGH):
        _helped(store, NOON - LOOKED_BACK + timedelta(minutes=minute), 20, 100)
    assert times.usual(None, NOON) == Usual(20, 100)
    for minute in range(ENOUGH + 1):
        _helped(store, NOON - timedelta(hours=2, minutes=minute), 40, 200)
    assert times.usual(None, NOON + timedelta(seconds=59)) == Usual(20, 100)
    assert times.usual(None, NOON + timedelta(minutes=1)) == Usual(40, 200)
    assert times.usual(None, NOON + timedelta(days=2)) == Usual(40, 200)
    assert times.usual(None, NOON + LOOKED_BACK) == Usual()


_PAST = st.lists(
    st.builds(
        lambda minutes, taken, lasted: PastCall(
            made_at=NOON - timedelta(minutes=minutes),
            reason="help",
            department="dairy",
            urgent=False,
            state="resolved",
            outcome="done",
            sku=None,
            taken_s=taken,
            ended_s=taken + lasted,
            taken_by="Ana",
            silences=0,
        ),
        st.integers(-60 * 24 * 40, 60 * 24 * 40),
        st.floats(0, 1000),
        st.floats(0, 1000),
    ),
    max_size=40,
)


@given(past=_PAST, looks=st.lists(st.integers(0, 60 * 24 * 40), min_size=1, max_size=6))
def test_whenever_it_is_asked_it_says_what_a_look_at_all_calls_would(past: list[PastCall], looks: list[int]) -> None:
    """The clock may go back, too."""

    def between(since: datetime, until: datetime) -> list[PastCall]:
        return [call for call in past if since <= call.made_at < until]

    times = Times(between, lambda at: at)
    for minutes in looks:
        now = NOON + timedelta(minutes=minutes)
        fresh = Times(between, lambda at: at)
        assert times.usual("dairy", now) == fresh.usual("dairy", now)


@given(st.lists(st.builds(Sample, st.sampled_from(("a", "b")), st.integers(0, 2), st.floats(0, 99), st.none())))
def test_the_narrowest_set_that_is_large_enough_counts(samples: list[Sample]) -> None:
    found = usual(samples, "a", 0).answer_s
    sets = (
        [s for s in samples if s.department == "a" and s.hour == 0],
        [s for s in samples if s.department == "a"],
        samples,
    )
    some = next((s for s in sets if len(s) >= ENOUGH), None)
    if some is None:
        assert found is None
    else:
        below = sum(s.answer_s <= found + 0.5 for s in some)  # type: ignore[operator]
        assert below >= len(some) / 2


@given(st.lists(st.integers(0, 50), min_size=1), st.floats(0.01, 1))
def test_nearest_rank(values: list[int], share: float) -> None:
    found = nearest_rank(values, share)
    assert found is not None
    assert sum(v <= found for v in values) >= share * len(values) - 1e-9
    assert sum(v < found for v in values) < share * len(values) + 1e-9
    assert nearest_rank([], share) is None
    assert nearest_rank([1, math.inf], 0.9) == math.inf
