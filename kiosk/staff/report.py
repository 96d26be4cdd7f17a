"""How calls went, for the store's manager: how fast they were taken, which were missed, what the store lacked.

Who took how many is told of roles and departments only, and only of groups of at least FEWEST people, so that no row
is about one person: the report is for seeing where hands are missing, not for ranking people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.protocol import ReportRow
from kiosk.staff.accounts import Associate, fold
from kiosk.staff.past import PastCall, nearest_rank
from kiosk.staff.rules import Rules

FEWEST = 3
"""People of whom a row speaks together."""
MOST_LACKING = 50


def report(
    calls: Sequence[PastCall],
    rules: Rules,
    team: Iterable[Associate],
    *,
    local: Callable[[datetime], datetime],
    now: datetime,
) -> list[ReportRow]:
    """The rows of a report; the first is that of all calls. `rules` are those of the store today, `team` those who have
    an account, `local` gives the time in the store, `now` decides what of the open calls is late."""
    judged = [_judged(call, rules, local(call.made_at), now) for call in calls]
    by: tuple[tuple[str, Callable[[_Judged], str]], ...] = (
        ("department", lambda one: one.call.department or ""),
        ("reason", lambda one: one.call.reason),
        ("hour", lambda one: f"{one.made.hour:02}"),
        ("day", lambda one: one.made.date().isoformat()),
    )
    rows = [_row("all", "", judged)]
    for name, key in by:
        rows += [_row(name, group, some) for group, some in sorted(_grouped(judged, key).items())]
    return rows + _lacking(calls) + _taken_by(calls, team)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A call, when it was made by the store's clock, and what it counts as."""

    call: PastCall
    made: datetime
    in_first: bool
    late: bool
    gone: bool

    @property
    def missed(self) -> bool:
        return self.late or self.gone or self.call.state == "expired"


def _judged(call: PastCall, rules: Rules, made: datetime, now: datetime) -> _Judged:
    rule = rules.of(call.reason)
    return _Judged(
        call=call,
        made=made,
        in_first=call.taken_s is not None and call.taken_s < rule.first_s(call.urgent),
        late=_waited(call, now) > rule.late_s(call.urgent),
        gone=call.state == "cancelled" and call.taken_s is None,
    )


def _row(by: str, key: str, judged: Sequence[_Judged]) -> ReportRow:
    calls = [one.call for one in judged]
    taken = sorted(call.taken_s for call in calls if call.taken_s is not None)
    helped = [call.ended_s for call in calls if call.outcome == "done" and call.ended_s is not None]
    outcomes = Counter(call.outcome for call in calls if call.state == "resolved")
    return ReportRow(
        by=by,
        key=key,
        calls=len(calls),
        taken=len(taken),
        answer_s=_rounded(nearest_rank(taken, 0.5)),
        answer_p90_s=_rounded(nearest_rank(taken, 0.9)),
        helped_s=_rounded(nearest_rank(helped, 0.5)),
        in_first=sum(one.in_first for one in judged),
        missed=sum(one.missed for one in judged),
        expired=sum(call.state == "expired" for call in calls),
        gone=sum(one.gone for one in judged),
        late=sum(one.late for one in judged),
        silent=sum(call.silences for call in calls),
        done=outcomes["done"],
        no_such_thing=outcomes["no_such_thing"],
        nobody_there=outcomes["nobody_there"],
    )


def _waited(call: PastCall, now: datetime) -> float:
    """Seconds it rang without anybody taking it, up to now."""
    if call.taken_s is not None:
        return call.taken_s
    return call.ended_s if call.ended_s is not None else (now - call.made_at).total_seconds()


def _lacking(calls: Iterable[PastCall]) -> list[ReportRow]:
    """What staff said there is not: by product, the most frequent first."""
    times = Counter((call.sku or "", call.department or "") for call in calls if call.outcome == "no_such_thing")
    ordered = sorted(times.items(), key=lambda item: (-item[1], item[0]))[:MOST_LACKING]
    return [
        ReportRow(by="lacking", key=sku or department, calls=count, no_such_thing=count)
        for (sku, department), count in ordered
    ]


def _taken_by(calls: Iterable[PastCall], team: Iterable[Associate]) -> list[ReportRow]:
    """How many calls were taken first by whom; the empty key is for everyone else."""
    groups = _crowds({fold(associate.name): associate for associate in team})
    times = Counter(groups.get(fold(call.taken_by), "") for call in calls if call.taken_by is not None)
    return [ReportRow(by="taken_by", key=key, calls=count, taken=count) for key, count in sorted(times.items())]


def _crowds(team: Mapping[str, Associate]) -> dict[str, str]:
    """The group of each by name: of role and departments, else of the role, else the rest; none has fewer people than
    FEWEST, but the rest of a team that is smaller itself."""
    groups = {name: ", ".join((a.role, *sorted(a.departments))) for name, a in team.items()}
    for wider in ({name: str(a.role) for name, a in team.items()}, dict.fromkeys(team, "")):
        sizes = Counter(groups.values())
        groups = {name: group if sizes[group] >= FEWEST else wider[name] for name, group in groups.items()}
    sizes = Counter(groups.values())
    if 0 < sizes[""] < FEWEST and len(sizes) > 1:
        smallest = min((size, group) for group, size in sizes.items() if group)[1]
        groups = {name: "" if group == smallest else group for name, group in groups.items()}
    return groups


def _grouped(judged: Iterable[_Judged], key: Callable[[_Judged], str]) -> dict[str, list[_Judged]]:
    found: dict[str, list[_Judged]] = defaultdict(list)
    for one in judged:
        found[key(one)].append(one)
    return found


def _rounded(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds)
