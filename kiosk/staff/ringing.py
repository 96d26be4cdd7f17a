"""Whose phones a call rings: by its rung, who is on shift, and who asked not to be disturbed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Protocol

from kiosk.staff.accounts import Associate, Role, fold
from kiosk.staff.roster import Roster
from kiosk.staff.rules import EVERYONE, LEAD

FOR_MANAGERS = frozenset({"manager", "complaint"})
"""Reasons for which managers are rung with the leads, not only with everyone."""


class Ringing(Protocol):
    """What of a call decides whom it rings: `kiosk.staff.Page` and `protocol.PageView` have it."""

    @property
    def reason(self) -> str: ...
    @property
    def department(self) -> str | None: ...
    @property
    def priority(self) -> str: ...
    @property
    def step(self) -> int: ...
    @property
    def only(self) -> str | None: ...


def rung(
    page: Ringing,
    everyone: Iterable[Associate],
    roster: Roster,
    quiet: Collection[str],
    now: datetime,
) -> frozenset[str]:
    """The names of those whose phones an unclaimed call rings at `now`, the time in the store.

    `quiet` are the names of those who asked not to be disturbed. Of each audience only those on shift and not quiet
    are rung; if that leaves nobody, the next wider one. While nobody is on shift, everyone not quiet counts as such.
    On the last rung a call rings quiet ones rather than nobody; an urgent one rings them from the start. Who is away
    is never rung.
    """
    everyone = tuple(everyone)
    away = roster.away((a.name for a in everyone), now)
    present = [a for a in everyone if a.name not in away]
    there = roster.on_shift((a.name for a in present), now)
    on_shift = [a for a in present if a.name in there] if there else present
    silenced = {fold(name) for name in quiet}
    awake = [a for a in on_shift if fold(a.name) not in silenced]
    if page.priority == "urgent":
        return _names(on_shift)
    for audience in _audiences(page, everyone, roster):
        heard = _names(a for a in awake if a.name in audience)
        if heard:
            return heard
    return _names(on_shift) if page.step >= EVERYONE else frozenset()


def _audiences(page: Ringing, everyone: tuple[Associate, ...], roster: Roster) -> Iterator[frozenset[str]]:
    """Whom the call is for on its rung, then ever more."""
    if page.only:
        yield _names(a for a in everyone if fold(a.name) == fold(page.only))
    for step in range(min(page.step, EVERYONE), EVERYONE + 1):
        yield _names(a for a in everyone if _called(page, step, a, roster))


def _called(page: Ringing, step: int, who: Associate, roster: Roster) -> bool:
    """Whether a call on a rung is meant for somebody."""
    if step >= EVERYONE:
        return True
    in_charge = page.reason in FOR_MANAGERS
    if who.role is Role.MANAGER:
        return step == LEAD and in_charge
    if step == LEAD and who.role is Role.LEAD:
        return True
    if step == LEAD and in_charge and roster.rules.of(page.reason).start == LEAD:
        return False
    return (
        not page.department or not who.departments or page.department.casefold() in map(str.casefold, who.departments)
    )


def _names(associates: Iterable[Associate]) -> frozenset[str]:
    return frozenset(a.name for a in associates)
