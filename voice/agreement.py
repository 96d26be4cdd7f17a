"""Several texts of one utterance made into one, by how much they agree."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def likeness(a: str, b: str) -> float:
    """How alike two texts are by their words, 0 (no word in common) to 1 (the same)."""
    return difflib.SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()


def word_errors(wanted: Sequence[str], got: Sequence[str]) -> int:
    """Words to change, leave out or put in (Levenshtein's distance over words)."""
    row = list(range(len(got) + 1))
    for a, word in enumerate(wanted, 1):
        last, row[0] = row[0], a
        for b, other in enumerate(got, 1):
            last, row[b] = row[b], min(row[b] + 1, row[b - 1] + 1, last + (word != other))
    return row[-1]


def middle(texts: Sequence[str]) -> str:
    """The text with the fewest word errors against all the others, the first of several; '' of none.

    That is minimum-Bayes-risk decoding (Goel & Byrne 2000) over a list of equally likely texts.
    """
    split = [text.split() for text in texts]
    risks = [sum(word_errors(mine, other) for other in split) for mine in split]
    return texts[risks.index(min(risks))] if risks else ""
