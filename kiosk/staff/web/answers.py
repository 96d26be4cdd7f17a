"""What every part of the staff page needs of a request and for an answer."""

from __future__ import annotations

import asyncio
import hmac
import html
from pathlib import Path
from string import Template
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from kiosk.staff.web.guard import MOST_BODY

HERE = Path(__file__).parent
_BODY_S = 10.0


def template(name: str) -> Template:
    """One of the pages beside this file."""
    return Template((HERE / name).read_text("utf-8"))


def sorry(request: Request, words: str, status: int) -> Response:
    """An error as a page for a browser, as JSON for a script."""
    if "text/html" not in request.headers.get("accept", ""):
        return JSONResponse({"error": words}, status)
    return HTMLResponse(template("sorry.html").substitute(words=html.escape(words)), status)


async def form(request: Request) -> dict[str, str]:
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


def set_cookie(request: Request, response: Response, name: str, value: str, age: int, path: str = "/") -> None:
    """A cookie no script can read and no other site can have sent; `age` in seconds."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=age, path=path, httponly=True, samesite="strict", secure=secure)


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, told in the same time whatever they are."""
    return hmac.compare_digest(given.encode(), wanted.encode())
