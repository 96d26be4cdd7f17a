"""Sizes of packs and levels of stock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from local_catalog.importing.values.labels import stock_word
from local_catalog.importing.values.problem import BadValueError, Mended
from local_catalog.importing.values.texts import as_text
from local_catalog.sizes import Size, SizeError, parse_size

_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_WHOLE = re.compile(r"[<>~+≥]?\s*(-?\d{1,12})(?:[.,]0+)?\s*\+?")
_UP = {"g": ("kg", Decimal(1000)), "ml": ("L", Decimal(1000)), "mm": ("cm", Decimal(10))}
_MOST_STOCK = 100_000_000


def size_text(text: str, unit: str | None, decimal: str | None) -> str:
    """A size as it is shown: '1,5 L' is '1.5 L', and 1500 of a column in ml is '1.5 L'."""
    plain = text if decimal == "." else _DECIMAL_COMMA.sub(".", text)
    if unit is None or not plain:
        return plain
    if not _NUMBER.fullmatch(plain):
        return plain if plain[-1:].isalpha() else f"{plain} {unit}"
    amount = Decimal(plain)
    if amount <= 0:
        return ""
    bigger, factor = _UP.get(unit, (unit, Decimal(1)))
    if factor > 1 and amount >= factor:
        amount, unit = amount / factor, bigger
    return f"{as_text(amount)} {unit}"


@lru_cache(100_000)
def amount_of(text: str) -> Size | None:
    """What `sizes.parse_size` makes of it; None if it does not know."""
    try:
        return parse_size(text)
    except SizeError:
        return None


def stock_level(value: object, words: Mapping[str, int | str], mended: Mended) -> int | None:
    """How many there are; None for words that tell no number. Raises BadValueError."""
    text = as_text(value).strip()
    own = {said.casefold(): many for said, many in words.items()}.get(text.casefold())
    if own is not None:
        return own if isinstance(own, int) else None
    found = _WHOLE.fullmatch(text)
    if found is None:
        known = stock_word(text)
        if isinstance(known, str):
            try:
                many = int(float(text.replace(",", ".")))
            except (ValueError, OverflowError) as error:
                raise BadValueError(f"{text[:40]!r} is no number and no known word; see `words`") from error
            mended("stock in parts", f"{text[:20]} is taken as {many}")
        else:
            return known
    else:
        many = int(found[1])
    if many < 0:
        mended("stock below zero", f"{text[:20]} is taken as 0")
        return 0
    if many > _MOST_STOCK:
        raise BadValueError(f"{text[:20]} is no stock")
    return many
