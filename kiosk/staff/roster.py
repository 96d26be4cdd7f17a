"""Who is on shift, and how calls ring in this store: what `roster.toml` in the data folder says.

Shifts go by the clock on the wall: on the day the clocks change, 22:00 to 06:00 is an hour shorter or longer.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.staff.accounts import fold
from kiosk.staff.errors import StaffError
from kiosk.staff.rules import AGAIN, EVERYONE, LEAD, Rule, Rules
from kiosk.staff.watched import Watched

if TYPE_CHECKING:
    from local_catalog import Opening

FILE = "roster.toml"
STARTS = {"department": 0, "again": AGAIN, "lead": LEAD, "everyone": EVERYONE}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AROUND = timedelta(minutes=30)
"""So long before the store opens and after it closes somebody may be there, though no shift says so."""
_STEPS = ("again_s", "lead_s", "everyone_s")
_SILENCES = ("claim_silent_s", "coming_silent_s")
_DAY = 24 * 60
_LARGEST = 1 << 20
"""Bytes of the largest file that is read; a thousand shifts have a tenth of it."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody's hours on some days. `begins` and `ends` are minutes after the midnight the day begins with; a shift
    past midnight ends beyond 1440 and belongs to the day it begins on."""

    who: str
    weekdays: frozenset[int]
    dates: frozenset[date]
    begins: int
    ends: int

    def on(self, day: date) -> bool:
        """Whether it begins on that day."""
        return day in self.dates or day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which somebody does not begin a shift, both included."""

    who: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Roster:
    """What the file says; `kept` is whether there is one. Names are compared as accounts' names are."""

    shifts: tuple[Shift, ...] = ()
    absences: tuple[Absence, ...] = ()
    rules: Rules = field(default_factory=Rules)
    kept: bool = False

    @staticmethod
    def load(path: Path) -> Roster:
        """The roster in a file; one that is not there keeps no shifts. Raises StaffError in one line that names file,
        table and remedy."""
        try:
            with path.open("rb") as file:
                raw = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return Roster()
        except OSError as error:
            raise StaffError(
                f"{path}: cannot be read ({error.strerror or error}); check its owner and mode."
            ) from error
        if len(raw) > _LARGEST:
            raise StaffError(f"{path}: is larger than {_LARGEST >> 20} MiB; take old dates out of it.")
        try:
            tables = tomllib.loads(raw.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise StaffError(f"{path}: is not a TOML file ({error}); correct that line.") from error
        try:
            return _roster(tables)
        except StaffError as error:
            raise StaffError(f"{path}: {error}") from error

    def on_shift(self, names: Iterable[str], now: datetime, hours: Sequence[Opening] = ()) -> frozenset[str] | None:
        """Of these names, those on shift at `now`, the time in the store; None where nobody knows: no shifts are kept.

        `hours` are the store's opening hours. They count where a roster is kept without shifts: while the store is
        closed, and for more than AROUND was and will be, nobody is on shift.
        """
        if not self.shifts:
            closed = self.kept and any(o.opens is not None for o in hours) and not _open_around(hours, now)
            return frozenset() if closed else None
        there = {fold(shift.who) for shift in self.shifts if self._covers(shift, now)}
        return frozenset(name for name in names if fold(name) in there)

    def away(self, names: Iterable[str], now: datetime) -> frozenset[str]:
        """Of these names, those who are away on the day of `now`."""
        return frozenset(name for name in names if self._absent(name, now.date()))

    def strangers(self, names: Iterable[str]) -> tuple[str, ...]:
        """Who stands in the roster and is none of these: a misspelled name is never rung. By name."""
        known = {fold(name) for name in names}
        named = [shift.who for shift in self.shifts] + [absence.who for absence in self.absences]
        return tuple(sorted({who for who in named if fold(who) not in known}))

    def _covers(self, shift: Shift, now: datetime) -> bool:
        minute = now.hour * 60 + now.minute
        for ago in (0, 1):
            day = now.date() - timedelta(days=ago)
            if shift.on(day) and shift.begins <= minute + ago * _DAY < shift.ends and not self._absent(shift.who, day):
                return True
        return False

    def _absent(self, name: str, day: date) -> bool:
        return any(a.first <= day <= a.last and fold(a.who) == fold(name) for a in self.absences)


class RosterFile:
    """The roster of a store that goes on: a file with a mistake in it changes nothing until it is mended."""

    def __init__(self, folder: Path) -> None:
        self._watched = Watched(folder / FILE, self._read)
        self._good = Roster()
        self.trouble = ""
        """What is wrong with the file as it lies there; empty when nothing is."""

    def now(self) -> Roster:
        """The roster as the file says now, or as it last said without a mistake."""
        return self._watched.value()

    def _read(self, path: Path) -> Roster:
        try:
            self._good, self.trouble = Roster.load(path), ""
        except StaffError as error:
            self.trouble = str(error)
        return self._good


def _open_around(hours: Sequence[Opening], now: datetime) -> bool:
    # The staff page, which is told no hours, does without the catalog and its memory, 16 MB.
    from local_catalog import open_until

    return any(open_until(hours, at) is not None for at in (now - AROUND, now, now + AROUND))


def _roster(tables: Mapping[str, Any]) -> Roster:
    _known(tables, "the file", ("steps", "reason", "shift", "away"))
    return Roster(
        shifts=tuple(shift for where, entry in _entries(tables, "shift") for shift in _shifts(entry, where)),
        absences=tuple(absence for where, entry in _entries(tables, "away") for absence in _absences(entry, where)),
        rules=_rules(_table(tables.get("steps", {}), "[steps]"), _table(tables.get("reason", {}), "[reason]")),
        kept=True,
    )


def _rules(steps: Mapping[str, Any], reasons: Mapping[str, Any]) -> Rules:
    _known(steps, "[steps]", (*_STEPS, *_SILENCES))
    with _naming("[steps]"):
        rules = Rules.by_default(_timed(Rule(), steps))
    for reason, given in reasons.items():
        where = f"[reason.{reason}]"
        fields = _table(given, where)
        _known(fields, where, ("department", "start", "urgent", *_STEPS, *_SILENCES))
        was = rules.of(reason)
        with _naming(where):
            rule = replace(
                _timed(was, fields),
                start=_start(fields) if "start" in fields else was.start,
                department=_text(fields, "department") if "department" in fields else was.department,
                urgent=_flag(fields, "urgent") if "urgent" in fields else was.urgent,
            )
            rules = rules.changed(reason, rule)
    return rules


def _timed(rule: Rule, fields: Mapping[str, Any]) -> Rule:
    """The rule with the times given."""
    again, lead, everyone = (
        _seconds(fields, name) if name in fields else rule.after[rung] for rung, name in enumerate(_STEPS, 1)
    )
    claim, coming = (_seconds(fields, name) if name in fields else getattr(rule, name) for name in _SILENCES)
    return replace(rule, after=(0, again, lead, everyone), claim_silent_s=claim, coming_silent_s=coming)


def _shifts(entry: Mapping[str, Any], where: str) -> list[Shift]:
    _known(entry, where, ("who", "days", "on", "from", "until"))
    with _naming(where):
        begins, ends = _clock(entry, "from"), _clock(entry, "until")
        if begins == _DAY:
            raise StaffError("from: 24:00 is 00:00 of the next day; give that.")
        if begins == ends:
            raise StaffError("from and until are the same; give 00:00 and 24:00 for a whole day.")
        if "days" not in entry and "on" not in entry:
            raise StaffError('days: is missing; give days = "mon-fri", or on = 2026-12-24 for one day.')
        weekdays = _weekdays(_text(entry, "days")) if "days" in entry else frozenset()
        dates = _dates(entry["on"]) if "on" in entry else frozenset()
        ends += _DAY * (ends <= begins)
        return [Shift(who, weekdays, dates, begins, ends) for who in _people(entry)]


def _absences(entry: Mapping[str, Any], where: str) -> list[Absence]:
    _known(entry, where, ("who", "from", "until"))
    with _naming(where):
        first, last = _date(entry, "from"), _date(entry, "until" if "until" in entry else "from")
        if last < first:
            raise StaffError(f"until: {last} is before {first}; exchange them.")
        return [Absence(who, first, last) for who in _people(entry)]


@contextmanager
def _naming(where: str) -> Iterator[None]:
    """What is wrong inside is told with its place in the file."""
    try:
        yield
    except StaffError as error:
        raise StaffError(f"{where}: {error}") from error


def _entries(tables: Mapping[str, Any], name: str) -> list[tuple[str, Mapping[str, Any]]]:
    found = tables.get(name, [])
    if not isinstance(found, list):
        raise StaffError(f"[{name}]: write [[{name}]], one for each.")
    places = (f"[[{name}]] {number}" for number in range(1, len(found) + 1))
    return [(where, _table(entry, where)) for where, entry in zip(places, found, strict=True)]


def _table(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise StaffError(f"{where}: is a table; give its keys below it.")
    return value


def _known(fields: Mapping[str, Any], where: str, names: Sequence[str]) -> None:
    unknown = next((name for name in fields if name not in names), None)
    if unknown is not None:
        raise StaffError(f"{where}: there is nothing named {unknown[:40]!r}; use {', '.join(names)}.")


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        raise StaffError(f'{name}: is a text; give it in quotes, such as {name} = "{_EXAMPLES[name]}".')
    return value.strip()


_EXAMPLES = {
    "who": "Ana",
    "days": "mon-fri",
    "from": "08:00",
    "until": "16:30",
    "department": "pharmacy",
    "start": "lead",
}


def _people(fields: Mapping[str, Any]) -> list[str]:
    who = fields.get("who")
    if isinstance(who, list) and who:
        return [_text({"who": name}, "who") for name in who]
    return [_text(fields, "who")]


def _seconds(fields: Mapping[str, Any], name: str) -> float:
    value = fields[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise StaffError(f"{name}: is a number of seconds; give it without quotes, such as {name} = 45.")
    return float(value)


def _flag(fields: Mapping[str, Any], name: str) -> bool:
    value = fields[name]
    if not isinstance(value, bool):
        raise StaffError(f"{name}: give true or false, without quotes.")
    return value


def _start(fields: Mapping[str, Any]) -> int:
    name = _text(fields, "start")
    if name not in STARTS:
        raise StaffError(f"start: there is no step {name[:40]!r}; use {', '.join(STARTS)}.")
    return STARTS[name]


def _clock(fields: Mapping[str, Any], name: str) -> int:
    """Minutes after midnight, up to 24:00."""
    value = fields.get(name)
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    text = _text(fields, name)
    hours, colon, minutes = text.partition(":")
    if colon and text.isascii() and hours.isdigit() and minutes.isdigit() and len(hours) <= 2 and len(minutes) == 2:
        found = int(hours) * 60 + int(minutes)
        if int(minutes) < 60 and found <= _DAY:
            return found
    raise StaffError(f"{name}: {text[:40]!r} is no time of day; give it as 08:00, up to 24:00.")


def _date(fields: Mapping[str, Any], name: str) -> date:
    value = fields.get(name)
    if isinstance(value, datetime) or not isinstance(value, date):
        raise StaffError(f"{name}: is a day; give it as {name} = 2026-12-24, without quotes.")
    return value


def _dates(value: object) -> frozenset[date]:
    days = value if isinstance(value, list) and value else [value]
    return frozenset(_date({"on": day}, "on") for day in days)


def _weekdays(text: str) -> frozenset[int]:
    """Days of the week, 0 for Monday, of a list such as 'mon-wed, sat'; a range may go round: 'sat-mon'."""
    found: set[int] = set()
    for part in text.lower().split(","):
        first, _, last = (word.strip() for word in part.partition("-"))
        for word in (first, last or first):
            if word not in DAYS:
                raise StaffError(
                    f"days: {word[:40]!r} is no day; use {', '.join(DAYS)}, ranges such as mon-fri, commas."
                )
        begin, end = DAYS.index(first), DAYS.index(last or first)
        found.update((begin + i) % 7 for i in range((end - begin) % 7 + 1))
    return frozenset(found)
