"""`python -m kiosk.staff.web`: serve the staff page until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from kiosk import discreet, protocol
from kiosk.staff import StaffError, accounts, certificates, devices, private
from kiosk.staff.link import EngineLink
from kiosk.staff.web.app import StaffPage
from kiosk.staff.web.board import Board
from kiosk.staff.web.front import Front, answer_plain
from kiosk.staff.web.hub import HubDoor
from kiosk.staff.web.inbound import ClaimDoor
from kiosk.staff.web.tls import Tls

_MOST_CONNECTIONS = 200


def main() -> int:
    """Exit code: 0 when stopped, 2 when it could not start, with one line that says why."""
    options = _options()
    discreet.set_up("%(levelname)s %(name)s: %(message)s")
    try:
        accounts.associates(options.data)
        devices.devices(options.data)
        tls = Tls(options.data, options.host, options.certificate, options.key, _now)
        hub_key = private.secret(options.hub_key) if options.hub_key is not None else None
        listener = _listen(options.host, options.port)
    except StaffError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        place = f"{options.host} port {options.port}"
        sys.stderr.write(f"{place}: cannot be served ({error.strerror or error}); stop what uses it or change it\n")
        return 2
    asyncio.run(_serve(options, listener, tls, hub_key))
    return 0


async def _serve(options: argparse.Namespace, listener: socket.socket, tls: Tls, hub_key: str | None) -> None:
    asyncio.get_running_loop().set_exception_handler(discreet.task_failed)
    board = Board(options.store, _now)
    hub: HubDoor | None = None

    def pushed(push: protocol.Push) -> None:
        board.pushed(push)
        if hub is not None:
            hub.pushed(push)

    def live(welcome: protocol.Welcome, pages: list[protocol.PageView]) -> None:
        board.connected(welcome, pages)
        if hub is not None:
            hub.connected(welcome)

    link = EngineLink(options.socket, on_push=pushed, phones=lambda: board.phones)
    if hub_key is not None:
        hub = HubDoor(hub_key, lambda: board.kiosk, lambda: board.phones, link, _now)
    secret: Path | None = options.hook_secret
    claims = ClaimDoor(secret, options.data, link, _now) if secret is not None else None
    page = StaffPage(options.data, board, link, _now, hub, claims)

    def names() -> frozenset[str]:
        return tls.names() | frozenset(name.lower() for name in options.name)

    config = uvicorn.Config(
        page.app(names),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, page, listener, tls, lambda head: answer_plain(head, names(), tls.authority()))
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, server.stop)
    port = listener.getsockname()[1]
    sys.stdout.write(f"The staff page is at {certificates.page_address(options.host, port, tls.certificate)}\n")
    sys.stdout.flush()
    beside = [
        asyncio.create_task(work)
        for work in (
            link.run(live, board.lost, board.health),
            page.watch(),
            tls.keep(),
            *((hub.watch(),) if hub is not None else ()),
        )
    ]
    serving = asyncio.create_task(server.serve(sockets=[]))
    done, _ = await asyncio.wait({*beside, serving}, return_when=asyncio.FIRST_COMPLETED)
    for task in beside:
        task.cancel()
    server.stop()
    await serving
    for task in beside:
        if task in done:
            await task


class _Server(uvicorn.Server):
    """Takes its connections from a `Front`, and ends the live streams first when it stops: they would hold it up."""

    def __init__(
        self,
        config: uvicorn.Config,
        page: StaffPage,
        listener: socket.socket,
        tls: Tls,
        plain: Callable[[bytes], bytes],
    ) -> None:
        super().__init__(config)
        self._staff_page = page
        self._listener = listener
        self._tls = tls
        self._plain = plain

    def stop(self) -> None:
        """Finish what is under way and end."""
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are taken by the event loop already."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)

        def protocol() -> asyncio.Protocol:
            made: asyncio.Protocol = self.config.http_protocol_class(  # type: ignore[call-arg]
                config=self.config, server_state=self.server_state, app_state=self.lifespan.state
            )
            return made

        front = Front(self._listener, protocol, lambda: self._tls.context, self._plain)
        self.servers.append(front)  # type: ignore[arg-type]

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._staff_page.close()
        await super().shutdown(sockets)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kiosk.staff.web", description="Serve the staff page.")
    parser.add_argument("--socket", type=Path, required=True, help="the engine's local socket")
    parser.add_argument("--host", required=True, help="address to listen on; 0.0.0.0 for the whole store LAN")
    parser.add_argument("--port", type=int, required=True, help="port to listen on; 0 takes a free one")
    parser.add_argument("--data", type=Path, required=True, help="folder with the accounts")
    parser.add_argument("--store", default="", help="the store's name; default: what the engine says")
    parser.add_argument("--name", action="append", default=[], help="a further host name of this machine; repeatable")
    parser.add_argument("--certificate", type=Path, help="one that the store brings; default: the data folder's own")
    parser.add_argument("--key", type=Path, help="its key")
    parser.add_argument("--hub-key", type=Path, help="the store's secret: this machine is the hub of its kiosks")
    parser.add_argument("--hook-secret", type=Path, help="file with the secret by which the store's server may claim")
    return parser.parse_args()


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
