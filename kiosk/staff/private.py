"""Files only this kiosk's user may read: ours are replaced whole or not at all, the owner's own hold secrets."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.staff.errors import StaffError

_LARGEST = 16_384
"""Longest file of secrets, characters."""


def write(path: Path, text: str) -> None:
    """Replace a file by one with mode 600 and this text; on return it is on disk. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock that belongs to a file, waiting for it, so that two programs never change it at once."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def make_secret(path: Path) -> None:
    """Write a new random secret, 256 bits, to a file that is not there yet. Raises StaffError."""
    if path.exists():
        raise StaffError(f"{path}: is there already; what uses it would stop working. Move it away to make a new one")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write(path, secrets.token_hex(32) + "\n")
    except OSError as error:
        raise StaffError(f"{path}: cannot be written ({error.strerror}); check the folder") from error


def secret(path: Path) -> str:
    """The one line of a file that only its owner may read. Raises StaffError, which never holds it."""
    text = lines(path).strip()
    if not text or not text.isprintable():
        raise StaffError(f"{path}: holds no secret; one line of plain characters is wanted")
    return text


def lines(path: Path) -> str:
    """The text of a file that only its owner may read. Raises StaffError, which never holds it."""
    try:
        if path.stat().st_mode & 0o077:
            raise StaffError(f"{path}: others can read it; run `chmod 600 {path}`")
        with path.open(encoding="utf-8") as file:
            text = file.read(_LARGEST + 1)
    except OSError as error:
        raise StaffError(f"{path}: cannot be read ({error.strerror}); check its name and owner") from error
    except UnicodeDecodeError as error:
        raise StaffError(f"{path}: is no text; write it anew") from error
    if len(text) > _LARGEST:
        raise StaffError(f"{path}: is too long; at most {_LARGEST} characters are read")
    return text
