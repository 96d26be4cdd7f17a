"""A hub alone, on a back-office box: calls of the store's kiosks, their staff page and hooks, without a screen, a voice
or an assistant."""

from __future__ import annotations

import asyncio
import functools
import logging
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version

import apsw

from kiosk import discreet, insight, protocol
from kiosk.engine import paging, reporting, views
from kiosk.engine.calls import Calls
from kiosk.engine.catalog import ready_catalog
from kiosk.engine.errors import RequestError
from kiosk.engine.health import Health
from kiosk.engine.recorder import PART as STATE_FILE
from kiosk.engine.recorder import Recorder
from kiosk.engine.sockets import Connection, Handlers, SocketServer, make_socket_folder
from kiosk.engine.staff_services import staff_services
from kiosk.engine.staffing import Staffing
from kiosk.engine.state import StateError, open_state
from kiosk.settings import Settings, SettingsError, load
from kiosk.staff import Page, PageStore, StaffError, Step
from kiosk.staff.past import past_calls
from kiosk.staff.times import Times
from local_catalog import Catalog, CatalogError

log = logging.getLogger(__name__)


class Hub(SocketServer):
    """Serves the socket until told to stop."""

    def __init__(
        self,
        settings: Settings,
        catalog: Catalog,
        connection: apsw.Connection,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(settings.kiosk.name, has_hub=False)
        self._settings = settings
        self.catalog = catalog
        self.health = Health(self._part_changed)
        self.core_thread = ThreadPoolExecutor(1, "core")
        self.past_calls = functools.partial(past_calls, connection)
        self.staffing = Staffing(settings.data_dir, lambda: catalog.store.hours, lambda: clock().astimezone())
        self._recorder = Recorder(
            insight.EventLog(connection), connection.filename, lambda *how: self.health.tell(STATE_FILE, *how)
        )
        self._clock = clock
        self.calls = Calls(
            PageStore(connection, settings.kiosk.name, self.staffing.rules),
            self._recorder,
            settings.kiosk,
            product=catalog.product,
            on_page=self._page_stepped,
            clock=clock,
            language=settings.language,
            staff=settings.staff,
            usual=Times(self.past_calls).usual,
        )
        self._on_shift = self.staffing.on_shift()
        self.stop = asyncio.Event()
        """Set to end the hub."""
        self._handlers: Handlers = {
            **paging.handlers(self.calls, self.core_thread, self.health),
            protocol.PageReport: lambda r: reporting.page_report(self, r),
            protocol.FloorMap: self._floor_map,
            protocol.Home: self._home,
        }

    def _welcome(self, request: protocol.Hello) -> protocol.Welcome:
        store = self.catalog.store
        return protocol.Welcome(
            id=request.id,
            version=version("aislewise"),
            kiosk=self._settings.kiosk.name,
            place=self._settings.kiosk.place,
            store=store.name,
            languages=list(store.languages),
            currency=store.currency,
            idle_s=self._settings.kiosk.idle_s,
            health=self.health.health(),
            screen_languages=list(dict.fromkeys((self._settings.language, *self._settings.screen.languages))),
            phones=self._phones_now(),
            on_shift=self.staffing.on_shift(),
        )

    async def _answer(self, connection: Connection, request: protocol.Request) -> protocol.Reply:
        handle = self._handlers.get(type(request))
        if handle is None:
            raise RequestError("bad_request", "this machine is the store's hub, and no kiosk")
        return await handle(request)

    def _tell_staffed(self) -> None:
        on_shift = self.staffing.on_shift()
        if on_shift != self._on_shift:
            self._on_shift = on_shift
            self._push(("staff",), protocol.Staffed(phones=self._phones_now(), on_shift=on_shift))

    async def look(self) -> None:
        """Every second: who is there."""
        while True:
            await asyncio.sleep(paging.TIDY_S)
            self._tell_staffed()

    async def _floor_map(self, request: protocol.FloorMap) -> protocol.Reply:
        return views.floor_map(request.id, self.catalog.floor)

    async def _home(self, request: protocol.Home) -> protocol.Reply:
        """What the staff page wants of it: the departments."""
        store, departments = self.catalog.store.name, views.departments(self.catalog)
        return protocol.HomeReply(
            id=request.id, store=store, open_until=None, departments=departments, offers=[], popular=[]
        )

    def _page_stepped(self, page: Page, _steps: tuple[Step, ...]) -> None:
        message = protocol.PageChanged(page=self.calls.view(page))
        self._loop.call_soon_threadsafe(lambda: self._push(("staff", "hooks"), message))

    def _part_changed(self, _part: protocol.PartHealth) -> None:
        message = protocol.HealthChanged(parts=self.health.health())
        self._loop.call_soon_threadsafe(lambda: self._push(("staff",), message))

    def tidy(self) -> float | None:
        """What time brings. See Calls.tidy."""
        self._recorder.try_again()
        return self.calls.tidy()


async def serve(settings: Settings) -> None:
    """Run a hub until SIGTERM or SIGINT. Raises SettingsError, CatalogError or StateError before it serves."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(discreet.task_failed)
    catalog = ready_catalog(settings)
    with open_state(settings.state_file) as connection:
        make_socket_folder(settings.socket)
        hub = Hub(settings, catalog, connection)
        for signal_ in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signal_, hub.stop.set)
        server = await asyncio.start_unix_server(hub.client, settings.socket, limit=protocol.MAX_LINE)
        settings.socket.chmod(0o600)
        services = staff_services(settings, catalog.store.name, hub.health)
        for service in services:
            service.start()
        tasks = [loop.create_task(work) for work in (hub.look(), paging.tidy(hub.core_thread, hub.tidy))]
        log.info("the hub serves %s", settings.socket)
        await hub.stop.wait()
        for task in tasks:
            task.cancel()
        server.close()
        settings.socket.unlink(missing_ok=True)
        for service in services:
            await loop.run_in_executor(None, service.stop)
        hub.core_thread.shutdown()
    catalog.close()


def main() -> int:
    """Exit code: 0 when stopped, 2 when it could not start, with one line that says why."""
    discreet.set_up("%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        asyncio.run(serve(load()))
    except (SettingsError, CatalogError, StateError, StaffError) as error:
        sys.stderr.write(f"aislewise: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
