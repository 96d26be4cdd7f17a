"""Signed messages between machines: HMAC-SHA256 over the time and the bytes, in one header.

    Aislewise-Signature: t=1764000000,v1=5257a869e7...

`t` is the time of signing in seconds since 1970; `v1` is the HMAC, in hex, of `t`, a dot and the body. A sender may
give several `v1` while its secret is exchanged; one that fits is enough.
"""

from __future__ import annotations

import hmac
from datetime import UTC, datetime, timedelta

from kiosk.staff.errors import StaffError

HEADER = "Aislewise-Signature"
LASTS = timedelta(minutes=5)
"""A message older or newer than this is refused: what was overheard cannot be played again later."""
_LONGEST = 1000


class BadSignature(StaffError):  # noqa: N818  reads as what happened
    """A message is not, or not freshly, signed with the secret; the text says what to look at and nothing secret."""

    code = "refused"


def sign(body: bytes, secret: str, now: datetime) -> str:
    """The header's value for a body sent now (aware)."""
    at = int(now.timestamp())
    return f"t={at},v1={_hmac(at, body, secret)}"


def verify(header: str, body: bytes, secret: str, now: datetime) -> datetime:
    """When it was signed. Raises BadSignature unless the header signs this body with this secret, at a time near now
    (aware)."""
    at, given = _read(header)
    signed = datetime.fromtimestamp(at, UTC)
    if not any(hmac.compare_digest(_hmac(at, body, secret), value) for value in given):
        raise BadSignature("the signature does not fit: compare the secret on both sides, and sign the body as sent")
    if abs(now - signed) > LASTS:
        raise BadSignature("the message was signed too long ago or ahead: compare the clocks on both sides")
    return signed


def _read(header: str) -> tuple[int, list[str]]:
    fields = [field.strip().partition("=") for field in header[:_LONGEST].split(",")]
    times = [value for name, _, value in fields if name == "t"]
    given = [value for name, _, value in fields if name == "v1" and value.isascii()]
    if len(times) != 1 or not (times[0].isascii() and times[0].isdigit() and len(times[0]) <= 11) or not given:
        raise BadSignature(f"the message is not signed: {HEADER} is to be t=SECONDS,v1=HEX")
    return int(times[0]), given


def _hmac(at: int, body: bytes, secret: str) -> str:
    return hmac.new(secret.encode(), b"%d." % at + body, "sha256").hexdigest()
