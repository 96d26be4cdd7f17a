"""What an operator takes away to show to whoever mends kiosks: the latest log lines, events and health, in one ZIP.

Nothing in it is about a shopper. Events hold no personal data; of those on what was not found the words are left out as
well, since they were typed or said by somebody. Of errors the log is as discreet as all logs of a kiosk are.
"""

from __future__ import annotations

import collections
import json
import logging
import os
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.discreet import whereabouts
from kiosk.insight import EventLog

KEPT_LINES = 2000
MOST_EVENTS = 20_000
OWN_FOLDER = "exports"
_REMOVABLE = ("/media/", "/run/media/", "/mnt/")
_MOUNTS = Path("/proc/mounts")


class Recent(logging.Handler):
    """The newest lines of the log, in memory."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: collections.deque[str] = collections.deque(maxlen=KEPT_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        moment = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")
        self._lines.append(f"{moment} {record.levelname} {record.name}: {record.getMessage()}")
        if record.exc_info and record.exc_info[1] is not None:
            self._lines.extend(whereabouts(record.exc_info[1]))

    def lines(self) -> list[str]:
        return list(self._lines)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that can take an export. `name` is empty for the kiosk's own."""

    path: Path
    name: str


def places(data_dir: Path, mounts: Path = _MOUNTS) -> list[Place]:
    """Memory sticks that are plugged in and can be written to, then the kiosk's own folder."""
    found = [Place(path, path.name) for path in _mounted(mounts) if os.access(path, os.W_OK)]
    return [*found, Place(data_dir / OWN_FOLDER, "")]


def _mounted(mounts: Path) -> list[Path]:
    try:
        rows = [row.split() for row in mounts.read_text("utf-8", errors="surrogateescape").splitlines()]
    except OSError:
        return []
    spots = [_unescaped(row[1]) for row in rows if len(row) > 1 and row[0].startswith("/dev/")]
    return [Path(spot) for spot in dict.fromkeys(spots) if spot.startswith(_REMOVABLE)]


def _unescaped(text: str) -> str:
    """proc(5): blanks, tabs, line ends and backslashes of a mount point are written in octal."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def events(log: EventLog) -> Iterable[Mapping[str, object]]:
    """The newest events, oldest first, without what was asked for."""
    after = log.last(MOST_EVENTS)
    while batch := log.since(after, 1000):
        after = batch[-1]["seq"]
        yield from ({name: value for name, value in event.items() if name != "query"} for event in batch)


def export(
    folder: Path,
    name: str,
    about: Mapping[str, object],
    events: Iterable[Mapping[str, object]],
    lines: Sequence[str],
) -> Path:
    """Write NAME.zip into a folder, whole or not at all; on return it is on disk. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{name}.zip"
    unfinished = folder / f".{name}.unfinished"
    try:
        with unfinished.open("wb") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
                pack.writestr("about.json", json.dumps(about, ensure_ascii=False, indent=1) + "\n")
                pack.writestr("log.txt", "".join(f"{line}\n" for line in lines))
                with pack.open("events.jsonl", "w") as member:
                    for event in events:
                        member.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return path
