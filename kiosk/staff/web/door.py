"""The door of the staff page: signing in and out, and who may pass."""

from __future__ import annotations

import asyncio
import hmac
import logging
import math
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.staff import Associate, accounts
from kiosk.staff.web.answers import cookie, drop_cookie, form, same, set_cookie
from kiosk.staff.web.board import Board
from kiosk.staff.web.pages import Pages
from kiosk.staff.web.sessions import LASTS, Sessions, form_token
from kiosk.staff.web.texts import Texts
from kiosk.staff.web.throttle import ACCOUNT, ADDRESS, Throttle

log = logging.getLogger(__name__)

COOKIE = "aislewise_staff"
LOGIN_COOKIE = "aislewise_login"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whose request it is, and the token of their session."""

    associate: Associate
    token: str


class Door:
    """Nobody passes without an account's name and PIN."""

    def __init__(self, folder: Path, board: Board, pages: Pages, clock: Callable[[], datetime]) -> None:
        """`folder` holds accounts and sessions; `clock` gives aware times."""
        self._folder = folder
        self._board = board
        self._pages = pages
        self._sessions = Sessions(folder, clock)
        self._by_account = Throttle(ACCOUNT, clock)
        self._by_address = Throttle(ADDRESS, clock)
        self._hashing = asyncio.Semaphore(1)
        self._form_secret = secrets.token_bytes(32)

    def routes(self) -> list[BaseRoute]:
        """What the door answers itself."""
        return [
            Route("/login", self._show_login, methods=["GET"]),
            Route("/login", self._sign_in, methods=["POST"]),
            Route("/logout", self.signed_in(self._sign_out), methods=["POST"]),
        ]

    def who(self, me: SignedIn) -> Associate | None:
        """The associate as the account is now, or nobody when the session has ended. Raises AccountError."""
        return self._sessions.who(me.token)

    def signed_in(
        self, endpoint: Callable[[Request, SignedIn], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            token = cookie(request, COOKIE)
            associate = self._sessions.who(token) if token else None
            if associate is None:
                if "text/html" in request.headers.get("accept", ""):
                    return RedirectResponse("/login", 303)
                return self._pages.sorry(request, "door.sign_in_again", 401)
            if request.method not in ("GET", "HEAD"):
                given = request.headers.get("x-form-token") or (await form(request)).get("form_token", "")
                if not same(given, form_token(token)):
                    return self._pages.sorry(request, "door.load_again", 403)
            return await endpoint(request, SignedIn(associate, token))

        return guarded

    async def _show_login(self, request: Request) -> Response:
        token = cookie(request, COOKIE)
        if token and self._sessions.who(token) is not None:
            return RedirectResponse("/", 303)
        return self._login_form(request, "", "", 200)

    async def _sign_in(self, request: Request) -> Response:
        fields = await form(request)
        name, pin = " ".join(fields.get("name", "")[:80].split()), fields.get("pin", "")[:40]
        visitor = cookie(request, LOGIN_COOKIE)
        if not visitor or not same(fields.get("form_token", ""), self._login_token(visitor)):
            return self._login_form(request, name, "door.open_long", 403)
        address, account = request.client.host if request.client else "", accounts.fold(name)
        wait = max(self._by_address.wait(address), self._by_account.wait(account))
        if wait > 0:
            return self._login_form(request, name, "door.too_many", 429, retry=wait)
        self._by_address.attempt(address)
        self._by_account.attempt(account)
        async with self._hashing:
            associate = await asyncio.to_thread(accounts.check, self._folder, name, pin)
        if associate is None:
            log.warning("a sign-in failed")
            return self._login_form(request, name, "door.no_match", 401)
        self._by_address.take_back(address)
        self._by_account.forgive(account)
        try:
            token = self._sessions.begin(associate)
        except OSError as error:
            log.error("%s: sessions cannot be written (%s)", self._folder, error.strerror)
            return self._login_form(request, name, "door.not_now", 503)
        response = RedirectResponse("/", 303)
        set_cookie(request, response, COOKIE, token, int(LASTS.total_seconds()))
        drop_cookie(request, response, LOGIN_COOKIE)
        return response

    async def _sign_out(self, request: Request, me: SignedIn) -> Response:
        self._sessions.end(me.token)
        self._board.wake()
        response = RedirectResponse("/login", 303)
        drop_cookie(request, response, COOKIE)
        return response

    def _login_form(self, request: Request, name: str, error: str, status: int, retry: float = 0) -> Response:
        """The form, with the sentence named `error` above it; `retry` are the seconds to wait."""
        visitor = secrets.token_urlsafe(32)
        texts = self._pages.texts(request)
        response = self._pages.show(
            request,
            "login.html",
            status,
            name=name,
            error=texts.say(error, span=_span(texts, retry)) if error else "",
            hidden="" if error else "hidden",
            form_token=self._login_token(visitor),
        )
        if retry:
            response.headers["retry-after"] = str(math.ceil(retry))
        set_cookie(request, response, LOGIN_COOKIE, visitor, 3600)
        return response

    def _login_token(self, visitor: str) -> str:
        return hmac.new(self._form_secret, visitor.encode(), "sha256").hexdigest()


def _span(texts: Texts, seconds: float) -> str:
    if seconds > 90:
        return texts.say("door.minutes", n=math.ceil(seconds / 60))
    return texts.say("door.seconds", n=max(1, math.ceil(seconds)))
