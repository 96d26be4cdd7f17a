"""From a hand-written turn to one example for training: other products, prices, typing slips, and context."""

from __future__ import annotations

import random
from dataclasses import dataclass

from models.heads import ON_SCREEN
from models.training.lists import Lists
from models.training.turns import Span, Turn
from models.types import INTENTS

MASK = "[MASK]"

SWAP = {"query": 0.7, "brand": 0.6, "attribute": 0.25, "avoid": 0.4, "quantity": 0.4, "reference": 0.15}
"""How often the words of a span are taken from elsewhere, by tag."""

_OPENERS = ("hi", "hello", "hey", "um", "uh", "excuse me", "please", "sorry", "ok", "so", "yes", "well", "oh")
_CLOSERS = ("please", "thanks", "thank you", "now", "today", "for me", "asap", "if you can", "here", "then")
_QUANTITIES = (
    "two",
    "three",
    "four",
    "5",
    "six",
    "10",
    "a dozen",
    "a pack of",
    "a couple of",
    "2 bags of",
    "12",
    "a box of",
)
_SMALL = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "eight",
    "ten",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "fifty",
)
_BOUNDS = (
    ("under", "max_price"), ("below", "max_price"), ("less than", "max_price"), ("no more than", "max_price"),
    ("at most", "max_price"), ("up to", "max_price"), ("cheaper than", "max_price"), ("not over", "max_price"),
    ("over", "min_price"), ("more than", "min_price"), ("at least", "min_price"), ("above", "min_price"),
    ("starting at", "min_price"), ("around", "price"), ("about", "price"), ("for", "price"), ("roughly", "price"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """What the model is shown and what it should answer."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    intent: str
    last_intent: str | None
    shown: bool


def example(turn: Turn, lists: Lists, rng: random.Random) -> Example:
    """One of the countless forms of a turn."""
    spans = [_swap(span, lists, rng) for span in turn.spans]
    spans = _grow(turn, spans, rng)
    words = [(word, span.tag) for span in spans for word in span.words]
    words = [(_slip(word, tag, rng), tag) for word, tag in words]
    last, shown = _context(turn, rng)
    return Example(tuple(w for w, _ in words), tuple(t for _, t in words), turn.intent, last, shown)


def out_of_scope(lists: Lists, rng: random.Random) -> Example:
    """A question that no shop can answer."""
    words = rng.choice(lists.out_of_scope)
    last, shown = _context(None, rng)
    return Example(words, ("O",) * len(words), "other", last, shown)


def _swap(span: Span, lists: Lists, rng: random.Random) -> Span:
    if span.fixed or rng.random() >= SWAP.get(span.tag, 0.0):
        return Span(_amount(span.words, rng), span.tag) if span.tag.endswith("price") else span
    if span.tag in ("query", "avoid") and (span.tag == "query" or rng.random() < 0.5):
        return Span(lists.product(rng), span.tag)
    if span.tag == "brand":
        return Span(lists.brand(rng), "brand")
    if span.tag == "attribute" and any(c.isdigit() for word in span.words for c in word):
        return Span(tuple(_renumber(word, rng) for word in span.words), "attribute")
    return Span(rng.choice(lists.own[span.tag]), span.tag)


def _amount(words: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    """Another amount of money in place of one."""
    if len(words) > 1 or rng.random() < 0.2:
        return words
    way = rng.random()
    if way < 0.35:
        return (str(rng.choice((rng.randint(1, 30), 5 * rng.randint(1, 60)))),)
    if way < 0.55:
        return (f"${rng.randint(1, 80)}",)
    if way < 0.75:
        return (f"{rng.choice(('', '$'))}{rng.randint(0, 40)}.{rng.choice((49, 50, 99, 25, 75, rng.randint(10, 99)))}",)
    return (rng.choice(_SMALL),)


def _renumber(word: str, rng: random.Random) -> str:
    return "".join(rng.choice("123456789") if c.isdigit() and rng.random() < 0.7 else c for c in word)


def _grow(turn: Turn, spans: list[Span], rng: random.Random) -> list[Span]:
    """Adds a price bound, a quantity, a word before or after, now and then."""
    tags = {span.tag for span in spans}
    if (
        turn.intent in ("find", "recommend", "offers")
        and "query" in tags
        and not tags & {"max_price", "min_price", "price"}
    ):
        if rng.random() < 0.10:
            spans = [*spans, *_bound(rng)]
    elif turn.intent == "list" and "query" in tags and "quantity" not in tags and rng.random() < 0.3:
        at = next(i for i, span in enumerate(spans) if span.tag == "query")
        spans = [*spans[:at], Span(tuple(rng.choice(_QUANTITIES).split()), "quantity"), *spans[at:]]
    if turn.intent in ("smalltalk", "control", "other"):
        return spans
    if rng.random() < 0.08:
        spans = [Span(tuple(rng.choice(_OPENERS).split()), "O"), *spans]
    if rng.random() < 0.08:
        spans = [*spans, Span(tuple(rng.choice(_CLOSERS).split()), "O")]
    return spans


def _bound(rng: random.Random) -> list[Span]:
    coin = rng.choice(((), ("dollars",), ("bucks",), ("usd",)))
    if rng.random() < 0.2:
        low, high = rng.choice((("between", "and"), ("from", "to"), ("", "to")))
        first = [Span((low,), "O")] if low else []
        amounts = _amount(("5",), rng), _amount(("9",), rng)
        return [
            *first,
            Span(amounts[0], "min_price"),
            Span((high,), "O"),
            Span(amounts[1], "max_price"),
            Span(coin, "O"),
        ]
    words, tag = rng.choice(_BOUNDS)
    amount = _amount(("5",), rng)
    return [Span(tuple(words.split()), "O"), Span(amount, tag), Span(() if "$" in amount[0] else coin, "O")]


def _slip(word: str, tag: str, rng: random.Random) -> str:
    """A word as a hurried thumb types it, or hidden when it is not a marked one."""
    if tag == "O" and rng.random() < 0.08:
        return MASK
    if "'" in word and rng.random() < 0.3:
        return word.replace("'", "")
    if len(word) > 4 and word.isalpha() and rng.random() < 0.03:
        at = rng.randrange(1, len(word) - 2)
        return rng.choice((word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]))
    return word


def _context(turn: Turn | None, rng: random.Random) -> tuple[str | None, bool]:
    """The marked context of a follow-up; any context, or none, for a turn that stands alone."""
    if turn is not None and turn.after is not None:
        return (turn.after, turn.after in ON_SCREEN) if rng.random() < 0.85 else (None, False)
    if rng.random() < 0.5:
        return None, False
    last = rng.choice(INTENTS)
    return last, last in ON_SCREEN
