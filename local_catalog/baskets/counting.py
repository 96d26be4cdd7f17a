"""From baskets to what goes with what: pairs are counted product by product, so memory stays bounded.

The weights are those of EASE (H. Steck, Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019): with C the
counts of pairs and P = (C + l I)^-1, the weight of j for who has i is -P[i, j] / P[j, j]. For a big catalog P is not
inverted whole: row i comes from the inverse over i and its nearest neighbours alone (H. Steck, Markov Random Fields for
Collaborative Filtering, NeurIPS 2019, section 3). With 169 articles and 80 neighbours the outcome is that of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from local_catalog.baskets.reading import Baskets, Ids, Progress

SUPPORT = 5
"""A pair in fewer baskets is never shown: it could be one person's."""
_LARGEST = 100
"""Baskets of more articles are a caterer's or a test of the till, and tell nothing of what goes together."""
_RIDGE = 100.0
"""l above, in baskets: how many it takes to believe a pair."""
_NEIGHBOURS = 80
_KEPT = 256
"""Pairs kept of one product while counting."""
_TOLD_EVERY = 500

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """For each product, ascending, those it was bought with in SUPPORT baskets or more, and how often."""

    starts: npt.NDArray[np.int64]
    others: Ids
    counts: Counts
    """Baskets, each weighted by 1 / sqrt(articles - 1): a big basket has many pairs, each of which says less."""
    own: Numbers
    """The same of each product alone."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What to show beside each product, and what is bought most."""

    rows: tuple[tuple[Ids, Numbers], ...]
    """Of each product: others, and the weight of each, largest first; only positive weights."""
    shares: Numbers
    """Of each product: in what share of the baskets it is."""
    left_out: int
    """Baskets too large to count."""


def learn(baskets: Baskets, products: int, *, progress: Progress | None = None) -> Learned:
    """Weights from baskets of `products` products, as EASE gives them."""
    shares = np.bincount(baskets.members, minlength=products) / max(1, len(baskets))
    pairs = _count(_Shelves(baskets, products), products, progress)
    inverse = list(_inverse(pairs, products, progress))
    diagonal = np.array([values[0] for _, values in inverse])
    rows = []
    for near, values in inverse:
        weights = -values[1:] / diagonal[near[1:]]
        # Ties go by place, so that the outcome does not hang on how the sort is done.
        order = np.lexsort((near[1:], -weights))
        order = order[weights[order] > 0]
        rows.append((near[1:][order], weights[order]))
    return Learned(tuple(rows), shares, int((np.diff(baskets.starts) > _LARGEST).sum()))


class _Shelves:
    """The baskets in which each product lies."""

    def __init__(self, baskets: Baskets, products: int) -> None:
        self._baskets = baskets
        self._sizes = np.diff(baskets.starts)
        self._useful = (self._sizes > 1) & (self._sizes <= _LARGEST)
        self._weight: Numbers = np.where(self._useful, 1.0 / np.sqrt(np.maximum(self._sizes - 1, 1)), 0.0)
        self._of = np.repeat(np.arange(len(self._sizes), dtype=np.int32), self._sizes)
        self._order = np.argsort(baskets.members, kind="stable")
        self._ends = np.cumsum(np.bincount(baskets.members, minlength=products))
        self.own: Numbers = np.bincount(baskets.members, self._weight[self._of], products).astype(np.float64)

    def beside(self, product: int) -> tuple[Ids, Counts]:
        """What lies beside the product often enough, ascending, and how often, by weight."""
        first = self._ends[product - 1] if product else 0
        mine = self._of[self._order[first : self._ends[product]]]
        mine = mine[self._useful[mine]]
        if not len(mine):
            return np.empty(0, np.int32), np.empty(0, np.float32)
        lengths = self._sizes[mine]
        at = _runs(self._baskets.starts[mine], lengths)
        found, inside, times = np.unique(self._baskets.members[at], return_inverse=True, return_counts=True)
        count = np.bincount(inside, np.repeat(self._weight[mine], lengths))
        often = (times >= SUPPORT) & (found != product)
        found, count = found[often], count[often]
        if len(found) > _KEPT:
            best = np.sort(np.lexsort((found, -count / np.sqrt(self.own[found])))[:_KEPT])
            found, count = found[best], count[best]
        return found.astype(np.int32), count.astype(np.float32)


def _runs(starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The numbers start, start + 1 ... of each run, one run after the other."""
    ends = np.cumsum(lengths)
    at: npt.NDArray[np.int64] = np.arange(ends[-1], dtype=np.int64) + np.repeat(starts - (ends - lengths), lengths)
    return at


def _count(shelves: _Shelves, products: int, progress: Progress | None) -> _Pairs:
    """One product after the other."""
    starts, others, counts = [0], [], []
    for product in range(products):
        near, count = shelves.beside(product)
        others.append(near)
        counts.append(count)
        starts.append(starts[-1] + len(near))
        if progress is not None and product % _TOLD_EVERY == 0:
            progress(product, 2 * products)
    return _Pairs(np.array(starts), np.concatenate(others), np.concatenate(counts), shelves.own)


def _inverse(pairs: _Pairs, products: int, progress: Progress | None) -> Iterator[tuple[Ids, Numbers]]:
    """Of each product: itself and its neighbours, and their values in its row of P."""
    place = np.full(products, -1, np.int64)
    for product in range(products):
        row = slice(pairs.starts[product], pairs.starts[product + 1])
        near = pairs.others[row]
        likest = np.lexsort((near, -pairs.counts[row] / np.sqrt(pairs.own[near])))[:_NEIGHBOURS]
        near = np.concatenate((np.array([product], np.int32), near[likest]))
        place[near] = np.arange(len(near))
        square = _square(pairs, near, place)
        place[near] = -1
        wanted = np.zeros(len(near))
        wanted[0] = 1.0
        yield near, np.asarray(np.linalg.solve(square, wanted), np.float64)
        if progress is not None and product % _TOLD_EVERY == 0:
            progress(products + product, 2 * products)


def _square(pairs: _Pairs, near: Ids, place: npt.NDArray[np.int64]) -> Numbers:
    """C + l I over these products; `place` gives the place of each in `near`, -1 for others."""
    lengths = pairs.starts[near + 1] - pairs.starts[near]
    at = _runs(pairs.starts[near], lengths)
    columns = place[pairs.others[at]]
    inside = columns >= 0
    square = np.zeros((len(near), len(near)))
    square[np.repeat(np.arange(len(near)), lengths)[inside], columns[inside]] = pairs.counts[at[inside]]
    # A pair may have been kept of one of the two alone.
    square = np.maximum(square, square.T)
    np.fill_diagonal(square, pairs.own[near] + _RIDGE)
    return square
