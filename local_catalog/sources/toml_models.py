"""What may stand in the TOML files of a store, field by field. Unknown keys are refused."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from local_catalog.sizes import parse_size

Allergen = Literal[
    "gluten", "wheat", "milk", "eggs", "fish", "shellfish", "crustaceans", "molluscs", "nuts", "peanuts", "soy",
    "sesame", "celery", "mustard", "sulphites", "lupin",
]  # fmt: skip
Diet = Literal[
    "vegan", "vegetarian", "gluten-free", "lactose-free", "organic", "sugar-free", "halal", "kosher", "nut-free"
]
FixtureKind = Literal["shelf", "wall", "entrance", "checkout", "service", "restroom", "kiosk"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

_PRICE = re.compile(r"\d{1,7}\.\d{2}")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_PLACE = re.compile(r"[^\s-]+-[^\s-]+-[^\s-]+")


def _minor_units(value: object) -> int:
    if not isinstance(value, str) or not _PRICE.fullmatch(value):
        raise ValueError('a price is written in quotes with two decimals, like "3.49"')
    try:
        return int(Decimal(value) * 100)
    except InvalidOperation as error:
        raise ValueError(f"{value} is no price") from error


def _minutes(value: object) -> int:
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise ValueError('a time of day is written like "07:00", at most "24:00"')
    hours, minutes = value.split(":")
    return int(hours) * 60 + int(minutes)


def _size(value: str) -> str:
    parse_size(value)
    return value


def _place(value: str) -> str:
    if not _PLACE.fullmatch(value):
        raise ValueError('a place is aisle-bay-shelf, like "3-4-2"')
    return value


def _fact(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, (int, float)) else value


Text = Annotated[str, Field(min_length=1, max_length=2000)]
Word = Annotated[str, Field(min_length=1, max_length=120)]
Price = Annotated[int, BeforeValidator(_minor_units), Field(gt=0)]
Minutes = Annotated[int, BeforeValidator(_minutes)]
Amount = Annotated[float, Field(ge=0, le=10_000)]
Metres = Annotated[float, Field(ge=0, le=2000)]
Length = Annotated[float, Field(gt=0, le=2000)]
Fact = Annotated[str, BeforeValidator(_fact), Field(max_length=300)]


class Entry(BaseModel):
    """Base of all: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OfferEntry(Entry):
    """`price` is missing for a multi-buy; `days` from the day of building on."""

    label: Word
    price: Price | None = None
    days: Annotated[int, Field(ge=0, le=366)]


class PackEntry(Entry):
    """One size of a family: what is sold."""

    sku: Annotated[str, Field(pattern=r"^\d{6}$")]
    size: Annotated[Word, AfterValidator(_size)]
    price: Price
    stock: Annotated[int, Field(ge=0, le=1_000_000)]
    offer: OfferEntry | None = None


class NutritionEntry(Entry):
    """Per 100 g or 100 ml: energy in kJ and kcal, the rest in grams."""

    per: Literal["100 g", "100 ml"]
    energy_kj: Amount
    energy_kcal: Amount
    fat: Amount
    saturates: Amount
    carbohydrate: Amount
    sugars: Amount
    fibre: Amount
    protein: Amount
    salt: Amount


class FamilyEntry(Entry):
    """One product in all its sizes."""

    name: Word
    brand: Word
    category: Annotated[tuple[Word, ...], Field(min_length=1, max_length=2)]
    place: Annotated[str, AfterValidator(_place)]
    description: Text
    words: tuple[Word, ...] = ()
    ingredients: Annotated[str, Field(max_length=2000)] = ""
    allergens: tuple[Allergen, ...] = ()
    may_contain: tuple[Allergen, ...] = ()
    diet: tuple[Diet, ...] = ()
    nutrition: NutritionEntry | None = None
    attributes: dict[Annotated[str, Field(pattern="^[a-z][a-z0-9_]*$")], Fact] = {}
    min_age: Annotated[int, Field(ge=1, le=99)] | None = None
    packs: Annotated[tuple[PackEntry, ...], Field(min_length=1)]


class ProductsFile(Entry):
    """products/*.toml"""

    department: Word
    family: tuple[FamilyEntry, ...]


class HoursEntry(Entry):
    days: tuple[Day, ...]
    opens: Minutes
    closes: Minutes


class StoreFile(Entry):
    """store.toml. `own_brand` is the brand under which the store itself sells."""

    name: Word
    address: Word
    phone: Word
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    languages: Annotated[tuple[Word, ...], Field(min_length=1)]
    assistant_name: Word = "Aislewise"
    own_brand: Word | None = None
    hours: tuple[HoursEntry, ...]


class DepartmentEntry(Entry):
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
    name: Word
    aisles: tuple[Word, ...]
    words: tuple[Word, ...] = ()


class DepartmentsFile(Entry):
    """departments.toml"""

    department: Annotated[tuple[DepartmentEntry, ...], Field(min_length=1)]


class PolicyEntry(Entry):
    topic: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Word
    text: Text
    phrases: tuple[Word, ...] = ()
    department: Word | None = None


class PoliciesFile(Entry):
    """policies.toml"""

    policy: tuple[PolicyEntry, ...]


class FixtureEntry(Entry):
    id: Word
    kind: FixtureKind
    label: Annotated[str, Field(max_length=120)] = ""
    x: Metres
    y: Metres
    width: Length
    height: Length
    aisle: Word | None = None
    bay: Word | None = None


class AisleEntry(Entry):
    """A row of bays, bay 1 at (x, y), the others behind it."""

    id: Word
    x: Metres
    y: Metres
    bay_width: Length
    bay_depth: Length
    bays: Annotated[int, Field(ge=1, le=200)]
    direction: Literal["up"] = "up"


class FloorFile(Entry):
    """floor.toml, metres."""

    width: Length
    depth: Length
    fixture: tuple[FixtureEntry, ...] = ()
    aisle: tuple[AisleEntry, ...] = ()


class SynonymEntry(Entry):
    """`same`: words for the same thing, each finds all. Or `says` finds `finds`, not the other way.

    `brands` are makers' names said for it, which a store need not have: they find, but are never offered.
    """

    same: tuple[Word, ...] = ()
    says: tuple[Word, ...] = ()
    brands: tuple[Word, ...] = ()
    finds: tuple[Word, ...] = ()


class SynonymsFile(Entry):
    """synonyms.toml"""

    synonym: tuple[SynonymEntry, ...]


class TongueFile(Entry):
    """es.toml and the like: what is said in another language, by the store's own words for it."""

    words: dict[Word, Annotated[tuple[Word, ...], Field(min_length=1)]]
    links: tuple[Word, ...] = ()
    """Left out wherever they stand, such as articles."""
    asking: tuple[Word, ...] = ()
    """Words of questions."""


class PairEntry(Entry):
    """Things of the kinds `buys` go with things of the kinds `goes_with`."""

    buys: Annotated[tuple[Word, ...], Field(min_length=1)]
    goes_with: Annotated[tuple[Word, ...], Field(min_length=1)]


class PairsFile(Entry):
    """pairs.toml"""

    pair: tuple[PairEntry, ...]


class StaplesFile(Entry):
    """staples.toml: kinds of things, most often bought first."""

    kinds: tuple[Word, ...]
