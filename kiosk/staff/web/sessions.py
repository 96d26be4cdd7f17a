"""Signed-in phones: 256-bit tokens, of which only hashes are kept, in DIR/staff-sessions.json.

A session is bound to the key of its account, so it ends with the account or its PIN, whichever program changed them.
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

from kiosk.staff import Associate, accounts, private

log = logging.getLogger(__name__)

FILE = "staff-sessions.json"
LASTS = timedelta(hours=12)
"""A session's life from sign-in: one shift."""
_MOST_PER_ACCOUNT = 20
"""Signing in on one more phone ends the oldest session."""


@dataclass(frozen=True, slots=True)
class _Session:
    key: str
    expires: datetime


class Sessions:
    """All sessions; on disk before `begin` and `end` return."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        """Take up the sessions of before a restart. A damaged file means that everybody signs in again."""
        self._folder = folder
        self._path = folder / FILE
        self._clock = clock
        self._sessions = self._load()

    def begin(self, associate: Associate) -> str:
        """Sign an associate in; returns the token for the cookie. Raises OSError when it cannot be written."""
        token = secrets.token_urlsafe(32)
        own = [digest for digest, session in self._sessions.items() if session.key == associate.key]
        for digest in own[: max(0, len(own) - _MOST_PER_ACCOUNT + 1)]:
            del self._sessions[digest]
        self._sessions[_digest(token)] = _Session(associate.key, self._clock() + LASTS)
        self._save()
        return token

    def end(self, token: str) -> None:
        """Sign out."""
        if self._sessions.pop(_digest(token), None) is not None:
            self._save()

    def who(self, token: str) -> Associate | None:
        """Whose session this is now. Raises AccountError when the accounts cannot be read."""
        session = self._sessions.get(_digest(token))
        if session is None or session.expires <= self._clock():
            return None
        return next((a for a in accounts.associates(self._folder) if a.key == session.key), None)

    def _load(self) -> dict[str, _Session]:
        try:
            entries = json.loads(self._path.read_text("utf-8"))
            return {
                digest: _Session(entry["key"], datetime.fromtimestamp(entry["expires"], UTC))
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
        self._sessions = {d: s for d, s in self._sessions.items() if s.expires > now and s.key in keys}
        entries = {d: {"key": s.key, "expires": s.expires.timestamp()} for d, s in self._sessions.items()}
        private.write(self._path, json.dumps(entries))


def form_token(token: str) -> str:
    """What every form and request of a session has to carry besides its cookie, made from it one way."""
    return hmac.new(token.encode(), b"aislewise form", hashlib.sha256).hexdigest()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
