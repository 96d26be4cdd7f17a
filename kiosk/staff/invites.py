"""Codes by which a phone is let in, shown on the kiosk's screen or a terminal, in DIR/staff-invites.json.

A code is good for one phone and a few minutes. A new one ends those before it, so what somebody has photographed is
worth nothing once the next is shown. Only its hash is kept: 60 random bits that last for minutes need no slow one.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.staff import private
from kiosk.staff.errors import DoorError

FILE = "staff-invites.json"
LASTS = timedelta(minutes=10)
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that can be taken for a digit."""
_LOOK_ALIKE = str.maketrans("OIL", "011")
_LENGTH = 12
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Invite:
    """`code` in groups, as it is read and typed."""

    code: str
    until: datetime


def make(folder: Path, now: datetime) -> Invite:
    """A new code, instead of any before it. Raises DoorError when it cannot be kept."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    invite = Invite("-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP)), now + LASTS)
    path = folder / FILE
    try:
        with private.alone(path):
            private.write(path, json.dumps({"hash": _hash(letters), "until": invite.until.timestamp()}))
    except OSError as error:
        raise DoorError(f"{path}: cannot be written ({error.strerror or error}); check the folder.") from error
    return invite


def use(folder: Path, code: str, now: datetime) -> bool:
    """Whether this is the code, and let nobody else use it. Raises DoorError when that cannot be kept."""
    letters = plain(code)
    path = folder / FILE
    try:
        with private.alone(path):
            found = _read(path)
            if found is None or letters is None or not now < found[1] <= now + LASTS:
                return False
            if not hmac.compare_digest(found[0], _hash(letters)):
                return False
            path.unlink()
            return True
    except OSError as error:
        raise DoorError(f"{path}: cannot be used ({error.strerror or error}); check the folder.") from error


def waiting(folder: Path, now: datetime) -> bool:
    """Whether a code is there that no phone has used yet."""
    try:
        found = _read(folder / FILE)
    except OSError:
        return False
    return found is not None and now < found[1]


def plain(typed: str) -> str | None:
    """A code as typed or scanned, without its dashes and slips of the eye; None when it cannot be one."""
    letters = "".join(typed[:64].split()).replace("-", "").upper().translate(_LOOK_ALIKE)
    return letters if len(letters) == _LENGTH and set(letters) <= set(_LETTERS) else None


def _read(path: Path) -> tuple[str, datetime] | None:
    """The hash and end of the code there is; none is there when the file is damaged."""
    try:
        fields = json.loads(path.read_text("utf-8"))
        return str(fields["hash"]), datetime.fromtimestamp(float(fields["until"]), UTC)
    except FileNotFoundError:
        return None
    except (OverflowError, ValueError, KeyError, TypeError):
        return None


def _hash(letters: str) -> str:
    return hashlib.sha256(letters.encode()).hexdigest()
