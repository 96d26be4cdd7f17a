"""Mends misspelled words from a vocabulary, by deleting letters on both sides: a word and a wrong spelling of it become
equal when at most one letter is taken from each (the symmetric-delete method of Garbe's SymSpell, for distance 1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_SHORTEST = 3
_LONGEST = 24
_SHORT = 5
"""Words below this length are mended by one letter only; two apart is another word."""
_ALIKE = 0.5
"""Least share of trigrams for two words to be taken for each other when no deletion fits."""


class Speller:
    """Finds what was meant. `words` maps each known word to how often it occurs."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words
        self._by_form: dict[str, list[str]] = {}
        self._by_trigram: dict[str, list[str]] = {}
        for word in words:
            if _SHORTEST <= len(word) <= _LONGEST and not word.isdigit():
                for form in _forms(word):
                    self._by_form.setdefault(form, []).append(word)

    def mend(self, word: str, most: int = 4, *, by_trigrams: bool = True) -> tuple[str, ...]:
        """Known words that may be meant, likeliest first; none if nothing is near.

        `by_trigrams`: let a word with several wrong letters pass for one that it shares most of its letters with.
        """
        if not _SHORTEST <= len(word) <= _LONGEST or word.isdigit():
            return ()
        near = {known for form in _forms(word) for known in self._by_form.get(form, ())}
        farthest = 1 if len(word) < _SHORT else 2
        ranked = sorted(
            (distance(word, known) + 0.5 * (word[0] != known[0]), -self._words[known], known) for known in near
        )
        found = tuple(known for far, _, known in ranked if far <= farthest)
        return found[:most] or (self._alike(word, most) if by_trigrams else ())

    def _alike(self, word: str, most: int) -> tuple[str, ...]:
        """By shared trigrams, for long words with several wrong letters."""
        if len(word) <= _SHORT:
            return ()
        if not self._by_trigram:
            for known in self._words:
                if len(known) > _SHORT:
                    for trigram in _trigrams(known):
                        self._by_trigram.setdefault(trigram, []).append(known)
        own = _trigrams(word)
        shared: dict[str, int] = {}
        for trigram in own:
            for known in self._by_trigram.get(trigram, ()):
                shared[known] = shared.get(known, 0) + 1
        rated = ((2 * same / (len(own) + len(_trigrams(known))), known) for known, same in shared.items())
        return tuple(known for alike, known in sorted(rated, reverse=True)[:most] if alike >= _ALIKE)


def distance(one: str, other: str) -> int:
    """Edits between two words, swapped neighbours counted once (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        last, before = before, row
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _forms(word: str) -> set[str]:
    """The word, without each of its letters in turn, and with doubled letters made single."""
    return {word, _undoubled(word), *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _undoubled(word: str) -> str:
    return "".join(letter for i, letter in enumerate(word) if not i or letter != word[i - 1])


def _trigrams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def common_start(prefix: str, words: Iterable[str]) -> list[str]:
    """Of `words`, those whose start is within one edit of `prefix` and has its first letter."""
    length = len(prefix)
    return [
        word
        for word in words
        if word[0] == prefix[0]
        and min(distance(prefix, word[: length + more]) for more in (-1, 0, 1) if length + more > 0) <= 1
    ]
