"""The engine process: the local socket, and the parts put together behind it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import TypeVar

from kiosk import discreet, insight, protocol
from kiosk.assistant import Gist, Turn
from kiosk.engine import beside, logs, paging, reporting, staffing, views
from kiosk.engine.catalog import ready_catalog
from kiosk.engine.core import Core
from kiosk.engine.errors import RequestError
from kiosk.engine.expecting import expected
from kiosk.engine.messages import Messages
from kiosk.engine.model import WorkerModel
from kiosk.engine.operator import House, Operator
from kiosk.engine.parts import Parts
from kiosk.engine.pipe import Fields
from kiosk.engine.recorder import PART as STATE_FILE
from kiosk.engine.saying import Saying
from kiosk.engine.scanner import SerialScanner
from kiosk.engine.sockets import Connection, Handlers, SocketServer, make_socket_folder
from kiosk.engine.speech import Names
from kiosk.engine.state import open_state
from kiosk.engine.taking import PrinterError, codes, print_list
from kiosk.engine.talk import Talk
from kiosk.engine.updating import Updater
from kiosk.settings import Settings
from kiosk.staff import Page, Step
from voice import Expected

log = logging.getLogger(__name__)
T = TypeVar("T")


class Engine(SocketServer):
    """Serves the socket until told to stop."""

    def __init__(self, settings: Settings, core: Core, parts: Parts, recent: logs.Recent) -> None:
        super().__init__(settings.kiosk.name, has_hub=bool(settings.staff.hub.url))
        self._settings = settings
        self._core = core
        self._parts = parts
        self._phones: int | None = None
        self._on_shift: int | None = core.staffing.on_shift()
        self._sayings: set[Saying] = set()
        """The answers on their way."""
        self.stop = asyncio.Event()
        """Set to end the engine."""
        self.talk = Talk(parts, self.push_screen, self, settings.voice)
        self._messages = Messages(core, self.talk)
        self._operator = Operator(House(settings, core, parts, recent, self.talk.usually, self.stop.set))
        self._handlers: Handlers = {
            **paging.handlers(core.calls, core.core_thread, parts),
            protocol.StartSession: self._start_session,
            protocol.EndSession: self._end_session,
            protocol.ChooseLanguage: lambda r: self._on_core(lambda: core.choose_language(r)),
            protocol.AskWhole: self._ask_whole,
            protocol.Search: lambda r: self._on_core(lambda: core.search(r)),
            protocol.Complete: self._complete,
            protocol.Look: self._look,
            protocol.Compare: lambda r: self._on_core(lambda: beside.compare(core, r)),
            protocol.ReportWrong: lambda r: self._on_core(lambda: beside.report_wrong(core, r)),
            protocol.StoreInfo: lambda r: self._on_core(lambda: core.store_info(r)),
            protocol.Wrong: lambda r: self._on_core(lambda: beside.wrong(core, r)),
            protocol.Home: lambda r: self._on_core(lambda: core.home(r)),
            protocol.FloorMap: self._floor_map,
            protocol.Listen: self._listen,
            protocol.StopListening: self._stop_listening,
            protocol.Hush: self._hush,
            protocol.Say: self._say,
            protocol.CallStaff: lambda r: self._on_core(lambda: core.call_by_touch(r)),
            protocol.ChangeList: lambda r: self._on_core(lambda: core.change_list(r)),
            protocol.ListCodes: self._list_codes,
            protocol.PrintList: self._print_list,
            protocol.Rate: lambda r: self._on_core(lambda: core.rate(r)),
            protocol.EventsSince: self._events,
            protocol.Missed: lambda r: self._on_core(lambda: core.missed(r)),
            protocol.PageReport: lambda r: reporting.page_report(core, r),
            **self._operator.handlers(),
        }

    # --- clients ----------------------------------------------------------------------------------------------------

    async def _answer(self, connection: Connection, request: protocol.Request) -> protocol.Reply:
        if isinstance(request, protocol.Ask):
            return await self._ask(connection, request)
        return await self._handlers[type(request)](request)

    def _welcome(self, request: protocol.Hello) -> protocol.Welcome:
        store = self._core.catalog.store
        return protocol.Welcome(
            id=request.id,
            version=version("aislewise"),
            kiosk=self._settings.kiosk.name,
            place=self._settings.kiosk.place,
            store=store.name,
            languages=list(store.languages),
            look=self._operator.chosen.look,
            currency=store.currency,
            idle_s=self._settings.kiosk.idle_s,
            wake_word=self._settings.voice.wake_word,
            prints=bool(self._settings.kiosk.printer),
            phones=self._phones,
            on_shift=self._on_shift,
            screen_languages=self._operator.languages(),
            answers_in=self._core.assistant.answering,
            health=self._parts.health(),
        )

    # --- requests ---------------------------------------------------------------------------------------------------

    async def _on_core(self, work: Callable[[], T]) -> T:
        return await self._loop.run_in_executor(self._core.core_thread, work)

    async def _start_session(self, request: protocol.StartSession) -> protocol.Reply:
        session = await self._on_core(lambda: self._core.start_session(request.language))
        assistant, language = self._core.assistant, session.conversation.language
        if request.greet:
            self.talk.say(session.id, assistant.greeting(language), language)
        else:
            self.talk.introduce(session.id, assistant.disclosure(language), language)
        return protocol.SessionStarted(id=request.id, session=session.id)

    async def _end_session(self, request: protocol.EndSession) -> protocol.Reply:
        self.talk.stop_listening(request.session, cancel=True)
        self.stop_wording(request.session)
        self.talk.hush()
        self.talk.forget(request.session)
        await self._on_core(lambda: self._core.end_session(request.session, "left"))
        return protocol.Done(id=request.id)

    async def _ask(self, connection: Connection, request: protocol.Ask) -> protocol.Reply:
        self.talk.settled(request.session)
        talk = self.talk if request.speak and self._settings.voice.speak_answers else None
        show = connection.send if request.stream else None
        saying = Saying(request.session, request.id, talk=talk, show=show)
        answer, turn = await self._answered(saying, request.id, request.text, request.via)
        self.talk.adjust(request.session, answer.control)
        saying.finish(turn.say, turn.language, self._names(request.session))
        return answer

    async def _answered(self, saying: Saying, number: int, text: str, via: str) -> tuple[protocol.Answer, Turn]:
        self._sayings.add(saying)
        try:
            return await self._loop.run_in_executor(
                self._core.think_thread, self._core.ask, number, saying.session, text, via, saying
            )
        finally:
            self._sayings.discard(saying)

    async def _ask_whole(self, request: protocol.AskWhole) -> protocol.Reply:
        core = self._core
        turn = await self._loop.run_in_executor(
            core.think_thread, lambda: core.ask_whole(request.session, request.text, request.via)
        )
        return protocol.WholeTurn(id=request.id, turn=turn)

    def _names(self, session: str) -> Names:
        return Names(self._core.names_said(session), self._core.names_language)

    async def _complete(self, request: protocol.Complete) -> protocol.Reply:
        limit = max(1, min(request.limit, 12))
        texts = await self._on_core(lambda: self._core.catalog.complete(request.prefix[:100], limit))
        return protocol.Completions(id=request.id, prefix=request.prefix, texts=list(texts))

    async def _look(self, request: protocol.Look) -> protocol.Reply:
        reply, product = await self._on_core(lambda: self._core.look(request))
        if self._core.live is None:
            return reply
        found = await self._core.live.ask([product], self._core.catalog.info.synced_at)
        return views.with_figures(reply, found[product.sku]) if product.sku in found else reply

    async def _floor_map(self, request: protocol.FloorMap) -> protocol.Reply:
        return views.floor_map(request.id, self._core.catalog.floor)

    async def _listen(self, request: protocol.Listen) -> protocol.Reply:
        await self._on_core(lambda: self._core.session(request.session))
        self.talk.listen(request.session, stream=request.stream)
        self.stop_wording(request.session)
        return protocol.Done(id=request.id)

    async def _stop_listening(self, request: protocol.StopListening) -> protocol.Reply:
        # After what a Listen just before it waits for: otherwise the microphone would open and stay open.
        await self._on_core(lambda: None)
        self.talk.stop_listening(request.session, cancel=request.cancel)
        return protocol.Done(id=request.id)

    async def _hush(self, request: protocol.Hush) -> protocol.Reply:
        self.stop_wording(request.session)
        self.talk.hush()
        return protocol.Done(id=request.id)

    async def _say(self, request: protocol.Say) -> protocol.Reply:
        text, language, names = await self._on_core(lambda: self._core.said(request))
        self.talk.say(request.session, text, language, Names(names, self._core.names_language))
        return protocol.Done(id=request.id)

    async def _list_codes(self, request: protocol.ListCodes) -> protocol.Reply:
        drawn = codes(request.title, request.lines, mail=request.mail)
        how = "mail" if request.mail else "text"
        await self._taken(request.session, insight.ListTaken(how=how, lines=len(request.lines), codes=len(drawn)))
        return protocol.Codes(id=request.id, codes=drawn)

    async def _print_list(self, request: protocol.PrintList) -> protocol.Reply:
        if not self._settings.kiosk.printer:
            raise RequestError("unavailable", "this kiosk has no printer")
        await self._on_core(lambda: self._core.session(request.session))
        try:
            await print_list(self._settings.kiosk.printer, request.title, request.lines)
        except PrinterError as error:
            log.warning("a list was not printed: %s", error)
            raise RequestError("unavailable", str(error)) from error
        await self._taken(request.session, insight.ListTaken(how="print", lines=len(request.lines)))
        return protocol.Done(id=request.id)

    async def _taken(self, session: str, event: insight.Event) -> None:
        """Put on record that a list was taken along, if its session is open. Raises RequestError."""

        def work() -> None:
            self._core.session(session)
            self._core.record(event)

        await self._on_core(work)

    async def _events(self, request: protocol.EventsSince) -> protocol.Reply:
        after = request.after
        events = await self._on_core(
            lambda: self._core.events.since(
                after if after >= 0 else self._core.events.last(-after), max(1, request.limit)
            )
        )
        return protocol.EventsReply(id=request.id, events=events)

    # --- what talking asks ------------------------------------------------------------------------------------------

    async def ask(self, session: str, text: str, stream: bool) -> tuple[protocol.Answer, Callable[[], None]]:
        """See `talk.Mind`."""
        saying = Saying(session, 0, talk=self.talk, show=self.push_screen if stream else None)
        answer, turn = await self._answered(saying, 0, text, "spoken")
        return answer, lambda: saying.finish(turn.say, turn.language, self._names(session))

    async def gists(self, session: str, texts: Sequence[str]) -> list[Gist]:
        """See `talk.Mind`."""
        return await self._loop.run_in_executor(self._core.think_thread, self._core.gists, session, texts)

    def expected(self, session: str) -> Expected:
        """See `talk.Mind`."""
        return expected(self._core.conversation(session))

    def asks(self, session: str) -> bool:
        """See `talk.Mind`."""
        return self._core.conversation(session).pending is not None

    def did_you_say(self, session: str, choices: Sequence[str]) -> str:
        """See `talk.Mind`."""
        return self._core.assistant.did_you_say(self.language(session), choices)

    def language(self, session: str) -> str:
        """See `talk.Mind`."""
        return self._core.conversation(session).language

    def stop_wording(self, session: str) -> None:
        """What is still being worded for a session is not spoken."""
        for saying in self._sayings:
            if saying.session == session:
                saying.stop()

    # --- pushes -----------------------------------------------------------------------------------------------------

    def push_screen(self, message: protocol.Push) -> None:
        """Tell the screens."""
        self._push(("screen",), message)

    def _tell_staffed(self) -> None:
        """Tell screens on how many phones calls are seen, and how many of the staff are on shift, if that changed."""
        phones, on_shift = self._phones_now(), self._core.staffing.on_shift()
        if (phones, on_shift) != (self._phones, self._on_shift):
            self._phones, self._on_shift = phones, on_shift
            self._push(("screen", "staff"), protocol.Staffed(phones=phones, on_shift=on_shift))

    def _hub_says(self, on_shift: int | None) -> None:
        self._core.staffing.hub_says(on_shift)

    def _tell_roster(self) -> None:
        """A mistake in the roster is among what does not work, until it is mended."""
        trouble = self._core.staffing.trouble
        if trouble or any(part.name == staffing.PART for part in self._parts.health()):
            self._parts.tell(staffing.PART, "down" if trouble else "working", trouble)

    def page_stepped(self, page: Page, steps: tuple[Step, ...]) -> None:
        """Tell screens and staff of a page; called on the core thread, after it is on disk."""
        calls = self._core.calls
        told = [("staff", calls.view(page)), ("hooks", calls.view(page))]
        if page.kiosk == self._settings.kiosk.name:
            told += [("screen", calls.view(page, caller.session)) for caller in page.callers]

        def send() -> None:
            for role, view in told:
                self._push((role,), protocol.PageChanged(page=view))
            if any(step.name == "message" for step in steps):
                self._messages.told(page)

        self._loop.call_soon_threadsafe(send)

    def part_changed(self, part: protocol.PartHealth) -> None:
        """Tell everyone of a part; called on the part's thread."""

        def tell() -> None:
            self.talk.on_part(part)
            self._push(("screen", "staff"), protocol.HealthChanged(parts=self._parts.health()))
            event = insight.PartChanged(part=part.name, state=part.state, detail=part.detail)
            self._spawn(self._note(event))

        self._in_loop(tell)

    def part_event(self, name: str, event: Fields) -> None:
        """Pass a worker's event on; called on the worker's thread."""
        self._in_loop(lambda: self.talk.on_event(name, event))

    def scanned(self, code: str) -> None:
        """Tell the screen what the serial scanner read; called on its thread."""
        self._in_loop(lambda: self.push_screen(protocol.Scanned(code=code)))

    def _in_loop(self, work: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended: so has everyone who could be told
            self._loop.call_soon_threadsafe(work)

    async def _note(self, event: insight.Event) -> None:
        await self._on_core(lambda: self._core.record(event))

    # --- life -------------------------------------------------------------------------------------------------------

    async def look(self) -> None:
        """Every second: who is there, and what works."""
        while True:
            await asyncio.sleep(paging.TIDY_S)
            if self._core.live is not None:
                self._parts.tell("live", *self._core.live.state())
            self._tell_staffed()
            self._tell_roster()
            self._messages.say()


async def serve(settings: Settings) -> None:
    """Run the engine until SIGTERM or SIGINT. Raises SettingsError, CatalogError or StateError before it serves."""
    asyncio.get_running_loop().set_exception_handler(discreet.task_failed)
    recent = logs.Recent()
    logging.getLogger().addHandler(recent)
    catalog = ready_catalog(settings)
    with open_state(settings.state_file) as connection:
        make_socket_folder(settings.socket)
        engine: Engine | None = None

        def on_health(part: protocol.PartHealth) -> None:
            if engine is not None:
                engine.part_changed(part)

        def on_event(name: str, event: Fields) -> None:
            if engine is not None:
                engine.part_event(name, event)

        def on_page(page: Page, steps: tuple[Step, ...]) -> None:
            if engine is not None:
                engine.page_stepped(page, steps)

        live = None
        if settings.live.url:
            from kiosk.engine.live import Live  # loads HTTP and database clients: other kiosks start without them

            live = Live(settings.live)
        parts = Parts(settings, catalog, on_event, on_health)
        core = Core(
            settings, catalog, connection, WorkerModel(parts.llm),
            on_page=on_page, on_state=lambda *how: parts.tell(STATE_FILE, *how), live=live,
        )  # fmt: skip
        engine = Engine(settings, core, parts, recent)
        loop = asyncio.get_running_loop()
        for signal_ in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signal_, engine.stop.set)
        server = await asyncio.start_unix_server(engine.client, settings.socket, limit=protocol.MAX_LINE)
        settings.socket.chmod(0o600)
        parts.start()
        scanner = None
        if settings.scanner.device:
            scanner = SerialScanner(settings.scanner.device, settings.scanner.baud, engine.scanned, parts.tell)
            scanner.start()
        updater = Updater(settings, core, parts)
        tasks = [
            loop.create_task(work) for work in (engine.look(), paging.tidy(core.core_thread, core.tidy), updater.run())
        ]
        log.info("the engine serves %s", settings.socket)
        await engine.stop.wait()
        for task in tasks:
            task.cancel()
        server.close()
        settings.socket.unlink(missing_ok=True)
        if scanner is not None:
            await loop.run_in_executor(None, scanner.stop)
        await loop.run_in_executor(None, parts.stop)
        engine.talk.close()
        await loop.run_in_executor(None, updater.close)
        if live is not None:
            await live.close()
        core.close()
    core.catalog.close()
    logging.getLogger().removeHandler(recent)
