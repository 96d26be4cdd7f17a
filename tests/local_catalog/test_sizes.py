from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog.sizes import Size, SizeError, base_price, parse_size, price_unit, unit_price
from local_catalog.units import COUNTED, UNITS


@pytest.mark.parametrize(
    ("text", "dimension", "amount", "system"),
    [
        ("500 g", "mass", "500", "metric"),
        ("1.5 L", "volume", "1500", "metric"),
        ("1.5L", "volume", "1500", "metric"),
        ("2 lb", "mass", "907.18474", "us"),
        ("16 oz", "mass", "453.59237", "us"),
        ("1 gal", "volume", "3785.411784", "us"),
        ("12 fl oz", "volume", "354.88235475", "us"),
        ("1/2 gal", "volume", "1892.705892", "us"),
        ("each", "each", "1", "metric"),
        ("6 x 330 ml", "volume", "1980", "metric"),
        ("6x330ml", "volume", "1980", "metric"),
        ("12 pack", "count", "12", "metric"),
        ("pack of 12", "count", "12", "metric"),
        ("24 rolls", "count", "24", "metric"),
        ("6 x 72 wipes", "count", "432", "metric"),
        ("1 dozen", "count", "12", "metric"),
        ("2 m", "length", "2000", "metric"),
        ("25 ft", "length", "7620", "us"),
        ("60 W", "each", "1", "metric"),
        ("10 in", "each", "1", "metric"),
    ],
)
def test_sizes_as_printed(text: str, dimension: str, amount: str, system: str) -> None:
    assert parse_size(text) == Size(dimension, Decimal(amount), system)


@pytest.mark.parametrize(
    "text", ["", "big", "0 g", "12", "500 gr8", "1/0 lb", "-5 g", "2.5 pack", "12 bananas", "1e3 g", "9" * 400 + " g"]
)
def test_what_is_no_size_is_refused_with_examples(text: str) -> None:
    with pytest.raises(SizeError, match="write it like '500 g'"):
        parse_size(text)


@pytest.mark.parametrize(
    ("price", "size", "system", "per", "minor"),
    [
        (349, "1 L", None, "100 ml", 35),
        (349, "1 gal", None, "qt", 87),
        (345, "1 kg", None, "100 g", 35),
        (344, "1 kg", None, "100 g", 34),
        (299, "16 oz", None, "lb", 299),
        (299, "2 oz", "us small", "oz", 150),
        (349, "1 L", "us", "qt", 330),
        (429, "6 rolls", None, "each", 72),
        (179, "72 wipes", "hundred", "100 count", 249),
        (899, "6 x 330 ml", None, "100 ml", 45),
        (1999, "25 ft", None, "ft", 80),
        (599, "2 m", None, "m", 300),
        (399, "60 W", None, "each", 399),
    ],
)
def test_unit_prices_are_rounded_half_up(price: int, size: str, system: str | None, per: str, minor: int) -> None:
    parsed = parse_size(size)
    unit = price_unit(parsed, system)
    assert (unit.label, unit_price(price, parsed, unit)) == (per, minor)


amounts = st.decimals(min_value="0.001", max_value="999999", places=3)
units = st.sampled_from(sorted(word for word, unit in UNITS.items() if unit.dimension in ("mass", "volume", "length")))


@given(amounts, units)
def test_spacing_and_case_do_not_matter(amount: Decimal, unit: str) -> None:
    plain = parse_size(f"{amount:f} {unit}")
    assert parse_size(f"  {amount:f}{unit.upper()} ") == plain
    assert plain.amount > 0


@pytest.mark.parametrize("text", ["120 x 80 cm", "60 x 50.5 x 100 cm", "60cm x 50cm", "8 x 10 in", "2 x 3 x 1 m"])
def test_sides_of_a_thing_are_no_packs(text: str) -> None:
    assert parse_size(text) == Size("each", Decimal(1), "metric")


by_amount = st.sampled_from(
    sorted(w for w, unit in UNITS.items() if unit.dimension in ("mass", "volume") or w in ("m", "ft", "yd"))
)


@given(st.integers(1, 9999), amounts, by_amount)
def test_a_pack_holds_as_much_as_its_parts(packs: int, amount: Decimal, unit: str) -> None:
    single, many = parse_size(f"{amount:f} {unit}"), parse_size(f"{packs} x {amount:f} {unit}")
    assert many.amount == packs * single.amount
    assert (many.dimension, many.system) == (single.dimension, single.system)


@given(st.integers(1, 99_999), st.integers(1, 999), st.sampled_from(sorted(COUNTED)))
def test_counted_things_cost_their_share(price: int, count: int, noun: str) -> None:
    size = parse_size(f"{count} {noun}")
    exact = Decimal(price) / count
    assert abs(unit_price(price, size, price_unit(size)) - exact) <= Decimal("0.5")
    assert abs(base_price(price, size) - exact * 1_000_000) <= Decimal("0.5")


@given(st.text(max_size=40))
def test_any_text_is_a_size_or_an_error_of_its_own(text: str) -> None:
    try:
        size = parse_size(text)
    except SizeError:
        return
    assert size.amount > 0
