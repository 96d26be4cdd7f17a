"""Every word of a wording must be told by the facts or state nothing; what is denied must be denied there too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kiosk.assistant.facts import Facts
from kiosk.assistant.guarding.figures import NUTRIENT_WORDS
from kiosk.assistant.guarding.mentions import Mentions
from kiosk.assistant.guarding.tokens import Token, tokens_of
from kiosk.assistant.guarding.words import Phrase, SaidWords
from kiosk.assistant.word_lists import TraitWords
from local_catalog import Product

_PLACE_WORDS = frozenset(("shelf", "bay", "aisle"))
_PERSONS = frozenset(("we", "you", "i", "there"))
_BETWEEN = re.compile(r"[,;:.()\[\]]|\band\b")
_LONGEST_INGREDIENT = 4
"""Words of one ingredient: 'partially hydrogenated soybean oil'."""
_NAMING = frozenset(
    ("the", "our", "this", "that", "these", "those", "of", "for", "from", "by", "have", "carry", "is", "no")
)
_MADE_BY = frozenset(("by", "from", "brand"))
_WITHIN = frozenset(("with", "has", "have", "made", "of"))


class Told:
    """Words of the template answer and of the statements of a turn: denied or not, and of which products."""

    def __init__(self, texts: Sequence[str], products: Sequence[Product], words: SaidWords, sign: str) -> None:
        self.said: dict[tuple[str, bool, bool], set[int]] = {}
        """Products by (word, denied, in a question)."""
        self.beside: set[tuple[str, str]] = set()
        for text in texts:
            tokens = tokens_of(text, words, sign)
            mentions = Mentions(tokens, products, words)
            tokens = mentions.joined()
            denied = denied_parts(tokens, mentions, words)
            for at, token in enumerate(tokens):
                if at in mentions.covered:
                    continue
                key = (token.text, token.part in denied, token.question)
                self.said.setdefault(key, set()).update(mentions.subject(at))
            self.beside |= set(_pairs(tokens))

    def has(self, word: str, denied: bool, question: bool, about: frozenset[int]) -> bool:
        """Whether it is told so of these products. What is only asked may only be asked."""
        told = self.said.get((word, denied, False))
        if told is None and question:
            told = self.said.get((word, denied, True))
        return told is not None and about <= told


def denied_parts(tokens: Sequence[Token], mentions: Mentions, words: SaidWords) -> set[int]:
    """The parts of a text in which something is denied; a lone 'no' before a comma is an answer."""
    parts: dict[int, list[str]] = {}
    for at, token in enumerate(tokens):
        parts.setdefault(token.part, []).append("" if at in mentions.covered else token.text)
    return {part for part, texts in parts.items() if len(texts) > 1 and any(t in words.negators for t in texts)}


class Claims:
    """The words of one wording against the facts."""

    def __init__(self, tokens: Sequence[Token], mentions: Mentions, facts: Facts, words: SaidWords, traits: TraitWords,
                 told: Told) -> None:  # fmt: skip
        self.tokens, self.mentions, self.facts = tokens, mentions, facts
        self.words, self.traits, self.told = words, traits, told
        self.denied = denied_parts(tokens, mentions, words)
        self.own = [_own_words(p, words) for p in facts.products]
        self.inside = [_texts([*_ingredients(p), *p.allergens], words) for p in facts.products]
        self.maybe = [_texts(p.may_contain, words) for p in facts.products]
        self.units = [_texts([p.unit, p.size, *p.attributes.values(), p.offer.label if p.offer else ""], words)
                      for p in facts.products]  # fmt: skip
        self.skip = self._empty()

    def faults(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        """(kind, text) of what does not hold among the tokens from start to end."""
        yield from self._stock(start, end)
        texts = [t.text for t in self.tokens]
        for phrase in self.words.never:
            rows = (at for at in _rows(texts, phrase) if start <= at < end and at not in self.mentions.covered)
            if any((phrase[0], phrase[1]) not in self.told.beside for _ in rows):
                yield "claim", " ".join(phrase)
        for at in range(start + 1, end):
            if self.tokens[at].money and self.tokens[at - 1].money and self.tokens[at].part == self.tokens[at - 1].part:
                yield "number", self.tokens[at].text
        for at in range(start, end):
            token = self.tokens[at]
            if at in self.skip or token.is_number:
                continue
            kind = self._word(at)
            if kind:
                yield kind, token.text

    # --- words that state nothing by themselves

    def _empty(self) -> set[int]:
        texts = [t.text for t in self.tokens]
        skip = set(self.mentions.covered)
        for phrase in self.words.phrases:
            for at in _rows(texts, phrase):
                skip |= set(range(at, at + len(phrase)))
        for sentence in {t.sentence for t in self.tokens}:
            places = [i for i, t in enumerate(self.tokens) if t.sentence == sentence]
            if tuple(texts[i] for i in places) in self.words.interjections:
                skip |= set(places)
        for part in {t.part for t in self.tokens}:  # 'Great, ...' and 'No, ...'
            places = [i for i, t in enumerate(self.tokens) if t.part == part]
            row = tuple(texts[i] for i in places)
            if row in self.words.interjections or (len(row) == 1 and row[0] in self.words.negators):
                skip |= set(places)
        return skip

    # --- one word

    def _word(self, at: int) -> str:
        """The kind of fault, '' if the word may stand."""
        token = self.tokens[at]
        word, words = token.text, self.words
        about = self.mentions.subject(at)
        denied = token.part in self.denied
        if word in words.negators:
            return "" if self._denies_something(at) else "claim"
        label = self._label(at, about, denied)
        if label is not None:
            return label
        if word in words.actions and not self._was_done(at):
            return "action"
        if word in words.compare_words and len(self.facts.products) > 1:
            return "" if self._compares(at, about) else "claim"
        if word in words.bound and not self._is_bound(at):
            return "claim"
        if word in words.stock_words and self._in_stock_phrase(at):
            return ""
        if self._next_number(at) and (word in words.units or word in self._of_all(self.units, about)):
            return ""
        if word in words.months and (self._is_number(at - 1) or self._is_number(at + 1)):
            return ""
        if word in words.offer_words and self._offer(at, about, denied):
            return ""
        if word in words.moment and any(t.text in words.offer_claim | {"ends", "until"} for t in self._sentence(at)):
            return "" if self.told.has(word, denied, token.question, about) else "claim"
        if word in words.compare_words:
            return "" if self._compares(at, about) else "claim"
        if word in words.ordinals and word not in words.bound:
            return "" if self._ordinal(at, about) or self._is_told(at, about, denied) else "place"
        if word in words.plain:
            return ""
        return "" if self._is_told(at, about, denied) or self._is_own(at, about, denied) else "word"

    def _was_done(self, at: int) -> bool:
        """Whether there is a receipt for what is said to be done, or a statement of the store has the word."""
        word = self.tokens[at].text
        return self.words.actions[word] in self.facts.actions or any(
            word in text.casefold() for text in self.facts.texts
        )

    def _is_told(self, at: int, about: frozenset[int], denied: bool) -> bool:
        return self.told.has(self.tokens[at].text, denied, self.tokens[at].question, about)

    def _is_own(self, at: int, about: frozenset[int], denied: bool) -> bool:
        """Whether it is a word of the product's own data, not denied."""
        if denied or not about:
            return False
        word = self.tokens[at].text
        texts = {t.text for t in self._part(at)}
        if word in self.words.may | self.words.contain:
            sure = self._of_all(self.inside, about) if word not in self.words.may else self._of_all(self.maybe, about)
            return bool(sure)
        contains = self._contains(at)
        if contains == "may":
            return word in self._of_all(self.maybe, about)
        if word in self._of_all(self.own, about) and self._is_named(at, about):
            return True
        if word in NUTRIENT_WORDS or word in ("kcal", "kj"):
            return any(t.is_number for t in self._part(at)) and all(self.facts.products[i].nutrition for i in about)
        return bool(contains or texts & _WITHIN or self._in_it(at)) and word in self._of_all(self.inside, about)

    def _in_it(self, at: int) -> bool:
        """Whether 'in it' or 'in them' stands in the same part: 'there is milk in it'."""
        part = [t.text for t in self._part(at)]
        return any(pair in (("in", "it"), ("in", "them")) for pair in pairwise(part))

    def _contains(self, at: int) -> str:
        """'contain' or 'may' if the word is one of what something is said to contain, or that it may; else ''."""
        for back in range(at, -1, -1):
            if self.tokens[back].sentence != self.tokens[at].sentence:
                break
            if self.tokens[back].text in self.words.contain:
                maybe = back and self.tokens[back - 1].text in self.words.may
                return "may" if maybe else "contain"
        return ""

    def _is_named(self, at: int, about: frozenset[int]) -> bool:
        """Whether a single word of a name stands as one: 'the yogurt', 'Yogurt Strawberry'; not 'kids can buy it'."""
        own = self._of_all(self.own, about)
        sides = [self.tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(self.tokens)]
        beside = any(t.part == self.tokens[at].part and (t.text in own or t.is_number) for t in sides)
        return beside or (at > 0 and self.tokens[at - 1].text in _NAMING)

    def _denies_something(self, at: int) -> bool:
        """Whether what is denied here is checked by a rule of its own: of label, stock, offer or template."""
        part = [i for i in range(len(self.tokens)) if self.tokens[i].part == self.tokens[at].part]
        about = self.mentions.subject(at)
        if self.told.has(self.tokens[at].text, True, self.tokens[at].question, about):
            return any(
                i not in self.skip and self.tokens[i].text not in self.words.plain | self.words.negators for i in part
            )
        if any(self._in_stock_phrase(i) for i in part):
            return True
        if {self.tokens[i].text for i in part} & self.words.offer_claim:
            return all(self.facts.products[i].offer is None for i in about)
        return self._does_not_have(at)

    # --- label

    def _label(self, at: int, about: frozenset[int], denied: bool) -> str | None:
        """Diets: None if the word is of none."""
        texts = [t.text for t in self.tokens]
        for phrase, diet in self.traits.diet:
            for start in range(max(0, at - len(phrase) + 1), at + 1):
                if tuple(texts[start : start + len(phrase)]) != phrase:
                    continue
                if phrase == ("sugar",):
                    continue
                marked = bool(about) and all(diet in self.facts.products[i].diet for i in about)
                named = bool(about) and all(set(phrase) <= self.own[i] for i in about)
                told = all(self.told.has(w, denied, self.tokens[at].question, about) for w in phrase)
                return "" if told or (not denied and (marked or named)) else "label"
        return None

    # --- stock

    def _phrase_at(self, at: int, phrases: Sequence[Phrase]) -> Phrase | None:
        texts = [t.text for t in self.tokens]
        for phrase in phrases:
            for start in range(max(0, at - len(phrase) + 1), at + 1):
                if tuple(texts[start : start + len(phrase)]) == phrase:
                    return phrase
        return None

    def _in_stock_phrase(self, at: int) -> bool:
        return self._phrase_at(at, self.words.out) is not None or self._phrase_at(at, self.words.present) is not None

    def _does_not_have(self, at: int) -> bool:
        """'We do not have it', said of what is gone."""
        texts = {t.text for t in self._part(at)}
        about = self.mentions.subject(at)
        return bool(texts & {"have", "got"}) and bool(texts & _PERSONS) and self._all_stock(about, gone=True)

    def _all_stock(self, about: frozenset[int], *, gone: bool) -> bool:
        stocks = [self.facts.products[i].stock for i in about]
        return bool(stocks) and all((s == 0) if gone else bool(s) for s in stocks)

    def _stock(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        for part in sorted({t.part for t in self.tokens[start:end]}):
            places = [i for i in range(start, end) if self.tokens[i].part == part]
            denied = part in self.denied
            texts = [self.tokens[i].text for i in places]
            out = [i for i in places if self._phrase_at(i, self.words.out)]
            present = [i for i in places if self._phrase_at(i, self.words.present) and i not in out]
            told = {i for i in (*out, *present) if self._is_told(i, self.mentions.subject(i), denied)}
            for at in out[:1] or present[:1]:
                gone = bool(out) != denied
                about = self.mentions.subject(at)
                if not self._all_stock(about, gone=gone) and (at not in told or about):
                    yield "stock", " ".join(texts)
            has = [i for i in places if self.tokens[i].text in self.words.have and i not in self.skip]
            for at in has[:1]:
                about = self.mentions.subject(at)
                ours = bool(_PERSONS & set(texts)) and not denied and not out
                if ours and any(self.facts.products[i].stock == 0 for i in about):
                    yield "stock", " ".join(texts)
                if denied and set(texts) & {"carry", "carries", "sell", "sells"}:
                    yield "stock", " ".join(texts)

    # --- offers and comparisons

    def _offer(self, at: int, about: frozenset[int], denied: bool) -> bool:
        offers = [self.facts.products[i].offer for i in about]
        word = self.tokens[at].text
        if denied:
            return word in self.words.offer_claim and bool(offers) and not any(offers)
        reduced = word not in self.words.before or all(o and o.price for o in offers)
        return bool(offers) and all(offers) and reduced

    def _compares(self, at: int, about: frozenset[int]) -> bool:
        word = self.tokens[at].text
        token = self.tokens[at]
        if len(self.facts.products) < 2:
            return self.told.has(word, token.part in self.denied, token.question, about) and self._is_bound(at)
        if token.part in self.denied:
            return False
        follows = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        before = self.tokens[at - 1] if at else None
        of_price = follows == "expensive" or (before is not None and (before.money or before.text in ("costs", "cost")))
        if word in self.words.same:
            return len({p.current_price for p in self.facts.products}) == 1
        if word == "cheaper" or (word == "less" and of_price):
            return self._is_ordered(at, cheap=True)
        if word in self.words.dear and (word != "more" or of_price):
            return self._is_ordered(at, cheap=False)
        if word in ("less", "more"):
            return self.told.has(word, False, token.question, about) and self._is_bound(at)
        if word == "expensive":
            return before is not None and before.text in ("more", "less")
        return True

    def _is_ordered(self, at: int, *, cheap: bool) -> bool:
        """Whether what is said to be cheaper or dearer is so."""
        mentions = self.mentions.in_sentence(self.tokens[at].sentence)
        than = next((i for i in range(at, len(self.tokens)) if self.tokens[i].text == "than"), None)
        before = [m for m in mentions if m.start < at]
        after = [m for m in mentions if m.start > at and (than is None or m.start < than)]
        one = before[-1].products if before else after[0].products if after else self.mentions.subject(at)
        named = [m for m in mentions if than is not None and m.start > than]
        other = named[0].products if named else self.mentions.everything - one
        if not one or not other or one & other:
            return False
        prices = [p.current_price for p in self.facts.products]
        pairs = [(prices[a], prices[b]) for a in one for b in other]
        return all(a < b if cheap else a > b for a, b in pairs)

    def _ordinal(self, at: int, about: frozenset[int]) -> bool:
        """'The second shelf'; of bays and aisles alike."""
        follows = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        if follows not in _PLACE_WORDS or not about:
            return False
        places = [self.facts.products[i].location for i in about]
        return all(
            p is not None and getattr(p, follows) == str(self.words.ordinals[self.tokens[at].text]) for p in places
        )

    # --- around a word

    def _is_bound(self, at: int) -> bool:
        """Whether the word stands beside the same word as in the template or a statement, or in the product's name."""
        texts = ["^", *(t.text for t in self.tokens), "$"]
        word, place = texts[at + 1], at + 1
        if {(texts[place - 1], word), (word, texts[place + 1])} & self.told.beside:
            return True
        about = self.mentions.subject(at)
        if bool(about) and all(word in self.own[i] for i in about) and word != "free":
            return True
        if word in self.words.ordinals and texts[place + 1] in _PLACE_WORDS:
            return self._ordinal(at, about)
        return word in ("special", "half") and self._offer(at, about, denied=False) and word == "special"

    def _next_number(self, at: int) -> bool:
        """Whether a number stands before the word, with at most one other unit between them, or 'per' does."""
        near = self.tokens[max(0, at - 2) : at]
        return any(t.is_number or t.text in ("per", "a", "each", "fl") for t in near)

    def _is_number(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].is_number

    def _part(self, at: int) -> list[Token]:
        return [t for t in self.tokens if t.part == self.tokens[at].part]

    def _sentence(self, at: int) -> list[Token]:
        return [t for t in self.tokens if t.sentence == self.tokens[at].sentence]

    @staticmethod
    def _of_all(sets: Sequence[set[str]], about: frozenset[int]) -> set[str]:
        chosen = [sets[i] for i in about]
        return set.intersection(*chosen) if chosen else set()

    def brands(self) -> Iterator[str]:
        """Brands said of the wrong product: 'the oat drink is from' and the brand of the other."""
        for mention in self.mentions.found:
            before = self.tokens[mention.start - 1].text if mention.start else ""
            earlier = [m for m in self.mentions.found if m.end <= mention.start]
            if before in _MADE_BY and earlier and not earlier[-1].products & mention.products:
                yield self.tokens[mention.start].text


def _own_words(product: Product, words: SaidWords) -> set[str]:
    """Words of name, brand, size and offer; other data may be said only where the template says it."""
    label = product.offer.label if product.offer else ""
    return _texts([product.name, product.brand, product.size, product.unit, label], words) - words.negators


def _texts(parts: Sequence[str], words: SaidWords) -> set[str]:
    return {t.text for part in parts for t in tokens_of(part, words) if not t.is_number}


def _ingredients(product: Product) -> Iterator[str]:
    """The single ingredients; a longer piece is a sentence, and sentences of a label are not put together anew."""
    pieces = (piece.strip() for piece in _BETWEEN.split(product.ingredients))
    return (piece for piece in pieces if len(piece.split()) <= _LONGEST_INGREDIENT)


def _rows(texts: Sequence[str], phrase: Phrase) -> Iterator[int]:
    for at in range(len(texts) - len(phrase) + 1):
        if tuple(texts[at : at + len(phrase)]) == phrase:
            yield at


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    texts = ["^", *(t.text for t in tokens), "$"]
    for at in range(len(texts) - 1):
        if texts[at] != "^" and texts[at + 1] != "$":
            yield texts[at], texts[at + 1]
