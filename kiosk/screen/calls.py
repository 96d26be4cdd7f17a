# ruff: noqa: N815  names that QML sees
"""The shopper's call for staff, followed live."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.link import Link
from kiosk.screen.shopper import Shopper, failure

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

OPEN = ("called", "claimed", "coming")
"""States in which somebody still has to come; the others (resolved, cancelled, expired) end a call."""


@QmlElement
@QmlSingleton
class Calls(QObject):
    """The newest call of this visit. `busy` until the engine has said that it is on disk."""

    changed = Signal()

    def __init__(self, link: Link, shopper: Shopper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._page: p.PageView | None = None
        self._busy = False
        self._failed = ""
        self._unsaid = False
        shopper.left.connect(self._on_left)
        shopper.began.connect(self._ask)
        link.opened.connect(self._ask)
        link.pushed.connect(self._on_pushed)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("calls")
        return part

    @property
    def waiting(self) -> bool:
        """Somebody was called and still has to come."""
        return self._get_open()

    def _get_page(self) -> dict[str, Any]:
        return plain.values(self._page) if self._page else {}

    def _get_state(self) -> str:
        return self._page.state if self._page else ""

    def _get_open(self) -> bool:
        return self._page is not None and self._page.state in OPEN

    def _get_who(self) -> str:
        return plain.text(self._page.claimed_by or "", 40) if self._page else ""

    def _get_reason(self) -> str:
        return self._page.reason if self._page else ""

    def _get_urgent(self) -> bool:
        return self._page is not None and self._page.priority == "urgent"

    def _get_since(self) -> str:
        return self._page.created_at if self._page else ""

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

    page = Property(dict, _get_page, notify=changed)
    state = Property(str, _get_state, notify=changed)
    """called, claimed, coming, resolved, cancelled, expired; empty when nobody was called."""
    isOpen = Property(bool, _get_open, notify=changed)
    who = Property(str, _get_who, notify=changed)
    """First name of who took the call, or empty."""
    reason = Property(str, _get_reason, notify=changed)
    urgent = Property(bool, _get_urgent, notify=changed)
    since = Property(str, _get_since, notify=changed)
    """When the call was made, ISO 8601."""
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
            self._page = None
        self.changed.emit()

    def take(self, page: p.PageView) -> None:
        """Show a call of this visit; a newer one takes the place of an older one."""
        current = self._page
        if current is not None and current.id != page.id and self._get_open() and page.state not in OPEN:
            return
        self._page = page
        self._failed = ""
        self.changed.emit()

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
        known = self._page is not None and self._page.id == page.id
        if known or (page.session == self._shopper.session and self._shopper.session):
            self.take(page)

    def _on_left(self) -> None:
        self._page = None
        self._busy = False
        self._failed = ""
        self._unsaid = False
        self.changed.emit()
