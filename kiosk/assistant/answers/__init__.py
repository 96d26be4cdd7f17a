"""One file for each kind of answer; `answer` sends a request to the right one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.assistant.answers.compare import compare
from kiosk.assistant.answers.complaint import complaint
from kiosk.assistant.answers.control import steered
from kiosk.assistant.answers.detail import detail
from kiosk.assistant.answers.each import each
from kiosk.assistant.answers.find import find
from kiosk.assistant.answers.offers import offers
from kiosk.assistant.answers.policy import policy
from kiosk.assistant.answers.recommend import recommend
from kiosk.assistant.answers.shopping_list import shopping_list
from kiosk.assistant.answers.talk import other, smalltalk
from kiosk.assistant.answers.unsure import unsure
from kiosk.assistant.work import Answer, Work

_BY_INTENT: Mapping[str, Callable[[Work], Answer]] = {
    "find": find,
    "detail": detail,
    "compare": compare,
    "recommend": recommend,
    "offers": offers,
    "list": shopping_list,
    "policy": policy,
    "complaint": complaint,
    "smalltalk": smalltalk,
    "control": steered,
    "other": other,
}


def answer(work: Work) -> Answer:
    """The answer to a request that was understood."""
    return each(work) or _BY_INTENT.get(work.request.intent, unsure)(work)
