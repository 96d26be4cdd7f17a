"""What became of calls: one line each, as reports and usual times need it; without a shopper's words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import apsw

GIVEN_UP_S = 180.0
"""A call nobody took in this time, which then expired or was cancelled, counts as never answered."""


@dataclass(frozen=True, slots=True)
class PastCall:
    """A call. `taken_s` and `ended_s` are seconds from its making to its first claim and to its end, None where there
    was none (yet); `silences` counts claims that went silent; `taken_by` is who claimed it first."""

    made_at: datetime
    reason: str
    department: str | None
    urgent: bool
    state: str
    outcome: str
    sku: str | None
    taken_s: float | None
    ended_s: float | None
    taken_by: str | None
    silences: int

    @property
    def answer_s(self) -> float | None:
        """Seconds until somebody took it, infinite where nobody ever did; None where nothing can be said: it is still
        open, or its shopper went after a short while."""
        if self.taken_s is not None:
            return self.taken_s
        return math.inf if self.ended_s is not None and self.ended_s >= GIVEN_UP_S else None


def past_calls(connection: apsw.Connection, since: datetime, until: datetime) -> list[PastCall]:
    """The calls made from `since` up to, not including, `until`, oldest first. Reads the tables of `PageStore`.

    A claim that was made on another kiosk's copy of a call is known by the call itself, not by a step here.
    """
    rows = connection.execute(
        """
        SELECT p.created_at, p.reason, p.department, p.priority, p.state, p.outcome, p.sku, p.changed_at,
            coalesce((SELECT at FROM page_step WHERE page = p.id AND name = 'claim' ORDER BY seq LIMIT 1),
                     p.claimed_at),
            coalesce((SELECT who FROM page_step WHERE page = p.id AND name = 'claim' ORDER BY seq LIMIT 1),
                     p.claimed_by),
            (SELECT count(*) FROM page_step WHERE page = p.id AND name = 'lapse')
        FROM page p WHERE p.created_at >= ? AND p.created_at < ? ORDER BY p.created_at, p.id
        """,
        (_text(since), _text(until)),
    )
    return [_past(*row) for row in rows]


def nearest_rank(values: Iterable[float], share: float) -> float | None:
    """The smallest of the values that at least this share of them does not exceed; None of no values."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else None


def _past(
    made: str, reason: str, department: str | None, priority: str, state: str, outcome: str, sku: str | None,
    changed: str, taken: str | None, taken_by: str | None, silences: int,
) -> PastCall:  # fmt: skip
    made_at = datetime.fromisoformat(made)
    return PastCall(
        made_at=made_at,
        reason=reason,
        department=department,
        urgent=priority == "urgent",
        state=state,
        outcome=outcome,
        sku=sku,
        taken_s=None if taken is None else _seconds(made_at, taken),
        ended_s=_seconds(made_at, changed) if state in ("resolved", "cancelled", "expired") else None,
        taken_by=taken_by,
        silences=silences,
    )


def _seconds(since: datetime, at: str) -> float:
    return (datetime.fromisoformat(at) - since).total_seconds()


def _text(at: datetime) -> str:
    """As the store writes times."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
