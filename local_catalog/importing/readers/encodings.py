"""Opens text files whatever their encoding is: by byte order mark, by strict UTF-8, else by the most likely one."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from charset_normalizer import from_bytes

from local_catalog.importing.readers.table import MIB, SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = MIB
_MOST_UNPACKED = 8192 * MIB
"""Of a .gz file; more is no catalog but a trap."""
_MOST_SAMPLED = 256 * 1024
_LIKELY = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp850", "mac_roman", "shift_jis", "gb18030", "big5"]
_FALLBACK = "cp1252"
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "an Excel or zip",
    b"PAR1": "a Parquet",
    b"\x89PNG": "a picture",
    b"SQLite format 3": "an SQLite",
}


@contextmanager
def open_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A file, unpacked on the way if its name ends in .gz. Raises SourceError."""
    try:
        with path.open("rb") as raw:
            if path.suffix.lower() != ".gz":
                yield raw
                return
            with gzip.GzipFile(fileobj=raw) as unpacked:
                yield io.BufferedReader(_Limited(unpacked, path))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"{path}: the packed file is cut off or damaged ({error}); fetch it again") from error
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read ({error.strerror or error}); check the name and the rights"
        ) from error


class _Limited(io.RawIOBase):
    """Ends a file that unpacks to more than any catalog has."""

    def __init__(self, inner: gzip.GzipFile, path: Path) -> None:
        self._inner = inner
        self._path = path
        self._left = _MOST_UNPACKED

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        read = self._inner.read1(len(view))
        self._left -= len(read)
        if self._left < 0:
            raise SourceError(f"{self._path}: unpacks to more than {_MOST_UNPACKED // MIB} MiB; split it")
        view[: len(read)] = read
        return len(read)


def encoding_of(path: Path) -> tuple[str, str | None]:
    """The encoding of a whole text file, and a note if it had to be guessed. Raises SourceError for a binary file."""
    with open_bytes(path) as file:
        start = file.read(4)
        head = start + file.read(_BLOCK)
    if not head.strip():
        raise SourceError(f"{path}: is empty; export it again")
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, None
    for magic, what in _BINARY.items():
        if head.startswith(magic):
            raise SourceError(f"{path}: is {what} file and not a text; give it the name that belongs to that")
    wide = _utf16_without_mark(head)
    if wide is not None:
        return wide, f"encoding taken for {wide.upper()}"
    if b"\0" in head:
        raise SourceError(f"{path}: is not a text file (it holds zero bytes); export it as CSV, JSON or Excel")
    strange = _not_utf8(path)
    if not strange:
        return "utf-8", None
    best = from_bytes(strange, cp_isolation=_LIKELY).best()
    name = best.encoding if best is not None else _FALLBACK
    # One byte in each place of cp1252 is what most exports of Windows programs are.
    name = _FALLBACK if name in ("cp1250", "mac_roman", "cp1254", "latin_1") and _is_western(strange) else name
    return name, f"encoding is not UTF-8; taken for {name}; set `encoding` in [source] if texts look wrong"


def _utf16_without_mark(head: bytes) -> str | None:
    sample = head[:4096]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) >= 8:
        many = len(sample) // 2
        if sample[1::2].count(0) > 0.7 * many and sample[0::2].count(0) == 0:
            return "utf-16-le"
        if sample[0::2].count(0) > 0.7 * many and sample[1::2].count(0) == 0:
            return "utf-16-be"
    return None


def _not_utf8(path: Path) -> bytes:
    """Lines with bytes that are not ASCII if the file is not UTF-8, else nothing."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open_bytes(path) as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
            return b""
        except UnicodeDecodeError:
            pass
    sample = bytearray()
    with open_bytes(path) as file:
        for line in iter(lambda: file.readline(65_536), b""):
            if not line.isascii():
                sample += line
            if len(sample) > _MOST_SAMPLED:
                break
    return bytes(sample)


def _is_western(sample: bytes) -> bool:
    """Whether the bytes above ASCII read as letters of western languages or usual signs in cp1252."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = [c for c in text if ord(c) > 127]
    usual = sum(c.isalpha() or c in "€£°®™©«»“”‘’–—…½¼¾²³·ºª¿¡´\u00a0" for c in high)
    return usual > 0.9 * len(high)


@contextmanager
def open_text(path: Path, encoding: str | None) -> Iterator[tuple[IO[str], str | None]]:
    """The text with line ends as they are, and a note on its encoding. SourceError also for what is read later."""
    name, note = (encoding, None) if encoding else encoding_of(path)
    try:
        codecs.lookup(name)
    except LookupError as error:
        raise SourceError(
            f"{path}: there is no encoding {name!r}; write it like 'utf-8', 'utf-16' or 'cp1252'"
        ) from error
    with open_bytes(path) as file, io.TextIOWrapper(file, encoding=name, newline="") as text:
        try:
            yield text, note
        except UnicodeError as error:
            raise SourceError(
                f"{path}: is not {name} throughout ({error}); set the right `encoding` in [source] of the mapping, "
                "or leave it out to have it found"
            ) from error
