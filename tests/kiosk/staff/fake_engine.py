"""The engine's socket as the staff page sees it, with a real page store behind it, in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import apsw
import msgspec

from kiosk import protocol
from kiosk.engine.page_views import page_view
from kiosk.protocol import Card, PartHealth
from kiosk.staff import Page, PageStore, StaffError

T = TypeVar("T")

DRILL = Card(
    sku="100", name="Cordless Drill", brand="Tinker", size="18 V", category="Hardware & Tools > Power tools",
    department="hardware", price=7999, was=None, currency="USD", unit_price=7999, unit="each", stock=3,
    aisle="11", bay="4", shelf="2",
)  # fmt: skip

_SHELVES = [
    protocol.FixtureView(
        id=f"{aisle}-{bay}", kind="shelf", label="", x=3 + 3.5 * aisle, y=10 + 2.5 * bay, width=1, height=2.4,
        aisle=str(aisle), bay=str(bay),
    )
    for aisle in range(1, 15) for bay in range(1, 9)
]  # fmt: skip
_OTHERS = [
    protocol.FixtureView(id=name, kind=kind, label=label, x=x, y=y, width=w, height=h, aisle=None, bay=None)
    for name, kind, label, x, y, w, h in (
        ("wall", "wall", "", 0, 35.6, 60, 0.4), ("kiosk-1", "kiosk", "You are here", 11.6, 3, 0.9, 0.6),
        ("door", "entrance", "Main entrance", 6, 0, 5, 0.6), ("desk", "service", "Service desk", 2, 4, 9, 3),
        ("till-1", "checkout", "Checkout 1", 20, 2.6, 1.2, 4), ("till-2", "checkout", "Checkout 2", 24, 2.6, 1.2, 4),
        ("cheese", "service", "Cheese counter", 40, 2, 14, 3),
    )
]  # fmt: skip


class FakeEngine:
    """`start` and `stop` may be called again and again: the calls outlive it, as in the state file."""

    def __init__(self, socket: Path) -> None:
        self.socket = socket
        self._db = apsw.Connection(":memory:")
        self.store = PageStore(self._db, "Kiosk 1")
        self.health = [PartHealth(name="microphone", state="working")]
        self.silent = False
        self.asked: Callable[[protocol.Request], None] = lambda request: None
        """Gets every request."""
        self.lies: Callable[[int], bytes] | None = None
        self.products = {DRILL.sku: DRILL}
        self.report: list[protocol.ReportRow] = []
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> FakeEngine:
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True)
        self._thread.start()
        assert ready.wait(10)
        return self

    def stop(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join(10)
            self._loop = None

    def do(self, work: Callable[[], T]) -> T:
        """Run something on the engine's thread."""
        assert self._loop is not None

        async def run() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def call(self, session: str = "s1", **changes: Any) -> Page:
        """A shopper calls staff: on disk, then told to everyone."""
        fields = {"place": "Main entrance", "reason": "help", "now": datetime.now(UTC), **changes}
        kiosk = fields.pop("kiosk", "Kiosk 1")

        def work() -> Page:
            page, changed = PageStore(self._db, kiosk).create(session=session, **fields)
            if changed:
                self._tell(page)
            return page

        return self.do(work)

    def step(self, page: str, step: str, who: str, now: datetime | None = None) -> Page:
        """A colleague takes a step elsewhere."""
        return self.do(lambda: self._tell(self.store.step(page, step, who, now or datetime.now(UTC))))

    def cancel(self, page: Page) -> Page:
        return self.do(lambda: self._tell(self.store.cancel(page.id, page.session, datetime.now(UTC))))

    def advance(self, now: datetime) -> None:
        self.do(lambda: [self._tell(page) for page in self.store.advance(now)])

    def page(self, page: Page) -> Page:
        return self.do(lambda: self.store.page(page.id))

    def push(self, line: bytes) -> None:
        """Send raw bytes to everyone."""
        self.do(lambda: [writer.write(line) for writer in self._writers])

    @property
    def connections(self) -> int:
        return len(self._writers)

    def _tell(self, page: Page) -> Page:
        line = protocol.encode(protocol.PageChanged(page=self._view(page)))
        for writer in self._writers:
            writer.write(line)
        return page

    def _view(self, page: Page) -> protocol.PageView:
        view = page_view(page, None, lapses_at=self.store.lapses_at(page))
        return msgspec.structs.replace(view, product=self.products.get(page.sku or ""))

    async def _serve(self, ready: threading.Event) -> None:
        self._end = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        with suppress(FileNotFoundError):
            self.socket.unlink()
        server = await asyncio.start_unix_server(self._client, self.socket, limit=protocol.MAX_LINE)
        ready.set()
        await self._end.wait()
        server.close()
        while self._writers:
            for writer in self._writers:
                writer.transport.abort()
            await asyncio.sleep(0.01)
        self.socket.unlink()

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            with suppress(ConnectionError):
                while line := await reader.readline():
                    if not self.silent:
                        request = protocol.decode_request(line)
                        self.asked(request)
                        writer.write(self.lies(request.id) if self.lies else protocol.encode(self._reply(request)))
        finally:
            self._writers.discard(writer)
            writer.close()

    def _reply(self, request: protocol.Request) -> protocol.Reply:
        match request:
            case protocol.Hello(role="staff"):
                return protocol.Welcome(
                    id=request.id, version="1", kiosk="Kiosk 1", place="Main entrance", store="Corner & Sons",
                    languages=["en"], currency="USD", idle_s=60, health=self.health,
                )  # fmt: skip
            case protocol.Pages():
                pages = [self._view(page) for page in self.store.open_pages()]
                return protocol.PagesReply(id=request.id, pages=pages)
            case protocol.FloorMap():
                return protocol.FloorMapReply(id=request.id, width=60, depth=36, fixtures=[*_SHELVES, *_OTHERS])
            case protocol.Home():
                hardware = protocol.DepartmentView(id="hardware", name="Hardware & Tools", aisles=["11"])
                return protocol.HomeReply(
                    id=request.id, store="Corner & Sons", open_until=None, departments=[hardware], offers=[], popular=[]
                )
            case protocol.PageReport():
                until = datetime.now(UTC)
                since = (until - timedelta(days=request.days - 1)).isoformat()
                return protocol.PageReportReply(id=request.id, since=since, until=until.isoformat(), rows=self.report)
            case protocol.Health():
                return protocol.HealthReply(id=request.id, parts=self.health)
            case protocol.StepPage():
                try:
                    page = self.store.step(
                        request.page, request.step, request.who, datetime.now(UTC), to=request.to,
                        outcome=request.outcome,
                    )  # fmt: skip
                except StaffError as error:
                    return protocol.Failed(id=request.id, code=error.code, detail=str(error))
                return protocol.PageReply(id=request.id, page=self._view(self._tell(page)))
            case protocol.MessagePage():
                try:
                    page = self.store.tell(
                        request.page, request.who, datetime.now(UTC), text=request.text, code=request.code
                    )
                except StaffError as error:
                    return protocol.Failed(id=request.id, code=error.code, detail=str(error))
                return protocol.PageReply(id=request.id, page=self._view(self._tell(page)))
        return protocol.Failed(id=request.id, code="bad_request")
