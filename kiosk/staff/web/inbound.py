"""The door for the store's own server, which may claim calls that the webhook told it of; open where there is one."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.staff import NoSuchPage, StaffError, private
from kiosk.staff.hooks.engine import LinkedEngine
from kiosk.staff.link import EngineLink, NotLive, Refused
from kiosk.staff.signing import HEADER, LASTS, BadSignature, verify
from kiosk.staff.web.throttle import ADDRESS, Throttle

log = logging.getLogger(__name__)

PATH = "/hooks/claim"
_BODY_S = 10.0
_MOST_KEPT = 1000


class ClaimDoor:
    """Takes `{"page": ID, "who": NAME}`, signed as the webhook's own messages are. The same message again, from
    whomever, is answered as it was the first time and does nothing more. For use on one event loop."""

    def __init__(self, secret: Path, folder: Path, link: EngineLink, clock: Callable[[], datetime]) -> None:
        """`secret` is the webhook's; `folder` holds the accounts; `clock` gives aware times."""
        self._secret = secret
        self._engine = LinkedEngine(link, folder)
        self._clock = clock
        self._wrong = Throttle(ADDRESS, clock)
        self._answered: dict[tuple[datetime, bytes], tuple[datetime, int, dict[str, Any]]] = {}
        """By when it was signed and what it says: headers can be written in many ways."""

    def routes(self) -> list[Route]:
        return [Route(PATH, self._claim, methods=["POST"])]

    async def _claim(self, request: Request) -> Response:
        address = request.client.host if request.client else ""
        if (wait_s := self._wrong.wait(address)) > 0:
            return JSONResponse({"error": "too many wrong signatures"}, 429, {"retry-after": str(int(wait_s) + 1)})
        try:
            async with asyncio.timeout(_BODY_S):
                body = await request.body()
            signature = request.headers.get(HEADER, "")
            message = verify(signature, body, private.secret(self._secret), self._clock()), body
        except TimeoutError:
            return JSONResponse({"error": "the message did not come whole"}, 408)
        except BadSignature as error:
            self._wrong.attempt(address)
            return JSONResponse({"error": str(error)}, 401)
        except StaffError as error:
            log.error("%s", error)
            return JSONResponse({"error": "the kiosk cannot read its secret"}, 503)
        self._forget()
        if message not in self._answered:
            status, told = await self._carry_out(body)
            if status == 503:
                return JSONResponse(told, status)
            self._answered[message] = (self._clock(), status, told)
        _, status, told = self._answered[message]
        return JSONResponse(told, status)

    async def _carry_out(self, body: bytes) -> tuple[int, dict[str, Any]]:
        page, who = _fields(body)
        if not page or not who:
            return 400, {"error": 'send {"page": ID, "who": NAME}'}
        try:
            claimed = await self._engine.claim(page, who)
        except NotLive:
            return 503, {"error": "the kiosk cannot be reached; try again"}
        except NoSuchPage as error:
            return 404, {"error": str(error)}
        except (StaffError, Refused) as error:
            return 409, {"error": str(error)}
        return 200, {"state": claimed.state, "claimed_by": claimed.claimed_by}

    def _forget(self) -> None:
        """Answers to messages whose signature is good no longer."""
        now = self._clock()
        kept = {key: answer for key, answer in self._answered.items() if now - answer[0] <= 2 * LASTS}
        self._answered = dict(list(kept.items())[-_MOST_KEPT:])


def _fields(body: bytes) -> tuple[str, str]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return "", ""
    if not isinstance(found, dict):
        return "", ""
    page, who = found.get("page"), found.get("who")
    return (page[:80], who[:80].strip()) if isinstance(page, str) and isinstance(who, str) else ("", "")
