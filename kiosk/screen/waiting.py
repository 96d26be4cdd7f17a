"""What a call for staff means for the shopper who waits: worked out from the call alone, in seconds and codes."""

from __future__ import annotations

from datetime import datetime

from kiosk.protocol import PageView

OPEN = ("called", "claimed", "coming")
"""States in which somebody still has to come; the others (resolved, cancelled, expired) end a call."""

TOLD_S = (30, 60, 120, 180, 300, 600)
"""What a usual time is told as, seconds: the next one up, so that more is kept than was promised."""
COARSE_S = 300
LONGEST_S = 3600
"""A usual time beyond this is no comfort and is not told."""

LAST_STEP = 3
"""The rung on which everyone is rung."""
JOINED_S = 30
"""A call that is older than this when the shopper first hears of it was made by somebody else before them."""
AGAIN_S = 60
"""Everyone may be rung once more after so long: see kiosk.staff.states."""

UNANSWERED_S = 180.0
"""Without figures of the store: a call that nobody has taken for so long, with everyone rung, is late."""
URGENT_S = 60.0
"""The same of an urgent one, which rings everyone at once."""
UNMET_S = 600.0
"""The same of one that somebody took: who takes it and is not heard of for so long is given up by the clock."""


def told(usual_s: int | None, least_s: int = TOLD_S[0]) -> int:
    """A usual time as it is told, seconds, rounded up; 0 for none."""
    if usual_s is None or usual_s > LONGEST_S:
        return 0
    up = next((step for step in TOLD_S if step >= usual_s), -(-usual_s // COARSE_S) * COARSE_S)
    return max(up, least_s)


def answered_in(page: PageView) -> int:
    """Usual seconds from a call to somebody taking it, as told; 0 if not known."""
    return told(page.answer_s)


def helped_in(page: PageView) -> int:
    """Usual seconds from a call to its end, as told, a minute at least; 0 if not known."""
    return told(page.helped_s, 60)


def waited(page: PageView, now: float) -> int:
    """Seconds since the call was made, 0 where that cannot be told; `now`: seconds since 1970."""
    try:
        return max(0, int(now - datetime.fromisoformat(page.created_at).timestamp()))
    except (ValueError, OverflowError):
        return 0


def late(page: PageView, waited_s: float) -> bool:
    """An open call takes longer than the shopper may expect: twice what is usual here."""
    if page.state == "called":
        usual = answered_in(page)
        patience = URGENT_S if page.priority == "urgent" else UNANSWERED_S
        return (usual > 0 and waited_s > 2 * usual) or (page.step >= LAST_STEP and waited_s > patience)
    if page.state in OPEN:
        usual = helped_in(page)
        return waited_s > (2 * usual if usual else UNMET_S)
    return False


def returned(before: PageView, page: PageView) -> str:
    """Why a call rings anew: handed (who had it asked a colleague), back (they could not come) or again (nobody had it,
    and the shopper called once more); empty where it does not."""
    if page.state != "called":
        return ""
    if before.state == "called":
        urged = page.priority != before.priority or before.only is not None
        return "again" if page.round > before.round and not urged else ""
    if before.state not in OPEN:
        return ""
    return "handed" if page.only is not None or page.department != before.department else "back"
