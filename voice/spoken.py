"""What is spoken differs from what is shown: "$3.49, 500 g" is said "three forty-nine, five hundred grams"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from voice import arabic
from voice.reading import reading

LONGEST = 1_200
"""Characters that are spoken at most: some 80 seconds. What follows the last whole sentence within is left out."""

_KEPT = frozenset(" .,:!?'\"$€£%&+-–—/()°²×#=½⅓⅔¼¾⅛⅜⅝⅞")
_ARABIC = str.maketrans(
    {"،": ",", "؛": ",", "؟": "?", "\N{LEFT-TO-RIGHT ISOLATE}": None, "\N{POP DIRECTIONAL ISOLATE}": None}
)
"""Its marks as a voice knows them; marks for the eye alone are silent."""
_SENTENCE = re.compile(r"[.!?](?=\s)")


def spoken(text: str, language: str = "en") -> str:
    """The text as it is to be read aloud: plain words and stops, without signs that a voice stumbles over.

    Prices, sizes, times and abbreviations become words in English, Spanish, French and German, prices and times in
    Arabic; other languages keep their own writing, which their voices read themselves.
    """
    text = _plain(text)
    primary = language.split("-")[0].split("_")[0].lower()
    if primary == "ar":
        text = arabic.aloud(text)
    elif (way := reading(primary)) is not None:
        text = way.aloud(text)
    else:
        text = text.replace("#", " ").replace("=", " ")
    return " ".join(text.split())


def parted(text: str, names: Sequence[str]) -> list[tuple[str, bool]]:
    """The text cut where it goes into one of the names and out of it, the longest name first; whether each part is one.

    Names beside each other are one part; parts without a letter or digit are left out.
    """
    wanted = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if not wanted:
        return [(text, False)]
    one = "|".join(map(re.escape, wanted))
    found = re.compile(rf"(?<!\w)(?:{one})(?:\s+(?:{one}))*(?!\w)", re.IGNORECASE)
    parts: list[tuple[str, bool]] = []
    at = 0
    for name in found.finditer(text):
        parts += [(text[at : name.start()], False), (name[0], True)]
        at = name.end()
    parts.append((text[at:], False))
    return [(part, named) for part, named in parts if any(sign.isalnum() for sign in part)]


def _plain(text: str) -> str:
    """Cut what is too long; leave letters, digits and the signs that mean something to the ear."""
    text = unicodedata.normalize("NFC", text[: 4 * LONGEST]).replace("’", "'").replace("`", "'").translate(_ARABIC)
    text = re.sub(r"\s*[\n•|;]+\s*", ". ", text.strip()).replace("..", ".") if "\n" in text else text
    # "1 299,00 $": the blank that no line breaks at groups digits.
    text = re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))", "", text).replace(";", ",").replace("−", "-")
    kept = "".join(
        sign if sign.isalnum() or sign in _KEPT or unicodedata.category(sign)[0] == "M" else " " for sign in text
    )
    kept = " ".join(kept.split())
    if len(kept) <= LONGEST:
        return kept
    cut = kept[:LONGEST]
    ends = [stop.end() for stop in _SENTENCE.finditer(cut)]
    return cut[: ends[-1]] if ends else cut.rpartition(" ")[0] or cut
