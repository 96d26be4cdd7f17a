"""Where connections come in: TLS and plain HTTP on the same port.

Once there is a certificate, whoever speaks plain HTTP is answered here, in one breath: with the way to the same page
over TLS, or with the certificate of the store's authority, which a phone wants before it can trust that way.
"""

from __future__ import annotations

import asyncio
import logging
import re
import socket
import ssl
from collections.abc import Callable, Collection
from contextlib import suppress

from kiosk.staff.web.guard import known

log = logging.getLogger(__name__)

_FIRST_BYTE_S = 10.0
_HEAD_S = 5.0
_GOODBYE_S = 1.0
"""How long the end of a connection waits for the other side's word: a phone that is gone says none."""
_MOST_HEAD = 4096
_MOST_OPENING = 100
"""Connections that have not yet said anything; more are closed at once."""
_TLS_HELLO = 0x16
"""The first byte of every TLS connection (RFC 8446, 5.1: a record of the type handshake)."""
_REQUEST = re.compile(rb"(GET|HEAD) (/[!-~]{0,2000}) HTTP/1\.[01]\r\n")
_HOST = re.compile(rb"\r\nHost:[ \t]*([!-~]{1,250})[ \t]*\r\n", re.IGNORECASE)


class Front:
    """A listening socket whose connections become uvicorn's. Behaves to uvicorn as an `asyncio.Server` does."""

    def __init__(
        self,
        listener: socket.socket,
        protocol: Callable[[], asyncio.Protocol],
        tls: Callable[[], ssl.SSLContext | None],
        plain: Callable[[bytes], bytes],
    ) -> None:
        """`protocol` makes what serves a connection; `tls` gives how it is secured at this moment, None for not at all;
        `plain` answers the head of a request that should have come by TLS."""
        listener.setblocking(False)
        self._listener = listener
        self._protocol = protocol
        self._tls = tls
        self._plain = plain
        self._opening: set[asyncio.Task[None]] = set()
        self._accepting = asyncio.create_task(self._accept())

    def close(self) -> None:
        """Take no more connections; those that are open go on."""
        self._accepting.cancel()
        for task in self._opening:
            task.cancel()
        self._listener.close()

    async def wait_closed(self) -> None:
        """Everything but the open connections has ended."""
        await asyncio.gather(self._accepting, *self._opening, return_exceptions=True)

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, _ = await loop.sock_accept(self._listener)
            except OSError as error:
                log.warning("a connection could not be taken: %s", error.strerror)
                await asyncio.sleep(0.5)
                continue
            if len(self._opening) >= _MOST_OPENING:
                connection.close()
                continue
            task = asyncio.create_task(self._open(connection))
            self._opening.add(task)
            task.add_done_callback(self._opening.discard)

    async def _open(self, connection: socket.socket) -> None:
        """Hand a connection on, or answer it. A failure is the other side's: it is closed without a word."""
        loop = asyncio.get_running_loop()
        try:
            tls = self._tls()
            if tls is not None and await _first_byte(connection) != _TLS_HELLO:
                await self._answer(connection)
                return
            limits = {} if tls is None else {"ssl_handshake_timeout": _FIRST_BYTE_S, "ssl_shutdown_timeout": _GOODBYE_S}
            await loop.connect_accepted_socket(self._protocol, connection, ssl=tls, **limits)
        except (OSError, ssl.SSLError, TimeoutError):
            connection.close()
        except asyncio.CancelledError:
            connection.close()
            raise

    async def _answer(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(_HEAD_S):
                head = b""
                while b"\r\n\r\n" not in head and len(head) < _MOST_HEAD:
                    more = await loop.sock_recv(connection, _MOST_HEAD)
                    if not more:
                        return
                    head += more
                await loop.sock_sendall(connection, self._plain(head))
                connection.shutdown(socket.SHUT_WR)
                with suppress(OSError):
                    await loop.sock_recv(connection, _MOST_HEAD)
        finally:
            connection.close()


async def _first_byte(connection: socket.socket) -> int | None:
    """The first byte that comes, left where it is; None when the other side says nothing and ends."""
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    loop.add_reader(connection, readable.set)
    try:
        async with asyncio.timeout(_FIRST_BYTE_S):
            await readable.wait()
    finally:
        loop.remove_reader(connection)
    found = connection.recv(1, socket.MSG_PEEK)
    return found[0] if found else None


def answer_plain(head: bytes, names: Collection[str], authority: bytes | None) -> bytes:
    """The answer to a request without TLS: `authority` (PEM) for its path, else the way to the same page over TLS, for
    hosts that are this machine's."""
    request, host = _REQUEST.match(head), _HOST.search(head)
    if request is None or host is None or not known(host[1].decode("ascii"), names):
        return _response(
            "400 Bad Request", {}, b"This page is served over HTTPS only. Its address begins with https://\n"
        )
    path, only_head = request[2], request[1] == b"HEAD"
    if path.partition(b"?")[0] == b"/ca.crt" and authority is not None:
        kind = "application/x-x509-ca-cert"
        headers = {"Content-Type": kind, "Content-Disposition": 'attachment; filename="store-ca.crt"'}
        return _response("200 OK", headers, authority, only_head)
    way = f"https://{host[1].decode('ascii')}{path.decode('ascii')}"
    return _response("307 Temporary Redirect", {"Location": way}, f"{way}\n".encode(), only_head)


def _response(status: str, headers: dict[str, str], body: bytes, only_head: bool = False) -> bytes:
    lines = {
        "Content-Type": "text/plain",
        "Content-Length": str(len(body)),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Connection": "close",
        **headers,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("ascii") + (b"" if only_head else body)
