"""Article numbers: GTIN (the number under the barcode) and SKU (the store's own)."""

from __future__ import annotations

DEMO_PREFIX = "952000"
"""GS1 keeps 952 for demonstrations; no real article has such a number."""

_GTIN_LENGTHS = (8, 12, 13, 14)
_LONGEST = 32


def check_digit(digits: str) -> str:
    """The GS1 check digit of a number without it: weights 3 and 1 from the right (GS1 General Specifications, 7.9)."""
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"{digits!r} is not a row of digits")
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def is_gtin(code: str) -> bool:
    """Whether this is a GTIN-8, -12, -13 or -14 with a right check digit."""
    return len(code) in _GTIN_LENGTHS and code.isascii() and code.isdigit() and check_digit(code[:-1]) == code[-1]


def demo_gtin(sku: str) -> str:
    """The GTIN-13 of a demo article from its six-digit SKU."""
    if len(sku) != 6:
        raise ValueError(f"{sku!r} has not six digits")
    body = DEMO_PREFIX + sku
    return body + check_digit(body)


def gtin_key(code: str) -> str | None:
    """The code as 14 digits if it is a GTIN, written with or without spaces, hyphens and leading zeros; else None."""
    if len(code) > _LONGEST:
        return None
    digits = code.strip().replace(" ", "").replace("-", "")
    bare = digits.lstrip("0")
    if not bare or not (digits.isascii() and digits.isdigit()) or len(bare) > 14 or len(digits) < 8:
        return None
    key = bare.zfill(14)
    return key if is_gtin(key) else None
