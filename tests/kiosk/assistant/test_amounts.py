from __future__ import annotations

import pytest

from kiosk.assistant.amounts import find_prices, find_quantity
from kiosk.assistant.text import take_apart
from kiosk.assistant.word_lists import word_lists

EN = word_lists("en")


def prices(text: str) -> tuple[int | None, int | None]:
    found = find_prices(take_apart(text, EN.text).words, EN.amounts, "USD")
    return (found.least.minor if found.least else None, found.most.minor if found.most else None)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("oat milk under $4", None, 400),
        ("oat milk for less than five bucks", None, 500),
        ("between 5 and 10", 500, 1000),
        ("between 10 and 5 dollars", 500, 1000),
        ("batteries 5 to 10 dollars", 500, 1000),
        ("$5-$10 wine", 500, 1000),
        ("three fifty or less", None, 350),
        ("under 99 cents", None, 99),
        ("99c max", None, 99),
        ("under 1,000 dollars", None, 100_000),
        ("4 dollars 50 or less", None, 450),
        ("under twenty five dollars", None, 2500),
        ("no more than a dollar", None, 100),
        ("coffee around $10", 750, 1250),
        ("a knife over 20 dollars", 2000, None),
        ("i have twenty dollars", None, 2000),
        ("my budget is 30", None, 3000),
        ("shampoo for 4 dollars", None, 400),
    ],
)
def test_prices(text: str, least: int | None, most: int | None) -> None:
    assert prices(text) == (least, most)


@pytest.mark.parametrize(
    "text",
    [
        "wd40",
        "spf 50 sunscreen",
        "60w bulb",
        "aa batteries",
        "2% milk",
        "number 3",
        "a 12 pack of cola",
        "28 ounce cans",
        "toys for under 5 year olds",
        "less than 100 calories",
        "at least 70 percent chocolate",
        "diapers size 4",
        "size 10 socks",
        "aisle 5",
        "chanel number 5",
        "under 60 watts",
        "more than 4 people",
        "9 volt battery",
        "7up",
        "lego from 5 years",
        "up to 3 items",
        "5w30 oil",
        "24 rolls",
        "the first 2",
    ],
)
def test_numbers_that_are_no_prices(text: str) -> None:
    assert prices(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("add two oat milks", 2),
        ("a dozen eggs", 12),
        ("half a dozen eggs", 6),
        ("add 3 of them to my list", 3),
        ("make it three", 3),
        ("a couple of lemons", 2),
        ("two 6 packs of beer", 2),
        ("add milk", None),
        ("number 3", None),
        ("60 watt bulb", None),
        ("add 2000 of those", None),
        ("2% milk", None),
    ],
)
def test_quantities(text: str, quantity: int | None) -> None:
    words = take_apart(text, EN.text).words
    found = find_quantity(words, EN.amounts, find_prices(words, EN.amounts, "USD").spans)
    assert (found[0] if found else None) == quantity
