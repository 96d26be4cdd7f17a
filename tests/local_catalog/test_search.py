from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_catalog import Catalog, Filters, Found, Money, content_words
from tests.local_catalog.conftest import TODAY


def skus(found: Found) -> list[str]:
    return [hit.product.sku for hit in found.hits]


def names(found: Found) -> list[str]:
    return [hit.product.name for hit in found.hits]


def test_whole_cover_comes_first(small: Catalog) -> None:
    found = small.search("oat milk")
    assert skus(found)[0] == "100011"
    whole = [hit.product.name.startswith("Oat Drink") for hit in found.hits]
    assert whole == sorted(whole, reverse=True)
    assert found.hits[0].score == 1.0
    assert found.hits[0].matched == ("oat", "milk")


def test_in_stock_before_sold_out_where_nothing_else_differs(small: Catalog) -> None:
    found = small.search("meadowlark oat drink original")
    assert skus(found)[:2] == ["100011", "100012"]


def test_words_of_questions_do_not_count(small: Catalog) -> None:
    plain, asked = small.search("claw hammer"), small.search("Hi, where can I find a claw hammer, please? Under $20")
    assert skus(plain) == skus(asked)
    assert plain.hits[0].score == asked.hits[0].score == 1.0
    assert content_words("do you guys have any Oat Milk in stock?") == ("oat", "milk")


def test_the_score_is_the_share_that_is_covered(small: Catalog) -> None:
    found = small.search("purple hammer")
    assert found.hits[0].product.sku == "200081"
    assert 0.2 < found.hits[0].score < 0.6
    assert found.hits[0].matched == ("hammer",)
    assert small.search("unicorn saddle").total == 0


@pytest.mark.parametrize(
    ("query", "sku", "corrected"),
    [
        ("papertowels", "200051", "paper towels"),
        ("paper towles", "200051", "paper towels"),
        ("baterries", "200011", "batteries"),
        ("chedder", "100051", "cheddar"),
        ("hamer", "200081", "hammer"),
        ("toliet paper", "200041", "toilet paper"),
        ("ibuprofin", "200091", "ibuprofen"),
        ("wher is the chedar", "100051", "wher is the cheddar"),
    ],
)
def test_misspelled_and_joined_words_are_mended(small: Catalog, query: str, sku: str, corrected: str) -> None:
    found = small.search(query)
    assert sku in skus(found)[:2]
    assert found.corrected == corrected
    assert found.hits[0].score >= 0.8


@pytest.mark.parametrize(
    ("query", "sku"),
    [
        ("loo roll", "200041"),
        ("bin bags", "200061"),
        ("double a batteries", "200011"),
        ("triple a battery", "200021"),
        ("paracetamol or ibuprofen", "200091"),
        ("wd40", "200071"),
        ("wd 40", "200071"),
        ("e26 light bulb", "200031"),
        ("60w bulb", "200031"),
        ("sixty watt lightbulb", "200031"),
        ("gallon of milk", "100001"),
        ("a quart of milk", "100002"),
        ("12 pack of batteries", "200002"),
        ("twelve pack aa", "200002"),
        ("1000 ml oat drink", "100011"),
        ("batt", "200011"),
        ("choc", "100041"),
        ("beer", "100061"),
        ("vegan chocolate", "100021"),
    ],
)
def test_ways_to_say_it(small: Catalog, query: str, sku: str) -> None:
    assert sku in skus(small.search(query))[:3]


def test_a_word_of_little_meaning_counts_beside_its_neighbour(small: Catalog) -> None:
    assert small.search("trash bags").hits[0].product.sku == "200061"
    assert small.search("bags").hits[0].product.sku == "200061"


def test_article_numbers(small: Catalog) -> None:
    oat = small.product("100011")
    assert oat is not None
    for code in ("100011", oat.gtin, "0" + oat.gtin, f" {oat.gtin} "):
        assert small.by_code(code) == oat
        assert skus(small.search(code)) == ["100011"]
    wrong = oat.gtin[:-1] + str((int(oat.gtin[-1]) + 1) % 10)
    assert small.by_code(wrong) is None
    assert small.by_code("") is None
    assert small.product("\ud800") is None


def test_exact_names(small: Catalog) -> None:
    for text in ("Oat Drink Original", "meadowlark OAT-DRINK original!", "oat drink original 1 liter"):
        assert small.exact(text)[0].sku == "100011"
    assert [product.sku for product in small.exact("Oat drink original")] == ["100011", "100012"]
    assert [product.sku for product in small.exact("oat drink original 1L")] == ["100011"]
    assert small.exact("oat") == ()


def test_an_empty_query_browses(small: Catalog) -> None:
    found = small.search(" ", limit=100)
    assert found.total == 22 == len(found.hits)
    assert small.search("", Filters(category="Plant milk")).total == 4
    assert small.search("", Filters(category="dairy")).total == 9
    assert small.search("", Filters(category="Dairy > Sweets")).total == 1
    assert small.search("", Filters(category="Chocolate")).total == 1
    assert small.search("", Filters(category="nothing of this name")).total == 0


def test_nothing_that_names_a_product_finds_nothing(small: Catalog) -> None:
    for query in ("what do you have", "🥛", "?!", "()", '"'):
        assert small.search(query).total == 0


def test_pages_follow_each_other(small: Catalog) -> None:
    whole = skus(small.search("milk", limit=50))
    parts = [sku for offset in range(0, len(whole), 2) for sku in skus(small.search("milk", limit=2, offset=offset))]
    assert parts == whole
    assert small.search("milk", limit=0).hits == ()
    assert small.search("milk", limit=2, offset=1000).hits == ()
    assert small.search("milk", limit=-1, offset=-1).total == len(whole)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(max_price=Money(299)), {"100011", "100031", "100041", "100002"}),
        (Filters(min_price=Money(1000)), {"100012"}),
        (Filters(brand="MEADOWLARK"), {"100011", "100012", "100021"}),
        (Filters(own_brand=True), {"100001", "100002", "100031"}),
        (Filters(diet=("vegan",), in_stock=True), {"100011", "100031"}),
        (Filters(diet=("vegan", "Gluten Free")), {"100031"}),
        (Filters(without_allergens=("gluten",)), {"100001", "100002", "100031", "100041"}),
        (Filters(without_allergens=("dairy", "nut")), {"100021"}),
        (Filters(without_allergens=("cocoa",)), {"100001", "100002", "100011", "100012", "100031"}),
        (Filters(on_offer=True), {"100011", "100031"}),
        (Filters(category="Sweets"), {"100041"}),
        (Filters(brand="no such brand"), set()),
        (Filters(brand="\ud800"), set()),
    ],
)
def test_filters(small: Catalog, filters: Filters, expected: set[str]) -> None:
    found = small.search("milk", filters, limit=50)
    assert set(skus(found)) == expected
    assert found.total == len(expected)


def test_what_has_no_list_of_ingredients_is_never_called_free_of_something(small: Catalog) -> None:
    assert small.search("", Filters(without_allergens=("nuts",), category="home")).total == 0


def test_cheapest_first_means_the_thing_itself(small: Catalog) -> None:
    found = small.search("milk", Filters(sort="price"))
    assert skus(found) == ["100002", "100001"]
    assert skus(small.search("milk", Filters(sort="unit_price"))) == ["100001", "100002"]
    assert skus(small.search("oat milk", Filters(sort="price_desc"))) == ["100012", "100021", "100011"]
    assert skus(small.search("", Filters(category="Plant milk", sort="price"))) == [
        "100031",
        "100011",
        "100021",
        "100012",
    ]


def test_offers_end(small: Catalog) -> None:
    def on(day: date) -> set[str]:
        return {product.sku for product in small.offers(today=day)}

    assert on(TODAY) == {"100011", "100031"}
    assert on(date(2026, 11, 27)) == {"100011"}
    assert on(date(2026, 11, 28)) == set()
    late = small.search("oat drink original", today=date(2026, 11, 28)).hits[0].product
    assert (late.offer, late.current_price) == (None, Money(349))
    assert {product.sku for product in small.offers("Plant milk")} == {"100011", "100031"}
    assert small.offers("Cheese") == ()
    assert len(small.offers(limit=1)) == 1


def test_a_multi_buy_keeps_the_price(small: Catalog) -> None:
    almond = small.product("100031")
    assert almond is not None
    assert almond.offer is not None
    assert (almond.offer.price, almond.offer.label, almond.current_price) == (None, "3 for 2", Money(279))


HOSTILE = [
    '") OR 1=1 --', "'; DROP TABLE product; --", "NEAR(milk, 2)", "milk NEAR/3 oat", "* ^ - +", "name: milk",
    "{name} : x", '"""', "milk* AND", "NOT milk", "\0milk\0", "\ud800", "🥛", "%", "_", "\\", "<|im_start|>system",
    "Item { onMilk: 1 }", "１２", "²", "1/0", "½½½", "a'b’c`d", "in", '1"', "half", "and a half", "hundred",
]  # fmt: skip
LONG = {
    "one word": "milk" * 25_000, "many words": "milk " * 20_000,
    "unknown words": "".join(f"q{n}z " for n in range(14_000)),
    "digits": "9" * 100_000, "emoji": "🥛" * 25_000, "spaces": " " * 100_000 + "milk", "quotes": '"' * 100_000,
    "fractions": "1/2 " * 25_000, "numbers": "twenty " * 15_000,
}  # fmt: skip


def check(catalog: Catalog, text: str) -> None:
    """Everything that takes a shopper's words takes these."""
    found = catalog.search(text, limit=5)
    assert len(found.hits) <= 5
    assert all(0.0 <= hit.score <= 1.0 for hit in found.hits)
    assert found.total >= len(found.hits)
    catalog.by_code(text)
    catalog.exact(text)
    catalog.complete(text)
    catalog.match_brand(text)
    catalog.match_category(text)
    catalog.match_department(text)
    assert all(0.0 < hit.score <= 1.0 for hit in catalog.match_policy(text))
    catalog.search("milk", Filters(brand=text, category=text, diet=(text,), without_allergens=(text,)))
    catalog.offers(text)
    for related in (catalog.sizes, catalog.instead, catalog.cheaper, catalog.goes_with):
        assert related(text) == () or catalog.product(text) is not None
    assert all(re.search(r"\S", word) for word in content_words(text))


@settings(deadline=None)
@given(st.text() | st.sampled_from(HOSTILE) | st.lists(st.sampled_from([*HOSTILE, "milk", "oat"])).map(" ".join))
def test_no_text_breaks_anything(small: Catalog, text: str) -> None:
    check(small, text)


@pytest.mark.parametrize("name", LONG)
def test_no_long_text_breaks_anything(small: Catalog, name: str) -> None:
    check(small, LONG[name])
