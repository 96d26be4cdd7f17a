"""The words of what a shopper asks, each with what it is for and what it may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from local_catalog.lexicon import Lexicon
from local_catalog.matches import Way
from local_catalog.postings import Postings
from local_catalog.stopwords import STOP_WORDS
from local_catalog.text import LONGEST_QUERY, Token, stems, tokens

_PRICE = re.compile(r"[$£€]\s*\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d+)?\s*(?:dollars?|bucks|cents?|usd)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """Words in a row that a word may stand for, and the share of its weight that this counts."""

    run: tuple[str, ...]
    share: float
    begun: bool = False
    """The run is only the beginning of a word."""
    spelling: str | None = None
    """The word as it should have been written."""

    def postings(self, lexicon: Lexicon) -> Postings:
        """The products that have it."""
        return lexicon.postings(self.run, begun=self.begun)

    def way(self, lexicon: Lexicon) -> Way:
        """The same as a part of the question."""
        return Way(self.postings(lexicon), self.share, phrase=len(self.run) > 1)


@dataclass(slots=True)
class Word:
    """A token on its way to a term."""

    token: Token
    role: str
    """content, rare or dropped."""
    norm: str
    """In index form, mended if need be."""
    readings: list[Reading] = field(default_factory=list)
    doubtful: bool = False
    """Only one of the readings can be right."""
    mended: str | None = None

    @property
    def stem(self) -> str:
        """Of `norm`; '' for what the index does not keep, such as lone signs."""
        return next(iter(stems(self.norm)), "")

    def is_strange(self, lexicon: Lexicon) -> bool:
        """Whether neither the products nor the synonyms have it."""
        return not lexicon.knows(self.stem) and (self.stem,) not in lexicon.synonyms.finds


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that may name a product, lower case, in order."""
    words = words_of(text)
    return tuple(word.token.raw.lower() for word in words if word.role == "content")


def words_of(text: str) -> list[Word]:
    """The words with their roles, and nothing looked up yet. What a thing may cost is no part of what it is."""
    found = tokens(_PRICE.sub(" ", text[:LONGEST_QUERY]))
    norms = [token.norm for token in found]
    dropped = _stop_phrases(norms)
    words = []
    for place, token in enumerate(found):
        role = "content"
        if place in dropped or not stems(token.norm) or token.norm in STOP_WORDS.never:
            role = "dropped"
        elif token.norm in STOP_WORDS.rarely:
            role = "rare"
        words.append(Word(token, role, token.norm))
    counted = [word for word in words if word.token.kind == "counted" and word.role == "content"]
    if any(w.role == "content" and w.token.kind == "word" for w in words):
        for word in counted:
            word.role = "rare"
    if not any(word.role == "content" for word in words):
        for place, word in enumerate(words):
            if word.role == "rare" and place not in dropped:
                word.role = "content"
    return words


def _stop_phrases(norms: list[str]) -> set[int]:
    dropped: set[int] = set()
    for phrase in STOP_WORDS.phrases:
        size = len(phrase)
        for at in range(len(norms) - size + 1):
            if tuple(norms[at : at + size]) == phrase:
                dropped.update(range(at, at + size))
    return dropped
