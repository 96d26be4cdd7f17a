"""A clock that a test sets."""

from __future__ import annotations

from datetime import UTC, datetime


class Time:
    """Gives `now` until that is set to another."""

    def __init__(self, now: datetime = datetime(2026, 11, 21, 12, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now
