"""Finds the policy that a shopper asks about, by the words of its title, its topic and the usual ways to ask."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from local_catalog.speller import Speller
from local_catalog.stopwords import STOP_WORDS
from local_catalog.text import LONGEST_QUERY, indexed, stems
from local_catalog.types import Policy, PolicyHit

_EMPTY = frozenset(
    stems(
        "a an the this that it its is are am be do does did you your yours u we us our i im me my mine to of for in on "
        "at with by and or so if can could would will should shall may there here what which who please just also any "
        "some have has had get got want need like know tell about guys guy hey hi hello ok okay s t d m ll ve re um uh "
        "how where when why them they he she thing things something anything one ones go going"
    )
)
"""Stems that are in questions of any kind."""
_TEXT_SHARE = 0.3
"""What a word counts that stands only in the policy's text, against one way of asking that has it."""
_HALF_SURE = 0.8
"""Ways of asking with a word after which it is as good as half certain that the word belongs to the policy."""
_LIKENESS, _COVER, _DOUBT = 1.5, 8.5, -3.6
"""Of the logistic function that makes a score of the likeness to one way of asking and the cover by all of them. Fitted
on the demo store: each way of asking with itself left out, against questions for products."""
_COMMON_SHARE = 0.4
"""Of its weight that a word of any question counts."""
_STRANGE_SHARE = 0.4
"""Of its weight that a word counts against a policy which neither policies nor products have ('sweater')."""
_SHORTEST_MENDED = 5


@dataclass(frozen=True, slots=True)
class _Known:
    policy: Policy
    ways: tuple[frozenset[str], ...]
    """Stems of each phrase, the title and the topic."""
    counts: Mapping[str, float]
    """How many of the ways have a stem."""


class PolicyFinder:
    """Over the policies of a store. `products` are words of the products, which are not taken for misspelled ones."""

    def __init__(self, policies: Iterable[Policy], products: Collection[str] = ()) -> None:
        self._known = [_prepared(policy) for policy in policies]
        self._spread = Counter(stem for known in self._known for stem, times in known.counts.items() if times >= 1)
        counted = Counter(word for known in self._known for way in _ways(known.policy) for word in indexed(way).split())
        self._speller = Speller(counted)
        self._right = frozenset(counted) | frozenset(products)
        self._products = frozenset(map(_stem, products))

    def match(self, text: str, limit: int) -> tuple[PolicyHit, ...]:
        """Best first. A score above .6 is a clear question for it; most other talk stays below .3."""
        asked = self._asked(text)
        weights = {stem: self._weight(stem) for stem in asked}
        rated = [(self._score(weights, known), known.policy) for known in self._known if weights]
        rated.sort(key=lambda hit: -hit[0])
        return tuple(PolicyHit(policy, round(score, 4)) for score, policy in rated[:limit] if score > 0)

    def _asked(self, text: str) -> frozenset[str]:
        return frozenset(map(_stem, map(self._mended, indexed(text[:LONGEST_QUERY]).split()))) - _EMPTY

    def _mended(self, word: str) -> str:
        if len(word) < _SHORTEST_MENDED or word in self._right:
            return word
        return next(iter(self._speller.mend(word, 1)), word)

    def _weight(self, stem: str) -> float:
        """By rarity among the policies; words that tell nothing of what is asked weigh less."""
        weight = math.log1p(len(self._known) / max(1, self._spread[stem]))
        if stem in _COMMON:
            weight *= _COMMON_SHARE
        if not self._spread[stem] and stem not in self._products:
            weight *= _STRANGE_SHARE
        return weight

    def _score(self, asked: Mapping[str, float], known: _Known) -> float:
        """0 to 1: how likely the stems asked, with their weights, are a question for the policy; 0 if it has none."""
        shared = asked.keys() & known.counts.keys()
        if not shared:
            return 0.0
        total = sum(asked.values())
        likeness = 0.0
        for way in known.ways:
            same = sum(asked[stem] for stem in way & shared)
            if same:
                likeness = max(likeness, 2 * same / (total + sum(map(self._weight, way))))
        cover = 0.0
        for stem in shared:
            belongs = known.counts[stem] / (known.counts[stem] + _HALF_SURE)
            # A word that products have too ("bread") counts only as far as the whole is like a way of asking.
            cover += asked[stem] / total * belongs * (likeness if stem in self._products else 1.0)
        return 1 / (1 + math.exp(-(_LIKENESS * likeness + _COVER * cover + _DOUBT)))


def _prepared(policy: Policy) -> _Known:
    ways = [frozenset(map(_stem, indexed(way).split())) - _EMPTY for way in _ways(policy)]
    counts: dict[str, float] = dict.fromkeys(map(_stem, indexed(policy.text).split()), _TEXT_SHARE)
    counts |= Counter(stem for way in ways for stem in way)
    return _Known(policy, tuple(way for way in ways if way), {s: n for s, n in counts.items() if s not in _EMPTY})


def _ways(policy: Policy) -> tuple[str, ...]:
    return (policy.title, policy.topic.replace("_", " "), *policy.phrases)


def _stem(word: str) -> str:
    """As the search index does it, but an opener is not an opening."""
    return word.rstrip("s") if word.endswith(("er", "ers")) else next(iter(stems(word)), word)


_COMMON = frozenset(map(_stem, STOP_WORDS.never))
