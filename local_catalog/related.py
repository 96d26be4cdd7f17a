"""What can stand in for a product: its other sizes, what to take instead, what is cheaper."""

from __future__ import annotations

import heapq
import json
import math
import re
import threading
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from local_catalog.filters import PAID
from local_catalog.reader import Reader, Row
from local_catalog.rows import PRODUCTS, day
from local_catalog.text import stems

_MUST_AGREE = frozenset({
    "active_ingredient", "strength", "cap", "battery_size", "connector", "size_number", "chuck", "voltage", "stage",
    "life_stage", "for", "for_age", "form", "bed", "ball_size", "occasion", "fit", "head", "category", "standard",
    "replaces",
})  # fmt: skip
"""Attributes without which the other does not do what this one does: no AAA for AA, no aspirin for ibuprofen."""
_PROMISES = re.compile(
    r"\b(?:decaf|decaffeinated|unscented|unsalted|unsweetened|organic|vegan|vegetarian|plant based|kosher|halal|diet"
    r"|zero|hypoallergenic|sensitive|newborn|infant|toddler|baby|kids?|children|puppy|kitten|senior|women|men"
    r"|\w+ free|(?:no|low|reduced) (?:added )?(?:sugar|salt|sodium|fat)|(?:size|stage|step|level) \d+)\b"
)
"""What a name promises, for people who need it."""
_SAME_PROMISE = {
    "decaffeinated": "decaf", "caffeine free": "decaf", "scent free": "unscented", "fragrance free": "unscented",
    "perfume free": "unscented", "salt free": "unsalted", "no salt": "unsalted", "no added salt": "unsalted",
    "no sugar": "sugar free", "no added sugar": "sugar free", "kid": "kids", "children": "kids",
    "dairy free": "lactose free", "diet": "sugar free", "zero": "sugar free",
}  # fmt: skip
_CODE = re.compile(r"\b(?:[A-Z]{2,4}|(?=\w*\d)(?=\w*[A-Z])[A-Z\d]{2,8})\b")
"""AA, CR2032, E26: what fits and what does not."""

_TELLS_MORE = re.compile(r"[,(–/]|\s(?:-|with|in|for|from|on|without|of the|by)\s", re.IGNORECASE)

T = TypeVar("T")

_ENOUGH = 20
"""Suitable products looked at."""
_AT_ONCE = 32
"""Products read at once to find them."""
_KEPT = 200_000
"""Products whose place on a shelf is kept in memory, 24 bytes each."""
_ATTRIBUTES_LOSS = 0.25
_SIZE_LOSS = 0.25
_PRICE_LOSS = 0.25
_OTHER_MEASURE_LOSS = 0.8
_BRAND_TIER_LOSS = 0.1
_EXTRA_PROMISE_LOSS = 0.3
"""What keeps a substitute back, beside the words that the names do not share (0 to 1): other attributes, each doubling
of the size and of the price, a size in another measure, own brand for brand or the other way, a promise not asked for
(decaf)."""
_MOST_BY_AMOUNT = 0.5
"""What size and price can cost at most, each."""
_FARTHEST = 2.0
"""Beyond this a thing is another thing."""

_COLUMNS = (
    f"p.id, p.family, p.name, t.name, t.head, p.attributes, p.diet, p.allergens, p.ingredients <> '', p.stock IS NULL, "
    f"p.own_brand, p.dimension, p.price, p.base_price, {PAID}, p.popularity"
)
_CANDIDATES = (
    f"SELECT {_COLUMNS} FROM {PRODUCTS} JOIN product_text t ON t.id = p.id "  # noqa: S608
    "WHERE p.id IN (SELECT value FROM json_each(:ids)) AND p.min_age IS :min_age AND p.id <> :id"
)
_STANDING = (
    "SELECT p.id, p.price, min(p.price, COALESCE(o.price, p.price)), t.head, p.name FROM product p "
    "JOIN product_text t ON t.id = p.id LEFT JOIN offer o ON o.product = p.id "
    "WHERE p.category = :category AND p.stock IS NOT 0 ORDER BY p.price, p.id"
)


@dataclass(frozen=True, slots=True)
class _Thing:
    """A product as far as it decides what can stand in for it."""

    id: int
    family: str
    name: str
    heads: frozenset[str]
    """Stems of the words that say what it is, those of its category and of other words for it among them."""
    words: str
    """Of the name, as the search index has them."""
    attributes: str
    diet: str
    allergens: str
    labelled: bool
    """Whether it is known what is in it."""
    stock_unknown: bool
    own_brand: bool
    dimension: str
    amount: float
    """Base units of the dimension."""
    price: int
    paid: int
    popularity: int

    @classmethod
    def read(cls, row: Row) -> _Thing:
        (
            identity, family, name, words, head, attributes, diet, allergens, labelled, unknown, own_brand, dimension,
            price, base_price, paid, popularity,
        ) = row  # fmt: skip
        return cls(
            identity, family, name, _stems(head), words, attributes, diet, allergens, bool(labelled),
            bool(unknown), bool(own_brand), dimension, 1e6 * price / base_price if base_price else 0.0, price, paid,
            popularity,
        )  # fmt: skip

    @property
    def per_unit(self) -> float:
        return self.paid / self.amount if self.amount else math.inf


def sizes(reader: Reader, sku: str) -> list[int]:
    """The other packs of the same family, smallest price first."""
    rows = reader.rows(
        "SELECT p.id FROM product p JOIN product own ON own.family = p.family AND own.id <> p.id "
        "WHERE own.sku = ? ORDER BY p.price, p.id",
        (sku,),
    )
    return [row[0] for row in rows]


class Substitutes:
    """Beside an open catalog; remembers what stands in a category at which price, since the file does not change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shelves: dict[str, dict[str, _Shelf]] = {}
        self._kept = 0
        self._lock = threading.Lock()

    def instead(self, sku: str, limit: int, today: date | None) -> list[int]:
        """Of the same kind, in stock and doing the same, likest first: in name, size, price and sort of brand.

        Those whose stock is not known come last. None is given that lacks a diet of the product, has an allergen more,
        or does not fit where it fits.
        """
        subject = _subject(self._reader, sku, today)
        if subject is None:
            return []
        own, values = subject
        shelves = self._of_kind(own, str(values["category"]))
        near = heapq.merge(*(walk for shelf in shelves for walk in shelf.around(own.price)))
        rated = [(o.stock_unknown, _distance(own, o), o.id) for o in self._suitable(own, values, near)]
        return [other for _, distance, other in sorted(rated) if distance <= _FARTHEST][:limit]

    def cheaper(self, sku: str, limit: int, today: date | None) -> list[int]:
        """What `instead` may give at a lower price, also by the unit if both are sold by the same measure; best value
        first."""
        subject = _subject(self._reader, sku, today)
        if subject is None:
            return []
        own, values = subject
        shelves = self._of_kind(own, str(values["category"]))
        near = heapq.merge(*(walk for shelf in shelves for walk in shelf.below(own.paid)))
        found = [
            other
            for other in self._suitable(own, values, near)
            if other.paid < own.paid
            and (other.dimension != own.dimension or other.per_unit < own.per_unit)
            and _distance(own, other) <= _FARTHEST
        ]
        found.sort(key=lambda o: (o.stock_unknown, o.dimension != own.dimension, o.per_unit, o.id))
        return [other.id for other in found[:limit]]

    def warm_up(self) -> None:
        """Look at the shelves of all categories, as far as they are kept."""
        for [category] in self._reader.rows("SELECT path FROM category ORDER BY position"):
            if self._kept < _KEPT:
                self._shelves_of(category)

    def _suitable(self, own: _Thing, values: dict[str, object], near: Iterator[tuple[int, int]]) -> list[_Thing]:
        """Those that do the same, the nearest until there are enough."""
        found: list[_Thing] = []
        noun = _noun(own.heads, own.name)
        look_at = _AT_ONCE
        while len(found) < _ENOUGH and (ids := [product for _, product in islice(near, look_at)]):
            rows = self._reader.rows(_CANDIDATES, values | {"ids": json.dumps(ids)})
            found.extend(_Thing.read(row) for row in rows if _does_the_same(own, noun, row))
            look_at *= 2
        return found

    def _of_kind(self, own: _Thing, category: str) -> list[_Shelf]:
        """The shelves whose things are called what this one is."""
        shelves = self._shelves_of(category)
        return [shelves[noun] for noun in sorted(own.heads) if noun in shelves]

    def _shelves_of(self, category: str) -> dict[str, _Shelf]:
        """Of a category, by noun."""
        shelves = self._shelves.get(category)
        if shelves is None:
            shelves = defaultdict(_Shelf)
            rows = self._reader.rows(_STANDING, {"category": category})
            for product, price, lowest, head, name in rows:
                for noun in _noun(_stems(head), name):
                    shelves[noun].add(product, price, lowest)
            with self._lock:
                if self._kept > _KEPT:
                    self._shelves.clear()
                    self._kept = 0
                self._shelves[category] = shelves
                self._kept += len(rows)
        return shelves


class _Shelf:
    """Products by price, lowest first."""

    def __init__(self) -> None:
        self._products = array("q")
        self._prices = array("q")
        self._reduced: list[tuple[int, int]] = []
        """Lowest price and product of those on offer."""

    def add(self, product: int, price: int, lowest: int) -> None:
        """In the order of prices."""
        self._products.append(product)
        self._prices.append(price)
        if lowest < price:
            self._reduced.append((lowest, product))

    def around(self, price: int) -> tuple[Iterator[tuple[int, int]], Iterator[tuple[int, int]]]:
        """Distances in price and products, nearest first: those above, those below."""
        middle = bisect_left(self._prices, price)
        above = ((self._prices[at] - price, self._products[at]) for at in range(middle, len(self._prices)))
        return above, self._under(price, middle)

    def below(self, price: int) -> tuple[Iterator[tuple[int, int]], Iterator[tuple[int, int]]]:
        """The same of those that cost less, and of those that an offer may bring below."""
        middle = bisect_left(self._prices, price)
        reduced = sorted((price - lowest, product) for lowest, product in self._reduced if lowest < price)
        return iter(reduced), self._under(price, middle)

    def _under(self, price: int, middle: int) -> Iterator[tuple[int, int]]:
        return ((price - self._prices[at], self._products[at]) for at in range(middle - 1, -1, -1))


def _subject(reader: Reader, sku: str, today: date | None) -> tuple[_Thing, dict[str, object]] | None:
    rows = reader.rows(
        f"SELECT {_COLUMNS}, p.category, p.min_age FROM {PRODUCTS} JOIN product_text t ON t.id = p.id "  # noqa: S608
        "WHERE p.sku = :sku",
        {"sku": sku, "today": day(today)},
    )
    if not rows:
        return None
    [(*row, category, min_age)] = rows
    thing = _Thing.read(tuple(row))
    return thing, {"id": thing.id, "category": category, "min_age": min_age, "today": day(today)}


def _does_the_same(own: _Thing, noun: frozenset[str], row: Row) -> bool:
    """Whether the product of a row of _COLUMNS can stand in; most of a big category are turned away here."""
    _, family, name, _, head, attributes, diet, allergens, labelled, *_ = row
    if own.family == family:
        return True
    # It is called what this one may be called; a grill cover is of grills, but no grill is a cover.
    if noun.isdisjoint(_stems(head)):
        return False
    if own.labelled and not labelled:
        return False
    if not _listed(own.diet) <= _listed(diet) or not _listed(allergens) <= _listed(own.allergens):
        return False
    if not _needs(own.attributes) <= _facts(attributes):
        return False
    if not _promises(own.name) <= _promises(name) | _listed(diet):
        return False
    codes = _codes(own.name)
    return not codes or not (others := _codes(name)) or not codes.isdisjoint(others)


def _distance(own: _Thing, other: _Thing) -> float:
    kind = own.heads & other.heads
    distance = _apart(_stems(own.words) - kind, _stems(other.words) - kind)
    distance += _ATTRIBUTES_LOSS * _apart(_facts(own.attributes), _facts(other.attributes))
    if own.dimension == other.dimension and own.amount and other.amount:
        distance += min(_MOST_BY_AMOUNT, _SIZE_LOSS * abs(math.log2(other.amount / own.amount)))
    elif own.dimension != other.dimension:
        distance += _OTHER_MEASURE_LOSS
    if own.paid and other.paid:
        distance += min(_MOST_BY_AMOUNT, _PRICE_LOSS * abs(math.log2(other.paid / own.paid)))
    distance += _BRAND_TIER_LOSS * (own.own_brand != other.own_brand)
    distance += _EXTRA_PROMISE_LOSS * len(_promises(other.name) - _promises(own.name))
    return round(distance - other.popularity / 10_000, 6)


@lru_cache(20_000)
def _stems(head: str) -> frozenset[str]:
    return frozenset(stems(head))


def _noun(heads: frozenset[str], name: str) -> frozenset[str]:
    """The last stem of a name that says what the thing is, before the name only tells more; all if there is none."""
    front = _TELLS_MORE.split(name, maxsplit=1)[0]
    last = next((stem for stem in reversed(stems(front)) if stem in heads), None)
    return heads if last is None else frozenset((last,))


@lru_cache(20_000)
def _listed(array: str) -> frozenset[str]:
    """A JSON array of diets or allergens, with spaces for hyphens."""
    return frozenset(str(value).replace("-", " ") for value in json.loads(array))


@lru_cache(20_000)
def _facts(attributes: str) -> frozenset[tuple[str, str]]:
    return frozenset((name, str(value)) for name, value in json.loads(attributes).items())


@lru_cache(20_000)
def _needs(attributes: str) -> frozenset[tuple[str, str]]:
    """What the other must have too: where it fits, and all that is answered with yes (latex free, dimmable)."""
    return frozenset((name, value) for name, value in _facts(attributes) if name in _MUST_AGREE or value == "yes")


@lru_cache(20_000)
def _promises(name: str) -> frozenset[str]:
    plain = re.sub(r"[^\w]+", " ", name.lower())
    return frozenset(_SAME_PROMISE.get(said, said) for said in _PROMISES.findall(plain))


@lru_cache(20_000)
def _codes(name: str) -> frozenset[str]:
    return frozenset(_CODE.findall(name))


def _apart(own: frozenset[T], other: frozenset[T]) -> float:
    """1 less the share of what both have (Jaccard distance); 0 if neither has anything."""
    both = len(own | other)
    return 1 - len(own & other) / both if both else 0.0
