"""What a shopper will probably say next: it follows from what is on screen and what was just asked."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.assistant import Conversation
from local_catalog import Product
from voice import Expected, spoken_text

_THINGS = 12
"""Names of products on screen that are listened for."""
_MOST = 6
"""Products of which one may be meant by its place in the list."""
_YES_NO = (
    "yes", "yes please", "yeah", "sure", "okay", "yes i do", "please do", "go ahead",
    "no", "no thanks", "no thank you", "nope", "never mind", "not now", "i don't know",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ONE = ("the {} one", "the {}", "where is the {} one", "how much is the {} one", "add the {} one", "show me the {} one")
_THE_ONLY = ("where is it", "how much is it", "add it to my list", "show me the way", "is it in stock", "what is in it")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
_QUANTITY = ("{}", "{} please", "make it {}", "{} of them", "add {}")


def expected(conversation: Conversation) -> Expected:
    """For the next utterance of a session. Whole utterances are given in English, the one language of which the
    recogniser without a drop-in can hear any."""
    shown = conversation.shown
    if conversation.focus is not None and conversation.focus not in shown:
        shown = (conversation.focus, *shown)
    departments = {product.department for product in shown}
    answers = tuple(dict.fromkeys(_answers(conversation, shown))) if conversation.language == "en" else ()
    return Expected(
        answers=answers,
        things=tuple(dict.fromkeys(f"{product.brand} {product.name}".strip() for product in shown[:_THINGS])),
        department=departments.pop() if len(departments) == 1 else "",
    )


def _answers(conversation: Conversation, shown: tuple[Product, ...]) -> Iterator[str]:
    if conversation.pending is not None:
        yield from conversation.pending.options
        yield from _YES_NO
    if len(shown) == 1:
        yield from _THE_ONLY
    elif shown:
        for ordinal in (*_ORDINALS[: min(len(shown), _MOST)], "last", "cheapest"):
            yield from (way.format(ordinal) for way in _ONE)
        for size in dict.fromkeys(product.size for product in shown[:_MOST] if product.size):
            said = spoken_text(size, "en")
            yield from (said, f"the {said} one", f"the {said}")
    request = conversation.last_request
    if request is not None and request.intent == "list":
        for number in _NUMBERS:
            yield from (way.format(number) for way in _QUANTITY)
