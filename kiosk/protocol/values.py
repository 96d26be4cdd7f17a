"""Values that occur inside messages. Money is whole minor units; times are ISO 8601 with zone."""

from __future__ import annotations

from kiosk.protocol.base import Part


class Card(Part, frozen=True, kw_only=True):
    """A product as a tile. `was` is the price before an offer, minor units. What the store's data does not tell is
    None (stock) or empty (place)."""

    sku: str
    name: str
    brand: str
    size: str
    category: str
    department: str
    price: int
    was: int | None
    currency: str
    unit_price: int
    unit: str
    stock: int | None
    aisle: str
    bay: str
    shelf: str
    offer: str | None = None
    offer_ends: str | None = None
    min_age: int | None = None


class NutritionRow(Part, frozen=True, kw_only=True):
    """One line of the nutrition table; amount per 100 g or 100 ml. key: energy_kj, energy_kcal, fat ..."""

    key: str
    amount: float


class ProductPage(Part, frozen=True, kw_only=True):
    """Everything the product page shows."""

    card: Card
    gtin: str
    description: str
    ingredients: str
    allergens: list[str]
    may_contain: list[str]
    diet: list[str]
    nutrition_per: str | None
    nutrition: list[NutritionRow]
    attributes: dict[str, str]
    sizes: list[Card]
    goes_with: list[Card]
    instead: list[Card]
    synced_at: str
    cheaper: list[Card] = []


class PageView(Part, frozen=True, kw_only=True):
    """A call for staff as staff see it, or as one of its shoppers does: then `session`, `words` and whether it is
    cancelled are that shopper's own. state: see kiosk.staff.State."""

    id: str
    kiosk: str
    place: str
    reason: str
    department: str | None
    priority: str
    state: str
    words: str
    product: Card | None
    created_at: str
    changed_at: str
    claimed_by: str | None
    session: str
    said: str = ""
    """What the assistant had already answered."""
    step: int = 0
    """Rung of the escalation ladder, 0 to 3: see kiosk.staff.states."""
    round: int = 0
    """How often it began to ring anew. (id, round, step) names one ring."""
    language: str = "en"
    """The language its shopper speaks."""
    callers: int = 1
    """How many shoppers wait for it."""
    only: str | None = None
    """The associate it was handed over to, who alone is rung first."""
    outcome: str = ""
    """How it was resolved: done, no_such_thing, nobody_there."""
    message: str = ""
    """What staff last told the shopper, in their own words; empty where `message_code` says it."""
    message_code: str = ""
    """One of kiosk.staff.MESSAGES."""
    message_by: str | None = None
    message_at: str | None = None
    lapses_at: str | None = None
    """When it rings anew, unless who has it gives a sign before."""
    answer_s: int | None = None
    """Usual seconds from a call to somebody taking it, by this store's own figures."""
    helped_s: int | None = None
    """Usual seconds from a call to its end."""


class PageRecord(Part, frozen=True, kw_only=True):
    """A call whole, as two machines tell each other of it: the fields of kiosk.staff.Page, times in ISO 8601, callers
    as (session, words, waits)."""

    id: str
    kiosk: str
    place: str
    reason: str
    department: str | None
    priority: str
    said: str
    sku: str | None
    session: str
    language: str
    created_at: str
    changed_at: str
    rung_at: str
    claimed_at: str | None
    heard_at: str | None
    state: str
    claimed_by: str | None
    step: int
    round: int
    callers: list[tuple[str, str, bool]]
    only: str | None
    outcome: str
    message: str
    message_code: str
    message_by: str | None
    message_at: str | None
    message_spoken: bool
    own_version: int
    hub_version: int
    shopper_version: int


class StepView(Part, frozen=True, kw_only=True):
    """One row of the history of all calls: see kiosk.staff.Step. `page` is the call as it is now."""

    seq: int
    name: str
    who: str | None
    at: str
    state: str
    round: int
    step: int
    page: PageView


class PartHealth(Part, frozen=True, kw_only=True):
    """One part of the kiosk. state: working, starting, down, absent. `detail` is for staff, in plain words."""

    name: str
    state: str
    detail: str = ""


class FixtureView(Part, frozen=True, kw_only=True):
    """A rectangle of the floor plan, metres."""

    id: str
    kind: str
    label: str
    x: float
    y: float
    width: float
    height: float
    aisle: str | None
    bay: str | None


class Share(Part, frozen=True, kw_only=True):
    """How many products of a result have something: a department's id, a diet."""

    of: str
    count: int


class PriceStep(Part, frozen=True, kw_only=True):
    """How many products of a result cost at most a round price, minor units."""

    price: int
    count: int


class Facets(Part, frozen=True, kw_only=True):
    """By what a result can be narrowed. Departments have the most first; a query is looked up in all of them."""

    departments: list[Share]
    diets: list[Share]
    prices: list[PriceStep]
    offers: int
    in_stock: int


class DepartmentView(Part, frozen=True, kw_only=True):
    id: str
    name: str
    aisles: list[str]


class DayHours(Part, frozen=True, kw_only=True):
    """Opening hours of a weekday (0 is Monday), HH:MM; None when closed."""

    weekday: int
    opens: str | None
    closes: str | None


class ServiceView(Part, frozen=True, kw_only=True):
    """One of the store's rules or services, in the store's own words."""

    topic: str
    title: str
    text: str


class ListLine(Part, frozen=True, kw_only=True):
    card: Card
    quantity: int
    done: bool


class Code(Part, frozen=True, kw_only=True):
    """A QR code: its rows from above, 1 for a dark module and 0 for a light one, without the light margin around."""

    rows: list[str]


class ExportPlace(Part, frozen=True, kw_only=True):
    """A folder that takes an export of logs. name: of a memory stick; empty for the kiosk's own folder."""

    path: str
    name: str


class MissedQuery(Part, frozen=True, kw_only=True):
    """Words that were asked but not found, how often, and when last (ISO 8601)."""

    query: str
    times: int
    last: str


class WrongFact(Part, frozen=True, kw_only=True):
    """What was told wrong of a product, how often shoppers said so, and when last (ISO 8601). `name` is empty for one
    that is no longer in the catalog."""

    sku: str
    name: str
    what: str
    times: int
    last: str
