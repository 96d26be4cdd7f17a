"""What a wording may take from whole statements: the store's rules, its hours, a sentence of the label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kiosk.assistant.guarding.tokens import Token, rewritten, tokens_of
from kiosk.assistant.guarding.words import SaidWords

_BOUNDARY = frozenset(("and", "but"))
_SHORTEST = 3
"""Words from which a fact is a statement and not only a name or what was sought."""


@dataclass(frozen=True, slots=True)
class _Figure:
    value: Decimal
    money: bool
    before: str
    after: str
    half: str


class Rules:
    """The statements of a turn, cut into groups: what belongs together and nothing else."""

    def __init__(self, texts: Sequence[str], words: SaidWords, sign: str = "$") -> None:
        self.words = words
        self.sentences: list[list[Token]] = []
        self.groups: list[tuple[list[Token], list[Token]]] = []
        for text in texts:
            if not text.rstrip().endswith((".", "!", "?")) or len(text.split()) < _SHORTEST:
                continue
            tokens = tokens_of(text, words, sign)
            for number in sorted({t.sentence for t in tokens}):
                sentence = [t for t in tokens if t.sentence == number]
                self.sentences.append(rewritten(sentence, words))
                self.groups += [(rewritten(g, words), self.sentences[-1]) for g in groups_of(sentence, words)]

    def quotes(self, sentence: Sequence[Token]) -> bool:
        """Whether a sentence is said word for word."""
        texts = [(t.text, t.value) for t in rewritten(sentence, self.words)]
        return any(texts == [(t.text, t.value) for t in known] for known in self.sentences)

    def hold(self, chunk: Sequence[Token]) -> bool:
        """Whether a part of a wording stands in one statement: its words, its numbers with what is beside them, and
        with a condition in it all of that condition."""
        said = rewritten([t for t in chunk if (t.text,) not in self.words.interjections], self.words)
        content = self.content(said)
        if not content and not any(t.is_number for t in said):
            return False
        for group, sentence in self.groups:
            close = any(t.is_number or t.text in self.words.days for t in said)
            held = [*self._head(sentence), *group] if close or self._conditional(said) else sentence
            if self._words_hold(said, content, held, group) and self._figures_hold(said, group):
                return True
        return False

    def content(self, tokens: Sequence[Token]) -> set[str]:
        """The words that state something."""
        plain = self.words.plain | self.words.time_half.keys()
        return {t.text for t in tokens if not t.is_number and (t.text not in plain or t.text in self.words.conditional)}

    def _conditional(self, tokens: Sequence[Token]) -> bool:
        return any(t.text in self.words.conditional for t in tokens)

    def _words_hold(
        self, said: Sequence[Token], content: set[str], held: Sequence[Token], group: Sequence[Token]
    ) -> bool:
        known = {t.text for t in held}
        if not content <= known:
            return False
        bound = content & self.words.bound
        if bound and not all(_beside(said, held, word) for word in bound):
            return False
        if self._conditional(said):
            return self.content(group) <= content and len(_figures(group, self.words)) == len(
                _figures(said, self.words)
            )
        return not (self._conditional(held) and self._denied(held) & content)

    def _head(self, sentence: Sequence[Token]) -> Sequence[Token]:
        """The beginning of a sentence, of which all that comes after it is said: 'we are open'."""
        end = next((i for i, t in enumerate(sentence) if t.is_number or t.text in self.words.days), 0)
        return sentence[:end]

    def _denied(self, tokens: Sequence[Token]) -> set[str]:
        """The words that come after a negation."""
        at = next((i for i, t in enumerate(tokens) if t.text in self.words.negators), len(tokens))
        return self.content(tokens[at + 1 :])

    def _figures_hold(self, said: Sequence[Token], group: Sequence[Token]) -> bool:
        known = _figures(group, self.words)
        at = 0
        for figure in _figures(said, self.words):
            while at < len(known) and not _same(figure, known[at], self.words):
                at += 1
            if at == len(known):
                return False
            at += 1
        return True


def cuts(tokens: Sequence[Token], words: SaidWords) -> list[tuple[int, int]]:
    """Where something new begins: at each sentence, and at 'and' or 'but' after a comma or before a preposition."""
    starts = [0]
    for at in range(1, len(tokens)):
        token = tokens[at]
        follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
        # a comma and an 'and' each begin a new part, so a step of two parts tells that both stand there
        step = token.part - tokens[at - 1].part
        joins = token.text in _BOUNDARY and (step > 1 or follows in words.prepositions)
        if token.sentence != tokens[at - 1].sentence or joins:
            starts.append(at)
    return [(start, end) for start, end in pairwise([*starts, len(tokens)]) if start < end]


def groups_of(sentence: Sequence[Token], words: SaidWords) -> list[list[Token]]:
    """The parts of a sentence that belong together, without what joins them."""
    groups = [list(sentence[start:end]) for start, end in cuts(sentence, words)]
    return [group[1:] if group[0].text in _BOUNDARY else group for group in groups]


def _figures(tokens: Sequence[Token], words: SaidWords) -> list[_Figure]:
    made = []
    for at, token in enumerate(tokens):
        value = token.value
        if value is None and token.text in words.fixed_times:
            value = Decimal(words.fixed_times[token.text])
        if value is None:
            continue
        before = tokens[at - 1].text if at else ""
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        near = [t.text for t in tokens[at + 1 : at + 4]]
        half = next((words.time_half[w] for w in near if w in words.time_half), "")
        made.append(_Figure(value, token.money, before, after, half))
    return made


def _same(said: _Figure, known: _Figure, words: SaidWords) -> bool:
    if said.value != known.value or said.money != known.money:
        return False
    if known.before in words.prepositions and said.before != known.before:
        return False
    if said.before in words.prepositions and said.before != known.before:
        return False
    if said.half and said.half != known.half:
        return False
    unit = known.after not in words.prepositions | words.plain and known.after not in words.time_half
    return not unit or not known.after or said.after == known.after


def _beside(said: Sequence[Token], held: Sequence[Token], word: str) -> bool:
    """Whether the word stands beside a word that it also stands beside in what is held."""

    def pairs(tokens: Sequence[Token]) -> set[tuple[str, str]]:
        texts = ["^", *(t.text for t in tokens), "$"]
        return {(a, b) for a, b in pairwise(texts) if word in (a, b)}

    return bool(pairs(said) & pairs(held))
