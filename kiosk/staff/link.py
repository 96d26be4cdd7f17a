"""The staff room's end of the engine's local socket, for the staff page and the hooks: always trying, and honest about
when it is not connected."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from kiosk import protocol

log = logging.getLogger(__name__)

RETRY_S = (0.2, 0.5, 1.0, 2.0)
"""Waits between attempts to connect, seconds; the last one repeats."""
REPLY_S = 5.0
"""How long a reply may take, seconds; an engine silent for longer is taken for hung and connected anew."""
HEARTBEAT_S = 5.0
"""Between questions for the engine's health, seconds."""

_R = TypeVar("_R", bound=protocol.Reply)


class NotLive(Exception):  # noqa: N818  reads as what happened
    """The engine cannot be reached or did not answer in time; whether it acted is not known."""


class Refused(Exception):  # noqa: N818
    """The engine did not carry out a request: a failure code of the protocol, and words for a person."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


class EngineLink:
    """One connection, made anew whenever it breaks. For use on one event loop."""

    def __init__(
        self,
        socket: Path,
        *,
        on_push: Callable[[protocol.Push], None],
        role: str = "staff",
        phones: Callable[[], int | None] = lambda: None,
    ) -> None:
        """`on_push` gets every push while connected, in order. `role` is one of the protocol's; a staff page's
        `phones` gives on how many phones it is open."""
        self._role = role
        self._phones = phones
        self._socket = socket
        self._on_push = on_push
        self._ids = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[protocol.Reply]] = {}
        self._writer: asyncio.StreamWriter | None = None

    async def run(
        self,
        on_live: Callable[[protocol.Welcome, list[protocol.PageView]], None],
        on_lost: Callable[[], None],
        on_health: Callable[[list[protocol.PartHealth]], None],
    ) -> None:
        """Stay connected until cancelled. `on_live` gets the full state on every new connection."""
        attempt = 0
        while True:
            live = False
            try:
                async with asyncio.timeout(REPLY_S):
                    reader, self._writer = await asyncio.open_unix_connection(self._socket, limit=protocol.MAX_LINE)
                reading = asyncio.create_task(self._read(reader))
                try:
                    welcome = await self.request(protocol.Hello(id=self.next_id(), role=self._role), protocol.Welcome)
                    replies = await self.request(protocol.Pages(id=self.next_id()), protocol.PagesReply)
                    on_live(welcome, replies.pages)
                    live, attempt = True, 0
                    await self._watch(reading, on_health)
                finally:
                    reading.cancel()
                    with suppress(asyncio.CancelledError, OSError, protocol.ProtocolError):
                        await reading
            except (OSError, NotLive, Refused, protocol.ProtocolError) as error:
                log.info("engine away: %s", type(error).__name__)
            finally:
                self._drop()
                if live:
                    on_lost()
            await asyncio.sleep(RETRY_S[min(attempt, len(RETRY_S) - 1)])
            attempt += 1

    async def step(self, page: str, step: str, who: str) -> protocol.PageView:
        """Take a step for an associate. Raises NotLive, or Refused with words for them."""
        request = protocol.StepPage(id=self.next_id(), page=page, step=step, who=who)
        return (await self.request(request, protocol.PageReply)).page

    def next_id(self) -> int:
        """For the next request."""
        return next(self._ids)

    async def request(self, message: protocol.Request, reply: type[_R]) -> _R:
        """Send a request and wait for its reply. Raises NotLive or Refused."""
        writer = self._writer
        if writer is None:
            raise NotLive("the engine is not connected")
        waiting = self._waiting[message.id] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(REPLY_S):
                writer.write(protocol.encode(message))
                await writer.drain()
                answer = await waiting
        except (TimeoutError, OSError) as error:
            raise NotLive("the engine did not answer") from error
        finally:
            self._waiting.pop(message.id, None)
        if isinstance(answer, protocol.Failed):
            raise Refused(answer.code, answer.detail)
        if not isinstance(answer, reply):
            raise NotLive("the engine gave an answer that does not belong to the question")
        return answer

    async def _watch(self, reading: asyncio.Task[None], on_health: Callable[[list[protocol.PartHealth]], None]) -> None:
        """Ask for the engine's health now and then, and tell of the phones, until the connection ends; raises what
        ended it."""
        while True:
            request = protocol.Health(id=self.next_id(), phones=self._phones())
            on_health((await self.request(request, protocol.HealthReply)).parts)
            done, _ = await asyncio.wait({reading}, timeout=HEARTBEAT_S)
            if done:
                await reading
                raise NotLive("the engine closed the connection")

    async def _read(self, reader: asyncio.StreamReader) -> None:
        try:
            while line := await _line(reader):
                message = protocol.decode_from_engine(line)
                if isinstance(message, protocol.Push):
                    self._push(message)
                    continue
                waiting = self._waiting.pop(message.id, None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(message)
        finally:
            self._fail_waiting()

    def _push(self, push: protocol.Push) -> None:
        try:
            self._on_push(push)
        except ValueError as error:
            raise protocol.ProtocolError(f"a push has a value this program does not know: {error}") from error

    def _fail_waiting(self) -> None:
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(NotLive("the engine closed the connection"))
        self._waiting.clear()

    def _drop(self) -> None:
        self._fail_waiting()
        if self._writer is not None:
            self._writer.close()
            self._writer = None


async def _line(reader: asyncio.StreamReader) -> bytes:
    """One line, or nothing at the end. A line beyond the protocol's limit ends the connection as damage."""
    try:
        return await reader.readline()
    except ValueError as error:
        raise protocol.ProtocolError(f"a line is longer than {protocol.MAX_LINE} bytes") from error
