"""What happened on a kiosk: typed, versioned events without personal data, appended to the state file.

No event holds a name or anything that tells one person from another, and of a shopper's words only what `product_words`
leaves of those that name a product. A session appears only as its turn's number. Metrics, reports and the fleet read
events and nothing else.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any, NamedTuple

import apsw
import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", forbid_unknown_fields=False):
    """Base of all events; `v` is the version of its fields."""

    v: int = 1


class TurnTaken(Event, frozen=True, tag="turn"):
    """One exchange. via: typed, spoken, tapped, scanned. Times in milliseconds."""

    via: str
    language: str
    intent: str
    path: str
    confidence: float
    understand_ms: float
    look_up_ms: float
    answer_ms: float
    results: int
    offered_staff: bool
    called_staff: bool


class ResultShown(Event, frozen=True, tag="result"):
    """A product's page was shown. `how`: search, answer, scan, list, browse."""

    sku: str
    how: str


class Searched(Event, frozen=True, tag="search"):
    """A typed search, its size and whether words were mended."""

    results: int
    mended: bool
    ms: float


class NotFound(Event, frozen=True, tag="not_found"):
    """Asked but not found: what `product_words` leaves of the words that name the product."""

    query: str


class ReportedWrong(Event, frozen=True, tag="wrong"):
    """A shopper says that something told of a product is wrong. `what`: price, stock, place, label, picture, other."""

    sku: str
    what: str
    version: str
    """Of the catalog that told it."""


class PageStepped(Event, frozen=True, tag="page"):
    """A call for staff took a step. `waited_s`: seconds since the call."""

    page: str
    state: str
    reason: str
    department: str | None
    priority: str
    waited_s: float


class Rated(Event, frozen=True, kw_only=True, tag="rating"):
    """An answer was rated. `why`: wrong_product, wrong_fact, misunderstood, offensive, other or empty. `path` and
    `sources` (table:key) tell whoever reviews it how the answer came about; `query`: what `product_words` leaves of
    what was looked for."""

    v: int = 2
    turn_intent: str
    good: bool
    why: str
    path: str = ""
    language: str = ""
    query: str = ""
    sources: list[str] = []


class ListTaken(Event, frozen=True, tag="list_taken"):
    """A shopper took their list along. `how`: text, mail, print."""

    how: str
    lines: int
    codes: int = 0


class SessionEnded(Event, frozen=True, tag="session"):
    """`how`: left (by the shopper), idle, replaced."""

    how: str
    turns: int
    seconds: float


class PartChanged(Event, frozen=True, tag="part"):
    """A part of the kiosk began to work, failed or came back. state: working, starting, down, absent."""

    part: str
    state: str
    detail: str


class CatalogServed(Event, frozen=True, tag="catalog"):
    version: str
    products: int


class CatalogSynced(Event, frozen=True, tag="sync"):
    """HQ was asked for a newer catalog. `outcome` as local_catalog.sync names it; versions are those served."""

    outcome: str
    before: str | None
    version: str | None
    bytes: int
    seconds: float


class OperatorActed(Event, frozen=True, tag="operator"):
    """Somebody at the operator's page. what: open, wrong, wait, choose, export, exit, restart:PART."""

    what: str


_PERSONAL = (
    "i me my mine name named number phone address email called "
    "yo mi mis mío mía nombre llamo llama número teléfono dirección correo "
    "je j moi mon ma mes nom appelle numéro téléphone adresse courriel "
    "ich mich mir mein meine meinen meiner meinem heisse nummer telefon telefonnummer mail "
    "أنا اسمي رقمي هاتفي عنواني بريدي"
)
_ABOUT_A_PERSON = frozenset(_PERSONAL.split())
"""In the languages of the screen."""
_MOST_WORDS = 4
_MOST_DIGITS = 4


def product_words(query: str) -> str:
    """At most four words of a query, up to where it begins to speak of a person; no long numbers. May be ''."""
    words: list[str] = []
    for word in "".join(c if c.isalnum() else " " for c in query.casefold()).split():
        if word in _ABOUT_A_PERSON or len(words) == _MOST_WORDS:
            break
        if sum(c.isdigit() for c in word) <= _MOST_DIGITS:
            words.append(word[:30])
    return " ".join(words)


class Missed(NamedTuple):
    """Words that were asked but not found, how often, and when last (ISO 8601)."""

    query: str
    times: int
    last: str


class Reported(NamedTuple):
    """What shoppers said is told wrong of a product, how often, and when last (ISO 8601)."""

    sku: str
    what: str
    times: int
    last: str


class EventLog:
    """Appends to and reads from the `event` table. One writer: the engine."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS event ("
            " seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL)"
        )

    def append(self, event: Event, at: datetime | None = None) -> int:
        """Write an event; returns its sequence number."""
        moment = (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds")
        fields = msgspec.to_builtins(event)
        kind = fields.pop("event")
        self._connection.execute(
            "INSERT INTO event (at, kind, fields) VALUES (?, ?, ?)",
            (moment, kind, msgspec.json.encode(fields).decode()),
        )
        return int(self._connection.last_insert_rowid())

    def since(self, after: int, limit: int = 200) -> list[dict[str, Any]]:
        """Events after a sequence number, oldest first, as {seq, at, event, v, ...}."""
        rows = self._connection.execute(
            "SELECT seq, at, kind, fields FROM event WHERE seq > ? ORDER BY seq LIMIT ?", (after, min(limit, 1000))
        )
        return [{"seq": seq, "at": at, "event": kind, **msgspec.json.decode(fields)} for seq, at, kind, fields in rows]

    def last(self, count: int) -> int:
        """The sequence number before the newest `count` events."""
        row = self._connection.execute(
            "SELECT min(seq) FROM (SELECT seq FROM event ORDER BY seq DESC LIMIT ?)", (count,)
        ).fetchone()
        return (row[0] if row and row[0] else 1) - 1

    def missed(self, since: datetime, limit: int = 100) -> list[Missed]:
        """What was asked but not found since then, most often first."""
        rows = self._connection.execute(
            "SELECT json_extract(fields, '$.query') AS query, count(*), max(at) FROM event"
            " WHERE kind = 'not_found' AND at >= ? GROUP BY query ORDER BY count(*) DESC, max(at) DESC LIMIT ?",
            (since.astimezone(UTC).isoformat(timespec="milliseconds"), limit),
        )
        return [Missed(*row) for row in rows]

    def reported(self, since: datetime, limit: int = 100) -> list[Reported]:
        """What was reported as wrong since then, most often first."""
        rows = self._connection.execute(
            "SELECT json_extract(fields, '$.sku') AS sku, json_extract(fields, '$.what') AS what, count(*), max(at)"
            " FROM event WHERE kind = 'wrong' AND at >= ? GROUP BY sku, what"
            " ORDER BY count(*) DESC, max(at) DESC LIMIT ?",
            (since.astimezone(UTC).isoformat(timespec="milliseconds"), limit),
        )
        return [Reported(*row) for row in rows]

    def popular(self, limit: int) -> list[str]:
        """SKUs shown most in the last 30 days."""
        month = datetime.fromtimestamp(time.time() - 30 * 86400, UTC).isoformat(timespec="milliseconds")
        rows = self._connection.execute(
            "SELECT json_extract(fields, '$.sku') AS sku FROM event WHERE kind = 'result' AND at > ?"
            " GROUP BY sku ORDER BY count(*) DESC, sku LIMIT ?",
            (month, limit),
        )
        return [sku for (sku,) in rows]
