"""Which language an utterance is in, word by word: a word counts for the languages that know it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from models.gloss.endings import one_word
from models.gloss.table import LANGUAGES, english_words, fold, look_up, tokens

_OWN = 2.0
"""For a word that one language alone knows."""
_ENGLISH = 1.5
"""For a word of English alone: brands and things of the house are English in any language."""
_SHARED = 1.0
_LOOKS = 1.0
"""For a word that no language knows but that looks like one."""

_ARABIC = 3.0
"""For a word in Arabic letters that is known: none of the other languages is written with them."""

_LOANED = 4
"""Letters that a word with accents has more than, if it is to be English too: "crème", but not "thé"."""

_ONE_LETTER = frozenset("aiyoàuù")
"""Words of one letter; any other stands alone in sizes and plugs of all languages."""

_LETTERS = (
    (re.compile("^[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}]+$"), ("ar",)),
    (re.compile("[ñ]|ción|ía$"), ("es",)),
    (re.compile("[áíóú]"), ("es",)),
    (re.compile("[ßäö]"), ("de",)),
    (re.compile("ü"), ("de",)),
    (re.compile("[èêàâçùûëîïôœ]"), ("fr",)),
    (re.compile("é"), ("fr", "es")),
    (re.compile("(?:cion|ciones|miento|illas?|dores?|[aeiou]cito)$"), ("es",)),
    (re.compile("(?:eux|eaux?|euses?|oir|oires?|aient|issez)$"), ("fr",)),
    (re.compile("(?:ungs?|ungen|heit|keit|lich|lichen?|schaft|chen|igen?)$|sch|pf|tz|^ge.+t$"), ("de",)),
)


_SHORTENED = re.compile("(?:n't|'(?:s|t|ll|re|ve|d|m))$")


def scores(words: Sequence[str]) -> dict[str, float]:
    """What speaks for English and each of LANGUAGES: 1 to 2 a word, 3 where the letters are its own."""
    found = dict.fromkeys(("en", *LANGUAGES), 0.0)
    for word in words:
        for name, weight in _votes(word.lower()):
            found[name] += weight
    return found


def language(words: Sequence[str]) -> str:
    """English, or one of LANGUAGES. English where as much speaks for it as for another, and where nothing speaks."""
    found = scores(words)
    return max(found, key=lambda name: found[name])


@lru_cache(maxsize=4096)
def _votes(word: str) -> tuple[tuple[str, float], ...]:
    if not any(c.isalpha() for c in word) or (len(word) == 1 and word not in _ONE_LETTER):
        return ()
    knowing = [name for name in LANGUAGES if _knows(word, name)]
    english = english_words()
    if word in english or _SHORTENED.sub("", word) in english or (len(word) > _LOANED and fold(word) in english):
        knowing.append("en")
    if not knowing:
        return _guessed(word)
    if knowing == ["ar"]:
        return (("ar", _ARABIC),)
    if knowing == ["en"]:
        return (("en", _ENGLISH),)
    return tuple((name, _OWN if len(knowing) == 1 else _SHARED) for name in knowing)


def _knows(word: str, name: str) -> bool:
    if look_up(word, name) is not None:
        return True
    parts = tokens(word)
    return len(parts) > 1 and (name == "fr" or "'" not in word) and all(look_up(p, name) is not None for p in parts)


def _guessed(word: str) -> tuple[tuple[str, float], ...]:
    for pattern, names in _LETTERS:
        if pattern.search(word):
            return tuple((name, _LOOKS) for name in names)
    if len(word) < 5 or not word.isalpha():
        return ()
    near = [name for name in LANGUAGES if one_word(fold(word), name) is not None]
    return ((near[0], _LOOKS / 2),) if len(near) == 1 else ()
