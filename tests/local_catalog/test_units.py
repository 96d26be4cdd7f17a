from __future__ import annotations

import pytest

from local_catalog.text import tokens


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("2 ltrs", "2 L"),
        ("500 gms", "500 g"),
        ("2 kgs", "2 kg"),
        ("330 mls", "330 ml"),
        ("64 gig", "64 GB"),
        ("128 gigs", "128 GB"),
        ("1 doz", "12 pack"),
        ("two dozen", "24 count"),
        ("10 mtrs", "10 m"),
        ("20 cms", "20 cm"),
        ("half a litre", "500 ml"),
        ("a pint", "16 fl oz"),
        ("33 cl", "330 ml"),
        ("a hundred watts", "100 W"),
    ],
)
def test_units_as_shoppers_write_them(said: str, printed: str) -> None:
    assert _amounts(said) & _amounts(printed)


def _amounts(text: str) -> set[str]:
    return {form for token in tokens(text) if token.kind == "amount" for form in (token.norm, *token.also)}
