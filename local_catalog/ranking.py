"""How well products answer a question: first how much of it they cover, then how well, then popularity and stock."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from local_catalog.matches import Matches
from local_catalog.postings import BRAND, HEAD, KIND, NAME, NEAR, Flags, Floats, Ints, Shelves
from local_catalog.question import Question
from local_catalog.stopwords import STOP_WORDS
from local_catalog.text import stems

WEAKEST = 0.51
"""Hits that cover less than this share of what the best one covers are no answer."""
_COMPARABLE = 0.8
"""The same where an order by price would otherwise bring up things that were not asked for."""
_WHOLE = 0.99
_LEAST_WEIGHT = 0.6
"""Of a whole question; one that is only a number or a word of little meaning is never covered in full."""

_KIND_GAIN = 0.30
_NAME_GAIN = 0.16
_BRAND_GAIN = 0.25
_LENGTH_LOSS = 0.08
_NEAR_GAIN = 0.08
_PHRASE_GAIN = 0.16
_TEXT_GAIN = 1.2
_HINT_SHARE = 1.5
_BY_CATEGORY = 0.6
"""Of being of a kind: what it counts that only the category says so, and not the product itself."""
_TITLE_GAIN = 0.35
_CROWD_GAIN = 0.15
_POPULAR_GAIN = 0.10
_SOLD_OUT_LOSS = 0.12
_SPECIAL_LOSS = 0.10
"""What makes a difference between products that cover the same: that it is of this kind, is called so, is of the brand,
has a name e times as long as usual, stands among such things, has the words as a phrase, ranks high by BM25, is in a
category of this title, is in the department of most such things, is often bought, is not there,
is a special one of its kind that was not asked for."""
_FEW = 2
"""Words beside the first from which on text and length count in full: of a single word, more of it says little."""
_LEAST_TEXT = 0.05

_SATURATION = 5.0
"""BM25's k1 in the scale of the columns' weights: from how much on more of the same word says little."""


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """How much of a question each product of the catalog covers, 0 to 1, by row."""

    share: Floats
    question: Question

    def tiers(self) -> list[Ints]:
        """The rows that cover anything, in groups each of which covers clearly less than the one before."""
        least = float(self.share.max(initial=0.0))
        rows = np.flatnonzero(self.share > 0)
        tiers = []
        while len(rows):
            least *= WEAKEST
            inside = self.share[rows] >= least
            if inside.any():
                tiers.append(rows[inside])
            rows = rows[~inside]
        return tiers


@dataclass(frozen=True, slots=True, eq=False)
class Rated:
    """Products that answer a question, not in order."""

    rows: Ints
    covered: Floats
    relevance: Floats

    def best_first(self) -> Rated:
        """Those that cover everything first, then by relevance."""
        whole = self.covered >= _WHOLE * self.covered.max(initial=0.0)
        return self._taken(np.lexsort((self.rows, -self.relevance, ~whole)))

    def comparable(self) -> Rated:
        """Those that are near enough to what was asked to be put in order by price."""
        return self._taken(np.flatnonzero(self.covered >= _COMPARABLE * self.covered.max(initial=0.0)))

    def _taken(self, places: Ints) -> Rated:
        return Rated(self.rows[places], self.covered[places], self.relevance[places])


def cover(question: Question, shelves: Shelves) -> Cover:
    """By the weights of the words that a product has."""
    share = np.zeros(len(shelves), np.float32)
    for term in question.terms:
        share[term.matches.rows] += np.float32(term.weight) * term.matches.share
    return Cover(share / np.float32(_total(question)), question)


def rate(covered: Cover, rows: Ints, shelves: Shelves, titled: Floats | None) -> Rated:
    """The relevance of these rows; those far behind the best of them are left out. `titled` is, by row, how well the
    title of a product's category fits."""
    share = covered.share[rows]
    rows = rows[share >= WEAKEST * share.max(initial=0.0)]
    share = covered.share[rows]
    question = covered.question
    kind, name, brand, near, text = (np.zeros(len(rows), np.float32) for _ in range(5))
    total = _total(question)
    for term in question.terms:
        if not len(term.matches.rows):
            continue
        at, there = _where(term.matches.rows, rows)
        part = np.float32(term.weight / total)
        fields = term.matches.fields[at] * there
        kind += part * np.where(fields & HEAD, 1, np.where(fields & KIND, np.float32(_BY_CATEGORY), 0))
        name += part * ((fields & NAME) != 0)
        brand += part * ((fields & BRAND) != 0)
        near += part * ((fields & NEAR) != 0)
        text += _text(term.matches, rows, len(shelves))
    for hint in question.hints:
        text += np.float32(_HINT_SHARE) * _text(hint, rows, len(shelves))
    pairs = np.zeros(len(rows), np.float32)
    for pair in question.pairs:
        pairs += _where(pair, rows)[1]
    manifold = min(1.0, max(_LEAST_TEXT, (len(question.terms) - 1) / _FEW))
    relevance = (
        share
        + _KIND_GAIN / math.sqrt(max(1, len(question.terms))) * kind
        + _NAME_GAIN * name
        + _BRAND_GAIN * brand
        - _LENGTH_LOSS * manifold * np.log(shelves.name_length[rows])
        + _NEAR_GAIN * near
        + _PHRASE_GAIN * pairs / max(1, len(question.pairs)) * 2 / max(2, len(question.terms))
        + _TEXT_GAIN
        * min(1.0, max(_LEAST_TEXT, (len(question.terms) - 1) / _FEW))
        * text
        / max(1e-6, float(text.max(initial=0.0)))
        + _TITLE_GAIN * (titled[rows] if titled is not None else 0)
        + _CROWD_GAIN * _crowd(shelves.department[rows], kind + name)
        + _POPULAR_GAIN * shelves.popularity[rows] * kind
        - _SOLD_OUT_LOSS * shelves.sold_out[rows]
        - (0 if _asks_special(question) else _SPECIAL_LOSS) * shelves.special[rows]
    )
    return Rated(rows, share, relevance)


def _asks_special(question: Question) -> bool:
    return any(stem in STOP_WORDS.special for run in question.said for word in run for stem in stems(word))


def _crowd(departments: Ints, kind: Floats) -> Floats:
    """Of each product the share that its department has of all that are of the kind."""
    if not len(kind) or not kind.any():
        return kind
    shares = np.bincount(departments, weights=kind) / kind.sum()
    found: Floats = shares[departments].astype(np.float32)
    return found


def _text(matches: Matches, rows: Ints, products: int) -> Floats:
    """BM25F's score of these rows for one word (Robertson and Zaragoza, The Probabilistic Relevance Framework, 3.5)."""
    at, there = _where(matches.rows, rows)
    if not len(at):
        return np.zeros(len(rows), np.float32)
    amount = matches.amount[at] * there
    score: Floats = np.float32(math.log1p(products / (1 + matches.own))) * amount / (_SATURATION + amount)
    return score


def _total(question: Question) -> float:
    return max(_LEAST_WEIGHT, sum(term.weight for term in question.terms))


def _where(known: Ints, wanted: Ints) -> tuple[Ints, Flags]:
    """Of each wanted row its place among the known ones, and whether it is there at all."""
    if not len(known):
        return np.zeros(0, np.int64), np.zeros(len(wanted), np.bool_)
    at = np.searchsorted(known, wanted)
    at[at == len(known)] = 0
    return at, known[at] == wanted
