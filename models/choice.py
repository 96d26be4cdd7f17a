"""Which model staff chose, and which ones did not get ready when loaded: two small files beside the models."""

from __future__ import annotations

import json
import os
from pathlib import Path

from models.types import ModelError

CHOICE = "chosen.txt"
TRIED = "tried.json"
MOST_TRIES = 2
"""A model that did not get ready this often in a row is left alone until it is replaced or chosen anew."""
_LONGEST = 200


def chosen(folder: Path) -> str:
    """auto, embedded, or a file name. A choice that cannot be read is auto."""
    try:
        with (folder / CHOICE).open("rb") as file:
            text = file.read(_LONGEST).decode("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return "auto"
    return text if text.isprintable() and text else "auto"


def choose(folder: Path, name: str) -> None:
    """Write the choice, and give the model of that name its tries back. Raises ModelError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace(folder / CHOICE, f"{name}\n")
    except OSError as error:
        raise ModelError(f"{folder / CHOICE} cannot be written ({error.strerror}): make the folder writable") from error
    passed(folder / name)


def gave_up(path: Path) -> str:
    """Why this file is not to be loaded again, '' if it may be. A file that was replaced may."""
    entry = _read(path.parent).get(path.name)
    if entry is None or entry[0] != _sign(path) or entry[1] < MOST_TRIES:
        return ""
    return entry[2] or "the program ended while it was loaded"


def trying(path: Path) -> None:
    """Put on record that this file is about to be loaded: it may end the program, which then cannot say so."""
    tried = _read(path.parent)
    sign = _sign(path)
    before = tried.get(path.name)
    times = before[1] if before is not None and before[0] == sign else 0
    _write(path.parent, {**tried, path.name: (sign, times + 1, "")})


def failed(path: Path, why: str) -> None:
    """It did not get ready, and could say why."""
    tried = _read(path.parent)
    if path.name in tried:
        sign, times, _ = tried[path.name]
        _write(path.parent, {**tried, path.name: (sign, times, why[:500])})


def passed(path: Path) -> None:
    """It is ready, gone, or chosen anew: nothing is held against it."""
    tried = _read(path.parent)
    if tried.pop(path.name, None) is not None:
        _write(path.parent, tried)


def _sign(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}"


def _read(folder: Path) -> dict[str, tuple[str, int, str]]:
    """Damaged records count as none: at worst a bad model is tried twice more."""
    try:
        found = json.loads((folder / TRIED).read_bytes())
        return {str(name): (str(sign), int(times), str(why)) for name, (sign, times, why) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _write(folder: Path, tried: dict[str, tuple[str, int, str]]) -> None:
    """A folder that cannot be written keeps no record; the engine's growing pauses are all there is then."""
    try:
        replace(folder / TRIED, json.dumps(tried))
    except OSError:
        return


def replace(path: Path, text: str) -> None:
    """Put a text file in place whole, on disk before it takes its name. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
