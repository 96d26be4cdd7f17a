"""Mends misspelled words from a vocabulary. All known words are compared at once: first by which letters they have,
then by a weighted edit distance in which the slips that people make cost less than others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

_SHORTEST = 3
_LONGEST = 24
_MOST_EDITS = 2
_CHEAP = 0.5
"""A letter doubled or made single; two letters swapped."""
_ALIKE_COST = 0.8
"""A vowel for a vowel; a consonant for one that sounds alike."""
_FIRST = 0.5
"""What a wrong first letter costs more: that one is hardly ever wrong."""
_LIMITS = ((6, 1.0), (8, 1.4), (11, 1.9))
"""Up to which length (exclusive) how much may be wrong."""
_FARTHEST = 2.4
_FIRST_MAY_BE_WRONG = 6
"""Length from which the one wrong letter may be the first: a short word is soon another ('jeans', 'beans')."""
_FAR = 1.0
"""What more may be wrong in a suggestion."""
_LETTERS_CHANGED = 2
"""By one edit: a letter for another takes one away and brings one. Swapped and doubled letters change none."""
_ALIKE = ("aeiouy", "cksqz", "fv", "gj", "mn", "dt", "bp", "iy", "xz")

_CODES = 128
"""Letters from here on are alike to none."""


def _substitution_costs() -> npt.NDArray[np.float32]:
    costs = np.ones((_CODES, _CODES), np.float32)
    for group in _ALIKE:
        for one in group:
            for other in group:
                costs[ord(one), ord(other)] = _ALIKE_COST
    return costs


_SUBSTITUTION = _substitution_costs()


class Speller:
    """Finds what was meant. `words` maps each known word to how often it occurs."""

    def __init__(self, words: Mapping[str, int]) -> None:
        known = [word for word in words if _SHORTEST <= len(word) <= _LONGEST and not word.isdigit()]
        known.sort(key=len)
        self._words = known
        self._often = [words[word] for word in known]
        self._codes = _encoded(known)
        self._lengths = np.fromiter(map(len, known), np.int64, len(known))
        self._letters = _letters(self._codes)

    def mend(self, word: str, most: int = 4) -> tuple[str, ...]:
        """Known words that may be meant, likeliest first; none if nothing is near."""
        return tuple(known for _, known in self.near(word)[:most])

    def suggest(self, word: str, most: int = 3) -> tuple[str, ...]:
        """Known words that are not so near that they may be taken for what was meant, but might be asked for."""
        return tuple(known for _, known in self.near(word, _FAR)[:most])

    def near(self, word: str, more: float = 0.0, *, beside: bool = False) -> list[tuple[float, str]]:
        """Known words with what is wrong, nearest first; `more` may be wrong than in a word that is mended. `beside`
        other words, which tell whether it fits, also the first letter of a short word may be wrong."""
        length = len(word)
        if not _SHORTEST <= length <= _LONGEST or word.isdigit() or not self._words:
            return []
        limit = next((limit for end, limit in _LIMITS if length < end), _FARTHEST) + more
        edits = min(_MOST_EDITS, int(limit / _ALIKE_COST))
        start, end = np.searchsorted(self._lengths, (length - edits, length + edits + 1)).tolist()
        own = _encoded([word])
        differing = np.bitwise_count(self._letters[start:end] ^ _letters(own)[0])
        rows = start + np.flatnonzero(differing <= _LETTERS_CHANGED * edits)
        if not len(rows):
            return []
        costs = _costs(own[0, :length], self._codes[rows], self._lengths[rows])
        found = []
        near = costs <= max(limit, 1.0)
        for row, cost in zip(rows[near].tolist(), costs[near].tolist(), strict=True):
            known = self._words[row]
            first_wrong = known[0] != word[0] and known[:2] != word[1::-1]
            if cost + _FIRST * first_wrong <= limit or (cost <= 1 and (beside or length >= _FIRST_MAY_BE_WRONG)):
                found.append((cost + _FIRST * first_wrong, -self._often[row], known))
        return [(cost, known) for cost, _, known in sorted(found)]


def _encoded(words: list[str]) -> npt.NDArray[np.uint32]:
    """Letters as numbers, one word a row; 0 behind the end."""
    return np.array(words, dtype=f"U{_LONGEST}").view(np.uint32).reshape(len(words), _LONGEST)


def _letters(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """Which letters a word has, as bits."""
    bits = np.where(codes > 0, np.uint64(1) << (codes.astype(np.uint64) % np.uint64(64)), np.uint64(0))
    found: npt.NDArray[np.uint64] = np.bitwise_or.reduce(bits, axis=1)
    return found


def _costs(
    word: npt.NDArray[np.uint32], known: npt.NDArray[np.uint32], lengths: npt.NDArray[np.int64]
) -> npt.NDArray[np.float32]:
    """Weighted edits from one word to each of the known ones (optimal string alignment, all rows in step)."""
    count, width = len(known), int(lengths.max())
    columns = known[:, :width]
    kinds = np.minimum(columns, _CODES - 1)
    # A letter that stands beside the same one is cheap to leave out or to put in.
    added = np.ones((count, width), np.float32)
    added[:, 1:][columns[:, 1:] == columns[:, :-1]] = _CHEAP
    rows = [np.concatenate((np.zeros((count, 1), np.float32), np.cumsum(added, axis=1)), axis=1)]
    typed = word.tolist()
    for i, letter in enumerate(typed):
        before = rows[-1]
        left_out = _CHEAP if i and typed[i - 1] == letter else 1.0
        row = np.empty_like(before)
        row[:, 0] = before[:, 0] + left_out
        changed = before[:, :-1] + np.where(columns == letter, 0, _SUBSTITUTION[min(letter, _CODES - 1)][kinds])
        kept = np.minimum(before[:, 1:] + left_out, changed)
        if i:
            swapped = (columns[:, 1:] == typed[i - 1]) & (columns[:, :-1] == letter)
            turned = np.where(swapped, rows[-2][:, :-2] + _CHEAP, np.inf)
            kept[:, 1:] = np.minimum(kept[:, 1:], turned)
        for j in range(width):
            row[:, j + 1] = np.minimum(kept[:, j], row[:, j] + added[:, j])
        rows.append(row)
    return rows[-1][np.arange(count), lengths]


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


def common_start(prefix: str, words: Iterable[str]) -> list[str]:
    """Of `words`, those whose start is within one edit of `prefix` and has its first letter."""
    length = len(prefix)
    return [
        word
        for word in words
        if word[0] == prefix[0]
        and min(distance(prefix, word[: length + more]) for more in (-1, 0, 1) if length + more > 0) <= 1
    ]
