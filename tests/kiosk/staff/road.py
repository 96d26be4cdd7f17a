"""The network between two machines: a proxy that can be cut, so that what is sent is neither answered nor refused."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress


class Road:
    """Leads from `port` on loopback to another one. `cut` stops all traffic, open connections too, without a word."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._open = True
        self._pipes: set[asyncio.Task[None]] = set()
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True)
        self._thread.start()
        assert ready.wait(10)

    def cut(self) -> None:
        self._do(self._cut)

    def mend(self) -> None:
        self._open = True

    def close(self) -> None:
        self._do(self._end.set)
        self._thread.join(10)

    def _do(self, work: object) -> None:
        self._loop.call_soon_threadsafe(work)  # type: ignore[arg-type]

    def _cut(self) -> None:
        # The pipes end, the sockets stay open: neither side hears anything any more.
        self._open = False
        for pipe in self._pipes:
            pipe.cancel()

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        self._held: list[asyncio.StreamWriter] = []
        server = await asyncio.start_server(self._through, "127.0.0.1", 0)
        self.port: int = server.sockets[0].getsockname()[1]
        ready.set()
        await self._end.wait()
        server.close()
        for writer in self._held:
            writer.transport.abort()

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._held.append(writer)
        if not self._open:
            return
        try:
            other, onward = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            writer.transport.abort()
            return
        self._held.append(onward)
        for source, sink in ((reader, onward), (other, writer)):
            pipe = self._loop.create_task(self._pipe(source, sink))
            self._pipes.add(pipe)
            pipe.add_done_callback(self._pipes.discard)

    async def _pipe(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        sink.close()
