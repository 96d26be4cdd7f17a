"""An answer in a model's words, sentence by sentence: the guard hears each before the shopper does.

A sentence that was said cannot be taken back, so it has to be true by itself and after those before it. Where the model
fails, lies or dies afterwards, the template says what has not been told yet; what of it belongs together is never torn
apart, so that no "it" gets to mean another product.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from kiosk.assistant.facts import Facts
from kiosk.assistant.guard import check, fact_lines
from kiosk.assistant.guarding.rules import Rules
from kiosk.assistant.guarding.tokens import tokens_of
from kiosk.assistant.guarding.words import SaidWords, said_words
from kiosk.assistant.word_lists import WordLists
from models import LanguageModel, ModelError, StreamingModel

LONGEST_WORDING = 280
"""Characters of an answer that a model worded; the sentence with which it gets longer is not said."""

_END = re.compile(r"(?<=[.!?])\s+(?=[^\sa-z])")
_WORD = re.compile(r"[^\W\d_]+")
_BACK = frozenset((
    "it", "its", "they", "them", "their", "this", "that", "these", "those", "one", "ones", "here", "there", "also",
    "too", "both", "either", "neither", "other", "others", "another", "same", "else",
))  # fmt: skip
"""A sentence with one of these leans on the one before it. English, as all that is worded."""
_ONLY_A_YES = 2
"""Words of 'Yes.' or 'Of course.', which need not be said."""
_JOINS = frozenset(("and", "but", "or", "so"))


class Listener(Protocol):
    """Who gets the sentences of an answer as they come: the screen and the voice. Called on the turn's thread."""

    def sentence(self, text: str, language: str) -> None:
        """One that may be said. All of one turn, joined by blanks, are what it says."""
        ...

    def stopped(self) -> bool:
        """Whether the shopper wants no more of it: the model is not waited for any longer."""
        ...


class Nobody:
    """Waits for the whole answer."""

    def sentence(self, text: str, language: str) -> None:
        """Not heard."""

    def stopped(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Draft:
    """The template answer to a question, with what may be said and the language (ISO 639-1) of both."""

    question: str
    text: str
    facts: Facts
    lists: WordLists
    language: str


def worded(model: LanguageModel | None, draft: Draft, listener: Listener) -> str:
    """What is said: the model's words as far as the guard lets them pass, and what the template has to add.

    The template alone, and nothing to the listener, where no sentence passed or nobody guards the language.
    """
    words = said_words(draft.language)
    if model is None or not model.words_answers or words is None:
        return draft.text
    said: list[str] = []

    def say(sentence: str) -> None:
        said.append(sentence)
        listener.sentence(sentence, draft.language)

    whole = False
    try:
        with closing(_sentences(model, draft, listener)) as sentences:
            for sentence in sentences:
                if not _passes(said, sentence, draft):
                    break
                say(sentence)
            else:
                whole = not listener.stopped()
    except ModelError:
        whole = False
    if not said:
        return draft.text
    for piece in _Template(draft, words).missing(said, whole=whole):
        say(piece)
    return " ".join(said)


def _sentences(model: LanguageModel, draft: Draft, listener: Listener) -> Generator[str]:
    asked = (draft.question, fact_lines(draft.facts), draft.text, draft.language)
    if isinstance(model, StreamingModel):
        found: Iterator[str] = model.word_stream(*asked, stopped=listener.stopped)
    else:
        found = iter((model.word(*asked),))
    for sentence in found:
        if tidy := " ".join(sentence.split()):
            yield tidy


def _passes(said: Sequence[str], sentence: str, draft: Draft) -> bool:
    """With those before it: its "it" is one of theirs."""
    text = " ".join([*said, sentence])
    return len(text) <= LONGEST_WORDING and not check(text, draft.facts, draft.lists, draft.text)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a text states: its words that state something, its numbers, and what it asks of the shopper."""

    words: frozenset[str]
    numbers: frozenset[tuple[Decimal, bool]]
    asks: bool
    plain: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """'Yes.', 'Here you are.'"""
        return not (self.words or self.numbers or self.asks)

    def same(self, other: _Told) -> bool:
        """Whether a sentence that leans on the one may lean on the other as well."""
        return bool(self.words) and (self.words, self.numbers, self.asks) == (other.words, other.numbers, other.asks)

    def within(self, other: _Told) -> bool:
        if self.asks and not other.asks:
            return False
        return self.words <= other.words and self.numbers <= other.numbers


class _Template:
    """The template answer, cut where it may be cut."""

    def __init__(self, draft: Draft, words: SaidWords) -> None:
        self._draft = draft
        self._words = words
        self._rules = Rules((), words)
        self._pieces: list[list[str]] = []
        for sentence in _cut(draft.text, draft.facts):
            if self._pieces and (_leans(sentence) or self._told(" ".join(self._pieces[-1])).nothing):
                self._pieces[-1].append(sentence)
            else:
                self._pieces.append([sentence])

    def missing(self, said: Sequence[str], *, whole: bool) -> list[str]:
        """What must be said after `said`, in order. After a `whole` answer of the model only what the template asks of
        the shopper: a warning ("please check the pack") or a question is never left out."""
        single = len(self._draft.facts.products) <= 1
        known = [self._told(text) for text in (*said, *([" ".join(said)] if single else []))]
        last = self._told(said[-1])
        found: list[str] = []
        for piece in self._pieces:
            if whole:
                asking = [s for s in piece if self._asks(s) and not self._known(self._told(s), known)]
                leaning = any(_leans(s) for s in asking) and not single
                found += [" ".join(piece)] if leaning else asking
            elif not all(self._known(told, known) for told in self._units(piece, single=single)):
                goes_on = not found and self._told(piece[0]).same(last)
                found.append(" ".join(piece[1:] if goes_on else piece))
        return found

    def _units(self, piece: Sequence[str], *, single: bool) -> list[_Told]:
        """With several products, what belongs together must have been said together."""
        return [self._told(text) for text in (piece if single else [" ".join(piece)])]

    def _known(self, told: _Told, known: Sequence[_Told]) -> bool:
        if told.nothing:
            return len(told.plain) <= _ONLY_A_YES or told.plain in [other.plain for other in known]
        return any(told.within(other) for other in known)

    def _asks(self, sentence: str) -> bool:
        return self._told(sentence).asks

    def _told(self, text: str) -> _Told:
        tokens = tokens_of(text, self._words)
        return _Told(
            frozenset(self._rules.content(tokens)),
            frozenset((t.value, t.money) for t in tokens if t.value is not None),
            "?" in text or any(t.text == "please" for t in tokens),
            tuple(t.text for t in tokens),
        )


def _leans(sentence: str) -> bool:
    found = [word.casefold() for word in _WORD.findall(sentence)]
    return not _BACK.isdisjoint(found) or found[:1] == [] or found[0] in _JOINS


def _cut(text: str, facts: Facts) -> list[str]:
    """The sentences. A full stop within a name ends none: 'Mrs. Meyer's Soap', 'Dr. Pepper'."""
    names = [name for p in facts.products for name in (f"{p.brand} {p.name}", p.name, p.brand, p.size) if ". " in name]
    names += [name for name in (*facts.names, *(p.offer.label for p in facts.products if p.offer)) if ". " in name]
    within = {
        at for name in names for start in re.finditer(re.escape(name), text) for at in range(start.start(), start.end())
    }
    found, start = [], 0
    for end in _END.finditer(text):
        if end.start() not in within:
            found.append(text[start : end.start()])
            start = end.end()
    return [*found, text[start:]]
