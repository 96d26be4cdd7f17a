"""The operator's PIN: its hash in DIR/operator.json, how often it was given wrong, and who is inside.

The file is its owner's alone (mode 600). Wrong PINs are counted in it, so that a restart forgives nothing. Setting a
PIN anew, which needs a shell on the kiosk, clears the count.
"""

from __future__ import annotations

import json
import math
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from kiosk.staff import AccountError, pins, private
from kiosk.staff.guessing import LOCKED, Count, Limits

FILE = "operator.json"
LIMITS = Limits(free=3, lock=10)
TICKET_LASTS = timedelta(minutes=2)
"""A ticket that nobody uses for this long is worth nothing."""
_FORMAT = 1

Why = Literal["unset", "wait", "wrong", "damaged"]


class Refused(Exception):  # noqa: N818  reads as what happened
    """The door stays shut. `wait_s`: seconds until the next try."""

    def __init__(self, why: Why, wait_s: int = 0) -> None:
        super().__init__(why)
        self.why = why
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class _Lock:
    pin_hash: str
    count: Count | None = None


def set_pin(folder: Path, pin: str | None = None) -> str:
    """Set the operator's PIN, a random one if none is given, and return it. Raises AccountError."""
    pin = pins.new_pin(pin)
    path = folder / FILE
    try:
        with private.alone(path):
            _write(path, _Lock(pins.hashed(pin)))
    except OSError as error:
        raise AccountError(f"{path}: cannot be written ({error.strerror or error}); check the folder.") from error
    return pin


class Door:
    """Lets in who knows the PIN. Its methods may be called on any thread; one PIN is checked at a time."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._path = folder / FILE
        self._clock = clock
        self._one = threading.Lock()
        self._ticket = ""
        self._used = clock()

    def open(self, pin: str) -> str:
        """A ticket for the right PIN; tickets given before end. Raises Refused, OSError when the count cannot be kept:
        nobody may try who cannot be counted."""
        with self._one, private.alone(self._path):
            lock = self._read()
            now = self._clock()
            if lock.count is not None and now < lock.count.until:
                # A clock that was set back does not lock for longer.
                left = min(lock.count.until - now, LOCKED)
                raise Refused("wait", math.ceil(left.total_seconds()))
            # Counted before it is checked: pulling the plug in between gains nothing.
            tried = replace(lock, count=LIMITS.after(lock.count, now))
            _write(self._path, tried)
            if not pins.right(lock.pin_hash, pin):
                assert tried.count is not None
                raise Refused("wrong", math.ceil((tried.count.until - now).total_seconds()))
            _write(self._path, replace(lock, count=None))
            self._ticket, self._used = secrets.token_urlsafe(18), now
            return self._ticket

    def admits(self, ticket: str) -> bool:
        """Whether the ticket is good; it is then good for a while longer."""
        now = self._clock()
        with self._one:
            good = bool(self._ticket) and secrets.compare_digest(self._ticket.encode(), ticket.encode())
            if not good or now - self._used > TICKET_LASTS:
                return False
            self._used = now
            return True

    def shut(self) -> None:
        """No ticket is good any more."""
        with self._one:
            self._ticket = ""

    def _read(self) -> _Lock:
        try:
            fields = json.loads(self._path.read_text("utf-8"))
            return _lock(fields)
        except FileNotFoundError:
            raise Refused("unset") from None
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise Refused("damaged") from error


def _write(path: Path, lock: _Lock) -> None:
    count = lock.count
    fields = {"format": _FORMAT, "pin_hash": lock.pin_hash}
    if count is not None:
        fields |= {"wrong": count.wrong, "last": count.last.isoformat(), "until": count.until.isoformat()}
    private.write(path, json.dumps(fields) + "\n")


def _lock(fields: dict[str, Any]) -> _Lock:
    if fields["format"] != _FORMAT or not isinstance(fields["pin_hash"], str):
        raise ValueError("not a file of this version")
    if "wrong" not in fields:
        return _Lock(fields["pin_hash"])
    moments = [datetime.fromisoformat(fields[name]).astimezone(UTC) for name in ("last", "until")]
    return _Lock(fields["pin_hash"], Count(int(fields["wrong"]), *moments))
