"""What an instruct model is told. Both of its tasks share one beginning, so that it is read once and stays warm."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from models.types import Context

Message = dict[str, str]

MAX_UTTERANCE = 400
MAX_NAME = 60
MAX_SHOWN = 6
MAX_FACTS = 12
MAX_FACT = 160

SYSTEM = (
    "You work inside a kiosk of a shop. You do one of two tasks, named in the first line.\n"
    "REQUEST: say what the shopper asks for as one JSON object. Copy words from the shopper, add nothing. "
    "intent is one of: find (has the shop something, where is it), detail (one fact of one product), compare, "
    "recommend (wants advice), offers, list (the shopping list), policy (rules, services, hours of the shop), "
    "staff (wants a person, medicine, danger), complaint, smalltalk, control (repeat, louder, stop, back), "
    "other (nothing to do with the shop, or harmful).\n"
    "ANSWER: answer the shopper in one or two short sentences from the facts alone. "
    "Say no number and no name that is not in the facts."
)

_EXAMPLES = (
    (("do you guys carry oat milk under $4?", Context()), '{"intent":"find","query":"oat milk","max_price":4}'),
    (
        ("and where is it", Context(shown=("Oat Drink 1 l", "Oat Barista"), last_intent="find", last_query="oat milk")),
        '{"intent":"detail","aspect":"location","reference":"it"}',
    ),
    (
        ("add two of the second one", Context(shown=("Oat Drink 1 l", "Oat Barista"), last_intent="detail")),
        '{"intent":"list","op":"add","quantity":2,"reference":"the second one"}',
    ),
    (("can i bring this back without the receipt", Context()), '{"intent":"policy","topic":"returns without receipt"}'),
)
_ANSWER_EXAMPLE = (
    ("how much is it", ("price of Oat Drink 1 l: $3.49", "aisle: 7"), "Oat Drink 1 l is $3.49.", "en"),
    "Oat Drink 1 l is $3.49.",
)

_UNSAFE = re.compile(r"#{2,}|[\x00-\x1f\x7f-\x9f<>|{}\[\]\\`«»\u2028\u2029｜]+")
_BLANKS = re.compile(r"\s+")


class Cleaner:
    """Takes out of foreign text what a model could mistake for its own marks."""

    def __init__(self, marks: Iterable[str]) -> None:
        """`marks`: the texts of the model's special tokens."""
        known = sorted({mark.strip() for mark in marks} - {""}, key=len, reverse=True)
        self._marks = re.compile("|".join(re.escape(mark) for mark in known), re.IGNORECASE) if known else None

    def clean(self, text: str, longest: int) -> str:
        """One line of at most `longest` characters without control characters, brackets or special tokens."""
        text = unicodedata.normalize("NFKC", text[: 4 * longest])
        text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn") or c in "\n\t")
        before = None
        while before != text:
            before = text
            if self._marks is not None:
                text = self._marks.sub(" ", text)
            text = _UNSAFE.sub(" ", text)
        return _BLANKS.sub(" ", text).strip()[:longest]


def beginning() -> list[Message]:
    """The system text and the examples of both tasks: the same for every call."""
    plain = Cleaner(())
    messages = [{"role": "system", "content": SYSTEM}]
    for (text, context), reply in _EXAMPLES:
        messages += [request(text, context, plain), {"role": "assistant", "content": reply}]
    (question, facts, draft, language), reply = _ANSWER_EXAMPLE
    return [*messages, answer(question, facts, draft, language, plain), {"role": "assistant", "content": reply}]


def without_system(messages: Sequence[Message]) -> list[Message]:
    """The same for templates that know no system role: its text opens the first message."""
    first, second, *rest = messages
    return [{"role": "user", "content": f"{first['content']}\n\n{second['content']}"}, *rest]


def request(text: str, context: Context, cleaner: Cleaner) -> Message:
    """The first task."""
    shown = "; ".join(f"{i}. {cleaner.clean(name, MAX_NAME)}" for i, name in enumerate(context.shown[:MAX_SHOWN], 1))
    last = " ".join(cleaner.clean(part, MAX_NAME) for part in (context.last_intent, context.last_query) if part)
    lines = ("REQUEST", f"Before: {last or 'nothing'}", f"On screen: {shown or 'nothing'}")
    return {"role": "user", "content": "\n".join((*lines, f"Shopper: {cleaner.clean(text, MAX_UTTERANCE)}"))}


def answer(question: str, facts: Sequence[str], draft: str, language: str, cleaner: Cleaner) -> Message:
    """The second task."""
    lines = ["ANSWER", f"Language: {cleaner.clean(language, 8)}"]
    lines += [f"Fact: {cleaner.clean(fact, MAX_FACT)}" for fact in facts[:MAX_FACTS]]
    lines += [f"Draft: {cleaner.clean(draft, MAX_UTTERANCE)}", f"Shopper: {cleaner.clean(question, MAX_UTTERANCE)}"]
    return {"role": "user", "content": "\n".join(lines)}
