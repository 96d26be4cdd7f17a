"""From rows of the catalog file to the types that the kiosk works with."""

from __future__ import annotations

import json
from datetime import date, datetime

from local_catalog.reader import Reader, Row
from local_catalog.types import (
    CatalogInfo,
    Department,
    Fixture,
    FloorPlan,
    Location,
    Money,
    Nutrition,
    Offer,
    Opening,
    Policy,
    Product,
    Store,
)

PRODUCT_COLUMNS = (
    "p.id, p.sku, p.gtin, p.name, p.brand, p.own_brand, p.department, p.category, p.size, p.price, p.unit_price,"
    " p.unit, p.stock, p.aisle, p.bay, p.shelf, p.description, p.ingredients, p.allergens, p.may_contain, p.diet,"
    " p.nutrition, p.min_age, p.attributes, o.id, o.label, o.price, o.unit_price, o.ends"
)
PRODUCTS = "product p LEFT JOIN offer o ON o.product = p.id AND o.ends >= :today"
"""Products with the offer that runs on :today (ISO date; '' for any day)."""


def day(today: date | None) -> str:
    """The value of :today."""
    return today.isoformat() if today else ""


def product(row: Row, currency: str) -> Product:
    """From a row of PRODUCT_COLUMNS."""
    (
        _, sku, gtin, name, brand, own_brand, department, category, size, price, unit_price, unit, stock, aisle, bay,
        shelf, description, ingredients, allergens, may_contain, diet, nutrition, min_age, attributes, offer_id,
        offer_label, offer_price, offer_unit_price, offer_ends,
    ) = row  # fmt: skip
    offer = None
    if offer_id is not None:
        reduced = None if offer_price is None else Money(offer_price, currency)
        offer = Offer(offer_id, offer_label, reduced, date.fromisoformat(offer_ends))
    return Product(
        sku=sku,
        gtin=gtin,
        name=name,
        brand=brand,
        own_brand=bool(own_brand),
        department=department,
        category=category,
        size=size,
        price=Money(price, currency),
        unit_price=Money(unit_price if offer_unit_price is None else offer_unit_price, currency),
        unit=unit,
        stock=stock,
        location=None if aisle is None else Location(aisle, bay or "", shelf or ""),
        description=description,
        ingredients=ingredients,
        allergens=tuple(json.loads(allergens)),
        may_contain=tuple(json.loads(may_contain)),
        diet=tuple(json.loads(diet)),
        nutrition=Nutrition(**json.loads(nutrition)) if nutrition else None,
        offer=offer,
        min_age=min_age,
        attributes=json.loads(attributes),
    )


def products_by_id(reader: Reader, ids: list[int], currency: str, today: date | None) -> dict[int, Product]:
    """The products with these row ids, by id."""
    rows = reader.rows(
        f"SELECT {PRODUCT_COLUMNS} FROM {PRODUCTS} WHERE p.id IN (SELECT value FROM json_each(:ids))",  # noqa: S608
        {"ids": json.dumps(ids), "today": day(today)},
    )
    return {row[0]: product(row, currency) for row in rows}


def info(reader: Reader) -> CatalogInfo:
    """What the file says of itself."""
    meta: dict[str, str] = dict(reader.rows("SELECT key, value FROM meta"))
    return CatalogInfo(
        version=meta["version"],
        synced_at=datetime.fromisoformat(meta["synced_at"]),
        products=int(meta["products"]),
        schema=reader.rows("PRAGMA user_version")[0][0],
    )


def store(reader: Reader) -> Store:
    """The store with its opening hours, Monday first."""
    [(name, address, phone, currency, languages, assistant)] = reader.rows(
        "SELECT name, address, phone, currency, languages, assistant_name FROM store"
    )
    hours = reader.rows("SELECT weekday, opens, closes FROM opening ORDER BY weekday")
    return Store(
        name=name,
        address=address,
        phone=phone,
        currency=currency,
        languages=tuple(json.loads(languages)),
        hours=tuple(Opening(*row) for row in hours),
        assistant_name=assistant,
    )


def departments(reader: Reader) -> tuple[Department, ...]:
    """In the order of the source."""
    rows = reader.rows("SELECT id, name, aisles, words FROM department ORDER BY position")
    return tuple(Department(i, name, tuple(json.loads(a)), tuple(json.loads(w))) for i, name, a, w in rows)


def policies(reader: Reader) -> tuple[Policy, ...]:
    """In the order of the source."""
    rows = reader.rows("SELECT topic, title, text, phrases, department FROM policy ORDER BY position")
    return tuple(
        Policy(topic, title, text, tuple(json.loads(phrases)), department)
        for topic, title, text, phrases, department in rows
    )


def floor(reader: Reader) -> FloorPlan:
    """The floor plan with all fixtures."""
    [(width, depth)] = reader.rows("SELECT floor_width, floor_depth FROM store")
    rows = reader.rows("SELECT id, kind, label, x, y, width, height, aisle, bay FROM fixture ORDER BY position")
    return FloorPlan(width, depth, tuple(Fixture(*row) for row in rows))
