"""What the staff page shows: the calls as last heard from the engine, and whether they can be trusted to be current.

Every change has a number of its own, the version. A phone is told the whole board when it connects and after anything
but a call changed, else only the calls that changed since the version it has; what is told is made once for all phones.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec

from kiosk import protocol
from kiosk.staff import REASONS, State

CLOSED_SHOWN = timedelta(minutes=10)
"""How long a closed call stays in sight, so that whoever was on the way sees that it ended."""
_CLOSED_MOST = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A call, the version it came with, and how phones are told of it, as JSON."""

    page: protocol.PageView
    version: int
    told: bytes
    seen_at: datetime


class Board:
    """The current state of everything and its subscribers. For use on one event loop; `clock` gives aware times."""

    def __init__(self, store: str, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._epoch = secrets.token_hex(4)
        self._whole = 0
        self._open: dict[str, Shown] = {}
        self._closed: dict[str, Shown] = {}
        self._health: list[protocol.PartHealth] = []
        self._subscribers: set[asyncio.Event] = set()
        self._news: tuple[tuple[int, int], bytes] | None = None
        self.version = 0
        self.store = store
        self.kiosk = ""
        self.language = "en"
        self.live = False

    @property
    def stamp(self) -> str:
        """The version, unlike those of other runs of this process."""
        return f"{self._epoch}.{self.version}"

    @property
    def open(self) -> Iterable[Shown]:
        """The open calls, in no order."""
        return self._open.values()

    def told(self, page_id: str) -> dict[str, Any] | None:
        """A call as phones are told of it, open or closed; None for one that is not shown."""
        shown = self._open.get(page_id) or self._closed.get(page_id)
        return _told(shown.page, shown.version) if shown else None

    def connected(self, welcome: protocol.Welcome, pages: list[protocol.PageView]) -> None:
        """The engine is there, with these open pages."""
        self._changed()
        self._open = {page.id: self._shown(page) for page in pages if State(page.state).open}
        for page_id in self._open.keys() & self._closed.keys():
            del self._closed[page_id]
        self._health = welcome.health
        self.store = self.store or welcome.store
        self.kiosk = welcome.kiosk
        self.language = next(iter(welcome.screen_languages or welcome.languages), "en")
        self.live = True
        self.renew()

    def lost(self) -> None:
        """The engine is away: what is shown may be out of date from now on."""
        self.live = False
        self.renew()

    def pushed(self, push: protocol.Push) -> None:
        """The engine told something."""
        if isinstance(push, protocol.PageChanged):
            self.took(push.page)
        elif isinstance(push, protocol.HealthChanged):
            self.health(push.parts)

    def took(self, page: protocol.PageView) -> None:
        """A page is now like this. What is older than what is known is passed over."""
        known = self._open.get(page.id)
        if page.id in self._closed or (known is not None and page == known.page):
            return
        if known is not None and _at(page.changed_at) < _at(known.page.changed_at):
            return
        self._changed()
        if State(page.state).open:
            self._open[page.id] = self._shown(page)
        else:
            self._open.pop(page.id, None)
            self._closed[page.id] = self._shown(page)
            self._forget_closed()
        self.wake()

    def health(self, parts: list[protocol.PartHealth]) -> None:
        """How the kiosk's parts are."""
        if parts != self._health:
            self._health = parts
            self.renew()

    @property
    def down(self) -> list[protocol.PartHealth]:
        """The kiosk's parts that do not work, as far as that is known."""
        return [part for part in self._health if self.live and part.state == "down"]

    @contextmanager
    def subscribed(self) -> Iterator[asyncio.Event]:
        """An event that is set at every change; the subscriber clears it."""
        event = asyncio.Event()
        self._subscribers.add(event)
        try:
            yield event
        finally:
            self._subscribers.discard(event)

    @property
    def phones(self) -> int:
        """How many look at it."""
        return len(self._subscribers)

    def whole(self) -> bytes:
        """The whole board, as the members of a JSON object."""
        now = self._clock()
        recent = [shown for shown in self._closed.values() if now - shown.seen_at < CLOSED_SHOWN]
        about = {"stamp": self.stamp, "v": self.version, "now": now.isoformat(), "live": self.live, "store": self.store}
        return b"%b,%b" % (_members(about), _lists(self._open.values(), recent))

    def news(self, since: int) -> bytes | None:
        """What changed after a version, as the members of a JSON object; None when only the whole board will do."""
        if since < self._whole or since > self.version:
            return None
        if self._news is None or self._news[0] != (since, self.version):
            calls = (shown for shown in self._open.values() if shown.version > since)
            closed = (shown for shown in self._closed.values() if shown.version > since)
            about = _members({"v": self.version, "now": self._clock().isoformat()})
            self._news = (since, self.version), b"%b,%b" % (about, _lists(calls, closed))
        return self._news[1]

    def renew(self) -> None:
        """Something changed that is only told with the whole board."""
        self._changed()
        self._whole = self.version
        self.wake()

    def wake(self) -> None:
        """Let every subscriber look again what it may still see."""
        for event in self._subscribers:
            event.set()

    def _changed(self) -> None:
        self.version += 1

    def _shown(self, page: protocol.PageView) -> Shown:
        return Shown(page, self.version, msgspec.json.encode(_told(page, self.version)), self._clock())

    def _forget_closed(self) -> None:
        """Whoever has not yet heard of a closed call that is forgotten needs the whole board."""
        for page_id in list(self._closed)[:-_CLOSED_MOST]:
            self._whole = max(self._whole, self._closed.pop(page_id).version)


def _told(page: protocol.PageView, version: int) -> dict[str, Any]:
    """A call as every phone is told of it. It names no session, and no product in more detail than a shelf's label."""
    told: dict[str, Any] = {
        "id": page.id,
        "v": version,
        "reason": page.reason if page.reason in REASONS else "other",
        "kiosk": page.kiosk,
        "place": page.place,
        "urgent": page.priority == "urgent",
        "state": page.state,
        "claimed_by": page.claimed_by,
        "created_at": page.created_at,
        "changed_at": page.changed_at,
        "outcome": page.outcome,
    }
    if not State(page.state).open:
        return told
    return {
        **told,
        "department": page.department,
        "words": page.words,
        "said": page.said,
        "language": page.language,
        "product": _product(page.product),
        "step": page.step,
        "round": page.round,
        "callers": page.callers,
        "only": page.only,
        "message": page.message,
        "message_code": page.message_code,
        "message_by": page.message_by,
        "message_at": page.message_at,
        "lapses_at": page.lapses_at,
    }


def _product(card: protocol.Card | None) -> dict[str, Any] | None:
    if card is None:
        return None
    names = (
        "sku", "name", "brand", "size", "category", "department", "price", "was", "currency", "stock", "aisle", "bay",
        "shelf", "min_age",
    )  # fmt: skip
    return {name: getattr(card, name) for name in names}


def _members(values: dict[str, Any]) -> bytes:
    return msgspec.json.encode(values)[1:-1]


def _lists(calls: Iterable[Shown], closed: Iterable[Shown]) -> bytes:
    return b'"calls":[%b],"closed":[%b]' % (b",".join(c.told for c in calls), b",".join(c.told for c in closed))


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
