"""Words of questions that say little or nothing of the product."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from local_catalog.text import stems


@dataclass(frozen=True, slots=True)
class StopWords:
    """Words of questions that are no words for products; see words/stop.toml."""

    never: frozenset[str]
    rarely: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    """Longest first."""
    special: frozenset[str]
    """Stems of the words that make a thing a special one of its kind."""


def _stop_words() -> StopWords:
    with (Path(__file__).parent / "words" / "stop.toml").open("rb") as file:
        raw = tomllib.load(file)
    rarely = frozenset(raw["rarely"])
    phrases = sorted((tuple(phrase.split()) for phrase in raw["phrases"]), key=len, reverse=True)
    special = frozenset(stem for word in raw["special"] for stem in stems(word))
    return StopWords(frozenset(raw["never"]) - rarely, rarely, tuple(phrases), special)


STOP_WORDS = _stop_words()
