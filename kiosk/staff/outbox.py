"""What is to be delivered elsewhere, on disk until it was: one file per destination.

Taking up news from a log and moving the cursor in that log are one transaction, so that a power cut at any point
neither loses a letter nor takes it up twice. Invariants, checked by random histories in the tests:

1. Every entry taken up is a letter exactly once, by its key, for as long as the key is remembered.
2. A letter waits until it was delivered, dropped or late; then it never comes up again.
3. No letter comes up at or after its deadline.
4. The cursor on disk is that of the last letters taken up, never another's.

Delivery is at least once: between the destination's acknowledgement and `sent` the power may go. So a letter carries a
key by which its destination can tell it was there already.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

import apsw

from kiosk.staff.errors import StoreError

FIRST_WAIT_S = 0.5
"""Pause after the first failed try, doubled with each one up to LONGEST_WAIT_S."""
LONGEST_WAIT_S = 30.0
_BUSY_MS = 2000

_TABLES = """
CREATE TABLE IF NOT EXISTS letter (
    seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, payload TEXT NOT NULL, taken_at REAL NOT NULL, deadline REAL,
    next_try REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    ended TEXT CHECK (ended IN ('sent', 'dropped', 'late')), ended_at REAL,
    CHECK ((ended IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX IF NOT EXISTS letter_waiting ON letter (next_try) WHERE ended IS NULL;
CREATE TABLE IF NOT EXISTS cursor (at INTEGER NOT NULL) STRICT;
"""
_COLUMNS = "seq, key, payload, taken_at, deadline, tries"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be delivered: under a key of its own, until a deadline (aware) if there is one."""

    key: str
    payload: str
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """An entry that was taken up; `tries` counts those that failed."""

    seq: int
    key: str
    payload: str
    taken_at: datetime
    deadline: datetime | None
    tries: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many letters wait, and since when the oldest of them does."""

    count: int
    since: datetime | None


def pause_s(tries: int, chance: float) -> float:
    """Seconds until the next try after so many failed ones; `chance` (0 to 1) takes up to half of it away, so that many
    kiosks do not come back to a server at once."""
    return float(min(FIRST_WAIT_S * 2 ** min(tries - 1, 16), LONGEST_WAIT_S)) * (1 - chance / 2)


class Outbox:
    """The letters for one destination. Not for use from two threads at once; times are aware."""

    def __init__(self, connection: apsw.Connection) -> None:
        """Make the tables. Raises StoreError."""
        self._db = connection
        with self._transaction():
            connection.execute(_TABLES)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or make the file, with mode 600 in a folder of mode 700. One that is damaged is set aside as
        NAME.damaged and made anew: its letters were copies. Raises StoreError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
            path.chmod(0o600)
            try:
                return cls(_connected(path))
            except (apsw.NotADBError, apsw.CorruptError):
                path.replace(path.with_name(f"{path.name}.damaged"))
                for more in ("-wal", "-shm"):
                    path.with_name(path.name + more).unlink(missing_ok=True)
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
                return cls(_connected(path))
        except (OSError, apsw.Error) as error:
            raise StoreError(f"{path}: cannot be used ({error}); check the folder's owner, mode and space") from error

    def close(self) -> None:
        self._db.close()

    @property
    def cursor(self) -> int | None:
        """Up to where the log was taken up; None if it never was."""
        with self._checked():
            at: int | None = self._db.execute("SELECT at FROM cursor").get
        return at

    def take(self, entries: Iterable[Entry], cursor: int, now: datetime) -> int:
        """Take up what is new up to this place in the log; returns how many keys were not known. Raises StoreError."""
        with self._transaction():
            before = self._db.total_changes()
            for entry in entries:
                self._db.execute(
                    "INSERT INTO letter (key, payload, taken_at, deadline, next_try) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT (key) DO NOTHING",
                    (entry.key, entry.payload, now.timestamp(), _seconds(entry.deadline), now.timestamp()),
                )
            new: int = self._db.total_changes() - before
            self._db.execute("DELETE FROM cursor")
            self._db.execute("INSERT INTO cursor VALUES (?)", (cursor,))
        return new

    def due(self, now: datetime) -> Letter | None:
        """The letter whose turn it is: what is new goes before what has failed before. One whose next try is further
        off than any pause was put there by a clock that has since been set back: it is due."""
        at = now.timestamp()
        found = self._all(
            "(next_try <= ? OR next_try > ?) AND (deadline IS NULL OR deadline > ?) "
            "ORDER BY tries, next_try, seq LIMIT 1",
            (at, at + LONGEST_WAIT_S, at),
        )
        return found[0] if found else None

    def wait_s(self, now: datetime) -> float | None:
        """Seconds until the next letter is due or late, at most LONGEST_WAIT_S; None when none waits."""
        with self._checked():
            soonest = self._db.execute(
                "SELECT min(min(next_try, coalesce(deadline, next_try))) FROM letter WHERE ended IS NULL"
            ).get
        return None if soonest is None else min(max(0.0, soonest - now.timestamp()), LONGEST_WAIT_S)

    def sent(self, letter: Letter, now: datetime) -> None:
        """It was delivered. Raises StoreError."""
        self._end(letter, "sent", now)

    def drop(self, letter: Letter, now: datetime) -> None:
        """It is of no use any more. Raises StoreError."""
        self._end(letter, "dropped", now)

    def failed(self, letter: Letter, now: datetime, wait_s: float) -> None:
        """A try did not succeed; the next is due after so many seconds. Raises StoreError."""
        with self._transaction():
            self._db.execute(
                "UPDATE letter SET tries = tries + 1, next_try = ? WHERE seq = ? AND ended IS NULL",
                (now.timestamp() + wait_s, letter.seq),
            )

    def hurry(self, now: datetime) -> None:
        """The destination is there again: all that waits is due. Raises StoreError."""
        with self._transaction():
            self._db.execute(
                "UPDATE letter SET next_try = ? WHERE ended IS NULL AND next_try > ?", (now.timestamp(),) * 2
            )

    def late(self, now: datetime) -> tuple[Letter, ...]:
        """End all letters whose deadline has passed, and return them. Raises StoreError."""
        letters = self._all("deadline <= ? ORDER BY seq", (now.timestamp(),))
        if letters:
            with self._transaction():
                for letter in letters:
                    self._mark_ended(letter, "late", now)
        return letters

    def was_sent(self, beginning: str) -> bool:
        """Whether anything was delivered whose key begins so."""
        with self._checked():
            return bool(
                self._db.execute(
                    "SELECT EXISTS (SELECT 1 FROM letter"
                    " WHERE key >= ?1 AND key < ?1 || char(1114111) AND ended = 'sent')",
                    (beginning,),
                ).get
            )

    def waiting(self) -> Waiting:
        """What waits for its delivery."""
        with self._checked():
            rows = self._db.execute("SELECT count(*), min(taken_at) FROM letter WHERE ended IS NULL")
            [(count, since)] = rows
        return Waiting(count, None if since is None else _at(since))

    def forget(self, before: datetime) -> None:
        """Delete letters that ended before that time, their keys too: nothing that old may be taken up again. Raises
        StoreError."""
        with self._transaction():
            self._db.execute("DELETE FROM letter WHERE ended_at < ?", (before.timestamp(),))

    def _end(self, letter: Letter, how: str, now: datetime) -> None:
        with self._transaction():
            self._mark_ended(letter, how, now)

    def _mark_ended(self, letter: Letter, how: str, now: datetime) -> None:
        """Its payload goes at once: only the key is still needed."""
        self._db.execute(
            "UPDATE letter SET ended = ?, ended_at = ?, payload = '' WHERE seq = ? AND ended IS NULL",
            (how, now.timestamp(), letter.seq),
        )

    def _all(self, where: str, values: tuple[float, ...]) -> tuple[Letter, ...]:
        query = f"SELECT {_COLUMNS} FROM letter WHERE ended IS NULL AND {where}"  # noqa: S608  texts of this module
        with self._checked():
            return tuple(_letter(row) for row in self._db.execute(query, values))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._checked():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                with suppress(apsw.Error):
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _checked(self) -> Iterator[None]:
        try:
            yield
        except apsw.Error as error:
            name = self._db.filename or "the outbox"
            raise StoreError(f"{name}: cannot be used ({error}); free some space there or delete the file") from error


def _connected(path: Path) -> apsw.Connection:
    """Raises apsw.NotADBError or apsw.CorruptError when the file is damaged."""
    db = apsw.Connection(str(path))
    try:
        db.set_busy_timeout(_BUSY_MS)
        db.pragma("journal_mode", "wal")
        db.pragma("synchronous", "full")
        db.pragma("secure_delete", 1)
        if (found := db.pragma("quick_check")) != "ok":
            raise apsw.CorruptError(str(found))
    except BaseException:
        db.close()
        raise
    return db


def _letter(row: tuple[int, str, str, float, float | None, int]) -> Letter:
    seq, key, payload, taken_at, deadline, tries = row
    return Letter(seq, key, payload, _at(taken_at), None if deadline is None else _at(deadline), tries)


def _seconds(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()


def _at(seconds: float) -> datetime:
    return datetime.fromtimestamp(0, UTC) + timedelta(seconds=seconds)
