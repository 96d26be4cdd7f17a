"""A local socket that several programs of one machine ask and listen to."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from kiosk import protocol
from kiosk.engine.claims import Claims
from kiosk.engine.errors import RequestError
from kiosk.settings import SettingsError

log = logging.getLogger(__name__)

UNREAD_LIMIT = 8 << 20
"""A client that leaves this many bytes unread is cut off."""
SOCKET_PATH_LIMIT = 107
ROLES = ("screen", "staff", "hooks", "command")

Handlers = dict[type[protocol.Request], Callable[[Any], Coroutine[Any, Any, protocol.Reply]]]


class Connection:
    """One client of the socket."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.role = ""
        self.phones: int | None = None
        """Told by a staff page, or by the hooks of that of the store's hub."""
        self._writer = writer

    def send(self, message: protocol.Message) -> None:
        """Queue a message; a client that does not read is cut off."""
        if self._writer.is_closing():
            return
        self._writer.write(protocol.encode(message))
        if self._writer.transport.get_write_buffer_size() > UNREAD_LIMIT:
            self._writer.transport.abort()


class SocketServer:
    """Serves any number of connections; what it answers is its subclasses' business."""

    def __init__(self, kiosk: str, *, has_hub: bool) -> None:
        """`kiosk` is the name of this machine's; `has_hub`: another one is the store's hub."""
        self._connections: set[Connection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._claims = Claims(lambda named: has_hub or named != kiosk)
        self._loop = asyncio.get_running_loop()

    async def client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until it ends."""
        connection = Connection(writer)
        self._connections.add(connection)
        try:
            while line := await reader.readline():
                try:
                    request = protocol.decode_request(line)
                except protocol.ProtocolError as error:
                    connection.send(protocol.Failed(id=0, code="bad_request", detail=str(error)))
                    continue
                self._spawn(self._serve(connection, request))
        except (ValueError, ConnectionError):
            connection.send(protocol.Failed(id=0, code="bad_request", detail="the line is too long"))
        finally:
            self._connections.discard(connection)
            if connection.role == "hooks":
                self._hub_says(None)
            self._tell_staffed()
            await self._claims.gone(connection)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _serve(self, connection: Connection, request: protocol.Request) -> None:
        try:
            reply = await self._reply(connection, request)
        except RequestError as error:
            reply = protocol.Failed(id=request.id, code=error.code, detail=error.detail)
        except Exception:
            log.exception("a %s request failed", type(request).__name__)
            reply = protocol.Failed(id=request.id, code="unavailable", detail="something went wrong in the kiosk")
        connection.send(reply)

    async def _reply(self, connection: Connection, request: protocol.Request) -> protocol.Reply:
        if isinstance(request, protocol.Hello):
            if request.role not in ROLES:
                raise RequestError("bad_request", f"role is one of {', '.join(ROLES)}")
            connection.role = request.role
            return self._welcome(request)
        if not connection.role:
            raise RequestError("bad_request", "say hello first")
        if isinstance(request, protocol.Health) and request.phones is not None and connection.role == "staff":
            connection.phones = request.phones
            self._tell_staffed()
        match request:
            case protocol.Announce():
                return await self._announce(connection, request)
            case protocol.Announced():
                await self._claims.announced(request.page, connection)
                return protocol.Done(id=request.id)
            case protocol.TellStaffed():
                connection.phones = request.phones
                self._hub_says(request.on_shift)
                self._tell_staffed()
                return protocol.Done(id=request.id)
            case protocol.Records() if request.after >= 0:
                await self._claims.follows(request.kiosk, request.after)
            case protocol.StepPage(step="claim"):
                return await self._claim(connection, request)
        return await self._answer(connection, request)

    async def _announce(self, connection: Connection, request: protocol.Announce) -> protocol.Reply:
        """The call as it is; where it rings, who asked may announce that, and says when it has."""
        if not await self._claims.announce(request.page, connection):
            raise RequestError("busy", "somebody is just taking this call")
        rings = False
        try:
            reply = await self._answer(connection, protocol.Pages(id=request.id, page=request.page))
            assert isinstance(reply, protocol.PagesReply)
            [page] = reply.pages
            if not self._claims.met(page.kiosk):
                raise RequestError("busy", "its kiosk was not heard yet")
            rings = page.state == "called"
        finally:
            if not rings:
                await self._claims.announced(request.page, connection)
        return reply

    async def _claim(self, connection: Connection, request: protocol.StepPage) -> protocol.Reply:
        async with self._claims.claiming(request.page):
            reply = await self._answer(connection, request)
        if isinstance(reply, protocol.PageReply):
            last = await self._answer(connection, protocol.StepsSince(id=request.id, after=-1))
            if isinstance(last, protocol.StepsReply):
                await self._claims.heard(reply.page.kiosk, last.last)
        return reply

    def _welcome(self, request: protocol.Hello) -> protocol.Welcome:
        raise NotImplementedError

    async def _answer(self, connection: Connection, request: protocol.Request) -> protocol.Reply:
        raise NotImplementedError

    def _tell_staffed(self) -> None:
        """On how many phones calls are seen may have changed."""
        raise NotImplementedError

    def _hub_says(self, on_shift: int | None) -> None:
        """How many are on shift by the store's hub; None while it is away or does not know."""

    def _phones_now(self) -> int | None:
        """On how many phones calls are seen; None while no staff page is there to tell."""
        told = [connection.phones for connection in self._connections if connection.phones is not None]
        return sum(told) if told else None

    def _push(self, roles: tuple[str, ...], message: protocol.Push) -> None:
        """Tell everyone of these roles."""
        for connection in self._connections:
            if connection.role in roles:
                connection.send(message)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def make_socket_folder(path: Path) -> None:
    """A folder for the socket that only this user can enter. Raises SettingsError when its path cannot be used."""
    if len(os.fsencode(path)) > SOCKET_PATH_LIMIT:
        raise SettingsError(f"{path}: too long for a socket; set AISLEWISE_RUNTIME_DIR to a shorter folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.parent.chmod(0o700)
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise SettingsError(f"{path.parent}: cannot be used ({reason}); set AISLEWISE_RUNTIME_DIR") from error
