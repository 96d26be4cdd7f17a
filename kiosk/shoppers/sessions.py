"""Open sessions, kept in the state file so that a restart of the engine does not lose a shopper's list or page."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import apsw


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session on record; times are aware."""

    id: str
    language: str
    started_at: datetime
    seen_at: datetime


class Sessions:
    """The record of open sessions. It says nothing of who the shopper is."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS session ("
            " id TEXT PRIMARY KEY, language TEXT NOT NULL, started_at TEXT NOT NULL, seen_at TEXT NOT NULL)"
            " WITHOUT ROWID"
        )

    def start(self, language: str, now: datetime, id: str | None = None) -> OpenSession:  # noqa: A002
        """Open a session under a new unguessable id, or under a caller's own."""
        session = OpenSession(id or secrets.token_urlsafe(12), language, now, now)
        self._connection.execute(
            "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)",
            (session.id, language, now.isoformat(), now.isoformat()),
        )
        return session

    def get(self, session: str) -> OpenSession | None:
        row = self._connection.execute(
            "SELECT id, language, started_at, seen_at FROM session WHERE id = ?", (session,)
        ).fetchone()
        if row is None:
            return None
        return OpenSession(row[0], row[1], datetime.fromisoformat(row[2]), datetime.fromisoformat(row[3]))

    def seen(self, session: str, now: datetime) -> None:
        """The shopper did something."""
        self._connection.execute("UPDATE session SET seen_at = ? WHERE id = ?", (now.isoformat(), session))

    def end(self, session: str) -> None:
        self._connection.execute("DELETE FROM session WHERE id = ?", (session,))

    def silent(self, now: datetime, for_s: float) -> tuple[str, ...]:
        """Ids of the sessions in which nothing happened for that long."""
        before = (now - timedelta(seconds=for_s)).isoformat()
        rows = self._connection.execute("SELECT id FROM session WHERE seen_at < ?", (before,))
        return tuple(id_ for (id_,) in rows)
