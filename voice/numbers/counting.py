"""What every language counts with: whole numbers, decimals, rows of digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

LARGEST = 999_999_999


class Cardinal(Protocol):
    def __call__(self, number: int, before: str = "") -> str: ...


class Ordinal(Protocol):
    def __call__(self, number: int) -> str: ...


def in_range(number: int) -> None:
    """Raises ValueError for what has no words."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not between 0 and {LARGEST}")


@dataclass(frozen=True, slots=True)
class Counting:
    """One language's numbers."""

    cardinal: Cardinal
    """Words of 0 to LARGEST; ValueError beyond."""
    ordinal: Ordinal
    """first ...: 1 to LARGEST; the masculine form, in German the weak one ("vierte")."""
    point: str
    """The word between the whole and the decimals."""
    decimals_whole: bool = False
    """Decimals are said as one number ("trois virgule vingt-cinq"), not digit by digit."""

    def decimal(self, whole: str, part: str = "", before: str = "") -> str:
        """A number by its digits before and after the decimal mark: one point five, twelve hundred."""
        if len(whole) > len(str(LARGEST)):
            return self.digits(whole)
        number = int(whole or "0")
        part = part.rstrip("0") if not part.strip("0") else part
        if not part:
            return self.cardinal(number, before)
        apart = not self.decimals_whole or part.startswith("0") or len(part) > 2
        after = self.digits(part) if apart else self.cardinal(int(part))
        return f"{self.cardinal(number, self._of_decimals(before))} {self.point} {after}"

    def digits(self, text: str) -> str:
        """Each digit by itself: nine five two."""
        return " ".join(self.cardinal(int(digit)) for digit in text if digit.isdecimal() and digit.isascii())

    def _of_decimals(self, before: str) -> str:
        # "una coma cinco onzas" and "une virgule cinq once", but "eins Komma fünf Unzen".
        return before if self.decimals_whole and before == "f" else ""
