"""The tables: `phrase<TAB>english`, lower case, sorted, phrases of up to six words, spelled with their accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

LANGUAGES = ("es", "fr", "de", "ar")
LONGEST = 8
"""Tokens in the longest phrase: "qu'est-ce qu'il y a dans" is eight."""

_SHORTEST_WITH_ARTICLE = 4
_FOLDER = Path(__file__).parent
_LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ة": "ه", "ى": "ي", "ـ": None})
"""Of Arabic: endings that are typed either way, and the stroke that makes a word longer."""
_TOKEN = re.compile(r"[^\s'-]+'?|'")


def fold(text: str) -> str:
    """Lower case without accents: "Où" is "ou", "Straße" "strasse", "Öl" "ol"; Arabic without vowel marks and hamza."""
    lower = text.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFKD", lower.translate(_LIGATURES))
    return "".join(c for c in parts if not unicodedata.combining(c))


def tokens(word: str) -> tuple[str, ...]:
    """What a word is made of: "l'huile" is "l'", "huile"; "avez-vous" is "avez", "vous"."""
    return tuple(_TOKEN.findall(word.lower().replace("’", "'")))


@cache
def table(language: str) -> Mapping[str, str]:
    """Phrases (tokens joined by a space; as spelled, and without accents where no other phrase is spelled so) to
    English. `language` is one of LANGUAGES. Read on first use."""
    spelled: dict[str, str] = {}
    shared: dict[str, str] = {}
    for line in (_FOLDER / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
        phrase, _, english = line.partition("\t")
        if "'" in phrase:
            phrase = phrase.replace("'", "' ").rstrip()
        spelled[phrase] = shared.setdefault(english, english)
    for phrase in [p for p in spelled if not p.isascii()]:
        spelled.setdefault(fold(phrase), spelled[phrase])
    if language == "ar":
        for phrase in tuple(spelled):
            spelled.setdefault(_without_article(fold(phrase)), spelled[phrase])
    return MappingProxyType(spelled)


@cache
def english_words() -> frozenset[str]:
    """Words that an English-speaking shopper uses."""
    return frozenset((_FOLDER / "en.txt").read_text(encoding="utf-8").split())


def look_up(phrase: str, language: str) -> str | None:
    """English for a phrase: as spelled, without accents, with the German ae, oe, ue for umlauts, or without the Arabic
    article, which is written together with its noun."""
    known = table(language)
    found = known.get(phrase)
    if found is None and not phrase.isascii():
        phrase = fold(phrase)
        found = known.get(phrase)
    if found is None and language == "de" and "e" in phrase:
        plain = phrase.replace("ae", "a").replace("oe", "o").replace("ue", "u")
        found = known.get(plain) if plain != phrase else None
    if found is None and language == "ar":
        found = known.get(_without_article(phrase))
    return found


def _without_article(phrase: str) -> str:
    return " ".join(
        word[2:] if word.startswith("ال") and len(word) >= _SHORTEST_WITH_ARTICLE else word for word in phrase.split()
    )
