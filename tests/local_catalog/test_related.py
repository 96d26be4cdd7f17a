from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import apsw
import pytest

from local_catalog import Catalog, Product
from local_catalog.kinds import head_words, is_kind, traits
from local_catalog.text import stems


def skus(products: Iterable[Product]) -> list[str]:
    return [product.sku for product in products]


def test_other_sizes(small: Catalog) -> None:
    assert skus(small.sizes("100001")) == ["100002"]
    assert small.sizes("200081") == small.sizes("000000") == ()


def test_instead_is_in_stock_and_keeps_the_diet(small: Catalog) -> None:
    for product in small.instead("100021"):
        assert product.stock > 0
        assert product.category == "Dairy > Plant milk"
    # Almonds would be a new allergen for someone who drinks oats; six litres are not there.
    assert skus(small.instead("100021")) == ["100011"]
    assert small.instead("100031") == ()


def test_no_other_medicine_and_no_other_battery_size(small: Catalog) -> None:
    assert small.instead("200091") == ()
    assert small.cheaper("200091") == ()
    assert skus(small.instead("200001")) == ["200002", "200011"]


def test_cheaper_is_cheaper_by_the_unit_too(small: Catalog) -> None:
    assert skus(small.cheaper("200001")) == ["200011"]
    assert small.cheaper("200011") == ()
    # The almonds cost less, but someone may drink oats because of them.
    assert small.cheaper("100011") == ()


def named(demo: Catalog, name: str, size: str = "") -> Product:
    """The product of the demo store with this name."""
    return next(product for product in demo.exact(name) if size in product.size)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Gluten-Free White Bread", lambda p: "gluten-free" in p.diet and "Bread" in p.name),
        ("Gluten-Free Penne", lambda p: "gluten-free" in p.diet),
        ("Lactose-Free Whole Milk", lambda p: "lactose-free" in p.diet and "Milk" in p.name),
        ("Diapers Size 4", lambda p: "Size 4" in p.name),
        ("AA Batteries Alkaline", lambda p: p.attributes["battery_size"] == "AA"),
        ("AAA Batteries Alkaline", lambda p: p.attributes["battery_size"] == "AAA"),
        ("Whole Milk", lambda p: p.category == "Dairy & Eggs > Milk > Dairy milk"),
        ("LED Bulb Warm White 60 W", lambda p: p.attributes["cap"] == "E26" and p.attributes["replaces"] == "60 W"),
        ("Ibuprofen Tablets", lambda p: p.attributes["active_ingredient"] == "ibuprofen"),
        ("Diet Cola", lambda p: "sugar-free" in p.diet),
        ("USB-C Cable", lambda p: p.attributes["connector"] == "USB-C to USB-C" or "USB-C" in p.name),
        ("Birthday Card", lambda p: p.attributes["occasion"] == "birthday"),
        ("Medium Roast Ground Coffee", lambda p: p.attributes["form"] == "ground"),
        ("Almond Drink Original", lambda p: "vegan" in p.diet and "Drink" in p.name),
        ("Orange Juice No Pulp", lambda p: "Juice" in p.name or p.name == "Lemonade"),
    ],
)
def test_a_shopper_would_agree(demo: Catalog, name: str, kept: Callable[[Product], bool]) -> None:
    product = named(demo, name)
    found = demo.instead(product.sku, 20)
    assert found
    assert all(kept(other) for other in (*found, *demo.cheaper(product.sku, 20))), [other.name for other in found]


@pytest.mark.parametrize(
    "name",
    ["Decaf Ground Coffee", "Cat Milk", "Puppy Food Chicken", "Corkscrew", "Grill Cover", "Power Bank 10,000 mAh",
     "CR2025 Coin Batteries", "Gluten-Free Pale Ale"],
)  # fmt: skip
def test_rather_nothing_than_something_else(demo: Catalog, name: str) -> None:
    product = named(demo, name)
    assert all(other.name == product.name for other in demo.instead(product.sku, 20))


@pytest.mark.parametrize(
    ("name", "size", "first"),
    [
        ("Whole Milk", "1 gal", "Whole Milk"), ("Diapers Size 4", "32", "Diapers Size 4"), ("Cola", "2 L", "Cola"),
        ("Birthday Card", "", "Birthday Card"), ("Gala Apples", "1 lb", "Gala Apples"),
        ("LED Bulb Warm White 60 W", "each", "LED Bulb Daylight 60 W"),
    ],
)  # fmt: skip
def test_the_likest_comes_first(demo: Catalog, name: str, size: str, first: str) -> None:
    assert first in demo.instead(named(demo, name, size).sku, 1)[0].name


def test_every_substitute_of_the_demo_store(demo: Catalog) -> None:
    for [sku] in demo._reader.rows("SELECT sku FROM product"):
        product = demo.product(sku)
        assert product is not None
        for other in (*demo.instead(sku), *demo.cheaper(sku)):
            assert other.sku != sku
            assert other.stock
            assert set(product.diet) <= set(other.diet)
            assert set(other.allergens) <= set(product.allergens)
            assert (other.category, other.min_age) == (product.category, product.min_age)
        assert all(other.current_price < product.current_price for other in demo.cheaper(sku))


def test_stock_that_is_not_known_comes_after_stock_that_is(small_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    shutil.copyfile(small_file, path)
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE product SET stock = NULL WHERE sku = '200002'")
    connection.close()
    with contextlib.closing(Catalog.open(path)) as catalog:
        assert skus(catalog.instead("200001")) == ["200011", "200002"]
        assert catalog.instead("200001")[1].stock is None


def test_goes_with(small: Catalog, demo: Catalog) -> None:
    assert all(product.stock for product in small.goes_with("100001"))
    pasta = demo.search("spaghetti").hits[0].product
    beside = demo.goes_with(pasta.sku, 4)
    assert any("sauce" in product.name.lower() for product in beside)
    assert len({product.category for product in beside}) > 1
    diapers = demo.search("diapers").hits[0].product
    assert any("wipes" in product.name.lower() for product in demo.goes_with(diapers.sku))
    assert small.goes_with("200081", 0) == ()


def test_popular_things_are_there(demo: Catalog) -> None:
    popular = demo.popular(10)
    assert len(popular) == 10 == len({product.category for product in popular})
    assert all(product.stock > 0 for product in popular)
    assert "Whole Milk" in [product.name for product in popular]


def test_offers_of_the_demo_store(demo: Catalog) -> None:
    offers = demo.offers(limit=500)
    assert len(offers) > 50
    assert all(product.offer and product.offer.ends >= date(2026, 11, 21) for product in offers)


def test_what_a_thing_is() -> None:
    assert head_words("Toothpaste Kids Strawberry", "Toothpaste & Brushes", (), {}) == ["toothpaste"]
    assert head_words("Chopped Tomatoes in Juice", "Canned", (), {})[0] == "tomatoes"
    assert head_words("Coffee Maker 12 Cup", "Coffee & Tea", ("drip coffee maker",), {}) == ["maker"]
    assert head_words("Oat Drink Chocolate", "Plant milk", (), {"drink": 0.9, "chocolate": 0.1}) == ["drink", "milk"]
    sauce = traits(["sauce"], "tomato pasta sauce")
    assert is_kind(stems("pasta sauce"), sauce)
    assert not is_kind(stems("pasta"), sauce)
