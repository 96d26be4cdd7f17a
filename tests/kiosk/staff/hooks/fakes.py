"""The engine as hooks see it, over a real store of calls, and a hook that notes what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import apsw

from kiosk import protocol
from kiosk.engine import page_views
from kiosk.staff import Page, PageStore, StaffError
from kiosk.staff.hooks.hook import HookError, News
from kiosk.staff.link import NotLive, Refused

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class FakeEngine:
    """See kiosk.staff.hooks.engine.Engine. `away`: it cannot be reached."""

    def __init__(self, names: tuple[str, ...] = ("Ana", "Bo")) -> None:
        self.store = PageStore(apsw.Connection(":memory:"), "Kiosk 1")
        self.now = NOON
        self.away = False
        self.asked = 0
        """How often one call was asked for."""
        self._names = names

    def call(self, reason: str = "help", session: str = "s", place: str = "", **fields: str) -> Page:
        """By default each session calls from a place of its own, so that calls are not merged."""
        where = place or f"place {session}"
        return self.store.create(place=where, reason=reason, session=session, now=self.now, **fields)[0]

    def step(self, page: str, step: str, who: str = "Ana") -> Page:
        return self.store.step(page, step, who, self.now)

    def after(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.store.advance(self.now)

    async def until_live(self) -> None:
        while self.away:  # noqa: ASYNC110  a plain value of the test
            await asyncio.sleep(0.01)

    async def open_pages(self) -> list[protocol.PageView]:
        self._reached()
        return [page_views.page_view(page, None) for page in self.store.open_pages()]

    async def page(self, page: str) -> protocol.PageView:
        self._reached()
        self.asked += 1
        return page_views.page_view(self.store.page(page), None)

    async def announce(self, page: str) -> protocol.PageView:
        return await self.page(page)

    async def announced(self, page: str) -> None:
        self._reached()

    async def steps(self, after: int) -> protocol.StepsReply:
        self._reached()
        steps = self.store.steps_since(after, 3) if after >= 0 else ()
        views = [page_views.step_view(s, page_views.page_view(self.store.page(s.page), None)) for s in steps]
        return protocol.StepsReply(id=0, steps=views, last=self.store.last_step)

    async def claim(self, page: str, who: str) -> protocol.PageView:
        self._reached()
        name = next((name for name in self._names if name.casefold() == who.casefold()), None)
        if name is None:
            raise StaffError("Nobody of that name has an account on this kiosk.")
        try:
            return page_views.page_view(self.step(page, "claim", name), None)
        except StaffError as error:
            if error.code == "not_found":
                raise
            raise Refused(error.code, str(error)) from error

    async def press(self, place: str, reason: str, department: str) -> protocol.PageView:
        self._reached()
        page = self.call(reason, f"button:{place}", place)
        return page_views.page_view(page, None)

    def _reached(self) -> None:
        if self.away:
            raise NotLive("the engine is not connected")


class FakeHook:
    """Notes what it was told. `wrong` makes a try fail; `hang` makes it last for ever; `claims` takes the
    call."""

    name = "fake"

    def __init__(self) -> None:
        self.told: list[News] = []
        self.tries = 0
        self.wrong: Callable[[], BaseException] | None = None
        self.hang = False
        self.claims = ""
        self.try_s = 10.0
        self.trouble = ""
        self.note = ""
        self.changed: Callable[[], None] = lambda: None
        self.sending: Callable[[News], None] = lambda news: None
        """Called for each try, before anything else."""

    def wants(self, news: News) -> bool:
        return True

    async def run(self, changed: Callable[[], None]) -> None:
        self.changed = changed

    async def send(self, news: News) -> str:
        self.tries += 1
        self.sending(news)
        if self.hang:
            await asyncio.sleep(3600)
        if self.wrong is not None:
            raise self.wrong()
        self.told.append(news)
        return self.claims


def refused() -> HookError:
    return HookError("connection refused")
