"""Whether the store is open, also after midnight."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog import Opening, never_closes, open_until, opens_next

BAR = (
    *(Opening(weekday, None, None) for weekday in range(4)),
    Opening(4, 18 * 60, 2 * 60), Opening(5, 18 * 60, 2 * 60), Opening(6, 12 * 60, 24 * 60),
)  # fmt: skip
FRIDAY = datetime.fromisoformat("2026-11-20T00:00+01:00")
MINUTES = st.integers(0, 24 * 60)


def at(text: str) -> datetime:
    """A weekday of that week and a time."""
    weekday, time = text.split()
    days = ("thu", "fri", "sat", "sun", "mon").index(weekday) - 1
    hour, minute = time.split(":")
    return FRIDAY + timedelta(days=days, hours=int(hour), minutes=int(minute))


@pytest.mark.parametrize(
    ("now", "until", "opens"),
    [
        ("thu 23:00", None, "fri 18:00"),
        ("fri 01:00", None, "fri 18:00"),
        ("fri 17:59", None, "fri 18:00"),
        ("fri 18:00", "sat 02:00", None),
        ("fri 23:59", "sat 02:00", None),
        ("sat 00:00", "sat 02:00", None),
        ("sat 01:59", "sat 02:00", None),
        ("sat 02:00", None, "sat 18:00"),
        ("sun 01:00", "sun 02:00", None),
        ("sun 02:00", None, "sun 12:00"),
        ("sun 23:59", "mon 00:00", None),
        ("mon 00:00", None, None),
    ],
)
def test_hours_that_go_on_past_midnight_belong_to_the_day_before(
    now: str, until: str | None, opens: str | None
) -> None:
    assert open_until(BAR, at(now)) == (at(until) if until else None)
    if opens:
        assert opens_next(BAR, at(now)) == at(opens)


@pytest.mark.parametrize(("opens", "closes"), [(0, 24 * 60), (360, 360), (0, 0)])
def test_a_store_that_opens_when_it_closes_never_closes(opens: int, closes: int) -> None:
    always = [Opening(weekday, opens, closes) for weekday in range(7)]
    assert all(open_until(always, FRIDAY + timedelta(hours=hour)) for hour in range(24))
    assert never_closes(always)
    assert not never_closes(always[1:])
    assert not never_closes([*always[1:], Opening(0, opens, (closes + 60) % 1440)])


def test_a_store_with_one_free_day_closes() -> None:
    assert not never_closes(BAR)
    assert not never_closes(())


def test_without_hours_it_is_never_open() -> None:
    assert open_until((), FRIDAY) is None
    assert opens_next((), FRIDAY) is None


@given(
    st.lists(st.tuples(st.integers(0, 6), MINUTES, MINUTES), max_size=7, unique_by=lambda hours: hours[0]),
    st.integers(0, 7 * 24 * 60),
)
def test_what_is_told_comes_true(hours: list[tuple[int, int, int]], minute: int) -> None:
    """It is open up to the minute it is said to close, and closed up to the minute it is said to open."""
    openings = [Opening(*day) for day in hours]
    now = FRIDAY + timedelta(minutes=minute)
    step = timedelta(minutes=1)
    until = open_until(openings, now)
    if until is not None:
        assert now < until <= now + timedelta(days=2)
        assert open_until(openings, until - step) is not None
        return
    opens = opens_next(openings, now)
    if opens is None:
        assert not openings
        return
    assert now < opens <= now + timedelta(days=8)
    assert open_until(openings, opens - step) is None
    assert open_until(openings, opens) is not None
