"""A worker that speaks or hears ends when staff choose another model; the engine starts it again with that."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from voice.choice import CHOICE

LOOK_S = 2.0


def end_when_chosen_anew(models: Path | None) -> None:
    """From now on end this process once the choice is written again, also with the same in it."""
    if models is not None:
        path = models / CHOICE
        threading.Thread(target=_watch, args=(path, _sign(path)), name="choice", daemon=True).start()


def _watch(path: Path, before: tuple[int, int]) -> None:
    while _sign(path) == before:
        time.sleep(LOOK_S)
    os._exit(0)


def _sign(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns
