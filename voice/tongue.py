"""One language's way to say signs, units and abbreviations, read from data/spoken/LANGUAGE.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from voice.numbers import COUNTING, LARGEST, Counting

_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_EITHER_MARK = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_CASED = {"m": "m", "h": "h", "s": "s", "a": "A", "k": "K", "v": "V", "w": "W"}
"""Units of one letter that mean something else in the other case."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A noun that is counted."""

    gender: str
    one: str
    several: str


@dataclass(frozen=True, slots=True)
class Currency:
    """Its coins and notes; both nouns have the gender of the notes."""

    major: Unit
    minor: Unit


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as spoken. Words: and, or, to, by, times, of, per, percent, plus, minus, number, equals, pack
    (with {count} in it)."""

    language: str
    counting: Counting
    words: Mapping[str, str]
    parts: Mapping[int, tuple[str, str]]
    """Names of fractions by their denominator: one, several."""
    money: Mapping[str, Currency]
    units: Mapping[str, Unit]
    abbreviations: Mapping[str, str]
    nouns: Mapping[str, str]
    """Genders of nouns that stand after a count."""
    spelled: frozenset[str]
    months: tuple[str, ...]
    date: str
    number: str
    """Pattern of a written number, without groups of its own."""

    def unit(self, written: str) -> Unit | None:
        """The unit that these letters mean; None if they mean something else here."""
        plain = re.sub(r"\.?\s+", " ", written).rstrip(".")
        if plain.lower() in _CASED and plain != _CASED[plain.lower()]:
            return None
        return self.units.get(plain.lower())

    def split(self, written: str) -> tuple[str, str]:
        """A written number's digits before and after its decimal mark."""
        marks = [sign for sign in written if sign in ".,"]
        if not marks:
            return written, ""
        head, mark, tail = written[: written.rfind(marks[-1])], marks[-1], written[written.rfind(marks[-1]) + 1 :]
        if len(set(marks)) == 1 and len(tail) == 3 and (len(marks) > 1 or self._groups(head, mark)):
            return re.sub(r"\D", "", written), ""
        return re.sub(r"\D", "", head), tail

    def _groups(self, head: str, mark: str) -> bool:
        # Texts of the catalog keep English marks in every language, so a comma groups everywhere.
        return head != "0" and (mark == "," or self.language in ("es", "de"))

    def value(self, written: str, before: str = "") -> str:
        """A written number in words; one too long to be a number digit by digit."""
        return self.counting.decimal(*self.split(written), before)

    def is_one(self, written: str) -> bool:
        """Whether a noun after this number is in the singular."""
        whole, part = self.split(written)
        if self.language == "fr":
            return int(whole or "0") < 2
        return int(whole or "0") == 1 and not part.strip("0")

    def counted(self, written: str, unit: Unit) -> str:
        """'five hundred grams'."""
        return f"{self.value(written, unit.gender)} {unit.one if self.is_one(written) else unit.several}"

    def sayable(self, written: str) -> bool:
        """Whether it is small enough for words."""
        return int(self.split(written)[0] or "0") <= LARGEST


@cache
def tongue(language: str) -> Tongue | None:
    """A language by its ISO 639-1 code; None if the kiosk has no words for it."""
    counting = COUNTING.get(language)
    if counting is None:
        return None
    table: dict[str, Any] = tomllib.loads((files("voice") / "data" / "spoken" / f"{language}.toml").read_text("utf-8"))
    return Tongue(
        language=language,
        counting=counting,
        words=table["words"],
        parts={int(number): _two(names) for number, names in table["parts"].items()},
        money={sign: _currency(names) for sign, names in table["money"].items()},
        units={sign: _unit(names) for sign, names in table["units"].items()},
        abbreviations=table["abbreviations"],
        nouns=table.get("nouns", {}),
        spelled=frozenset(table["letters"]["spelled"]),
        months=tuple(table["calendar"]["months"]),
        date=table["calendar"]["date"],
        number=f"(?:{_GROUPED if language == 'en' else _EITHER_MARK})",
    )


def _two(names: str) -> tuple[str, str]:
    one, several = names.split("|")
    return one, several


def _unit(names: str) -> Unit:
    gender, one, several = names.split("|")
    return Unit(gender, one, several)


def _currency(names: str) -> Currency:
    gender, one, several, cent, cents = names.split("|")
    return Currency(Unit(gender, one, several), Unit("m", cent, cents))
