"""The screen's end of the local socket: lines out, lines in, ids, and coming back when the engine was away."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from kiosk import protocol as p

RETRY_MS = 300
"""How long to wait before knocking again, milliseconds."""
DEADLINE_S = 20.0
"""After this many seconds a request without a reply counts as failed."""

Then = Callable[[p.Reply], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    then: Then | None
    due: float


class Link(QObject):
    """Keeps one connection to the engine. Every request ends in exactly one call of its `then`, with its reply or
    with `Failed(code="unavailable")` when the connection broke or the engine kept silent."""

    opened = Signal()
    closed = Signal()
    pushed = Signal(object)

    def __init__(self, path: str, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._path = path
        self._clock = clock
        self._next = 1
        self._waiting: dict[int, _Waiting] = {}
        self._buffer = bytearray()
        self._up = False
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._on_connected)
        self._socket.disconnected.connect(self._on_lost)
        self._socket.errorOccurred.connect(lambda _error: self._on_lost())
        self._socket.readyRead.connect(self._on_ready)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.start)
        self._sweep = QTimer(self, interval=1000)
        self._sweep.timeout.connect(self.expire)

    @property
    def up(self) -> bool:
        """Whether the engine's socket is connected."""
        return self._up

    @property
    def quiet(self) -> bool:
        """The engine is connected and owes no reply."""
        return self._up and not self._waiting

    def start(self) -> None:
        """Connect, and from then on reconnect whenever the connection breaks."""
        if self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._socket.connectToServer(self._path)

    def stop(self) -> None:
        """Disconnect for good; nothing is called any more."""
        self._retry.stop()
        self._sweep.stop()
        self._waiting.clear()
        self._socket.blockSignals(True)
        self._socket.abort()

    def request(self, kind: type[p.Request], then: Then | None = None, **fields: Any) -> int:
        """Send a request; `then` gets its reply, never before this call has returned. Gives the request's id."""
        number = self._next
        self._next += 1
        if not self._up:
            if then is not None:
                failed = p.Failed(id=number, code="unavailable")
                QTimer.singleShot(0, self, lambda: then(failed))
            return number
        self._waiting[number] = _Waiting(then, self._clock() + DEADLINE_S)
        if not self._sweep.isActive():
            self._sweep.start()
        self._socket.write(p.encode(kind(id=number, **fields)))
        return number

    def expire(self) -> None:
        """Fail the requests whose deadline has passed."""
        now = self._clock()
        for number in [n for n, waiting in self._waiting.items() if waiting.due <= now]:
            self._settle(p.Failed(id=number, code="unavailable"))
        if not self._waiting:
            self._sweep.stop()

    def _settle(self, reply: p.Reply) -> None:
        waiting = self._waiting.pop(reply.id, None)
        if waiting is not None and waiting.then is not None:
            waiting.then(reply)

    def _on_connected(self) -> None:
        self._up = True
        self._buffer.clear()
        self.opened.emit()

    def _on_lost(self) -> None:
        was_up, self._up = self._up, False
        self._buffer.clear()
        if was_up:
            for number in list(self._waiting):
                self._settle(p.Failed(id=number, code="unavailable"))
            self.closed.emit()
        self._retry.start()

    def _on_ready(self) -> None:
        self._buffer += self._socket.readAll().data()
        while (end := self._buffer.find(b"\n")) >= 0:
            line = bytes(self._buffer[:end])
            del self._buffer[: end + 1]
            self._take(line)
        if len(self._buffer) > p.MAX_LINE:
            self._socket.abort()

    def _take(self, line: bytes) -> None:
        try:
            message = p.decode_from_engine(line)
        except p.ProtocolError:
            # An engine of another version may say what this screen does not know; the request then runs out of time.
            return
        if isinstance(message, p.Reply):
            self._settle(message)
        else:
            self.pushed.emit(message)
