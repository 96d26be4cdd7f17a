"""Calls for staff on disk: what a method here has returned survives a power cut.

Each transition is one transaction: the call as it now is, and a row of its history. The tables are the store's own
and live in the state file, whose opener sets WAL and `synchronous = FULL`; nobody else writes them.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

import apsw

from kiosk.staff import states
from kiosk.staff.errors import NoSuchPage, StaffError, StoreError, WrongStep
from kiosk.staff.states import Page, State

_MIGRATIONS = (
    """
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
    """,
    """
    CREATE TABLE page_told (seq INTEGER NOT NULL) STRICT;
    INSERT INTO page_told SELECT coalesce(max(seq), 0) FROM page_step;
    """,
)
"""Statement N takes the tables from version N to N + 1. Never changed once shipped, only added to."""

_FIELDS = tuple(field.name for field in fields(Page))
_TIMES = frozenset({"created_at", "changed_at", "rung_at"})
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM page"  # noqa: S608  names of a dataclass
_INSERT = f"INSERT INTO page ({', '.join(_FIELDS)}) VALUES ({', '.join(':' + name for name in _FIELDS)})"  # noqa: S608
_UPDATE = f"UPDATE page SET {', '.join(f'{name} = :{name}' for name in _FIELDS[1:])} WHERE id = :id"  # noqa: S608
_OPEN = "state IN ('called', 'claimed', 'coming')"
_FULL = 2
_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH = 10
"""30 characters to the power of 10: 49 bits, as many as matter within the life of a call on a LAN."""

_STEPS = {
    "claim": states.claim,
    "coming": states.coming,
    "resolve": states.resolve,
    "release": states.release,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the history of all calls, numbered by `seq`. name: create, again, words, claim, coming, resolve,
    release, cancel, expire or escalate; `who` is None for the shopper and the clock; state and step are those after
    it."""

    seq: int
    page: str
    name: str
    who: str | None
    at: datetime
    state: State
    step: int


class PageStore:
    """All calls of a kiosk. Not for use from two threads at once."""

    def __init__(self, connection: apsw.Connection) -> None:
        """Make or migrate the tables. Raises StaffError when the connection would acknowledge what is not on disk,
        or the tables are of a newer program."""
        if connection.pragma("synchronous") < _FULL:
            raise StaffError("Calls need PRAGMA synchronous = FULL; set it where the state file is opened.")
        self._db = connection
        with self._transaction():
            connection.execute("CREATE TABLE IF NOT EXISTS page_schema (version INTEGER NOT NULL) STRICT")
            version = connection.execute("SELECT max(version) FROM page_schema").get or 0
            if version > len(_MIGRATIONS):
                raise StaffError(
                    f"{connection.filename}: the calls in it were written by a newer Aislewise; install that version."
                )
            for number, statements in enumerate(_MIGRATIONS[version:], version + 1):
                connection.execute(statements)
                connection.execute("INSERT INTO page_schema VALUES (?)", (number,))
        self._told: int = connection.execute("SELECT seq FROM page_told").get
        """The last step told in this process, even where the disk did not take that."""

    def create(
        self,
        *,
        kiosk: str,
        place: str,
        reason: str,
        session: str,
        now: datetime,
        department: str | None = None,
        priority: str = "normal",
        words: str = "",
        said: str = "",
        sku: str | None = None,
        language: str = "en",
    ) -> tuple[Page, bool]:
        """Call staff. An open call of the same session and reason is returned instead of a second one.

        The flag says whether anything was written: a new call, or something the open one did not know yet.
        Raises StaffError when the reason, priority or session cannot be used, StoreError when the disk refuses.
        """
        with self._transaction():
            was = self._one(f"{_SELECT} WHERE session = ? AND reason = ? AND {_OPEN}", (session, reason))
            if was is not None:
                page = states.again(was, now, priority=priority, words=words, said=said, sku=sku)
                return self._write(was, page, "again", None), page != was
            page = states.create(
                id="".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH)),
                kiosk=kiosk,
                place=place,
                reason=reason,
                department=department,
                priority=priority,
                words=words,
                said=said,
                sku=sku,
                session=session,
                language=language,
                now=now,
            )
            return self._write(None, page, "create", None), True

    def step(self, page_id: str, step: str, who: str, now: datetime) -> Page:
        """A step by staff: claim, coming, resolve or release. A repeated one returns the page unchanged.

        Raises WrongStep with words for the associate, NoSuchPage, or StoreError when the disk refuses.
        """
        taken = _STEPS.get(step)
        if taken is None:
            raise WrongStep(f"There is no step {step[:40]!r}. Use one of: {', '.join(_STEPS)}.")
        who = states.plain(who, states.LABEL_LIMIT)
        with self._transaction():
            was = self.page(page_id)
            return self._write(was, taken(was, who, now), step, who)

    def cancel(self, page_id: str, session: str, now: datetime) -> Page:
        """The shopper of that session needs nobody any more. Raises WrongStep or NoSuchPage."""
        with self._transaction():
            was = self._own(page_id, session)
            return self._write(was, states.cancel(was, now), "cancel", None)

    def add_words(self, page_id: str, session: str, words: str, now: datetime) -> Page:
        """The shopper of that session says more. Raises WrongStep or NoSuchPage."""
        with self._transaction():
            was = self._own(page_id, session)
            return self._write(was, states.add_words(was, words, now), "words", None)

    def advance(self, now: datetime) -> tuple[Page, ...]:
        """Do what time brings: expire and escalate what is due. Returns the pages that changed, oldest first.

        One that cannot be written holds up no other. Raises StoreError of the first, after all were tried.
        """
        changed, failed = [], None
        for was in self.open_pages():
            for name, due in (("expire", states.expire), ("escalate", states.escalate)):
                page = due(was, now)
                if page == was:
                    continue
                try:
                    with self._transaction():
                        changed.append(self._write(was, page, name, None))
                except StoreError as error:
                    failed = failed or error
                break
        if failed is not None:
            raise failed
        return tuple(changed)

    def untold(self) -> tuple[Step, ...]:
        """The steps on disk that nobody was told of yet, in the order in which they were taken."""
        return self._steps("seq > ?", self._told)

    def told(self, step: Step) -> None:
        """Everyone was told of this step and those before it. Raises StoreError when the disk refuses: then they are
        untold once more, but only after a restart."""
        self._told = step.seq
        with self._transaction():
            self._db.execute("UPDATE page_told SET seq = ?", (step.seq,))

    def page(self, page_id: str) -> Page:
        """One call, open or closed. Raises NoSuchPage."""
        page = self._one(f"{_SELECT} WHERE id = ?", (page_id,))
        if page is None:
            raise NoSuchPage("There is no such call.")
        return page

    def open_pages(self) -> tuple[Page, ...]:
        """Every call somebody still has to do something about, oldest first."""
        return self._all(f"{_SELECT} WHERE {_OPEN} ORDER BY created_at, id")

    def of_session(self, session: str) -> tuple[Page, ...]:
        """All calls of one session, open and closed, oldest first."""
        return self._all(f"{_SELECT} WHERE session = ? ORDER BY created_at, id", (session,))

    def between(self, since: datetime, until: datetime) -> tuple[Page, ...]:
        """Calls made from `since` up to, not including, `until`, oldest first: for reports."""
        bounds = (_text(since), _text(until))
        return self._all(f"{_SELECT} WHERE created_at >= ? AND created_at < ? ORDER BY created_at, id", bounds)

    def history(self, page_id: str) -> tuple[Step, ...]:
        """The steps of one call in the order in which they were taken; empty if there is no such call."""
        return self._steps("page = ?", page_id)

    def forget_words(self, before: datetime) -> int:
        """Blank the shopper's words and the answers of calls made before that time; returns how many had any.

        The blanked bytes are overwritten in the file and the write-ahead log is emptied.
        """
        worded = "(words != '' OR said != '') AND created_at < ?"
        if not self._db.execute(f"SELECT 1 FROM page WHERE {worded} LIMIT 1", (_text(before),)).get:  # noqa: S608
            return 0
        secure = self._db.pragma("secure_delete")
        self._db.pragma("secure_delete", 1)
        try:
            with self._transaction():
                self._db.execute(f"UPDATE page SET words = '', said = '' WHERE {worded}", (_text(before),))  # noqa: S608
                blanked = self._db.changes()
        finally:
            self._db.pragma("secure_delete", secure)
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return blanked

    def _own(self, page_id: str, session: str) -> Page:
        """A call of that session. Raises NoSuchPage."""
        page = self.page(page_id)
        if page.session != session:
            raise NoSuchPage("There is no such call.")
        return page

    def _write(self, was: Page | None, page: Page, name: str, who: str | None) -> Page:
        """Inside a transaction: put a transition on disk. Nothing is written when nothing changed."""
        if page == was:
            return page
        self._db.execute(_INSERT if was is None else _UPDATE, {field: _value(page, field) for field in _FIELDS})
        self._db.execute(
            "INSERT INTO page_step (page, name, who, at, state, step) VALUES (?, ?, ?, ?, ?, ?)",
            (page.id, name, who, _text(page.changed_at), page.state.value, page.step),
        )
        return page

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Outermost always, so that leaving it means being on disk: inside another transaction SQLite refuses it."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except apsw.Error as error:
            raise self._not_written(error) from error
        try:
            yield
            self._db.execute("COMMIT")
        except apsw.Error as error:
            self._roll_back()
            raise self._not_written(error) from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _not_written(self, error: apsw.Error) -> StoreError:
        return StoreError(
            f"{self._db.filename or 'the state file'}: the call could not be saved ({error}); free some "
            "space there or mend the file"
        )

    def _steps(self, where: str, value: str | int) -> tuple[Step, ...]:
        query = f"SELECT seq, page, name, who, at, state, step FROM page_step WHERE {where} ORDER BY seq"  # noqa: S608
        return tuple(
            Step(seq, page, name, who, datetime.fromisoformat(at), State(state), step)
            for seq, page, name, who, at, state, step in self._db.execute(query, (value,))
        )

    def _all(self, query: str, values: tuple[Any, ...] = ()) -> tuple[Page, ...]:
        return tuple(_page(row) for row in self._db.execute(query, values))

    def _one(self, query: str, values: tuple[Any, ...]) -> Page | None:
        row = self._db.execute(query, values).fetchone()
        return None if row is None else _page(row)


def _value(page: Page, field: str) -> Any:
    value = getattr(page, field)
    if field in _TIMES:
        return _text(value)
    return value.value if isinstance(value, State) else value


def _text(at: datetime) -> str:
    """UTC of one width, so that the order of the texts is that of the times."""
    if at.tzinfo is None:
        raise ValueError("times are aware datetimes; this one has no zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _page(row: tuple[Any, ...]) -> Page:
    values = dict(zip(_FIELDS, row, strict=True))
    for name in _TIMES:
        values[name] = datetime.fromisoformat(values[name])
    return Page(**{**values, "state": State(values["state"])})
