"""What the engine does for a shopper and for staff, without sockets: sessions, search, the conversation, lists, pages.

Two threads: the *core* thread owns the state file and answers quick requests; the *think* thread runs the
conversation, which may wait for the language model, and asks the core thread for whatever must be written.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import apsw

from kiosk import insight, protocol
from kiosk.assistant import (
    Assistant,
    Conversation,
    Gist,
    Listener,
    ListLine,
    Turn,
    turn_json,
)
from kiosk.engine import views
from kiosk.engine.calls import Calls
from kiosk.engine.errors import RequestError
from kiosk.engine.hands import SessionHands
from kiosk.engine.names import catalog_language, catalog_texts, page_texts
from kiosk.engine.ratings import rated
from kiosk.engine.recorder import Recorder
from kiosk.engine.session import Session, Told
from kiosk.engine.staffing import Staffing
from kiosk.settings import Settings
from kiosk.shoppers import ListError, Lists, OpenSession, Sessions, begin_session
from kiosk.staff import Page, PageStore, Step
from kiosk.staff.past import past_calls
from kiosk.staff.times import Times
from local_catalog import Catalog, CatalogError, Product, never_closes, open_until, opens_next
from models import LanguageModel

if TYPE_CHECKING:
    from kiosk.engine.live import Live

log = logging.getLogger(__name__)
T = TypeVar("T")

FORGET_S = 900.0
"""A session without any request for this long is forgotten, whatever the screen does."""

MAX_SAID = 2000
"""Longest text that is read aloud, characters."""
FOUND = 0.5
"""Share of a typed query that the best hit must cover, else the query counts as asked but not found."""

COMMAND_SESSION = "command:"
"""Begins the ids of sessions opened from the command line."""


def _store_time() -> datetime:
    return datetime.now().astimezone()


class Core:
    """See the module. Methods other than `ask`, `begin_work` and `close` run on the core thread, through `do`."""

    def __init__(
        self,
        settings: Settings,
        catalog: Catalog,
        connection: apsw.Connection,
        model: LanguageModel | None,
        *,
        on_page: Callable[[Page, tuple[Step, ...]], None] | None = None,
        on_state: Callable[[str, str], None] | None = None,
        live: Live | None = None,
        clock: Callable[[], datetime] = _store_time,
    ) -> None:
        """`clock` gives the time in the store, with its zone. `live` has the store's figures of the moment. `on_page`
        is told of every step of a page, on the core thread, after it is on disk; `on_state` of whether the state file
        can be written, working or down, and why not."""
        self.settings = settings
        self.catalog = catalog
        self.events = insight.EventLog(connection)
        self.lists = Lists(connection)
        self.records = Sessions(connection)
        self.assistant = Assistant(catalog, model, timer=time.perf_counter)
        self.live = live
        self._clock = clock
        self._recorder = Recorder(self.events, connection.filename, on_state or (lambda state, detail: None))
        self.past_calls = functools.partial(past_calls, connection)
        """What became of the calls made from one time up to another."""
        self.staffing = Staffing(settings.data_dir, lambda: self.catalog.store.hours, clock)
        self.calls = Calls(
            PageStore(connection, settings.kiosk.name, self.staffing.rules),
            self._recorder,
            settings.kiosk,
            product=lambda sku: self.catalog.product(sku),
            on_page=on_page or (lambda page, steps: None),
            clock=lambda: self._clock().astimezone(UTC),
            language=settings.language,
            staff=settings.staff,
            usual=Times(self.past_calls).usual,
        )
        self._sessions: dict[str, Session] = {}
        self._ended: set[str] = set()
        """Sessions that are over and still on disk, which did not let them be taken away."""
        self._core = ThreadPoolExecutor(1, "core")
        self._think = ThreadPoolExecutor(1, "think")
        threading.Thread(target=_warm_up, args=(self.assistant,), name="warm up", daemon=True).start()
        self.record(insight.CatalogServed(version=catalog.info.version, products=catalog.info.products))

    def serve(self, catalog: Catalog) -> None:
        """Answer from another version of the catalog, from the next question on; the one before is closed.

        Waits for the question in hand. Not for the core and think threads, which do the change.
        """

        def change() -> Catalog:
            before, self.catalog = self.catalog, catalog
            self.assistant.catalog = catalog
            self.record(insight.CatalogServed(version=catalog.info.version, products=catalog.info.products))
            return before

        # A turn runs on the think thread from end to end, so none sees two versions.
        self._think.submit(lambda: self.do(change)).result().close()

    # --- threads ----------------------------------------------------------------------------------------------------

    def do(self, work: Callable[[], T]) -> T:
        """Run something on the core thread and wait for it."""
        if threading.current_thread().name.startswith("core"):
            return work()
        return self._core.submit(work).result()

    @property
    def core_thread(self) -> ThreadPoolExecutor:
        return self._core

    @property
    def think_thread(self) -> ThreadPoolExecutor:
        return self._think

    def close(self) -> None:
        """Finish what is under way."""
        self._think.shutdown()
        self._core.shutdown()

    # --- sessions ---------------------------------------------------------------------------------------------------

    def start_session(self, language: str, id: str | None = None) -> Session:  # noqa: A002
        """Open a session, under an id of the caller's own if given."""
        session = self._open(begin_session(language, _now(), id))
        self._ended.discard(session.id)
        self._recorder.write(lambda: self.records.keep(session.record), session.record.seen_at)
        return session

    def session(self, id: str) -> Session:  # noqa: A002
        """An open session; one on record from before a restart is taken up again. Raises RequestError no_session."""
        session = self._sessions.get(id)
        if session is None:
            record = self.records.get(id)
            if record is None or id in self._ended:
                raise RequestError("no_session", "this session has ended")
            session = self._open(record)
        record = session.record = replace(session.record, seen_at=_now())
        self._recorder.write(lambda: self.records.keep(record), record.seen_at)
        return session

    def choose_language(self, request: protocol.ChooseLanguage) -> protocol.Done:
        """The shopper goes on in another language. Raises RequestError bad_request for one that is not offered."""
        if request.language not in self.languages:
            raise RequestError("bad_request", f"this screen has no language {request.language[:20]!r}")
        session = self.session(request.session)
        record = session.record = replace(session.record, language=request.language)
        session.conversation.language = self.assistant.answers_in(request.language)
        self._recorder.write(lambda: self.records.keep(record), record.seen_at)
        return protocol.Done(id=request.id)

    def end_session(self, id: str, how: str) -> None:  # noqa: A002
        """Forget a session: its conversation, its list, its record. An open page stays with staff."""
        session = self._sessions.pop(id, None)
        if session is not None:
            self._typed(session, "", found=True)
        self._forget(id)
        if session is not None:
            seconds = round(time.monotonic() - session.started, 1)
            self.record(insight.SessionEnded(how=how, turns=len(session.answers), seconds=seconds))

    @property
    def languages(self) -> list[str]:
        """What shoppers may choose, the kiosk's own first."""
        return list(dict.fromkeys((self.settings.language, *self.settings.screen.languages)))

    def command_sessions(self) -> tuple[str, ...]:
        """Ids of the open sessions that came from the command line."""
        return tuple(id_ for id_ in self._sessions if id_.startswith(COMMAND_SESSION))

    def tidy(self) -> float | None:
        """What time brings: forgotten sessions, pages that ring on, words that are blanked. See Calls.tidy."""
        now = _now()
        self._recorder.try_again()
        for id_ in tuple(self._ended):
            self._forget(id_)
        # What is on disk of an open session may be old.
        silent = set(self.records.silent(now, FORGET_S)) - self._sessions.keys() - self._ended
        silent.update(s.id for s in self._sessions.values() if (now - s.record.seen_at).total_seconds() > FORGET_S)
        for id_ in silent:
            self.end_session(id_, "idle")
        return self.calls.tidy()

    def record(self, event: insight.Event) -> None:
        """Put on record what happened, if the disk takes it."""
        self._recorder.event(event, _now())

    def _forget(self, id_: str) -> None:
        """Take a session that is over and its list off the disk; as soon as it lets us."""

        def work() -> None:
            self.lists.clear(id_)
            self.records.end(id_)

        if self._recorder.write(work, _now()):
            self._ended.discard(id_)
        else:
            self._ended.add(id_)

    def _open(self, record: OpenSession) -> Session:
        session = Session(record, self.assistant.begin(record.language), time.monotonic())
        self._sessions[record.id] = session
        return session

    # --- the conversation (think thread) ----------------------------------------------------------------------------

    def ask(
        self, number: int, session_id: str, text: str, via: str, listener: Listener | None = None
    ) -> tuple[protocol.Answer, Turn]:
        """One utterance, answered; the listener may get sentences of it before. Call on the think thread. Raises
        RequestError."""
        session = self.do(lambda: self.session(session_id))
        hands = SessionHands(self, session)
        turn = self.assistant.turn(session.conversation, text, hands, self._clock(), listener)
        return self.do(lambda: self._record(number, session, turn, via)), turn

    def gists(self, session_id: str, texts: Sequence[str]) -> list[Gist]:
        """What each text would be taken for if it were said now; nothing is done. Call on the think thread. Raises
        RequestError no_session."""
        session = self._opened(session_id)
        hands, now = SessionHands(self, session), self._clock()
        return [self.assistant.gist(session.conversation, text, hands, now) for text in texts]

    def conversation(self, session_id: str) -> Conversation:
        """What an open session's talk was about so far, to look at only. Raises RequestError no_session."""
        return self._opened(session_id).conversation

    def _opened(self, session_id: str) -> Session:
        """To look at only: it is not kept on record that the shopper is there."""
        session = self._sessions.get(session_id)
        if session is None:
            raise RequestError("no_session", "this session has ended")
        return session

    def names_said(self, session_id: str) -> tuple[str, ...]:
        """What of a session's last answer is in the catalog's language and not the shopper's."""
        session = self._sessions.get(session_id)
        return session.last.names if session is not None and session.last is not None else ()

    def said(self, request: protocol.Say) -> tuple[str, str, tuple[str, ...]]:
        """What is to be said, its language, and what of it is in the catalog's instead; no text where nothing was
        answered yet. Raises RequestError no_session."""
        session = self.session(request.session)
        told = session.answers.get(request.turn) or (None if request.text else session.last)
        if told is not None:
            return told.turn.say, told.turn.language, told.names
        language = request.language if request.language in self.languages else session.language
        text = request.text[:MAX_SAID]
        return text, language, page_texts(text, language, self.catalog)

    @property
    def names_language(self) -> str:
        """The language of the catalog's names."""
        return catalog_language(self.catalog)

    def ask_whole(self, name: str, text: str, via: str) -> dict[str, object]:
        """One utterance of a session that goes by a caller's own name, opened when first named. On the think thread."""
        id_ = f"{COMMAND_SESSION}{name}"
        try:
            self.do(lambda: self.session(id_))
        except RequestError:
            self.do(lambda: self.start_session(self.settings.language, id_))
        _, turn = self.ask(0, id_, text, via)
        return turn_json(turn, name)

    def _record(self, number: int, session: Session, turn: Turn, via: str) -> protocol.Answer:
        turn_id = secrets.token_urlsafe(6)
        session.answers[turn_id] = Told(turn, catalog_texts(turn, self.catalog))
        latency = turn.latency_ms
        self.record(
            insight.TurnTaken(
                via=via,
                language=turn.language,
                intent=turn.intent,
                path=turn.path,
                confidence=round(turn.confidence, 3),
                understand_ms=round(latency.get("understand", 0.0), 2),
                look_up_ms=round(latency.get("look_up", 0.0), 2),
                answer_ms=round(latency.get("answer", 0.0), 2),
                results=len(turn.products),
                offered_staff=turn.offer_staff,
                called_staff=turn.page is not None,
            )
        )
        missed = insight.product_words(str(turn.request.get("query", "")))
        if turn.intent == "find" and not turn.products and missed:
            self.record(insight.NotFound(query=missed))
        page = self.calls.page(turn.page.id, session.id) if turn.page else None
        return views.answer(number, session.id, turn_id, turn, page)

    # --- catalog ----------------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._clock().date()

    def search(self, request: protocol.Search) -> protocol.Results:
        """Products for a typed query, or a department, a category or the offers to browse."""
        session = self.session(request.session)
        began = time.perf_counter()
        filters = views.filters(request, self.catalog.store.currency)
        limit, offset = max(1, min(request.limit, 60)), max(0, request.offset)
        language = None if session.language == "en" else session.language
        found = self.catalog.search(
            request.query, filters, limit=limit, offset=offset, today=self._today(), language=language
        )
        products = tuple(hit.product for hit in found.hits)
        if offset == 0:
            session.conversation.showing(products)
            if request.query:
                self._typed(session, request.query, found=bool(found.hits) and found.hits[0].score >= FOUND)
                took = round((time.perf_counter() - began) * 1000, 2)
                mended = found.corrected is not None
                self.record(insight.Searched(results=found.total, mended=mended, ms=took))
        facets = None
        if request.facets:
            facets = self.catalog.facets(request.query, filters, self._today(), language=language)
        return views.results(request, found, offset, facets)

    def _typed(self, session: Session, query: str, *, found: bool) -> None:
        """Record what was typed and not found, once, when the shopper gives up on it: not each letter on the way."""
        before = session.missed
        if query and (query.startswith(before) or before.startswith(query)):
            session.missed = "" if found else max(before, query, key=len)
            return
        session.missed = "" if found else query
        missed = insight.product_words(before)
        if missed:
            self.record(insight.NotFound(query=missed))

    def look(self, request: protocol.Look) -> tuple[protocol.ProductReply, Product]:
        """One product's page with its synced figures, by SKU or barcode. Raises RequestError not_found."""
        session = self.session(request.session)
        product = self.catalog.product(request.code) or self.catalog.by_code(request.code)
        if product is None:
            raise RequestError("not_found", "no product of this store has that code")
        session.conversation.looking_at(product)
        self.record(insight.ResultShown(sku=product.sku, how="look"))
        page = views.product_page(self.catalog, product)
        return protocol.ProductReply(id=request.id, product=page), product

    def store_info(self, request: protocol.StoreInfo) -> protocol.StoreInfoReply:
        return views.store_info(self.catalog.store, self.catalog.policies, request.id)

    def home(self, request: protocol.Home) -> protocol.HomeReply:
        now = self._clock()
        hours = self.catalog.store.hours
        until = open_until(hours, now)
        closing = "always" if never_closes(hours) else f"{until:%H:%M}" if until else None
        opens = None if until else opens_next(hours, now)
        popular = [self.catalog.product(sku) for sku in self.events.popular(8)]
        shown = [product for product in popular if product is not None]
        return protocol.HomeReply(
            id=request.id,
            store=self.catalog.store.name,
            open_until=closing,
            departments=views.departments(self.catalog),
            opens_at=f"{opens:%Y-%m-%dT%H:%M}" if opens else "",
            offers=views.cards(self.catalog.offers(limit=12, today=now.date())),
            popular=views.cards(shown if len(shown) >= 4 else self.catalog.popular(8)),
        )

    # --- the list ---------------------------------------------------------------------------------------------------

    def change_list(self, request: protocol.ChangeList) -> protocol.ListReply:
        """Carry out a change and give the list as it now is. Raises RequestError."""
        session = self.session(request.session)
        held = {line.sku: line.quantity for line in self.lists.lines(session.id)}
        if request.op in ("add", "set", "remove", "tick") and self.catalog.product(request.sku) is None:
            raise RequestError("not_found", "no product of this store has that number")
        try:
            match request.op:
                case "add":
                    self.lists.set(session.id, request.sku, held.get(request.sku, 0) + max(1, request.quantity))
                case "set":
                    self.lists.set(session.id, request.sku, request.quantity)
                case "remove":
                    self.lists.set(session.id, request.sku, 0)
                case "tick":
                    self.lists.tick(session.id, request.sku)
                case "clear":
                    self.lists.clear(session.id)
                case "show":
                    pass
                case _:
                    raise RequestError("bad_request", f"a list has no operation {request.op[:40]!r}")
        except ListError as error:
            raise RequestError("bad_request", str(error)) from error
        except apsw.Error as error:
            raise RequestError("unavailable", "the list cannot be saved at the moment") from error
        lines = self.list_lines(session.id)
        return protocol.ListReply(
            id=request.id,
            lines=[
                protocol.ListLine(card=views.card(line.product), quantity=line.quantity, done=line.done)
                for line in lines
            ],
            total=sum(line.product.current_price.minor * line.quantity for line in lines),
            currency=self.catalog.store.currency,
        )

    def list_lines(self, session: str) -> tuple[ListLine, ...]:
        """The list with its products; one that has left the catalog is left out."""
        lines = []
        for line in self.lists.lines(session):
            product = self.catalog.product(line.sku)
            if product is not None:
                lines.append(ListLine(product, line.quantity, line.done))
        return tuple(lines)

    def call_by_touch(self, request: protocol.CallStaff) -> protocol.PageReply:
        """The shopper tapped a reason to call staff. Raises RequestError."""
        session = self.session(request.session)
        product = self.catalog.product(request.sku) if request.sku else None
        page = self.calls.create(
            session,
            reason=request.reason,
            department=product.department if product else None,
            urgent=request.urgent,
            words=request.words,
            sku=product.sku if product else None,
            said=session.last.turn.say if session.last else "",
        )
        return protocol.PageReply(id=request.id, page=self.calls.view(page, session.id))

    # --- the rest ---------------------------------------------------------------------------------------------------

    def missed(self, request: protocol.Missed) -> protocol.MissedReply:
        """What was asked but not found in the last days."""
        since = _now() - timedelta(days=max(1, min(request.days, 3660)))
        found = self.events.missed(since, max(1, min(request.limit, 1000)))
        return protocol.MissedReply(
            id=request.id, queries=[protocol.MissedQuery(query=m.query, times=m.times, last=m.last) for m in found]
        )

    def rate(self, request: protocol.Rate) -> protocol.Done:
        session = self.session(request.session)
        told = session.answers.get(request.turn)
        if told is None:
            raise RequestError("not_found", "there is no such answer in this session")
        try:
            self.record(rated(told.turn, request.good, request.why))
        except ValueError as error:
            raise RequestError("bad_request", str(error)) from error
        return protocol.Done(id=request.id)


def _warm_up(assistant: Assistant) -> None:
    """Beside the first questions, which find what is ready."""
    with contextlib.suppress(CatalogError):  # closed meanwhile
        assistant.warm_up()


def _now() -> datetime:
    return datetime.now(UTC)
