"""Who is signed in on which device: 256-bit tokens, of which only hashes are kept, in DIR/staff-sessions.json.

A session is bound to the key of its account and to its device, so it ends with the account, its PIN or the device,
whichever program changed them.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.staff import Associate, accounts, devices, private
from kiosk.staff.devices import Device
from kiosk.staff.errors import DoorError

log = logging.getLogger(__name__)

FILE = "staff-sessions.json"
LASTS = timedelta(hours=12)
"""A session's life from sign-in: one shift."""
IDLE = timedelta(hours=4)
"""A session that nothing was heard of for so long has ended: longer than any break, shorter than a night in a drawer. A
page that is open is heard of all the time."""
_MOST_PER_ACCOUNT = 20
"""Signing in on one more phone ends the oldest session."""
_WRITTEN_EVERY = timedelta(minutes=10)
"""What a device was last heard of is written down that often, not with each of its requests."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whose session it is, on which device, and its token."""

    associate: Associate
    device: Device
    token: str


@dataclass(frozen=True, slots=True)
class _Session:
    key: str
    device: str
    expires: datetime


class Sessions:
    """All sessions; on disk before `begin` and `end` return."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        """Take up the sessions of before a restart. A damaged file means that everybody signs in again."""
        self._folder = folder
        self._path = folder / FILE
        self._clock = clock
        self._heard: dict[str, datetime] = {}
        self._sessions = self._load()

    def begin(self, associate: Associate, device: Device) -> str:
        """Sign an associate in on a device, instead of whoever is signed in there; returns the token for the cookie.

        Raises OSError or DoorError when it cannot be written.
        """
        token = secrets.token_urlsafe(32)
        others = {digest: session for digest, session in self._sessions.items() if session.device != device.id}
        own = [digest for digest, session in others.items() if session.key == associate.key]
        for digest in own[: max(0, len(own) - _MOST_PER_ACCOUNT + 1)]:
            del others[digest]
        now = self._clock()
        devices.used(self._folder, device.id, now, associate.name)
        self._heard[device.id] = now
        self._sessions = {**others, _digest(token): _Session(associate.key, device.id, now + LASTS)}
        self._save()
        return token

    def end(self, token: str) -> None:
        """Sign out."""
        if self._sessions.pop(_digest(token), None) is not None:
            self._save()

    def end_all(self, associate: Associate) -> None:
        """Sign an associate out on every device."""
        self._sessions = {d: s for d, s in self._sessions.items() if s.key != associate.key}
        self._save()

    def who(self, token: str) -> SignedIn | None:
        """Whose session this is now. Raises AccountError and DoorError when accounts or devices cannot be read."""
        session = self._sessions.get(_digest(token))
        now = self._clock()
        if session is None or session.expires <= now:
            return None
        associate = next((a for a in accounts.associates(self._folder) if a.key == session.key), None)
        device = next((d for d in devices.devices(self._folder) if d.id == session.device), None)
        if associate is None or device is None or now - self.used(device) > IDLE:
            return None
        self._hear(device, associate, now)
        return SignedIn(associate, device, token)

    def used(self, device: Device) -> datetime:
        """When a device was last heard of."""
        return max(device.used, self._heard.get(device.id, device.used))

    def _hear(self, device: Device, associate: Associate, now: datetime) -> None:
        self._heard[device.id] = now
        if now - device.used < _WRITTEN_EVERY:
            return
        try:
            devices.used(self._folder, device.id, now, associate.name)
        except DoorError as error:
            log.warning("%s", error)

    def _load(self) -> dict[str, _Session]:
        try:
            entries = json.loads(self._path.read_text("utf-8"))
            return {
                digest: _Session(str(entry["key"]), str(entry["device"]), datetime.fromtimestamp(entry["expires"], UTC))
                for digest, entry in entries.items()
            }
        except FileNotFoundError:
            return {}
        except (OSError, OverflowError, ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning("%s: cannot be used (%s); everybody signs in again", self._path, type(error).__name__)
            return {}

    def _save(self) -> None:
        now = self._clock()
        keys = {associate.key for associate in accounts.associates(self._folder)}
        known = {device.id for device in devices.devices(self._folder)}
        self._sessions = {
            digest: session
            for digest, session in self._sessions.items()
            if session.expires > now and session.key in keys and session.device in known
        }
        entries = {
            digest: {"key": session.key, "device": session.device, "expires": session.expires.timestamp()}
            for digest, session in self._sessions.items()
        }
        private.write(self._path, json.dumps(entries))


def form_token(token: str) -> str:
    """What every form and request of a session has to carry besides its cookie, made from it one way."""
    return hmac.new(token.encode(), b"aislewise form", hashlib.sha256).hexdigest()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
