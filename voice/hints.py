"""What a recogniser that takes hints is told before it hears: the words that are likely and that it may not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from voice.correction import usual_words
from voice.pronounce import plain_words
from voice.types import Expected, Vocabulary

_OWN_WORDS = 24
"""Words of the store's own, such as its brands, among the hints."""
_MOST = 60
"""Hints at most: many make a model write them for noise."""


class Hints:
    """The hints of a vocabulary; made once for a catalog version."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._own = own_words(vocabulary.phrases)

    def of(self, expected: Expected, cost: Callable[[str], int], most: int) -> tuple[str, ...]:
        """The hints, likely first, as many as cost at most `most` together.

        What is on screen and what was just asked come first, then the department's phrases, then words that only this
        store has, then its most wanted phrases. `cost`: tokens of a hint.
        """
        found: dict[str, str] = {}
        for hint in self._likely(expected):
            if len(found) >= _MOST:
                break
            key = hint.strip().lower()
            if key and key not in found and (price := cost(hint)) <= most:
                most -= price
                found[key] = hint
        return tuple(found.values())

    def _likely(self, expected: Expected) -> Iterator[str]:
        yield from expected.things
        yield from expected.answers
        yield from self._vocabulary.departments.get(expected.department, ())[: _MOST // 2]
        yield from self._own
        yield from self._vocabulary.phrases[:_MOST]


def own_words(phrases: Sequence[str]) -> tuple[str, ...]:
    """Words that stand in many phrases of the store and that people do not use elsewhere, such as its brands."""
    usual = usual_words()[0]
    times = Counter(
        word
        for phrase in phrases
        for word in dict.fromkeys(plain_words(phrase))
        if word not in usual and word.isalpha() and len(word) > 3
    )
    return tuple(word for word, count in times.most_common(_OWN_WORDS) if count > 1)
