"""What a source tells of one thing that is sold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from local_catalog.types import Location, Nutrition


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """A price reduction; `price` is that of one unit in minor units, None for a multi-buy. `ends` is its last day."""

    label: str
    price: int | None
    ends: date


@dataclass(frozen=True, slots=True)
class Article:
    """One sellable article, checked. Money is whole minor units of the store's currency."""

    sku: str
    name: str
    price: int
    category: tuple[str, ...]
    """Titles from the department down; at least one."""
    department: str | None = None
    """Id; None: that of the department which has the first title as its name, made if there is none."""
    brand: str = ""
    size: str = "each"
    """As printed on the pack; one that `sizes.parse_size` does not know is shown, and priced by the piece."""
    family: str | None = None
    """The same for all packs of one product; None: told from brand, name and category."""
    pack: int | None = None
    """Place of this pack in its family; None: told by the builder."""
    gtin: str | None = None
    """13 digits, or 14 that do not begin with 0."""
    stock: int | None = None
    place: Location | None = None
    description: str = ""
    words: tuple[str, ...] = ()
    """What shoppers call it besides its name."""
    ingredients: str = ""
    allergens: tuple[str, ...] = ()
    may_contain: tuple[str, ...] = ()
    diet: tuple[str, ...] = ()
    nutrition: Nutrition | None = None
    min_age: int | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    offer: OfferTerms | None = None
    sold: int | None = None
    """Units sold in a usual period, which tells how much it is wanted; None: told from what is usually bought."""
