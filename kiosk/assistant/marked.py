"""What a model's marks say: the words that name products, what is not wanted, prices and quantities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kiosk.assistant.amounts import MAX_QUANTITY, number_at
from kiosk.assistant.evidence import CARRIED, look
from kiosk.assistant.parse import Parse
from kiosk.assistant.text import split_words
from kiosk.assistant.things import Thing
from kiosk.assistant.word_lists import WordLists
from local_catalog import Catalog, Money
from models import Reading

_SLOT_QUERY = ("brand", "query")
_NAMES = ("query", "brand", "attribute")
_BETWEEN = frozenset(("and", "n", "or", "plus", "also", "with", "some", "a", "an", "the", "where", "is", "are", "my"))
"""Words that may stand between one product and the next."""
_MOST_THINGS = 10


def marked_queries(reading: Reading | None) -> list[str]:
    """The words that the model takes for the product: with what narrows it, without, and the first name alone."""
    if reading is None:
        return []
    if reading.slots:
        wide = " ".join(str(reading.slots[k]) for k in _SLOT_QUERY if reading.slots.get(k))
        return [wide.casefold(), str(reading.slots.get("query", "")).casefold()]
    pairs = [(word.casefold(), tag) for word, tag in zip(reading.words, reading.tags, strict=True)]
    wide = " ".join(w for w, t in pairs if t in _NAMES)
    narrow = " ".join(w for w, t in pairs if t in _SLOT_QUERY)
    first = next((run for run in _runs(reading, _SLOT_QUERY)), "")
    return [wide, narrow, *([first] if first != narrow else [])]


def unwanted(reading: Reading | None, lists: WordLists) -> tuple[str, ...]:
    """Words of what it shall not be."""
    if reading is None:
        return ()
    words = split_words(" ".join(_runs(reading, ("avoid",))), lists.text)
    return tuple(word for word in words if word not in lists.traits.stop)


def without(parsed: Parse, words: tuple[str, ...]) -> Parse:
    """What the rules read, with these words as such that it shall not be."""
    content = tuple(word for word in parsed.content if word not in words)
    if not words or (parsed.content and not content):
        return parsed
    return replace(parsed, content=content, unwanted=tuple(dict.fromkeys((*parsed.unwanted, *words))))


def amount(reading: Reading | None, tag: str, lists: WordLists, currency: str) -> Money | None:
    """The amount of money under a tag, None if it is none."""
    words = split_words(reading.marked(tag), lists.text) if reading is not None else ()
    numbers = (number_at(words, at, lists.amounts) for at in range(len(words)))
    value = next((number.value for number in numbers if number is not None), None)
    return Money(int((value * 100).to_integral_value()), currency) if value is not None else None


def quantity(reading: Reading, lists: WordLists) -> int | None:
    """How many are wanted, if one whole number is marked as that."""
    words = split_words(" ".join(_runs(reading, ("quantity",))), lists.text)
    found = [number for at in range(len(words)) if (number := number_at(words, at, lists.amounts)) is not None]
    if not found or found[0].unit or found[0].value != int(found[0].value):
        return None
    return int(found[0].value) if 0 < found[0].value <= MAX_QUANTITY else None


def things_marked(reading: Reading | None, lists: WordLists, catalog: Catalog) -> tuple[Thing, ...]:
    """Several products that stand apart in the marks, if the store has at least one of them; else none."""
    if reading is None or reading.slots:
        return ()
    runs = [" ".join(split_words(run, lists.text)) for run in _runs(reading, _NAMES, named=True)]
    if not 1 < len(runs) <= _MOST_THINGS or not _only_joined(reading):
        return ()
    found = [Thing(run, look(catalog, run)) for run in runs]
    distinct = {thing.match.close[0].product.sku if thing.carried else thing.said for thing in found}
    return tuple(found) if any(t.match.cover >= CARRIED for t in found) and len(distinct) > 1 else ()


def _runs(reading: Reading, tags: Sequence[str], named: bool = False) -> Iterator[str]:
    """Words in a row under any of the tags; `named`: at least one of them names a product."""
    pairs = zip(reading.words, reading.tags, strict=True)
    for inside, run in groupby(pairs, key=lambda pair: pair[1] in tags):
        words = list(run)
        if inside and (not named or any(tag == "query" for _, tag in words)):
            yield " ".join(word.casefold() for word, _ in words)


def _only_joined(reading: Reading) -> bool:
    """Whether nothing but joining words and quantities stands between the first and the last product."""
    named = [at for at, tag in enumerate(reading.tags) if tag == "query"]
    between = range(named[0], named[-1])
    return all(
        reading.tags[at] in (*_NAMES, "quantity", "avoid") or reading.words[at].casefold() in _BETWEEN for at in between
    )
