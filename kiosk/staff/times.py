"""How long calls usually take in this store, so that a shopper is told the truth and not a hope."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.staff.past import PastCall, nearest_rank

LOOKED_BACK = timedelta(days=28)
ENOUGH = 8
"""So many calls make a figure."""
_SETTLED = timedelta(days=1)
"""Calls this old do not change any more: they have long expired."""
_FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Usual:
    """Usual whole seconds from a call to somebody taking it, and to its end; None where too little is known, or where
    most calls are never answered."""

    answer_s: int | None = None
    helped_s: int | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """How one call went; `hour` is that of the store's day. helped_s only where the shopper was helped."""

    department: str | None
    hour: int
    answer_s: float | None
    helped_s: float | None


def sample(call: PastCall, local: Callable[[datetime], datetime]) -> Sample:
    """A call of the past as a sample; `local` gives the time in the store."""
    helped = call.ended_s if call.outcome == "done" else None
    return Sample(call.department, local(call.made_at).hour, call.answer_s, helped)


def usual(samples: Iterable[Sample], department: str | None, hour: int) -> Usual:
    """The median of the department's calls in that hour of the day where there are ENOUGH, else of the department's,
    else of the store's."""
    samples = list(samples)
    own = [s for s in samples if s.department == department]
    wider = ([s for s in own if s.hour == hour], own, samples)
    return Usual(
        answer_s=_first_median([s.answer_s for s in some if s.answer_s is not None] for some in wider),
        helped_s=_first_median([s.helped_s for s in some if s.helped_s is not None] for some in wider),
    )


def _first_median(sets: Iterable[Sequence[float]]) -> int | None:
    for values in sets:
        if len(values) >= ENOUGH:
            middle = nearest_rank(values, 0.5)
            return None if middle is None or math.isinf(middle) else round(middle)
    return None


@dataclass
class _Known:
    at: datetime
    samples: list[Sample]
    answers: dict[tuple[str | None, int], Usual] = field(default_factory=dict)


class Times:
    """Answers from the calls on record, looked at anew after a minute. For one thread."""

    def __init__(
        self,
        past: Callable[[datetime, datetime], Sequence[PastCall]],
        local: Callable[[datetime], datetime] = datetime.astimezone,
    ) -> None:
        """`past` gives the calls made in a span of time; `local` the time in the store."""
        self._past = past
        self._local = local
        self._settled: list[tuple[datetime, Sample]] = []
        self._settled_until: datetime | None = None
        self._known: _Known | None = None

    def usual(self, department: str | None, now: datetime) -> Usual:
        """For a call made at `now` (aware) for a department."""
        if self._known is None or not timedelta(0) <= now - self._known.at < _FRESH:
            self._known = _Known(now, self._samples(now))
        key = department, self._local(now).hour
        if key not in self._known.answers:
            self._known.answers[key] = usual(self._known.samples, *key)
        return self._known.answers[key]

    def _samples(self, now: datetime) -> list[Sample]:
        first, settled = now - LOOKED_BACK, now - _SETTLED
        if self._settled_until is None or self._settled_until > settled:
            self._settled, self._settled_until = [], first
        since = max(first, self._settled_until)
        self._settled = [kept for kept in self._settled if kept[0] >= first]
        self._settled += [(call.made_at, sample(call, self._local)) for call in self._past(since, settled)]
        self._settled_until = settled
        return [kept for _, kept in self._settled] + [sample(c, self._local) for c in self._past(settled, now)]
