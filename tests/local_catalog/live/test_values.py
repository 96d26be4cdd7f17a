from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog.live import LiveError
from local_catalog.live.source import as_price, as_stock

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.text(), lambda inner: st.lists(inner)
)


@given(JSON)
def test_any_value_is_a_number_or_told(value: object) -> None:
    for read in (as_stock, lambda v: as_price(v, "major"), lambda v: as_price(v, "minor")):
        with contextlib.suppress(LiveError):
            found = read(value)
            assert found is None or (type(found) is int and found >= 0)


@given(st.integers(1, 10_000_000))
def test_money_is_exact_however_it_is_written(minor: int) -> None:
    major = Decimal(minor) / 100
    for value in (major, str(major), float(major), f" {major:.2f} "):
        assert as_price(value, "major") == minor
    assert as_price(minor, "minor") == as_price(str(minor), "minor") == minor


@pytest.mark.parametrize("text", ["1,5", "$3", "0x10", "1_0", "", " ", "٣", "Infinity", "nan", "--1", "1" * 30])
def test_text_that_is_no_number(text: str) -> None:
    with pytest.raises(LiveError):
        as_stock(text)
