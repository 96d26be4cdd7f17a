"""Who asked not to be disturbed for a while, in DIR/staff-quiet.json; never for longer than LONGEST.

A file that cannot be read silences nobody: rather one ring too many than a call unheard.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.staff import private
from kiosk.staff.accounts import fold
from kiosk.staff.errors import StaffError

log = logging.getLogger(__name__)

FILE = "staff-quiet.json"
MINUTES = (15, 30, 60)
"""What a phone offers."""
LONGEST = timedelta(hours=4)


def load(path: Path) -> Mapping[str, datetime]:
    """Until when each, by folded name, whether that is over or not; empty when the file is missing or damaged."""
    try:
        fields = json.loads(path.read_text("utf-8"))
        found = {str(name): datetime.fromisoformat(until) for name, until in fields.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        log.warning("%s: cannot be used (%s); nobody is quiet", path, type(error).__name__)
        return {}
    return {name: until for name, until in found.items() if until.tzinfo is not None}


def still(until: Mapping[str, datetime], now: datetime) -> Mapping[str, datetime]:
    """Of those that `load` gave, who is quiet at `now`; a clock that was set back makes it no longer than LONGEST."""
    return {name: at for name, at in until.items() if now < at <= now + LONGEST}


def set_quiet(folder: Path, name: str, minutes: int, now: datetime) -> datetime | None:
    """Be quiet for so many minutes from `now` (aware), or no more with 0; returns until when.

    Raises StaffError when that is too long or the file cannot be written.
    """
    if not 0 <= minutes <= LONGEST // timedelta(minutes=1):
        raise StaffError(f"Phones can be quiet for at most {LONGEST // timedelta(hours=1)} hours.")
    path = folder / FILE
    until = now + timedelta(minutes=minutes) if minutes else None
    try:
        with private.alone(path):
            kept = {who: at for who, at in still(load(path), now).items() if who != fold(name)}
            if until is not None:
                kept[fold(name)] = until
            private.write(
                path, json.dumps({who: at.isoformat() for who, at in kept.items()}, ensure_ascii=False) + "\n"
            )
    except OSError as error:
        raise StaffError(f"{path}: cannot be written ({error.strerror or error}); check the folder.") from error
    return until
