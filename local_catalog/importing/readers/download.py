"""Fetches a file over http(s) into a temporary folder, within limits of size and time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import httpx

from local_catalog.importing.readers.table import MIB, SourceError

_MOST = 4096 * MIB
_TIMEOUT = httpx.Timeout(30.0, connect=10.0)
"""Seconds without a byte; a slow line may take as long as it needs."""
_MOST_REDIRECTS = 5
_SUFFIXES = {
    "text/csv": ".csv", "text/tab-separated-values": ".tsv", "application/json": ".json", "text/yaml": ".yaml",
    "application/yaml": ".yaml", "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.apache.parquet": ".parquet", "application/gzip": ".gz",
}  # fmt: skip


def is_download(source: str) -> bool:
    """Whether this is the address of a file on a web server."""
    return source.lower().startswith(("http://", "https://"))


@contextmanager
def downloaded(source: str) -> Iterator[Path]:
    """The file while the block runs. Raises SourceError; user names and passwords of the address are in no text."""
    try:
        url = httpx.URL(source)
    except httpx.InvalidURL as error:
        raise SourceError(f"{source.split('@')[-1]}: is not an address ({error})") from error
    shown = str(url.copy_with(username=None, password=None, query=None))
    with tempfile.TemporaryDirectory(prefix="aislewise-") as folder:
        try:
            with (
                httpx.Client(timeout=_TIMEOUT, follow_redirects=True, max_redirects=_MOST_REDIRECTS) as client,
                client.stream("GET", url) as response,
            ):
                if url.scheme == "https" and response.url.scheme != "https":
                    raise SourceError(
                        f"{shown}: leads to an address without encryption; use that address if it is right"
                    )
                response.raise_for_status()
                path = Path(folder) / _name(response)
                _save(response, path, shown)
        except httpx.HTTPStatusError as error:
            raise SourceError(f"{shown}: the server answers {error.response.status_code}; check the address") from error
        except httpx.HTTPError as error:
            raise SourceError(
                f"{shown}: cannot be fetched ({error or type(error).__name__}); try again later"
            ) from error
        yield path


def _save(response: httpx.Response, path: Path, shown: str) -> None:
    received = 0
    with path.open("wb") as file:
        for block in response.iter_bytes():
            received += len(block)
            if received > _MOST:
                raise SourceError(f"{shown}: is larger than {_MOST // MIB} MiB; split it")
            file.write(block)


def _name(response: httpx.Response) -> str:
    name = PurePosixPath(unquote(response.url.path)).name or "products"
    name = "".join(c if c.isalnum() or c in "._-" else "_" for c in name)[-80:].lstrip(".") or "products"
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return name if "." in name else name + _SUFFIXES.get(kind, "")
