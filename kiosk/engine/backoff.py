"""How long to wait before a child that ended is started again."""

from __future__ import annotations

FIRST_WAIT_S = 0.2
"""Pause before the first restart; doubled for each quick death up to LONGEST_WAIT_S."""
LONGEST_WAIT_S = 5.0
STEADY_S = 30.0
"""A child that lived this long starts over at the shortest pause."""


class Backoff:
    """The pauses of one child, longer with each quick death."""

    def __init__(self) -> None:
        self._next_s = FIRST_WAIT_S

    def after(self, lived_s: float) -> float:
        """Seconds to wait after a child that lived this long."""
        wait_s = FIRST_WAIT_S if lived_s > STEADY_S else self._next_s
        self._next_s = min(wait_s * 2, LONGEST_WAIT_S)
        return wait_s
