"""Who is on shift: the roster's file, shifts over midnight, days the clocks change, absences, opening hours."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import StaffError
from kiosk.staff.roster import DAYS, FILE, Absence, Roster, RosterFile, Shift
from kiosk.staff.rules import EVERYONE, LEAD, Rule
from local_catalog import Opening

BERLIN = ZoneInfo("Europe/Berlin")
EXAMPLE = """
[steps]
again_s = 30
lead_s = 60.5
everyone_s = 120
claim_silent_s = 60

[reason.medicine]
department = "pharmacy"
start = "lead"
again_s = 20

[reason.theft]
urgent = true

[[shift]]
who = "Ana"
days = "mon-fri"
from = "08:00"
until = "16:30"

[[shift]]
who = ["Ben", "Cem"]
days = "fri, sat"
from = "22:00"
until = "06:00"

[[shift]]
who = "Dora"
on = [2026-12-24, 2026-12-31]
from = 07:00:00
until = "24:00"

[[away]]
who = "Ana"
from = 2026-12-24
until = 2026-12-31

[[away]]
who = "Ben"
from = 2026-11-20
"""
EVERYBODY = ("ana", "Ben", "Cem", "Dora", "Zoë")


def _roster(tmp_path: Path, text: str) -> Roster:
    (tmp_path / FILE).write_text(text, "utf-8")
    return Roster.load(tmp_path / FILE)


def _there(roster: Roster, when: str) -> set[str]:
    there = roster.on_shift(EVERYBODY, datetime.fromisoformat(when).replace(tzinfo=BERLIN))
    assert there is not None
    return set(there)


def test_without_a_file_nobody_knows(tmp_path: Path) -> None:
    roster = Roster.load(tmp_path / FILE)
    assert roster == Roster()
    assert roster.on_shift(EVERYBODY, datetime(2026, 11, 20, 3, tzinfo=BERLIN), [Opening(4, 480, 1200)]) is None


@pytest.mark.parametrize(
    ("when", "there"),
    [
        ("2026-11-20 07:59", set()),
        ("2026-11-20 08:00", {"ana"}),
        ("2026-11-20 16:29:59", {"ana"}),
        ("2026-11-20 16:30", set()),
        ("2026-11-20 22:00", {"Cem"}),  # Ben is away on the day it begins
        ("2026-11-21 05:59", {"Cem"}),
        ("2026-11-21 06:00", set()),
        ("2026-11-21 23:00", {"Ben", "Cem"}),
        ("2026-11-22 05:00", {"Ben", "Cem"}),
        ("2026-11-22 23:00", set()),
        ("2026-12-24 12:00", {"Dora"}),
        ("2026-12-24 23:59", {"Dora"}),
        ("2026-12-25 00:00", set()),
        ("2027-01-01 12:00", {"ana"}),
    ],
)
def test_the_example(tmp_path: Path, when: str, there: set[str]) -> None:
    assert _there(_roster(tmp_path, EXAMPLE), when) == there


def test_the_rules_of_the_example(tmp_path: Path) -> None:
    rules = _roster(tmp_path, EXAMPLE).rules
    assert rules.of("find") == Rule((0, 30, 60.5, 120), claim_silent_s=60)
    assert (rules.of("manager").after, rules.of("manager").start) == ((0, 30, 60.5, 120), LEAD)
    medicine = rules.of("medicine")
    assert (medicine.after, medicine.start, medicine.department) == ((0, 20, 60.5, 120), LEAD, "pharmacy")
    assert rules.of("theft").begins(urgent=False) == EVERYONE
    assert rules.of("injury").urgent


def test_the_examples_of_the_manual_can_be_used(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[3] / "docs" / "manager.md").read_text("utf-8")
    shifts, steps = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    roster = _roster(tmp_path, shifts)
    assert roster.on_shift(["Sam", "Kim", "Lou"], datetime(2026, 11, 22, 5, tzinfo=BERLIN)) == frozenset({"Lou"})
    assert roster.on_shift(["Sam", "Kim"], datetime(2026, 12, 27, 9, tzinfo=BERLIN)) == frozenset({"Kim"})
    assert _roster(tmp_path, steps).rules.of("medicine").after == (0, 20, 60, 120)


def test_strangers_and_absent_people_are_told(tmp_path: Path) -> None:
    roster = _roster(tmp_path, EXAMPLE)
    assert roster.strangers(["ANA", "Ben"]) == ("Cem", "Dora")
    assert roster.away(EVERYBODY, datetime(2026, 12, 31, 23, 59, tzinfo=BERLIN)) == {"ana"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[shift]\n", "not a TOML file"),
        ("\udcff", "not a TOML file"),
        ("a=" + "[" * 5000, "not a TOML file"),
        ("shift = 1", r"\[shift\]: write \[\[shift\]\]"),
        ("shift = [1]", r"\[\[shift\]\] 1: is a table"),
        ("[shifts]", "nothing named 'shifts'"),
        ("[steps]\nlead = 4", r"\[steps\]: there is nothing named 'lead'"),
        ("[steps]\nlead_s = '4'", r"\[steps\]: lead_s: is a number"),
        ("[steps]\nlead_s = true", r"\[steps\]: lead_s: is a number"),
        ("[steps]\nlead_s = nan", r"\[steps\]: lead_s: is a number"),
        ("[steps]\neveryone_s = 1e9", r"\[steps\]: Everyone is rung"),
        ("[steps]\nlead_s = 20", r"\[steps\]: .* grow"),
        ("[steps]\ncoming_silent_s = 0", r"\[steps\]: .* more than 0"),
        ("steps = 3", r"\[steps\]: is a table"),
        ("[reason.coffee]", r"\[reason.coffee\]: There is no reason 'coffee'"),
        ("[reason.injury]\nurgent = false", r"\[reason.injury\]: 'injury' is always urgent"),
        ("[reason.find]\nurgent = 'no'", r"\[reason.find\]: urgent: give true or false"),
        ("[reason.find]\nstart = 'boss'", r"\[reason.find\]: start: there is no step 'boss'"),
        ("[reason.find]\ndepartment = ''", r"\[reason.find\]: department: is a text"),
        ("[reason]\nfind = 3", r"\[reason.find\]: is a table"),
        ("[[shift]]\ndays='mon'\nfrom='08:00'\nuntil='09:00'", r"\[\[shift\]\] 1: who: is a text"),
        ("[[shift]]\nwho=[]\ndays='mon'\nfrom='08:00'\nuntil='09:00'", r"\[\[shift\]\] 1: who: is a text"),
        ("[[shift]]\nwho='A'\nfrom='08:00'\nuntil='09:00'", "days: is missing"),
        ("[[shift]]\nwho='A'\ndays='mond'\nfrom='08:00'\nuntil='09:00'", "days: 'mond' is no day"),
        ("[[shift]]\nwho='A'\ndays='mon-'\nfrom='08:00'\nuntil='09:00'\nx=1", "nothing named 'x'"),
        ("[[shift]]\nwho='A'\ndays='-'\nfrom='08:00'\nuntil='09:00'", "days: '' is no day"),
        ("[[shift]]\nwho='A'\ndays='mon'\nfrom='8'\nuntil='09:00'", "from: '8' is no time of day"),
        ("[[shift]]\nwho='A'\ndays='mon'\nfrom='24:00'\nuntil='09:00'", "from: 24:00"),
        ("[[shift]]\nwho='A'\ndays='mon'\nfrom='08:00'\nuntil='24:01'", "until: '24:01' is no time"),
        ("[[shift]]\nwho='A'\ndays='mon'\nfrom='08:00'\nuntil='08:00'", "are the same"),
        ("[[shift]]\nwho='A'\non='2026-12-24'\nfrom='08:00'\nuntil='09:00'", "on: is a day"),
        ("[[away]]\nwho='A'\nfrom=2026-12-24T08:00:00", r"\[\[away\]\] 1: from: is a day"),
        ("[[away]]\nwho='A'\nfrom=2026-12-24\nuntil=2026-12-23", "exchange them"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / FILE
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(StaffError, match=message) as caught:
        Roster.load(file)
    assert str(caught.value).startswith(str(file))


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_file_is_a_roster_or_a_mistake(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(raw)
    trouble = str(file)
    try:
        Roster.load(file)
    except StaffError as error:
        trouble = str(error)
    assert str(file) in trouble


def test_a_mistake_leaves_the_roster_as_it_was(tmp_path: Path) -> None:
    file = RosterFile(tmp_path)
    assert file.now() == Roster()
    _write(tmp_path, EXAMPLE)
    good = file.now()
    assert good.shifts
    _write(tmp_path, EXAMPLE + "[[shift]]\n")
    assert file.now() == good
    assert "[[shift]] 4" in file.trouble
    _write(tmp_path, "")
    assert file.now() == Roster(kept=True)
    assert not file.trouble


def _write(folder: Path, text: str) -> None:
    fresh = folder / "fresh"
    fresh.write_text(text, "utf-8")
    os.replace(fresh, folder / FILE)


# --- any shifts -----------------------------------------------------------------------------------------------------

_SHIFTS = st.lists(
    st.builds(
        lambda who, days, begins, length: Shift(who, frozenset(days), frozenset(), begins, begins + length),
        st.sampled_from(EVERYBODY),
        st.sets(st.integers(0, 6)),
        st.integers(0, 24 * 60 - 1),
        st.integers(1, 24 * 60),
    ),
    max_size=6,
).map(tuple)
_NOW = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(BERLIN)
)


@given(shifts=_SHIFTS, now=_NOW)
def test_who_is_there_is_who_has_a_shift_around_now_by_the_clock_on_the_wall(
    shifts: tuple[Shift, ...], now: datetime
) -> None:
    """Checked minute by minute of the wall's calendar, overlapping shifts and changes of the clocks included."""
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    wanted = set()
    for shift in shifts:
        for ago in range(3):
            midnight = datetime.combine(wall.date() - timedelta(days=ago), datetime.min.time())
            begins, ends = midnight + timedelta(minutes=shift.begins), midnight + timedelta(minutes=shift.ends)
            if midnight.weekday() in shift.weekdays and begins <= wall < ends:
                wanted.add(shift.who)
    found = Roster(shifts, kept=True).on_shift(EVERYBODY, now)
    assert found == (wanted if shifts else None)


@given(shifts=_SHIFTS, now=_NOW)
def test_who_is_away_is_not_on_shift(shifts: tuple[Shift, ...], now: datetime) -> None:
    away = Absence("ANA", now.date() - timedelta(days=1), now.date())
    there = Roster(shifts, (away,), kept=True).on_shift(EVERYBODY, now)
    assert there is None or "ana" not in there


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_night_shift_is_whole_when_the_clocks_change(day: date) -> None:
    """Every minute of the night, of which there are an hour fewer or more, somebody is there."""
    roster = Roster((Shift("Ben", frozenset(range(7)), frozenset(), 22 * 60, 30 * 60),), kept=True)
    at = datetime.combine(day - timedelta(days=1), datetime.min.time(), BERLIN).replace(hour=22).astimezone(UTC)
    minutes = 0
    while roster.on_shift(["Ben"], at.astimezone(BERLIN)):
        at += timedelta(minutes=1)
        minutes += 1
    assert minutes == (7 if day.month == 3 else 9) * 60
    assert at.astimezone(BERLIN).hour == 6


@given(begin=st.integers(0, 6), length=st.integers(0, 6))
def test_ranges_of_days_go_round(tmp_path_factory: pytest.TempPathFactory, begin: int, length: int) -> None:
    days = f"{DAYS[begin]}-{DAYS[(begin + length) % 7]}"
    text = f"[[shift]]\nwho='A'\ndays='{days}'\nfrom='08:00'\nuntil='09:00'"
    (shift,) = _roster(tmp_path_factory.getbasetemp(), text).shifts
    assert shift.weekdays == {(begin + i) % 7 for i in range(length + 1)}


# --- opening hours --------------------------------------------------------------------------------------------------

_HOURS = [Opening(day, 8 * 60, 20 * 60) for day in range(6)] + [Opening(6, None, None)]


@pytest.mark.parametrize(
    ("when", "nobody"),
    [
        ("2026-11-20 07:29", True),
        ("2026-11-20 07:31", False),
        ("2026-11-20 12:00", False),
        ("2026-11-20 20:29", False),
        ("2026-11-20 20:30", True),
        ("2026-11-22 12:00", True),
    ],
)
def test_without_shifts_nobody_is_there_while_the_store_is_closed(when: str, nobody: bool) -> None:
    now = datetime.fromisoformat(when).replace(tzinfo=BERLIN)
    assert Roster(kept=True).on_shift(EVERYBODY, now, _HOURS) == (frozenset() if nobody else None)
    assert Roster(kept=True).on_shift(EVERYBODY, now) is None


def test_a_shift_counts_whatever_the_opening_hours() -> None:
    night = Roster((Shift("Ben", frozenset({6}), frozenset(), 0, 24 * 60),), kept=True)
    sunday = datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    assert night.on_shift(EVERYBODY, sunday, _HOURS) == frozenset({"Ben"})
    assert night.on_shift(EVERYBODY, sunday + timedelta(days=1), _HOURS) == frozenset()
