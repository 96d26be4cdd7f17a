"""What the search knows of a product: the texts of its index, the phrases that name it, how much it is wanted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from local_catalog.building.groups import SEPARATOR, Groups
from local_catalog.building.statistics import Statistics
from local_catalog.kinds import begins, heads, is_kind, last_words, name_words, single, traits
from local_catalog.text import indexed, indexed_size, key, spoken, stems, tokens

_LONGEST_FACT = 40
"""Attributes longer than this are sentences (warnings), which nobody searches for."""
_MOST_WANTED = 1000
_PER_DOUBLING = 50
"""Popularity goes up by this when twice as many are sold; in between it stays, so that a week's sales do not change
every row of the catalog."""
_KEPT = 100_000
_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half quarter gallon quart pint dozen
"""
_NUMBER_WORDS = frozenset(_NUMBERS.split())
"""Words that a number or an amount may begin with."""
_JOINING = _NUMBER_WORDS | {"and", "a", "an", "point", "fl", "fluid", "in", "x"}
"""Words that may belong to a number before them, or to what follows."""
"""Brands, sizes and facts whose index form is kept."""


@dataclass(frozen=True, slots=True)
class CategoryTexts:
    """What all products of a category share."""

    leaf: str
    leaf_index: str
    groups: str
    around: str
    usual: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Texts:
    """Index texts of a product, but those of its size, and how much it is wanted (0 to 1000)."""

    head: str
    words: str
    brand: str
    facts: str
    description: str
    wanted: int


class TextMaker:
    """Makes the texts of one product after another."""

    def __init__(self, groups: Groups, statistics: Statistics, staples: Iterable[str]) -> None:
        self._groups = groups
        self._statistics = statistics
        self._categories: dict[str, CategoryTexts] = {}
        self._staples = _Staples(staples)

    def category(self, path: str, department: str) -> CategoryTexts:
        """Of a path and the id of its department."""
        known = self._categories.get(path)
        if known is None:
            titles = path.split(SEPARATOR)
            leaf, name = titles[-1], self._groups.name(department)
            groups = (name, *titles[1:-1])
            words = json.loads(self._groups.words(department))
            known = CategoryTexts(
                leaf=leaf,
                leaf_index=indexed(" ".join(single(leaf))),
                groups=indexed(" / ".join(part for title in groups for part in single(title))),
                around=indexed(" / ".join(dict.fromkeys((*titles[1:], name, *words)))),
                usual=self._statistics.usual_words(path),
            )
            self._categories[path] = known
        return known

    def texts(
        self,
        category: CategoryTexts,
        name_index: str,
        own_words: list[str],
        brand: str,
        description: str,
        words: tuple[str, ...],
        diet: Iterable[str],
        attributes: Mapping[str, str],
        sold: int | None,
    ) -> Texts:
        """`own_words` are the words of the name that tell what it is (`kinds.name_words`)."""
        found = heads(own_words, category.leaf, words, category.usual)
        head = " ".join(dict.fromkeys([*found, *last_words(words)]))
        facts = " / ".join(_facts(diet, attributes))
        return Texts(
            head=head,
            words=indexed(" / ".join(words)) if words else "",
            brand=_kept_index(brand),
            facts=_kept_index(facts) if facts else "",
            description=indexed(description) if description else "",
            wanted=_wanted(sold) if sold is not None else self._staples.wanted(found, name_index, category.leaf_index),
        )


class _Staples:
    """What is usually bought most, told by what a thing is."""

    def __init__(self, kinds: Iterable[str]) -> None:
        self._ranks: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
        self._many = 0
        for rank, kind in enumerate(kinds):
            phrase = stems(indexed(kind))
            self._many = rank + 1
            if phrase:
                self._ranks.setdefault(phrase[-1], []).append((-len(phrase), rank, phrase))

    def wanted(self, found: list[str], *texts: str) -> int:
        """0 to 1000: the rank of the most exact kind that fits."""
        traits_found = traits(found, *texts)
        fitting = [
            (length, rank)
            for stem in traits_found.heads
            for length, rank, phrase in self._ranks.get(stem, ())
            if is_kind(phrase, traits_found)
        ]
        return _MOST_WANTED - min(fitting)[1] * _MOST_WANTED // (self._many + 1) if fitting else 0


def _wanted(sold: int) -> int:
    return min(_MOST_WANTED, _PER_DOUBLING * max(0, sold).bit_length())


@dataclass(frozen=True, slots=True)
class NameTexts:
    """What is read out of a name: its index form, its key, and the words that tell what the thing is."""

    index: str
    key: str
    own: list[str]


def read_name(name: str) -> NameTexts:
    """Most names are plain words, of which all three follow from one reading: amounts and codes have digits there."""
    found = indexed(name)
    if any(c.isdigit() for c in found):
        return NameTexts(found, key(name), name_words(name))
    return NameTexts(found, found, found.split() if begins(name) == name else name_words(name))


def product_keys(name: str, own: str, brand: str, size: str) -> set[str]:
    """The keys (`text.key`) of the name and of brand and name, each with and without a size that anybody would say;
    `own` is the key of the name."""
    branded = f"{brand} {name}"
    keys = {own}
    if brand:
        keys.add(f"{_kept_key(brand)} {own}" if own and _ends_plainly(brand) else key(branded))
    if size == "each":
        pass
    elif _ends_plainly(name):
        keys |= {f"{found} {_kept_key(size)}" for found in keys}
    else:
        keys |= {key(f"{said} {size}") for said in (name, *([branded] if brand else []))}
    return {found for found in keys if found}


def _ends_plainly(text: str) -> bool:
    """Whether what follows the text cannot change how its last words are read, nor they how that is read: it ends in a
    word that is no number and joins none."""
    last = text.rsplit(" ", 1)[-1]
    return last.isascii() and last.isalpha() and last.lower() not in _JOINING


def starts_with(text: str, start: str) -> bool:
    """Whether a text begins with these words."""
    return f"{spoken(text)} ".startswith(f"{_kept_spoken(start)} ")


@lru_cache(_KEPT)
def _kept_spoken(text: str) -> str:
    return spoken(text)


@lru_cache(_KEPT)
def kept_size(text: str) -> str:
    """Its index form."""
    return indexed_size(text)


@lru_cache(_KEPT)
def _kept_key(text: str) -> str:
    return key(text)


@lru_cache(_KEPT)
def _kept_index(text: str) -> str:
    return indexed(text)


def _facts(diet: Iterable[str], attributes: Mapping[str, str]) -> Iterator[str]:
    """What else a product is searched by: 'E26', 'lemon', 'alcohol free'."""
    yield from diet
    for name, value in attributes.items():
        if value == "yes":
            yield name.replace("_", " ")
        elif value != "no" and len(value) <= _LONGEST_FACT:
            yield value
            if _only_numbers(value):
                yield f"{name.replace('_', ' ')} {value}"


@lru_cache(_KEPT)
def _only_numbers(value: str) -> bool:
    return all(token.kind == "number" for token in tokens(value))
