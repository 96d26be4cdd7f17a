"""How long somebody who gave a wrong PIN waits for the next try: pure figures, kept by whoever counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FORGIVEN = timedelta(minutes=30)
"""After this long without a wrong PIN a count starts anew."""
LOCKED = timedelta(minutes=15)
_LONGEST_DELAY_S = 60


@dataclass(frozen=True, slots=True)
class Count:
    """Wrong PINs so far, when the last was, and when the next may be tried."""

    wrong: int
    last: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Limits:
    """`free` wrong PINs cost nothing; each further one doubles the wait from 2 s on; `lock` of them lock."""

    free: int
    lock: int

    def after(self, count: Count | None, now: datetime) -> Count:
        """The count with one more wrong PIN."""
        wrong = 1 if count is None or now - count.last > FORGIVEN else count.wrong + 1
        return Count(wrong, now, now + self._delay(wrong))

    def _delay(self, wrong: int) -> timedelta:
        if wrong >= self.lock:
            return LOCKED
        beyond = wrong - self.free
        return timedelta(seconds=min(2**beyond, _LONGEST_DELAY_S) if beyond > 0 else 0)
