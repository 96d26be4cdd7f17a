"""A plain blocking client of the engine's socket, for commands."""

from __future__ import annotations

import contextlib
import itertools
import socket
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from kiosk import protocol

_SILENT = "the kiosk's engine did not answer; look at `aislewise doctor`"

R = TypeVar("R", bound=protocol.Reply)


class EngineAwayError(Exception):
    """No engine answers on the socket."""


class EngineClient:
    """Say hello, ask, get replies; pushes are passed over. Use as a context manager."""

    def __init__(self, path: Path, timeout_s: float = 20.0, role: str = "command") -> None:
        """Connect. Raises EngineAwayError when no engine is there."""
        self._ids = itertools.count(1)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(timeout_s)
        try:
            self._socket.connect(str(path))
        except OSError as error:
            self._socket.close()
            raise EngineAwayError(f"no kiosk is running here ({path})") from error
        self._lines = self._socket.makefile("rb")
        self.welcome = self.request(protocol.Hello(id=0, role=role), protocol.Welcome)

    def __enter__(self) -> EngineClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Another thread may be reading; closing the file would wait for it.
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._lines.close()
        self._socket.close()

    def next_id(self) -> int:
        return next(self._ids)

    def send(self, message: protocol.Request) -> None:
        """Send a request without waiting. Raises EngineAwayError."""
        try:
            self._socket.sendall(protocol.encode(message))
        except OSError as error:
            raise EngineAwayError(_SILENT) from error

    def wait_for(self, wanted: Callable[[protocol.Message], bool]) -> protocol.Message:
        """Read on until such a message comes. Raises EngineAwayError, also when another thread closes the client."""
        while line := self._line():
            message = protocol.decode_from_engine(line)
            if wanted(message):
                return message
        raise EngineAwayError("the kiosk's engine went away; try again in a moment")

    def request(self, message: protocol.Request, reply: type[R]) -> R:
        """Send a request and wait for its reply. Raises EngineAwayError, or ReplyError when it was refused."""
        self.send(message)
        answer = self.wait_for(lambda m: isinstance(m, protocol.Reply) and m.id == message.id)
        if isinstance(answer, protocol.Failed):
            raise ReplyError(answer.detail)
        if not isinstance(answer, reply):
            raise ReplyError(f"the engine answered with {type(answer).__name__}")
        return answer

    def _line(self) -> bytes:
        try:
            return self._lines.readline()
        except (OSError, ValueError) as error:  # ValueError: the file is closed
            raise EngineAwayError(_SILENT) from error


class ReplyError(Exception):
    """The engine refused a request: its own words."""
