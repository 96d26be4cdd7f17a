"""A quarter of a year of calls, made up with a known truth and written as the store writes them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import apsw

from kiosk.staff import PageStore

UNTIL = datetime(2026, 11, 20, 12, tzinfo=UTC)
CALLS = 30_000
USUAL_S = {"bakery": 100, "dairy": 20, "garden": 60}
"""The median wait of each department, seconds."""
SPREAD = 0.5
"""Of the logarithm of the waits, which are lognormal."""


@dataclass(frozen=True, slots=True)
class Truth:
    """How one call went: `end` is an outcome, cancelled or expired."""

    at: datetime
    department: str
    taken_s: float | None
    end: str


def invented(seed: int) -> Iterator[Truth]:
    """The calls, evenly spread over ninety days."""
    rng = random.Random(seed)
    for number in range(CALLS):
        at = UNTIL - timedelta(days=90) + timedelta(seconds=number * 90 * 86_400 / CALLS)
        department, fate = rng.choice(sorted(USUAL_S)), rng.random()
        if fate < 0.04:
            yield Truth(at, department, None, "cancelled" if fate < 0.03 else "expired")
        else:
            outcome = rng.choice(("done", "done", "done", "no_such_thing", "nobody_there"))
            yield Truth(at, department, USUAL_S[department] * rng.lognormvariate(0, SPREAD), outcome)


def on_disk(path: Path, truth: list[Truth]) -> apsw.Connection:
    """A state file with these calls."""
    connection = apsw.Connection(str(path))
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "full")
    store = PageStore(connection, "Kiosk 1")
    store.create(place="here", reason="help", session="s", now=UNTIL - timedelta(days=200))
    fields = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info('page') ORDER BY cid")]
    pattern = dict(zip(fields, connection.execute("SELECT * FROM page").get, strict=True))
    pages: list[tuple[Any, ...]] = []
    steps: list[tuple[Any, ...]] = []
    for number, call in enumerate(truth):
        id_, row = f"page{number:06}", _row(call)
        pages.append(tuple({**pattern, **row, "id": id_}[field] for field in fields))
        steps.append((id_, "create", None, row["created_at"], "called"))
        if row["claimed_at"] is not None:
            steps.append((id_, "claim", "Ana", row["claimed_at"], "claimed"))
            steps.append((id_, "coming", "Ana", row["claimed_at"], "coming"))
        steps.append((id_, row["state"], None, row["changed_at"], row["state"]))
    with connection:
        connection.executemany(f"INSERT INTO page VALUES ({', '.join('?' * len(fields))})", pages)
        insert = "INSERT INTO page_step (page, name, who, at, state, step) VALUES (?, ?, ?, ?, ?, 0)"
        connection.executemany(insert, steps)
    return connection


def _row(call: Truth) -> dict[str, Any]:
    taken_s = call.taken_s or 0
    ended = call.at + timedelta(seconds={"cancelled": 30, "expired": 14_400}.get(call.end, taken_s + 60))
    closed = call.end if call.taken_s is None else "resolved"
    return {
        "department": call.department,
        "state": closed,
        "created_at": _text(call.at),
        "rung_at": _text(call.at),
        "changed_at": _text(ended),
        "claimed_at": None if call.taken_s is None else _text(call.at + timedelta(seconds=taken_s)),
        "claimed_by": None if call.taken_s is None else "Ana",
        "outcome": call.end if closed == "resolved" else "",
    }


def _text(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
