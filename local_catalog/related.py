"""What stands beside a product: its other sizes, what can be taken instead, what is cheaper, what goes with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from local_catalog.filters import PAID, PAID_PER_UNIT
from local_catalog.kinds import Traits, is_kind, traits
from local_catalog.reader import Reader, Row
from local_catalog.rows import PRODUCTS, day
from local_catalog.text import indexed, stems

Seek = Callable[[str], list[int]]
"""Ids of the products in stock for a kind said in words, best first."""

_MUST_AGREE = "'active_ingredient', 'cap', 'battery_size', 'connector', 'size_number', 'chuck'"
"""Attributes without which the other does not do what this one does: no AAA for AA, no aspirin for ibuprofen."""
_SUITABLE = f"""
    p.category = :category AND p.id <> :id AND p.stock > 0 AND p.min_age IS :min_age
    AND NOT EXISTS (
        SELECT 1 FROM json_each(:attributes) wanted
        WHERE wanted.key IN ({_MUST_AGREE})
        AND json_extract(p.attributes, '$."' || wanted.key || '"') IS NOT wanted.value
    )
"""  # noqa: S608
_LOSSES = """
    (SELECT COUNT(*) FROM json_each(:diet) WHERE value NOT IN (SELECT value FROM json_each(p.diet)))
    + (SELECT COUNT(*) FROM json_each(p.allergens) WHERE value NOT IN (SELECT value FROM json_each(:allergens)))
"""
"""How many diets are lost and allergens gained: who takes gluten-free bread wants no other."""


def _ids(rows: list[Row]) -> list[int]:
    return [row[0] for row in rows]


def sizes(reader: Reader, sku: str) -> list[int]:
    """The other packs of the same family, smallest price first."""
    return _ids(
        reader.rows(
            "SELECT p.id FROM product p JOIN product own ON own.family = p.family AND own.id <> p.id "
            "WHERE own.sku = ? ORDER BY p.price, p.id",
            (sku,),
        )
    )


def _subject(reader: Reader, sku: str, today: date | None) -> dict[str, object] | None:
    rows = reader.rows(
        "SELECT p.id, p.name, p.category, p.dimension, p.diet, p.allergens, p.attributes, p.min_age, "  # noqa: S608
        f"{PAID}, {PAID_PER_UNIT} FROM {PRODUCTS} "
        "WHERE p.sku = :sku",
        {"sku": sku, "today": day(today)},
    )
    if not rows:
        return None
    names = ("id", "name", "category", "dimension", "diet", "allergens", "attributes", "min_age", "paid", "per_unit")
    return dict(zip(names, rows[0], strict=True)) | {"today": day(today)}


def instead(reader: Reader, sku: str, limit: int, today: date | None) -> list[int]:
    """Of the same category, in stock and doing the same: likest first, then nearest in price."""
    subject = _subject(reader, sku, today)
    if subject is None:
        return []
    found = reader.rows(
        f"SELECT p.id, {_LOSSES}, p.name, p.attributes FROM {PRODUCTS} WHERE {_SUITABLE} "  # noqa: S608
        f"ORDER BY abs({PAID} - :paid), p.popularity DESC, p.id",
        subject,
    )
    own = _features(str(subject["name"]), str(subject["attributes"]))
    ranked = sorted(found, key=lambda row: (row[1], -len(own & _features(row[2], row[3]))))
    return _ids(ranked[:limit])


def _features(name: str, attributes: str) -> frozenset[object]:
    """What two products can have in common: words of their names, attributes of the same value."""
    return frozenset(stems(indexed(name))) | frozenset(json.loads(attributes).items())


def cheaper(reader: Reader, sku: str, limit: int, today: date | None) -> list[int]:
    """Of the same category, in stock and at a lower price, also by the unit if both are sold by the same measure."""
    subject = _subject(reader, sku, today)
    if subject is None:
        return []
    return _ids(
        reader.rows(
            f"SELECT p.id FROM {PRODUCTS} WHERE {_SUITABLE} "  # noqa: S608
            f"AND {PAID} < :paid AND (p.dimension <> :dimension OR {PAID_PER_UNIT} < :per_unit) "
            f"ORDER BY {_LOSSES}, p.dimension <> :dimension, {PAID_PER_UNIT}, p.id LIMIT :limit",
            subject | {"limit": limit},
        )
    )


def goes_with(reader: Reader, sku: str, limit: int, seek: Seek) -> list[int]:
    """What is bought together with things of its kind, one of each kind in turn."""
    rows = reader.rows(
        "SELECT p.id, p.family, t.head, t.name, t.leaf, t.words FROM product p JOIN product_text t ON t.id = p.id "
        "WHERE p.sku = ?",
        (sku,),
    )
    if not rows:
        return []
    own, family, heads, *texts = rows[0]
    kinds = _partners(reader, traits(heads.split(), *texts))
    families = {family}
    taken: list[int] = []
    offered = [seek(kind) for kind in kinds]
    of_family = _families(reader, [product for ids in offered for product in ids])
    for turn in range(max(map(len, offered), default=0)):
        for ids in offered:
            if turn < len(ids) and ids[turn] != own and of_family[ids[turn]] not in families:
                families.add(of_family[ids[turn]])
                taken.append(ids[turn])
    return taken[:limit]


def _partners(reader: Reader, own: Traits) -> list[str]:
    """The kinds that go with the most exact kind that fits."""
    fitting = [
        (len(phrase), goes_with)
        for kind, goes_with in reader.rows("SELECT kind, goes_with FROM pair ORDER BY id")
        if is_kind(phrase := stems(indexed(kind)), own)
    ]
    longest = max((length for length, _ in fitting), default=0)
    found = [kind for length, goes_with in fitting if length == longest for kind in json.loads(goes_with)]
    return list(dict.fromkeys(found))


def _families(reader: Reader, ids: list[int]) -> dict[int, str]:
    return dict(
        reader.rows("SELECT id, family FROM product WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),))
    )
