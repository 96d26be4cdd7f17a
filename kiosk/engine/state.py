"""The state file: pages, lists, sessions and events. One writer at a time holds its lock."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw


class StateError(Exception):
    """The state file cannot be used: the text names it and the remedy."""


@contextmanager
def open_state(path: Path) -> Iterator[apsw.Connection]:
    """Open the state file for writing, alone. Everything committed is on disk (WAL, synchronous FULL).

    Raises StateError if another program writes it, if it is damaged, or if the disk takes nothing.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StateError(_unwritten(path, error)) from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StateError(f"{path}: another Aislewise is using it; stop that one first") from error
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        connection = apsw.Connection(str(path))
        try:
            try:
                # To sort what was recorded must not need room on the disk.
                connection.pragma("temp_store", 2)
                connection.set_busy_timeout(2000)
                connection.pragma("journal_mode", "wal")
                connection.pragma("synchronous", 2)
                verdict = connection.pragma("quick_check", 1)
            except (apsw.NotADBError, apsw.CorruptError) as error:
                raise StateError(_damaged(path, str(error))) from error
            if verdict != "ok":
                raise StateError(_damaged(path, str(verdict)))
            yield connection
        except (apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError) as error:
            raise StateError(_unwritten(path, error)) from error
        finally:
            connection.close()
    finally:
        os.close(lock)


def _damaged(path: Path, why: str) -> str:
    return f"{path}: the state file is damaged ({' '.join(why.split())}); rename it to keep it, and a new one is made"


def _unwritten(path: Path, error: Exception) -> str:
    return f"{path}: cannot be written ({error}); free some space there, or see who may write to it"
