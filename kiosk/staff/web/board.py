"""What the staff page shows: the calls as last heard from the engine, and whether they can be trusted to be current."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kiosk import protocol
from kiosk.staff import REASONS, Associate, Audience, State, audience

CLOSED_SHOWN = timedelta(minutes=10)
"""How long a closed call stays in sight, so that whoever was on the way sees that it ended."""
_CLOSED_MOST = 20
_STEPS = {
    State.CALLED: ("claim",),
    State.CLAIMED: ("coming", "resolve", "release"),
    State.COMING: ("resolve", "release"),
}
"""What the page offers for a call, the usual next step first; all but `claim` only to whoever has the call."""


@dataclass(frozen=True, slots=True)
class _Closed:
    page: protocol.PageView
    seen_at: datetime


class Board:
    """The current state of everything and its subscribers. For use on one event loop; `clock` gives aware times."""

    def __init__(self, store: str, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._epoch = secrets.token_hex(4)
        self._version = 0
        self._pages: dict[str, protocol.PageView] = {}
        self._closed: dict[str, _Closed] = {}
        self._health: list[protocol.PartHealth] = []
        self._subscribers: set[asyncio.Event] = set()
        self.store = store
        self.live = False

    @property
    def version(self) -> str:
        """Changes with every change; unique across restarts of this process."""
        return f"{self._epoch}.{self._version}"

    def connected(self, welcome: protocol.Welcome, pages: list[protocol.PageView]) -> None:
        """The engine is there, with these open pages."""
        self._pages = {page.id: page for page in pages if State(page.state).open}
        self._closed = {key: closed for key, closed in self._closed.items() if key not in self._pages}
        self._health = welcome.health
        self.store = self.store or welcome.store
        self.live = True
        self._changed()

    def lost(self) -> None:
        """The engine is away: what is shown may be out of date from now on."""
        self.live = False
        self._changed()

    def pushed(self, push: protocol.Push) -> None:
        """The engine told something."""
        if isinstance(push, protocol.PageChanged):
            self.took(push.page)
        elif isinstance(push, protocol.HealthChanged):
            self.health(push.parts)

    def took(self, page: protocol.PageView) -> None:
        """A page is now like this. What is older than what is known is passed over."""
        known = self._pages.get(page.id)
        if page.id in self._closed or page == known:
            return
        if known is not None and _at(page.changed_at) < _at(known.changed_at):
            return
        if State(page.state).open:
            self._pages[page.id] = page
        else:
            self._pages.pop(page.id, None)
            self._closed[page.id] = _Closed(page, self._clock())
            for key in list(self._closed)[:-_CLOSED_MOST]:
                del self._closed[key]
        self._changed()

    def health(self, parts: list[protocol.PartHealth]) -> None:
        """How the kiosk's parts are."""
        if parts != self._health:
            self._health = parts
            self._changed()

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

    def seen_by(self, me: Associate, everyone: Iterable[Associate]) -> dict[str, Any]:
        """The whole board as one associate sees it, ready for JSON."""
        everyone = tuple(everyone)
        now = self._clock()
        recent = [c for c in self._closed.values() if now - c.seen_at < CLOSED_SHOWN]
        return {
            "now": now.isoformat(),
            "live": self.live,
            "store": self.store,
            "calls": [self._call(page, me, everyone) for page in sorted(self._pages.values(), key=_order)],
            "closed": [_closed_call(c.page, me) for c in reversed(recent)],
            "down": [{"name": p.name, "detail": p.detail} for p in self._health if self.live and p.state == "down"],
        }

    def _call(self, page: protocol.PageView, me: Associate, everyone: tuple[Associate, ...]) -> dict[str, Any]:
        state = State(page.state)
        mine = page.claimed_by == me.name
        return {
            **_heading(page, me),
            "department": _department(page),
            "created_at": page.created_at,
            "words": page.words,
            "said": page.said,
            "language": page.language,
            "product": _product(page.product),
            "step": page.step,
            "rings": state is State.CALLED and rings(page, me, everyone),
            "audience": audience(page.step, page.department),
            "steps": _STEPS[state] if state is State.CALLED or mine else (),
        }

    def wake(self) -> None:
        """Let every subscriber look again whether it may still see the board."""
        for event in self._subscribers:
            event.set()

    def _changed(self) -> None:
        self._version += 1
        self.wake()


def rings(page: protocol.PageView, who: Associate, everyone: tuple[Associate, ...]) -> bool:
    """Whether an unclaimed page rings this associate's phone now. When a department has nobody, everyone is rung."""
    heard_by = audience(page.step, page.department)
    wanted = (page.department or "").casefold()

    def covers(associate: Associate) -> bool:
        return not associate.departments or wanted in {d.casefold() for d in associate.departments}

    if heard_by is Audience.EVERYONE or covers(who) or (heard_by is Audience.LEAD and who.in_charge):
        return True
    return not any(covers(associate) for associate in everyone)


def _heading(page: protocol.PageView, me: Associate) -> dict[str, Any]:
    return {
        "id": page.id,
        "reason": REASONS.get(page.reason, REASONS["other"]),
        "kiosk": page.kiosk,
        "place": page.place,
        "urgent": page.priority == "urgent",
        "state": page.state,
        "claimed_by": page.claimed_by,
        "mine": page.claimed_by == me.name,
    }


def _closed_call(page: protocol.PageView, me: Associate) -> dict[str, Any]:
    return {**_heading(page, me), "closed_at": page.changed_at}


def _department(page: protocol.PageView) -> str | None:
    """The name on the signs where the product tells it, else the department's id made readable."""
    if page.product is not None and page.product.department == page.department:
        return page.product.category.partition(" > ")[0]
    words = (page.department or "").replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:] or None


def _product(card: protocol.Card | None) -> dict[str, Any] | None:
    if card is None:
        return None
    names = ("sku", "name", "brand", "size", "price", "currency", "stock", "aisle", "bay", "shelf", "min_age")
    return {name: getattr(card, name) for name in names}


def _order(page: protocol.PageView) -> tuple[bool, datetime, str]:
    return page.priority != "urgent", _at(page.created_at), page.id


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
