"""Slows down guessing: each wrong PIN makes its address and its account wait longer, in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kiosk.staff.guessing import Count, Limits

_MOST_KEYS = 10_000

ACCOUNT = Limits(free=3, lock=10)
ADDRESS = Limits(free=6, lock=30)
"""Phones behind one access point may share an address, so it is given more."""


class Throttle:
    """Counts wrong PINs by key. An attempt counts as wrong from its start, so that many at once gain nothing."""

    def __init__(self, limits: Limits, clock: Callable[[], datetime]) -> None:
        self._limits = limits
        self._clock = clock
        self._counts: dict[str, Count] = {}

    def wait(self, key: str) -> float:
        """Seconds until this key may try again; 0 when it may now."""
        count = self._counts.get(key)
        return 0.0 if count is None else max(0.0, (count.until - self._clock()).total_seconds())

    def attempt(self, key: str) -> None:
        """An attempt begins."""
        self._counts[key] = self._limits.after(self._counts.pop(key, None), self._clock())
        while len(self._counts) > _MOST_KEYS:
            del self._counts[next(iter(self._counts))]

    def forgive(self, key: str) -> None:
        """The attempt was right: its key starts anew."""
        self._counts.pop(key, None)

    def take_back(self, key: str) -> None:
        """The attempt was right, but what was wrong before it still counts."""
        count = self._counts.get(key)
        if count is not None:
            self._counts[key] = replace(count, wrong=count.wrong - 1, until=self._clock())
