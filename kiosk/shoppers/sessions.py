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


def begin_session(language: str, now: datetime, id: str | None = None) -> OpenSession:  # noqa: A002
    """A new session under an unguessable id, or under a caller's own; not on record yet."""
    return OpenSession(id or secrets.token_urlsafe(12), language, now, now)


class Sessions:
    """The record of open sessions. It says nothing of who the shopper is."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS session ("
            " id TEXT PRIMARY KEY, language TEXT NOT NULL, started_at TEXT NOT NULL, seen_at TEXT NOT NULL)"
            " WITHOUT ROWID"
        )

    def keep(self, session: OpenSession) -> None:
        """Put a session on record as it is now."""
        self._connection.execute(
            "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)",
            (session.id, session.language, session.started_at.isoformat(), session.seen_at.isoformat()),
        )

    def get(self, session: str) -> OpenSession | None:
        row = self._connection.execute(
            "SELECT id, language, started_at, seen_at FROM session WHERE id = ?", (session,)
        ).fetchone()
        if row is None:
            return None
        return OpenSession(row[0], row[1], datetime.fromisoformat(row[2]), datetime.fromisoformat(row[3]))

    def end(self, session: str) -> None:
        self._connection.execute("DELETE FROM session WHERE id = ?", (session,))

    def silent(self, now: datetime, for_s: float) -> tuple[str, ...]:
        """Ids of the sessions in which nothing happened for that long."""
        before = (now - timedelta(seconds=for_s)).isoformat()
        rows = self._connection.execute("SELECT id FROM session WHERE seen_at < ?", (before,))
        return tuple(id_ for (id_,) in rows)
