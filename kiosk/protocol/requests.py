"""What a client asks of the engine. Every request gets exactly one reply with its id."""

from __future__ import annotations

from kiosk.protocol.base import VERSION, Message
from kiosk.protocol.values import PageRecord, PartHealth


class Request(Message, frozen=True, kw_only=True):
    id: int


class Hello(Request, frozen=True, kw_only=True):
    """First on every connection. role: screen, staff, hooks or command."""

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
    """Open pages (staff), one session's with `session`, or the one with this id, open or not, with `page`."""

    session: str | None = None
    page: str | None = None


class StepPage(Request, frozen=True, kw_only=True):
    """A step by staff. step: claim, coming (again: still on the way), resolve, release, hand_over. `who` is a first
    name. `to` says to whom it is handed over: person:NAME or department:ID. outcome: see PageView."""

    page: str
    step: str
    who: str
    to: str = ""
    outcome: str = "done"


class MessagePage(Request, frozen=True, kw_only=True):
    """Staff tell the shopper something: a code of kiosk.staff.MESSAGES, or a text. `spoken`: the kiosk says it, too."""

    page: str
    who: str
    text: str = ""
    code: str = ""
    spoken: bool = True


class CallButton(Request, frozen=True, kw_only=True):
    """Somebody pressed a call button on the shop floor."""

    place: str
    reason: str = "help"
    department: str | None = None


class StepsSince(Request, frozen=True, kw_only=True):
    """The history of all calls after a row, oldest first; with -1 only where it ends."""

    after: int
    limit: int = 200


class Announce(Request, frozen=True, kw_only=True):
    """A hook is about to announce a call. Answered with the call (`PagesReply`); if that rings still, whoever asked
    says `Announced` when it has been told or could not be, and a claim waits for that. Fails with `busy` while somebody
    is claiming it."""

    page: str


class Announced(Request, frozen=True, kw_only=True):
    """See `Announce`."""

    page: str


class TellParts(Request, frozen=True, kw_only=True):
    """The hooks say how each of them is."""

    parts: list[PartHealth]


class TellStaffed(Request, frozen=True, kw_only=True):
    """What the store's hub says of who is there, see `Staffed`; both None while it is away."""

    phones: int | None
    on_shift: int | None


class Records(Request, frozen=True, kw_only=True):
    """Calls whole, for another machine: those of one kiosk with a step after this row of the history; -1: the open
    ones."""

    after: int
    kiosk: str
    limit: int = 100


class Reconcile(Request, frozen=True, kw_only=True):
    """What another machine knows of calls; what was not known is taken over."""

    pages: list[PageRecord]


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


class OperatorInvite(OperatorRequest, frozen=True, kw_only=True):
    """Let a phone in: a new code, which ends the one before. Answered with `OperatorInvited`."""


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


class PageReport(Request, frozen=True, kw_only=True):
    """How calls for staff went in the last days, today included."""

    days: int = 30
