"""Files that survive a loss of power at any moment: written whole beside their place, synced, then renamed."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

_FICLONE = 0x40049409
"""Linux: let two files share their blocks until one is written (btrfs, XFS)."""
_CHUNK = 8 << 20
_CANNOT = {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}


def write(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Replace the content of a file in one step, and have it on disk before returning."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise
    sync(path.parent)


def place(unfinished: Path, path: Path) -> None:
    """Give a finished file its name: its content is on disk first, then the name."""
    sync(unfinished)
    unfinished.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Have a file's content, or a folder's names, on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy(source: Path, target: Path) -> None:
    """Copy a file the cheapest way there is: shared blocks, else inside the kernel, else by hand."""
    with source.open("rb") as old, target.open("wb") as new:
        with contextlib.suppress(OSError):
            fcntl.ioctl(new, _FICLONE, old.fileno())
            return
        left = os.fstat(old.fileno()).st_size
        try:
            while left > 0 and (done := os.copy_file_range(old.fileno(), new.fileno(), left)):
                left -= done
        except OSError as error:
            if error.errno not in _CANNOT:
                raise
            old.seek(0)
            new.seek(0)
            while data := old.read(_CHUNK):
                new.write(data)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold the lock file for the block; yields whether it was free. A process that ends lets go of it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(descriptor)


def free_bytes(path: Path) -> int:
    """What may still be written on the disk of a folder."""
    found = os.statvfs(path)
    return found.f_bavail * found.f_frsize


def remove_leftovers(folder: Path, keep: set[str]) -> None:
    """Delete the files of a folder but those named."""
    for path in folder.iterdir():
        if path.name not in keep and not path.is_dir():
            path.unlink(missing_ok=True)
