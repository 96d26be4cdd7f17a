"""`python -m kiosk.staff.web`: serve the staff page until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from kiosk import discreet
from kiosk.staff import StaffError, accounts
from kiosk.staff.link import EngineLink
from kiosk.staff.web.app import StaffPage
from kiosk.staff.web.board import Board

_MOST_CONNECTIONS = 200


def main() -> int:
    """Exit code: 0 when stopped, 2 when it could not start, with one line that says why."""
    options = _options()
    discreet.set_up("%(levelname)s %(name)s: %(message)s")
    try:
        accounts.associates(options.data)
        listener = _listen(options.host, options.port)
    except StaffError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        place = f"{options.host} port {options.port}"
        sys.stderr.write(f"{place}: cannot be served ({error.strerror or error}); stop what uses it or change it\n")
        return 2
    asyncio.run(_serve(options, listener))
    return 0


async def _serve(options: argparse.Namespace, listener: socket.socket) -> None:
    asyncio.get_running_loop().set_exception_handler(discreet.task_failed)
    board = Board(options.store, _now)
    link = EngineLink(options.socket, on_push=board.pushed, phones=lambda: board.phones)
    page = StaffPage(options.data, board, link, _now)
    config = uvicorn.Config(
        page.app(frozenset(options.name)),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, page)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, server.stop)
    host, port = listener.getsockname()[:2]
    sys.stdout.write(f"The staff page is at http://{f'[{host}]' if ':' in host else host}:{port}/\n")
    sys.stdout.flush()
    following = asyncio.create_task(link.run(board.connected, board.lost, board.health))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    done, _ = await asyncio.wait({following, serving}, return_when=asyncio.FIRST_COMPLETED)
    following.cancel()
    server.stop()
    await serving
    if following in done:
        await following


class _Server(uvicorn.Server):
    """Ends the live streams first when it stops; they would hold it up otherwise."""

    def __init__(self, config: uvicorn.Config, page: StaffPage) -> None:
        super().__init__(config)
        self._staff_page = page

    def stop(self) -> None:
        """Finish what is under way and end."""
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are taken by the event loop already."""
        yield

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
    return parser.parse_args()


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
