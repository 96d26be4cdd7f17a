"""The words of the staff page in each of its languages: `LL/PART.toml`, flat names to sentences.

A sentence holds values as `{name}`. What is counted has one sentence for each form that the language tells apart
(`waiting.one`, `waiting.other` ...; Unicode's plural categories); the browser chooses among them by `{n}`.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("en", "es", "fr", "de", "ar")
RIGHT_TO_LEFT = frozenset({"ar"})
_HERE = Path(__file__).parent
_VALUE = re.compile(r"\{([a-z_]+)\}")
_RANGE = re.compile(r"\s*([a-zA-Z]{1,8})(?:-[a-zA-Z0-9-]{1,32})?\s*(?:;\s*q\s*=\s*([0-9.]{1,5})\s*)?")


@dataclass(frozen=True, slots=True)
class Texts:
    """One language's words, by name: the file's, a dot, the sentence's."""

    language: str
    words: Mapping[str, str]

    @property
    def direction(self) -> str:
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def say(self, name: str, /, **values: object) -> str:
        """The sentence with its values. Raises KeyError for a name that the language's files lack."""
        return _VALUE.sub(lambda found: str(values[found[1]]), self.words[name])


@functools.cache
def texts(language: str) -> Texts:
    """The words of one of LANGUAGES; English stands in for a sentence that it lacks."""
    return Texts(language, {**sentences(LANGUAGES[0]), **sentences(language)})


def sentences(language: str) -> dict[str, str]:
    """What that language's own files say."""
    return {
        f"{file.stem}.{name}": sentence
        for file in sorted((_HERE / language).glob("*.toml"))
        for name, sentence in _flat(tomllib.loads(file.read_text("utf-8"))).items()
    }


def preferred(accept: str) -> str | None:
    """The language that an Accept-Language header likes best of those there are; None when it names none of them."""
    best, liked = None, 0.0
    for part in accept[:200].split(","):
        found = _RANGE.fullmatch(part)
        if found is None or found[1].lower() not in LANGUAGES:
            continue
        weight = _weight(found[2])
        if weight > liked:
            best, liked = found[1].lower(), weight
    return best


def _weight(text: str | None) -> float:
    try:
        return 1.0 if text is None else min(1.0, float(text))
    except ValueError:
        return 0.0


def _flat(entries: Mapping[str, object], before: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in entries.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{before}{name}."))
        else:
            flat[f"{before}{name}"] = str(value)
    return flat
