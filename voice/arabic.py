"""Arabic as it is read aloud: its voice says digits by itself, but neither prices nor times as people do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Match


@dataclass(frozen=True, slots=True)
class _Noun:
    """What is counted: one, two, three to ten, and more of it."""

    one: str
    two: str
    few: str
    many: str

    def counted(self, number: int) -> str:
        """'دولاران', '3 دولارات', '20 دولار'."""
        if number in (1, 2):
            return self.one if number == 1 else self.two
        return f"{number} {self.few if 3 <= number % 100 <= _FEW else self.many}"


_FEW = 10
_CENT = _Noun("سنت واحد", "سنتان", "سنتات", "سنت")
_MONEY = {
    "$": (_Noun("دولار واحد", "دولاران", "دولارات", "دولار"), _CENT),
    "€": (_Noun("يورو واحد", "2 يورو", "يورو", "يورو"), _CENT),
    "£": (_Noun("جنيه واحد", "جنيهان", "جنيهات", "جنيه"), _Noun("بنس واحد", "بنسان", "بنسات", "بنس")),
}
_MINUTE = _Noun("دقيقة", "دقيقتان", "دقائق", "دقيقة")
_PARTS = {15: "الربع", 30: "النصف"}
_UNITS = {"غ": "غرام", "كغ": "كيلوغرام", "مل": "مليلتر", "ل": "لتر"}

_SIGNS = str.maketrans(
    {"%": " بالمئة ", "&": " و ", "+": " زائد ", "/": " على ", "×": " من "}
    | {"(": ", ", ")": ", "}
    | dict.fromkeys('"#=°²$€£', " ")
)

_PRICE = re.compile(r"(?P<sign>[$€£]) ?(?P<major>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<minor>\d\d))?(?![\d.,]\d)")
_TIME = re.compile(r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?![\d:])")
_UNIT = re.compile(rf"(?<=\d) ?(?P<unit>{'|'.join(_UNITS)})(?!\w)")
_CALLED = re.compile(r"(?<=الرقم |اتفنا )[\d() +-]*\d")
"""A number behind "call the number" or "our phone": said digit by digit."""


def aloud(text: str) -> str:
    """The text with prices, times, units, telephone numbers and signs in words or single digits."""
    text = _CALLED.sub(lambda found: " ".join(re.findall(r"\d", found[0])), text)
    text = _PRICE.sub(_price, text)
    text = _TIME.sub(_time, text)
    text = _UNIT.sub(lambda found: f" {_UNITS[found['unit']]}", text)
    return re.sub(r"[, ]+(?=[,.:!?]|$)", "", text.translate(_SIGNS))


def _price(found: Match[str]) -> str:
    major, minor = _MONEY[found["sign"]]
    whole, part = int(found["major"].replace(",", "")), int(found["minor"] or 0)
    said = [noun.counted(number) for noun, number in ((major, whole), (minor, part)) if number]
    return " و ".join(said) if said else major.counted(0)


def _time(found: Match[str]) -> str:
    minute = int(found["minute"])
    said = _PARTS.get(minute) or _MINUTE.counted(minute)
    return f"{int(found['hour'])} و {said}" if minute else str(int(found["hour"]))
