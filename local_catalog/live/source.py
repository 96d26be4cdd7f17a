"""What a live source is, and how its values are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal, Protocol

from local_catalog.types import CatalogError

PriceIn = Literal["major", "minor"]
"""Whether a source tells prices as 3.49 or as 349."""

_LARGEST_SECRET = 4096
_LONGEST_NUMBER = 20
_MOST_DIGITS = 9


class LiveError(CatalogError):
    """A live source is set up wrongly or does not answer; the text names it and never a secret."""


@dataclass(frozen=True, slots=True)
class Article:
    """What is asked for."""

    sku: str
    gtin: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the source says of one article: pieces in stock, price in minor units; None for what it does not tell."""

    stock: int | None
    price: int | None


Readings = Mapping[str, Reading | LiveError]


class LiveSource(Protocol):
    """The store's own system."""

    @property
    def name(self) -> str:
        """For people; without secrets."""
        ...

    @property
    def most(self) -> int:
        """Articles that one request can ask for."""
        ...

    async def ask(self, articles: Sequence[Article]) -> Readings:
        """What it says, by SKU, or why that cannot be read; articles that it does not know are left out.

        Raises LiveError if it cannot be asked at all.
        """
        ...

    async def close(self) -> None:
        """Let go of connections; requests under way may fail."""
        ...


def as_stock(value: object) -> int | None:
    """A number of pieces from JSON or a database: 12, 12.0, "12". Raises LiveError for anything else."""
    if value is None:
        return None
    number = _decimal(value)
    if number != number.to_integral_value() or number < 0:
        raise LiveError(f"stock {_shown(value)} is not a whole number of pieces")
    return int(number)


def as_price(value: object, price_in: PriceIn) -> int | None:
    """Minor units from 3.49 (major) or 349 (minor), as number or text. Raises LiveError for anything else."""
    if value is None:
        return None
    minor = _decimal(value) * (100 if price_in == "major" else 1)
    if minor != minor.to_integral_value() or minor <= 0:
        raise LiveError(f"price {_shown(value)} is no amount of money in {price_in} units")
    return int(minor)


def read_secret(path: Path, encoding: str = "ascii") -> str:
    """The token or password in a file of mode 600. Raises LiveError, which never holds it."""
    try:
        if path.stat().st_mode & 0o077:
            raise LiveError(f"{path}: others can read this secret; run `chmod 600 {path}`")
        with path.open(encoding=encoding) as file:
            text = file.read(_LARGEST_SECRET + 1).strip()
    except OSError as error:
        raise LiveError(f"{path}: the secret cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise LiveError(f"{path}: holds no token; one line of plain characters is wanted") from error
    if not text or len(text) > _LARGEST_SECRET or not text.isprintable():
        raise LiveError(f"{path}: holds no token; one line of plain characters is wanted")
    return text


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        raise LiveError(f"{_shown(value)} is not a number")
    text = str(value).strip()
    try:
        # Decimal also takes 1_000 and the digits of other scripts.
        number = Decimal(text if text.isascii() and "_" not in text and len(text) <= _LONGEST_NUMBER else "NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    # '1e999999999' is short and still more than arithmetic takes.
    if not number.is_finite() or not -_LONGEST_NUMBER <= number.adjusted() <= _MOST_DIGITS:
        raise LiveError(f"{_shown(value)} is not a number")
    return number


def _shown(value: object) -> str:
    return repr(value)[:40]
