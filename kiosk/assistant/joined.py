"""Several answers made into one turn: said in one breath, shown on one screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kiosk.assistant.conversation import Conversation, Pending
from kiosk.assistant.types import Turn
from kiosk.assistant.work import MAX_SHOWN
from local_catalog import Product

_SENTENCE = re.compile(r"(?<=[.?!؟])\s+")
_MOST_SENTENCES = 2
_LONGEST_PART = 170
"""Characters of one answer among several, if its first sentence allows."""
_MOST_SUGGESTED = 4
_SHOWS = ("staff", "compare", "results", "product", "list", "map", "offers", "conversation", "none")
"""The page that needs the screen most comes first."""
_PATHS = ("fallback", "model", "reflex")
_UNCUT = ("staff", "complaint", "list")
"""What was done is said whole; so is what is said of allergens."""


def joined(text: str, turns: Sequence[Turn], left_out: str) -> Turn:
    """One turn for all of them; the request is that of the first. `left_out` is said at the end."""
    said = [_short(turn) for turn in turns]
    says = [one for at, one in enumerate(said) if one and one not in said[:at]]
    first = turns[0]
    return replace(
        first,
        text=text,
        say=" ".join([*says, left_out]).strip(),
        products=_products(turns),
        page=next((turn.page for turn in turns if turn.page is not None), None),
        offer_staff=any(turn.offer_staff for turn in turns),
        sources=tuple(dict.fromkeys(source for turn in turns for source in turn.sources)),
        path=min((turn.path for turn in turns), key=_PATHS.index),
        confidence=min(turn.confidence for turn in turns),
        latency_ms={stage: sum(turn.latency_ms[stage] for turn in turns) for stage in first.latency_ms},
        suggestions=tuple(dict.fromkeys(s for turn in turns for s in turn.suggestions))[:_MOST_SUGGESTED],
        show=min((turn.show for turn in turns), key=_SHOWS.index),
        control=next((turn.control for turn in turns if turn.control is not None), None),
    )


def remember(conversation: Conversation, turn: Turn, pending: Sequence[Pending | None], failures: int) -> None:
    """After several answers: all their products are on screen, and the last question asked is open."""
    if turn.products:
        conversation.shown = turn.products
    conversation.pending = next((asked for asked in reversed(pending) if asked is not None), None)
    conversation.last_say = turn.say
    conversation.failures = failures


def _short(turn: Turn) -> str:
    """Its first sentence, and the second if there is room."""
    if turn.intent in _UNCUT or turn.request.get("aspect") == "allergens":
        return turn.say
    kept: list[str] = []
    for sentence in _SENTENCE.split(turn.say)[:_MOST_SENTENCES]:
        if kept and len(" ".join([*kept, sentence])) > _LONGEST_PART:
            break
        kept.append(sentence)
    return " ".join(kept)


def _products(turns: Sequence[Turn]) -> tuple[Product, ...]:
    """Each once: what every answer is about first, then the rest in order."""
    heads = [turn.products[0] for turn in turns if turn.products]
    every = [product for turn in turns for product in turn.products]
    return tuple({product.sku: product for product in (*heads, *every)}.values())[:MAX_SHOWN]
