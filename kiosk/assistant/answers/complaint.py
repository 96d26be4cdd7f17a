"""Something went wrong for the shopper: sympathy, and a person to put it right."""

from __future__ import annotations

from kiosk.assistant.answers.staff import call, department_for
from kiosk.assistant.conversation import CallWish, Pending
from kiosk.assistant.work import Answer, Work

_CALL_FROM = 2
"""At this many angry turns a person is called unasked."""


def complaint(work: Work) -> Answer:
    """Offer a person; call one if the words are angry or ask for it."""
    work.conversation.anger += 1
    department = department_for(work, "complaint", None)
    wish = CallWish("complaint", department, "normal", work.utterance.text)
    if is_angry(work) or work.lists.demands.search(work.utterance.padded):
        return call(work, wish, "complaint_call")
    return Answer(
        work.say("complaint_offer"),
        suggestions=work.suggest("yes", "no"),
        offer_staff=True,
        pending=Pending("call", wish),
    )


def is_angry(work: Work) -> bool:
    """Whether the anger shows: strong words, shouting, or the second angry turn."""
    conversation = work.conversation
    strong = bool(work.lists.angry.search(work.utterance.all_padded)) or work.utterance.shouted
    return strong or conversation.anger >= _CALL_FROM
