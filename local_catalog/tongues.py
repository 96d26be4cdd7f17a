"""Reads what is asked in another language: the shopper's words become the store's own, by one table a language.

`words/es.toml` and the like hold the tables. They know words and groups of words, singular and plural, with and without
accents, and take compounds apart ('Erdbeermarmelade'); they are no translators of sentences.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from local_catalog.text import LONGEST_QUERY, fold

LINKS, ASKING = "#links", "#asking"
"""In the table `tongue`, what these words `find`: nothing."""
LANGUAGES = ("es", "fr", "de", "ar")
"""Of the tables that are part of the product, as ISO 639-1 codes."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu)['’`´]", re.IGNORECASE)
"""What French leaves of a short word before a vowel."""
_JOINED_VOWELS = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_LONGEST_UNIT = 3
"""Letters behind a number that are taken for its unit: '500 g', '60 W'."""
_ARTICLES = ("وال", "بال", "لل", "ال")
"""The Arabic article, written together with its noun and with a short word before it."""
_SHORTEST_PART = 3
_MOST_PARTS = 4
_LINKS = ("", "s", "n", "en", "es", "e")
"""Letters between the parts of a compound."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in the words of the store."""

    language: str
    text: str
    known: float
    """Share of the words that mean something which the table knows, 0 to 1; amounts and words of questions aside."""
    unknown: tuple[str, ...] = ()
    """Words that it does not know, as they stand in `text` too: brands, or another language."""


class Tongue:
    """One language's words for what a store sells.

    `words` maps the store's words to all that is said for them; the first to claim a word has it. `links` are words
    such as articles, which are left out wherever they stand; `asking` are those of questions, left out where they are
    no part of a product's name.
    """

    def __init__(
        self, language: str, words: Mapping[str, Sequence[str]], links: Iterable[str] = (), asking: Iterable[str] = ()
    ) -> None:
        self.language = language
        self._stem = _STEMS.get(language, _as_it_is)
        # As written: 'uña' is no article.
        self._links = frozenset(word.casefold() for word in links)
        self._asking = frozenset(form for phrase in asking for word in _split(phrase) for form in _forms(word))
        self._finds: dict[tuple[str, ...], str] = {}
        said = [(self._content(phrase), finds) for finds, phrases in words.items() for phrase in phrases]
        for key in (_umlauts, self._stemmed, _plain, self._plain_stem):
            for run, finds in said:
                if run:
                    self._finds.setdefault(tuple(map(key, run)), finds)
        self._longest = max((len(run) for run, _ in said), default=0)

    def read(self, text: str) -> Reading:
        """The text in the store's words, as far as they are known."""
        content = self._content(text[:LONGEST_QUERY])
        found: list[str] = []
        unknown: list[str] = []
        meant, at = 0, 0
        while at < len(content):
            size, finds = self._longest_at(content, at)
            word = content[at]
            if finds is not None:
                found.append(finds)
                meant += 1
            elif word[0].isdigit() or (len(word) <= _LONGEST_UNIT and at and content[at - 1][0].isdigit()):
                found.append(word)
            elif _umlauts(word) not in self._asking:
                found.append(word)
                unknown.append(word)
            at += size
        known = meant / (meant + len(unknown)) if meant else 0.0
        return Reading(self.language, " ".join(found), round(known, 4), tuple(unknown))

    def _content(self, text: str) -> list[str]:
        """The words but for links; the letter behind a number is a unit."""
        words = _split(text)
        return [
            word
            for place, word in enumerate(words)
            if word.casefold() not in self._links or (len(word) == 1 and place and words[place - 1][0].isdigit())
        ]

    def _longest_at(self, words: list[str], at: int) -> tuple[int, str | None]:
        """How many words from here are known together, and what they find; None where even one alone is not known."""
        for size in range(min(self._longest, len(words) - at), 0, -1):
            run = words[at : at + size]
            for key in (_umlauts, self._stemmed):
                finds = self._finds.get(tuple(map(key, run)))
                if finds is None and size > 1:
                    finds = self._finds.get((key("".join(run)),))
                if finds is not None:
                    return size, finds
        asked = _umlauts(words[at]) in self._asking or words[at][0].isdigit()
        return 1, None if asked or self.language not in _COMPOUNDING else self._parted(_umlauts(words[at]), _MOST_PARTS)

    def _parted(self, word: str, most: int) -> str | None:
        """What the parts of a compound find; the longest part in front is tried first."""
        if most < 1:
            return None
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            front = self._part(word[:end])
            if front is None:
                continue
            tail = self._part(word[end:]) or self._parted(word[end:], most - 1)
            if tail is not None:
                return f"{front} {tail}"
        return None

    def _part(self, part: str) -> str | None:
        for link in _LINKS:
            bare = part.removesuffix(link) if link else part
            if part.endswith(link) and len(bare) >= _SHORTEST_PART:
                finds = self._finds.get((bare,)) or self._finds.get((self._stem(bare),))
                if finds is not None:
                    return finds
        return None

    def _stemmed(self, word: str) -> str:
        return self._stem(_umlauts(word))

    def _plain_stem(self, word: str) -> str:
        return self._stem(_plain(word))


def readings(text: str, language: str | None = None, own: Iterable[Tongue] = ()) -> tuple[Reading, ...]:
    """What the text may mean in `language`, or in all there are tables for, best understood first; none that has
    nothing known. A store's `own` table of a language is taken instead of the product's."""
    taken = {table.language: table for table in own}
    tongues = [*taken.values(), *(tongue(code) for code in LANGUAGES if code not in taken)]
    found = [known.read(text) for known in tongues if language in (None, known.language)]
    return tuple(sorted((reading for reading in found if reading.known), key=lambda reading: -reading.known))


def own(rows: Iterable[tuple[str, str, str]]) -> tuple[Tongue, ...]:
    """A store's own tables, from rows (language, finds, said) of the catalog's table `tongue`, ordered by position.

    A table of a language that the product has too goes on from it.
    """
    tables: dict[str, dict[str, list[str]]] = {}
    for language, finds, said in rows:
        tables.setdefault(language, {})[finds] = json.loads(said)
    made = []
    for language, words in tables.items():
        base = _table(language) if language in LANGUAGES else {}
        links, asking = ([*words.pop(key, ()), *base.get(key[1:], ())] for key in (LINKS, ASKING))
        made.append(Tongue(language, _both(words, base.get("words", {})), links, asking))
    return tuple(made)


def _both(first: Mapping[str, Sequence[str]], then: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What is said for each thing in either; what is in the first comes first."""
    return {finds: [*first.get(finds, ()), *then.get(finds, ())] for finds in (*first, *then)}


@cache
def tongue(language: str) -> Tongue:
    """The table of one of LANGUAGES."""
    raw = _table(language)
    return Tongue(language, raw["words"], raw["links"], raw["asking"])


def _table(language: str) -> dict[str, Any]:
    with (Path(__file__).parent / "words" / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def _split(text: str) -> list[str]:
    return _WORD.findall(_ELIDED.sub(" ", text.translate(_JOINED_VOWELS)))


def _forms(word: str) -> Iterator[str]:
    yield _umlauts(word)
    yield _plain(word)


def _umlauts(word: str) -> str:
    """Lower case; umlauts written out, other accents off."""
    return fold(word.translate(_UMLAUTS))


def _plain(word: str) -> str:
    """Lower case and all accents off."""
    return fold(word)


def _spanish(word: str) -> str:
    if len(word) >= 4:
        if word.endswith("ces"):
            word = word[:-3] + "z"
        elif word.endswith("es") and word[-3] not in "aeiou":
            word = word[:-2]
        elif word.endswith("s"):
            word = word[:-1]
    return word[:-1] if len(word) >= 5 and word[-1] in "aeo" else word


def _french(word: str) -> str:
    if len(word) >= 4 and word[-1] in "sx":
        word = word[:-1]
    return word[:-1] if len(word) >= 5 and word[-1] == "e" else word


def _german(word: str) -> str:
    if len(word) >= 5:
        for ending in ("en", "er", "es", "em", "e", "n", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word


def _arabic(word: str) -> str:
    for start in _ARTICLES:
        if word.startswith(start) and len(word) - len(start) >= _SHORTEST_PART - 1:
            word = word[len(start) :]
            break
    for ending in ("ات", "ة", "ه"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART - 1:
            return word[: -len(ending)]
    return word[:-1] + "ي" if word.endswith("ى") else word


def _as_it_is(word: str) -> str:
    return word


_STEMS: dict[str, Callable[[str], str]] = {"es": _spanish, "fr": _french, "de": _german, "ar": _arabic}
"""What is left of a word without the endings of number and gender, roughly."""
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "no", "fi"})
