"""Reads the questions and asks them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from local_catalog import Catalog, Hit

_HERE = Path(__file__).parent
_PLAINLY_LESS = 0.75
"""Score below which a hit is no answer: a part of the question is not covered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found first for a question, and whether that is sensible."""

    query: str
    wanted: str
    right: bool
    found: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.query!r} wants {self.wanted or 'nothing'}; found {' | '.join(self.found) or 'nothing'}"


def kinds() -> list[str]:
    """The kinds of questions, one file each."""
    return sorted(path.stem for path in _HERE.glob("*.toml") if path.stem != "sounds")


def asked(catalog: Catalog, kind: str) -> list[Answer]:
    """All questions of a kind with what the catalog answers.

    A question's `wanted` gives ways to be right, between slashes: a path of categories ('Baby > Diapers & Wipes'), or
    words that brand, name and size together must hold. One of the first `top` hits must be so; with `top` 0 the
    question itself is all there is and nothing may be found that covers it; so it is with one that wants ''.
    """
    raw = tomllib.loads((_HERE / f"{kind}.toml").read_text())
    top = raw["top"]
    if top:
        return [
            _answer(catalog, query, wanted, top) if wanted else _nothing(catalog, query)
            for query, wanted in raw["questions"]
        ]
    return [_nothing(catalog, query) for query in raw["questions"]]


def _answer(catalog: Catalog, query: str, wanted: str, top: int) -> Answer:
    hits = catalog.search(query, limit=top).hits
    right = any(_fits(hit, way) for hit in hits for way in wanted.split(" / "))
    return Answer(query, wanted, right, tuple(map(_shown, hits)))


def _nothing(catalog: Catalog, query: str) -> Answer:
    hits = catalog.search(query, limit=1).hits
    return Answer(query, "", all(hit.score < _PLAINLY_LESS for hit in hits), tuple(map(_shown, hits)))


def _fits(hit: Hit, way: str) -> bool:
    if ">" in way:
        return f"{hit.product.category} >".startswith(way)
    text = f"{hit.product.brand} {hit.product.name} {hit.product.size}".casefold()
    return all(word in text for word in way.casefold().split())


def _shown(hit: Hit) -> str:
    return f"{hit.product.brand} {hit.product.name} {hit.product.size} ({hit.product.category}) {hit.score:.2f}"
