"""Phones and other browsers that may show the sign-in, in DIR/staff-devices.json.

Nobody sees anything of the staff page on a device that is not here, whatever name and PIN they know. The file is read
anew when it is another one, so a device that is revoked is out in whatever process it is.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.staff import private
from kiosk.staff.errors import DoorError
from kiosk.staff.watched import Watched

FILE = "staff-devices.json"
LASTS = timedelta(days=180)
"""Since its last use; then it has to be let in anew."""
LONGEST_NAME = 40
_FORMAT = 1
_KINDS = (
    ("iphone", r"\b(?:iPhone|iPod)\b"),
    ("ipad", r"\biPad\b"),
    ("android_phone", r"\bAndroid\b.*\bMobile\b"),
    ("android_tablet", r"\bAndroid\b"),
    ("windows", r"\bWindows\b"),
    ("mac", r"\bMac(?:intosh| OS)\b"),
    ("linux", r"\b(?:Linux|X11|CrOS)\b"),
)
_BROWSERS = (
    ("Edge", r"\bEdg(?:e|A|iOS)?/"),
    ("Samsung Internet", r"\bSamsungBrowser/"),
    ("Firefox", r"\b(?:Firefox|FxiOS)/"),
    ("Chrome", r"\b(?:Chrome|CriOS|Chromium)/"),
    ("Safari", r"\bSafari/"),
)
"""Those that call themselves others' names, too, come first."""


@dataclass(frozen=True, slots=True)
class Device:
    """`kind` is one that a browser can be told to be, or "other"; `browser` its make or ""; `name` what the store calls
    it, empty until it does. `by` is who signed in on it last."""

    id: str
    hash: str
    kind: str
    browser: str
    name: str
    by: str
    added: datetime
    used: datetime


def devices(folder: Path) -> tuple[Device, ...]:
    """All that were let in, the last used first. Raises DoorError when the file is damaged or cannot be read."""
    return _watched(folder / FILE).value()


def find(folder: Path, token: str, now: datetime) -> Device | None:
    """The device that has this token. Raises DoorError."""
    wanted = _hash(token)
    return next((d for d in devices(folder) if d.hash == wanted and now - d.used < LASTS), None)


def add(folder: Path, user_agent: str, now: datetime) -> tuple[Device, str]:
    """Let a device in; returns it and the token for its cookie. Devices that were not used for LASTS leave the file.

    Raises DoorError when it cannot be kept.
    """
    token = secrets.token_urlsafe(32)
    made: list[Device] = []

    def change(known: list[Device]) -> list[Device]:
        made.append(Device(_new_id(known), _hash(token), *described(user_agent), "", "", now, now))
        return [*(device for device in known if now - device.used < LASTS), made[0]]

    _change(folder, change)
    return made[0], token


def rename(folder: Path, device_id: str, name: str) -> None:
    """Call a device by a name of the store's own; an empty one takes it away. Raises DoorError."""
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise DoorError(f"A phone's name has at most {LONGEST_NAME} letters, digits and signs.")
    _replace(folder, device_id, lambda device: replace(device, name=name))


def used(folder: Path, device_id: str, now: datetime, by: str) -> None:
    """Somebody uses it. Raises DoorError."""
    _replace(folder, device_id, lambda device: replace(device, used=max(now, device.used), by=by))


def revoke(folder: Path, device_id: str) -> Device:
    """Let a device out; its sessions and live streams end. Raises DoorError when there is none of that id."""
    gone: list[Device] = []

    def change(known: list[Device]) -> list[Device]:
        gone.append(_must_find(known, device_id))
        return [device for device in known if device is not gone[0]]

    _change(folder, change)
    return gone[0]


def described(user_agent: str) -> tuple[str, str]:
    """Kind and make of a browser by what it says of itself."""
    text = user_agent[:400]
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, text)), "other")
    return kind, next((name for name, pattern in _BROWSERS if re.search(pattern, text)), "")


def _replace(folder: Path, device_id: str, changed: Callable[[Device], Device]) -> None:
    def change(known: list[Device]) -> list[Device]:
        old = _must_find(known, device_id)
        return [changed(device) if device is old else device for device in known]

    _change(folder, change)


def _must_find(known: list[Device], device_id: str) -> Device:
    for device in known:
        if device.id == device_id.strip().lower():
            return device
    raise DoorError(f"There is no phone {device_id[:20]!r}; `aislewise staff devices` lists them.")


def _change(folder: Path, change: Callable[[list[Device]], list[Device]]) -> None:
    path = folder / FILE
    try:
        with private.alone(path):
            before = list(_read(path))
            after = change(list(before))
            if after != before:
                entries = [{**asdict(d), "added": d.added.timestamp(), "used": d.used.timestamp()} for d in after]
                fields = {"format": _FORMAT, "devices": entries}
                private.write(path, json.dumps(fields, ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise DoorError(f"{path}: cannot be written ({error.strerror or error}); check the folder.") from error


@functools.lru_cache(maxsize=16)
def _watched(path: Path) -> Watched[tuple[Device, ...]]:
    return Watched(path, _read)


def _read(path: Path) -> tuple[Device, ...]:
    try:
        fields = json.loads(path.read_text("utf-8"))
        if fields["format"] != _FORMAT:
            raise DoorError(f"{path}: was written by another version of Aislewise; install that version.")
        return tuple(sorted((_device(entry) for entry in fields["devices"]), key=lambda d: d.used, reverse=True))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise DoorError(f"{path}: cannot be read ({error.strerror or error}); check its owner and mode.") from error
    except (OverflowError, ValueError, KeyError, TypeError) as error:
        raise DoorError(f"{path}: is damaged; delete it, and let each phone in anew.") from error


def _device(entry: dict[str, Any]) -> Device:
    texts = {name: entry[name] for name in ("id", "hash", "kind", "browser", "name", "by")}
    if not all(isinstance(text, str) for text in texts.values()) or not texts["id"] or not texts["hash"]:
        raise TypeError("a field has the wrong type")
    added, used = (datetime.fromtimestamp(entry[name], UTC) for name in ("added", "used"))
    return Device(**texts, added=added, used=used)


def _new_id(known: list[Device]) -> str:
    """Short enough to be typed."""
    taken = {device.id for device in known}
    while (fresh := secrets.token_hex(3)) in taken:
        pass
    return fresh


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
