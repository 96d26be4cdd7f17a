"""What a file says, without reading it each time it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


class Watched(Generic[T]):
    """A file that is replaced whole and asked for often: it is read again only when it is another one."""

    def __init__(self, path: Path, read: Callable[[Path], T]) -> None:
        """`read` makes the value of the file, also of one that is not there."""
        self._path = path
        self._read = read
        self._known: tuple[tuple[int, int, int] | None, T] | None = None

    def value(self) -> T:
        """What the file says now. Raises what `read` raises, each time anew."""
        stamp = _stamp(self._path)
        if self._known is None or self._known[0] != stamp:
            self._known = (stamp, self._read(self._path))
        return self._known[1]


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
