"""Who may sign in to the staff page: first names, departments and hashed PINs in DIR/staff.json.

The file is small, readable by its owner alone and replaced whole. Every account has a random `key`, made anew with
each PIN; a signed-in session is bound to that key, so removing an account or changing its PIN ends its sessions in
whatever process they are.
"""

from __future__ import annotations

import functools
import json
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from kiosk.staff import pins, private
from kiosk.staff.errors import AccountError
from kiosk.staff.watched import Watched

FILE = "staff.json"
FIRST_NAME = "Staff"
_FORMAT = 2
_FIRST_FORMAT = 1
"""Knew leads and others."""
_NAME = re.compile(r"[^\W\d_](?:[\w '’.\-]{0,28}[\w.])?")


class Role(StrEnum):
    """What somebody is in the store; `kiosk.staff.ringing` says which calls that rings."""

    ASSOCIATE = "associate"
    LEAD = "lead"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Associate:
    """Somebody who may sign in. Without departments, calls of all of them ring."""

    name: str
    departments: tuple[str, ...]
    role: Role
    key: str
    pin_hash: str

    @property
    def in_charge(self) -> bool:
        """Leads and managers see how the store does and who may sign in."""
        return self.role is not Role.ASSOCIATE


def associates(folder: Path) -> tuple[Associate, ...]:
    """All accounts, by name. Raises AccountError when the file is damaged or cannot be read."""
    return _watched(folder / FILE).value()


def find(folder: Path, name: str) -> Associate | None:
    """The account of that name, whatever its letters' case. Raises AccountError."""
    wanted = fold(name)
    return next((a for a in _read(folder / FILE) if fold(a.name) == wanted), None)


def add(
    folder: Path,
    name: str,
    *,
    pin: str | None = None,
    departments: Iterable[str] = (),
    role: Role = Role.ASSOCIATE,
) -> tuple[Associate, str]:
    """Make an account; returns it and its PIN, a random one if none was given. Raises AccountError."""
    made: list[tuple[Associate, str]] = []

    def change(accounts: list[Associate]) -> list[Associate]:
        made.append(_new(accounts, name, pin, departments, role))
        return [*accounts, made[0][0]]

    _change(folder, change)
    return made[0]


def remove(folder: Path, name: str) -> None:
    """Delete an account; its sessions end at once. Raises AccountError when there is none of that name."""

    def change(accounts: list[Associate]) -> list[Associate]:
        gone = _must_find(accounts, name)
        return [a for a in accounts if a is not gone]

    _change(folder, change)


def set_pin(folder: Path, name: str, pin: str | None = None) -> str:
    """Give an account a new PIN, a random one if none is given, and return it; its sessions end at once.

    Raises AccountError when there is no such account or the PIN is too easy.
    """
    pin = pins.new_pin(pin)

    def change(accounts: list[Associate]) -> list[Associate]:
        old = _must_find(accounts, name)
        return [replace(a, pin_hash=pins.hashed(pin), key=_key()) if a is old else a for a in accounts]

    _change(folder, change)
    return pin


def set_role(folder: Path, name: str, role: Role) -> None:
    """Make somebody an associate, a lead or a manager; sessions go on. Raises AccountError when there is no account."""

    def change(accounts: list[Associate]) -> list[Associate]:
        old = _must_find(accounts, name)
        return [replace(a, role=role) if a is old else a for a in accounts]

    _change(folder, change)


def ensure_first(folder: Path) -> tuple[str, str] | None:
    """When there is no account, make one named "Staff" and return its name and PIN, to be shown once.

    Two programs asking at once make one account. Raises AccountError when the file is damaged.
    """
    made: list[tuple[Associate, str]] = []

    def change(accounts: list[Associate]) -> list[Associate]:
        if not accounts:
            made.append(_new(accounts, FIRST_NAME, None, (), Role.LEAD))
        return [*accounts, *(associate for associate, _ in made)]

    _change(folder, change)
    return (made[0][0].name, made[0][1]) if made else None


def check(folder: Path, name: str, pin: str) -> Associate | None:
    """The account if the PIN is its PIN. Takes as long for a name that does not exist. Raises AccountError."""
    account = find(folder, name)
    return account if pins.right(account.pin_hash if account else _nobody(), pin) else None


def _new(
    accounts: list[Associate], name: str, pin: str | None, departments: Iterable[str], role: Role
) -> tuple[Associate, str]:
    name = _checked_name(name)
    if any(fold(a.name) == fold(name) for a in accounts):
        raise AccountError(f"There is already an account {name!r}; choose another name, such as one with an initial.")
    pin = pins.new_pin(pin)
    wanted = tuple(dict.fromkeys(d.strip() for d in departments if d.strip()))
    return Associate(name, wanted, role, _key(), pins.hashed(pin)), pin


def _must_find(accounts: list[Associate], name: str) -> Associate:
    for account in accounts:
        if fold(account.name) == fold(name):
            return account
    raise AccountError(f"There is no account {name!r}.")


def _checked_name(name: str) -> str:
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if not _NAME.fullmatch(name):
        raise AccountError("A name begins with a letter and has at most 30 letters, digits, spaces, - ’ or dots.")
    return name


def _key() -> str:
    return secrets.token_hex(16)


def fold(name: str) -> str:
    """The form under which names are compared: two names with the same one belong to the same account."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def _change(folder: Path, change: Callable[[list[Associate]], list[Associate]]) -> None:
    path = folder / FILE
    try:
        with private.alone(path):
            before = _read(path)
            after = change(list(before))
            if after != before:
                fields = {"format": _FORMAT, "associates": [asdict(a) for a in after]}
                private.write(path, json.dumps(fields, ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise AccountError(f"{path}: cannot be written ({error.strerror or error}); check the folder.") from error


@functools.lru_cache(maxsize=16)
def _watched(path: Path) -> Watched[tuple[Associate, ...]]:
    """The accounts of a file, which every message to a phone asks for."""
    return Watched(path, lambda path: tuple(sorted(_read(path), key=lambda a: fold(a.name))))


def _read(path: Path) -> list[Associate]:
    try:
        fields = json.loads(path.read_text("utf-8"))
        if fields["format"] not in (_FIRST_FORMAT, _FORMAT):
            raise AccountError(f"{path}: was written by another version of Aislewise; install that version.")
        return [_associate(entry) for entry in fields["associates"]]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise AccountError(f"{path}: cannot be read ({error.strerror or error}); check its owner and mode.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise AccountError(f"{path}: is damaged; bring it back from a copy, or delete it to start anew.") from error


def _associate(entry: dict[str, Any]) -> Associate:
    account = Associate(
        name=entry["name"],
        departments=tuple(entry["departments"]),
        role=Role(entry["role"]) if "role" in entry else _first_format_role(entry["lead"]),
        key=entry["key"],
        pin_hash=entry["pin_hash"],
    )
    texts = (account.name, account.key, account.pin_hash, *account.departments)
    if not all(isinstance(text, str) and text for text in texts):
        raise ValueError("a field has the wrong type")
    return account


def _first_format_role(lead: Any) -> Role:
    if not isinstance(lead, bool):
        raise TypeError("a lead or not")
    return Role.LEAD if lead else Role.ASSOCIATE


@functools.cache
def _nobody() -> str:
    """A hash nobody's PIN has, checked when the name is unknown, so that names cannot be told by the time taken."""
    return pins.hashed(secrets.token_hex(16))
