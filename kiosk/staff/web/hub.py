"""The hub's door for the other kiosks of the store: open only where the settings name a key, and for its holders."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kiosk import protocol
from kiosk.staff import StaffError, hub
from kiosk.staff.link import EngineLink, NotLive, Refused
from kiosk.staff.signing import HEADER, BadSignature

log = logging.getLogger(__name__)

SILENT_AFTER = timedelta(seconds=60)
"""A kiosk that was not heard for so long is told of as away, and another machine may take its name."""


@dataclass(slots=True)
class _Kiosk:
    instance: str
    heard_at: datetime
    changed: asyncio.Event
    told: str = ""


class HubDoor:
    """Takes in the calls of other kiosks, and tells them what became of these. For use on one event loop."""

    def __init__(
        self,
        key: str,
        own: Callable[[], str],
        phones: Callable[[], int],
        link: EngineLink,
        clock: Callable[[], datetime],
    ) -> None:
        """`key` is the secret all kiosks share; `own` gives the name of this machine's kiosk; `phones` on how many the
        calls are seen; `clock` aware times."""
        self._key = key
        self._own = own
        self._phones = phones
        self._on_shift: int | None = None
        self._link = link
        self._clock = clock
        self._kiosks: dict[str, _Kiosk] = {}

    def routes(self) -> list[Route]:
        return [Route(hub.PATH, self._sync, methods=["POST"])]

    def connected(self, welcome: protocol.Welcome) -> None:
        """The engine is there."""
        self._on_shift = welcome.on_shift

    def pushed(self, push: protocol.Push) -> None:
        """The engine told something: a kiosk may be waiting for it."""
        if isinstance(push, protocol.Staffed):
            self._on_shift = push.on_shift
        if isinstance(push, protocol.PageChanged) and (kiosk := self._kiosks.get(push.page.kiosk)) is not None:
            kiosk.changed.set()

    async def watch(self) -> None:
        """Tell the engine which kiosks are there, until cancelled."""
        while True:
            parts = [(name, kiosk, self._health(name, kiosk)) for name, kiosk in self._kiosks.items()]
            news = [(kiosk, part) for _, kiosk, part in parts if part.state != kiosk.told]
            if news:
                try:
                    request = protocol.TellParts(id=self._link.next_id(), parts=[part for _, part in news])
                    await self._link.request(request, protocol.Done)
                except (NotLive, Refused):
                    log.info("the engine is away")
                else:
                    for kiosk, part in news:
                        kiosk.told = part.state
            await asyncio.sleep(1)

    def _health(self, name: str, kiosk: _Kiosk) -> protocol.PartHealth:
        silent = self._clock() - kiosk.heard_at > SILENT_AFTER
        detail = (
            f"not heard since {kiosk.heard_at.astimezone():%H:%M}; its own calls still ring there" if silent else ""
        )
        return protocol.PartHealth(name=f"kiosk {name}", state="down" if silent else "working", detail=detail)

    async def _sync(self, request: Request) -> Response:
        body = await request.body()
        try:
            ask = hub.unseal(hub.Ask, body, request.headers.get(HEADER, ""), self._key, self._clock())
            kiosk = self._known(ask)
        except BadSignature as error:
            return PlainTextResponse(str(error), 403)
        except StaffError as error:
            return PlainTextResponse(str(error), 409)
        try:
            told = await self._told(ask, kiosk)
        except NotLive:
            return PlainTextResponse("the hub starts", 503)
        except Refused as refused:
            return PlainTextResponse(str(refused), 503 if refused.code == "unavailable" else 409)
        told = msgspec.structs.replace(told, phones=self._phones(), on_shift=self._on_shift)
        sealed, headers = hub.seal(told, self._key, self._clock())
        return Response(sealed, 200, headers)

    async def _told(self, ask: hub.Ask, kiosk: _Kiosk) -> hub.Told:
        link = self._link
        if ask.pages:
            reply = await link.request(protocol.Reconcile(id=link.next_id(), pages=ask.pages), protocol.RecordsReply)
            return hub.Told(nonce=ask.nonce, pages=reply.pages, last=ask.after)
        loop = asyncio.get_running_loop()
        until = loop.time() + min(max(ask.wait_s, 0.0), hub.LONGEST_WAIT_S)
        while True:
            kiosk.changed.clear()
            reply = await link.request(
                protocol.Records(id=link.next_id(), after=ask.after, kiosk=ask.kiosk), protocol.RecordsReply
            )
            if reply.pages or loop.time() >= until or reply.last < ask.after:
                return hub.Told(nonce=ask.nonce, pages=reply.pages, last=reply.last)
            try:
                async with asyncio.timeout_at(until):
                    await kiosk.changed.wait()
            except TimeoutError:
                kiosk.heard_at = self._clock()

    def _known(self, ask: hub.Ask) -> _Kiosk:
        """The kiosk that asks. Raises StaffError when its name is another's or it speaks for others."""
        now = self._clock()
        kiosk = self._kiosks.get(ask.kiosk)
        taken = kiosk is not None and kiosk.instance != ask.instance and now - kiosk.heard_at < SILENT_AFTER
        if not ask.kiosk or not ask.instance or taken or ask.kiosk == self._own():
            raise StaffError(f"there is another kiosk named {ask.kiosk!r}: give each a name of its own (kiosk.name)")
        if any(page.kiosk != ask.kiosk for page in ask.pages):
            raise StaffError("a kiosk may tell of its own calls only")
        if kiosk is None or kiosk.instance != ask.instance:
            kiosk = self._kiosks[ask.kiosk] = _Kiosk(ask.instance, now, asyncio.Event())
        kiosk.heard_at = now
        return kiosk
