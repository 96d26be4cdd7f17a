"""Finds the products that words such as 'it', 'the second one' or 'the blue one' point at."""

from __future__ import annotations

import re

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.parse import Parse
from local_catalog import Product

_THE_X_ONE = re.compile(r" (?:the|an?) ((?:[^ ]+ ){1,3})ones?(?![^ ])")
_ALL = 4
"""'All of them' are at most so many products."""


def _size_key(product: Product) -> float:
    """Products of one kind by content: price over unit price."""
    return product.price.minor / max(product.unit_price.minor, 1)


def texts_of(product: Product) -> str:
    """What a shopper may call a product by, in lower case."""
    parts = (product.name, product.brand, product.size, *product.diet, *product.attributes.values())
    return " ".join(parts).casefold().replace("-", " ")


def described(padded: str, conversation: Conversation) -> tuple[Product, ...]:
    """Products on screen that 'the blue one' or 'the oat ones' describes."""
    match = _THE_X_ONE.search(padded)
    if match is None:
        return ()
    words = match[1].split()
    return tuple(p for p in conversation.shown if all(w in texts_of(p).split() for w in words))


def resolve(found: Parse, padded: str, conversation: Conversation) -> tuple[Product, ...]:
    """The products pointed at, best first; empty if the words point at nothing known."""
    shown = conversation.shown
    focus = conversation.focus or (shown[0] if shown else None)
    chosen: list[Product] = []
    for named in found.traits.references:
        kind = named.name
        if kind == "one" or kind == "many":
            chosen += [focus] if focus else []
        elif kind == "group":
            chosen += shown[:_ALL] or ([focus] if focus else [])
        elif kind.isdigit():
            chosen += shown[int(kind) - 1 : int(kind)]
        elif kind == "last":
            chosen += shown[-1:]
        elif kind == "other":
            chosen += [p for p in shown if focus is None or p.sku != focus.sku][:1]
        elif shown:
            key = _size_key if kind in ("largest", "smallest") else _price
            pick = max if kind in ("largest", "dearest") else min
            chosen.append(pick(shown, key=key))
    if not any(n.name not in ("one", "many", "group") for n in found.traits.references):
        by_words = described(padded, conversation)
        if by_words:
            return by_words
    return tuple({p.sku: p for p in chosen}.values())


def _price(product: Product) -> float:
    return product.current_price.minor
