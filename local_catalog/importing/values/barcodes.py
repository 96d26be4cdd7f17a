"""Numbers under barcodes, as they come out of spreadsheets and book lists."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from local_catalog.codes import check_digit, gtin_key
from local_catalog.importing.values.problem import BadValueError, Mended

_POWER = re.compile(r"[+-]?\d(?:[.,]\d+)?\s*[eE]\s*\+?\d{1,3}")
_PREFIX = re.compile(r"^(?:ean|gtin|upc|isbn|barcode)(?:-?(?:8|10|12|13|14)(?=[\s:#]))?[\s:#]*", re.IGNORECASE)
_ISBN_10 = re.compile(r"\d{9}[\dXx]")
_SHORTEST = 8


def barcode(value: object, mended: Mended) -> str:
    """The GTIN as a catalog keeps it: 13 digits, or 14 if the first is not 0. Raises BadValueError."""
    text = _plain(value, mended)
    digits = re.sub(r"[\s-]", "", text)
    if _ISBN_10.fullmatch(digits) and _is_isbn_10(digits):
        body = f"978{digits[:9]}"
        mended("book number", f"{text} is the ISBN-10 of {body}{check_digit(body)}")
        return body + check_digit(body)
    if not digits.isascii() or not digits.isdigit():
        raise BadValueError(f"{text[:40]!r} is no barcode number")
    if not digits.strip("0"):
        raise BadValueError("the barcode number is all zeros")
    if len(digits) < _SHORTEST or len(digits) > 14:
        raise BadValueError(f"{digits[:40]} has {len(digits)} digits; barcodes have 8, 12, 13 or 14")
    key = gtin_key(digits)
    if key is None:
        raise BadValueError(f"{digits} has a wrong check digit")
    if len(digits) in (9, 10, 11):
        mended("barcode without leading zeros", f"{digits} is {digits.zfill(12)}")
    return key[1:] if key[0] == "0" else key


def _plain(value: object, mended: Mended) -> str:
    if isinstance(value, bool):
        raise BadValueError(f"{value} is no barcode number")
    if isinstance(value, (float, Decimal)):
        if not (math.isfinite(value) and 0 <= value < 10**15 and int(value) == value):
            raise BadValueError(f"{value} is no barcode number")
        return str(int(value))
    text = str(value)[:80].strip().strip("'\"=` ").strip()
    if _POWER.fullmatch(text):
        raise BadValueError(
            f"{text}: the spreadsheet has cut digits off; format the column as text and export it again"
        )
    if text.endswith(".0") and text[:-2].isdigit():
        mended("barcode as a number", f"{text} is {text[:-2]}")
        return text[:-2]
    return _PREFIX.sub("", text).strip()


def _is_isbn_10(digits: str) -> bool:
    """Check of ISO 2108:1992: weights 10 to 1, divisible by 11."""
    values = [10 if c in "xX" else int(c) for c in digits]
    return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
