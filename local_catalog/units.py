"""Units of measure as written on packs and as shoppers say them, and how they convert."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension and how many base units it holds (g, ml, mm, or one of its own)."""

    dimension: str
    factor: Decimal
    system: str = "metric"
    """metric or us: decides what a unit price is given for."""


_SUFFIX = {"mass": "g", "volume": "ml", "length": "mm", "count": "ct"}
"""What ends the canonical form of an amount; other dimensions end in their own name."""

_GRAMS_PER_POUND = Decimal("453.59237")
_ML_PER_GALLON = Decimal("3785.411784")
_MM_PER_INCH = Decimal("25.4")

_TABLE: tuple[tuple[str, str, Decimal, str], ...] = (
    ("g gr gm gms gram grams gramme grammes", "mass", Decimal(1), "metric"),
    ("kg kgs kilo kilos kilogram kilograms", "mass", Decimal(1000), "metric"),
    ("oz ounce ounces", "mass", _GRAMS_PER_POUND / 16, "us"),
    ("lb lbs pound pounds", "mass", _GRAMS_PER_POUND, "us"),
    ("ml mls milliliter milliliters millilitre millilitres", "volume", Decimal(1), "metric"),
    ("cl centiliter centiliters centilitre centilitres", "volume", Decimal(10), "metric"),
    ("l ltr ltrs lts liter liters litre litres", "volume", Decimal(1000), "metric"),
    ("floz", "volume", _ML_PER_GALLON / 128, "us"),
    ("pt pint pints", "volume", _ML_PER_GALLON / 8, "us"),
    ("qt quart quarts", "volume", _ML_PER_GALLON / 4, "us"),
    ("gal gals gallon gallons", "volume", _ML_PER_GALLON, "us"),
    ("mm millimeter millimeters millimetre millimetres", "length", Decimal(1), "metric"),
    ("cm cms centimeter centimeters centimetre centimetres", "length", Decimal(10), "metric"),
    ("m mtr mtrs meter meters metre metres", "length", Decimal(1000), "metric"),
    ("in inch inches", "length", _MM_PER_INCH, "us"),
    ("ft foot feet", "length", _MM_PER_INCH * 12, "us"),
    ("yd yds yard yards", "length", _MM_PER_INCH * 36, "us"),
    ("mg milligram milligrams", "mg", Decimal(1), "metric"),
    ("mcg microgram micrograms", "mcg", Decimal(1), "metric"),
    ("w watt watts", "w", Decimal(1), "metric"),
    ("v volt volts", "v", Decimal(1), "metric"),
    ("mah", "mah", Decimal(1), "metric"),
    ("lm lumen lumens", "lm", Decimal(1), "metric"),
    ("gb gig gigs gigabyte gigabytes", "gb", Decimal(1), "metric"),
    ("tb terabyte terabytes", "gb", Decimal(1000), "metric"),
    ("ply", "ply", Decimal(1), "metric"),
    ("percent pct", "percent", Decimal(1), "metric"),
    ("pack packs pk pks pcs pc piece pieces count ct cnt", "count", Decimal(1), "metric"),
    ("dozen dozens doz", "count", Decimal(12), "metric"),
)

UNITS: dict[str, Unit] = {
    word: Unit(dimension, factor, system) for words, dimension, factor, system in _TABLE for word in words.split()
}
"""By every spelling, lower case. 'fl oz' and 'fluid ounces' are joined to 'floz' before the look-up."""

_COUNTED = """
    bag bags ball balls band bandage bandages bands bar bars batteries battery bib bibs bottle bottles bow bows box
    boxes bulb bulbs bunch bunches can candle candles cans capsule capsules card cards clip clips coil coils cup
    cups diaper diapers egg eggs envelope envelopes filter filters glove gloves gummies head heads hook hooks jar
    jars key keys label labels liner liners load loads marker markers nail nails note notes pad pads page pages pair
    pairs pen pencil pencils pens pill pills plate plates pod pods pouch pouches roll rolls sachet sachets screw
    screws serving servings set sets sheet sheets slice slices sponge sponges stick sticks straw straws strip strips
    swab swabs tab tablet tablets tabs tag tags tampon tampons tealight tealights tissue tissues towel towels tube
    tubes wash washes wipe wipes
"""
COUNTED: frozenset[str] = frozenset(_COUNTED.split())
"""Nouns that a number in front of them counts: '24 rolls', '30 tablets'."""


def rounded(value: Decimal, places: int = 0) -> Decimal:
    """Rounded half up to a number of decimal places."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number_word(value: Decimal) -> str:
    """A number as one index word: 1.5 is '1p5', 12.0 is '12'."""
    text = format(rounded(value, 2).normalize(), "f")
    return text.replace(".", "p").replace("-", "")


def canonical(value: Decimal, unit: Unit) -> str:
    """An amount as one index word that is the same for equal amounts: '1.5 L' and '1500 ml' are both '1500ml'."""
    return number_word(rounded(value * unit.factor, 1)) + _SUFFIX.get(unit.dimension, unit.dimension)
