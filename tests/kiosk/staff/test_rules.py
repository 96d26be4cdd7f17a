"""When each rung is reached, by reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import REASONS, StaffError
from kiosk.staff.reasons import ALWAYS_URGENT
from kiosk.staff.rules import EVERYONE, LEAD, Rule, Rules

_TIMES = st.lists(st.floats(0.5, 14000), min_size=3, max_size=3, unique=True).map(lambda t: (0.0, *sorted(t)))


def test_the_usual_ladder() -> None:
    rule = Rules().of("find")
    assert [rule.reached(s) for s in (0, 44.9, 45, 89, 90, 179, 180, 9999)] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert rule.begins(urgent=False) == 0
    assert rule.begins(urgent=True) == EVERYONE


@pytest.mark.parametrize("reason", ["manager", "complaint"])
def test_who_asks_for_a_manager_is_heard_by_the_leads_at_once(reason: str) -> None:
    rule = Rules().of(reason)
    assert [rule.reached(s) for s in (0, 89, 90)] == [LEAD, LEAD, EVERYONE]


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_only_what_is_always_urgent_is_so_by_default(reason: str) -> None:
    assert Rules().of(reason).urgent == (reason in ALWAYS_URGENT)


def test_a_danger_cannot_be_made_harmless() -> None:
    with pytest.raises(StaffError, match="'injury' is always urgent"):
        Rules().changed("injury", Rule())
    with pytest.raises(StaffError, match="no reason 'coffee'"):
        Rules().changed("coffee", Rule())


@pytest.mark.parametrize("after", [(1, 2, 3, 4), (0, 45, 45, 180), (0, 90, 45, 180), (0, 1, 2, 14401)])
def test_times_grow(after: tuple[float, float, float, float]) -> None:
    with pytest.raises(StaffError):
        Rule(after)


@pytest.mark.parametrize("start", [-1, 4])
def test_a_call_begins_on_a_rung_that_exists(start: int) -> None:
    with pytest.raises(StaffError):
        Rule(start=start)


@given(after=_TIMES, start=st.integers(0, 3), times=st.lists(st.floats(0, 20000), min_size=2).map(sorted))
def test_a_call_never_falls_and_reaches_everyone(
    after: tuple[float, float, float, float], start: int, times: list[float]
) -> None:
    rule = Rules.by_default(Rule(after)).changed("find", Rule(after, start)).of("find")
    rungs = [rule.reached(s) for s in times]
    assert rungs == sorted(rungs)
    assert rungs[0] >= start
    assert rule.reached(after[-1]) == EVERYONE
