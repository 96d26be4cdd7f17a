"""One call on two machines, its kiosk and the store's hub, that may be cut off from each other and go on alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from kiosk.staff.errors import StaffError
from kiosk.staff.rules import EVERYONE
from kiosk.staff.states import Page, State


def counted(was: Page | None, page: Page, *, at_kiosk: bool) -> Page:
    """The page with the change since `was` counted, as made at its own kiosk or at the hub."""
    if was is None:
        return page
    own, hub, shopper = page.own_version, page.hub_version, page.shopper_version
    if _shoppers_part(was) != _shoppers_part(page):
        shopper += 1
    if _staffs_part(was) != _staffs_part(page):
        own, hub = own + at_kiosk, hub + (not at_kiosk)
    return replace(page, own_version=own, hub_version=hub, shopper_version=shopper)


def reconcile(ours: Page, theirs: Page) -> Page:
    """One call as its kiosk and the hub know it, which may have gone on apart for a while. Symmetric: both sides come
    to the same page.

    Who has it and how it rings: what the other side had seen already is passed over; where both went on, closed goes
    before held before called, of two who hold it the first, of two rings the later. What its shoppers changed comes
    from their kiosk alone, so the newer counts; so does the newer message.

    Raises StaffError when they are not the same call.
    """
    if _identity(ours) != _identity(theirs):
        raise StaffError(f"Two different calls have the number {ours.id}.")
    if ours.own_version >= theirs.own_version and ours.hub_version >= theirs.hub_version:
        held = ours
    elif theirs.own_version >= ours.own_version and theirs.hub_version >= ours.hub_version:
        held = theirs
    else:
        held = min(ours, theirs, key=_precedence)
    called = max(ours, theirs, key=lambda page: page.shopper_version)
    told = max(ours, theirs, key=_message)
    step = held.step
    if held.state is State.CALLED and ours.round == theirs.round:
        step = max(ours.step, theirs.step)
    loud = called.urgent and held.state.open
    return replace(
        held,
        step=EVERYONE if loud else step,
        only=None if loud else held.only,
        priority=called.priority,
        callers=called.callers,
        said=called.said,
        sku=called.sku,
        message=told.message,
        message_code=told.message_code,
        message_by=told.message_by,
        message_at=told.message_at,
        message_spoken=told.message_spoken,
        changed_at=max(ours.changed_at, theirs.changed_at),
        own_version=max(ours.own_version, theirs.own_version),
        hub_version=max(ours.hub_version, theirs.hub_version),
        shopper_version=called.shopper_version,
    )


def _shoppers_part(page: Page) -> tuple[Any, ...]:
    return page.callers, page.said, page.sku, page.priority


def _staffs_part(page: Page) -> tuple[Any, ...]:
    return (
        page.state, page.claimed_by, page.claimed_at, page.heard_at, page.outcome, page.step, page.round,
        page.rung_at, page.only, page.department,
    )  # fmt: skip


def _message(page: Page) -> tuple[Any, ...]:
    """The newer message has the higher value."""
    return _stamp(page.message_at), page.message_by or "", page.message, page.message_code, page.message_spoken


def _precedence(page: Page) -> tuple[Any, ...]:
    """Of two pages that went on apart the one with the lower value leads."""
    rank = {State.RESOLVED: 0, State.CANCELLED: 1, State.EXPIRED: 2, State.COMING: 3, State.CLAIMED: 3, State.CALLED: 4}
    claimed = _stamp(page.claimed_at) if page.state.held else 0.0
    return (
        rank[page.state], claimed, page.claimed_by or "", page.state is not State.COMING, -page.round, -page.step,
        -_stamp(page.rung_at), -_stamp(page.heard_at), page.only or "", page.department or "", page.outcome,
        -page.own_version,
    )  # fmt: skip


def _identity(page: Page) -> tuple[Any, ...]:
    return page.id, page.kiosk, page.place, page.reason, page.session, page.created_at


def _stamp(at: datetime | None) -> float:
    return at.timestamp() if at is not None else 0.0
