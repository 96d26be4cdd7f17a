"""The calls on the staff page: the board, its live stream, steps, and messages to the shopper."""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from kiosk import protocol
from kiosk.staff import StaffError, quiet
from kiosk.staff.link import EngineLink, NotLive, Refused
from kiosk.staff.web.answers import form
from kiosk.staff.web.board import Board
from kiosk.staff.web.door import Door, SignedIn
from kiosk.staff.web.pages import Pages
from kiosk.staff.web.sessions import form_token
from kiosk.staff.web.stream import BEAT_S, Streams
from kiosk.staff.web.team import Team
from kiosk.theme import read_theme

log = logging.getLogger(__name__)

_STATUS = {"not_found": 404, "bad_request": 409, "busy": 409, "unavailable": 503}


class Calls:
    """What a signed-in associate sees and does."""

    def __init__(self, board: Board, team: Team, link: EngineLink, door: Door, pages: Pages, version: str) -> None:
        """`version` is that of the files which the page loads."""
        self._board = board
        self._team = team
        self._version = version
        self._link = link
        self._door = door
        self._pages = pages
        self._streams = Streams(board, team, door, version)

    def routes(self) -> list[BaseRoute]:
        """All of them for who is signed in only."""
        signed_in = self._door.signed_in
        return [
            Route("/", signed_in(self._show_board), methods=["GET"]),
            Route("/events", signed_in(self._events), methods=["GET"]),
            Route("/store.json", signed_in(self._store), methods=["GET"]),
            Route("/quiet", signed_in(self._be_quiet), methods=["POST"]),
            Route("/calls/{page}/message", signed_in(self._message), methods=["POST"]),
            Route("/calls/{page}/{step}", signed_in(self._step), methods=["POST"]),
        ]

    def close(self) -> None:
        """End all live streams, so that the server can stop."""
        self._streams.close()

    async def _show_board(self, request: Request, me: SignedIn) -> Response:
        name = me.associate.name
        return self._pages.show(
            request,
            "board.html",
            version=self._version,
            name=name,
            initial=name[:1].upper(),
            form_token=form_token(me.token),
            silence_ms=int(BEAT_S * 2500),
        )

    async def _events(self, request: Request, me: SignedIn) -> Response:
        if self._streams.full(me):
            return self._pages.sorry(request, "board.too_often", 429)
        return StreamingResponse(self._streams.follow(me), media_type="text/event-stream")

    async def _store(self, request: Request, _me: SignedIn) -> Response:
        """Which kiosk this is, the floor plan, and what departments are called and look like."""
        link = self._link
        try:
            floor = await link.request(protocol.FloorMap(id=link.next_id()), protocol.FloorMapReply)
            home = await link.request(protocol.Home(id=link.next_id(), session=""), protocol.HomeReply)
        except (NotLive, Refused):
            return self._pages.sorry(request, "board.no_connection", 503)
        icons = {id_: look.icon for id_, look in read_theme().departments.items()}
        departments = {d.id: {"name": d.name, "icon": icons.get(d.id)} for d in home.departments}
        plan = {"width": floor.width, "depth": floor.depth, "fixtures": [protocol.builtins(f) for f in floor.fixtures]}
        return JSONResponse({"kiosk": self._board.kiosk, **plan, "departments": departments})

    async def _be_quiet(self, request: Request, me: SignedIn) -> Response:
        """Do not disturb, for some minutes; 0 ends it."""
        minutes = (await form(request)).get("minutes", "")
        if minutes not in {"0", *map(str, quiet.MINUTES)}:
            return self._pages.sorry(request, "board.did_not_work", 400)
        try:
            self._team.be_quiet(me.associate, int(minutes))
        except StaffError as error:
            log.error("%s", error)
            return self._pages.sorry(request, "board.did_not_work", 503)
        self._board.wake()
        return JSONResponse({})

    async def _step(self, request: Request, me: SignedIn) -> Response:
        fields = await form(request)
        step = protocol.StepPage(
            id=self._link.next_id(),
            page=request.path_params["page"],
            step=request.path_params["step"],
            who=me.associate.name,
            to=fields.get("to", ""),
            outcome=fields.get("outcome", "done"),
        )
        return await self._carry_out(request, step)

    async def _message(self, request: Request, me: SignedIn) -> Response:
        fields = await form(request)
        message = protocol.MessagePage(
            id=self._link.next_id(),
            page=request.path_params["page"],
            who=me.associate.name,
            text=fields.get("text", ""),
            code=fields.get("code", ""),
            spoken=fields.get("spoken", "") != "no",
        )
        return await self._carry_out(request, message)

    async def _carry_out(self, request: Request, step: protocol.StepPage | protocol.MessagePage) -> Response:
        """Ask the engine; the answer says how the call stands now. What was refused is answered with a reason that the
        page words itself, beside the engine's own words."""
        try:
            page = (await self._link.request(step, protocol.PageReply)).page
        except NotLive:
            return self._pages.sorry(request, "board.no_connection", 503)
        except Refused as refused:
            await self._look_again()
            words = str(refused) or self._pages.texts(request).say("board.did_not_work")
            told = {"error": words, "code": refused.code, "call": self._board.told(step.page)}
            return JSONResponse(told, _STATUS.get(refused.code, 409))
        self._board.took(page)
        return JSONResponse({"call": self._board.told(step.page)})

    async def _look_again(self) -> None:
        """Learn what became of a call that a step did not fit: it may have changed a moment ago."""
        try:
            pages = await self._link.request(protocol.Pages(id=self._link.next_id()), protocol.PagesReply)
        except (NotLive, Refused):
            return
        for page in pages.pages:
            self._board.took(page)
