"""A person is wanted, as the model read it; what the word lists are sure of was called by reflex."""

from __future__ import annotations

from dataclasses import replace

from kiosk.assistant.answers.find import find
from kiosk.assistant.answers.staff import call, department_for, related
from kiosk.assistant.conversation import CallWish, Pending
from kiosk.assistant.evidence import CARRIED, NEAR
from kiosk.assistant.work import Answer, Work, offer_call

_SURE = 0.85


def staff_request(work: Work, confidence: float) -> Answer:
    """Find what someone shall help to find; else call when the model is sure, or offer."""
    if work.parsed.content and work.parsed.votes.get("find", 0.0) and work.evidence.match.cover >= NEAR:
        work.request = replace(work.request, intent="find", query=work.evidence.match.query)
        found = find(work)
        found.offer_staff = True
        found.pending = found.pending or offer_call(work, "find", department_for(work, "find", found.focus))
        return found
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
