"""What a catalog is made of. Money is whole minor units (cents), never a float."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (349 is 3.49) of an ISO 4217 currency with two decimals."""

    minor: int
    currency: str = "USD"

    @property
    def amount(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.minor) / 100


@dataclass(frozen=True, slots=True)
class Location:
    """Where a product stands: aisle and bay as printed on the signs, shelf counted from the floor (1 is lowest)."""

    aisle: str
    bay: str
    shelf: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A price reduction or multi-buy. `price` is the price of one unit on offer, None for a multi-buy."""

    id: str
    label: str
    price: Money | None
    ends: date


@dataclass(frozen=True, slots=True)
class Nutrition:
    """Per 100 g or 100 ml (`per`): energy in kJ and kcal, the rest in grams."""

    per: str
    energy_kj: float
    energy_kcal: float
    fat: float
    saturates: float
    carbohydrate: float
    sugars: float
    fibre: float
    protein: float
    salt: float


@dataclass(frozen=True, slots=True)
class Product:
    """One sellable article."""

    sku: str
    gtin: str | None
    name: str
    brand: str
    own_brand: bool
    department: str
    category: str
    """Path from the department down, joined by ' > '."""
    size: str
    """As printed on the pack: '1 L', '6 x 330 ml', '60 W'."""
    price: Money
    unit_price: Money
    """Of what the shopper pays now: with an offer's price if there is one."""
    unit: str
    """What the unit price is for: '100 g', '100 ml', 'each', 'm' ..."""
    stock: int | None
    """None where the store's data does not tell."""
    location: Location | None
    description: str = ""
    ingredients: str = ""
    allergens: tuple[str, ...] = ()
    may_contain: tuple[str, ...] = ()
    diet: tuple[str, ...] = ()
    """Of: vegan, vegetarian, gluten-free, lactose-free, organic, sugar-free, halal, kosher, nut-free."""
    nutrition: Nutrition | None = None
    offer: Offer | None = None
    min_age: int | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Further facts by name: 'wattage': '60 W', 'cap': 'E26', 'scent': 'lemon' ..."""

    @property
    def sold_out(self) -> bool:
        """Known to be gone; what the data does not tell may be there."""
        return self.stock == 0

    @property
    def current_price(self) -> Money:
        """What the shopper pays for one: the offer's price if there is one."""
        return self.offer.price if self.offer and self.offer.price else self.price


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrow and order a search. Prices are what the shopper pays now; empty means anything."""

    max_price: Money | None = None
    min_price: Money | None = None
    brand: str | None = None
    category: str | None = None
    diet: tuple[str, ...] = ()
    without_allergens: tuple[str, ...] = ()
    in_stock: bool = False
    on_offer: bool = False
    own_brand: bool = False
    size: str | None = None
    """As said or printed: '1 L' is also '1000 ml' and '33.8 fl oz' (within 3 %); '12 pack', '60 W'."""
    sort: str = "relevance"
    """relevance, price, price_desc, unit_price or name."""
    of_the_kind: bool = True
    """Who asks for the cheapest milk means the milk: by price only the category is ordered that the query names."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A product found. `score` is 0 to 1: how much of the query's weight the product's own texts cover."""

    product: Product
    score: float
    matched: tuple[str, ...] = ()
    """Words of the query that the product matched, as the shopper wrote them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, best first; `total` counts all; `corrected` is the query as understood if words were mended."""

    hits: tuple[Hit, ...]
    total: int
    corrected: str | None = None
    suggestions: tuple[str, ...] = ()
    """Where little was found: other spellings of the query, too far from it to be taken for what was meant."""


@dataclass(frozen=True, slots=True)
class Facets:
    """By what a result can be narrowed, and how many products would be left."""

    departments: Mapping[str, int]
    """By the id of a department, the most first. A query is looked up in all of them, whatever the category."""
    diets: Mapping[str, int]
    prices: tuple[tuple[Money, int], ...]
    """Round prices, lowest first, with how many products cost at most that; none where all cost about the same."""
    on_offer: int
    in_stock: int


@dataclass(frozen=True, slots=True)
class Policy:
    """One of the store's rules or services, in words fit to be said."""

    topic: str
    title: str
    text: str
    phrases: tuple[str, ...] = ()
    """Ways in which shoppers ask for it."""
    department: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyHit:
    """A policy found, with a score from 0 to 1."""

    policy: Policy
    score: float


@dataclass(frozen=True, slots=True)
class Department:
    """A department of the shop floor with its place and the words shoppers use for it."""

    id: str
    name: str
    aisles: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """Opening hours of one weekday (0 is Monday), minutes after midnight; None when closed."""

    weekday: int
    opens: int | None
    closes: int | None


@dataclass(frozen=True, slots=True)
class Store:
    """The store itself."""

    name: str
    address: str
    phone: str
    currency: str
    languages: tuple[str, ...]
    hours: tuple[Opening, ...]
    assistant_name: str = "Aislewise"


@dataclass(frozen=True, slots=True)
class Fixture:
    """A rectangle on the floor plan, metres, origin at the front left corner of the shop, y into the shop.

    kind: shelf (one bay of an aisle), wall, entrance, checkout, service, restroom, kiosk.
    """

    id: str
    kind: str
    label: str
    x: float
    y: float
    width: float
    height: float
    aisle: str | None = None
    bay: str | None = None


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """The shop floor in metres with its fixtures."""

    width: float
    depth: float
    fixtures: tuple[Fixture, ...]


@dataclass(frozen=True, slots=True)
class CatalogInfo:
    """What a catalog file says of itself."""

    version: str
    synced_at: datetime
    products: int
    schema: int


class CatalogError(Exception):
    """A catalog cannot be opened or built: the text names the file and the remedy."""
