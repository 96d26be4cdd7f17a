"""An utterance cut at every place where one thing or request may end and the next begin; nothing is decided here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.assistant.several_words import SeveralWords
from kiosk.assistant.text import Utterance
from kiosk.assistant.word_lists import Phrase
from models.gloss import fold
from models.words import split

_STOP = re.compile(r"[,;.?!:&+/\n]|\s-\s")


@dataclass(frozen=True, slots=True)
class Token:
    """One English word, and the characters of the text that it stands for."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters start to end of the text. `joint` is what stands before it: '' for the first, ',' for a mark, the word
    that joins, or '?' where a question begins without either."""

    start: int
    end: int
    joint: str


def tokens(utterance: Utterance) -> tuple[Token, ...]:
    """The words of the text in order; those of another language in English."""
    pairs = utterance.glosses or tuple((word, word) for word in split(utterance.text))
    found: list[Token] = []
    at = 0
    for english, said in pairs:
        first = last = -1
        for word in said.split():
            place = utterance.text.find(word, at)
            if place < 0:
                continue
            first, last, at = (place if first < 0 else first), place + len(word), place + len(word)
        if first >= 0:
            found.extend(Token(word, first, last) for word in fold(english).replace("'", "").split())
    return tuple(found)


def starts(words: Sequence[Token], at: int, phrases: Sequence[Phrase]) -> int:
    """How many words of a phrase stand at this place, 0 if none does. `phrases` longest first."""
    for phrase in phrases:
        if tuple(token.word for token in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def is_mark(text: str, before: Token, after: Token) -> bool:
    """Whether a comma, a full stop or the like stands between two words."""
    return _STOP.search(text, before.end, after.start) is not None


def segments(utterance: Utterance, lists: SeveralWords) -> tuple[Segment, ...]:
    """The pieces between marks and joining words, in order; at least one if there is a word."""
    words = tokens(utterance)
    begins = _begins(words, lists)
    return tuple(_pieces(utterance.text, words, begins, lists))


def _begins(words: Sequence[Token], lists: SeveralWords) -> frozenset[int]:
    padded = "".join(" " + token.word for token in words)
    return frozenset(
        padded.count(" ", 0, match.start())
        for expression in lists.asks_within.expressions
        for match in expression.finditer(padded)
        if not lists.asks_on.search(padded[: match.start()])
    )


def _pieces(text: str, words: Sequence[Token], begins: frozenset[int], lists: SeveralWords) -> Iterator[Segment]:
    first, joint, at = 0, "", 0
    while at < len(words):
        joined = starts(words, at, lists.joins)
        mark = at > 0 and is_mark(text, words[at - 1], words[at])
        if joined or mark or (at in begins and at > first):
            if at > first:
                yield Segment(words[first].start, words[at - 1].end, joint)
                joint = words[at].word if joined else "," if mark else "?"
            elif joined and joint:
                joint = words[at].word
            at += joined
            first = at
            if joined:
                continue
        at += 1
    if first < len(words):
        yield Segment(words[first].start, words[-1].end, joint)
