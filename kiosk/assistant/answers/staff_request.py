"""A person is wanted, as the model read it; what the word lists are sure of was called by reflex."""

from __future__ import annotations

from kiosk.assistant.answers.staff import call, department_for, related
from kiosk.assistant.conversation import CallWish, Pending
from kiosk.assistant.evidence import CARRIED
from kiosk.assistant.work import Answer, Work

_SURE = 0.85


def staff_request(work: Work, confidence: float) -> Answer:
    """Call when the model is sure and the words name no product; else offer."""
    product, shown = related(work)
    wish = CallWish("help", department_for(work, "help", product), "normal", work.utterance.text)
    if confidence >= _SURE and work.evidence.match.cover < CARRIED:
        return call(work, wish, "staff_help")
    return Answer(
        work.say("staff_offer"),
        shown,
        suggestions=work.suggest("yes", "no"),
        offer_staff=True,
        pending=Pending("call", wish),
        focus=product,
    )
