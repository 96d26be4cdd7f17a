from __future__ import annotations

from collections.abc import Iterable
from datetime import date

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
