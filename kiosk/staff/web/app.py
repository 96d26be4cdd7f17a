"""The staff page as a web application: signing in, the board, its live stream, and steps."""

from __future__ import annotations

import asyncio
import hmac
import html
import json
import logging
import math
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import Template
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kiosk.staff import AccountError, Associate, accounts
from kiosk.staff.web.board import Board
from kiosk.staff.web.guard import MOST_BODY, Guard, own_names
from kiosk.staff.web.link import EngineLink, NotLive, Refused
from kiosk.staff.web.sessions import LASTS, Sessions, form_token
from kiosk.staff.web.throttle import ACCOUNT, ADDRESS, Throttle

log = logging.getLogger(__name__)

COOKIE = "aislewise_staff"
LOGIN_COOKIE = "aislewise_login"
BEAT_S = 10.0
"""Between signs of life on the live stream, seconds. The page counts a stream silent for 2.5 of them as broken."""
_BODY_S = 10.0
_STREAMS_PER_SESSION = 6
_HERE = Path(__file__).parent
_STATUS = {"not_found": 404, "bad_request": 409, "busy": 409, "unavailable": 503}


@dataclass(frozen=True, slots=True)
class _SignedIn:
    associate: Associate
    token: str


class StaffPage:
    """The routes and what they share."""

    def __init__(self, folder: Path, board: Board, link: EngineLink, clock: Callable[[], datetime]) -> None:
        """`folder` holds accounts and sessions; `clock` gives aware times."""
        self._folder = folder
        self._board = board
        self._link = link
        self._sessions = Sessions(folder, clock)
        self._by_account = Throttle(ACCOUNT, clock)
        self._by_address = Throttle(ADDRESS, clock)
        self._hashing = asyncio.Semaphore(1)
        self._form_secret = secrets.token_bytes(32)
        self._streams: dict[str, int] = {}
        self._login = Template((_HERE / "login.html").read_text("utf-8"))
        self._page = Template((_HERE / "board.html").read_text("utf-8"))
        self._closing = False

    def app(self, names: frozenset[str] = frozenset()) -> Starlette:
        """The application; `names` are host names it answers to besides the machine's own."""
        routes = [
            Route("/login", self._show_login, methods=["GET"]),
            Route("/login", self._sign_in, methods=["POST"]),
            Route("/healthz", self._health, methods=["GET"]),
            Route("/manifest.webmanifest", self._manifest, methods=["GET"]),
            Mount("/static", StaticFiles(directory=_HERE / "static")),
            Route("/", self._signed_in(self._show_board), methods=["GET"]),
            Route("/events", self._signed_in(self._events), methods=["GET"]),
            Route("/logout", self._signed_in(self._sign_out), methods=["POST"]),
            Route("/calls/{page}/{step}", self._signed_in(self._step), methods=["POST"]),
            Route("/{path:path}", self._signed_in(_nothing_here)),
        ]
        handlers = {AccountError: self._accounts_damaged, HTTPException: _plain_error, ClientDisconnect: _gone}
        guard = Middleware(Guard, names=own_names() | names)
        return Starlette(routes=routes, middleware=[guard], exception_handlers=handlers)

    def close(self) -> None:
        """End all live streams, so that the server can stop."""
        self._closing = True
        self._board.lost()

    # --- signing in and out -----------------------------------------------------------------------------------------

    def _signed_in(
        self, endpoint: Callable[[Request, _SignedIn], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            token = request.cookies.get(COOKIE, "")
            associate = self._sessions.who(token) if token else None
            if associate is None:
                if "text/html" in request.headers.get("accept", ""):
                    return RedirectResponse("/login", 303)
                return JSONResponse({"error": "Please sign in again."}, 401)
            if request.method not in ("GET", "HEAD"):
                given = request.headers.get("x-form-token") or (await _form(request)).get("form_token", "")
                if not _same(given, form_token(token)):
                    return JSONResponse({"error": "Please load the page again."}, 403)
            return await endpoint(request, _SignedIn(associate, token))

        return guarded

    async def _show_login(self, request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        if token and self._sessions.who(token) is not None:
            return RedirectResponse("/", 303)
        return self._login_form(request, "", "", 200)

    async def _sign_in(self, request: Request) -> Response:
        form = await _form(request)
        name, pin = " ".join(form.get("name", "")[:80].split()), form.get("pin", "")[:40]
        visitor = request.cookies.get(LOGIN_COOKIE, "")
        if not visitor or not _same(form.get("form_token", ""), self._login_token(visitor)):
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
        _set_cookie(request, response, COOKIE, token, int(LASTS.total_seconds()))
        response.delete_cookie(LOGIN_COOKIE, path="/login")
        return response

    async def _sign_out(self, request: Request, me: _SignedIn) -> Response:
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
        _set_cookie(request, response, LOGIN_COOKIE, visitor, 3600, path="/login")
        return response

    def _login_token(self, visitor: str) -> str:
        return hmac.new(self._form_secret, visitor.encode(), "sha256").hexdigest()

    async def _accounts_damaged(self, request: Request, error: Exception) -> Response:
        log.error("%s", error)
        return _sorry(request, "Signing in is not possible now. Please tell your manager.", 503)

    # --- the board --------------------------------------------------------------------------------------------------

    async def _show_board(self, _request: Request, me: _SignedIn) -> Response:
        name = me.associate.name
        return HTMLResponse(
            self._page.substitute(
                store=html.escape(self._board.store or "Aislewise"),
                name=html.escape(name),
                initial=html.escape(name[:1].upper()),
                form_token=form_token(me.token),
                silence_ms=int(BEAT_S * 2500),
            )
        )

    async def _events(self, _request: Request, me: _SignedIn) -> Response:
        if self._streams.get(me.token, 0) >= _STREAMS_PER_SESSION:
            return JSONResponse({"error": "This page is open too many times."}, 429)
        return StreamingResponse(self._stream(me), media_type="text/event-stream")

    async def _stream(self, me: _SignedIn) -> AsyncIterator[str]:
        """The whole board at the start and at every change, each under its version; a beat in between."""
        self._streams[me.token] = self._streams.get(me.token, 0) + 1
        try:
            with self._board.subscribed() as changed:
                yield "retry: 1000\n\n"
                sent = ""
                while not self._closing:
                    associate = self._sessions.who(me.token)
                    if associate is None:
                        yield "event: signed-out\ndata: {}\n\n"
                        return
                    changed.clear()
                    if self._board.version != sent:
                        sent = self._board.version
                        state = self._board.seen_by(associate, accounts.associates(self._folder))
                        yield f"id: {sent}\nevent: board\ndata: {json.dumps(state, ensure_ascii=True)}\n\n"
                    else:
                        yield "event: beat\ndata: {}\n\n"
                    try:
                        async with asyncio.timeout(BEAT_S):
                            await changed.wait()
                    except TimeoutError:
                        continue
        finally:
            self._streams[me.token] -= 1
            if not self._streams[me.token]:
                del self._streams[me.token]

    async def _step(self, request: Request, me: _SignedIn) -> Response:
        try:
            page = await self._link.step(request.path_params["page"], request.path_params["step"], me.associate.name)
        except NotLive:
            return JSONResponse({"error": "No connection to the kiosk. Please try again."}, 503)
        except Refused as refused:
            words = str(refused) or "That did not work. Please try again."
            return JSONResponse({"error": words}, _STATUS.get(refused.code, 409))
        self._board.took(page)
        return JSONResponse({"state": page.state})

    # --- the rest ---------------------------------------------------------------------------------------------------

    async def _health(self, _request: Request) -> Response:
        return JSONResponse({"live": self._board.live})

    async def _manifest(self, _request: Request) -> Response:
        return FileResponse(_HERE / "static" / "manifest.webmanifest", media_type="application/manifest+json")


async def _nothing_here(request: Request, _me: _SignedIn) -> Response:
    return _sorry(request, "There is no such page.", 404)


async def _plain_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _sorry(request, "There is no such page." if status == 404 else "That is not possible.", status)


async def _gone(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)


def _sorry(request: Request, words: str, status: int) -> Response:
    if "text/html" not in request.headers.get("accept", ""):
        return JSONResponse({"error": words}, status)
    page = Template((_HERE / "sorry.html").read_text("utf-8"))
    return HTMLResponse(page.substitute(words=html.escape(words)), status)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a posted form; no more than MOST_BODY bytes of it, and not for longer than _BODY_S."""
    body = b""
    try:
        async with asyncio.timeout(_BODY_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_BODY:
                    raise HTTPException(413)
    except TimeoutError as error:
        raise HTTPException(408) from error
    try:
        return dict(parse_qsl(body.decode("utf-8"), max_num_fields=10))
    except ValueError as error:
        raise HTTPException(400) from error


def _set_cookie(request: Request, response: Response, name: str, value: str, age: int, path: str = "/") -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=age, path=path, httponly=True, samesite="strict", secure=secure)


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


def _span(seconds: float) -> str:
    if seconds > 90:
        return f"{math.ceil(seconds / 60)} minutes"
    return f"{math.ceil(seconds)} seconds" if seconds > 1 else "a second"
