"""HTTP with an end: every request has a deadline that a server can neither stretch by silence nor by dripping."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface  # type: ignore[attr-defined]  # its __all__ is computed

from local_catalog.types import CatalogError

_CHUNK = 64 << 10
_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a server may take."""

    connect_s: float = 10.0
    silence_s: float = 20.0
    """Without a byte."""
    metadata_s: float = 30.0
    """For one file of signed metadata, some kilobytes."""
    file_s: float = 3600.0
    """For one snapshot or patchset; what came by then is kept, and the next sync goes on from there."""
    slowest: int = 512
    """Bytes a second, on average, that a snapshot or patchset must come with after `metadata_s`."""


class WrongBytesError(CatalogError):
    """A file came whole and is not the one that was signed."""


class Fetcher(FetcherInterface):
    """Fetches metadata for the TUF client and files for the sync over one connection. No proxies, no cookies."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._stream: Any = None
        self.received = 0
        """Bytes of bodies so far."""
        self._client = httpx.Client(
            trust_env=False,
            follow_redirects=True,
            max_redirects=_REDIRECTS,
            timeout=httpx.Timeout(limits.silence_s, connect=limits.connect_s),
            headers={"User-Agent": "aislewise", "Accept-Encoding": "identity"},
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _fetch(self, url: str) -> Iterator[bytes]:
        """For the TUF client, which counts the bytes and stops when there are too many."""
        with self._get(url, self._limits.metadata_s) as (response, _):
            if response.status_code != httpx.codes.OK:
                raise DownloadHTTPError(f"{url}: the server answered {response.status_code}", response.status_code)
            yield from self._body(response)

    def load(
        self, url: str, to: Path, length: int, sha256: str, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Load a file of `length` bytes, going on where an earlier attempt broke off.

        Raises tuf's DownloadError if the server does not deliver, WrongBytesError if it delivers something else; what
        came is kept in the first case and deleted in the second. OSError as the disk says.
        """
        resumed = to.exists() and to.stat().st_size > 0
        try:
            self._load(url, to, length, sha256, progress)
        except WrongBytesError:
            to.unlink(missing_ok=True)
            if not resumed:
                raise
            # It may be the part from before that is wrong.
            self._load_or_delete(url, to, length, sha256, progress)

    def _load_or_delete(
        self, url: str, to: Path, length: int, sha256: str, progress: Callable[[int, int], None] | None
    ) -> None:
        try:
            self._load(url, to, length, sha256, progress)
        except WrongBytesError:
            to.unlink(missing_ok=True)
            raise

    def _load(self, url: str, to: Path, length: int, sha256: str, progress: Callable[[int, int], None] | None) -> None:
        with to.open("a+b") as file:
            file.seek(0)
            digest = hashlib.sha256()
            while data := file.read(_CHUNK):
                digest.update(data)
            done = file.tell()
            if done < length:
                headers = {"Range": f"bytes={done}-"} if done else {}
                with self._get(url, self._limits.file_s, headers) as (response, started):
                    if response.status_code == httpx.codes.PARTIAL_CONTENT and _begins(response, done):
                        pass
                    elif response.status_code == httpx.codes.OK:
                        file.truncate(0)
                        digest, done = hashlib.sha256(), 0
                    else:
                        raise DownloadHTTPError(
                            f"{url}: the server answered {response.status_code}", response.status_code
                        )
                    for data in self._body(response):
                        done += len(data)
                        if done > length:
                            raise WrongBytesError(f"{url}: is longer than the {length:,} bytes that were signed")
                        digest.update(data)
                        file.write(data)
                        self._check_pace(url, started, done)
                        if progress:
                            progress(done, length)
        if done < length:
            raise DownloadError(f"{url}: the connection ended after {done:,} of {length:,} bytes")
        if done > length or digest.hexdigest() != sha256:
            raise WrongBytesError(f"{url}: is not the file that was signed")

    def _check_pace(self, url: str, started: float, done: int) -> None:
        seconds = time.monotonic() - started
        if seconds > self._limits.metadata_s and done < self._limits.slowest * seconds:
            raise DownloadError(f"{url}: comes too slowly ({done:,} bytes in {seconds:.0f} s)")

    def _body(self, response: httpx.Response) -> Iterator[bytes]:
        # As it comes: what waited for a full chunk would be lost when the connection breaks.
        for data in response.iter_raw():
            self.received += len(data)
            yield data

    @contextlib.contextmanager
    def _get(
        self, url: str, deadline_s: float, headers: Mapping[str, str] | None = None
    ) -> Iterator[tuple[httpx.Response, float]]:
        """A response whose connection is cut when the time is over, wherever it hangs then."""
        started = time.monotonic()
        over = threading.Event()

        def cut() -> None:
            over.set()
            with contextlib.suppress(Exception):
                self._stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(deadline_s, cut)
        timer.daemon = True
        timer.start()
        try:
            with self._client.stream("GET", url, headers=headers, extensions={"trace": self._trace}) as response:
                yield response, started
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            if over.is_set():
                raise DownloadError(f"{url}: took longer than {deadline_s:g} s") from error
            raise DownloadError(f"{url}: {_told(error)}") from error
        finally:
            timer.cancel()

    def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._stream = info["return_value"]


def _begins(response: httpx.Response, place: int) -> bool:
    return str(response.headers.get("Content-Range", "")).startswith(f"bytes {place}-")


def _told(error: Exception) -> str:
    if isinstance(error, httpx.ConnectTimeout | httpx.ReadTimeout):
        return "no answer in time"
    return str(error) or type(error).__name__
