"""By what a result can be narrowed, checked against the search itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog import Catalog, Filters, Money
from local_catalog.facets import price_steps

MANY = 10_000


@pytest.mark.parametrize("query", ["milk", "", "choclate", "battery"])
@pytest.mark.parametrize("filters", [Filters(), Filters(in_stock=True, diet=("vegan",)), Filters(category="dairy")])
def test_each_count_is_that_of_the_narrowed_search(demo: Catalog, query: str, filters: Filters) -> None:
    facets = demo.facets(query, filters)
    found = demo.search(query, filters, limit=MANY)
    products = [hit.product for hit in found.hits]
    assert facets.on_offer == sum(p.offer is not None for p in products)
    assert facets.in_stock == sum((p.stock or 0) > 0 for p in products)
    assert dict(facets.diets) == {
        diet: sum(diet in p.diet for p in products) for diet in {diet for p in products for diet in p.diet}
    }
    for price, count in facets.prices:
        assert count == sum(p.current_price <= price for p in products)
    anywhere = demo.search(query, replace(filters, category=None), limit=MANY) if query else found
    assert sum(facets.departments.values()) == anywhere.total


def test_the_most_common_come_first(demo: Catalog) -> None:
    counts = list(demo.facets("").departments.values())
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 18


def test_nothing_found_has_nothing_to_narrow_by(demo: Catalog) -> None:
    facets = demo.facets("qqqqzzzz")
    assert not facets.departments
    assert not facets.prices
    assert facets.in_stock == facets.on_offer == 0


def test_by_name(demo: Catalog) -> None:
    names = [hit.product.name.lower() for hit in demo.search("", Filters(category="dairy", sort="name"), MANY).hits]
    assert names == sorted(names)


@given(st.lists(st.integers(1, 200_000), max_size=60))
def test_prices_offered_part_the_products(prices: list[int]) -> None:
    steps = price_steps(prices)
    assert len(steps) <= 3
    assert [price for price, _ in steps] == sorted({price for price, _ in steps})
    for price, count in steps:
        assert 0 < count < len(prices)
        assert count == sum(paid <= price for paid in prices)


def test_one_unit_for_all_that_are_compared(demo: Catalog) -> None:
    litre, half_gallon = demo.product("130292"), demo.product("130291")
    assert litre is not None
    assert half_gallon is not None
    found = demo.unit_prices([litre, half_gallon])
    assert found is not None
    unit, prices = found
    assert unit == "100 ml"
    assert prices == (Money(35), Money(25))  # 3.49 / 10 and 4.79 / 18.93


def test_no_unit_for_things_of_different_measure(demo: Catalog) -> None:
    milk = demo.product("130292")
    cheese = demo.product("130511")
    assert milk is not None
    assert cheese is not None
    assert demo.unit_prices([milk, cheese]) is None
