"""What is printed as the size of a pack ('6 x 330 ml'), and the unit price that follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from local_catalog.units import COUNTED, UNITS, Unit, rounded

EXAMPLES = "write it like '500 g', '1.5 L', '12 fl oz', '2 lb', '6 x 330 ml', '12 pack', '24 rolls' or 'each'"

_NUMBER = r"\d{1,6}(?:\.\d{1,3})?"
_SIZE = re.compile(
    rf"(?:(?P<packs>\d{{1,4}})\s*[x×]\s*)?(?P<amount>{_NUMBER}|(?P<over>\d{{1,2}})/(?P<under>\d{{1,2}}))"
    r"\s*-?\s*(?P<unit>[a-z][a-z ]*)",
)
_SIDES = re.compile(
    rf"{_NUMBER}(?:\s*[x×]\s*{_NUMBER}){{1,2}}\s*(?P<unit>[a-z]+)"
    rf"|{_NUMBER}\s*(?P<first>[a-z]+)(?:\s*[x×]\s*{_NUMBER}\s*(?P=first)){{1,2}}"
)
"""How long, wide and high a thing is: '60 x 50 x 100 cm', '60cm x 50cm'."""
_EACH = frozenset({"each", "1 each", "single", "loose"})


class SizeError(ValueError):
    """A size that cannot be read; the text says how to write it."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much one pack holds: `amount` base units (g, ml, mm, pieces) in all."""

    dimension: str
    """mass, volume, length, count, or each for a thing whose size says nothing of its amount ('60 W', '10 in')."""
    amount: Decimal
    system: str
    """metric or us."""


@dataclass(frozen=True, slots=True)
class PriceUnit:
    """What a unit price is given for, and how many base units that is."""

    label: str
    base: Decimal


_EACH_UNIT = PriceUnit("each", Decimal(1))
_PRICE_UNITS: dict[tuple[str, str], PriceUnit] = {
    ("mass", "metric"): PriceUnit("100 g", Decimal(100)),
    ("mass", "us"): PriceUnit("lb", UNITS["lb"].factor),
    ("volume", "metric"): PriceUnit("100 ml", Decimal(100)),
    ("volume", "us"): PriceUnit("qt", UNITS["qt"].factor),
    ("length", "metric"): PriceUnit("m", UNITS["m"].factor),
    ("length", "us"): PriceUnit("ft", UNITS["ft"].factor),
    ("mass", "us small"): PriceUnit("oz", UNITS["oz"].factor),
    ("volume", "us small"): PriceUnit("fl oz", UNITS["floz"].factor),
    ("count", "hundred"): PriceUnit("100 count", Decimal(100)),
}

_BOUGHT_BY_LENGTH = frozenset({"m", "meter", "meters", "metre", "metres", "ft", "feet", "yd", "yard", "yards"})
"""Cable and foil are sold by these; centimetres and inches tell how big a thing is."""


def parse_size(text: str) -> Size:
    """Read a size as printed. Raises SizeError."""
    plain = " ".join(text.lower().replace("fluid ounce", "fl oz").split())
    if plain in _EACH:
        return Size("each", Decimal(1), "metric")
    if plain.startswith("pack of "):
        plain = plain.removeprefix("pack of ") + " pack"
    sides = _SIDES.fullmatch(plain)
    if sides is not None and _are_sides(plain, sides["unit"] or sides["first"]):
        return Size("each", Decimal(1), "metric")
    found = _SIZE.fullmatch(plain)
    if found is None:
        raise SizeError(f"size {text!r} is not understood; {EXAMPLES}")
    if found["over"] is None:
        amount = Decimal(found["amount"])
    elif int(found["under"]) == 0:
        raise SizeError(f"size {text!r} divides by zero; {EXAMPLES}")
    else:
        amount = Decimal(found["over"]) / Decimal(found["under"])
    packs = Decimal(found["packs"] or 1)
    if amount <= 0 or packs <= 0:
        raise SizeError(f"size {text!r} is nothing at all; {EXAMPLES}")
    word = found["unit"].replace("fl oz", "floz").strip()
    return _size(text, word, amount, packs)


@lru_cache(100_000)
def size_or_each(text: str) -> Size:
    """The size as printed; one that is not understood says nothing of the amount."""
    try:
        return parse_size(text)
    except SizeError:
        return Size("each", Decimal(1), "metric")


def _size(text: str, word: str, amount: Decimal, packs: Decimal) -> Size:
    last = word.rsplit(" ", 1)[-1]
    unit = UNITS.get(word) or (Unit("count", Decimal(1)) if last in COUNTED or last in ("pack", "count") else None)
    if unit is None:
        raise SizeError(f"size {text!r} has the unknown unit {word!r}; {EXAMPLES}")
    if unit.dimension == "count" and (amount * unit.factor) % 1:
        raise SizeError(f"size {text!r} counts in fractions; {EXAMPLES}")
    if unit.dimension == "length" and word not in _BOUGHT_BY_LENGTH:
        return Size("each", packs, "metric")
    if unit.dimension not in ("mass", "volume", "length", "count"):
        return Size("each", packs, "metric")
    return Size(unit.dimension, packs * amount * unit.factor, unit.system)


def _are_sides(plain: str, unit: str) -> bool:
    """'120 x 80 cm' and '2 x 3 x 1 m' are; '2 x 3 m' are two rolls of something."""
    if unit not in UNITS or UNITS[unit].dimension != "length":
        return False
    return unit not in _BOUGHT_BY_LENGTH or len(re.findall("[x×]", plain)) > 1


def price_unit(size: Size, system: str | None = None) -> PriceUnit:
    """What the unit price of such a pack is given for. `system`: metric, us, 'us small' or hundred, else the pack's."""
    return _PRICE_UNITS.get((size.dimension, system or size.system), _EACH_UNIT)


def unit_price(minor: int, size: Size, unit: PriceUnit) -> int:
    """Price in minor units for one `unit`, rounded half up."""
    return int(rounded(Decimal(minor) * unit.base / size.amount))


def base_price(minor: int, size: Size) -> int:
    """Price in millionths of a minor unit for one base unit: comparable between packs of the same dimension."""
    return int(rounded(Decimal(minor) * 1_000_000 / size.amount))
