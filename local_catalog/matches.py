"""The products that have a part of a question, whatever the words by which they have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from local_catalog.postings import KIND, KIND_PHRASE, OWN, Floats, Ints, Postings

_ASIDE = 0.5
"""What a word counts that stands only in the description or among the department's words."""


@dataclass(frozen=True, slots=True)
class Way:
    """Words in a row by which a part of a question may be meant, and the share of its weight that this counts."""

    postings: Postings
    share: float
    phrase: bool
    """Several words in a row, which tell the kind where a single word does not."""


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """The products that have a part of the question, as arrays with one element for each."""

    rows: Ints
    """Ascending, each once."""
    share: Floats
    """Of the weight of this part, from 0 to 1."""
    amount: Floats
    """How much of it there is; see Postings."""
    fields: Ints
    """The columns that have it, as bits; where it is a kind said in several words, as if a column of kinds had it."""

    def __contains__(self, row: int) -> bool:
        at = int(np.searchsorted(self.rows, row))
        return at < len(self.rows) and int(self.rows[at]) == row

    @property
    def own(self) -> int:
        """How many products have it in a text of their own."""
        return int(np.count_nonzero(self.share > _ASIDE))


def merged(ways: Sequence[Way]) -> Matches:
    """What has any of the ways; of several the one that counts most."""
    found = [_of_way(way) for way in ways if len(way.postings.rows)]
    if not found:
        none, nothing = np.zeros(0, np.int64), np.zeros(0, np.float32)
        return Matches(none, nothing, nothing, none)
    if len(found) == 1:
        return found[0]
    rows = np.concatenate([one.rows for one in found])
    order = np.argsort(rows, kind="stable")
    rows = rows[order]
    starts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
    return Matches(
        rows[starts],
        np.maximum.reduceat(np.concatenate([one.share for one in found])[order], starts),
        np.maximum.reduceat(np.concatenate([one.amount for one in found])[order], starts),
        np.bitwise_or.reduceat(np.concatenate([one.fields for one in found])[order], starts),
    )


def _of_way(way: Way) -> Matches:
    fields = way.postings.fields
    share = np.where(fields & OWN, way.share, way.share * _ASIDE).astype(np.float32)
    if way.phrase:
        fields = np.where(fields & KIND_PHRASE, fields | KIND, fields & ~KIND)
    return Matches(way.postings.rows, share, way.postings.amount * np.float32(way.share), fields)
