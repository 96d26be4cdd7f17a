"""Whether a product is of a kind said in plain words: 'pasta sauce' is a kind of its own and not a kind of pasta."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from local_catalog.text import indexed, stems, tokens

_AFTER_THE_NAME = re.compile(r"\s(?:with|in|for|from|on|without|of the|by)\s|[,(–/]|\s-\s", re.IGNORECASE)
_SIDES = re.compile(r"\s*(?:[&,/]|\band\b)\s*", re.IGNORECASE)


def head_word(name: str) -> str:
    """The word that says what the thing is: 'Chopped Tomatoes in Juice 400 g' are tomatoes."""
    front = _AFTER_THE_NAME.split(name, maxsplit=1)[0]
    words = [token.norm for token in tokens(front) if token.kind == "word"]
    return words[-1] if words else ""


def sides(title: str) -> list[str]:
    """The parts of a title that names several things: 'Apples & pears' are 'Apples' and 'pears'."""
    return [part for part in _SIDES.split(title) if part]


@dataclass(frozen=True, slots=True)
class Traits:
    """The stems of a product that tell its kind."""

    all: frozenset[str]
    heads: frozenset[str]


def traits(name: str, leaf: str, words: Iterable[str]) -> Traits:
    """From a product's name, the last part of its category, and other words for it."""
    heads = set(stems(head_word(name)))
    everything = set(stems(indexed(name))) | set(stems(indexed(leaf)))
    for phrase in (*sides(leaf), *words):
        found = stems(indexed(phrase))
        everything.update(found)
        heads.update(found[-1:])
    return Traits(frozenset(everything), frozenset(heads))


def is_kind(phrase: tuple[str, ...], product: Traits) -> bool:
    """Whether the product is of the kind whose stems are given, its noun last."""
    return bool(phrase) and phrase[-1] in product.heads and product.all.issuperset(phrase)
