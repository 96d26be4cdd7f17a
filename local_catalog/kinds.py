"""Whether a product is of a kind said in plain words: 'pasta sauce' is a kind of its own and not a kind of pasta."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from local_catalog.text import plain, stems, tokens

_AFTER_THE_NAME = re.compile(r"\s(?:with|in|for|from|on|without|of the|by)\s|[,(–/]|\s-\s", re.IGNORECASE)
_SIDES = re.compile(r"\s*(?:[&,/]|\band\b)\s*", re.IGNORECASE)


_COMMON = 0.3
"""Share of the names of a category that have a word, from which it says what its things are."""


def name_words(name: str) -> list[str]:
    """The words of a name up to where it only tells more: 'Chopped Tomatoes in Juice' are 'chopped tomatoes'."""
    return [token.norm for token in tokens(begins(name)) if token.kind in ("word", "counted")]


def begins(name: str) -> str:
    """The name up to where it only tells more."""
    return _AFTER_THE_NAME.split(name, maxsplit=1)[0]


def head_words(name: str, leaf: str, words: Iterable[str], common: Mapping[str, float]) -> list[str]:
    """The words by which the name and the category say what a thing is, and none that only `words` have.

    'Toothpaste Kids Strawberry' is toothpaste, since other words for it or its category are of toothpaste. `common`
    gives, of the stems in the names of its category, the share of names that have them.
    """
    return heads(name_words(name), leaf, words, common)


def heads(own: list[str], leaf: str, words: Iterable[str], common: Mapping[str, float]) -> list[str]:
    """The same from the words of the name (`name_words`)."""
    of_sides, of_leaf = _leaf_words(leaf)
    said = _same(own, last_words(words)) or _same(own, of_sides)
    if not said and own:
        usual = {word: max((common.get(stem, 0.0) for stem in stems(word)), default=0.0) for word in own}
        best = max(reversed(own), key=lambda word: usual[word])
        said = [best if usual[best] >= _COMMON else own[-1]]
    return list(dict.fromkeys([*said, *of_leaf]))


@lru_cache(10_000)
def _leaf_words(leaf: str) -> tuple[list[str], list[str]]:
    """The nouns of the sides of a category's title, and its own if it names one kind of thing."""
    return last_words(sides(leaf)), last_words(single(leaf))


def last_words(texts: Iterable[str]) -> list[str]:
    """The last word of each, which in English is the noun: 'bags for diapers' are bags."""
    return [word for text in texts for word in plain(_AFTER_THE_NAME.split(text, maxsplit=1)[0]).split()[-1:]]


def _same(words: list[str], others: list[str]) -> list[str]:
    """Those of `words` that have the stem of one of the others."""
    known = {stem for other in others for stem in stems(other)}
    return [word for word in words if known.intersection(stems(word))]


def sides(title: str) -> list[str]:
    """The parts of a title that names several things: 'Apples & pears' are 'Apples' and 'pears'."""
    return [part for part in _SIDES.split(title) if part]


def single(title: str) -> tuple[str, ...]:
    """The title if it names one kind of thing; a pineapple under 'Bananas & tropical' is no banana."""
    return (title,) if len(sides(title)) == 1 else ()


@dataclass(frozen=True, slots=True)
class Traits:
    """The stems of a product that tell its kind."""

    all: frozenset[str]
    heads: frozenset[str]


def traits(heads: Iterable[str], *texts: str) -> Traits:
    """From the words that say what a product is, and other texts that tell its kind, all in index form."""
    return Traits(frozenset(stems(" ".join((*heads, *texts)))), frozenset(stems(" ".join(heads))))


def is_kind(phrase: tuple[str, ...], product: Traits) -> bool:
    """Whether the product is of the kind whose stems are given, its noun last."""
    return bool(phrase) and phrase[-1] in product.heads and product.all.issuperset(phrase)
