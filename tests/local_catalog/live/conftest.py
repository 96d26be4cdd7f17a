"""A store's own system to ask: a real HTTP server on loopback and a real PostgreSQL."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from local_catalog.live import LiveFigures, LiveOptions, LiveSource, Synced

SYNCED_AT = datetime(2026, 11, 21, 6, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Shop)
        with server.counting:
            server.asked.append(self.path)
            server.headers.append(dict(self.headers))
            server.under_way += 1
            server.most_under_way = max(server.most_under_way, server.under_way)
        try:
            with contextlib.suppress(OSError):
                server.answer(self)
        finally:
            with server.counting:
                server.under_way -= 1

    def send(self, body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Nothing."""


class Shop(ThreadingHTTPServer):
    """The server, what it was asked, and how it answers."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.counting = threading.Lock()
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.under_way = 0
        self.most_under_way = 0
        self.closing = threading.Event()
        self.answer: Answer = lambda handler: handler.send(b'{"stock": 3, "price": 2.49}')

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def wait(self, seconds: float) -> None:
        """Hang for a while, but not beyond the test."""
        self.closing.wait(seconds)


@pytest.fixture
def shop() -> Iterator[Shop]:
    server = Shop()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    server.server_close()
    thread.join()


class Clock:
    """Runs with the real one and can be put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


def live(source: LiveSource, clock: Clock, options: LiveOptions | None = None) -> LiveFigures:
    return LiveFigures(source, clock=clock, now=lambda: NOW, options=options)


def synced(sku: str = "4711", *, gtin: str | None = None, stock: int | None = 8, price: int = 299) -> Synced:
    return Synced(sku, gtin, stock, price, SYNCED_AT)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The SQLAlchemy address of an empty PostgreSQL with the user's rights of a superuser."""
    programs = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
    if programs is None or not (programs / "initdb").exists():
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="aislewise-pg-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # PostgreSQL does not run as root.
    became = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if became:
        shutil.chown(folder, "postgres")

    def run(*command: str) -> None:
        subprocess.run([*became, *command], check=True, capture_output=True, cwd=folder, timeout=60)

    data, bin_ = str(folder / "data"), str(programs)
    run(f"{bin_}/initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    run(f"{bin_}/pg_ctl", "-D", data, "-w", "-o", options, "-l", str(folder / "log"), "start")
    yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    run(f"{bin_}/pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)
