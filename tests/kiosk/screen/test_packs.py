"""Drawings of products: each has one, whatever it is called, in colours of its brand and as large as asked for."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.screen.packaging import Look, look
from kiosk.screen.packs import FOLDER, Packs

DEPARTMENTS = (
    "produce", "bakery", "dairy", "meat", "frozen", "pantry", "snacks", "drinks", "household", "beauty", "baby", "pets",
    "electronics", "lighting", "hardware", "kitchen", "stationery", "garden", "of the store's own",
)  # fmt: skip


def draw(*parts: str, side: int = 96) -> QImage:
    return Packs().requestImage("/".join(quote(part, safe="") for part in parts), QSize(), QSize(side, side))


@pytest.mark.parametrize(
    ("department", "category", "name", "shape"),
    [
        ("dairy", "Dairy & Eggs > Milk > Dairy milk", "Whole Milk", "carton"),
        ("dairy", "Dairy & Eggs > Yogurt > Plain & Greek yogurt", "Greek Yogurt", "tub"),
        ("dairy", "Dairy & Eggs > Eggs > Hen eggs", "Large Eggs", "eggs"),
        ("pantry", "Pantry > Canned food > Soup & broth", "Tomato Soup", "can"),
        ("pantry", "Pantry > Spreads > Nut butters", "Peanut Butter Smooth", "jar"),
        ("drinks", "Drinks > Wine > Red wine", "Merlot", "wine"),
        ("drinks", "Drinks > Soda", "Cola", "drinkcan"),
        ("snacks", "Snacks > Chips > Potato chips", "Classic Potato Chips", "bag"),
        ("meat", "Meat > Meat > Beef", "Ground Beef", "tray"),
        ("produce", "Produce > Fruit > Apples & pears", "Gala Apples", "apple"),
        ("produce", "Produce > Fruit > Citrus", "Pink Grapefruit", "citrus"),
        ("household", "Household > Paper > Paper Towels", "Paper Towels Full Sheet", "rolls"),
        ("beauty", "Beauty > Hair > Shampoo & Conditioner", "Daily Shampoo", "pump"),
        ("kitchen", "Kitchen > Bath & Bed > Towels & Bath", "Bath Towel", "goods"),
        ("electronics", "Electronics > Batteries > Household Batteries", "AA Batteries", "card"),
    ],
)
def test_things_come_in_what_they_are_sold_in(department: str, category: str, name: str, shape: str) -> None:
    assert look(department, category, name, "Larkfield").shape == shape


def test_a_brand_keeps_its_colours_and_a_taste_has_its_own() -> None:
    def colours(name: str, brand: str) -> dict[str, str]:
        return dict(look("dairy", "Dairy > Yogurt", name, brand).colours)

    berry, lemon = colours("Yogurt Strawberry", "Larkfield"), colours("Yogurt Lemon", "Larkfield")
    assert berry["body"] == lemon["body"]
    assert berry["accent"] != lemon["accent"]
    assert len({colours("Yogurt", f"Brand {n}")["body"] for n in range(40)}) > 8


@given(st.sampled_from(DEPARTMENTS), st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_whatever_it_is_called_there_is_a_drawing_with_all_its_colours(
    department: str, category: str, name: str, brand: str
) -> None:
    found = look(department, category, name, brand)
    assert isinstance(found, Look)
    source = (FOLDER / f"{found.shape}.svg").read_text("utf-8")
    assert set(re.findall(r"\$([a-z]+)", source)) <= {part for part, _ in found.colours}
    assert all(re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) for _, colour in found.colours)


def test_every_drawing_is_of_use() -> None:
    code = (FOLDER.parent / "packaging.py").read_text("utf-8")
    assert {path.stem for path in FOLDER.glob("*.svg")} == {
        path.stem for path in FOLDER.glob("*.svg") if f'"{path.stem}"' in code
    }


@pytest.mark.parametrize("side", [16, 96, 700])
def test_it_is_as_large_as_asked_for_and_not_empty(fonts: None, side: int) -> None:
    image = draw("milk", "dairy", "Dairy > Milk", "Larkfield", "Whole Milk", side=side)
    assert (image.width(), image.height()) == (side, side)
    assert image.pixelColor(side // 2, side - side // 4).alpha() == 255
    assert image.pixelColor(1, 1).alpha() == 0


def test_the_brand_and_the_icon_stand_on_it(fonts: None) -> None:
    plain = draw("", "dairy", "Milk", "", "Whole Milk")
    # The colours follow the brand: compared is what else changes.
    assert draw("milk", "dairy", "Milk", "", "Whole Milk") != plain
    assert draw("", "dairy", "Milk", "Larkfield", "Whole Milk") != plain


@pytest.mark.parametrize(
    "parts",
    [
        (), ("",), ("../../fonts/OFL",), ("milk", "x"), ("no-such-icon", "dairy", "a/b%2F", "<svg>", "$body"),
        ("milk", "dairy", "Milk", "\u202eabc" * 50, "%"),
    ],
)  # fmt: skip
def test_strange_texts_do_no_harm(fonts: None, parts: tuple[str, ...]) -> None:
    assert not draw(*parts).isNull()
