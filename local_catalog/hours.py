"""Whether the store is open at a moment, until when, and when it opens next, by its own clock.

What closes before it opens, or when it opens, closes on the day after: Friday 18:00 to 02:00 is over on Saturday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from local_catalog.types import Opening

_WEEK = 7
_DAY = 24 * 60


def never_closes(hours: Sequence[Opening]) -> bool:
    """Whether the store is open day and night: every day from midnight, or any one time, to the same."""
    whole = {o.weekday for o in hours if o.opens is not None and o.closes is not None and _whole_day(o.opens, o.closes)}
    return len(whole) == _WEEK and len({o.opens for o in hours}) == 1


def open_until(hours: Sequence[Opening], now: datetime) -> datetime | None:
    """When the store closes, in the zone of `now`; None while it is closed."""
    return max((closes for opens, closes in _around(hours, now) if opens <= now < closes), default=None)


def opens_next(hours: Sequence[Opening], now: datetime) -> datetime | None:
    """When the store, now closed, opens next, in the zone of `now`; None if it never does."""
    return min((opens for opens, _ in _around(hours, now) if opens > now), default=None)


def _whole_day(opens: int, closes: int) -> bool:
    return (closes - opens) % _DAY == 0


def _around(hours: Sequence[Opening], now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Every opening and closing from yesterday to this day of next week."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for ahead in range(-1, _WEEK + 1):
        day = today + timedelta(days=ahead)
        for opening in hours:
            if opening.weekday == day.weekday() and opening.opens is not None and opening.closes is not None:
                closes = day + timedelta(days=opening.closes <= opening.opens, minutes=opening.closes)
                yield day + timedelta(minutes=opening.opens), closes
