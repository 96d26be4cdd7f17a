"""The manager's report: a simulated quarter whose truth is known, what counts as missed, and fairness."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, timedelta
from math import exp
from typing import Any

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.protocol import ReportRow
from kiosk.staff import Associate, Role
from kiosk.staff.past import PastCall, past_calls
from kiosk.staff.report import FEWEST, report
from kiosk.staff.rules import Rules
from tests.kiosk.staff.quarter import SPREAD, UNTIL, USUAL_S, Truth, invented, on_disk

NOW = UNTIL
RULES = Rules()


def _past(state: str = "resolved", taken_s: float | None = 10, ended_s: float | None = 60, **changes: Any) -> PastCall:
    fields = {
        "made_at": NOW - timedelta(days=1),
        "reason": "help",
        "department": "dairy",
        "urgent": False,
        "outcome": "done" if state == "resolved" else "",
        "sku": None,
        "taken_by": "Ana" if taken_s is not None else None,
        "silences": 0,
        **changes,
    }
    return PastCall(state=state, taken_s=taken_s, ended_s=ended_s, **fields)


def _rows(calls: list[PastCall], team: tuple[Associate, ...] = ()) -> dict[tuple[str, str], ReportRow]:
    rows = report(calls, RULES, team, local=lambda at: at.astimezone(UTC), now=NOW)
    assert (rows[0].by, rows[0].calls) == ("all", len(calls))
    return {(row.by, row.key): row for row in rows}


def _all(*calls: PastCall) -> ReportRow:
    return _rows(list(calls))["all", ""]


@pytest.mark.parametrize(
    ("call", "expired", "gone", "late"),
    [
        (_past(), 0, 0, 0),
        (_past(taken_s=180), 0, 0, 0),
        (_past(taken_s=180.1, ended_s=300), 0, 0, 1),
        (_past("expired", None, 14400), 1, 0, 1),
        (_past("expired", 30, 14400), 1, 0, 0),
        (_past("cancelled", None, 20), 0, 1, 0),
        (_past("cancelled", None, 500), 0, 1, 1),
        (_past("cancelled", 20, 500), 0, 0, 0),
        (_past("called", None, None, made_at=NOW - timedelta(seconds=170)), 0, 0, 0),
        (_past("called", None, None, made_at=NOW - timedelta(seconds=190)), 0, 0, 1),
        (_past(taken_s=46, urgent=True), 0, 0, 1),
        (_past(taken_s=44, urgent=True), 0, 0, 0),
        (_past(taken_s=91, reason="manager"), 0, 0, 1),
    ],
)
def test_what_counts_as_missed(call: PastCall, expired: int, gone: int, late: int) -> None:
    row = _all(call)
    assert (row.expired, row.gone, row.late) == (expired, gone, late)
    assert row.missed == int(expired or gone or late)


@pytest.mark.parametrize(
    ("call", "first"),
    [
        (_past(taken_s=44), 1),
        (_past(taken_s=45), 0),
        (_past(taken_s=60, reason="manager"), 1),
        (_past(taken_s=44, urgent=True), 1),
        (_past("cancelled", None, 2), 0),
    ],
)
def test_taken_before_it_rang_twice(call: PastCall, first: int) -> None:
    assert _all(call).in_first == first


def test_an_empty_report_has_its_first_row() -> None:
    assert _rows([]) == {("all", ""): ReportRow(by="all", key="")}


def test_what_the_store_lacked_has_the_most_frequent_first() -> None:
    none = "no_such_thing"
    calls = [_past(sku="7", outcome=none)] * 2 + [_past(sku="8", outcome=none)] * 3
    calls += [_past(outcome=none), _past(sku="9")]
    rows = [row for row in report(calls, RULES, (), local=lambda at: at, now=NOW) if row.by == "lacking"]
    assert [(row.key, row.calls) for row in rows] == [("8", 3), ("7", 2), ("dairy", 1)]


# --- fairness -------------------------------------------------------------------------------------------------------


def _who(name: str, department: str = "", role: Role = Role.ASSOCIATE) -> Associate:
    return Associate(name, (department,) if department else (), role, "key", "hash")


_TEAMS = st.lists(
    st.builds(
        _who, st.text("abcdefgh", min_size=1, max_size=3), st.sampled_from(("", "a", "b")), st.sampled_from(Role)
    ),
    max_size=12,
    unique_by=lambda a: a.name,
)


@given(team=_TEAMS, gone=st.booleans())
def test_no_row_is_about_fewer_people_than_it_may(team: list[Associate], gone: bool) -> None:
    """Each took a number of calls by which they can be told from the sums."""
    calls = [_past(taken_by=a.name) for i, a in enumerate(team) for _ in range(2**i)]
    calls += [_past(taken_by="left the store")] * gone
    found = [row for (by, _), row in _rows(calls, tuple(team)).items() if by == "taken_by"]
    assert sum(row.calls for row in found) == len(calls)
    people = {row.key: bin(row.calls - (gone and row.key == "")).count("1") for row in found}
    assert all(count >= FEWEST for key, count in people.items() if key)
    assert people.get("", 0) == 0 or people[""] >= min(FEWEST, len(team))


def test_departments_are_told_where_they_are_several() -> None:
    team = tuple(_who(f"{d}{i}", d) for d in ("dairy", "garden") for i in range(3))
    calls = [_past(taken_by=a.name) for a in team for _ in range(2)]
    rows = _rows(calls, team)
    assert rows["taken_by", "associate, dairy"].taken == 6
    assert rows["taken_by", "associate, garden"].taken == 6


# --- a quarter ------------------------------------------------------------------------------------------------------

Quarter = tuple[apsw.Connection, list[Truth]]


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Quarter:
    truth = list(invented(7))
    return on_disk(tmp_path_factory.mktemp("quarter") / "state.db", truth), truth


def test_a_quarter_is_reported_as_it_was(quarter: Quarter) -> None:
    connection, truth = quarter
    rows = _rows(past_calls(connection, UNTIL - timedelta(days=91), UNTIL))
    for department, usual_s in USUAL_S.items():
        mine = [call for call in truth if call.department == department]
        taken = sorted(call.taken_s for call in mine if call.taken_s is not None)
        ends = Counter(call.end for call in mine)
        row = rows["department", department]
        assert (row.calls, row.taken) == (len(mine), len(taken))
        assert row.answer_s == round(taken[(len(taken) + 1) // 2 - 1])
        assert row.answer_s == pytest.approx(usual_s, rel=0.03)
        assert row.answer_p90_s == pytest.approx(usual_s * exp(1.2816 * SPREAD), rel=0.04)
        assert (row.done, row.no_such_thing, row.nobody_there) == tuple(
            ends[end] for end in ("done", "no_such_thing", "nobody_there")
        )
        assert (row.expired, row.gone) == (ends["expired"], ends["cancelled"])
        assert row.late == ends["expired"] + sum(s > 180 for s in taken)
        assert row.in_first == sum(s < 45 for s in taken)
    assert sum(rows["hour", f"{hour:02}"].calls for hour in range(24)) == len(truth)
    assert sum(row.calls for (by, _), row in rows.items() if by == "day") == len(truth)


def test_a_quarter_is_read_in_weeks_without_a_difference(quarter: Quarter) -> None:
    connection, _ = quarter
    weeks = [UNTIL - timedelta(days=91) + timedelta(weeks=week) for week in range(14)]
    pieces = [past_calls(connection, since, min(since + timedelta(weeks=1), UNTIL)) for since in weeks]
    assert [call for piece in pieces for call in piece] == past_calls(connection, weeks[0], UNTIL)
