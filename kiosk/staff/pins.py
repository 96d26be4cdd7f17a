"""PINs: made, judged and hashed."""

from __future__ import annotations

import itertools
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.staff.errors import AccountError

PIN_DIGITS = 6
"""Digits of a PIN that is made here, and the fewest of one that is chosen."""
LONGEST_PIN = 12

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""argon2id with 19 MiB and two passes, OWASP's setting for a machine with little memory to spare."""


def new_pin(wanted: str | None = None) -> str:
    """`wanted` if it will do, or a random PIN. Raises AccountError when it is too easy."""
    if wanted is None:
        return _random()
    if not (wanted.isascii() and wanted.isdigit() and PIN_DIGITS <= len(wanted) <= LONGEST_PIN):
        raise AccountError(f"A PIN has {PIN_DIGITS} to {LONGEST_PIN} digits.")
    if _easy(wanted):
        raise AccountError("That PIN is too easy to guess; choose one without a pattern.")
    return wanted


def hashed(pin: str) -> str:
    return _hasher.hash(pin)


def right(pin_hash: str, pin: str) -> bool:
    """Whether it is the PIN of that hash. Takes some 50 ms."""
    try:
        return _hasher.verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False


def _easy(pin: str) -> bool:
    """The same digits over and over, or counting up or down."""
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(pin)}
    repeats = any(pin == (pin[:n] * len(pin))[: len(pin)] for n in (1, 2, 3))
    return repeats or steps in ({1}, {9})


def _random() -> str:
    while _easy(pin := f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"):
        pass
    return pin
