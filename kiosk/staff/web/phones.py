"""The page of phones: a name for this one and signing out everywhere; and for those in charge all that were let in,
a code for another, and letting one out."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import segno
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.staff import devices, invites
from kiosk.staff.devices import Device
from kiosk.staff.errors import DoorError
from kiosk.staff.web.answers import form
from kiosk.staff.web.board import Board
from kiosk.staff.web.door import Door, SignedIn
from kiosk.staff.web.pages import Made, Pages
from kiosk.staff.web.sessions import form_token
from kiosk.staff.web.texts import Texts


class Phones:
    """Associates see and name the phone in their hand; leads and managers see and change all."""

    def __init__(self, folder: Path, board: Board, door: Door, pages: Pages, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._board = board
        self._door = door
        self._pages = pages
        self._clock = clock

    def routes(self) -> list[BaseRoute]:
        """All of them for who is signed in only."""
        signed_in = self._door.signed_in
        return [
            Route("/phones", signed_in(self._show), methods=["GET"]),
            Route("/phones/code", signed_in(self._waiting), methods=["GET"]),
            Route("/phones/code", signed_in(self._invite), methods=["POST"]),
            Route("/phones/{device}/name", signed_in(self._rename), methods=["POST"]),
            Route("/phones/{device}/remove", signed_in(self._remove), methods=["POST"]),
        ]

    async def _show(self, request: Request, me: SignedIn) -> Response:
        return self._page(request, me)

    async def _invite(self, request: Request, me: SignedIn) -> Response:
        if not me.associate.in_charge:
            return self._pages.sorry(request, "door.not_yours", 403)
        invite = await asyncio.to_thread(invites.make, self._folder, self._clock())
        address = f"{request.url.scheme}://{request.url.netloc}/join"
        drawn = segno.make(f"{address}#{invite.code}", error="m").svg_inline(
            omitsize=True, dark="#000", light="#fff", border=4
        )
        minutes = round(invites.LASTS.total_seconds() / 60)
        lasts = self._pages.texts(request).say("door.code_lasts", minutes=minutes)
        values = {"drawn": Made(drawn), "address": address, "code": invite.code, "lasts": lasts}
        shown = self._pages.part(request, "code.html", **values)
        return self._page(request, me, code=shown)

    async def _waiting(self, request: Request, me: SignedIn) -> Response:
        """Whether the code that was shown still waits for its phone."""
        if not me.associate.in_charge:
            return self._pages.sorry(request, "door.not_yours", 403)
        return JSONResponse({"waiting": invites.waiting(self._folder, self._clock())})

    async def _rename(self, request: Request, me: SignedIn) -> Response:
        device = request.path_params["device"]
        if not (me.associate.in_charge or device == me.device.id):
            return self._pages.sorry(request, "door.not_yours", 403)
        name = (await form(request)).get("name", "")
        return await self._change(request, me, "door.bad_name", lambda: devices.rename(self._folder, device, name))

    async def _remove(self, request: Request, me: SignedIn) -> Response:
        device = request.path_params["device"]
        if not me.associate.in_charge:
            return self._pages.sorry(request, "door.not_yours", 403)
        answer = await self._change(request, me, "door.no_phone", lambda: devices.revoke(self._folder, device))
        self._board.wake()
        return answer

    async def _change(self, request: Request, me: SignedIn, trouble: str, change: Callable[[], object]) -> Response:
        try:
            await asyncio.to_thread(change)
        except DoorError:
            return self._page(request, me, 409, error=self._pages.texts(request).say(trouble, n=devices.LONGEST_NAME))
        return RedirectResponse("/phones", 303)

    def _page(self, request: Request, me: SignedIn, status: int = 200, error: str = "", code: object = "") -> Response:
        in_charge = me.associate.in_charge
        shown = [d for d in devices.devices(self._folder) if in_charge or d.id == me.device.id]
        shown.sort(key=lambda device: (device.id != me.device.id, -self._door.sessions.used(device).timestamp()))
        return self._pages.show(
            request,
            "phones.html",
            status,
            phones=Made("".join(self._phone(request, me, device) for device in shown)),
            code=code,
            error=error,
            hidden="" if error else "hidden",
            in_charge="" if in_charge else "hidden",
            form_token=form_token(me.token),
        )

    def _phone(self, request: Request, me: SignedIn, device: Device) -> Made:
        texts = self._pages.texts(request)
        return self._pages.part(
            request,
            "phone.html",
            id=device.id,
            called=device.name or described(texts, device),
            name=device.name,
            about=_apart(described(texts, device) if device.name else "", device.by),
            used=self._door.sessions.used(device).isoformat(timespec="seconds"),
            day=f"{self._door.sessions.used(device):%Y-%m-%d}",
            this="" if device.id == me.device.id else "hidden",
            in_charge="" if me.associate.in_charge else "hidden",
            longest=devices.LONGEST_NAME,
            form_token=form_token(me.token),
        )


def described(texts: Texts, device: Device) -> str:
    """A device by what its browser says of itself: "Android phone, Chrome"."""
    kind = texts.say(f"door.kind_{device.kind}" if f"door.kind_{device.kind}" in texts.words else "door.kind_other")
    return texts.say("door.kind_browser", kind=kind, browser=device.browser) if device.browser else kind


def _apart(*words: str) -> Made:
    """Words in whatever direction each runs, with a dot after each."""
    return Made("".join(f"<bdi>{html.escape(word)}</bdi> · " for word in words if word))
