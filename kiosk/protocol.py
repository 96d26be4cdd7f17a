"""Messages between the engine and whoever is connected to its local socket (screen, staff page, command line).

One JSON object a line, told apart by `type`. A request carries an `id` of the caller's choosing and gets exactly one
reply with that id (its own reply type, or `failed`); pushes carry no id and go to every connection of the role they
are meant for. Money is whole minor units; times are ISO 8601 with zone; texts for the chrome of the screen are codes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

VERSION = 1
MAX_LINE = 1 << 20
"""Longest line either side accepts, bytes."""


def _tag(name: str) -> str:
    return "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))


class Message(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=_tag):
    """Base of all messages; the tag is the class name in snake case."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Values that occur inside messages."""


# --- values ---------------------------------------------------------------------------------------------------------


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
    """A call for staff as its shopper and staff see it. state: see kiosk.staff.State."""

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
    """Rung of the escalation ladder, 0 to 3: see kiosk.staff.LADDER."""
    language: str = "en"
    """The language its shopper speaks."""


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


# --- requests -------------------------------------------------------------------------------------------------------


class Request(Message, frozen=True, kw_only=True):
    id: int


class Hello(Request, frozen=True, kw_only=True):
    """First on every connection. role: screen, staff or command."""

    role: str
    version: int = VERSION


class StartSession(Request, frozen=True, kw_only=True):
    """A shopper touched or spoke. The greeting (an automated assistant) is spoken if `greet`."""

    language: str = "en"
    greet: bool = False


class EndSession(Request, frozen=True, kw_only=True):
    """The shopper left: everything of the session is forgotten."""

    session: str


class ChooseLanguage(Request, frozen=True, kw_only=True):
    """The shopper goes on in this language (ISO 639-1), in the same session: it is answered and spoken from now on, as
    far as the assistant speaks it."""

    session: str
    language: str


class Ask(Request, frozen=True, kw_only=True):
    """One utterance. via: typed, spoken, tapped, scanned. `speak`: say the answer aloud. `stream`: send each `Sentence`
    of an answer that comes sentence by sentence, before the answer."""

    session: str
    text: str
    via: str = "typed"
    speak: bool = False
    stream: bool = False


class AskWhole(Request, frozen=True, kw_only=True):
    """One utterance from the command line. `session` is a name of the caller's own, kept apart from shoppers' sessions;
    the reply holds the whole turn as `aislewise ask --json` prints it."""

    session: str
    text: str
    via: str = "typed"


class Search(Request, frozen=True, kw_only=True):
    """Products for a query; an empty query with a category or offers=True browses. `max_price`: minor units. `diet`:
    all of these. `sort`: relevance, price, price_desc, unit_price or name. `facets`: tell those of the outcome too."""

    session: str
    query: str = ""
    category: str | None = None
    offers: bool = False
    in_stock: bool = False
    max_price: int | None = None
    diet: list[str] = []
    sort: str = "relevance"
    facets: bool = False
    limit: int = 24
    offset: int = 0


class Complete(Request, frozen=True, kw_only=True):
    """Words that go on from what was typed."""

    prefix: str
    limit: int = 6


class Look(Request, frozen=True, kw_only=True):
    """One product, by SKU or barcode."""

    session: str
    code: str


class Compare(Request, frozen=True, kw_only=True):
    """Two to four products beside each other, by SKU."""

    session: str
    skus: list[str]


class ReportWrong(Request, frozen=True, kw_only=True):
    """Something is told wrong of a product. what: price, stock, place, label, picture or other."""

    session: str
    sku: str
    what: str


class Home(Request, frozen=True, kw_only=True):
    """What the first page shows."""

    session: str


class StoreInfo(Request, frozen=True, kw_only=True):
    """Where the store is, when it is open, and its rules and services."""


class FloorMap(Request, frozen=True, kw_only=True):
    """The floor plan."""


class Listen(Request, frozen=True, kw_only=True):
    """Tap to talk: the microphone opens for one question. `stream` as in `Ask`."""

    session: str
    stream: bool = False


class StopListening(Request, frozen=True, kw_only=True):
    """Tap again: what was said so far is the question (`cancel`: it is dropped)."""

    session: str
    cancel: bool = False


class Hush(Request, frozen=True, kw_only=True):
    """Stop speaking."""

    session: str


class Say(Request, frozen=True, kw_only=True):
    """Say an answer again, the one named by `turn` or else the last; or `text`, for reading a page aloud, in its
    `language`, by default the shopper's. A text beside a turn is for a turn that is no longer known."""

    session: str
    text: str = ""
    language: str = ""
    turn: str = ""


class CallStaff(Request, frozen=True, kw_only=True):
    """Call a person. reason: see kiosk.staff.REASONS."""

    session: str
    reason: str = "help"
    words: str = ""
    sku: str | None = None
    urgent: bool = False


class CancelPage(Request, frozen=True, kw_only=True):
    session: str
    page: str


class AddWords(Request, frozen=True, kw_only=True):
    """The shopper adds to an open call of theirs what it is about, for who comes."""

    session: str
    page: str
    words: str


class ChangeList(Request, frozen=True, kw_only=True):
    """op: add, remove, set, tick, clear, show."""

    session: str
    op: str
    sku: str = ""
    quantity: int = 1


class ListCodes(Request, frozen=True, kw_only=True):
    """The shopper's list as QR codes that hold it, in the words that the screen shows. `mail`: as the draft of a
    message; else as text."""

    session: str
    title: str
    lines: list[str]
    mail: bool = False


class PrintList(Request, frozen=True, kw_only=True):
    """The same on paper. Done when the printer has accepted it; fails with `unavailable`."""

    session: str
    title: str
    lines: list[str]


class Rate(Request, frozen=True, kw_only=True):
    """Thumbs up or down for a turn, with a reason code on the way down: wrong_product, wrong_fact, misunderstood,
    offensive, other."""

    session: str
    turn: str
    good: bool
    why: str = ""


class Pages(Request, frozen=True, kw_only=True):
    """Open pages (staff), or one session's with `session`."""

    session: str | None = None


class StepPage(Request, frozen=True, kw_only=True):
    """A step by staff. step: claim, coming, resolve, release. `who` is a first name."""

    page: str
    step: str
    who: str


class Health(Request, frozen=True, kw_only=True):
    """How every part is. The staff page tells in return on how many phones it is open."""

    phones: int | None = None


class EventsSince(Request, frozen=True, kw_only=True):
    """Events after a sequence number, oldest first."""

    after: int = 0
    limit: int = 200


class Missed(Request, frozen=True, kw_only=True):
    """What was asked but not found in the last days."""

    days: int = 30
    limit: int = 100


class OperatorOpen(Request, frozen=True, kw_only=True):
    """The operator gives the PIN. Answered with `OperatorOpened` or `OperatorRefused`."""

    pin: str


class OperatorRequest(Request, frozen=True, kw_only=True):
    """Base of what an operator asks; a ticket that is not good (any more) fails with the code `refused`."""

    ticket: str


class OperatorLook(OperatorRequest, frozen=True, kw_only=True):
    """How this kiosk is."""


class OperatorChoose(OperatorRequest, frozen=True, kw_only=True):
    """Change what is given: volume (see the setting `voice.volume`), languages that shoppers may choose, look."""

    volume: float | None = None
    languages: list[str] | None = None
    look: str | None = None


class OperatorRestart(OperatorRequest, frozen=True, kw_only=True):
    """Start one of `OperatorReply.restarts` anew."""

    part: str


class OperatorExport(OperatorRequest, frozen=True, kw_only=True):
    """Write the logs into one of `OperatorReply.places`."""

    path: str


class OperatorExit(OperatorRequest, frozen=True, kw_only=True):
    """The kiosk is to be closed: on Done the screen ends, and with it the kiosk."""


class OperatorClose(OperatorRequest, frozen=True, kw_only=True):
    """The operator is done: the ticket ends."""


class Wrong(Request, frozen=True, kw_only=True):
    """What shoppers reported as wrong in the last days."""

    days: int = 30
    limit: int = 100


# --- replies --------------------------------------------------------------------------------------------------------


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


class MissedQuery(Part, frozen=True, kw_only=True):
    """Words that were asked but not found, how often, and when last (ISO 8601)."""

    query: str
    times: int
    last: str


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


class OperatorExported(Reply, frozen=True, kw_only=True):
    path: str


class WrongFact(Part, frozen=True, kw_only=True):
    """What was told wrong of a product, how often shoppers said so, and when last (ISO 8601). `name` is empty for one
    that is no longer in the catalog."""

    sku: str
    name: str
    what: str
    times: int
    last: str


class WrongReply(Reply, frozen=True, kw_only=True):
    """Most often reported first."""

    facts: list[WrongFact]


# --- pushes ---------------------------------------------------------------------------------------------------------


class Push(Message, frozen=True, kw_only=True):
    pass


class HealthChanged(Push, frozen=True, kw_only=True):
    parts: list[PartHealth]


class Listening(Push, frozen=True, kw_only=True):
    """state: listening, open (the kiosk speaks, but hears who cuts in), thinking, idle, failed. level: loudness 0 to 1
    while listening. detail, when idle or failed: nothing_heard, microphone, recogniser, no_session; too_loud when what
    was heard was louder than the microphone can take. When it begins to listen: language if the shopper's is not one
    that can be heard here."""

    session: str
    state: str
    level: float = 0.0
    detail: str = ""


class Caption(Push, frozen=True, kw_only=True):
    """What was heard so far; `final` when the question is complete."""

    session: str
    text: str
    final: bool = False


class DidYouSay(Push, frozen=True, kw_only=True):
    """What was heard is not sure: what it may have been, most likely first. The shopper taps one, which is then asked
    (`Ask`), or says yes, one of them, or something else, to which the kiosk listens."""

    session: str
    choices: list[str]


class Woken(Push, frozen=True, kw_only=True):
    """The wake word was said: the screen begins a session, if there is none, and listens."""


class Answered(Push, frozen=True, kw_only=True):
    """The answer to a spoken question (no request asked for it)."""

    session: str
    answer: Answer


class Sentence(Push, frozen=True, kw_only=True):
    """One sentence of an answer on its way; the answer's `say` begins with all of them, joined by blanks. Most answers
    come at once and have none. `asked` is the id of the `Ask`, 0 for a spoken question; `number` counts from 1."""

    session: str
    asked: int
    number: int
    text: str


class Speaking(Push, frozen=True, kw_only=True):
    """The kiosk speaks (on) or fell silent."""

    session: str
    on: bool


class Scanned(Push, frozen=True, kw_only=True):
    """A scanner at a serial port read a code."""

    code: str


class Staffed(Push, frozen=True, kw_only=True):
    """On how many phones calls for staff are seen right now; None while the staff page is not there to tell."""

    phones: int | None


class PageChanged(Push, frozen=True, kw_only=True):
    """A page was made or took a step. Screens get their own sessions' pages, staff get all."""

    page: PageView


_REQUESTS = (
    Hello | StartSession | EndSession | ChooseLanguage | Ask | AskWhole | Search | Complete | Look | Home | StoreInfo
    | FloorMap
    | Compare | ReportWrong | Wrong | ListCodes | PrintList | AddWords
    | Listen | StopListening | Hush | Say | CallStaff | CancelPage | ChangeList | Rate | Pages | StepPage | Health
    | EventsSince | Missed | OperatorOpen | OperatorLook | OperatorChoose | OperatorRestart | OperatorExport
    | OperatorExit | OperatorClose
)  # fmt: skip
_FROM_ENGINE = (
    Done | Failed | Welcome | SessionStarted | Answer | WholeTurn | Results | Completions | ProductReply | HomeReply
    | StoreInfoReply | CompareReply | WrongReply | Codes
    | FloorMapReply | PageReply | PagesReply | ListReply | HealthReply | EventsReply | MissedReply
    | OperatorOpened | OperatorRefused | OperatorReply | OperatorExported
    | HealthChanged | Listening | Caption | DidYouSay | Woken | Answered | Sentence | Speaking | Scanned | Staffed
    | PageChanged
)  # fmt: skip

_encode = msgspec.json.Encoder().encode
_decode_request: Callable[[bytes], Request] = msgspec.json.Decoder(_REQUESTS).decode
_decode_from_engine: Callable[[bytes], Reply | Push] = msgspec.json.Decoder(_FROM_ENGINE).decode


class ProtocolError(Exception):
    """A line is not a message of this protocol: the text says where and why."""


def encode(message: Message) -> bytes:
    """A message as one line, newline included."""
    return _encode(message) + b"\n"


def decode_request(line: bytes) -> Request:
    """A line from a client. Raises ProtocolError."""
    try:
        return _decode_request(line)
    except msgspec.MsgspecError as error:
        raise ProtocolError(str(error)) from error
    except UnicodeDecodeError as error:
        raise ProtocolError("the line is not UTF-8") from error


def decode_from_engine(line: bytes) -> Reply | Push:
    """A line from the engine. Raises ProtocolError."""
    try:
        return _decode_from_engine(line)
    except msgspec.MsgspecError as error:
        raise ProtocolError(str(error)) from error
    except UnicodeDecodeError as error:
        raise ProtocolError("the line is not UTF-8") from error


def builtins(message: msgspec.Struct) -> dict[str, Any]:
    """A message as plain dicts and lists, for QML and templates."""
    value: dict[str, Any] = msgspec.to_builtins(message)
    return value
