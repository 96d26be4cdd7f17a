"""Categories that are called as a shopper asks: who wants 'butter' means first what is under 'Butter & spreads'."""

from __future__ import annotations

import json
from functools import cached_property

import numpy as np

from local_catalog.kinds import sides
from local_catalog.postings import Floats, Shelves
from local_catalog.reader import Reader
from local_catalog.text import plain

_LEAF, _ABOVE, _FIRST_SIDE, _SIDE = 1.0, 0.8, 0.7, 0.5
"""How well a title fits: the category's own, that of one above it, the first of several names in a title, another."""


_MOST_KEPT = 300
"""Ways to ask whose products are kept in memory."""


class Titles:
    """Over the categories of a catalog. Departments, the first level, are no kinds of things."""

    def __init__(self, reader: Reader, shelves: Shelves) -> None:
        self._reader = reader
        self._shelves = shelves
        self._kept: dict[tuple[tuple[str, ...], ...], Floats | None] = {}

    def fit(self, said: tuple[tuple[str, ...], ...]) -> Floats | None:
        """Of each product, by row, how well a title of its categories is what was said (one of several runs of words);
        None if none is."""
        if said not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            self._kept[said] = self._fit(said)
        return self._kept[said]

    def _fit(self, said: tuple[tuple[str, ...], ...]) -> Floats | None:
        paths: dict[str, float] = {}
        for run in said:
            for path, fit in self._paths.get(tuple(map(_singular, run)), {}).items():
                paths[path] = max(fit, paths.get(path, 0.0))
        if not paths:
            return None
        found: Floats = np.zeros(len(self._shelves), np.float32)
        for fit in set(paths.values()):
            named = json.dumps([path for path, its_fit in paths.items() if its_fit == fit])
            rows = self._reader.rows(
                "SELECT id FROM product WHERE category IN (SELECT value FROM json_each(?))", (named,)
            )
            found[self._shelves.rows_of([identity for (identity,) in rows])] = fit
        return found

    @cached_property
    def _paths(self) -> dict[tuple[str, ...], dict[str, float]]:
        """By the words of a title, the categories under it with how well it fits."""
        found: dict[tuple[str, ...], dict[str, float]] = {}
        for (path,) in self._reader.rows("SELECT path FROM category"):
            levels = path.split(" > ")
            for depth, title in enumerate(levels[1:], start=2):
                parts = sides(title)
                fits = [(title, _LEAF if depth == len(levels) else _ABOVE)]
                if len(parts) > 1:
                    fits += [(part, _SIDE if place else _FIRST_SIDE) for place, part in enumerate(parts)]
                for name, fit in fits:
                    known = found.setdefault(tuple(map(_singular, plain(name).split())), {})
                    known[path] = max(fit, known.get(path, 0.0))
        return found


def _singular(word: str) -> str:
    """The same for singular and plural, and for nothing else: 'watering' is not water, which a stem would make it."""
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    word = word.removesuffix("e")
    return word[:-1] + "i" if word.endswith("y") else word
