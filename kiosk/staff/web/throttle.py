"""Slows down guessing: each wrong PIN makes its address and its account wait longer, in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

FORGIVEN = timedelta(minutes=30)
"""After this long without a wrong PIN a count starts anew."""
LOCKED = timedelta(minutes=15)
_LONGEST_DELAY_S = 60
_MOST_KEYS = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """`free` wrong PINs cost nothing; each further one doubles the wait from 2 s on; `lock` of them lock."""

    free: int
    lock: int


ACCOUNT = Limits(free=3, lock=10)
ADDRESS = Limits(free=6, lock=30)
"""Phones behind one access point may share an address, so it is given more."""


@dataclass(slots=True)
class _Count:
    wrong: int
    last: datetime
    until: datetime


class Throttle:
    """Counts wrong PINs by key. An attempt counts as wrong from its start, so that many at once gain nothing."""

    def __init__(self, limits: Limits, clock: Callable[[], datetime]) -> None:
        self._limits = limits
        self._clock = clock
        self._counts: dict[str, _Count] = {}

    def wait(self, key: str) -> float:
        """Seconds until this key may try again; 0 when it may now."""
        count = self._counts.get(key)
        return 0.0 if count is None else max(0.0, (count.until - self._clock()).total_seconds())

    def attempt(self, key: str) -> None:
        """An attempt begins."""
        now = self._clock()
        count = self._counts.pop(key, None)
        if count is None or now - count.last > FORGIVEN:
            count = _Count(0, now, now)
        count.wrong += 1
        count.last = now
        count.until = now + self._delay(count.wrong)
        self._counts[key] = count
        while len(self._counts) > _MOST_KEYS:
            del self._counts[next(iter(self._counts))]

    def forgive(self, key: str) -> None:
        """The attempt was right: its key starts anew."""
        self._counts.pop(key, None)

    def take_back(self, key: str) -> None:
        """The attempt was right, but what was wrong before it still counts."""
        count = self._counts.get(key)
        if count is not None:
            count.wrong -= 1
            count.until = self._clock()

    def _delay(self, wrong: int) -> timedelta:
        if wrong >= self._limits.lock:
            return LOCKED
        beyond = wrong - self._limits.free
        return timedelta(seconds=min(2**beyond, _LONGEST_DELAY_S) if beyond > 0 else 0)
