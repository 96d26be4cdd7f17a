"""Whose phones ring: rungs, roles, shifts, do-not-disturb, and that a call is not rung into the void."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import REASONS, Associate, Role
from kiosk.staff.ringing import rung
from kiosk.staff.roster import Absence, Roster, Shift

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Call:
    department: str | None = "dairy"
    step: int = 0
    reason: str = "help"
    priority: str = "normal"
    only: str | None = None


def _who(name: str, *departments: str, role: Role = Role.ASSOCIATE) -> Associate:
    return Associate(name, departments, role, "key", "hash")


TEAM = (
    _who("Dan", "Dairy"),
    _who("Gil", "garden"),
    _who("All"),
    _who("Lea", "garden", role=Role.LEAD),
    _who("Max", role=Role.MANAGER),
)


def _here(*names: str) -> Roster:
    always = frozenset(range(7))
    return Roster(tuple(Shift(name, always, frozenset(), 0, 24 * 60) for name in names), kept=True)


@pytest.mark.parametrize(
    ("call", "names"),
    [
        (Call(step=0), {"Dan", "All"}),
        (Call(step=1), {"Dan", "All"}),
        (Call(step=2), {"Dan", "All", "Lea"}),
        (Call(step=3), {"Dan", "Gil", "All", "Lea", "Max"}),
        (Call(None, step=0), {"Dan", "Gil", "All", "Lea"}),
        (Call("bakery", step=0), {"All"}),
        (Call(None, step=2, reason="manager"), {"Lea", "Max"}),
        (Call(step=2, reason="complaint"), {"Lea", "Max"}),
        (Call(step=3, reason="manager"), {"Dan", "Gil", "All", "Lea", "Max"}),
        (Call(step=3, priority="urgent"), {"Dan", "Gil", "All", "Lea", "Max"}),
        (Call(only="gil"), {"Gil"}),
        (Call(only="Gone"), {"Dan", "All"}),
    ],
)
def test_each_rung_has_its_audience(call: Call, names: set[str]) -> None:
    assert rung(call, TEAM, Roster(), (), NOW) == names


def test_only_who_is_on_shift_is_rung() -> None:
    assert rung(Call(), TEAM, _here("all", "Gil"), (), NOW) == {"All"}
    assert rung(Call(), TEAM, _here("Gil", "Lea"), (), NOW) == {"Lea"}
    assert rung(Call(), TEAM, _here("Gil"), (), NOW) == {"Gil"}
    assert rung(Call(), TEAM, _here("Max"), (), NOW) == {"Max"}


def test_a_colleague_off_shift_is_not_rung_alone() -> None:
    assert rung(Call(only="Gil"), TEAM, _here("Dan"), (), NOW) == {"Dan"}


def test_with_nobody_on_shift_everyone_is() -> None:
    assert rung(Call(), TEAM, _here("Stranger"), (), NOW) == {"Dan", "All"}
    assert rung(Call(), TEAM, _here("Stranger"), ("Dan", "ALL"), NOW) == {"Lea"}


def test_quiet_ones_hear_only_what_is_urgent_or_would_ring_nobody() -> None:
    assert rung(Call(), TEAM, Roster(), ("dan",), NOW) == {"All"}
    quiet = [a.name for a in TEAM]
    assert [rung(Call(step=step), TEAM, Roster(), quiet, NOW) for step in range(3)] == [frozenset()] * 3
    assert rung(Call(step=3), TEAM, Roster(), quiet, NOW) == set(quiet)
    assert rung(Call(step=3, priority="urgent"), TEAM, _here("Dan"), quiet, NOW) == {"Dan"}


def test_who_is_away_is_not_rung_even_where_no_shifts_are_kept() -> None:
    holidays = Roster(absences=(Absence("Dan", date(2026, 11, 20), date(2026, 11, 20)),), kept=True)
    assert rung(Call(), TEAM, holidays, (), NOW) == {"All"}
    assert rung(Call(step=3, priority="urgent"), TEAM, holidays, (), NOW) == {"Gil", "All", "Lea", "Max"}


# --- any team -------------------------------------------------------------------------------------------------------

_NAMES = ("Ana", "Ben", "Cem", "Dan", "Eva")
_TEAMS = st.lists(
    st.builds(
        lambda name, departments, role: Associate(name, tuple(departments), role, "key", "hash"),
        st.sampled_from(_NAMES),
        st.sets(st.sampled_from(("dairy", "garden"))),
        st.sampled_from(Role),
    ),
    max_size=5,
    unique_by=lambda a: a.name,
)
_CALLS = st.builds(
    Call,
    st.sampled_from((None, "dairy", "garden", "bakery")),
    st.integers(0, 3),
    st.sampled_from(sorted(REASONS)),
    st.sampled_from(("normal", "urgent")),
    st.sampled_from((None, *_NAMES)),
)
_SOME = st.sets(st.sampled_from(_NAMES))


@given(team=_TEAMS, call=_CALLS, here=_SOME, quiet=_SOME)
def test_whom_a_call_rings(team: list[Associate], call: Call, here: set[str], quiet: set[str]) -> None:
    roster = _here(*here) if here else Roster()
    names = {a.name for a in team}
    found = rung(call, team, roster, quiet, NOW)
    on_shift = (names & here) or names
    assert found <= on_shift
    if call.priority == "urgent":
        assert found == on_shift
    elif on_shift - quiet or call.step == 3:
        assert bool(found) == bool(names)
        assert not found & quiet or not on_shift - quiet
    else:
        assert not found


@given(team=_TEAMS, call=_CALLS, here=_SOME, quiet=_SOME)
def test_whoever_is_rung_goes_on_being_rung_as_the_call_climbs(
    team: list[Associate], call: Call, here: set[str], quiet: set[str]
) -> None:
    roster = _here(*here) if here else Roster()
    start = roster.rules.of(call.reason).start
    climbs = [Call(call.department, step, call.reason, call.priority) for step in range(start, 4)]
    heard = [rung(climb, team, roster, quiet, NOW) for climb in climbs]
    assert all(lower <= higher for lower, higher in itertools.pairwise(heard))


def test_calls_and_views_of_calls_are_both_rung() -> None:
    from kiosk.protocol import PageView
    from kiosk.staff import Page

    wanted = {"reason", "department", "priority", "step", "only"}
    assert wanted <= set(Page.__dataclass_fields__)
    assert wanted <= set(PageView.__struct_fields__)
