# ruff: noqa: N815  names that QML sees
"""The shopper's call for staff, followed live."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain, waiting
from kiosk.screen.link import Link
from kiosk.screen.shopper import Shopper, failure

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 5000
"""How often it is looked how long the shopper has waited, milliseconds."""
MAX_NAME, MAX_MESSAGE = 40, 400
"""Longest name and message of staff that are shown, characters."""


@QmlElement
@QmlSingleton
class Calls(QObject):
    """The newest call of this visit. `busy` until the engine has said that it is on disk."""

    changed = Signal()

    def __init__(
        self, link: Link, shopper: Shopper, parent: QObject | None = None, wall: Callable[[], float] = time.time
    ) -> None:
        """`wall`: the time of day, seconds since 1970."""
        super().__init__(parent)
        self._shopper = shopper
        self._wall = wall
        self._page: p.PageView | None = None
        self._returned = ""
        self._had = ""
        self._since = 0.0
        self._waited = 0
        self._joined = False
        self._rung = 0.0
        self._late = False
        self._busy = False
        self._failed = ""
        self._unsaid = False
        shopper.left.connect(self._on_left)
        shopper.began.connect(self._ask)
        link.opened.connect(self._ask)
        link.pushed.connect(self._on_pushed)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.check)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("calls")
        return part

    @property
    def waiting(self) -> bool:
        """Somebody was called and still has to come."""
        return self._get_open()

    def _get_state(self) -> str:
        return self._page.state if self._page else ""

    def _get_open(self) -> bool:
        return self._page is not None and self._page.state in waiting.OPEN

    def _get_who(self) -> str:
        return plain.text(self._page.claimed_by or "", MAX_NAME) if self._page else ""

    def _get_reason(self) -> str:
        return self._page.reason if self._page else ""

    def _get_urgent(self) -> bool:
        return self._page is not None and self._page.priority == "urgent"

    def _get_sku(self) -> str:
        return self._page.product.sku if self._page and self._page.product else ""

    def _get_waited(self) -> int:
        return self._waited

    def _get_age(self) -> int:
        return waiting.waited(self._page, self._wall()) if self._page else 0

    def _get_joined(self) -> bool:
        return self._joined

    def _get_may_ring(self) -> bool:
        page = self._page
        if page is None or page.state != "called" or page.step < waiting.LAST_STEP or not self._late:
            return False
        return self._wall() - self._rung >= waiting.AGAIN_S

    def _get_late(self) -> bool:
        return self._late

    def _get_answered_in(self) -> int:
        return waiting.answered_in(self._page) if self._page else 0

    def _get_helped_in(self) -> int:
        return waiting.helped_in(self._page) if self._page else 0

    def _get_returned(self) -> str:
        return self._returned

    def _get_had(self) -> str:
        return self._had

    def _get_outcome(self) -> str:
        return self._page.outcome if self._page else ""

    def _get_message(self) -> dict[str, str]:
        page = self._page
        if page is None or page.message_at is None:
            return {}
        return {
            "code": page.message_code,
            "text": plain.text(page.message, MAX_MESSAGE),
            "by": plain.text(page.message_by or "", MAX_NAME),
            "at": page.message_at,
        }

    def _get_step(self) -> int:
        return self._page.step if self._page else 0

    def _get_words(self) -> str:
        return plain.text(self._page.words) if self._page else ""

    def _get_unsaid(self) -> bool:
        return self._unsaid

    def _get_busy(self) -> bool:
        return self._busy

    def _get_failed(self) -> str:
        return self._failed

    state = Property(str, _get_state, notify=changed)
    """called, claimed, coming, resolved, cancelled, expired; empty when nobody was called."""
    isOpen = Property(bool, _get_open, notify=changed)
    who = Property(str, _get_who, notify=changed)
    """First name of who took the call, or empty."""
    reason = Property(str, _get_reason, notify=changed)
    urgent = Property(bool, _get_urgent, notify=changed)
    sku = Property(str, _get_sku, notify=changed)
    """The product it is about, or empty."""
    waited = Property(int, _get_waited, notify=changed)
    """Seconds since this shopper called."""
    age = Property(int, _get_age, notify=changed)
    """Seconds since the call was made, by whoever was the first."""
    joined = Property(bool, _get_joined, notify=changed)
    """Somebody else had called for the same thing before."""
    mayRing = Property(bool, _get_may_ring, notify=changed)
    """Everyone was rung in vain: the shopper may have them rung once more."""
    late = Property(bool, _get_late, notify=changed)
    """It takes longer than the shopper may expect."""
    answeredIn = Property(int, _get_answered_in, notify=changed)
    """Usual seconds from a call to somebody taking it, a round number; 0 if not known."""
    helpedIn = Property(int, _get_helped_in, notify=changed)
    """Usual seconds from a call to its end, a round number; 0 if not known."""
    returned = Property(str, _get_returned, notify=changed)
    """Why it rings anew: back, handed, again, or empty; see `waiting.returned`."""
    had = Property(str, _get_had, notify=changed)
    """First name of who had it before it was returned, or empty."""
    outcome = Property(str, _get_outcome, notify=changed)
    """How it was resolved: done, no_such_thing, nobody_there; empty while it is not."""
    message = Property(dict, _get_message, notify=changed)
    """What staff last told the shopper: code (of a quick phrase, else empty), text, by, at (ISO 8601); may be empty."""
    step = Property(int, _get_step, notify=changed)
    """How far the call has gone on ringing: 0 once, 1 again, 2 the shift lead too, 3 everyone."""
    words = Property(str, _get_words, notify=changed)
    """What the shopper has said about it."""
    unsaid = Property(bool, _get_unsaid, notify=changed)
    """What was said last did not reach the call."""
    busy = Property(bool, _get_busy, notify=changed)
    failed = Property(str, _get_failed, notify=changed)
    """Code of why the call could not be made, or empty."""

    @Slot(str, bool, str)
    def call(self, reason: str, urgent: bool, sku: str) -> None:
        """Call a person. `sku` is the product it is about, or empty."""
        if self._busy:
            return
        self._busy = True
        self._failed = ""
        self.changed.emit()
        self._shopper.request(p.CallStaff, self._on_reply, reason=reason, urgent=urgent, sku=sku or None)

    @Slot()
    def cancel(self) -> None:
        """The shopper needs nobody any more."""
        if self._page is not None and self._get_open():
            self._shopper.request(p.CancelPage, self._on_cancelled, page=self._page.id)

    @Slot(str)
    def say(self, words: str) -> None:
        """Tell who comes what it is about."""
        words = plain.text(words, plain.MAX_TYPED).strip()
        if words and self._page is not None and self._get_open():
            self._unsaid = False
            self._shopper.request(p.AddWords, self._on_said, page=self._page.id, words=words)

    @Slot()
    def dismiss(self) -> None:
        """A call that has ended, or could not be made, has been seen."""
        self._failed = ""
        if not self._get_open():
            self._drop()
        self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Call once more for what the call is about that has ended, or that nobody answers."""
        if self._page is not None:
            self.call(self._page.reason, self._get_urgent(), self._get_sku())

    def check(self) -> None:
        """Look at the clock: how long has the shopper waited, and is that too long?"""
        self._look()
        self.changed.emit()

    def take(self, page: p.PageView) -> None:
        """Show a call of this visit; a newer one takes the place of an older one."""
        current = self._page
        if current is not None and current.id != page.id and self._get_open() and page.state not in waiting.OPEN:
            return
        if current is None or current.id != page.id:
            self._returned = self._had = ""
            self._since = self._rung = self._wall()
            self._joined = waiting.waited(page, self._since) > waiting.JOINED_S
        elif page.state != "called":
            self._returned = self._had = ""
        elif returned := waiting.returned(current, page):
            self._returned, self._had, self._rung = returned, self._get_who(), self._wall()
        self._page = page
        self._failed = ""
        self._look()
        if self._get_open():
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    def _look(self) -> None:
        if self._page is None:
            return
        now = self._wall()
        self._waited = max(0, int(now - self._since))
        self._late = waiting.late(self._page, waiting.waited(self._page, now))

    def _drop(self) -> None:
        self._page = None
        self._returned = self._had = ""
        self._waited, self._late = 0, False
        self._timer.stop()

    def _on_reply(self, reply: p.Reply) -> None:
        self._busy = False
        if isinstance(reply, p.PageReply):
            self.take(reply.page)
        else:
            self._failed = failure(reply)
            self.changed.emit()

    def _on_said(self, reply: p.Reply) -> None:
        if isinstance(reply, p.PageReply):
            self.take(reply.page)
        else:
            self._unsaid = True
            self.changed.emit()
            self._ask()

    def _on_cancelled(self, reply: p.Reply) -> None:
        if isinstance(reply, p.PageReply):
            self.take(reply.page)
        else:
            self._ask()

    def _ask(self) -> None:
        """After the engine was away: how is the call?"""
        if self._page is not None and self._shopper.session:
            self._shopper.request(p.Pages, self._on_pages)

    def _on_pages(self, reply: p.Reply) -> None:
        if isinstance(reply, p.PagesReply):
            for page in sorted(reply.pages, key=lambda page: page.created_at):
                self.take(page)

    def _on_pushed(self, message: p.Push) -> None:
        if not isinstance(message, p.PageChanged):
            return
        page = message.page
        # Each of a call's shoppers sees it in their own way; a visit may have been given another session meanwhile.
        known = self._page is not None and (self._page.id, self._page.session) == (page.id, page.session)
        if known or (page.session == self._shopper.session and self._shopper.session):
            self.take(page)

    def _on_left(self) -> None:
        self._drop()
        self._busy = False
        self._failed = ""
        self._unsaid = False
        self.changed.emit()
