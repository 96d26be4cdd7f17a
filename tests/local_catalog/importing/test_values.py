from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog.codes import check_digit, gtin_key, is_gtin
from local_catalog.importing.values import labels
from local_catalog.importing.values.amounts import amount_of, size_text, stock_level
from local_catalog.importing.values.barcodes import barcode
from local_catalog.importing.values.prices import MOST, minor_units
from local_catalog.importing.values.problem import BadValueError
from local_catalog.importing.values.texts import as_text, clean, styled


def price(value: object, currency: str = "EUR", decimal: str | None = None, *, minor: bool = False) -> int:
    return minor_units(value, currency=currency, decimal=decimal, minor=minor, mended=lambda check, text: None)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("3.49", 349), ("3,49", 349), ("3", 300), ("€ 3,49", 349), ("3,49 €", 349), ("3,49€", 349), ("EUR 3.49", 349),
        ("1.299,00", 129900), ("1,299.00", 129900), ("1'299.50", 129950), ("1 299,50", 129950), ("2 375", 237500),
        ("1.299", 129900), ("1,299", 129900), ("0.999", 100), ("12.-", 1200), ("12,-", 1200), (",99", 99), (".5", 50),
        ("265,0", 26500), ("1.234.567", 123456700), ("1\u202f299,00", 129900), ("+4.20", 420), (3, 300),
        (49.99, 4999), (Decimal("0.01"), 1), (4.35, 435), ("12,99 / kg", None),
    ],
)  # fmt: skip
def test_prices_as_they_are_written(text: object, minor: int | None) -> None:
    if minor is None:
        minor = 1299
    assert price(text) == minor


@pytest.mark.parametrize(
    ("text", "decimal", "minor"), [("1.299", ".", 130), ("1,299", ",", 130), ("1,299", ".", 129900), ("2.5", ".", 250)]
)
def test_a_given_decimal_mark_settles_it(text: str, decimal: str, minor: int) -> None:
    assert price(text, decimal=decimal) == minor


@pytest.mark.parametrize(
    "value",
    ["", "free", "0", "0.00", "-1", "(5.00)", "-5,00 €", "1.2.3,4,5", "12,34,56.7", "10-20", "$5", "5 USD", "£3", "1e5",
     "x" * 90, "NaN", math.nan, math.inf, -math.inf, True, None, Decimal("sNaN"), 10**30, "9" * 30, "٣٫٥", "3%4",
     {"a": 1}],
)  # fmt: skip
def test_what_is_no_price(value: object) -> None:
    with pytest.raises(BadValueError):
        price(value)


def test_cents_and_signs_of_the_own_currency() -> None:
    assert price("4999", minor=True) == 4999
    assert price("US$ 1,299.99", "USD") == 129999
    assert price("SR 2,375", "SAR") == 237500
    assert price("CHF 12.-", "CHF") == 1200


def test_rounding_and_doubt_are_told() -> None:
    told: list[str] = []
    minor_units("1.005", currency="USD", decimal=".", minor=False, mended=lambda check, text: told.append(check))
    minor_units("1.299", currency="USD", decimal=None, minor=False, mended=lambda check, text: told.append(check))
    assert told == ["price rounded", "price with three digits"]


@given(
    st.integers(1, MOST), st.sampled_from([("", "."), (",", "."), (".", ","), (" ", ","), ("'", "."), ("\u00a0", ",")])
)
def test_a_price_is_read_as_it_was_written(minor: int, marks: tuple[str, str]) -> None:
    thousands, decimal = marks
    whole = f"{minor // 100:,}".replace(",", thousands)
    assert price(f"{whole}{decimal}{minor % 100:02d}") == minor


@given(st.one_of(st.text(max_size=60), st.floats(), st.integers(), st.decimals(), st.booleans(), st.none()))
def test_any_value_is_a_price_or_a_reason(value: object) -> None:
    try:
        found = price(value)
    except BadValueError:
        return
    assert 1 <= found <= MOST


def mended_barcode(value: object) -> tuple[str, list[str]]:
    told: list[str] = []
    return barcode(value, lambda check, text: told.append(check)), told


@pytest.mark.parametrize(
    ("value", "gtin", "told"),
    [
        ("4006381333931", "4006381333931", []),
        ("036000291452", "0036000291452", []),
        ("36000291452", "0036000291452", ["barcode without leading zeros"]),
        (36000291452, "0036000291452", ["barcode without leading zeros"]),
        (4006381333931.0, "4006381333931", []),
        ("4006381333931.0", "4006381333931", ["barcode as a number"]),
        ("'4006381333931", "4006381333931", []),
        ('="4006381333931"', "4006381333931", []),
        ("4 006381 333931", "4006381333931", []),
        ("EAN: 4006381333931", "4006381333931", []),
        ("96385074", "0000096385074", []),
        ("10614141000415", "10614141000415", []),
        ("978-3-16-148410-0", "9783161484100", []),
        ("ISBN 3-16-148410-X", "9783161484100", ["book number"]),
        ("ISBN-13: 9783161484100", "9783161484100", []),
    ],
)
def test_barcodes_as_they_come(value: object, gtin: str, told: list[str]) -> None:
    assert mended_barcode(value) == (gtin, told)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("4,00638E+12", "cut digits off"), ("4.00638E+12", "cut digits off"), (4.00638e12, "check digit"),
        ("4006381333932", "wrong check digit"), ("12345", "has 5 digits"), ("0000000000000", "all zeros"),
        ("n.a.", "no barcode"), (True, "no barcode"), (math.nan, "no barcode"), (1.5, "no barcode"),
        ("9" * 60, "digits"),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", "no barcode"),
    ],
)  # fmt: skip
def test_broken_barcodes(value: object, why: str) -> None:
    with pytest.raises(BadValueError, match=why):
        mended_barcode(value)


@given(st.integers(10**10, 10**12 - 1).map(str))
def test_every_right_number_is_kept_however_written(body: str) -> None:
    code = body + check_digit(body)
    for written in (code, f" {code} ", int(code), float(code), "-".join((code[:3], code[3:]))):
        assert gtin_key(mended_barcode(written)[0]) == code.zfill(14)


@given(st.one_of(st.text(max_size=50), st.integers(), st.floats()))
def test_any_value_is_a_barcode_or_a_reason(value: object) -> None:
    try:
        found, _ = mended_barcode(value)
    except BadValueError:
        return
    assert is_gtin(found)
    assert len(found) in (13, 14)


@pytest.mark.parametrize(
    ("text", "unit", "size"),
    [
        ("500", "g", "500 g"), ("1500", "g", "1.5 kg"), ("1500", "ml", "1.5 L"), ("2,5", "kg", "2.5 kg"),
        ("1,5 L", None, "1.5 L"), ("6 x 330 ml", None, "6 x 330 ml"), ("0", "g", ""), ("12 pack", "g", "12 pack"),
        ("60 x 40", "cm", "60 x 40 cm"),
    ],
)  # fmt: skip
def test_sizes(text: str, unit: str | None, size: str) -> None:
    assert size_text(text, unit, None) == size
    assert not size or amount_of(size) is not None


@pytest.mark.parametrize(
    ("value", "many"),
    [
        (5, 5), ("12", 12), ("12.0", 12), (7.0, 7), ("10+", 10), (">5", 5), ("In Stock", None), ("Out of stock", 0),
        ("Ausverkauft", 0), ("agotado", 0), ("Low", 2), ("-3", 0), ("2.5", 2), (True, None), (False, 0),
    ],
)  # fmt: skip
def test_stock(value: object, many: int | None) -> None:
    assert stock_level(value, {"low": 2}, lambda check, text: None) == many


def test_unknown_words_for_stock_are_told() -> None:
    with pytest.raises(BadValueError, match="no known word"):
        stock_level("ask us", {}, lambda check, text: None)
    with pytest.raises(BadValueError):
        stock_level("999999999999", {}, lambda check, text: None)


def cleaned(value: object, longest: int = 200, *, markdown: bool = False) -> tuple[str, list[str]]:
    told: list[str] = []
    return clean(value, longest, lambda check, text: told.append(check), markdown=markdown), told


@pytest.mark.parametrize(
    ("text", "clear", "told"),
    [
        ("  Oat   Drink ", "Oat Drink", []),
        ("CrÃ¨me brÃ»lÃ©e", "Crème brûlée", ["wrong encoding"]),
        ("Crème brûlée", "Crème brûlée", []),
        ("<p>Soft &amp; <b>warm</b></p>", "Soft & warm", ["HTML"]),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Tea", "Tea", ["HTML"]),
        ("<script>alert(1)</script>Tea", "Tea", ["HTML"]),
        ("Tea<style>p{}</style > and <SCRIPT src=x>a<b</SCRIPT>cup<script>x", "Tea and cup", ["HTML"]),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3", []),
        ("A\x00B\x07C", "A B C", ["control characters"]),
        ("line one\nline two", "line one line two", []),
        ("zero\u200bwidth \u202eevil", "zerowidth evil", []),
        ("half \ud800 pair", "half pair", ["control characters"]),
        ("non\u00a0breaking", "non breaking", []),
    ],
)
def test_texts_are_made_fit_to_show(text: str, clear: str, told: list[str]) -> None:
    assert cleaned(text) == (clear, told)


def test_long_texts_are_cut_at_a_word() -> None:
    text, told = cleaned("word " * 100, 50)
    assert text == ("word " * 9).strip() + "…"
    assert told == ["too long"]


def test_markdown() -> None:
    text, _ = cleaned(
        "# Title\n\n* **bold** and _soft_ [link](http://a.b)\n* `code` 2*3*4 snake_case_name", markdown=True
    )
    assert text == "Title bold and soft link code 2*3*4 snake_case_name"


@given(st.text(max_size=400))
def test_any_text_becomes_one_printable_line(text: str) -> None:
    found, _ = cleaned(text, 100)
    assert len(found) <= 100
    assert found.isprintable()
    assert found == found.strip()
    found.encode()


def test_values_as_texts() -> None:
    assert [as_text(v) for v in (12.0, Decimal("1.50"), True, None, ["a", 2], 1e300, b"x")] == [
        "12", "1.5", "yes", "", "a, 2", str(Decimal("1e300")), "",
    ]  # fmt: skip


def test_styles() -> None:
    assert styled("mens-watches", "title") == "Mens Watches"
    assert styled("tools and DIY", "title") == "Tools and DIY"
    assert styled("frozen_food", "sentence") == "Frozen food"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Milk", ("milk",)), ("contains: leche", ("milk",)), ("Frutos secos", ("nuts",)), ("peanuts", ("peanuts",)),
        ("Tree nuts", ("nuts",)), ("Erdnüsse", ("peanuts",)), ("blé", ("wheat",)), ("none", ()), ("gluten free", ()),
        ("bee pollen", ("bee pollen",)), ("Eggs and soy", ("eggs", "soy")),
    ],
)  # fmt: skip
def test_allergens_of_four_languages(text: str, found: tuple[str, ...]) -> None:
    assert labels.allergens(text) == found


def test_diets() -> None:
    said = ("Vegan", "sin gluten", "Bio", "Zuckerfrei", "keto")
    assert [labels.diet(text) for text in said] == ["vegan", "gluten-free", "organic", "sugar-free", None]
