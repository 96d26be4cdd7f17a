"""The door of the staff page: signing in and out, and who may pass."""

from __future__ import annotations

import asyncio
import hmac
import html
import logging
import math
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.staff import Associate, accounts
from kiosk.staff.web.answers import form, same, set_cookie, template
from kiosk.staff.web.board import Board
from kiosk.staff.web.sessions import LASTS, Sessions, form_token
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

    def __init__(self, folder: Path, board: Board, clock: Callable[[], datetime]) -> None:
        """`folder` holds accounts and sessions; `clock` gives aware times."""
        self._folder = folder
        self._board = board
        self._sessions = Sessions(folder, clock)
        self._by_account = Throttle(ACCOUNT, clock)
        self._by_address = Throttle(ADDRESS, clock)
        self._hashing = asyncio.Semaphore(1)
        self._form_secret = secrets.token_bytes(32)
        self._login = template("login.html")

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
            token = request.cookies.get(COOKIE, "")
            associate = self._sessions.who(token) if token else None
            if associate is None:
                if "text/html" in request.headers.get("accept", ""):
                    return RedirectResponse("/login", 303)
                return JSONResponse({"error": "Please sign in again."}, 401)
            if request.method not in ("GET", "HEAD"):
                given = request.headers.get("x-form-token") or (await form(request)).get("form_token", "")
                if not same(given, form_token(token)):
                    return JSONResponse({"error": "Please load the page again."}, 403)
            return await endpoint(request, SignedIn(associate, token))

        return guarded

    async def _show_login(self, request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        if token and self._sessions.who(token) is not None:
            return RedirectResponse("/", 303)
        return self._login_form(request, "", "", 200)

    async def _sign_in(self, request: Request) -> Response:
        fields = await form(request)
        name, pin = " ".join(fields.get("name", "")[:80].split()), fields.get("pin", "")[:40]
        visitor = request.cookies.get(LOGIN_COOKIE, "")
        if not visitor or not same(fields.get("form_token", ""), self._login_token(visitor)):
            return self._login_form(request, name, "This page was open for a while. Please try again.", 403)
        address, account = request.client.host if request.client else "", accounts.fold(name)
        wait = max(self._by_address.wait(address), self._by_account.wait(account))
        if wait > 0:
            return self._login_form(request, name, f"Too many tries. Please wait {_span(wait)}.", 429, retry=wait)
        self._by_address.attempt(address)
        self._by_account.attempt(account)
        async with self._hashing:
            associate = await asyncio.to_thread(accounts.check, self._folder, name, pin)
        if associate is None:
            log.warning("a sign-in failed")
            return self._login_form(request, name, "That name and PIN do not match.", 401)
        self._by_address.take_back(address)
        self._by_account.forgive(account)
        try:
            token = self._sessions.begin(associate)
        except OSError as error:
            log.error("%s: sessions cannot be written (%s)", self._folder, error.strerror)
            return self._login_form(request, name, "Signing in is not possible now. Please tell your manager.", 503)
        response = RedirectResponse("/", 303)
        set_cookie(request, response, COOKIE, token, int(LASTS.total_seconds()))
        response.delete_cookie(LOGIN_COOKIE, path="/login")
        return response

    async def _sign_out(self, request: Request, me: SignedIn) -> Response:
        self._sessions.end(me.token)
        self._board.wake()
        response = RedirectResponse("/login", 303)
        response.delete_cookie(COOKIE)
        return response

    def _login_form(self, request: Request, name: str, error: str, status: int, retry: float = 0) -> Response:
        visitor = secrets.token_urlsafe(32)
        text = self._login.substitute(
            store=html.escape(self._board.store or "Aislewise"),
            name=html.escape(name),
            error=html.escape(error),
            hidden="" if error else "hidden",
            form_token=self._login_token(visitor),
        )
        response = HTMLResponse(text, status, {"retry-after": str(math.ceil(retry))} if retry else None)
        set_cookie(request, response, LOGIN_COOKIE, visitor, 3600, path="/login")
        return response

    def _login_token(self, visitor: str) -> str:
        return hmac.new(self._form_secret, visitor.encode(), "sha256").hexdigest()


def _span(seconds: float) -> str:
    if seconds > 90:
        return f"{math.ceil(seconds / 60)} minutes"
    return f"{math.ceil(seconds)} seconds" if seconds > 1 else "a second"
