"""The life of one call for staff: a pure state machine. Nothing here reads a clock, a file or a socket.

```
             claim             coming
   called ─────────► claimed ─────────► coming        open
     ▲  ◄──release──────┴────release──────┘
     │                  └─resolve─┬─resolve┘
     └─ cancel (shopper), expire (clock): from every open state
                     resolved   cancelled   expired      closed
```

Invariants, held by every function here and checked by random histories in the tests:

1. A closed call never changes its state, its claimer or its rung again; only its words may be forgotten.
2. `claimed_by` is set in claimed, coming and resolved, empty in called; cancelled and expired keep who had the call.
3. Only the one who claimed a call moves it on; the shopper's cancel and the clock's expiry are the exceptions.
4. `step`, the rung of the ladder, never falls; an urgent call always stands on the last one.
5. `created_at` <= `rung_at` <= `changed_at`, and none of them ever goes back, even when the clock does.
6. What identifies a call (id, kiosk, place, reason, session, created_at) never changes.
7. A step repeated at once changes nothing: the same page comes back, so a re-sent message does no harm.

Steps by people that do not fit raise WrongStep. `expire` and `escalate` belong to the clock: when there is nothing to
do they return the page as it is, since a claim may always have come first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from kiosk.staff.errors import StaffError, WrongStep
from kiosk.staff.reasons import ALWAYS_URGENT, REASONS

WORDS_LIMIT = 500
"""Longest shopper's words or assistant's answer kept with a call, characters."""
LABEL_LIMIT = 80
"""Longest name or place kept with a call, characters."""
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


class State(StrEnum):
    """Where a call stands."""

    CALLED = "called"
    CLAIMED = "claimed"
    COMING = "coming"
    RESOLVED = "resolved"
    CANCELLED = "cancelled"
    EXPIRED = "expired"

    @property
    def open(self) -> bool:
        """Somebody still has to do something."""
        return self in _OPEN


_OPEN = frozenset({State.CALLED, State.CLAIMED, State.COMING})


class Audience(StrEnum):
    """Whose phones a call rings."""

    DEPARTMENT = "department"
    LEAD = "lead"
    """The department and the floor leads."""
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the escalation ladder: how long after it last began to ring a call gets here, and whom it rings."""

    after: timedelta
    audience: Audience


LADDER = (
    Rung(timedelta(0), Audience.DEPARTMENT),
    Rung(timedelta(seconds=45), Audience.DEPARTMENT),
    Rung(timedelta(seconds=90), Audience.LEAD),
    Rung(timedelta(seconds=180), Audience.EVERYONE),
)
"""A call begins on the first rung; on the second the department is rung again. An urgent one begins on the last."""

EXPIRES_AFTER = timedelta(hours=4)
"""An open call this old is closed by the clock, counted from its creation."""


@dataclass(frozen=True, slots=True)
class Page:
    """A call for staff. Times are aware; `step` is the rung of LADDER it stands on; `rung_at` when it began to ring."""

    id: str
    kiosk: str
    place: str
    reason: str
    department: str | None
    priority: str
    words: str
    said: str
    sku: str | None
    session: str
    language: str
    created_at: datetime
    changed_at: datetime
    rung_at: datetime
    state: State
    claimed_by: str | None
    step: int

    @property
    def urgent(self) -> bool:
        return self.priority == "urgent"


def audience(step: int, department: str | None) -> Audience:
    """Whom a call on this rung rings; one that belongs to no department rings everyone from the start."""
    return LADDER[step].audience if department else Audience.EVERYONE


def create(
    *,
    id: str,  # noqa: A002  the field's own name
    kiosk: str,
    place: str,
    reason: str,
    session: str,
    now: datetime,
    department: str | None = None,
    priority: str = "normal",
    words: str = "",
    said: str = "",
    sku: str | None = None,
    language: str = "en",
) -> Page:
    """A new call, ringing since `now` (aware). Texts are made plain and cut to length.

    Raises StaffError when the reason or priority is unknown or the session is missing.
    """
    if reason not in REASONS:
        raise StaffError(f"Staff cannot be called for {reason!r}. Use one of: {', '.join(REASONS)}.")
    if priority not in ("normal", "urgent"):
        raise StaffError(f"A call is 'normal' or 'urgent', not {priority!r}.")
    if not session:
        raise StaffError("A call needs the session of its shopper.")
    _aware(now)
    urgent = priority == "urgent" or reason in ALWAYS_URGENT
    return Page(
        id=id,
        kiosk=plain(kiosk, LABEL_LIMIT),
        place=plain(place, LABEL_LIMIT),
        reason=reason,
        department=plain(department or "", LABEL_LIMIT) or None,
        priority="urgent" if urgent else "normal",
        words=plain(words, WORDS_LIMIT),
        said=plain(said, WORDS_LIMIT),
        sku=plain(sku or "", LABEL_LIMIT) or None,
        session=session,
        language=plain(language, LABEL_LIMIT),
        created_at=now,
        changed_at=now,
        rung_at=now,
        state=State.CALLED,
        claimed_by=None,
        step=len(LADDER) - 1 if urgent else 0,
    )


def again(page: Page, now: datetime, *, priority: str, words: str, said: str, sku: str | None) -> Page:
    """The shopper called for the same thing once more: an open call is not doubled, but learns what it lacked.

    Urgent the second time makes it urgent, and rings everyone if nobody has claimed it.
    """
    if not page.state.open:
        raise WrongStep(_closed(page))
    changes: dict[str, Any] = {}
    if not page.words and (new := plain(words, WORDS_LIMIT)):
        changes["words"] = new
    if not page.said and (new := plain(said, WORDS_LIMIT)):
        changes["said"] = new
    if page.sku is None and sku:
        changes["sku"] = sku
    if priority == "urgent" and not page.urgent:
        changes.update(priority="urgent", step=len(LADDER) - 1)
        if page.state is State.CALLED:
            changes["rung_at"] = max(now, page.rung_at)
    return _moved(page, now, **changes) if changes else page


def add_words(page: Page, words: str, now: datetime) -> Page:
    """The shopper says more of what it is about. What is there already is not said twice."""
    if not page.state.open:
        raise WrongStep(_closed(page))
    new = plain(words, WORDS_LIMIT)
    if not new or new in page.words:
        return page
    return _moved(page, now, words=plain(f"{page.words} / {new}" if page.words else new, WORDS_LIMIT))


def claim(page: Page, who: str, now: datetime) -> Page:
    """`who` takes the call."""
    who = _name(who)
    if not page.state.open:
        raise WrongStep(_closed(page))
    if page.claimed_by == who:
        return page
    if page.claimed_by is not None:
        raise WrongStep(f"{page.claimed_by} already took this call.")
    return _moved(page, now, state=State.CLAIMED, claimed_by=who)


def coming(page: Page, who: str, now: datetime) -> Page:
    """`who`, who has the call, is on the way."""
    who = _name(who)
    if not page.state.open:
        raise WrongStep(_closed(page))
    _must_hold(page, who)
    return page if page.state is State.COMING else _moved(page, now, state=State.COMING)


def resolve(page: Page, who: str, now: datetime) -> Page:
    """`who`, who has the call, is done with it."""
    who = _name(who)
    if page.state is State.RESOLVED and page.claimed_by == who:
        return page
    if not page.state.open:
        raise WrongStep(_closed(page))
    _must_hold(page, who)
    return _moved(page, now, state=State.RESOLVED)


def release(page: Page, who: str, now: datetime) -> Page:
    """`who`, who has the call, hands it back: it rings again, on the rung it had reached."""
    who = _name(who)
    if not page.state.open:
        raise WrongStep(_closed(page))
    if page.state is State.CALLED:
        return page
    _must_hold(page, who)
    return _moved(page, now, state=State.CALLED, claimed_by=None, rung_at=max(now, page.changed_at))


def cancel(page: Page, now: datetime) -> Page:
    """The shopper needs nobody any more."""
    if page.state is State.CANCELLED:
        return page
    if not page.state.open:
        raise WrongStep(_closed(page))
    return _moved(page, now, state=State.CANCELLED)


def expire(page: Page, now: datetime) -> Page:
    """The clock closes an open call that is older than EXPIRES_AFTER."""
    if not page.state.open or _aware(now) - page.created_at < EXPIRES_AFTER:
        return page
    return _moved(page, now, state=State.EXPIRED)


def escalate(page: Page, now: datetime) -> Page:
    """The clock puts a call nobody has claimed on the highest rung that its ringing time has reached."""
    if page.state is not State.CALLED:
        return page
    ringing = _aware(now) - page.rung_at
    reached = max((i for i, rung in enumerate(LADDER) if rung.after <= ringing), default=0)
    return _moved(page, now, step=reached) if reached > page.step else page


def plain(text: str, limit: int) -> str:
    """One line of at most `limit` characters that can be stored and shown: no control or direction characters."""
    kept = (" " if ch < " " or "\x7f" <= ch <= "\x9f" or ch in "\u2028\u2029" else ch for ch in text[: limit * 8])
    line = " ".join("".join(ch for ch in kept if ch not in _BIDI_CONTROLS and not _surrogate(ch)).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _surrogate(ch: str) -> bool:
    return "\ud800" <= ch <= "\udfff"


def _moved(page: Page, now: datetime, **changes: Any) -> Page:
    return replace(page, changed_at=max(_aware(now), page.changed_at), **changes)


def _aware(now: datetime) -> datetime:
    if now.tzinfo is None:
        raise ValueError("times are aware datetimes; this one has no zone")
    return now


def _name(who: str) -> str:
    name = plain(who, LABEL_LIMIT)
    if not name:
        raise WrongStep("A step needs the name of who takes it.")
    return name


def _must_hold(page: Page, who: str) -> None:
    if page.claimed_by is None:
        raise WrongStep("Take this call first.")
    if page.claimed_by != who:
        raise WrongStep(f"{page.claimed_by} has this call.")


def _closed(page: Page) -> str:
    if page.state is State.RESOLVED:
        return f"{page.claimed_by} already finished this call."
    if page.state is State.CANCELLED:
        return "The shopper no longer needs help."
    return "This call got too old and was closed."
