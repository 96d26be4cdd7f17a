"""What is only recorded keeps nobody from being answered: while the disk takes nothing, it is given up and staff told.

What must be on disk before it is said, a call for staff or a line of the list, does not go this way.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

import apsw

from kiosk.insight import Event, EventLog, PartChanged
from kiosk.staff import StoreError

log = logging.getLogger(__name__)

PART = "state"
"""The state file's name among the parts of a kiosk."""


class Recorder:
    """Writes to the state file what can be done without. For the core thread."""

    def __init__(self, events: EventLog, file: str, on_state: Callable[[str, str], None]) -> None:
        """`on_state` is told whether the file can be written, working or down, and why not: now and when it changes."""
        self._events = events
        self._file = file
        self._on_state = on_state
        self._lost: tuple[datetime, str] | None = None
        """Since when nothing can be written, and why."""
        on_state("working", "")

    def event(self, event: Event, now: datetime) -> None:
        """Record what happened."""
        self.write(lambda: self._events.append(event, now), now)

    def write(self, work: Callable[[], object], now: datetime) -> bool:
        """Do something that writes; whether the disk took it."""
        try:
            work()
        except (apsw.Error, StoreError) as error:
            self._failed(error, now)
            return False
        return True

    def try_again(self) -> None:
        """Where nothing could be written: put that on record. Once it is there, the file works again."""
        if self._lost is None:
            return
        since, why = self._lost
        # Not every write that succeeds shows that the disk has room: one that changes no row writes nothing.
        if self.write(lambda: self._events.append(PartChanged(part=PART, state="down", detail=why), since), since):
            self._lost = None
            log.warning("%s: can be written again", self._file)
            self._on_state("working", "")

    def _failed(self, error: Exception, now: datetime) -> None:
        if self._lost is not None:
            return
        cause = error.__cause__ if isinstance(error, StoreError) and error.__cause__ else error
        why = (
            f"{self._file}: cannot be written ({cause}), so nothing is recorded, staff cannot be called and lists"
            " cannot be changed; free some space there"
        )
        self._lost = now, why
        log.error("%s", why)
        self._on_state("down", why)
