from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog.text import indexed, key, plain, spoken, stems, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5 L", "1500ml"),
        ("1,5 liters", "one and a half liter"),
        ("two liter", "2L"),
        ("sixty watt", "60-W"),
        ("half a gallon", "64 fl oz"),
        ("1 lb", "one pound"),
        ("hundred watt", "100W"),
        ("two hundred and fifty grams", "250 g"),
        ("one point five liters", "1.5 l"),
        ('10"', "10 inch"),
        ("3/4 in", "3/4 inch"),
        ("2-1/2 in screws", "2.5 inch screws"),
        ("1 1/2 inch", "1.5 inches"),
        ("½ gal", "0.5 gallon"),
        ("twelve pack", "12-pack"),
        ("dozen", "12 count"),
        ("2%", "two percent"),
        ("WD-40", "wd40"),
        ("Farmer's", "farmers"),
        ("Crème", "creme"),
        ("２ L", "2 l"),
    ],
)
def test_the_same_said_differently(one: str, other: str) -> None:
    assert plain(one) == plain(other) != ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("6 x 330 ml", ["6ct", "330ml", "330"]),
        ("24 rolls", ["24ct", "24", "rolls"]),
        ("16 oz", ["453p6g", "473p2ml", "16"]),
        ("3-in-1 tool", ["3", "in", "1", "3in1", "tool"]),
        ("DMC-FZ200K", ["dmc", "fz200k", "dmcfz200k"]),
        ("KXFA132, 24-Port", ["kxfa", "132", "kxfa132", "24", "port", "24port"]),
        ("CE749A#BGJ 4006381333931", ["ce749a", "bgj", "ce749abgj", "4006381333931"]),
        ("3 in 1 tool", ["3", "in", "1", "tool"]),
        ("find it in 2 in the store", ["find", "it", "in", "2", "in", "the", "store"]),
        ("bread & butter", ["bread", "and", "butter"]),
        ('say "milk"', ["say", "milk"]),
        ("\0 \x07 🥛 ()*^", []),
    ],
)
def test_words_for_the_index(text: str, words: list[str]) -> None:
    assert indexed(text).split() == words


def test_tokens_keep_what_was_written() -> None:
    assert [token.raw for token in tokens("A 60-Watt Bulb, two LITERS")] == ["A", "60-Watt", "Bulb", "two LITERS"]


def test_stems_are_those_of_the_search_index() -> None:
    assert stems("batteries potatoes baking") == ("batteri", "potato", "bake")


@given(st.text(max_size=200))
def test_any_text_gives_words_of_letters_and_digits_only(text: str) -> None:
    for token in tokens(text):
        assert token.norm.isalnum()
    assert key(text) == key(text.upper().lower()) or not text.isascii()
    assert all(word.isalnum() for word in spoken(text).split())
