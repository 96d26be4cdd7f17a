"""Who is on shift at this moment, and how calls ring, by the store's roster. May be asked from any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from kiosk.protocol import PartHealth
from kiosk.staff import AccountError, Associate, StaffError, accounts
from kiosk.staff.roster import FILE, Roster, RosterFile
from kiosk.staff.rules import Rules
from local_catalog import Opening

PART = "roster"
"""Its name among the kiosk's parts, once there was a mistake in the file."""


class Staffing:
    """The roster of the moment: its file, the accounts and the opening hours may change while the kiosk runs."""

    def __init__(self, folder: Path, hours: Callable[[], Sequence[Opening]], clock: Callable[[], datetime]) -> None:
        """`folder` holds roster and accounts; `hours` gives the store's opening hours; `clock` the time in the store,
        with its zone."""
        self._folder = folder
        self._file = RosterFile(folder)
        self._hours = hours
        self._clock = clock
        self._hub_says: int | None = None

    def hub_says(self, on_shift: int | None) -> None:
        """How many are on shift by the hub's roster, while the hub is there: that goes before this machine's."""
        self._hub_says = on_shift

    def rules(self) -> Rules:
        """How calls ring."""
        return self._file.now().rules

    def team(self) -> tuple[Associate, ...]:
        """Who has an account. Raises AccountError."""
        return accounts.associates(self._folder)

    def on_shift(self) -> int | None:
        """How many associates are on shift now; None where nobody knows, because no shifts or accounts are kept."""
        if self._hub_says is not None:
            return self._hub_says
        try:
            names = [associate.name for associate in self.team()]
        except AccountError:
            return None
        there = self._file.now().on_shift(names, self._clock(), self._hours())
        return None if there is None else len(there)

    @property
    def trouble(self) -> str:
        """What is wrong with the roster's file, empty when nothing is."""
        self._file.now()
        return self._file.trouble


def check(folder: Path) -> Iterator[PartHealth]:
    """How the roster's file is, if there is one."""
    if not (folder / FILE).exists():
        return
    try:
        kept = Roster.load(folder / FILE)
    except StaffError as error:
        yield PartHealth(name=PART, state="down", detail=str(error))
        return
    yield PartHealth(name=PART, state="working", detail=f"shifts: {len(kept.shifts)}, absences: {len(kept.absences)}")
