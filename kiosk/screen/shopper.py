# ruff: noqa: N815  names that QML sees
"""One shopper's visit: it begins with a touch and ends with everything forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen.link import Link, Then

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

MAX_QUEUE = 50
"""Requests that may wait for a session to open."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A request to be made in the visit's session. `sent` gets its id each time that it is made."""

    kind: type[p.Request]
    then: Then | None
    sent: Callable[[int], None] | None
    fields: dict[str, Any]


@QmlElement
@QmlSingleton
class Shopper(QObject):
    """Whether somebody is there, and the session in which their requests are made.

    Requests made before the engine has opened the session wait for it. When the engine no longer knows the session
    (it was away for long), a new one is opened and the request is made again, once.
    """

    awakeChanged = Signal()
    began = Signal()
    """The engine knows a session for this visit; emitted again when it had to open another."""
    left = Signal()
    """The visit is over: whoever holds anything of it drops it now."""

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.language = "en"
        """That of the screen, in which a session begins."""
        self._awake = False
        self._opening = False
        self._visit = 0
        self._session = ""
        self._queue: list[_Wish] = []
        link.opened.connect(self._on_opened)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("shopper")
        return part

    @property
    def session(self) -> str:
        """Id of the open session, empty before the engine gave one."""
        return self._session

    @property
    def here(self) -> bool:
        """Somebody is there."""
        return self._awake

    def _get_awake(self) -> bool:
        return self._awake

    awake = Property(bool, _get_awake, notify=awakeChanged)

    @Slot()
    def wake(self) -> None:
        """A shopper touched or scanned: the kiosk greets."""
        self._begin(greet=True)

    @Slot()
    def hail(self) -> None:
        """A shopper said the wake word: the kiosk listens, so it does not talk."""
        self._begin(greet=False)

    @Slot()
    def leave(self) -> None:
        """The shopper is gone: end the session and forget everything."""
        if not self._awake:
            return
        self._visit += 1
        if self._session:
            self._link.request(p.EndSession, session=self._session)
        self._session = ""
        self._opening = False
        self._queue.clear()
        self._awake = False
        self.left.emit()
        self.awakeChanged.emit()

    @Slot()
    def startOver(self) -> None:  # noqa: N802  a name of QML's
        """A new visit without going back to sleep."""
        self.leave()
        self.wake()

    def request(
        self,
        kind: type[p.Request],
        then: Then | None = None,
        *,
        sent: Callable[[int], None] | None = None,
        **fields: Any,
    ) -> None:
        """Make a request in this visit's session. `then` is not called once the visit is over; `sent` gets the id under
        which the request was made, again if it had to be made in another session."""
        if not self._awake:
            return
        wish = _Wish(kind, then, sent, fields)
        if self._session:
            self._send(wish, again=True)
        elif len(self._queue) < MAX_QUEUE:
            self._queue.append(wish)
            self._open(greet=False)

    def _begin(self, *, greet: bool) -> None:
        if not self._awake:
            self._visit += 1
            self._awake = True
            self._open(greet=greet)
            self.awakeChanged.emit()

    def _open(self, *, greet: bool) -> None:
        if self._opening:
            return
        self._opening = True
        self._link.request(p.StartSession, self._guard(self._on_started), language=self.language, greet=greet)

    def _on_started(self, reply: p.Reply) -> None:
        self._opening = False
        queue, self._queue = self._queue, []
        if isinstance(reply, p.SessionStarted):
            self._session = reply.session
            for wish in queue:
                self._send(wish, again=False)
            self.began.emit()
            return
        for wish in queue:
            if wish.then is not None:
                wish.then(reply)

    def _send(self, wish: _Wish, *, again: bool) -> None:
        session = self._session

        def settle(reply: p.Reply) -> None:
            if again and isinstance(reply, p.Failed) and reply.code == "no_session":
                if self._session == session:
                    self._session = ""
                self._retry(wish)
            elif wish.then is not None:
                wish.then(reply)

        number = self._link.request(wish.kind, self._guard(settle), session=session, **wish.fields)
        if wish.sent is not None:
            wish.sent(number)

    def _retry(self, wish: _Wish) -> None:
        if self._session:
            self._send(wish, again=False)
        else:
            self._queue.append(wish)
            self._open(greet=False)

    def _guard(self, then: Then) -> Then:
        visit = self._visit

        def guarded(reply: p.Reply) -> None:
            if visit == self._visit:
                then(reply)

        return guarded

    def _on_opened(self) -> None:
        if self._awake and not self._session:
            QTimer.singleShot(0, self, self._open_again)

    def _open_again(self) -> None:
        if self._awake and not self._session:
            self._open(greet=False)


def failure(reply: p.Reply) -> str:
    """Code of a reply that is not the one asked for: the engine's own, or bad_request."""
    return reply.code if isinstance(reply, p.Failed) else "bad_request"
