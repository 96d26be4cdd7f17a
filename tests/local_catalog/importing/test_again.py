"""A catalog that is imported again: what did not change stays row by row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from local_catalog import Catalog, CatalogError, build_catalog, demo_source, schema
from tests.local_catalog.conftest import SMALL_STORE
from tests.local_catalog.importing.conftest import BREAD, FULL, HEADER, MAPPING, MILK, NOW, TODAY, Shop

MORE = "".join(f"T{n},Tea {n},Leaf,Drinks > Tea,{n}0 g,{n}.49,,{n},2-1-1\n" for n in range(1, 40))


def tables(shop: Shop) -> dict[str, set[tuple[object, ...]]]:
    with closing(sqlite3.connect(shop.target)) as connection:
        return {name: set(connection.execute(f"SELECT * FROM {name}")) for name in schema.TABLES}


def test_the_same_data_gives_the_same_bytes(shop: Shop) -> None:
    first = shop.take(HEADER + MILK + BREAD + MORE)
    before = shop.target.read_bytes()
    second = shop.take(HEADER + MILK + BREAD + MORE)
    assert shop.target.read_bytes() == before
    assert first.info is not None
    assert first.info == second.info
    assert (first.new, second.new, second.gone) == (41, 0, 0)
    assert first.info.synced_at == NOW
    # Data of another moment is another version, also if it is the same data.
    later = shop.take(HEADER + MILK + BREAD + MORE, now=NOW.replace(hour=9))
    assert later.info is not None
    assert later.info.version != first.info.version


def test_a_changed_price_changes_only_that_product(shop: Shop) -> None:
    shop.take(HEADER + MILK + BREAD + MORE)
    before = tables(shop)
    shop.take(HEADER + MILK.replace("1.29", "1.39") + BREAD + MORE)
    changed = {name: rows ^ before[name] for name, rows in tables(shop).items()}
    changed.pop("meta")
    assert {name: len(rows) for name, rows in changed.items() if rows} == {"product": 2}


def test_the_order_of_the_rows_does_not_matter_for_known_products(shop: Shop) -> None:
    shop.take(HEADER + MILK + BREAD + MORE)
    before = tables(shop)
    shop.take(HEADER + "".join(reversed(MORE.splitlines(keepends=True))) + BREAD + MILK)
    changed = {name for name, rows in tables(shop).items() if rows ^ before[name]}
    assert changed <= {"meta"}


def test_titles_keep_the_spelling_that_was_first(shop: Shop) -> None:
    head, tea, cup = "sku,name,price,category\n", "A,Tea,1,Hot Drinks\n", "B,Cup,1,HOT DRINKS\n"
    mapping = MAPPING + 'category = "category"\n'
    shop.take(head + tea + cup, mapping)
    shop.take(head + cup + tea, mapping)
    assert shop.product("A").category == shop.product("B").category == "Hot Drinks"


def test_ids_stay_and_new_products_get_the_next(shop: Shop) -> None:
    def ids() -> dict[str, int]:
        with closing(sqlite3.connect(shop.target)) as connection:
            return dict(connection.execute("SELECT sku, id FROM product"))

    shop.take(HEADER + MILK + BREAD)
    assert ids() == {"M1": 1, "B1": 2}
    report = shop.take(HEADER + "N1,New,,Bakery,,1,,1,1-1-1\n" + BREAD)
    assert ids() == {"B1": 2, "N1": 3}
    assert (report.new, report.gone) == (1, 1)


def test_the_store_is_kept_and_its_products_replaced(shop: Shop) -> None:
    build_catalog(SMALL_STORE, shop.target, today=TODAY)
    before = tables(shop)
    mapping = "may_shrink = true\n" + FULL
    report = shop.take(HEADER + MILK + BREAD, mapping)
    after = tables(shop)
    for name in ("store", "opening", "fixture", "policy", "synonym", "pair"):
        assert after[name] == before[name]
    assert after["department"] >= before["department"]
    assert (report.products, report.store) == (2, "Pennywell Corner")
    milk = shop.product("M1")
    # The store has a department of that name, so it is that.
    assert (milk.department, shop.product("B1").department) == ("dairy", "bakery")
    shop.take(HEADER + MILK, mapping)
    assert tables(shop)["department"] == before["department"]


def test_the_store_from_a_folder(shop: Shop) -> None:
    shop.take(HEADER + MILK + BREAD, store=demo_source())
    catalog = Catalog.open(shop.target)
    assert (catalog.store.name, catalog.info.products, len(catalog.policies) > 20) == ("Larkfield Market", 2, True)
    assert catalog.search("milk").hits[0].product.sku == "M1"
    catalog.close()


def test_departments_come_with_the_products(shop: Shop) -> None:
    shop.take(HEADER + MILK + BREAD + "X,Ring,,Ювелирные изделия,,5,,1,7-1-1\nY,Nut,,DAIRY > Milk,,5,,1,9-1-1\n")
    catalog = Catalog.open(shop.target)
    found = {department.name: (department.id, department.aisles) for department in catalog.departments}
    assert found["Dairy"] == ("dairy", ("3", "9"))
    assert found["Bakery"] == ("bakery", ("1",))
    assert found["Ювелирные изделия"][0].startswith("d")
    assert {hit.product.category for hit in catalog.search("", limit=9).hits} == {
        "Dairy > Milk",
        "Bakery",
        "Ювелирные изделия",
    }
    catalog.close()


def test_what_is_bought_together_is_kept_for_what_is_still_sold(shop: Shop) -> None:
    shop.take(HEADER + MILK + BREAD + MORE)
    with closing(sqlite3.connect(shop.target)) as connection:
        connection.executemany(
            "INSERT INTO companion VALUES (?, ?, ?, ?)", [(1, 0, 2, 0.5), (1, 1, 3, 0.4), (3, 0, 1, 0.4)]
        )
        connection.commit()
    shop.take(HEADER + MILK + BREAD + MORE.split("\n", 1)[1])
    assert tables(shop)["companion"] == {(1, 0, 2, 0.5)}


def test_a_source_with_far_fewer_products_is_refused(shop: Shop) -> None:
    shop.take(HEADER + MILK + BREAD + MORE)
    before = shop.target.read_bytes()
    with pytest.raises(CatalogError, match="has 2 products where the catalog has 41; is it cut off"):
        shop.take(HEADER + MILK + BREAD)
    assert shop.target.read_bytes() == before
    shop.take(HEADER + MILK + BREAD, "may_shrink = true\n" + FULL)
    assert shop.product("M1").name == "Whole Milk"


def test_the_currency_is_that_of_the_store(shop: Shop) -> None:
    with pytest.raises(CatalogError, match="does not say the currency"):
        shop.take("sku,name,price\nA,Tea,1\n", MAPPING.replace('currency = "USD"', ""))
    shop.take("sku,name,price\nA,Tea,1\n", MAPPING)
    shop.take("sku,name,price\nA,Tea,1\n", MAPPING.replace('currency = "USD"', ""))
    with pytest.raises(CatalogError, match="prices are in EUR, but the store sells in USD"):
        shop.take("sku,name,price\nA,Tea,1\n", MAPPING.replace("USD", "EUR"))


def test_packs_of_one_product_find_each_other(shop: Shop) -> None:
    rows = (
        "A,Cola,Fizz,Drinks,330 ml,1,,1,1-1-1\nB,Other,Fizz,Drinks,1 L,2,,1,1-1-1\nC,cola,FIZZ,Drinks,1 L,2,,1,1-1-1\n"
    )
    shop.take(HEADER + rows)
    catalog = Catalog.open(shop.target)
    assert [product.sku for product in catalog.sizes("A")] == ["C"]
    catalog.close()


def test_units_sold_tell_what_is_wanted(shop: Shop) -> None:
    mapping = MAPPING + 'sold = "sold"\n'
    shop.take("sku,name,price,sold\nA,Tea,1,3\nB,Tea,1,3000\nC,Tea,1,2900\nD,Tea,1,99999999999\n", mapping)
    with closing(sqlite3.connect(shop.target)) as connection:
        wanted = dict(connection.execute("SELECT sku, popularity + pack FROM product"))
    assert wanted == {"A": 100, "B": 600, "C": 600, "D": 1000}


def test_rebuilding_keeps_ids_and_the_moment_of_the_data(shop: Shop) -> None:
    build_catalog(SMALL_STORE, shop.target, today=TODAY)
    before = tables(shop)["product"]
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    info = build_catalog(SMALL_STORE, shop.target, today=date(2026, 11, 22), now=noon)
    assert info.synced_at == noon
    assert tables(shop)["product"] == before
