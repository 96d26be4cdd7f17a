"""The engine as the hooks see it: calls and their log, claims by name, call buttons."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Protocol

from kiosk import protocol
from kiosk.staff import NoSuchPage, StaffError, State, accounts
from kiosk.staff.link import EngineLink, NotLive, Refused

_MOST_STEPS = 200


class Engine(Protocol):
    """What hooks ask of the engine. All raise NotLive while it cannot be reached, Refused when it says no."""

    async def until_live(self) -> None:
        """Wait until it can be reached."""
        ...

    async def open_pages(self) -> list[protocol.PageView]:
        """All calls that are open."""
        ...

    async def page(self, page: str) -> protocol.PageView:
        """One call as it is now. Raises NoSuchPage."""
        ...

    async def announce(self, page: str) -> protocol.PageView:
        """One call as it is now. If it rings it may be announced: a claim waits until `announced`. Raises NoSuchPage;
        Refused with the code busy while somebody is claiming it."""
        ...

    async def announced(self, page: str) -> None:
        """It was announced, or could not be."""
        ...

    async def steps(self, after: int) -> protocol.StepsReply:
        """The log of all calls after a row; -1: only where it ends."""
        ...

    async def claim(self, page: str, who: str) -> protocol.PageView:
        """Somebody takes a call. Raises StaffError when there is no account of that name, NoSuchPage."""
        ...

    async def press(self, place: str, reason: str, department: str) -> protocol.PageView:
        """A call button was pressed."""
        ...


@asynccontextmanager
async def announcing(engine: Engine, page: str) -> AsyncIterator[protocol.PageView]:
    """A call as it is now; if it rings, nobody's claim goes before what is announced inside. Raises as `announce`."""
    now = await engine.announce(page)
    try:
        yield now
    finally:
        if now.state == State.CALLED:
            with suppress(NotLive, Refused):
                await engine.announced(page)


class LinkedEngine:
    """The engine at the other end of its local socket."""

    def __init__(self, link: EngineLink, folder: Path) -> None:
        """`folder` holds the accounts."""
        self._link = link
        self._folder = folder
        self._live = asyncio.Event()

    def live(self, is_live: bool) -> None:
        """The link was made or lost."""
        if is_live:
            self._live.set()
        else:
            self._live.clear()

    async def until_live(self) -> None:
        await self._live.wait()

    async def open_pages(self) -> list[protocol.PageView]:
        request = protocol.Pages(id=self._link.next_id())
        return (await self._link.request(request, protocol.PagesReply)).pages

    async def page(self, page: str) -> protocol.PageView:
        return await self._one(protocol.Pages(id=self._link.next_id(), page=page))

    async def announce(self, page: str) -> protocol.PageView:
        return await self._one(protocol.Announce(id=self._link.next_id(), page=page))

    async def announced(self, page: str) -> None:
        await self._link.request(protocol.Announced(id=self._link.next_id(), page=page), protocol.Done)

    async def _one(self, request: protocol.Request) -> protocol.PageView:
        try:
            [found] = (await self._link.request(request, protocol.PagesReply)).pages
        except Refused as refused:
            raise _known(refused) from refused
        return found

    async def steps(self, after: int) -> protocol.StepsReply:
        request = protocol.StepsSince(id=self._link.next_id(), after=after, limit=_MOST_STEPS)
        return await self._link.request(request, protocol.StepsReply)

    async def claim(self, page: str, who: str) -> protocol.PageView:
        account = accounts.find(self._folder, who)
        if account is None:
            raise StaffError("Nobody of that name has an account on this kiosk.")
        try:
            return await self._link.step(page, "claim", account.name)
        except Refused as refused:
            raise _known(refused) from refused

    async def press(self, place: str, reason: str, department: str) -> protocol.PageView:
        request = protocol.CallButton(
            id=self._link.next_id(), place=place, reason=reason, department=department or None
        )
        return (await self._link.request(request, protocol.PageReply)).page


def _known(refused: Refused) -> Exception:
    return NoSuchPage(str(refused)) if refused.code == NoSuchPage.code else refused
