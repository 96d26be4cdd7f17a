"""What tests of calls share: a time, a call, and a state file of an older program."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import apsw

from kiosk.staff import Page, Rules, states, store

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
RULE = Rules().usual


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def call(**changes: Any) -> Page:
    """A call from the main entrance for the hardware department, made at noon."""
    fields = {"id": "a1", "kiosk": "Kiosk 1", "place": "Main entrance", "reason": "help", "session": "s", "now": NOON}
    fields = {"department": "hardware", **fields, **changes}
    return states.create(**{"rule": Rules().of(fields["reason"]), **fields})


def connect_old(path: str) -> apsw.Connection:
    """A state file as the first program left it, with one open call named "older"."""
    db = apsw.Connection(path)
    db.execute("CREATE TABLE page_schema (version INTEGER NOT NULL) STRICT; INSERT INTO page_schema VALUES (1)")
    db.execute(store._MIGRATIONS[0])
    noon = "2026-11-21T12:00:00.000000+00:00"
    db.execute(
        "INSERT INTO page VALUES ('older', 'Kiosk 1', 'Main entrance', 'help', 'hardware', 'normal', 'a key for the"
        " case', '', NULL, 's', 'en', ?1, ?1, ?1, 'called', NULL, 0)",
        (noon,),
    )
    db.execute("INSERT INTO page_step VALUES (1, 'older', 'create', NULL, ?, 'called', 0)", (noon,))
    return db
