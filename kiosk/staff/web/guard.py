"""Around every answer: only known hosts, only same-origin posts, small bodies, strict headers."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.staff import hub

MOST_BODY = 4096
"""Largest body of a request, bytes; a sign-in is the largest there is."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    # With no-referrer browsers send forms with the origin null, which could not be told from another site's.
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cache-control": "no-store",
}


_UNDER_TLS = {"strict-transport-security": "max-age=15552000"}
"""Half a year. A phone that has once come by a trusted certificate takes no other way."""


class Guard:
    """ASGI middleware. A request for a host that is neither an address nor one of `names` is turned away: so a web
    site elsewhere cannot make its own name point here and read the answers in a phone's browser."""

    def __init__(self, app: ASGIApp, names: Callable[[], Collection[str]]) -> None:
        """`names` gives the host names of the moment, in small letters; `*.` stands for one label."""
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**_HEADERS, **(_UNDER_TLS if scope["scheme"] == "https" else {})}.items():
                    headers[name] = value
            await send(message)

        refused = self._refused(scope["method"], scope["scheme"], Headers(scope=scope), _most_body(scope["path"]))
        if refused is not None:
            await refused(scope, receive, send_guarded)
            return
        await self._app(scope, receive, send_guarded)

    def _refused(self, method: str, scheme: str, headers: Headers, most_body: int) -> PlainTextResponse | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not known(hosts[0], self._names()):
            return PlainTextResponse("This is not a name of this kiosk. Use its address.", 421)
        if method in ("GET", "HEAD"):
            return None
        origins = headers.getlist("origin")
        # A page over TLS is nobody else's, even where something before this one ended TLS. One without it may be.
        own = {f"{scheme}://{hosts[0]}".lower(), f"https://{hosts[0]}".lower()}
        if any(origin.lower() not in own for origin in origins):
            return PlainTextResponse("This request came from another site.", 403)
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return PlainTextResponse("This request came from another site.", 403)
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdigit() or len(length) > 9:
            return PlainTextResponse("The length of the request is missing.", 411)
        if int(length) > most_body:
            return PlainTextResponse("The request is too large.", 413)
        return None


def known(host: str, names: Collection[str]) -> bool:
    """Whether a Host header names this machine: by an address, or by one of the names."""
    name = _without_port(host.lower())
    try:
        ipaddress.ip_address(name)
    except ValueError:
        name = name.rstrip(".")
        label, _, rest = name.partition(".")
        return name in names or (label != "" and f"*.{rest}" in names)
    return True


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _most_body(path: str) -> int:
    """Kiosks send their hub many calls at once."""
    return hub.MOST_BODY if path == hub.PATH else MOST_BODY
