"""Fetches one file over HTTP into a partial file that a later try goes on with."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from models.machine import in_words
from models.types import ModelError

PIECE = 1 << 20
LARGEST = 64_000_000_000
"""Bytes of a model that anybody would put into a shop's kiosk."""
SPARE_DISK = 500_000_000
"""Bytes that stay free on the disk: the kiosk writes its state there."""
TRIES = 5
"""How often a lost connection is taken up again without a byte of progress."""
PAUSE_S = 2.0
_TIMEOUT = httpx.Timeout(30.0, connect=15.0)
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")

Progress = Callable[[str, int, int], None]
"""Called with what is done now, bytes so far, and bytes in all (0: not known)."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the server said of the file that lies in `path`."""

    path: Path
    sha256: str = ""
    """The hub's own hash of it, '' if it names none: tells a damaged transfer, not a forged file."""
    commit: str = ""
    """The hub's commit that it came from, '' if it names none."""


def check_url(url: str, *, insecure: bool) -> None:
    """Raises ModelError for an address that is not to be used."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and (parts.hostname in _LOOPBACK or (insecure and parts.hostname)):
        return
    if parts.scheme == "http":
        raise ModelError(f"{url} is not encrypted: use https, or --insecure together with --sha256")
    raise ModelError(f"{url} is no address that models come from: use https://...")


def fetch(
    url: str,
    part: Path,
    *,
    insecure: bool = False,
    expected: str = "",
    progress: Progress = lambda what, done, total: None,
    pause: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Fetch `url` into `part` and return when it is whole. What a try before left there is gone on with.

    `expected` is the sha256 the caller will check: with it a server that names no version of its file may be gone on
    with too. Raises ModelError; what has come so far stays.
    """
    check_url(url, insecure=insecure)

    def each(request: httpx.Request) -> None:
        check_url(str(request.url), insecure=insecure)

    def read(state: _State) -> bool:
        return _read(client, state, progress)

    state = _State(url, part, expected)
    with httpx.Client(
        timeout=_TIMEOUT, follow_redirects=True, max_redirects=5, event_hooks={"request": [each]}
    ) as client:
        left = TRIES
        while True:
            before = state.size()
            try:
                if state.whole() or read(state):
                    return Fetched(part, state.hub_sha256, state.commit)
                why = "the connection ended too early"
            except httpx.TooManyRedirects as error:
                raise ModelError(f"{url}: the server sends us in circles; check the address") from error
            except httpx.HTTPError as error:
                why = str(error) or type(error).__name__
            except OSError as error:
                raise ModelError(f"{part}: cannot be written ({error.strerror or error})") from error
            left = TRIES if state.size() > before else left - 1
            if left <= 0:
                held = state.size()
                kept = f"; {in_words(held)} are kept, run the same command again" if held else ""
                raise ModelError(f"{url}: {why}{kept}")
            pause(PAUSE_S)


def forget(part: Path) -> None:
    """Take away what a fetch left."""
    for path in (part, _note(part)):
        with suppress(FileNotFoundError):
            path.unlink()


def check_disk(folder: Path, wanted: int) -> None:
    """Raises ModelError if `wanted` more bytes would fill the disk."""
    free = shutil.disk_usage(folder).free
    if wanted + SPARE_DISK > free:
        raise ModelError(
            f"{folder}: {in_words(wanted)} more are needed and {in_words(SPARE_DISK)} to spare, "
            f"but {in_words(free) if free else 'nothing'} is free; make room and run the same command again"
        )


class _State:
    """The partial file, and the server's mark (ETag) of what it is a part of."""

    def __init__(self, url: str, part: Path, expected: str) -> None:
        self.url, self.part = url, part
        self.mark, self.total, self.hub_sha256, self.commit = "", 0, "", ""
        try:
            note = json.loads(_note(part).read_bytes())
            if note["url"] == url:
                self.mark, self.total = str(note["mark"]), int(note["total"])
                self.hub_sha256, self.commit = str(note["sha256"]), str(note["commit"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            forget(part)
        if not (self.mark or (self.total and expected) or self.whole()):
            forget(part)

    def whole(self) -> bool:
        return 0 < self.total == self.size()

    def size(self) -> int:
        try:
            return self.part.stat().st_size
        except FileNotFoundError:
            return 0

    def headers(self) -> dict[str, str]:
        # Compressed on the way, the ranges would count other bytes.
        plain = {"Accept-Encoding": "identity", "User-Agent": "aislewise"}
        held = self.size()
        if not held:
            return plain
        return {**plain, "Range": f"bytes={held}-"} | ({"If-Range": self.mark} if self.mark else {})

    def note(self, response: httpx.Response, total: int) -> None:
        """Keep the mark of what comes now. A weak mark does not say that every byte is the same."""
        self.total = total
        mark = response.headers.get("etag", "")
        self.mark = mark if mark.startswith('"') and mark.isascii() else ""
        for hop in (*response.history, response):
            linked = hop.headers.get("x-linked-etag", "").strip('"').lower()
            if re.fullmatch(r"[0-9a-f]{64}", linked):
                self.hub_sha256 = linked
            commit = hop.headers.get("x-repo-commit", "")
            if re.fullmatch(r"[0-9a-f]{40}", commit):
                self.commit = commit
        known = {"url": self.url, "mark": self.mark, "total": total, "sha256": self.hub_sha256, "commit": self.commit}
        _note(self.part).write_text(json.dumps(known), "utf-8")


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _read(client: httpx.Client, state: _State, progress: Progress) -> bool:
    """One request: True if the file is whole now. Raises ModelError for an answer that no further try would better."""
    held = state.size()
    with client.stream("GET", state.url, headers=state.headers()) as response:
        code = response.status_code
        if code == 416 and held:
            # The part is as long as the file, or longer than the file of today.
            total = re.fullmatch(r"bytes \*/(\d+)", response.headers.get("content-range", ""))
            if total is not None and int(total[1]) == held:
                return True
            forget(state.part)
            return False
        if code in (408, 425, 429) or code >= 500:
            raise httpx.HTTPError(f"the server answers {code}")
        if code in (401, 403):
            raise ModelError(
                f"{state.url}: the server lets nobody in without an account ({code}); fetch the file on another "
                "machine and install it from a stick"
            )
        if code not in (200, 206):
            raise ModelError(f"{state.url}: the server answers {code}; check the address")
        start, total_size = _place(response, held)
        if start not in (0, held):
            forget(state.part)
            return False
        if total_size > LARGEST:
            raise ModelError(f"{state.url}: {in_words(total_size)} is no model for a kiosk")
        check_disk(state.part.parent, total_size - start)
        state.note(response, total_size)
        return _write(response, state, start, total_size, progress)


def _place(response: httpx.Response, held: int) -> tuple[int, int]:
    """At which byte this answer begins, and how long the whole file is (0: not said)."""
    if response.status_code == 206:
        found = _RANGE.fullmatch(response.headers.get("content-range", ""))
        return (int(found[1]), int(found[3])) if found is not None else (-1, 0)
    length = response.headers.get("content-length", "")
    return 0, int(length) if length.isascii() and length.isdigit() else 0


def _write(response: httpx.Response, state: _State, start: int, total: int, progress: Progress) -> bool:
    done = start
    checked = done
    with state.part.open("r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        # As it comes: gathered into larger pieces, the last one would be lost with the connection.
        for piece in response.iter_raw():
            done += len(piece)
            if done > (total or LARGEST):
                raise ModelError(f"{state.url}: more comes than the server said; check the address")
            if not total and done - checked > 64 * PIECE:
                check_disk(state.part.parent, 64 * PIECE)
                checked = done
            file.write(piece)
            progress("fetching", done, total)
        file.flush()
        os.fsync(file.fileno())
    return done == total if total else True
