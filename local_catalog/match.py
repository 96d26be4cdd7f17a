"""Finds names (of brands, categories, departments) in what a shopper says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from local_catalog.kinds import sides
from local_catalog.speller import Speller
from local_catalog.stopwords import STOP_WORDS
from local_catalog.text import LONGEST_QUERY, plain, stems, tokens
from local_catalog.types import Department

_SHORTEST_MENDED = 5
_SHORTEST_JOINED = 6


@dataclass(frozen=True, slots=True)
class _Name:
    canonical: str
    rank: int
    """0 for the name itself, 1 for a part of it or another word for it."""


class NameFinder:
    """Finds the best of a set of names in a text: the longest, the name itself before its parts, the last said."""

    def __init__(self, names: Iterable[tuple[str, str, int]]) -> None:
        """`names` are (words, canonical name, rank) with rank 0 for the name itself and 1 for other words for it."""
        self._names: dict[tuple[str, ...], _Name] = {}
        self._joined: dict[str, _Name] = {}
        counted: dict[str, int] = {}
        for words, canonical, rank in names:
            plain = _content(words)
            known = self._names.get(stems(" ".join(plain)))
            if plain and (known is None or rank < known.rank):
                name = _Name(canonical, rank)
                self._names[stems(" ".join(plain))] = name
                self._joined["".join(plain)] = name
                counted.update((word, 1) for word in plain if len(word) >= _SHORTEST_MENDED)
        self._longest = max(map(len, self._names), default=0)
        self._speller = Speller(counted)
        self._known = frozenset(counted)

    def find(self, text: str) -> str | None:
        """The canonical name of the best one that the text has, if need be with a misspelling mended; None if none."""
        said = _content(text[:LONGEST_QUERY])
        return self._exact(said) or self._exact([self._mended(word) for word in said])

    def whole(self, text: str) -> str | None:
        """The canonical name if the text is that name and nothing more, words of questions aside."""
        name = self._names.get(stems(" ".join(_content(text[:LONGEST_QUERY]))))
        return name.canonical if name is not None and name.rank == 0 else None

    def _exact(self, said: list[str]) -> str | None:
        best: tuple[int, int, int, int] | None = None
        found = None
        for start in range(len(said)):
            for end in range(start + 1, min(start + self._longest + 1, len(said)) + 1):
                run = said[start:end]
                joined = "".join(run)
                name = self._names.get(stems(" ".join(run)))
                if name is None and len(joined) >= _SHORTEST_JOINED:
                    name = self._joined.get(joined)
                if name is not None:
                    rated = (len(run), -name.rank, len(joined) if name.rank == 0 else 0, start)
                    if best is None or rated > best:
                        best, found = rated, name.canonical
        return found

    def _mended(self, word: str) -> str:
        if len(word) < _SHORTEST_MENDED or word in self._known:
            return word
        return next(iter(self._speller.mend(word, most=1)), word)


def _content(text: str) -> list[str]:
    """The words of a text that can be part of a name."""
    words = [token.norm for token in tokens(text)]
    return [word for word in words if word in STOP_WORDS.rarely or word not in STOP_WORDS.never]


def brand_finder(brands: Iterable[str]) -> NameFinder:
    """For brands as they are written on the pack."""
    return NameFinder((brand, brand, 0) for brand in brands)


def category_finder(paths: Iterable[str]) -> NameFinder:
    """For categories by their paths; each level has a name, and one such as 'Apples & pears' has two more."""
    names: list[tuple[str, str, int]] = []
    for path in paths:
        levels = path.split(" > ")
        for depth in range(1, len(levels)):
            here = " > ".join(levels[: depth + 1])
            names.append((levels[depth], here, 0))
            names.extend((side, here, 1) for side in sides(levels[depth]))
    return NameFinder(names)


def department_finder(departments: Iterable[Department]) -> NameFinder:
    """For departments by their ids: by name, by parts of the name, and by the words that shoppers use."""
    names: list[tuple[str, str, int]] = []
    for department in departments:
        names.append((department.name, department.id, 0))
        names.extend((word, department.id, 1) for word in (*sides(department.name), *department.words))
    return NameFinder(names)


def category_paths(wanted: str, paths: Iterable[str], departments: Iterable[Department]) -> list[str]:
    """The paths that a filter means: a path, the beginning of one, the name of one level, or a department."""
    wanted = wanted[:LONGEST_QUERY]
    asked = stems(plain(wanted))
    ids = {d.name for d in departments if wanted in (d.id, d.name) or stems(plain(d.name)) == asked}
    found = []
    for path in paths:
        levels = path.split(" > ")
        beginnings = {" > ".join(levels[:depth]).casefold() for depth in range(1, len(levels) + 1)}
        if wanted.casefold() in beginnings or levels[0] in ids or any(stems(plain(x)) == asked for x in levels):
            found.append(path)
    return found
