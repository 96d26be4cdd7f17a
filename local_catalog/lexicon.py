"""What the catalog's own words are and which products have them; looked up once for each word and kept."""

from __future__ import annotations

import bisect
import json
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from local_catalog import tongues
from local_catalog.postings import EMPTY, OWN, Postings, Shelves
from local_catalog.reader import Reader
from local_catalog.sounds import Sounds
from local_catalog.speller import Speller
from local_catalog.stopwords import STOP_WORDS
from local_catalog.text import measure, plain, stems
from local_catalog.titles import Titles
from local_catalog.tongues import Tongue

_MOST_KEPT = 20_000
"""Words and phrases whose products are kept in memory; a shop's shoppers use far fewer."""
SAME_THING = 0.97
"""What a synonym counts against the word itself; so do joined and split words."""
MISSPELLED, MISHEARD = 0.9, 0.8
"""What a word counts that is put in the place of an unknown one."""
_NEARLY = 0.9
"""What may be wrong in the spelling of a word for it to be likelier than one that only sounds so."""
_SHORTEST_STOP = 5
"""Misspelled words are taken for words of questions ('wher' for 'where') from this length on."""


@dataclass
class Synonyms:
    """Other words for a run of words, by the stems of the run."""

    finds: dict[tuple[str, ...], list[tuple[str, ...]]] = field(default_factory=dict)
    longest: int = 0
    """Words in the longest run."""

    def add(self, says: list[str], finds: list[str]) -> None:
        """Let each of `says` find all of `finds`."""
        found = [tuple(plain(phrase).split()) for phrase in finds]
        for phrase in says:
            said = stems(plain(phrase))
            known = self.finds.setdefault(said, [])
            known.extend(run for run in found if run and stems(" ".join(run)) != said and run not in known)
            self.longest = max(self.longest, len(said))


class Lexicon:
    """The words of one catalog."""

    def __init__(self, reader: Reader, products: int) -> None:
        self._reader = reader
        self._kept: dict[tuple[str, ...], Postings] = {}
        self.products = products

    @cached_property
    def shelves(self) -> Shelves:
        """The products as arrays."""
        return Shelves(self._reader)

    @cached_property
    def titles(self) -> Titles:
        """The categories by what they are called."""
        return Titles(self._reader, self.shelves)

    @cached_property
    def synonyms(self) -> Synonyms:
        """Of the catalog file."""
        synonyms = Synonyms()
        for says, finds in self._reader.rows("SELECT says, finds FROM synonym ORDER BY id"):
            synonyms.add(json.loads(says), json.loads(finds))
        return synonyms

    @cached_property
    def tongues(self) -> tuple[Tongue, ...]:
        """The store's own tables of other languages."""
        return tongues.own(self._reader.rows("SELECT language, finds, said FROM tongue ORDER BY language, position"))

    @cached_property
    def words(self) -> dict[str, int]:
        """Each word of the products' own texts as it is written, with the number of products that have it."""
        return dict(self._reader.rows("SELECT word, products FROM word"))

    @cached_property
    def speller(self) -> Speller:
        """Over the words of the products, of the synonyms and the longer words of questions."""
        return Speller(dict.fromkeys(self._speakable, 0) | self.words)

    @cached_property
    def _speakable(self) -> list[str]:
        words = [word for word in STOP_WORDS.never if len(word) >= _SHORTEST_STOP]
        for (says,) in self._reader.rows("SELECT says FROM synonym"):
            words.extend(plain(" ".join(json.loads(says))).split())
        return list(dict.fromkeys((*self.words, *words)))

    @cached_property
    def sounds(self) -> Sounds:
        """Over the same words, for what was heard or is written by ear."""
        return Sounds(self._speakable)

    @cached_property
    def starts(self) -> list[str]:
        """The words of the products in the order of the alphabet."""
        return sorted(self.words)

    @cached_property
    def amounts(self) -> dict[str, list[tuple[float, str]]]:
        """The amounts of packs by their unit, with the word under which the index has them."""
        found: dict[str, set[tuple[float, str]]] = {}
        for (size,) in self._reader.rows("SELECT DISTINCT size FROM product_text"):
            for word in size.split():
                measured = measure(word)
                if measured is not None:
                    found.setdefault(measured[1], set()).add((measured[0], word))
        return {unit: sorted(words) for unit, words in found.items()}

    def meant(self, word: str, most: int = 5, *, beside: bool = False) -> list[tuple[str, float]]:
        """Known words that may be meant by an unknown one, likeliest first, with how sure that is: what is spelled and
        sounds like it, what is spelled nearly like it, what sounds like it, what is spelled like it. `beside` other
        words more is possible."""
        heard = self.sounds.near(word)
        spelled = self.speller.near(word, beside=beside)
        both = [known for _, known in spelled if known in heard]
        near = [known for cost, known in spelled if cost < _NEARLY]
        found = dict.fromkeys((*both, *near), MISSPELLED) | dict.fromkeys(heard, MISHEARD)
        found |= dict.fromkeys((known for _, known in spelled), MISSPELLED)
        return list(found.items())[:most]

    def knows(self, stem: str) -> bool:
        """Whether some product has the stem in a text of its own."""
        return bool((self._of_stem(stem).fields & OWN).any())

    def postings(self, run: tuple[str, ...], *, begun: bool = False) -> Postings:
        """The products with a word, or with several in a row; `begun`: with any word that begins so."""
        stemmed = stems(" ".join(run))
        if begun:
            return self._keep(("*", *run), lambda: self._beginning(run[-1]))
        if len(stemmed) == 1:
            return self._of_stem(stemmed[0])
        if not stemmed:
            return EMPTY
        return self._keep(stemmed, lambda: self.shelves.phrase([self._of_stem(stem) for stem in stemmed]))

    def weight(self, products: int) -> float:
        """How much a word says that so many products have: 1.25 for none, .25 for all, in between by its logarithm."""
        rarity = math.log1p(self.products / (products + 1)) / math.log1p(self.products)
        return 0.25 + min(1.0, rarity)

    def _of_stem(self, stem: str) -> Postings:
        return self._keep((stem,), lambda: self.shelves.of_stem(stem))

    def _beginning(self, start: str) -> Postings:
        at = bisect.bisect_left(self.starts, start)
        until = bisect.bisect_left(self.starts, start + "\U0010ffff", lo=at)
        words = self.starts[at:until]
        return self.shelves.any_of([self._of_stem(stem) for stem in sorted({*stems(" ".join(words))})])

    def _keep(self, key: tuple[str, ...], read: Callable[[], Postings]) -> Postings:
        kept = self._kept.get(key)
        if kept is None:
            kept = read()
            if len(self._kept) < _MOST_KEPT:
                self._kept[key] = kept
        return kept
