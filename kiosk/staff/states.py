"""The life of one call for staff: a pure state machine. Nothing here reads a clock, a file or a socket.

```
             claim             coming
   called ─────────► claimed ─────────► coming        open
     ▲  ◄──release, hand over, lapse (clock)──┘
     │                  └─resolve─┬─resolve┘
     └─ cancel (its last shopper), expire (clock): from every open state
                     resolved   cancelled   expired      closed
```

A call rings in rounds: it begins with round 0, and each time it has to ring anew (handed back or over, a claim gone
silent, made urgent, asked for once more in vain) the round grows. A *ring* is (id, round, step) and is announced once,
wherever it is announced.

Invariants, held by every function here and checked by random histories in the tests:

1. A closed call never changes its state, its claimer or its ring again; only its words may be forgotten.
2. `claimed_by` is set in claimed, coming and resolved, empty in called; cancelled and expired keep who had the call.
3. Only the one who claimed a call moves it on; the last shopper's cancel and the clock are the exceptions.
4. (round, step) never falls; the clock moves up an unclaimed call only; an urgent one stands on the last step.
5. `created_at` <= `rung_at` <= `changed_at`, and none of them ever goes back, even when the clock does.
6. What identifies a call (id, kiosk, place, reason, session, created_at) never changes.
7. A step repeated at once changes nothing: the same page comes back, so a re-sent message does no harm.
8. While a caller waits, only staff or age close the call: who joined an open call is not lost when another cancels.

Steps by people that do not fit raise WrongStep. `expire`, `lapse` and `escalate` belong to the clock: when there is
nothing to do they return the page as it is, since a claim may always have come first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from kiosk.staff.errors import StaffError, WrongStep
from kiosk.staff.reasons import MESSAGES, OUTCOMES, REASONS
from kiosk.staff.rules import EVERYONE, LEAD, Rule

WORDS_LIMIT = 500
"""Longest shopper's words or assistant's answer kept with a call, characters."""
MESSAGE_LIMIT = 200
"""Longest text from staff to a shopper, characters."""
LABEL_LIMIT = 80
"""Longest name or place kept with a call, characters."""
MOST_CALLERS = 20
"""Shoppers kept with one call; who comes after them is served by it all the same."""
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

    @property
    def held(self) -> bool:
        """Somebody has it in hand."""
        return self in (State.CLAIMED, State.COMING)


_OPEN = frozenset({State.CALLED, State.CLAIMED, State.COMING})


class Audience(StrEnum):
    """Whose phones a call rings."""

    DEPARTMENT = "department"
    LEAD = "lead"
    """The department and the floor leads."""
    EVERYONE = "everyone"


EXPIRES_AFTER = timedelta(hours=4)
"""An open call this old is closed by the clock, counted from its creation."""
ONLY_FOR = timedelta(seconds=45)
"""How long a call that was handed over to one associate rings nobody else."""
AGAIN_AFTER = timedelta(seconds=60)
"""A shopper who calls again rings everyone anew when all of them were rung so long ago and nobody came."""
STILL_AFTER = timedelta(seconds=60)
"""Who says again that they are on the way is heard when the last sign is this old."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A shopper who called, by session. Who cancelled waits no more."""

    session: str
    words: str = ""
    waits: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A call for staff. Times are aware; `step` is the rung of the ladder it stands on; `rung_at` when this round began
    to ring; `claimed_at` when it was claimed, `heard_at` when the claimer last gave a sign, both of the last claim.

    `own_version` and `hub_version` count how often its kiosk and the store's hub changed who has it and how it rings,
    `shopper_version` how often its shoppers changed it: see kiosk.staff.reconcile.
    """

    id: str
    kiosk: str
    place: str
    reason: str
    department: str | None
    priority: str
    said: str
    sku: str | None
    session: str
    language: str
    created_at: datetime
    changed_at: datetime
    rung_at: datetime
    claimed_at: datetime | None
    heard_at: datetime | None
    state: State
    claimed_by: str | None
    step: int
    round: int
    callers: tuple[Caller, ...]
    only: str | None
    outcome: str
    message: str
    message_code: str
    message_by: str | None
    message_at: datetime | None
    message_spoken: bool
    own_version: int
    hub_version: int
    shopper_version: int

    @property
    def urgent(self) -> bool:
        return self.priority == "urgent"

    @property
    def words(self) -> str:
        """What its shoppers said, once each."""
        return " / ".join(dict.fromkeys(caller.words for caller in self.callers if caller.words))

    @property
    def ring(self) -> tuple[str, int, int]:
        """What is announced once."""
        return self.id, self.round, self.step

    def caller(self, session: str) -> Caller | None:
        return next((caller for caller in self.callers if caller.session == session), None)


def audience(step: int, department: str | None) -> Audience:
    """Whom a call on this rung rings; one that belongs to no department rings everyone from the start."""
    if not department or step >= EVERYONE:
        return Audience.EVERYONE
    return Audience.LEAD if step == LEAD else Audience.DEPARTMENT


def create(
    *,
    id: str,  # noqa: A002  the field's own name
    kiosk: str,
    place: str,
    reason: str,
    session: str,
    now: datetime,
    rule: Rule,
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
    urgent = priority == "urgent" or rule.urgent
    return Page(
        id=id,
        kiosk=plain(kiosk, LABEL_LIMIT),
        place=plain(place, LABEL_LIMIT),
        reason=reason,
        department=plain(rule.department or department or "", LABEL_LIMIT) or None,
        priority="urgent" if urgent else "normal",
        said=plain(said, WORDS_LIMIT),
        sku=plain(sku or "", LABEL_LIMIT) or None,
        session=session,
        language=plain(language, LABEL_LIMIT),
        created_at=now,
        changed_at=now,
        rung_at=now,
        claimed_at=None,
        heard_at=None,
        state=State.CALLED,
        claimed_by=None,
        step=rule.begins(urgent),
        round=0,
        callers=(Caller(session, plain(words, WORDS_LIMIT)),),
        only=None,
        outcome="",
        message="",
        message_code="",
        message_by=None,
        message_at=None,
        message_spoken=False,
        own_version=0,
        hub_version=0,
        shopper_version=0,
    )


def join(page: Page, session: str, now: datetime, *, priority: str, words: str, said: str, sku: str | None) -> Page:
    """A shopper calls for what an open call is about already: it is not doubled, but learns who waits and what it
    lacked. Urgent now makes it urgent, and rings everyone if nobody has it; so does asking once more after everyone was
    rung in vain."""
    if not page.state.open:
        raise WrongStep(_closed(page))
    changes: dict[str, Any] = {}
    words, known = plain(words, WORDS_LIMIT), page.caller(session)
    if known is None:
        if len(page.callers) < MOST_CALLERS:
            changes["callers"] = (*page.callers, Caller(session, words))
    elif not known.waits or words not in known.words:
        changes["callers"] = _with(page, replace(known, words=_more(known.words, words), waits=True))
    if not page.said and (new := plain(said, WORDS_LIMIT)):
        changes["said"] = new
    if page.sku is None and (new := plain(sku or "", LABEL_LIMIT)):
        changes["sku"] = new
    if priority == "urgent" and not page.urgent:
        changes.update(priority="urgent", step=EVERYONE, only=None)
        if page.state is State.CALLED:
            changes.update(_anew(page, now))
    elif page.state is State.CALLED and page.step == EVERYONE and now - page.rung_at >= AGAIN_AFTER:
        changes.update(_anew(page, now))
    return _moved(page, now, **changes) if changes else page


def add_words(page: Page, session: str, words: str, now: datetime) -> Page:
    """The shopper says more of what it is about. What is there already is not said twice."""
    if not page.state.open:
        raise WrongStep(_closed(page))
    caller, new = _waiting(page, session), plain(words, WORDS_LIMIT)
    if not new or new in caller.words:
        return page
    return _moved(page, now, callers=_with(page, replace(caller, words=_more(caller.words, new))))


def cancel(page: Page, session: str, now: datetime) -> Page:
    """The shopper needs nobody any more; the last one who waits closes the call."""
    caller = _waiting(page, session, cancelled=True)
    if not caller.waits:
        return page
    if not page.state.open:
        raise WrongStep(_closed(page))
    callers = _with(page, replace(caller, waits=False))
    over = not any(other.waits for other in callers)
    return _moved(page, now, callers=callers, **({"state": State.CANCELLED, "only": None} if over else {}))


def claim(page: Page, who: str, now: datetime) -> Page:
    """`who` takes the call."""
    who = _name(who)
    if not page.state.open:
        raise WrongStep(_closed(page))
    if page.claimed_by == who:
        return page
    if page.claimed_by is not None:
        raise WrongStep(f"{page.claimed_by} already took this call.")
    at = max(now, page.changed_at)
    return _moved(page, now, state=State.CLAIMED, claimed_by=who, claimed_at=at, heard_at=at, only=None)


def coming(page: Page, who: str, now: datetime) -> Page:
    """`who`, who has the call, is on the way; or still is, said again after STILL_AFTER."""
    who = _name(who)
    if not page.state.open:
        raise WrongStep(_closed(page))
    _must_hold(page, who)
    if page.state is State.COMING and page.heard_at is not None and now - page.heard_at < STILL_AFTER:
        return page
    return _moved(page, now, state=State.COMING, heard_at=max(now, page.changed_at))


def resolve(page: Page, who: str, now: datetime, outcome: str = "done") -> Page:
    """`who`, who has the call, is done with it. Raises WrongStep, too, for an outcome that does not exist."""
    who = _name(who)
    if outcome not in OUTCOMES:
        raise WrongStep(f"A call cannot end as {outcome[:40]!r}. Use one of: {', '.join(OUTCOMES)}.")
    if page.state is State.RESOLVED and page.claimed_by == who:
        return page
    if not page.state.open:
        raise WrongStep(_closed(page))
    _must_hold(page, who)
    return _moved(page, now, state=State.RESOLVED, outcome=outcome)


def release(page: Page, who: str, now: datetime) -> Page:
    """`who`, who has the call, hands it back: it rings anew, on the rung it had reached."""
    if not _may_let_go(page, who):
        return page
    return _moved(page, now, **_let_go(page, now))


def hand_over(
    page: Page, who: str, now: datetime, rule: Rule, *, person: str | None = None, department: str | None = None
) -> Page:
    """`who`, who has the call, gives it to a colleague, who alone is rung first, or to another department."""
    person, department = plain(person or "", LABEL_LIMIT) or None, plain(department or "", LABEL_LIMIT) or None
    if (person is None) == (department is None):
        raise WrongStep("Say to whom: a colleague or a department.")
    if person == _name(who):
        raise WrongStep("You have this call already.")
    if not _may_let_go(page, who):
        return page
    changes = _let_go(page, now) | {"step": rule.begins(page.urgent)}
    if person is not None and not page.urgent:
        changes["only"] = person
    if department is not None:
        changes["department"] = department
    return _moved(page, now, **changes)


def tell(page: Page, who: str, now: datetime, *, text: str = "", code: str = "", spoken: bool = True) -> Page:
    """`who` on staff tells the shopper something: a phrase by its code, or a text; the kiosk says it if `spoken`."""
    who, text = _name(who), plain(text, MESSAGE_LIMIT)
    if bool(text) == bool(code) or (code and code not in MESSAGES):
        raise WrongStep(f"Say something to the shopper: a text, or one of {', '.join(MESSAGES)}.")
    if not page.state.open:
        raise WrongStep(_closed(page))
    if (page.message, page.message_code, page.message_by) == (text, code, who):
        return page
    at = max(now, page.changed_at)
    heard = {"heard_at": at} if page.claimed_by == who else {}
    return _moved(
        page, now, message=text, message_code=code, message_by=who, message_at=at, message_spoken=spoken, **heard
    )


def forgotten(page: Page) -> Page:
    """Without what anybody said."""
    callers = tuple(replace(caller, words="") for caller in page.callers)
    return replace(page, callers=callers, said="", message="")


def expire(page: Page, now: datetime) -> Page:
    """The clock closes an open call that is older than EXPIRES_AFTER."""
    if not page.state.open or _aware(now) - page.created_at < EXPIRES_AFTER:
        return page
    return _moved(page, now, state=State.EXPIRED, only=None)


def lapse(page: Page, now: datetime, rule: Rule) -> Page:
    """The clock takes a call from somebody of whom nothing was heard for too long: it rings anew."""
    at = lapses_at(page, rule)
    return page if at is None or _aware(now) < at else _moved(page, now, **_let_go(page, now))


def lapses_at(page: Page, rule: Rule) -> datetime | None:
    """When a call that somebody has rings anew, unless they give a sign before; None for one that nobody has."""
    if not page.state.held or page.heard_at is None:
        return None
    silent_s = rule.coming_silent_s if page.state is State.COMING else rule.claim_silent_s
    return page.heard_at + timedelta(seconds=silent_s)


def escalate(page: Page, now: datetime, rule: Rule) -> Page:
    """The clock puts a call nobody has claimed on the highest rung that its ringing time has reached."""
    if page.state is not State.CALLED:
        return page
    ringing = _aware(now) - page.rung_at
    reached = rule.reached(ringing.total_seconds())
    if page.only is not None:
        # It rang for one alone, so whoever is next has not been rung at all.
        return _moved(page, now, only=None, **_anew(page, now)) if ringing >= ONLY_FOR else page
    return _moved(page, now, step=reached) if reached > page.step else page


def due(page: Page, rule: Rule) -> datetime | None:
    """When the clock next has something to do with a call; None for a closed one."""
    if not page.state.open:
        return None
    times = [page.created_at + EXPIRES_AFTER]
    if (lapses := lapses_at(page, rule)) is not None:
        times.append(lapses)
    elif page.only is not None:
        times.append(page.rung_at + ONLY_FOR)
    elif (next_s := rule.next_s(page.step)) is not None:
        times.append(page.rung_at + timedelta(seconds=next_s))
    return min(times)


def _more(words: str, new: str) -> str:
    """What a shopper said, with what they say now; what is there already is not said twice."""
    if new in words:
        return words
    return plain(f"{words} / {new}" if words else new, WORDS_LIMIT)


def plain(text: str, limit: int) -> str:
    """One line of at most `limit` characters that can be stored and shown: no control or direction characters."""
    kept = (" " if ch < " " or "\x7f" <= ch <= "\x9f" or ch in "\u2028\u2029" else ch for ch in text[: limit * 8])
    line = " ".join("".join(ch for ch in kept if ch not in _BIDI_CONTROLS and not _surrogate(ch)).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _surrogate(ch: str) -> bool:
    return "\ud800" <= ch <= "\udfff"


def _moved(page: Page, now: datetime, **changes: Any) -> Page:
    return replace(page, changed_at=max(_aware(now), page.changed_at), **changes)


def _anew(page: Page, now: datetime) -> dict[str, Any]:
    """What begins another round of ringing."""
    return {"round": page.round + 1, "rung_at": max(now, page.changed_at)}


def _let_go(page: Page, now: datetime) -> dict[str, Any]:
    """What makes a held call ring anew; `claimed_at` stays: who looks at the history wants to know."""
    return {"state": State.CALLED, "claimed_by": None, "only": None, **_anew(page, now)}


def _may_let_go(page: Page, who: str) -> bool:
    """False when it is let go already. Raises WrongStep."""
    who = _name(who)
    if not page.state.open:
        raise WrongStep(_closed(page))
    if page.state is State.CALLED:
        return False
    _must_hold(page, who)
    return True


def _with(page: Page, caller: Caller) -> tuple[Caller, ...]:
    return tuple(caller if other.session == caller.session else other for other in page.callers)


def _waiting(page: Page, session: str, *, cancelled: bool = False) -> Caller:
    """The caller of that session, who must still wait unless `cancelled` is fine, too. Raises WrongStep."""
    caller = page.caller(session)
    if caller is None or not (caller.waits or cancelled):
        raise WrongStep("The shopper no longer needs help.")
    return caller


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
