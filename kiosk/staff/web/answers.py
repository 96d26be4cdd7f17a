"""What every part of the staff page needs of a request and for an answer."""

from __future__ import annotations

import asyncio
import hmac
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.staff.web.guard import MOST_BODY

_BODY_S = 10.0


async def form(request: Request) -> dict[str, str]:
    """The fields of a posted form; no more than MOST_BODY bytes of it, and not for longer than _BODY_S. May be asked
    for again."""
    known: dict[str, str] | None = getattr(request.state, "form", None)
    if known is None:
        known = request.state.form = await _read_form(request)
    return known


async def _read_form(request: Request) -> dict[str, str]:
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


def cookie(request: Request, name: str) -> str:
    """A cookie's value, nothing when there is none."""
    return request.cookies.get(_cookie_name(request, name), "")


def set_cookie(request: Request, response: Response, name: str, value: str, age: int) -> None:
    """A cookie no script can read and no other site can have sent; `age` in seconds."""
    response.set_cookie(
        _cookie_name(request, name), value, max_age=age, httponly=True, samesite="strict", secure=_safe(request)
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Have the browser forget a cookie."""
    response.delete_cookie(_cookie_name(request, name), httponly=True, samesite="strict", secure=_safe(request))


def _cookie_name(request: Request, name: str) -> str:
    """With this prefix a browser takes the cookie from this very host only, and only over TLS."""
    return f"__Host-{name}" if _safe(request) else name


def _safe(request: Request) -> bool:
    return request.url.scheme == "https"


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, told in the same time whatever they are."""
    return hmac.compare_digest(given.encode(), wanted.encode())
