"""What the engine answers."""

from __future__ import annotations

from typing import Any

from kiosk.protocol.base import Message
from kiosk.protocol.reporting import ReportRow
from kiosk.protocol.values import (
    Card,
    Code,
    DayHours,
    DepartmentView,
    ExportPlace,
    Facets,
    FixtureView,
    ListLine,
    MissedQuery,
    PageRecord,
    PageView,
    PartHealth,
    ProductPage,
    ServiceView,
    StepView,
    WrongFact,
)


class Reply(Message, frozen=True, kw_only=True):
    id: int


class Done(Reply, frozen=True, kw_only=True):
    """The request was carried out; what it wrote is on disk."""


class Failed(Reply, frozen=True, kw_only=True):
    """The request was not carried out. code: bad_request, no_session, not_found, unavailable, busy, refused."""

    code: str
    detail: str = ""


class Welcome(Reply, frozen=True, kw_only=True):
    version: str
    kiosk: str
    place: str
    store: str
    languages: list[str]
    currency: str
    idle_s: float
    health: list[PartHealth]
    wake_word: str = ""
    """See the setting `voice.wake_word`."""
    prints: bool = False
    """There is a printer for lists."""
    phones: int | None = None
    """See `Staffed`."""
    on_shift: int | None = None
    look: str = ""
    """light, dark or contrast, as the operator chose; empty: as the screen was started."""
    screen_languages: list[str] = []
    """What shoppers may choose for the screen, the usual one first (ISO 639-1)."""
    answers_in: list[str] = []
    """The languages of the assistant; who chose another is answered in the first."""


class SessionStarted(Reply, frozen=True, kw_only=True):
    session: str


class Answer(Reply, frozen=True, kw_only=True):
    """The assistant's turn. `show` says which page fits: conversation, results, product, map, list, staff, offers,
    compare, none. `control` names a control action for the screen (repeat, louder, quieter, slower, stop, start_over,
    text_larger, text_smaller, language:es ...)."""

    session: str
    turn: str
    text: str
    say: str
    intent: str
    products: list[Card]
    suggestions: list[str]
    show: str
    control: str | None
    offer_staff: bool
    page: PageView | None
    sources: list[dict[str, str]]
    path: str
    """reflex, model or fallback."""


class WholeTurn(Reply, frozen=True, kw_only=True):
    turn: dict[str, Any]


class Results(Reply, frozen=True, kw_only=True):
    """`suggestions`: other spellings that find something, where the query finds nothing."""

    query: str
    corrected: str | None
    total: int
    offset: int
    cards: list[Card]
    brief: str = ""
    suggestions: list[str] = []
    facets: Facets | None = None


class Completions(Reply, frozen=True, kw_only=True):
    prefix: str
    texts: list[str]


class ProductReply(Reply, frozen=True, kw_only=True):
    product: ProductPage


class CompareReply(Reply, frozen=True, kw_only=True):
    """The products that there are, in the order asked for. `unit_prices`: what each costs by the same `unit`, minor
    units; none where they are not sold by the same measure."""

    products: list[ProductPage]
    unit: str
    unit_prices: list[int]


class HomeReply(Reply, frozen=True, kw_only=True):
    store: str
    open_until: str | None
    """HH:MM, `always` where the store never closes, None when closed now."""
    departments: list[DepartmentView]
    offers: list[Card]
    popular: list[Card]
    opens_at: str = ""
    """When it opens next, YYYY-MM-DDTHH:MM in the store's time; empty while it is open, or where nothing is known."""


class StoreInfoReply(Reply, frozen=True, kw_only=True):
    name: str
    address: str
    phone: str
    hours: list[DayHours]
    services: list[ServiceView]


class FloorMapReply(Reply, frozen=True, kw_only=True):
    width: float
    depth: float
    fixtures: list[FixtureView]


class PageReply(Reply, frozen=True, kw_only=True):
    page: PageView


class PagesReply(Reply, frozen=True, kw_only=True):
    pages: list[PageView]


class StepsReply(Reply, frozen=True, kw_only=True):
    """`last` is the newest row there is."""

    steps: list[StepView]
    last: int


class RecordsReply(Reply, frozen=True, kw_only=True):
    """`last` is the row up to which nothing is missing."""

    pages: list[PageRecord]
    last: int


class ListReply(Reply, frozen=True, kw_only=True):
    lines: list[ListLine]
    total: int
    currency: str


class Codes(Reply, frozen=True, kw_only=True):
    """More than one where the list is long."""

    codes: list[Code]


class HealthReply(Reply, frozen=True, kw_only=True):
    parts: list[PartHealth]


class EventsReply(Reply, frozen=True, kw_only=True):
    events: list[dict[str, Any]]


class MissedReply(Reply, frozen=True, kw_only=True):
    """Most often asked first."""

    queries: list[MissedQuery]


class OperatorOpened(Reply, frozen=True, kw_only=True):
    ticket: str


class OperatorRefused(Reply, frozen=True, kw_only=True):
    """why: unset (no PIN has been set), wait, wrong, damaged (the file of the PIN). wait_s: until the next try."""

    why: str
    wait_s: int


class OperatorReply(Reply, frozen=True, kw_only=True):
    """This kiosk as its operator sees it. Times in ISO 8601; `disk_free` in bytes."""

    version: str
    kiosk: str
    place: str
    started_at: str
    parts: list[PartHealth]
    restarts: list[str]
    """What can be started anew: names of processes; engine is all of them but the screen."""
    phones: int
    """That staff may sign in on."""
    inviting: bool
    """The code of the last `OperatorInvite` still waits for its phone."""
    catalog_version: str
    catalog_synced_at: str
    catalog_age_s: int
    products: int
    hq_reached: str | None
    """None where no catalog comes from HQ."""
    volume: float
    languages: list[str]
    """That the screen can be shown in."""
    chosen_languages: list[str]
    look: str
    places: list[ExportPlace]
    disk_free: int


class OperatorInvited(Reply, frozen=True, kw_only=True):
    """A code that lets one phone see the staff page's sign-in for `lasts_s` seconds. `code` leads there with it;
    without a camera `typed` is typed at `address`. fingerprint: SHA-256 of the store's own authority, empty if there is
    none."""

    code: Code
    address: str
    typed: str
    lasts_s: int
    fingerprint: str


class OperatorExported(Reply, frozen=True, kw_only=True):
    path: str


class WrongReply(Reply, frozen=True, kw_only=True):
    """Most often reported first."""

    facts: list[WrongFact]


class PageReportReply(Reply, frozen=True, kw_only=True):
    """How calls went from `since` up to `until` (ISO 8601); of the first row, all of them."""

    since: str
    until: str
    rows: list[ReportRow]
