"""What a call means for who waits: any figures, any history."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kiosk import protocol as p
from kiosk.screen import waiting

PAGE = p.PageView(
    id="p1", kiosk="kiosk-1", place="Entrance", reason="help", department=None, priority="normal", state="called",
    words="", product=None, created_at="2026-11-21T12:00:00+00:00", changed_at="2026-11-21T12:00:00+00:00",
    claimed_by=None, session="s1",
)  # fmt: skip
NOON = 1_795_262_400.0
pages = st.builds(
    lambda **values: msgspec.structs.replace(PAGE, **values),
    state=st.sampled_from(["called", "claimed", "coming", "resolved", "cancelled", "expired", "unheard of"]),
    priority=st.sampled_from(["normal", "urgent"]),
    step=st.integers(0, 3),
    round=st.integers(0, 3),
    answer_s=st.none() | st.integers(0, 10**6),
    helped_s=st.none() | st.integers(0, 10**6),
    only=st.none() | st.just("Ben"),
    department=st.none() | st.sampled_from(["dairy", "bakery"]),
)


@given(st.integers(0, waiting.LONGEST_S), st.integers(0, waiting.LONGEST_S))
def test_a_usual_time_is_told_kindly(one: int, other: int) -> None:
    told = waiting.told(one)
    assert told >= max(one, 30)
    assert told <= max(2 * one, 30) + waiting.COARSE_S
    assert told in waiting.TOLD_S or told % waiting.COARSE_S == 0
    assert one > other or waiting.told(one) <= waiting.told(other)


def test_a_usual_time_as_it_is_told() -> None:
    assert [waiting.told(s) for s in (0, 30, 31, 61, 130, 181, 301, 601, 901)] == [
        30, 30, 60, 120, 180, 300, 600, 900, 1200,
    ]  # fmt: skip
    assert waiting.told(None) == waiting.told(waiting.LONGEST_S + 1) == 0
    assert waiting.told(3, 60) == 60


@given(pages, st.floats(0, 10**6), st.floats(0, 10**6))
def test_what_is_late_stays_late_and_never_before_what_was_promised(page: p.PageView, now: float, more: float) -> None:
    if waiting.late(page, now):
        assert waiting.late(page, now + more)
        promised = waiting.answered_in(page) if page.state == "called" else waiting.helped_in(page)
        assert now > promised or page.step == 3
        assert page.state in waiting.OPEN


@given(pages, pages)
def test_why_a_call_rings_anew(before: p.PageView, page: p.PageView) -> None:
    returned = waiting.returned(before, page)
    if page.state != "called" or before.state not in waiting.OPEN:
        assert returned == ""
    elif before.state != "called":
        handed = page.only is not None or page.department != before.department
        assert returned == ("handed" if handed else "back")
    else:
        urged = page.priority != before.priority or before.only is not None
        assert returned == ("again" if page.round > before.round and not urged else "")


@given(st.text(max_size=30) | st.datetimes().map(str), st.floats(-(10**12), 10**12))
def test_the_wait_is_never_less_than_nothing(made: str, now: float) -> None:
    assert waiting.waited(msgspec.structs.replace(PAGE, created_at=made), now) >= 0


def test_the_wait() -> None:
    assert waiting.waited(PAGE, NOON + 61.9) == 61
    assert waiting.waited(PAGE, NOON - 5) == 0
