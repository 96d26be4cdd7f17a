"""What goes with a product or a whole list: from baskets where there are any, else by kinds of things."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from local_catalog.kinds import is_kind, traits
from local_catalog.reader import Reader
from local_catalog.text import indexed, stems

Seek = Callable[[str], list[str]]
"""SKUs of the products for a kind said in words, best first."""

PRIOR = 0.2
"""What a product's share of all baskets counts beside its score as a companion."""
_LONGEST_LIST = 100
_SPARE = 4
"""Times more candidates are looked at than wanted, since some are of the kinds on the list."""

_MOST_BOUGHT = """
    SELECT p.id, p.category, t.head FROM meta m JOIN json_each(m.value) bought
    JOIN product p ON p.id = json_extract(bought.value, '$[0]') JOIN product_text t ON t.id = p.id
    WHERE m.key = 'bought' AND p.stock IS NOT 0 ORDER BY bought.key
"""
_POPULAR = """
    SELECT p.id, p.category, t.head FROM product p JOIN product_text t ON t.id = p.id
    WHERE p.stock IS NOT 0 ORDER BY p.popularity DESC, p.pack, p.stock DESC, p.name, p.id
"""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A product in hand."""

    id: int
    family: str
    category: str
    head: str
    texts: tuple[str, ...]
    """That tell its kind: name, leaf of the category, other words."""


class Recommender:
    """Beside an open catalog; remembers what it found of kinds, since the file does not change."""

    def __init__(self, reader: Reader, seek: Seek) -> None:
        self._reader = reader
        self._seek = seek
        self._found: dict[str, list[int]] = {}
        self._lock = threading.Lock()

    def goes_with(self, sku: str, limit: int) -> list[int]:
        """What is bought together with the product, best first, filled up by what goes with things of its kind.

        All may be in stock; none is of its own kind, no two are packs of one product.
        """
        listed = self._listed([sku])
        if not listed:
            return []
        found = _first_of_families(listed, self._companions(listed[0].id), limit)
        if len(found) < limit:
            likely = self._fitting(listed, self._by_kind(listed[0]), limit)
            found = _first_of_families(listed, [*self._companions(listed[0].id), *likely], limit)
        return found

    def goes_with_all(self, skus: Iterable[str], limit: int) -> list[int]:
        """The same for a list: the scores of companions and PRIOR times the share of baskets, added up."""
        listed = self._listed([sku for sku, _ in zip(skus, range(_LONGEST_LIST), strict=False)])
        if not listed:
            return []
        scored = self._scored(listed, limit)
        if len(scored) < limit:
            scored += self._fitting(listed, _in_turn([self._by_kind(product) for product in listed]), limit)
            scored += self._fitting(listed, [other for other, _ in self._bought], limit)
        return _first_of_families(listed, scored, limit)

    def popular(self, limit: int) -> list[int]:
        """What is bought most, by baskets or else by popularity, one of each kind and of each category."""
        seen: set[tuple[str, str]] = set()
        taken: list[int] = []
        with self._reader.lend() as connection:
            for statement in (_MOST_BOUGHT, _POPULAR):
                for product, category, head in connection.execute(statement):
                    kinds = {("category", category), *(("kind", word) for word in head.split())}
                    if len(taken) == limit:
                        return taken
                    if seen.isdisjoint(kinds):
                        seen |= kinds
                        taken.append(product)
        return taken

    def warm_up(self) -> None:
        """Find now the products of all kinds that go with something."""
        for _, kinds in (pair for pairs in self._pairs.values() for pair in pairs):
            for kind in kinds:
                self._of_kind(kind)

    # --- from baskets -------------------------------------------------------------------------------------------------

    def _companions(self, product: int) -> list[tuple[int, str]]:
        rows = self._reader.rows(
            "SELECT p.id, p.family FROM companion c JOIN product p ON p.id = c.other "
            "WHERE c.product = ? AND p.stock IS NOT 0 ORDER BY c.rank",
            (product,),
        )
        return [(other, family) for other, family in rows]

    def _scored(self, listed: list[_Listed], limit: int) -> list[tuple[int, str]]:
        """Companions of the listed and what is bought most, best first; none if nothing is known of the listed."""
        scores: dict[int, float] = defaultdict(float)
        for other, score in self._reader.rows(
            "SELECT other, score FROM companion WHERE product IN (SELECT value FROM json_each(?)) "
            "ORDER BY product, rank",
            (json.dumps([product.id for product in listed]),),
        ):
            scores[other] += score
        if not scores:
            return []
        for other, share in self._bought:
            scores[other] += PRIOR * share
        return self._fitting(listed, sorted(scores, key=lambda other: (-round(scores[other], 9), other)), limit)

    def _fitting(self, listed: list[_Listed], ids: list[int], limit: int) -> list[tuple[int, str]]:
        """Those in stock that take the place of nothing on the list."""
        ids = ids[: _SPARE * limit + len(listed)]
        rows = self._reader.rows(
            "SELECT p.id, p.family, p.category, t.head FROM product p JOIN product_text t ON t.id = p.id "
            "WHERE p.id IN (SELECT value FROM json_each(?)) AND p.stock IS NOT 0",
            (json.dumps(ids),),
        )
        heads = defaultdict(set)
        for product in listed:
            heads[product.category].update(product.head.split())
        families = {
            other: family
            for other, family, category, head in rows
            if category not in heads or heads[category].isdisjoint(head.split())
        }
        return [(other, families[other]) for other in ids if other in families]

    @cached_property
    def _bought(self) -> list[tuple[int, float]]:
        """The products bought most with their share of baskets."""
        rows = self._reader.rows("SELECT value FROM meta WHERE key = 'bought'")
        return [(product, share) for product, share in json.loads(rows[0][0])] if rows else []

    # --- by kinds -----------------------------------------------------------------------------------------------------

    def _by_kind(self, product: _Listed) -> list[int]:
        """One of each kind in turn."""
        return _in_turn([self._of_kind(kind) for kind in self._partners(product)])

    def _partners(self, product: _Listed) -> list[str]:
        """The kinds that go with the most exact kind that fits."""
        own = traits(product.head.split(), *product.texts)
        fitting = [pair for head in own.heads for pair in self._pairs.get(head, ()) if is_kind(pair[0], own)]
        longest = max((len(phrase) for phrase, _ in fitting), default=0)
        found = [kind for phrase, kinds in fitting if len(phrase) == longest for kind in kinds]
        return list(dict.fromkeys(found))

    def _of_kind(self, kind: str) -> list[int]:
        found = self._found.get(kind)
        if found is None:
            skus = self._seek(kind)
            rows = self._reader.rows(
                "SELECT sku, id FROM product WHERE sku IN (SELECT value FROM json_each(?))", (json.dumps(skus),)
            )
            known: dict[str, int] = dict(rows)
            found = [known[sku] for sku in skus if sku in known]
            with self._lock:
                self._found[kind] = found
        return found

    @cached_property
    def _pairs(self) -> dict[str, list[tuple[tuple[str, ...], list[str]]]]:
        """Kinds in stems, and the kinds that go with them, by the stem of the noun."""
        pairs: dict[str, list[tuple[tuple[str, ...], list[str]]]] = defaultdict(list)
        for kind, goes_with in self._reader.rows("SELECT kind, goes_with FROM pair ORDER BY id"):
            phrase = stems(indexed(kind))
            if phrase:
                pairs[phrase[-1]].append((phrase, json.loads(goes_with)))
        return dict(pairs)

    def _listed(self, skus: list[str]) -> list[_Listed]:
        rows = self._reader.rows(
            "SELECT p.id, p.family, p.category, t.head, t.name, t.leaf, t.words FROM product p "
            "JOIN product_text t ON t.id = p.id WHERE p.sku IN (SELECT value FROM json_each(?)) ORDER BY p.id",
            (json.dumps(skus),),
        )
        return [
            _Listed(identity, family, category, head, tuple(texts)) for identity, family, category, head, *texts in rows
        ]


def _in_turn(lists: list[list[int]]) -> list[int]:
    """The first of each, the second of each ..."""
    return [found for turn in zip_longest(*lists) for found in turn if found is not None]


def _first_of_families(listed: list[_Listed], found: Iterable[tuple[int, str]], limit: int) -> list[int]:
    """The first of each family that is not on the list."""
    families = {product.family for product in listed}
    taken: list[int] = []
    for product, family in found:
        if len(taken) == limit:
            break
        if family not in families:
            families.add(family)
            taken.append(product)
    return taken
