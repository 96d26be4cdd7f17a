from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog.codes import check_digit, demo_gtin, gtin_key, is_gtin


@pytest.mark.parametrize("code", ["4006381333931", "036000291452", "96385074", "10614141000415"])
def test_published_examples_have_right_check_digits(code: str) -> None:
    assert is_gtin(code)


def test_demo_numbers_lie_in_the_demonstration_range() -> None:
    assert demo_gtin("130101") == "9520001301018"
    assert is_gtin(demo_gtin("130101"))


@given(st.text("0123456789", min_size=7, max_size=13).filter(lambda digits: len(digits) in (7, 11, 12, 13)))
def test_every_wrong_digit_is_noticed(body: str) -> None:
    code = body + check_digit(body)
    assert is_gtin(code)
    for place, digit in enumerate(code):
        wrong = code[:place] + str((int(digit) + 1) % 10) + code[place + 1 :]
        assert not is_gtin(wrong)


@given(st.from_regex(r"\d{6}", fullmatch=True).filter(str.isascii), st.integers(0, 1))
def test_leading_zeros_spaces_and_hyphens_do_not_matter(sku: str, zeros: int) -> None:
    code = "0" * zeros + demo_gtin(sku)
    assert gtin_key(code) == gtin_key(f" {code[:4]} {code[4:9]}-{code[9:]} ") == demo_gtin(sku).zfill(14)


@pytest.mark.parametrize(
    "code", ["", "0000000000000", "9520001301011", "12345", "95200013010a0", "9" * 50, "٩٥٢٠٠٠١٣٠١٠١٠"]
)
def test_what_is_no_gtin(code: str) -> None:
    assert gtin_key(code) is None
