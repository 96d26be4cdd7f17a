"""The staff page as a web application: its routes, the door, the calls, and what goes wrong."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from kiosk.staff import StaffError, accounts, certificates, devices
from kiosk.staff.addresses import own_names
from kiosk.staff.link import EngineLink
from kiosk.staff.web.board import Board
from kiosk.staff.web.calls import Calls
from kiosk.staff.web.door import Door, SignedIn
from kiosk.staff.web.guard import Guard
from kiosk.staff.web.hub import HubDoor
from kiosk.staff.web.inbound import ClaimDoor
from kiosk.staff.web.pages import Pages
from kiosk.staff.web.phones import Phones
from kiosk.staff.web.reports import Reports
from kiosk.staff.web.shell import Shell
from kiosk.staff.web.team import Team
from kiosk.staff.web.texts import LANGUAGES, texts

log = logging.getLogger(__name__)

_LOOK_S = 1.0
"""Between looks whether an account or a phone was taken away."""


class StaffPage:
    """The parts of the page and their routes."""

    def __init__(
        self,
        folder: Path,
        board: Board,
        link: EngineLink,
        clock: Callable[[], datetime],
        hub: HubDoor | None = None,
        claims: ClaimDoor | None = None,
    ) -> None:
        """`folder` holds accounts and sessions; `clock` gives aware times; `hub` lets the store's other kiosks in,
        `claims` its server."""
        self._folder = folder
        self._board = board
        self._hub = hub
        self._claims = claims
        self._pages = Pages(lambda: board.store, lambda: board.language)
        self._door = Door(folder, board, self._pages, clock)
        self._shell = Shell(self._pages)
        self._reports = Reports(link, self._door, self._pages)
        self._phones = Phones(folder, board, self._door, self._pages, clock)
        self._calls = Calls(board, Team(folder, clock), link, self._door, self._pages, self._shell.version)

    def app(self, names: Callable[[], Collection[str]] = own_names) -> Starlette:
        """The application; `names` gives the host names that it answers to."""
        routes = [
            *self._door.routes(),
            Route("/healthz", self._health, methods=["GET"]),
            Route("/ca.crt", self._authority, methods=["GET"]),
            *self._shell.routes(),
            Route("/texts/{language}.json", self._texts, methods=["GET"]),
            *self._calls.routes(),
            *self._phones.routes(),
            *self._reports.routes(),
            *(self._hub.routes() if self._hub is not None else ()),
            *(self._claims.routes() if self._claims is not None else ()),
            Route("/{path:path}", self._door.signed_in(self._nothing_here)),
        ]
        handlers = {StaffError: self._files_damaged, HTTPException: self._plain_error, ClientDisconnect: _gone}
        guard = Middleware(Guard, names=names)
        return Starlette(routes=routes, middleware=[guard], exception_handlers=handlers)

    async def watch(self) -> None:
        """Until cancelled: whoever's account or phone is taken away, by whichever program, loses the live view at once
        and not with the next call."""
        before = None
        while True:
            with contextlib.suppress(StaffError):
                phones = {device.id for device in devices.devices(self._folder)}
                now = accounts.associates(self._folder), phones
                if now != before:
                    before = now
                    self._board.wake()
            await asyncio.sleep(_LOOK_S)

    def close(self) -> None:
        """End all live streams, so that the server can stop."""
        self._calls.close()

    async def _health(self, _request: Request) -> Response:
        return JSONResponse({"live": self._board.live})

    async def _authority(self, _request: Request) -> Response:
        """The certificate of the store's own authority, for phones to trust: nothing secret."""
        path = certificates.own_files(self._folder).authority
        if path is None or not path.exists():
            raise HTTPException(404)
        return FileResponse(path, media_type="application/x-x509-ca-cert", filename="store-ca.crt")

    async def _texts(self, request: Request) -> Response:
        language = request.path_params["language"]
        if language not in LANGUAGES:
            raise HTTPException(404)
        return JSONResponse(dict(texts(language).words))

    async def _files_damaged(self, request: Request, error: Exception) -> Response:
        log.error("%s", error)
        return self._pages.sorry(request, "door.not_now", 503)

    async def _nothing_here(self, request: Request, _me: SignedIn) -> Response:
        return self._pages.sorry(request, "door.no_page", 404)

    async def _plain_error(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return self._pages.sorry(request, "door.no_page" if status == 404 else "door.not_possible", status)


async def _gone(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)
