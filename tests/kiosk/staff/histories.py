"""What tests of calls share: a time, a call, and a state file of an older program."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import apsw

from kiosk.staff import Page, Rules, states

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
    db.execute(
        """
        CREATE TABLE page_schema (version INTEGER NOT NULL) STRICT;
        INSERT INTO page_schema VALUES (1);
        CREATE TABLE page (
            id TEXT PRIMARY KEY, kiosk TEXT NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL, department TEXT,
            priority TEXT NOT NULL CHECK (priority IN ('normal', 'urgent')),
            words TEXT NOT NULL, said TEXT NOT NULL, sku TEXT, session TEXT NOT NULL, language TEXT NOT NULL,
            created_at TEXT NOT NULL, changed_at TEXT NOT NULL, rung_at TEXT NOT NULL,
            state TEXT NOT NULL
                CHECK (state IN ('called', 'claimed', 'coming', 'resolved', 'cancelled', 'expired')),
            claimed_by TEXT, step INTEGER NOT NULL,
            CHECK (created_at <= rung_at AND rung_at <= changed_at),
            CHECK (state NOT IN ('claimed', 'coming', 'resolved') OR claimed_by IS NOT NULL),
            CHECK (state != 'called' OR claimed_by IS NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX page_open ON page (session, reason) WHERE state IN ('called', 'claimed', 'coming');
        CREATE INDEX page_created ON page (created_at);
        CREATE INDEX page_worded ON page (created_at) WHERE words != '' OR said != '';
        CREATE INDEX page_session ON page (session);
        CREATE TABLE page_step (
            seq INTEGER PRIMARY KEY, page TEXT NOT NULL REFERENCES page (id), name TEXT NOT NULL, who TEXT,
            at TEXT NOT NULL, state TEXT NOT NULL, step INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX page_step_page ON page_step (page, seq);
        """
    )
    noon = "2026-11-21T12:00:00.000000+00:00"
    db.execute(
        "INSERT INTO page VALUES ('older', 'Kiosk 1', 'Main entrance', 'help', 'hardware', 'normal', 'a key for the"
        " case', '', NULL, 's', 'en', ?1, ?1, ?1, 'called', NULL, 0)",
        (noon,),
    )
    db.execute("INSERT INTO page_step VALUES (1, 'older', 'create', NULL, ?, 'called', 0)", (noon,))
    return db
