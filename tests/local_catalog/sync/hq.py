"""An HQ for tests: real keys, real files, a real HTTP server on loopback that can be made to misbehave."""

from __future__ import annotations

import http.server
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import apsw

from local_catalog.publishing import PublishReport, make_keys, publish
from local_catalog.sync import CatalogFolder, Limits, SyncReport, sync

NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)
QUICK = Limits(connect_s=2, silence_s=1, metadata_s=2, file_s=5, slowest=200)


def accept(_: Path) -> None:
    """A check that finds nothing; the files of most tests are known to be good."""


def edit(path: Path, *statements: str) -> None:
    """Change a catalog file as a builder would."""
    with closing(apsw.Connection(str(path))) as connection, connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("UPDATE meta SET value = (SELECT count(*) FROM product) WHERE key = 'products'")


def price(sku: str, cents: int) -> str:
    return f"UPDATE product SET price = {cents}, unit_price = {cents * 2}, base_price = {cents * 3} WHERE sku = '{sku}'"


class Hq:
    """Publishes versions v1, v2 ... that differ by a few prices."""

    def __init__(self, folder: Path, catalog: Path) -> None:
        self.keys, self.public = folder / "keys", folder / "public"
        self.catalog = Path(shutil.copy(catalog, folder / "catalog.db"))
        self.now = NOW
        self.number = 0
        make_keys(self.keys, now=NOW)
        self.root = (self.keys / "root.json").read_bytes()

    def publish(self, *statements: str, **options: Any) -> PublishReport:
        """The next version, an hour later."""
        self.number += 1
        self.now += timedelta(hours=1)
        edit(
            self.catalog,
            f"UPDATE meta SET value = 'v{self.number}' WHERE key = 'version'",
            f"UPDATE meta SET value = '{self.now.isoformat()}' WHERE key = 'synced_at'",
            *(statements or (price("100001", 100 + self.number),)),
        )
        options.setdefault("self_check", accept)
        return publish(self.catalog, self.public, self.keys, now=self.now, **options)


class Server:
    """Serves a folder; `answer` may take a request over: it returns True if it did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.requests: list[tuple[str, str | None]] = []
        """Path and Range."""
        self.answer: Callable[[http.server.BaseHTTPRequestHandler], bool] | None = None
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.requests.append((self.path, self.headers.get("Range")))
                if server.answer and server.answer(self):
                    return
                path = server.folder / self.path.lstrip("/")
                if not path.is_file():
                    reply(self, 404, b"not here")
                    return
                data, begin = path.read_bytes(), 0
                if wanted := self.headers.get("Range"):
                    begin = int(wanted.removeprefix("bytes=").rstrip("-"))
                    extra = {"Content-Range": f"bytes {begin}-{len(data) - 1}/{len(data)}"}
                    reply(self, 206, data[begin:], extra)
                    return
                reply(self, 200, data)

            def log_message(self, *_: object) -> None:
                """Quiet."""

        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """Clients that hang up are what is tested."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def asked(self, part: str) -> int:
        """How many requests had this in their path."""
        return sum(part in path for path, _ in self.requests)


def reply(handler: Any, status: int, data: bytes, headers: dict[str, str] | None = None) -> bool:
    handler.send_response(status)
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)
    return True


def drip(handler: Any, data: bytes, pause_s: float = 0.1) -> bool:
    """One byte at a time, for ever."""
    while True:
        for number in range(len(data)):
            handler.wfile.write(data[number : number + 1])
            handler.wfile.flush()
            time.sleep(pause_s)


class Kiosk:
    """A kiosk's folder and its syncs."""

    def __init__(self, path: Path, root: bytes | None, url: str, kiosk_id: str = "kiosk-1") -> None:
        self.folder = CatalogFolder(path)
        if root is not None:
            self.folder.set_root(root)
        self.url, self.kiosk_id = url, kiosk_id

    def sync(self, *, now: datetime = NOW, **options: Any) -> SyncReport:
        options.setdefault("self_check", accept)
        options.setdefault("limits", QUICK)
        return sync(self.folder, self.url, kiosk_id=self.kiosk_id, now=now, **options)

    @property
    def version(self) -> str | None:
        """What the file that is served says of itself."""
        path = self.folder.current()
        if path is None:
            return None
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            return str(connection.execute("SELECT value FROM meta WHERE key = 'version'").get)
