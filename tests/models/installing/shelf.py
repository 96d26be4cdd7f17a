"""A real HTTP server on loopback that hands out files as a hub does, with the faults of real networks."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Shelf:
    """What the server has and how it behaves; `requests` is what it was asked: path and range."""

    files: dict[str, bytes] = field(default_factory=dict)
    mark: str = '"one"'
    cut_after: list[int] = field(default_factory=list)
    """For each request in turn: close the connection after this many bytes."""
    codes: list[int] = field(default_factory=list)
    """For each request in turn: answer this instead."""
    ranges: bool = True
    lengths: bool = True
    moved: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""


@contextmanager
def serving() -> Iterator[Shelf]:
    shelf = Shelf()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            asked = self.headers.get("Range", "")
            shelf.requests.append((self.path, asked))
            if shelf.codes:
                self.send_error(shelf.codes.pop(0))
                return
            if self.path in shelf.moved:
                self.send_response(302)
                for name, value in shelf.headers.items():
                    self.send_header(name, value)
                self.send_header("Location", shelf.moved[self.path])
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            data = shelf.files.get(self.path)
            if data is None:
                self.send_error(404)
                return
            found = re.fullmatch(r"bytes=(\d+)-", asked)
            same = self.headers.get("If-Range") in (None, shelf.mark)
            start = int(found[1]) if found and shelf.ranges and same else 0
            if start >= len(data):
                self.send_response(416)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            if shelf.mark:
                self.send_header("ETag", shelf.mark)
            if shelf.lengths:
                self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            body = data[start:]
            if shelf.cut_after:
                body = body[: shelf.cut_after.pop(0)]
            self.wfile.write(body)
            self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    shelf.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield shelf
    finally:
        server.shutdown()
        server.server_close()
