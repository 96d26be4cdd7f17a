"""The door of the staff page: letting devices in, signing in and out, and who may pass.

Two things are wanted of everybody: a device that was let in by a code from the kiosk's screen, and an account's name
and PIN. Without the first not even the sign-in is shown.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import math
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.staff import Associate, accounts, devices, invites
from kiosk.staff.devices import Device
from kiosk.staff.errors import DoorError
from kiosk.staff.web.answers import cookie, drop_cookie, form, same, set_cookie
from kiosk.staff.web.board import Board
from kiosk.staff.web.pages import Pages
from kiosk.staff.web.sessions import LASTS, Sessions, SignedIn, form_token
from kiosk.staff.web.texts import Texts
from kiosk.staff.web.throttle import ACCOUNT, ADDRESS, Throttle

log = logging.getLogger(__name__)

COOKIE = "aislewise_staff"
DEVICE_COOKIE = "aislewise_device"
LOGIN_COOKIE = "aislewise_login"
_LOGIN_S = 3600

__all__ = ["COOKIE", "DEVICE_COOKIE", "LOGIN_COOKIE", "Door", "SignedIn"]


class Door:
    """Nobody passes without a device that was let in and an account's name and PIN."""

    def __init__(self, folder: Path, board: Board, pages: Pages, clock: Callable[[], datetime]) -> None:
        """`folder` holds accounts, devices, sessions and codes; `clock` gives aware times."""
        self._folder = folder
        self._board = board
        self._pages = pages
        self._clock = clock
        self.sessions = Sessions(folder, clock)
        self._by_account = Throttle(ACCOUNT, clock)
        self._by_device = Throttle(ADDRESS, clock)
        self._by_address = Throttle(ADDRESS, clock)
        self._by_code = Throttle(ADDRESS, clock)
        self._hashing = asyncio.Semaphore(1)
        self._form_secret = secrets.token_bytes(32)

    def routes(self) -> list[BaseRoute]:
        """What the door answers itself."""
        return [
            Route("/join", self._show_join, methods=["GET"]),
            Route("/join", self._join, methods=["POST"]),
            Route("/login", self._show_login, methods=["GET"]),
            Route("/login", self._sign_in, methods=["POST"]),
            Route("/logout", self.signed_in(self._sign_out), methods=["POST"]),
        ]

    def who(self, me: SignedIn) -> Associate | None:
        """The associate as the account is now, or nobody when the session has ended. Raises AccountError, DoorError."""
        now = self.sessions.who(me.token)
        return None if now is None else now.associate

    def signed_in(
        self, endpoint: Callable[[Request, SignedIn], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint for those who are signed in; whoever is not is led to the sign-in, or to becoming a device."""

        async def guarded(request: Request) -> Response:
            me = self._visitor(request)
            if me is None:
                known = self._device(request) is not None
                if "text/html" in request.headers.get("accept", ""):
                    return RedirectResponse("/login" if known else "/join", 303)
                return self._pages.sorry(request, "door.sign_in_again" if known else "door.not_let_in", 401)
            if request.method not in ("GET", "HEAD"):
                given = request.headers.get("x-form-token") or (await form(request)).get("form_token", "")
                if not same(given, form_token(me.token)):
                    return self._pages.sorry(request, "door.load_again", 403)
            return await endpoint(request, me)

        return guarded

    # --- letting a device in ------------------------------------------------------------------------------------------

    async def _show_join(self, request: Request) -> Response:
        if self._device(request) is not None:
            return RedirectResponse("/login", 303)
        return self._form_page(request, "join.html", "", 200)

    async def _join(self, request: Request) -> Response:
        fields = await form(request)
        if not self._own_form(request, fields):
            return self._form_page(request, "join.html", "door.open_long", 403)
        address = _address(request)
        wait = self._by_code.wait(address)
        if wait > 0:
            return self._form_page(request, "join.html", "door.too_many", 429, wait)
        self._by_code.attempt(address)
        now = self._clock()
        if not await asyncio.to_thread(invites.use, self._folder, fields.get("code", ""), now):
            log.warning("a code for a device was wrong or too old")
            return self._form_page(request, "join.html", "door.wrong_code", 401)
        self._by_code.take_back(address)
        agent = request.headers.get("user-agent", "")
        device, token = await asyncio.to_thread(devices.add, self._folder, agent, now)
        log.info("device %s was let in", device.id)
        response = RedirectResponse("/login", 303)
        self._remember(request, response, token)
        return response

    def _device(self, request: Request) -> Device | None:
        token = cookie(request, DEVICE_COOKIE)
        return devices.find(self._folder, token, self._clock()) if token else None

    def _remember(self, request: Request, response: Response, token: str) -> None:
        set_cookie(request, response, DEVICE_COOKIE, token, int(devices.LASTS.total_seconds()))

    # --- signing in and out -------------------------------------------------------------------------------------------

    def _visitor(self, request: Request) -> SignedIn | None:
        """Who is signed in; a session's cookie is worth nothing on another device than its own."""
        token = cookie(request, COOKIE)
        me = self.sessions.who(token) if token else None
        device = self._device(request) if me is not None else None
        return me if me is not None and device is not None and device.id == me.device.id else None

    async def _show_login(self, request: Request) -> Response:
        if self._visitor(request) is not None:
            return RedirectResponse("/", 303)
        if self._device(request) is None:
            return RedirectResponse("/join", 303)
        return self._form_page(request, "login.html", "", 200, name="")

    async def _sign_in(self, request: Request) -> Response:
        device = self._device(request)
        if device is None:
            return RedirectResponse("/join", 303)
        fields = await form(request)
        name, pin = " ".join(fields.get("name", "")[:80].split()), fields.get("pin", "")[:40]

        def again(error: str, status: int, retry: float = 0) -> Response:
            return self._form_page(request, "login.html", error, status, retry, name=name)

        if not self._own_form(request, fields):
            return again("door.open_long", 403)
        address, account = _address(request), accounts.fold(name)
        counts = ((self._by_address, address), (self._by_account, account), (self._by_device, device.id))
        wait = max(throttle.wait(key) for throttle, key in counts)
        if wait > 0:
            return again("door.too_many", 429, wait)
        for throttle, key in counts:
            throttle.attempt(key)
        async with self._hashing:
            associate = await asyncio.to_thread(accounts.check, self._folder, name, pin)
        if associate is None:
            log.warning("a sign-in failed")
            return again("door.no_match", 401)
        self._by_account.forgive(account)
        # Whoever has a PIN of their own gets no further tries at others' by it.
        self._by_address.take_back(address)
        self._by_device.take_back(device.id)
        try:
            token = self.sessions.begin(associate, device)
        except (OSError, DoorError) as error:
            log.error("%s: sessions cannot be written (%s)", self._folder, error)
            return again("door.not_now", 503)
        response = RedirectResponse("/", 303)
        set_cookie(request, response, COOKIE, token, int(LASTS.total_seconds()))
        self._remember(request, response, cookie(request, DEVICE_COOKIE))
        drop_cookie(request, response, LOGIN_COOKIE)
        return response

    async def _sign_out(self, request: Request, me: SignedIn) -> Response:
        if (await form(request)).get("everywhere"):
            self.sessions.end_all(me.associate)
        else:
            self.sessions.end(me.token)
        self._board.wake()
        response = RedirectResponse("/login", 303)
        drop_cookie(request, response, COOKIE)
        return response

    # --- forms before there is a session ------------------------------------------------------------------------------

    def _form_page(
        self, request: Request, page: str, error: str, status: int, retry: float = 0, **values: object
    ) -> Response:
        """The form, with the sentence named `error` above it; `retry` are the seconds to wait."""
        visitor = secrets.token_urlsafe(32)
        texts = self._pages.texts(request)
        response = self._pages.show(
            request,
            page,
            status,
            error=texts.say(error, span=_span(texts, retry)) if error else "",
            hidden="" if error else "hidden",
            form_token=self._login_token(visitor),
            **values,
        )
        if retry:
            response.headers["retry-after"] = str(math.ceil(retry))
        set_cookie(request, response, LOGIN_COOKIE, visitor, _LOGIN_S)
        return response

    def _own_form(self, request: Request, fields: dict[str, str]) -> bool:
        visitor = cookie(request, LOGIN_COOKIE)
        return bool(visitor) and same(fields.get("form_token", ""), self._login_token(visitor))

    def _login_token(self, visitor: str) -> str:
        return hmac.new(self._form_secret, visitor.encode(), "sha256").hexdigest()


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _span(texts: Texts, seconds: float) -> str:
    if seconds > 90:
        return texts.say("door.minutes", n=math.ceil(seconds / 60))
    return texts.say("door.seconds", n=max(1, math.ceil(seconds)))
