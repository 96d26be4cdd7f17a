"""The words with which a model may word answers, read from words/<language>/said.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kiosk.assistant.word_lists import WordListError

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidWords:
    """The lists of one language; see the comments in the file."""

    plain: frozenset[str]
    phrases: tuple[Phrase, ...]
    never: tuple[Phrase, ...]
    interjections: frozenset[Phrase]
    negators: frozenset[str]
    conditional: frozenset[str]
    bound: frozenset[str]
    may: frozenset[str]
    contain: frozenset[str]
    out: tuple[Phrase, ...]
    present: tuple[Phrase, ...]
    have: frozenset[str]
    stock_words: frozenset[str]
    offer_words: frozenset[str]
    offer_claim: frozenset[str]
    before: frozenset[str]
    moment: frozenset[str]
    compare_words: frozenset[str]
    cheap: frozenset[str]
    dear: frozenset[str]
    same: frozenset[str]
    both: frozenset[str]
    time_half: Mapping[str, str]
    """'am' or 'pm' for each word that tells the half of the day."""
    fixed_times: Mapping[str, int]
    months: tuple[str, ...]
    days: frozenset[str]
    time_words: frozenset[str]
    ordinals: Mapping[str, int]
    pronoun_after: frozenset[str]
    prepositions: frozenset[str]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    """The short form of each word for a unit."""
    alike: tuple[tuple[Phrase, Phrase], ...]
    contractions: Mapping[str, str]
    actions: Mapping[str, str]
    """The action of each word that says that it was done."""
    is_after: frozenset[str]
    """Words after which 's is a word."""


def _phrases(texts: list[str]) -> tuple[Phrase, ...]:
    return tuple(sorted({tuple(text.split()) for text in texts}, key=lambda phrase: (-len(phrase), phrase)))


def _read(table: Mapping[str, Any]) -> SaidWords:
    stock, offer, compare, time, numbers = (table[k] for k in ("stock", "offer", "compare", "time", "numbers"))
    alike = [(tuple(text.split()), tuple(first.split())) for first, texts in table["same"].items() for text in texts]
    return SaidWords(
        plain=frozenset(table["plain"].split()),
        phrases=_phrases(table["phrases"]),
        never=_phrases(table["never"]),
        interjections=frozenset(_phrases(table["interjections"])),
        negators=frozenset(table["negators"]),
        conditional=frozenset(table["conditional"]),
        bound=frozenset(table["bound"]),
        may=frozenset(table["may"]),
        contain=frozenset(table["contain"]),
        out=_phrases(stock["out"]),
        present=_phrases(stock["in"]),
        have=frozenset(stock["have"]),
        stock_words=frozenset(stock["words"]),
        offer_words=frozenset(offer["words"]),
        offer_claim=frozenset(offer["claim"]),
        before=frozenset(offer["before"]),
        moment=frozenset(offer["moment"]),
        compare_words=frozenset(compare["words"]),
        cheap=frozenset(compare["cheap"]),
        dear=frozenset(compare["dear"]),
        same=frozenset(compare["same"]),
        both=frozenset(compare["both"]),
        time_half={word: half for half in ("am", "pm") for word in time[half]},
        fixed_times={**dict.fromkeys(time["noon"], 12), **dict.fromkeys(time["midnight"], 0)},
        months=tuple(time["months"]),
        days=frozenset(time["days"]),
        time_words=frozenset(time["words"]),
        ordinals={word: number for number, word in enumerate(numbers["ordinals"])},
        pronoun_after=frozenset(numbers["pronoun_after"]),
        prepositions=frozenset(numbers["prepositions"]),
        numbers=numbers["values"],
        units={word: unit for unit, texts in table["units"].items() for word in texts},
        alike=tuple(sorted(alike, key=lambda pair: -len(pair[0]))),
        contractions=table["contractions"],
        actions={word: action for action, said in table["actions"].items() for word in said},
        is_after=frozenset(table["is_after"]["words"]),
    )


@cache
def said_words(language: str) -> SaidWords | None:
    """The lists of a language (ISO 639-1), None if it has none. Raises WordListError."""
    path = files("kiosk.assistant") / "words" / language / "said.toml"
    if not path.is_file():
        return None
    try:
        return _read(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise WordListError(f"word list {path}: {error!r}; restore the file from the package") from error
