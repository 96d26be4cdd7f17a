"""Shown text to spoken text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice import spoken_text
from voice.numbers import LARGEST, cardinal, decimal, digits, ordinal
from voice.spoken import LONGEST


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("$3.49", "three dollars forty-nine"),
        ("$0.49", "forty-nine cents"),
        ("$0.01", "one cent"),
        ("$1", "one dollar"),
        ("$4.", "four dollars."),
        ("$1,299.00", "one thousand two hundred ninety-nine dollars"),
        ("£2.50/kg", "two pounds fifty per kilogram"),
        ("$3.49/100 g", "three dollars forty-nine per one hundred grams"),
        ("from $2.49 to $5", "from two dollars forty-nine to five dollars"),
        ("$2.49-$5.99", "two dollars forty-nine to five dollars ninety-nine"),
        ("2 for $5.00", "two for five dollars"),
        ("500 g", "five hundred grams"),
        ("1 L", "one liter"),
        ("1.5 L", "one point five liters"),
        ("2 x 1 L", "two times one liter"),
        ("2×250 g", "two times two hundred fifty grams"),
        ("30 x 40 cm", "thirty by forty centimeters"),
        ("12 fl oz", "twelve fluid ounces"),
        ("Milk (1 gal)", "Milk one gallon"),
        ("0.5 gal, 2 qt", "half a gallon, two quarts"),
        ("9 W, 806 lm", "nine watts, eight hundred six lumens"),
        ("a 500-g jar", "a five hundred gram jar"),
        ("aisle 7, bay 3", "aisle seven, bay three"),
        ("There are 3 in stock.", "There are three in stock."),
        ("SPF 50", "S P F fifty"),
        ("USB-C cable 2 m", "U S B C cable two meters"),
        ("AA batteries, 8 pk", "double A batteries, eight packs"),
        ("WD-40", "W D forty"),
        ("25% off", "twenty-five percent off"),
        ("1½ cups", "one and one half cups"),
        ("1/2 onion", "one half onion"),
        ("Mon–Fri 8:00–21:00", "Monday to Friday eight A M to nine P M"),
        ("8 a.m. to 9 p.m.", "eight A M to nine P M."),
        ("until 22:05", "until ten oh five P M"),
        ("12:00", "noon"),
        ("00:00", "midnight"),
        ("until 2026-11-30", "until November thirtieth"),
        ("9521234567890", "nine five two one two three four five six seven eight nine zero"),
        ("Call 555-1234", "Call five five five, one two three four"),
        ("Salt & Vinegar", "Salt and Vinegar"),
        ("fat 3.2 g per 100 g", "fat three point two grams per one hundred grams"),
        ("250 kJ / 60 kcal", "two hundred fifty kilojoules or sixty kilocalories"),
        ("20°C", "twenty degrees Celsius"),
        ("**Oat Drink** [[x]] <b>", "Oat Drink x b"),
    ],
)
def test_english(shown: str, said: str) -> None:
    assert spoken_text(shown) == said


def test_other_languages_keep_their_writing() -> None:
    assert spoken_text("La leche cuesta $3.49 🥛", "es") == "La leche cuesta $3.49"


def test_long_text_ends_with_a_whole_sentence() -> None:
    said = spoken_text("This is a sentence. " * 6_000)
    assert len(said) <= LONGEST
    assert said.endswith("sentence.")


def test_lines_become_sentences() -> None:
    assert spoken_text("Milk\nBread") == "Milk. Bread"


@given(st.text(max_size=300), st.sampled_from(["en", "es", "de-AT", ""]))
def test_any_text_becomes_plain_words(text: str, language: str) -> None:
    said = spoken_text(text, language)
    assert not set(said) & set("[]{}<>*_#|\\`\n\t\0")
    assert "  " not in said


@given(st.integers(0, 99_999_999))
def test_every_price_is_said_in_words(cents: int) -> None:
    said = spoken_text(f"It is ${cents // 100:,}.{cents % 100:02}.")
    assert not any(sign.isdigit() or sign == "$" for sign in said)
    assert "dollar" in said or "cent" in said


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (312, "three hundred twelve"),
        (1_000, "one thousand"),
        (2_000_017, "two million seventeen"),
    ],
)
def test_cardinal(number: int, words: str) -> None:
    assert cardinal(number) == words


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_cardinal_out_of_range(number: int) -> None:
    with pytest.raises(ValueError, match="not between"):
        cardinal(number)


@given(st.integers(0, LARGEST - 1))
def test_different_numbers_are_said_differently(number: int) -> None:
    assert cardinal(number) != cardinal(number + 1)


def test_ordinal_decimal_digits() -> None:
    assert [ordinal(number) for number in (1, 2, 12, 22, 30, 105)] == [
        "first", "second", "twelfth", "twenty-second", "thirtieth", "one hundred fifth",
    ]  # fmt: skip
    assert decimal("1,200.50") == "one thousand two hundred point five zero"
    assert decimal("3.00") == "three"
    assert digits("a4-2") == "four two"
