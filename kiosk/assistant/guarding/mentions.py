"""Which product of the facts each part of a wording is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.assistant.guarding.tokens import Token, tokens_of
from kiosk.assistant.guarding.words import SaidWords
from local_catalog import Product

_FOLLOWED_BY = frozenset(("for", "is", "are", "has", "gets", "buys", "buy", "get", "of"))
_ARTICLES = frozenset(("the", "a", "an", "our", "you", "your"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens[start:end]; of several products if the name fits all of them."""

    start: int
    end: int
    products: frozenset[int]


class Mentions:
    """The names of products in a wording. Products are counted as in the facts."""

    def __init__(self, tokens: Sequence[Token], products: Sequence[Product], words: SaidWords) -> None:
        self.tokens = tokens
        self.words = words
        self.everything = frozenset(range(len(products)))
        names = [_names(p, words) for p in products]
        self.found = self._whole(names)
        if len(products) > 1:
            self.found = sorted([*self.found, *self._single(names)], key=lambda m: m.start)
        self.covered = {
            at for m in self.found if m.end - m.start > 1 or m.start in self._named for at in range(m.start, m.end)
        }

    def joined(self) -> list[Token]:
        """The tokens with each name in one part: 'Baby Shampoo and Wash' is not cut at 'and'."""
        made: list[Token] = []
        part = sentence = 0
        for at, token in enumerate(self.tokens):
            if at and not any(m.start < at < m.end for m in self.found):
                part += token.part - self.tokens[at - 1].part
                sentence += token.sentence - self.tokens[at - 1].sentence
            made.append(replace(token, part=part, sentence=sentence))
        self.tokens = made
        return made

    def _whole(self, names: Sequence[set[tuple[str, ...]]]) -> list[Mention]:
        texts = [t.text for t in self.tokens]
        longest = max((len(name) for known in names for name in known), default=0)
        found: list[Mention] = []
        self._named: set[int] = set()
        at = 0
        while at < len(texts):
            for length in range(min(longest, len(texts) - at), 0, -1):
                row = tuple(texts[at : at + length])
                fit = frozenset(i for i, known in enumerate(names) if row in known)
                if fit:
                    found.append(Mention(at, at + length, fit))
                    self._named.add(at)
                    at += length
                    break
            else:
                at += 1
        return found

    def _single(self, names: Sequence[set[tuple[str, ...]]]) -> list[Mention]:
        """Single words that only one product has in its name: 'the oat drink', 'the Larkfield one'."""
        taken = {at for m in self.found for at in range(m.start, m.end)}
        of_word: dict[str, set[int]] = {}
        for number, known in enumerate(names):
            for word in {w for name in known for w in name}:
                of_word.setdefault(word, set()).add(number)
        return [
            Mention(at, at + 1, frozenset(of_word[token.text]))
            for at, token in enumerate(self.tokens)
            if at not in taken and not token.is_number and len(of_word.get(token.text, ())) == 1
            and token.text not in self.words.plain
        ]  # fmt: skip

    def subject(self, at: int) -> frozenset[int]:
        """The products of which the token at this place tells something; more than one: it must hold for each."""
        if len(self.everything) < 2:
            return self.everything
        here = self.tokens[at]
        part = [m for m in self.found if self.tokens[m.start].part == here.part]
        if any(t.text in self.words.both for t in self.tokens if t.part == here.part):
            return self.everything
        before = [m for m in part if m.start <= at]
        after = [m for m in part if m.start > at]
        if after and (not before or self._leads_to(at, after[0])):
            return after[0].products
        if before:
            return before[-1].products
        sentence = [m for m in self.found if self.tokens[m.start].sentence == here.sentence]
        earlier = [m for m in sentence if m.start <= at]
        if earlier:
            return earlier[-1].products
        if sentence:
            return sentence[0].products
        past = [m for m in self.found if m.start <= at]
        return past[-1].products if past else self.everything

    def _leads_to(self, at: int, mention: Mention) -> bool:
        """'$3.49 for the oat drink'."""
        between = [t.text for t in self.tokens[at + 1 : mention.start]]
        rest = [word for word in between if word not in _ARTICLES]
        return len(rest) == 1 and rest[0] in _FOLLOWED_BY and self.tokens[at].is_number

    def in_sentence(self, sentence: int) -> list[Mention]:
        """All mentions of a sentence in order."""
        return [m for m in self.found if self.tokens[m.start].sentence == sentence]


def _names(product: Product, words: SaidWords) -> set[tuple[str, ...]]:
    """The forms in which a product is named: with and without brand and size."""

    def row(text: str) -> tuple[str, ...]:
        return tuple(t.text for t in tokens_of(text, words))

    name, brand, size = row(product.name), row(product.brand), row(product.size)
    forms = {name, (*brand, *name)}
    forms |= {(*form, *size) for form in forms} | {(*size, *form) for form in forms}
    return {form for form in forms if form}
