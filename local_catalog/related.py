"""What can stand in for a product: its other sizes, what to take instead, what is cheaper."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from local_catalog.filters import PAID
from local_catalog.kinds import name_words
from local_catalog.reader import Reader, Row
from local_catalog.rows import PRODUCTS, day
from local_catalog.text import indexed, stems

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

T = TypeVar("T")

_ENOUGH = 40
"""Suitable products looked at."""
_ATTRIBUTES_LOSS = 0.25
_SIZE_LOSS = 0.25
_PRICE_LOSS = 0.25
_OTHER_MEASURE_LOSS = 0.8
_BRAND_TIER_LOSS = 0.1
_EXTRA_PROMISE_LOSS = 0.3
_OTHER_WORD_LOSS = 0.4
"""What keeps a substitute back, beside the words that the names do not share (0 to 1): other attributes, each doubling
of the size and of the price, a size in another measure, own brand for brand or the other way, a promise not asked for
(decaf), a name that says its kind with another word."""
_MOST_BY_AMOUNT = 0.5
"""What size and price can cost at most, each."""
_FARTHEST = 2.0
"""Beyond this a thing is another thing."""

_MANY = 20_000

_COLUMNS = (
    f"p.id, p.family, p.name, t.head, p.attributes, p.diet, p.allergens, p.ingredients <> '', p.stock IS NULL, "
    f"p.own_brand, p.dimension, p.price, p.base_price, {PAID}, p.popularity"
)
# The order is made of ids and prices alone, and rows are read whole as they are asked for; LIMIT keeps it so.
_CANDIDATES = (
    f"SELECT {_COLUMNS} FROM ("  # noqa: S608
    "SELECT id FROM product WHERE category = :category AND min_age IS :min_age AND stock IS NOT 0 AND id <> :id "
    "AND {walk}, id LIMIT -1) near "
    f"CROSS JOIN {PRODUCTS} JOIN product_text t ON t.id = p.id WHERE p.id = near.id"
)


@dataclass(frozen=True, slots=True)
class _Thing:
    """A product as far as it decides what can stand in for it."""

    id: int
    family: str
    name: str
    heads: frozenset[str]
    """Stems of the words that say what it is, those of its category and of other words for it among them."""
    noun: frozenset[str]
    """The one of them that its name ends in, all if there is none."""
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
    paid: int
    popularity: int

    @classmethod
    def read(cls, row: Row) -> _Thing:
        (
            identity, family, name, head, attributes, diet, allergens, labelled, unknown, own_brand, dimension, price,
            base_price, paid, popularity,
        ) = row  # fmt: skip
        return cls(
            identity, family, name, _stems(head), _noun(head, name), attributes, diet, allergens, bool(labelled),
            bool(unknown), bool(own_brand), dimension, 1e6 * price / base_price if base_price else 0.0, paid,
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


def instead(reader: Reader, sku: str, limit: int, today: date | None) -> list[int]:
    """Of the same kind, in stock and doing the same, likest first: in name, size, price and sort of brand.

    Those whose stock is not known come last. None is given that lacks a diet of the product, has an allergen more, or
    does not fit where it fits.
    """
    subject = _subject(reader, sku, today)
    if subject is None:
        return []
    own, values = subject
    found = _suitable(reader, own, values, "1 ORDER BY abs(price - :price)")
    rated = [(other.stock_unknown, _distance(own, other), other.id) for other in found]
    return [other for _, distance, other in sorted(rated) if distance <= _FARTHEST][:limit]


def cheaper(reader: Reader, sku: str, limit: int, today: date | None) -> list[int]:
    """What `instead` may give at a lower price, also by the unit if both are sold by the same measure; best value
    first."""
    subject = _subject(reader, sku, today)
    if subject is None:
        return []
    own, values = subject
    # An offer takes at most half off.
    found = [
        other
        for other in _suitable(reader, own, values, "price < 2 * :paid ORDER BY price")
        if other.paid < own.paid
        and (other.dimension != own.dimension or other.per_unit < own.per_unit)
        and _distance(own, other) <= _FARTHEST
    ]
    found.sort(key=lambda o: (o.stock_unknown, o.dimension != own.dimension, o.per_unit, o.id))
    return [other.id for other in found[:limit]]


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
    values = {
        "id": thing.id, "category": category, "min_age": min_age, "price": row[-4], "paid": thing.paid,
        "today": day(today),
    }  # fmt: skip
    return thing, values


def _suitable(reader: Reader, own: _Thing, values: dict[str, object], walk: str) -> list[_Thing]:
    """Those of the category that do the same, along the walk until there are enough."""
    with reader.lend() as connection:
        rows = connection.execute(_CANDIDATES.format(walk=walk), values)
        return [_Thing.read(row) for row in islice((row for row in rows if _does_the_same(own, row)), _ENOUGH)]


def _does_the_same(own: _Thing, row: Row) -> bool:
    """Whether the product of a row of _COLUMNS can stand in; most of a big category are turned away here."""
    _, family, name, head, attributes, diet, allergens, labelled, *_ = row
    if own.family == family:
        return True
    # A grill cover is of grills, and no grill is a cover.
    if own.heads.isdisjoint(_noun(head, name)) or own.noun.isdisjoint(_stems(head)):
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
    distance = _apart(_words(own.name) - kind, _words(other.name) - kind)
    distance += _ATTRIBUTES_LOSS * _apart(_facts(own.attributes), _facts(other.attributes))
    if own.dimension == other.dimension and own.amount and other.amount:
        distance += min(_MOST_BY_AMOUNT, _SIZE_LOSS * abs(math.log2(other.amount / own.amount)))
    elif own.dimension != other.dimension:
        distance += _OTHER_MEASURE_LOSS
    if own.paid and other.paid:
        distance += min(_MOST_BY_AMOUNT, _PRICE_LOSS * abs(math.log2(other.paid / own.paid)))
    distance += _OTHER_WORD_LOSS * own.noun.isdisjoint(other.noun)
    distance += _BRAND_TIER_LOSS * (own.own_brand != other.own_brand)
    distance += _EXTRA_PROMISE_LOSS * len(_promises(other.name) - _promises(own.name))
    return round(distance - other.popularity / 10_000, 6)


@lru_cache(_MANY)
def _stems(head: str) -> frozenset[str]:
    return frozenset(stems(head))


@lru_cache(_MANY)
def _words(name: str) -> frozenset[str]:
    return frozenset(stems(indexed(name)))


def _noun(head: str, name: str) -> frozenset[str]:
    heads = _stems(head)
    last = next((stem for word in reversed(name_words(name)) for stem in stems(word) if stem in heads), None)
    return heads if last is None else frozenset((last,))


@lru_cache(_MANY)
def _listed(array: str) -> frozenset[str]:
    """A JSON array of diets or allergens, with spaces for hyphens."""
    return frozenset(str(value).replace("-", " ") for value in json.loads(array))


@lru_cache(_MANY)
def _facts(attributes: str) -> frozenset[tuple[str, str]]:
    return frozenset((name, str(value)) for name, value in json.loads(attributes).items())


@lru_cache(_MANY)
def _needs(attributes: str) -> frozenset[tuple[str, str]]:
    """What the other must have too: where it fits, and all that is answered with yes (latex free, dimmable)."""
    return frozenset((name, value) for name, value in _facts(attributes) if name in _MUST_AGREE or value == "yes")


@lru_cache(_MANY)
def _promises(name: str) -> frozenset[str]:
    plain = re.sub(r"[^\w]+", " ", name.lower())
    return frozenset(_SAME_PROMISE.get(said, said) for said in _PROMISES.findall(plain))


@lru_cache(_MANY)
def _codes(name: str) -> frozenset[str]:
    return frozenset(_CODE.findall(name))


def _apart(own: frozenset[T], other: frozenset[T]) -> float:
    """1 less the share of what both have (Jaccard distance); 0 if neither has anything."""
    both = len(own | other)
    return 1 - len(own & other) / both if both else 0.0
