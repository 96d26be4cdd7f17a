"""The calls on the staff page: the board, its live stream, and steps."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from kiosk.staff import accounts
from kiosk.staff.link import EngineLink, NotLive, Refused
from kiosk.staff.web.board import Board
from kiosk.staff.web.door import Door, SignedIn
from kiosk.staff.web.pages import Pages
from kiosk.staff.web.sessions import form_token

BEAT_S = 10.0
"""Between signs of life on the live stream, seconds. The page counts a stream silent for 2.5 of them as broken."""
_STREAMS_PER_SESSION = 6
_STATUS = {"not_found": 404, "bad_request": 409, "busy": 409, "unavailable": 503}


class Calls:
    """What a signed-in associate sees and does."""

    def __init__(self, folder: Path, board: Board, link: EngineLink, door: Door, pages: Pages) -> None:
        self._folder = folder
        self._board = board
        self._link = link
        self._door = door
        self._streams: dict[str, int] = {}
        self._pages = pages
        self._closing = False

    def routes(self) -> list[BaseRoute]:
        """All of them for who is signed in only."""
        signed_in = self._door.signed_in
        return [
            Route("/", signed_in(self._show_board), methods=["GET"]),
            Route("/events", signed_in(self._events), methods=["GET"]),
            Route("/calls/{page}/{step}", signed_in(self._step), methods=["POST"]),
        ]

    def close(self) -> None:
        """End all live streams, so that the server can stop."""
        self._closing = True
        self._board.lost()

    async def _show_board(self, request: Request, me: SignedIn) -> Response:
        name = me.associate.name
        return self._pages.show(
            request,
            "board.html",
            name=name,
            initial=name[:1].upper(),
            form_token=form_token(me.token),
            silence_ms=int(BEAT_S * 2500),
        )

    async def _events(self, _request: Request, me: SignedIn) -> Response:
        if self._streams.get(me.token, 0) >= _STREAMS_PER_SESSION:
            return JSONResponse({"error": "This page is open too many times."}, 429)
        return StreamingResponse(self._stream(me), media_type="text/event-stream")

    async def _stream(self, me: SignedIn) -> AsyncIterator[str]:
        """The whole board at the start and at every change, each under its version; a beat in between."""
        self._streams[me.token] = self._streams.get(me.token, 0) + 1
        try:
            with self._board.subscribed() as changed:
                yield "retry: 1000\n\n"
                sent = ""
                while not self._closing:
                    associate = self._door.who(me)
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

    async def _step(self, request: Request, me: SignedIn) -> Response:
        try:
            page = await self._link.step(request.path_params["page"], request.path_params["step"], me.associate.name)
        except NotLive:
            return JSONResponse({"error": "No connection to the kiosk. Please try again."}, 503)
        except Refused as refused:
            words = str(refused) or "That did not work. Please try again."
            return JSONResponse({"error": words}, _STATUS.get(refused.code, 409))
        self._board.took(page)
        return JSONResponse({"state": page.state})
