"""What the kiosks of a store and their hub say to each other: signed JSON over HTTP, at PATH of the hub's staff page.

A kiosk sends its calls as they are now and gets them back as the hub knows them; or it asks what happened at the hub
to its calls since a row of the hub's history, and the hub waits with the answer until there is something. Both can be
repeated without harm: what was known is known (see kiosk.staff.reconcile).
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TypeVar

import msgspec

from kiosk.protocol import PageRecord
from kiosk.staff import signing
from kiosk.staff.errors import StaffError

PATH = "/hub/sync"
MOST_BODY = 1 << 20
"""Longest message in either direction, bytes."""
LONGEST_WAIT_S = 20.0


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """From a kiosk. `instance` tells two machines of the same name apart; `nonce` comes back in the answer."""

    kiosk: str
    instance: str
    nonce: str
    pages: list[PageRecord] = []
    after: int = 0
    wait_s: float = 0.0


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """From the hub. `last` is the row of its history up to which nothing is missing."""

    nonce: str
    pages: list[PageRecord]
    last: int
    phones: int | None = None
    """On how many phones the hub's calls are seen."""
    on_shift: int | None = None
    """How many associates are on shift; None where no roster tells."""


_M = TypeVar("_M", Ask, Told)


def new_nonce() -> str:
    return secrets.token_hex(16)


def seal(message: Ask | Told, key: str, now: datetime) -> tuple[bytes, dict[str, str]]:
    """A message as a body, and the headers that go with it."""
    body = msgspec.json.encode(message)
    return body, {"content-type": "application/json", signing.HEADER: signing.sign(body, key, now)}


def unseal(kind: type[_M], body: bytes, signature: str, key: str, now: datetime) -> _M:
    """The message of a body. Raises BadSignature, or StaffError when it is none."""
    signing.verify(signature, body, key, now)
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise StaffError("that is no message of a kiosk of this version") from error
