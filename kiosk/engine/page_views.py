"""Calls for staff as messages: for those who answer them, for each shopper, and for another machine."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from kiosk import protocol
from kiosk.engine.views import card
from kiosk.staff import Caller, Page, StaffError, State, Step
from kiosk.staff.times import Usual
from local_catalog import Product

_TIMES = ("created_at", "changed_at", "rung_at", "claimed_at", "heard_at", "message_at")


def page_view(
    page: Page,
    product: Product | None,
    session: str | None = None,
    usual: Usual | None = None,
    lapses_at: datetime | None = None,
) -> protocol.PageView:
    """A call as staff see it, or with `session` as that shopper does: nothing of what another one asked or said, and
    nothing more of a call they cancelled. Its product is as the catalog knows it now; `usual` is how long such calls
    take; `lapses_at` when it rings anew without a sign from who has it."""
    caller = page.caller(session) if session is not None else None
    cancelled = caller is not None and not caller.waits
    whole = session is None or session == page.session
    return protocol.PageView(
        id=page.id,
        kiosk=page.kiosk,
        place=page.place,
        reason=page.reason,
        department=page.department,
        priority=page.priority,
        state=str(State.CANCELLED if cancelled else page.state),
        words=page.words if session is None else caller.words if caller is not None else "",
        product=card(product) if product and whole else None,
        created_at=page.created_at.isoformat(),
        changed_at=page.changed_at.isoformat(),
        claimed_by=page.claimed_by,
        session=page.session if session is None else session,
        said=page.said if whole else "",
        step=page.step,
        round=page.round,
        language=page.language,
        callers=sum(caller.waits for caller in page.callers),
        only=page.only,
        outcome=page.outcome,
        message=page.message,
        message_code=page.message_code,
        message_by=page.message_by,
        message_at=page.message_at.isoformat() if page.message_at else None,
        lapses_at=lapses_at.isoformat() if lapses_at else None,
        answer_s=usual.answer_s if usual is not None else None,
        helped_s=usual.helped_s if usual is not None else None,
    )


def step_view(step: Step, page: protocol.PageView) -> protocol.StepView:
    """A row of the history, with its call as it is now."""
    return protocol.StepView(
        seq=step.seq, name=step.name, who=step.who, at=step.at.isoformat(), state=str(step.state),
        round=step.round, step=step.step, page=page,
    )  # fmt: skip


def record(page: Page) -> protocol.PageRecord:
    """A call whole."""
    values = {field.name: getattr(page, field.name) for field in fields(Page)}
    for name in _TIMES:
        values[name] = values[name].isoformat() if values[name] is not None else None
    values["state"] = str(page.state)
    values["callers"] = [(caller.session, caller.words, caller.waits) for caller in page.callers]
    return protocol.PageRecord(**values)


def page_of(record: protocol.PageRecord) -> Page:
    """The call that another machine tells of. Raises StaffError when a value makes no sense."""
    values = {field.name: getattr(record, field.name) for field in fields(Page)}
    try:
        for name in _TIMES:
            values[name] = _aware(values[name]) if values[name] is not None else None
        values["state"] = State(record.state)
    except ValueError as error:
        raise StaffError(f"The call {record.id[:20]!r} has a value this program does not know: {error}") from error
    values["callers"] = tuple(Caller(*caller) for caller in record.callers)
    page = Page(**values)
    if not page.created_at <= page.rung_at <= page.changed_at or not page.id or not page.session:
        raise StaffError(f"The call {record.id[:20]!r} contradicts itself.")
    if (page.claimed_by is None) != (page.state is State.CALLED) and page.state not in (State.CANCELLED, State.EXPIRED):
        raise StaffError(f"The call {record.id[:20]!r} contradicts itself.")
    return page


def _aware(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text} has no zone")
    return at
