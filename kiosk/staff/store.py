"""Calls for staff on disk: what a method here has returned survives a power cut.

Each transition is one transaction: the call as it now is, and a row of its history. The tables are the store's own
and live in the state file, whose opener sets WAL and `synchronous = FULL`; nobody else writes them.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

import apsw

from kiosk.staff import states
from kiosk.staff.errors import NoSuchPage, StaffError, StoreError, WrongStep
from kiosk.staff.reconcile import counted, reconcile
from kiosk.staff.rules import Rules
from kiosk.staff.states import Caller, Page, State

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
    """
    ALTER TABLE page ADD COLUMN claimed_at TEXT;
    ALTER TABLE page ADD COLUMN heard_at TEXT;
    ALTER TABLE page ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE page ADD COLUMN callers TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE page ADD COLUMN only TEXT;
    ALTER TABLE page ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
    ALTER TABLE page ADD COLUMN message TEXT NOT NULL DEFAULT '';
    ALTER TABLE page ADD COLUMN message_code TEXT NOT NULL DEFAULT '';
    ALTER TABLE page ADD COLUMN message_by TEXT;
    ALTER TABLE page ADD COLUMN message_at TEXT;
    ALTER TABLE page ADD COLUMN message_spoken INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE page ADD COLUMN own_version INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE page ADD COLUMN hub_version INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE page ADD COLUMN shopper_version INTEGER NOT NULL DEFAULT 0;
    UPDATE page SET callers = json_array(json_array(session, words, json('true'))),
        outcome = iif(state = 'resolved', 'done', ''),
        claimed_at = iif(claimed_by IS NULL, NULL, changed_at), heard_at = iif(claimed_by IS NULL, NULL, changed_at);
    DROP INDEX page_worded;
    DROP INDEX page_open;
    DROP INDEX page_session;
    ALTER TABLE page DROP COLUMN words;
    CREATE INDEX page_open ON page (created_at, id) WHERE state IN ('called', 'claimed', 'coming');
    CREATE TABLE page_caller (
        session TEXT NOT NULL, page TEXT NOT NULL REFERENCES page (id), PRIMARY KEY (session, page)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX page_caller_page ON page_caller (page);
    INSERT INTO page_caller SELECT session, id FROM page;
    ALTER TABLE page_step ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
    """,
)
"""Statement N takes the tables from version N to N + 1. Never changed once shipped, only added to."""

_FIELDS = tuple(field.name for field in fields(Page))
_TIMES = frozenset({"created_at", "changed_at", "rung_at", "claimed_at", "heard_at", "message_at"})
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM page"  # noqa: S608  names of a dataclass
_INSERT = f"INSERT INTO page ({', '.join(_FIELDS)}) VALUES ({', '.join(':' + name for name in _FIELDS)})"  # noqa: S608
_UPDATE = f"UPDATE page SET {', '.join(f'{name} = :{name}' for name in _FIELDS[1:])} WHERE id = :id"  # noqa: S608
_OPEN = "state IN ('called', 'claimed', 'coming')"
_FULL = 2
_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH = 10
"""30 characters to the power of 10: 49 bits, as many as matter within the life of a call on a LAN."""

STEPS = ("claim", "coming", "resolve", "release", "hand_over")
"""What associates do with a call."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the history of all calls, numbered by `seq`. name: create, join, words, claim, coming, resolve,
    release, hand_over, message, cancel, expire, lapse, escalate or reconcile; `who` is None for the shopper and the
    clock; state, round and step are those after it."""

    seq: int
    page: str
    name: str
    who: str | None
    at: datetime
    state: State
    round: int
    step: int


class PageStore:
    """All calls of a kiosk, or of the kiosks of a hub. Not for use from two threads at once."""

    def __init__(self, connection: apsw.Connection, kiosk: str, rules: Callable[[], Rules] = Rules) -> None:
        """Make or migrate the tables. `kiosk` is the name of this machine's kiosk; `rules` gives those of the moment.
        Raises StaffError when the connection would acknowledge what is not on disk, or the tables are of a newer
        program."""
        if connection.pragma("synchronous") < _FULL:
            raise StaffError("Calls need PRAGMA synchronous = FULL; set it where the state file is opened.")
        self._db = connection
        self._kiosk = states.plain(kiosk, states.LABEL_LIMIT)
        self._rules = rules
        self._blank_until = ""
        """Calls made before have no words any more, as far as this process knows."""
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
        """Call staff to this kiosk. Who called for the same reason already, or from the same place for the same reason,
        department and product as somebody else, joins that call while it is open.

        The flag says whether anything was written: a new call, or something the open one did not know yet.
        Raises StaffError when the reason, priority or session cannot be used, StoreError when the disk refuses.
        """
        with self._transaction():
            page = states.create(
                id="".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH)),
                kiosk=self._kiosk,
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
                rule=self._rules().of(reason),
            )
            was = self._same(page)
            if was is None:
                return self._write(None, page, "create", None), True
            joined = states.join(was, session, now, priority=page.priority, words=words, said=said, sku=sku)
            return self._write(was, joined, "join", None), joined != was

    def step(self, page_id: str, step: str, who: str, now: datetime, *, to: str = "", outcome: str = "done") -> Page:
        """A step by staff: one of STEPS. A repeated one returns the page unchanged. `to`, for hand_over, is
        person:NAME or department:ID.

        Raises WrongStep with words for the associate, NoSuchPage, or StoreError when the disk refuses.
        """
        who = states.plain(who, states.LABEL_LIMIT)
        with self._transaction():
            was = self.page(page_id)
            match step:
                case "claim":
                    page = states.claim(was, who, now)
                case "coming":
                    page = states.coming(was, who, now)
                case "resolve":
                    page = states.resolve(was, who, now, outcome)
                case "release":
                    page = states.release(was, who, now)
                case "hand_over":
                    kind, _, name = to.partition(":")
                    if kind not in ("person", "department"):
                        raise WrongStep("Say to whom: a colleague or a department.")
                    page = states.hand_over(was, who, now, self._rules().of(was.reason), **{kind: name})
                case _:
                    raise WrongStep(f"There is no step {step[:40]!r}. Use one of: {', '.join(STEPS)}.")
            return self._write(was, page, step, who)

    def tell(
        self, page_id: str, who: str, now: datetime, *, text: str = "", code: str = "", spoken: bool = True
    ) -> Page:
        """Staff tell the shopper something. Raises WrongStep, NoSuchPage or StoreError."""
        who = states.plain(who, states.LABEL_LIMIT)
        with self._transaction():
            was = self.page(page_id)
            return self._write(was, states.tell(was, who, now, text=text, code=code, spoken=spoken), "message", who)

    def cancel(self, page_id: str, session: str, now: datetime) -> Page:
        """The shopper of that session needs nobody any more. Raises WrongStep or NoSuchPage."""
        with self._transaction():
            was = self._own(page_id, session)
            return self._write(was, states.cancel(was, session, now), "cancel", None)

    def add_words(self, page_id: str, session: str, words: str, now: datetime) -> Page:
        """The shopper of that session says more. Raises WrongStep or NoSuchPage."""
        with self._transaction():
            was = self._own(page_id, session)
            return self._write(was, states.add_words(was, session, words, now), "words", None)

    def reconcile(self, theirs: Iterable[Page]) -> tuple[Page, ...]:
        """Take over what another machine knows of calls; returns how they are now. All or none are on disk.

        Raises StaffError when one is a different call of the same number.
        """
        with self._transaction():
            return tuple(self._reconciled(page) for page in theirs)

    def _reconciled(self, theirs: Page) -> Page:
        was = self._one(f"{_SELECT} WHERE id = ?", (theirs.id,))
        page = theirs if was is None else reconcile(was, theirs)
        news = was is not None and page.message_at != was.message_at
        return self._write(was, page, "message" if news else "reconcile", page.claimed_by, own=False)

    def advance(self, now: datetime) -> tuple[Page, ...]:
        """Do what time brings: expire and escalate what is due. Returns the pages that changed, oldest first.

        One that cannot be written holds up no other. Raises StoreError of the first, after all were tried.
        """
        changed, failed = [], None
        for was in self.open_pages():
            name, page = self._due(was, now)
            if page == was:
                continue
            try:
                with self._transaction():
                    changed.append(self._write(was, page, name, None))
            except StoreError as error:
                failed = failed or error
        if failed is not None:
            raise failed
        return tuple(changed)

    def due(self) -> datetime | None:
        """When time next brings something; None when no call is open."""
        rules = self._rules()
        times = (states.due(page, rules.of(page.reason)) for page in self.open_pages())
        return min((at for at in times if at is not None), default=None)

    def _due(self, page: Page, now: datetime) -> tuple[str, Page]:
        rule = self._rules().of(page.reason)
        if (expired := states.expire(page, now)) != page:
            return "expire", expired
        if (lapsed := states.lapse(page, now, rule)) != page:
            return "lapse", lapsed
        return "escalate", states.escalate(page, now, rule)

    def untold(self) -> tuple[Step, ...]:
        """The steps on disk that nobody was told of yet, in the order in which they were taken."""
        return self._steps("seq > ?", self._told)

    def told(self, step: Step) -> None:
        """Everyone was told of this step and those before it. Raises StoreError when the disk refuses: then they are
        untold once more, but only after a restart."""
        self._told = step.seq
        with self._transaction():
            self._db.execute("UPDATE page_told SET seq = ?", (step.seq,))

    def lapses_at(self, page: Page) -> datetime | None:
        """When a call that somebody has rings anew without a sign from them."""
        return states.lapses_at(page, self._rules().of(page.reason))

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
        own = "id IN (SELECT page FROM page_caller WHERE session = ?)"
        return self._all(f"{_SELECT} WHERE {own} ORDER BY created_at, id", (session,))

    def between(self, since: datetime, until: datetime) -> tuple[Page, ...]:
        """Calls made from `since` up to, not including, `until`, oldest first: for reports."""
        bounds = (_text(since), _text(until))
        return self._all(f"{_SELECT} WHERE created_at >= ? AND created_at < ? ORDER BY created_at, id", bounds)

    def history(self, page_id: str) -> tuple[Step, ...]:
        """The steps of one call in the order in which they were taken; empty if there is no such call."""
        return self._steps("page = ?", page_id)

    def steps_since(self, seq: int, limit: int) -> tuple[Step, ...]:
        """The history of all calls after a row, oldest first."""
        return self._steps("seq > ?", seq, limit)

    def changed_since(self, seq: int, kiosk: str, limit: int) -> tuple[tuple[Page, ...], int]:
        """The calls of a kiosk that took a step after a row of the history, in the order of their last one, at most
        `limit`; and the row up to which they are complete. After row -1: those that are open."""
        last = self.last_step
        if seq < 0:
            return tuple(page for page in self.open_pages() if page.kiosk == kiosk)[-limit:], last
        rows = self._db.execute(
            "SELECT page, max(seq) AS latest FROM page_step JOIN page ON page.id = page"
            " WHERE seq > ? AND kiosk = ? GROUP BY page ORDER BY latest LIMIT ?",
            (seq, kiosk, limit),
        ).fetchall()
        upto = int(str(rows[-1][1])) if len(rows) == limit else last
        return tuple(self.page(str(page)) for page, _ in rows), upto

    @property
    def last_step(self) -> int:
        """Where the history ends; 0 when it is empty."""
        return int(self._db.execute("SELECT coalesce(max(seq), 0) FROM page_step").get)

    def forget_words(self, before: datetime) -> int:
        """Blank the shopper's words, the answers and the messages of calls made before that time; returns how many had
        any.

        The blanked bytes are overwritten in the file and the write-ahead log is emptied.
        """
        until = _text(before)
        span = "created_at >= ? AND created_at < ?"
        worded = [
            page
            for page in self._all(f"{_SELECT} WHERE {span}", (self._blank_until, until))
            if page.words or page.said or page.message
        ]
        if worded:
            with self._secure_delete(), self._transaction():
                for page in worded:
                    self._put(states.forgotten(page))
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._blank_until = max(until, self._blank_until)
        return len(worded)

    def forget_before(self, before: datetime, most: int = 200) -> int:
        """Delete closed calls made before that time with their history, some at a time, the oldest first; returns how
        many.

        The last row of the history stays with its call: followers keep its number. What is deleted is overwritten in
        the file, and the write-ahead log is emptied.
        """
        rows = self._db.execute(
            f"SELECT id FROM page WHERE created_at < ? AND NOT {_OPEN} "  # noqa: S608
            "AND id != (SELECT page FROM page_step ORDER BY seq DESC LIMIT 1) ORDER BY created_at LIMIT ?",
            (_text(before), most),
        )
        gone = [(id_,) for (id_,) in rows]
        if gone:
            with self._secure_delete(), self._transaction():
                for table, column in (("page_step", "page"), ("page_caller", "page"), ("page", "id")):
                    self._db.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)  # noqa: S608
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return len(gone)

    def _own(self, page_id: str, session: str) -> Page:
        """A call of that session. Raises NoSuchPage."""
        page = self.page(page_id)
        if page.caller(session) is None:
            raise NoSuchPage("There is no such call.")
        return page

    def _same(self, page: Page) -> Page | None:
        """The open call that is about the same as this new one."""
        query = f"{_SELECT} WHERE {_OPEN} AND kiosk = ? AND reason = ? ORDER BY created_at, id"
        for known in self._all(query, (page.kiosk, page.reason)):
            alike = known.place == page.place and known.department == page.department
            alike = alike and (known.sku == page.sku or None in (known.sku, page.sku))
            if alike or known.caller(page.session) is not None:
                return known
        return None

    def _write(self, was: Page | None, page: Page, name: str, who: str | None, *, own: bool = True) -> Page:
        """Inside a transaction: put a transition on disk. Nothing is written when nothing changed. `own`: it is
        this machine's own change, not one learnt of."""
        if page == was:
            return page
        if own:
            page = counted(was, page, at_kiosk=page.kiosk == self._kiosk)
        self._put(page, new=was is None)
        if was is None or was.callers != page.callers:
            self._db.executemany(
                "INSERT OR IGNORE INTO page_caller (session, page) VALUES (?, ?)",
                [(caller.session, page.id) for caller in page.callers],
            )
        self._db.execute(
            "INSERT INTO page_step (page, name, who, at, state, round, step) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (page.id, name, who, _text(page.changed_at), page.state.value, page.round, page.step),
        )
        if _text(page.created_at) < self._blank_until:
            self._blank_until = ""
        return page

    def _put(self, page: Page, *, new: bool = False) -> None:
        self._db.execute(_INSERT if new else _UPDATE, {field: _value(page, field) for field in _FIELDS})

    @contextmanager
    def _secure_delete(self) -> Iterator[None]:
        secure = self._db.pragma("secure_delete")
        self._db.pragma("secure_delete", 1)
        try:
            yield
        finally:
            self._db.pragma("secure_delete", secure)

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

    def _steps(self, where: str, value: str | int, limit: int = -1) -> tuple[Step, ...]:
        names = "seq, page, name, who, at, state, round, step"
        query = f"SELECT {names} FROM page_step WHERE {where} ORDER BY seq LIMIT ?"  # noqa: S608  names of this file
        return tuple(
            Step(seq, page, name, who, datetime.fromisoformat(at), State(state), round_, step)
            for seq, page, name, who, at, state, round_, step in self._db.execute(query, (value, limit))
        )

    def _all(self, query: str, values: tuple[Any, ...] = ()) -> tuple[Page, ...]:
        return tuple(_page(row) for row in self._db.execute(query, values))

    def _one(self, query: str, values: tuple[Any, ...]) -> Page | None:
        row = self._db.execute(query, values).fetchone()
        return None if row is None else _page(row)


def _value(page: Page, field: str) -> Any:
    value = getattr(page, field)
    if field in _TIMES:
        return None if value is None else _text(value)
    if field == "callers":
        return json.dumps([(caller.session, caller.words, caller.waits) for caller in value], ensure_ascii=False)
    return value.value if isinstance(value, State) else value


def _text(at: datetime) -> str:
    """UTC of one width, so that the order of the texts is that of the times."""
    if at.tzinfo is None:
        raise ValueError("times are aware datetimes; this one has no zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _page(row: tuple[Any, ...]) -> Page:
    values = dict(zip(_FIELDS, row, strict=True))
    for name in _TIMES:
        if values[name] is not None:
            values[name] = datetime.fromisoformat(values[name])
    callers = tuple(Caller(*caller) for caller in json.loads(values["callers"]))
    spoken = bool(values["message_spoken"])
    return Page(**{**values, "state": State(values["state"]), "callers": callers, "message_spoken": spoken})
