from __future__ import annotations

import pytest

from local_catalog import Catalog
from local_catalog.speller import Speller, distance


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("do you have meadowlark oat drink", "Meadowlark"),
        ("MEADOW LARK please", "Meadowlark"),
        ("medowlark oat milk", "Meadowlark"),
        ("pennywell's own milk", "Pennywell"),
        ("the pennywell one", "Pennywell"),
        ("any milk", None),
        ("", None),
    ],
)
def test_brands(small: Catalog, text: str, brand: str | None) -> None:
    assert small.match_brand(text) == brand


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("where is the milk", "Dairy > Milk"),
        ("do you have plant milk", "Dairy > Plant milk"),
        ("any offers on chocolate", "Dairy > Sweets > Chocolate"),
        ("sweets", "Dairy > Sweets"),
        ("where are your light bulbs", "Household & Tools > Light bulbs"),
        ("bateries", "Household & Tools > Batteries"),
        ("liners", "Household & Tools > Bags & Liners"),
        ("something nice", None),
    ],
)
def test_categories(small: Catalog, text: str, category: str | None) -> None:
    assert small.match_category(text) == category


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("where is dairy", "dairy"),
        ("I need help in household and tools", "home"),
        ("tools", "home"),
        ("cleaning stuff", "home"),
        ("who won the game", None),
    ],
)
def test_departments(small: Catalog, text: str, department: str | None) -> None:
    assert small.match_department(text) == department


@pytest.mark.parametrize(
    ("prefix", "first"),
    [
        ("oat", "Oat Drink Original"),
        ("oat drink c", "Oat Drink Chocolate"),
        ("ham", "Claw Hammer"),
        ("meadowlark oat drink o", "Meadowlark Oat Drink Original"),
        ("chedd", "Cheddar Block"),
        ("chedar b", "Cheddar Block"),
        ("papr tow", "paper towels"),
        ("pap", "paper towels"),
    ],
)
def test_completion(small: Catalog, prefix: str, first: str) -> None:
    assert first in small.complete(prefix)[:2]


def test_completion_knows_its_limits(small: Catalog) -> None:
    assert small.complete("") == small.complete("  ") == small.complete("zzzz") == ()
    assert len(small.complete("p", 3)) == 3
    assert small.complete("p", 0) == ()


def test_vocabulary_is_spoken_words(small: Catalog) -> None:
    words = small.vocabulary()
    assert len(set(words)) == len(words)
    for phrase in ("whole milk", "pennywell whole milk", "plant milk", "household and tools", "returns and refunds"):
        assert phrase in words
    assert words.index("whole milk") < words.index("claw hammer")
    assert words.index("claw hammer") < words.index("ironby claw hammer")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("brocolli", "broccoli"),
        ("mozarela", "mozzarella"),
        ("mlik", "milk"),
        ("avacado", "avocado"),
        ("detergant", "detergent"),
        ("rasberries", "raspberries"),
        ("zuchinni", "zucchini"),
    ],
)
def test_spelling(wrong: str, right: str) -> None:
    known = ("broccoli", "mozzarella", "milk", "silk", "avocado", "detergent", "raspberries", "zucchini", "macaroni")
    assert Speller(dict.fromkeys(known, 1)).mend(wrong)[0] == right


def test_spelling_does_not_guess_wildly() -> None:
    speller = Speller({"milk": 5, "detergent": 1, "rice": 2})
    for word in ("", "a", "ox", "1234", "helicopter", "ice cream", "x" * 500):
        assert speller.mend(word) == ()
    assert speller.mend("deturgentt") == ("detergent",)
    assert Speller({"basket": 3, "bracket": 3}).mend("brisket") == ()
    assert Speller({"basket": 3, "bracket": 3}).suggest("brisket") == ("bracket", "basket")
    assert Speller({"молоко": 1, "масло": 1}).mend("малоко") == ("молоко",)


def test_distance_counts_a_swap_once() -> None:
    assert (distance("milk", "mlik"), distance("milk", "milk"), distance("", "abc"), distance("ab", "ba")) == (
        1,
        0,
        3,
        1,
    )
