"""Prices as people and programs write them: '€ 1.299,00', '2 375', "1'299.50", '12.-', 4999 (cents)."""

from __future__ import annotations

import math
import re
from decimal import Decimal, InvalidOperation

from local_catalog.importing.values.problem import BadValueError, Mended
from local_catalog.units import rounded

MOST = 1_000_000_000
"""Minor units; nothing in a shop costs more."""

_SIGNS: dict[str, frozenset[str]] = {
    "$": frozenset(("USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD", "ARS", "COP", "BRL", "TWD")),
    "€": frozenset(("EUR",)),
    "£": frozenset(("GBP", "EGP")),
    "¥": frozenset(("JPY", "CNY")),
    "₹": frozenset(("INR",)),
    "₺": frozenset(("TRY",)),
    "₽": frozenset(("RUB",)),
    "₪": frozenset(("ILS",)),
    "₩": frozenset(("KRW",)),
    "zł": frozenset(("PLN",)),
}
"""Currencies that write themselves so."""
_KNOWN_CODES = """
    USD EUR GBP CAD AUD NZD MXN CHF SEK NOK DKK PLN CZK HUF RON BGN TRY RUB INR CNY JPY BRL ARS COP SAR AED EGP ILS ZAR
    SGD HKD
"""
_CODES = frozenset(_KNOWN_CODES.split())
_AROUND = re.compile(r"^([^\d.,+-]{0,8}?)\s*([-+(]?\s*[\d.,][\d.,' \u2019\u00a0\u202f]*)\)?\s*(.{0,12})$", re.DOTALL)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")
_PLAIN = re.compile(r"\d{1,12}(?:\.\d{1,12})?")
_AFTER = re.compile(r"[-–—]{0,2}\s*\D*")


def minor_units(
    value: object, *, currency: str, decimal: str | None, minor: bool, mended: Mended, least: int = 1
) -> int:
    """In minor units. Raises BadValueError for what is no price, is less than `least`, or is of another currency."""
    amount = _amount(value, currency, decimal, mended)
    scaled = amount if minor else amount * 100
    whole = int(rounded(scaled))
    if whole != scaled:
        mended("price rounded", f"{value} is {Decimal(whole) / 100} rounded to cents")
    if whole < least:
        raise BadValueError(f"the price is {value}" if amount else "the price is 0")
    if whole > MOST:
        raise BadValueError(f"the price {value} is impossible")
    return whole


def _amount(value: object, currency: str, decimal: str | None, mended: Mended) -> Decimal:
    if isinstance(value, bool):
        raise BadValueError(f"{value} is no price")
    if isinstance(value, int):
        # Digits beyond any price would only take time.
        return Decimal(max(-(10**15), min(value, 10**15)))
    if isinstance(value, Decimal):
        if not value.is_finite() or abs(value) > 10**15:
            raise BadValueError(f"{value:.9} is no price")
        return value
    if isinstance(value, float):
        if not math.isfinite(value) or abs(value) > 1e15:
            raise BadValueError(f"{value} is no price")
        return Decimal(repr(value))
    if not isinstance(value, str):
        raise BadValueError(f"{str(value)[:40]} is no price")
    text = " ".join(value.split())
    if len(text) > 40:
        raise BadValueError(f"{text[:40]!r}... is no price")
    return _from_text(text, currency, decimal, mended)


def _from_text(text: str, currency: str, decimal: str | None, mended: Mended) -> Decimal:
    found = _AROUND.match(text)
    if found is None:
        raise BadValueError(f"{text!r} is no price")
    before, number, after = (part.strip() for part in found.groups())
    _check_currency(before, after, currency, text)
    if any(c.isdigit() for c in after) or not _AFTER.fullmatch(after):
        raise BadValueError(f"{text!r} is no price")
    below = number[0] in "-(" or before.endswith(("-", "−"))
    plain = _with_point(number.lstrip("-+(").strip().rstrip(".,"), decimal, mended)
    try:
        amount = Decimal(plain)
    except InvalidOperation as error:
        raise BadValueError(f"{text!r} is no price") from error
    return -amount if below else amount


def _check_currency(before: str, after: str, currency: str, text: str) -> None:
    around = f"{before} {after}"
    told = {sign for sign in _SIGNS if sign in around}
    codes = {code for code in re.findall(r"[A-Z]{3}", around) if code in _CODES}
    if any(currency not in _SIGNS[sign] for sign in told) or codes - {currency}:
        raise BadValueError(f"the price {text!r} is not in {currency}")


def _with_point(number: str, decimal: str | None, mended: Mended) -> str:
    """The number with a decimal point and nothing else between its digits."""
    plain = re.sub(r"[\u2019\u00a0\u202f]", " ", number).replace("'", " ")
    mark = decimal or _decimal_mark(plain, mended)
    whole, point, cents = plain.rpartition(mark) if mark else (plain, "", "")
    if not point:
        whole, cents = plain, ""
    if whole and not whole.isdigit() and not _THOUSANDS.fullmatch(whole):
        raise BadValueError(f"{number!r} is no price")
    digits = re.sub(r"\D", "", whole) or "0"
    result = f"{digits}.{cents}" if cents else digits
    if not _PLAIN.fullmatch(result) or not result.isascii():
        raise BadValueError(f"{number!r} is no price")
    return result


def _decimal_mark(plain: str, mended: Mended) -> str:
    marks = [c for c in plain if c in ".,"]
    if not marks:
        return ""
    last = marks[-1]
    if len(set(marks)) == 2:
        return last
    if len(marks) > 1:
        return ""
    whole, _, cents = plain.rpartition(last)
    if len(cents) == 3 and whole.replace(" ", "").lstrip("0") and len(whole) <= 3:
        mended("price with three digits", f"{plain} is read as thousands; set `decimal` if it is not")
        return ""
    return last
