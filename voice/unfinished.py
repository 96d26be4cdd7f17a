"""Does a sentence want more words? Known by how it ends: "I'm looking for", "where is the", "milk and"."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib import resources

from voice.carriers import Words, expand

_GOES_ON = re.compile(r"(\.\.\.|…|[,;:–—-])\s*$")
"""How recognisers that write signs end what is not over."""


@dataclass(frozen=True, slots=True)
class _Endings:
    links: frozenset[Words]
    openings: frozenset[Words]
    before: frozenset[Words]


def is_unfinished(text: str) -> bool:
    """Whether a text, in any writing and any of the store's languages, ends in the middle of a sentence."""
    words = _plain(text)
    if not words:
        return False
    return bool(_GOES_ON.search(text)) or words[-1:] in _endings().links or _is_opening(words)


def _is_opening(words: Words) -> bool:
    """Whether there is nothing but the beginning of a question, perhaps after a greeting."""
    endings = _endings()
    return words in endings.openings or any(
        words[:count] in endings.before and words[count:] in endings.openings for count in range(1, len(words))
    )


@functools.cache
def _endings() -> _Endings:
    data = tomllib.loads(resources.files("voice").joinpath("data/unfinished.toml").read_text("utf-8"))

    def of(kind: str) -> frozenset[Words]:
        return frozenset(way for language in data.values() for entry in language[kind] for way in expand(entry))

    openings = {way[:count] for way in of("openings") for count in range(1, len(way) + 1)}
    return _Endings(of("links"), frozenset(openings), of("before"))


def _plain(text: str) -> Words:
    signs = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return tuple(re.findall(r"[^\W_]+(?:'[^\W_]*)?", "".join(s for s in signs if unicodedata.category(s) != "Mn")))
