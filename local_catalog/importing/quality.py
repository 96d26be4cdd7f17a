"""Checks that need all products: the same one twice, prices far from those of the category, what is missing."""

from __future__ import annotations

import sqlite3
from collections.abc import Container

from local_catalog.importing.findings import Example, Findings, Outcome

_FAR = 100
"""Times the middle price of the category, or that part of it."""
_ENOUGH = 10
"""Products of a category by which the middle price means something."""


_MOST_CATEGORIES = 1000
_MISSING = {"no place": "aisle", "no stock": "stock", "no barcode": "gtin"}


def check_all(connection: sqlite3.Connection, findings: Findings, mapped: Container[str]) -> None:
    """Look at what is on the stage of a catalog writer; a barcode stays with the first product that has it.

    `mapped` are the columns of the stage that the mapping tells of: what it says nothing of is missing in all.
    """
    _same_barcode(connection, findings)
    _same_product(connection, findings)
    _far_prices(connection, findings)
    for check, column in _MISSING.items():
        if column in mapped:
            cases = f"SELECT seq, row, name FROM stage.article WHERE {column} IS NULL"  # noqa: S608
            _note(connection, findings, check, Outcome.KEPT, cases, "name")
    _off_the_plan(connection, findings)
    _many_categories(connection, findings)


def _note(
    connection: sqlite3.Connection, findings: Findings, check: str, outcome: Outcome, cases: str, text: str
) -> int:
    """`cases` is a query of cases, `text` an expression over one."""
    many = int(connection.execute(f"SELECT COUNT(*) FROM ({cases})").fetchone()[0])  # noqa: S608
    if many:
        shown = connection.execute(f"SELECT row, {text} FROM ({cases}) ORDER BY seq LIMIT 5")  # noqa: S608
        findings.count(check, outcome, many, [Example(row, told) for row, told in shown])
    return many


def _same_barcode(connection: sqlite3.Connection, findings: Findings) -> None:
    twice = (
        "SELECT seq, row, sku, gtin FROM (SELECT seq, row, sku, gtin, ROW_NUMBER() OVER (PARTITION BY gtin "
        "ORDER BY seq) AS place FROM stage.article WHERE gtin IS NOT NULL) WHERE place > 1"
    )
    told = "'SKU ' || sku || ' without the barcode ' || gtin || ', which another product has'"
    if _note(connection, findings, "barcode of another product", Outcome.KEPT, twice, told):
        connection.execute(f"UPDATE stage.article SET gtin = NULL WHERE seq IN (SELECT seq FROM ({twice}))")  # noqa: S608


def _same_product(connection: sqlite3.Connection, findings: Findings) -> None:
    twice = (
        "SELECT seq, row, brand, name, size FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY name_index, brand, size "
        "ORDER BY seq) AS place FROM stage.article) WHERE place > 1"
    )
    told = "name || ', ' || size || ': another SKU has the same name, brand and size'"
    _note(connection, findings, "same name, brand and size", Outcome.KEPT, twice, told)


def _far_prices(connection: sqlite3.Connection, findings: Findings) -> None:
    connection.execute(
        "CREATE TEMP TABLE middle AS SELECT category, price FROM (SELECT category, price, ROW_NUMBER() OVER "
        "(PARTITION BY category ORDER BY price) AS place, COUNT(*) OVER (PARTITION BY category) AS many "
        "FROM stage.article) WHERE many >= ? AND place = many / 2 + 1",
        (_ENOUGH,),
    )
    far = (
        "SELECT a.seq, a.row, a.name, a.price, m.price AS usual, a.category FROM stage.article a "  # noqa: S608
        f"JOIN temp.middle m USING (category) WHERE a.price > {_FAR} * m.price OR a.price * {_FAR} < m.price"
    )
    told = (
        "name || ' costs ' || printf('%.2f', price / 100.0) || ', the usual in ' || category || ' is '"
        " || printf('%.2f', usual / 100.0)"
    )
    _note(connection, findings, "price far from its category", Outcome.KEPT, far, told)
    connection.execute("DROP TABLE temp.middle")


def _many_categories(connection: sqlite3.Connection, findings: Findings) -> None:
    many, products = connection.execute("SELECT COUNT(DISTINCT category), COUNT(*) FROM stage.article").fetchone()
    if many > _MOST_CATEGORIES and many * 2 > products:
        row, category = connection.execute("SELECT row, category FROM stage.article ORDER BY seq LIMIT 1").fetchone()
        told = f"{many:,} categories for {products:,} products; is the right column mapped? The first: {category}"
        findings.count("very many categories", Outcome.KEPT, many, [Example(row, told)])


def _off_the_plan(connection: sqlite3.Connection, findings: Findings) -> None:
    unknown = (
        "SELECT seq, row, name, aisle, bay FROM stage.article a WHERE aisle IS NOT NULL AND EXISTS "
        "(SELECT 1 FROM stage.place) AND NOT EXISTS (SELECT 1 FROM stage.place p WHERE p.aisle = a.aisle "
        "AND (p.bay = a.bay OR a.bay = ''))"
    )
    told = "name || ': aisle ' || aisle || rtrim(' bay ' || bay) || ' is not on the floor plan'"
    _note(connection, findings, "place not on the floor plan", Outcome.KEPT, unknown, told)
