"""What shoppers ask the demo store, and what must be among the first things shown.

Each row: the question, and a pattern that the name, brand or category of one of the first three hits must have.
"""

from __future__ import annotations

import re

import pytest

from local_catalog import Catalog, Filters

QUERIES = [
    # plain names
    ("whole milk", "^Larkfield Whole Milk"),
    ("milk", "Whole Milk"),
    ("eggs", "Eggs"),
    ("bananas", "^Larkfield Bananas"),
    ("bread", "Bread"),
    ("butter", "Butter"),
    ("cheddar", "Cheddar"),
    ("ground beef", "^Larkfield Ground Beef"),
    ("chicken breast", "Chicken Breast"),
    ("orange juice no pulp", "Orange Juice No Pulp"),
    ("olive oil", "Olive Oil"),
    ("soy sauce", "Soy Sauce"),
    ("baking soda", "Baking Soda"),
    ("pasta sauce", "Sauce"),
    ("frozen pizza", "Pizza"),
    ("ice cream", "Ice Cream"),
    ("dark chocolate", "Dark Chocolate"),
    ("milk chocolate", "^Larkfield Milk Chocolate Bar"),
    ("toothpaste", "Toothpaste"),
    ("shampoo", "Shampoo"),
    ("dog food", "Dog Food"),
    ("fish food", "Fish Flakes"),
    ("birthday card", "Birthday Card"),
    ("hammer", "Hammer"),
    ("potting soil", "Potting Soil"),
    # whole questions
    ("do you guys carry oat milk?", "Oat Drink"),
    ("where can I find the AA batteries please", "AA Batteries"),
    ("how much is a gallon of milk", "Milk .*1 gal"),
    ("is the peanut butter in stock", "Peanut Butter"),
    ("I'm looking for something to clean my windows", "Glass Cleaner"),
    ("which aisle has the light bulbs", "Bulb"),
    ("have you got anything for a headache", "Pain Relief"),
    ("I need a light bulb for my fridge", "Fridge Bulb"),
    ("do you sell dog poop bags", "Dog Waste Bags"),
    # other words
    ("nappies", "Diapers"),
    ("loo roll", "Toilet Paper"),
    ("bin bags", "Trash Bags"),
    ("crisps", "Potato Chips"),
    ("pop", "Soda|Cola"),
    ("washing powder", "Laundry Detergent"),
    ("kitchen roll", "Paper Towels"),
    ("sun cream", "Sunscreen"),
    ("aluminium foil", "Aluminum Foil"),
    ("kitty litter", "Cat Litter"),
    ("mayo", "Mayo"),
    ("mac n cheese", "Macaroni and Cheese"),
    ("double a batteries", "^.* AA Batteries"),
    ("duvet", "Comforter"),
    ("torch", "Flashlight"),
    ("strawberry jam", "Strawberry Preserves"),
    ("bread for celiacs", "Gluten-Free"),
    ("plasters", "Bandage"),
    # misspelled, joined, split, unfinished
    ("brocolli", "Broccoli"),
    ("avacado", "Avocado"),
    ("ibuprofin", "Ibuprofen"),
    ("papertowels", "Paper Towels"),
    ("tooth paste", "Toothpaste"),
    ("shampo", "Shampoo"),
    ("detergant", "Detergent"),
    ("spagetti", "Spaghetti"),
    ("strawb yog", "Yogurt Strawberry|Strawberry"),
    ("choc", "Chocolate"),
    ("larkfeild milk", "Larkfield .*Milk"),
    ("wd40", "Lubricant"),
    # numbers and sizes
    ("60 watt bulb", "Bulb .*60 W"),
    ("sixty watt bulb", "Bulb .*60 W"),
    ("e26 led bulb", "Bulb"),
    ("gu10", "GU10"),
    ("9 volt battery", "9V Battery"),
    ("spf50 sunscreen", "SPF 50"),
    ("size 4 diapers", "Diapers Size 4"),
    ("2% milk", "2%"),
    ("a two liter bottle of cola", "Cola .*2 L"),
    ("a dozen eggs", "Eggs .*12 pack"),
    ("usb c cable", "USB-C"),
    ("6 foot hdmi cable", "HDMI Cable"),
    # brand, diet and kind together
    ("larkfield oat milk", "^Larkfield Oat Drink"),
    ("gluten free bread", "Gluten-Free"),
    ("vegan cheese", "Vegan"),
    ("sugar free cola", "(Zero Sugar|Diet) Cola"),
    ("decaf coffee", "Decaf"),
    ("red wine", "Red wine"),
]


def shown(catalog: Catalog, query: str, filters: Filters | None = None) -> list[str]:
    found = catalog.search(query, filters or Filters(), limit=3)
    return [f"{h.product.brand} {h.product.name} {h.product.size} ({h.product.category})" for h in found.hits]


@pytest.mark.parametrize(("query", "pattern"), QUERIES)
def test_among_the_first_three(demo: Catalog, query: str, pattern: str) -> None:
    first = shown(demo, query)
    assert any(re.search(pattern, text) for text in first), first


@pytest.mark.parametrize(
    ("query", "pattern"),
    [
        ("oat milk", "Oat"),
        ("whole milk", "Whole Milk"),
        ("aa batteries", "AA Batteries"),
        ("toilet paper", "Toilet Paper"),
        ("cat food", r"\(Pets > Cat"),
        ("red wine", r"Red wine\)"),
    ],
)
def test_nothing_else_is_among_the_first_three(demo: Catalog, query: str, pattern: str) -> None:
    first = shown(demo, query)
    assert len(first) == 3
    assert all(re.search(pattern, text) for text in first), first


def test_cheapest_first_in_the_demo_store(demo: Catalog) -> None:
    assert all("(Dairy & Eggs > Milk" in text for text in shown(demo, "milk", Filters(sort="price")))
    assert all("Oat" in text for text in shown(demo, "oat milk", Filters(sort="unit_price")))


def test_what_the_store_has_not(demo: Catalog) -> None:
    for query in ("unicorn saddle", "iphone 15 pro max", "who won the game last night", "kangaroo fillet", "asdfgh"):
        assert all(hit.score < 0.75 for hit in demo.search(query).hits), query


def test_known_names_are_found_whole(demo: Catalog) -> None:
    """Every name that recognisers and completion offer leads to a product of that name."""
    names = sorted({hit.product.name for hit in demo.search("", limit=5000).hits})[::9]
    missed = [name for name in names if name not in {hit.product.name for hit in demo.search(name, limit=5).hits}]
    assert len(missed) <= 0.02 * len(names), missed
