"""Who works here, who is there now and whose phone rings, as the files of the data folder say it at this moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from kiosk import protocol
from kiosk.staff import Associate, State, accounts, quiet
from kiosk.staff.ringing import rung
from kiosk.staff.roster import RosterFile
from kiosk.staff.watched import Watched
from kiosk.staff.web.board import Board

_LOOK_AGAIN_S = 5
"""What depends on the time of day is as old as this at most, seconds."""


class Team:
    """For use on one event loop. What it tells is made once for all phones, until something it depends on changes."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        """`folder` holds accounts, roster and who is quiet; `clock` gives aware times."""
        self._folder = folder
        self._clock = clock
        self._roster = RosterFile(folder)
        self._quiet = Watched(folder / quiet.FILE, quiet.load)
        self._seen: tuple[Any, ...] = ()
        self._about: dict[str, bytes] = {}
        self._rung: dict[tuple[str, int], frozenset[str]] = {}

    def about(self, me: Associate, board: Board) -> bytes:
        """What is about one associate, as further members of a JSON object: who they are, to whom they can hand a call
        over, and, for those in charge, what does not work. Raises AccountError."""
        self._look(board)
        if me.key not in self._about:
            self._about[me.key] = b"," + msgspec.json.encode(self._told(me, board))[1:-1]
        return self._about[me.key]

    def rings(self, me: Associate, board: Board) -> list[str]:
        """The calls that ring this associate's phone now, by id. Raises AccountError."""
        self._look(board)
        return [shown.page.id for shown in board.open if me.name in self._rung_by(shown.page, shown.version)]

    def be_quiet(self, who: Associate, minutes: int) -> None:
        """Ring them only for what is urgent, for so many minutes; with 0 for everything again. Raises StaffError."""
        quiet.set_quiet(self._folder, who.name, minutes, self._clock())

    def _told(self, me: Associate, board: Board) -> dict[str, Any]:
        everyone = self._everyone()
        names = [a.name for a in everyone]
        now = self._now()
        away = self._roster.now().away(names, now)
        on_shift = self._roster.now().on_shift(names, now)
        there = [name for name in names if name not in away and (not on_shift or name in on_shift)]
        until = self._still_quiet().get(accounts.fold(me.name))
        down = [{"name": part.name, "detail": part.detail} for part in board.down] if me.in_charge else []
        return {
            "me": {"name": me.name, "in_charge": me.in_charge, "quiet_until": until and until.isoformat()},
            "people": [name for name in there if name != me.name],
            "departments": sorted({d for a in everyone if a.name in there for d in a.departments}, key=str.casefold),
            "down": down,
        }

    def _rung_by(self, page: protocol.PageView, version: int) -> frozenset[str]:
        if State(page.state) is not State.CALLED:
            return frozenset()
        key = page.id, version
        if key not in self._rung:
            self._rung[key] = rung(page, self._everyone(), self._roster.now(), self._still_quiet().keys(), self._now())
        return self._rung[key]

    def _everyone(self) -> tuple[Associate, ...]:
        return accounts.associates(self._folder)

    def _still_quiet(self) -> dict[str, datetime]:
        return dict(quiet.still(self._quiet.value(), self._clock()))

    def _now(self) -> datetime:
        """The time in the store."""
        return self._clock().astimezone()

    def _look(self, board: Board) -> None:
        """Forget what was made of something that is no longer so."""
        times = int(self._clock().timestamp()) // _LOOK_AGAIN_S
        seen = (self._everyone(), self._roster.now(), self._quiet.value(), tuple(board.down), times)
        if seen != self._seen:
            self._seen = seen
            self._about.clear()
            self._rung.clear()
