"""Numbers as words, in the languages that the kiosk speaks.

`before` is the gender (m, f, n) of the noun that follows, '' when none does: "uno", "un litro", "una onza".
"""

from __future__ import annotations

from voice.numbers import english, french, german, spanish
from voice.numbers.counting import LARGEST, Counting

COUNTING: dict[str, Counting] = {
    "en": Counting(english.cardinal, english.ordinal, point="point"),
    "es": Counting(spanish.cardinal, spanish.ordinal, point="coma", decimals_whole=True),
    "fr": Counting(french.cardinal, french.ordinal, point="virgule", decimals_whole=True),
    "de": Counting(german.cardinal, german.ordinal, point="Komma"),
}
"""By language, ISO 639-1."""

__all__ = ["COUNTING", "LARGEST", "Counting"]
