"""Tells the engine how each hook is, when that is news."""

from __future__ import annotations

import asyncio

from msgspec.structs import replace

from kiosk import protocol
from kiosk.protocol import PartHealth
from kiosk.staff.hooks import PART
from kiosk.staff.link import EngineLink, NotLive, Refused

_LEAST_S = 0.5
"""Between two tellings, seconds: a hook that comes and goes fills no log."""


class Told:
    """How every hook is, and what of it the engine knows."""

    def __init__(self, link: EngineLink) -> None:
        self._link = link
        self._parts: dict[str, PartHealth] = {}
        self._news = asyncio.Event()

    def tell(self, part: PartHealth) -> None:
        """How one of them is."""
        named = replace(part, name=PART + part.name)
        if self._parts.get(part.name) != named:
            self._parts[part.name] = named
            self._news.set()

    def wake(self) -> None:
        """The engine is there (again) and knows nothing."""
        self._news.set()

    async def run(self) -> None:
        """Tell until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            request = protocol.TellParts(id=self._link.next_id(), parts=list(self._parts.values()))
            try:
                await self._link.request(request, protocol.Done)
            except (NotLive, Refused):
                continue  # it is told everything when it is back
            await asyncio.sleep(_LEAST_S)
