"""Tables of a catalog file. Money is whole minor units in INTEGER columns of STRICT tables; lists are JSON arrays.

Every table has an explicit primary key, so that versions can be compared row by row. `product_fts` holds no text of
its own: it indexes `product_text` and can be made again from it with FTS5's 'rebuild' command.
"""

from __future__ import annotations

from dataclasses import dataclass, field

APPLICATION_ID = 0x41574C43
"""'AWLC' in the header of the file."""
SCHEMA_VERSION = 2
"""In user_version; a reader refuses files with a higher one."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their types, and what holds for them."""

    columns: dict[str, type]
    key: str | tuple[str, str]
    optional: frozenset[str] = frozenset()
    refers: tuple[tuple[str, str, str], ...] = ()
    """(column, table, column of that table)."""
    indexes: tuple[tuple[str, ...], ...] = field(default=())


TABLES: dict[str, Table] = {
    "meta": Table({"key": str, "value": str}, "key"),
    "store": Table(
        {
            "id": int, "name": str, "address": str, "phone": str, "currency": str, "languages": str,
            "assistant_name": str, "floor_width": float, "floor_depth": float,
        },
        "id",
    ),
    "opening": Table({"weekday": int, "opens": int, "closes": int}, "weekday", frozenset({"opens", "closes"})),
    "department": Table({"id": str, "position": int, "name": str, "aisles": str, "words": str}, "id"),
    "category": Table(
        {"path": str, "position": int, "department": str, "leaf": str},
        "path",
        refers=(("department", "department", "id"),),
    ),
    "product": Table(
        {
            "id": int, "sku": str, "gtin": str, "family": str, "pack": int, "name": str, "brand": str,
            "own_brand": int, "department": str, "category": str, "size": str, "price": int, "unit_price": int,
            "unit": str, "dimension": str, "base_price": int, "stock": int, "aisle": str, "bay": str, "shelf": str,
            "description": str, "ingredients": str, "allergens": str, "may_contain": str, "diet": str,
            "nutrition": str, "min_age": int, "attributes": str, "popularity": int,
        },
        "id",
        frozenset({"gtin", "stock", "aisle", "bay", "shelf", "nutrition", "min_age"}),
        (("department", "department", "id"), ("category", "category", "path")),
        (("sku",), ("gtin",), ("family",), ("category",), ("popularity",)),
    ),
    "offer": Table(
        {"id": str, "product": int, "label": str, "price": int, "unit_price": int, "ends": str},
        "id",
        frozenset({"price", "unit_price"}),
        (("product", "product", "id"),),
        (("product",),),
    ),
    "companion": Table(
        {"product": int, "rank": int, "other": int, "score": float},
        ("product", "rank"),
        refers=(("product", "product", "id"), ("other", "product", "id")),
    ),
    "product_text": Table(
        {
            "id": int, "name": str, "head": str, "leaf": str, "words": str, "brand": str, "category": str,
            "facts": str, "size": str, "description": str, "around": str,
        },
        "id",
        refers=(("id", "product", "id"),),
    ),
    "product_key": Table({"key": str, "product": int}, ("key", "product"), refers=(("product", "product", "id"),)),
    "word": Table({"word": str, "products": int}, "word"),
    "phrase": Table({"id": int, "text": str, "kind": str, "wanted": int}, "id"),
    "policy": Table(
        {"topic": str, "position": int, "title": str, "text": str, "phrases": str, "department": str},
        "topic",
        frozenset({"department"}),
        (("department", "department", "id"),),
    ),
    "fixture": Table(
        {
            "id": str, "position": int, "kind": str, "label": str, "x": float, "y": float, "width": float,
            "height": float, "aisle": str, "bay": str,
        },
        "id",
        frozenset({"aisle", "bay"}),
    ),
    "synonym": Table({"id": int, "says": str, "finds": str, "brands": str}, "id"),
    "tongue": Table({"language": str, "finds": str, "said": str, "position": int}, ("language", "finds")),
    "pair": Table({"id": int, "kind": str, "goes_with": str}, "id"),
}  # fmt: skip
"""What a store's data may not tell of a product is NULL. `companion`: what is bought with a product, best first, from
baskets. `phrase`: the id tells the order in which it is offered, see completion.py. `synonym`: `brands` are those of
`says` that are makers' names. `tongue`: the store's own words of other languages, see tongues.py. `opening` and offers'
ends are store-local; `opens` and `closes` are minutes after midnight."""

UNIQUE = (("product", ("sku",)), ("product", ("gtin",)), ("offer", ("product",)))

KIND_COLUMNS = ("head", "leaf")
"""Where a product's text says what kind of thing it is."""
KIND_PHRASE_COLUMNS = ("name", "leaf", "words")
"""Where several words in a row say it."""
OWN_COLUMNS = ("name", "head", "leaf", "words", "brand", "category", "facts", "size")
"""Where a match counts in full; elsewhere (description, titles of groups) by half."""
TEXT_COLUMNS = tuple(name for name in TABLES["product_text"].columns if name != "id")
WEIGHTS: dict[str, float] = {
    "name": 8.0, "head": 3.0, "leaf": 5.0, "words": 6.0, "brand": 4.0, "category": 2.0, "facts": 3.0, "size": 2.0,
    "description": 1.0, "around": 0.3,
}  # fmt: skip
"""Of the columns in BM25."""
