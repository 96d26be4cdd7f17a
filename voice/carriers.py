"""What shoppers say around the names of things: templates as data (data/carriers.toml), and their expansion."""

from __future__ import annotations

import functools
import itertools
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

THING = "{thing}"
"""Stands for the name of anything the store has."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carriers:
    """All templates, expanded but for THING."""

    sentences: tuple[tuple[Words, float], ...]
    """Word sequences with their probability; the probabilities add up to 1."""
    pointing: frozenset[Words]
    """Those that mean one of several things shown."""
    openings: frozenset[Words]
    """What is said up to a thing."""
    endings: frozenset[Words]
    """What is said after one."""
    before: tuple[Words, ...]
    after: tuple[Words, ...]


def expand(template: str, classes: Mapping[str, Sequence[str]] | None = None) -> list[Words]:
    """Every way to say a template: `(a|b)` a choice, `[a|b]` the same or nothing, `{name}` a class or THING.

    Raises ValueError naming the template when a bracket is not closed or a class is unknown.
    """
    signs = template
    for sign in "()[]|":
        signs = signs.replace(sign, f" {sign} ")
    pieces = signs.split()

    def choice(at: int, closing: str) -> tuple[list[Words], int]:
        found: list[Words] = []
        parts: list[list[Words]] = []

        def close() -> None:
            found.extend(tuple(itertools.chain.from_iterable(way)) for way in itertools.product(*parts))
            parts.clear()

        while at < len(pieces):
            piece = pieces[at]
            if piece == closing:
                close()
                return found, at + 1
            if piece == "|":
                close()
                at += 1
            elif piece in "([":
                inner, at = choice(at + 1, ")" if piece == "(" else "]")
                parts.append([*inner, ()] if piece == "[" else inner)
            elif piece in ")]":
                raise ValueError(f"{piece} closes nothing in {template!r}")
            else:
                parts.append(_word(piece, classes or {}, template))
                at += 1
        if closing:
            raise ValueError(f"{closing} is missing in {template!r}")
        close()
        return found, at

    ways, _ = choice(0, "")
    return list(dict.fromkeys(way for way in ways if way))


def _word(piece: str, classes: Mapping[str, Sequence[str]], template: str) -> list[Words]:
    if piece == THING or not piece.startswith("{"):
        return [(piece,)]
    members = classes.get(piece.strip("{}"))
    if members is None:
        raise ValueError(f"{piece} is not known in {template!r}")
    return [tuple(member.split()) for member in members]


@functools.cache
def carriers() -> Carriers:
    """The carrier phrases of the package."""
    data = tomllib.loads(resources.files("voice").joinpath("data/carriers.toml").read_text("utf-8"))
    around, classes = data.pop("around"), data.pop("numbers")
    total = sum(section["share"] for section in data.values())
    said = tuple(_weighted(data.values(), classes, total))
    parted = [(words, words.index(THING), words[::-1].index(THING)) for words, _ in said if THING in words]
    return Carriers(
        said,
        frozenset(words for words, _ in _weighted([data["pointing"]], classes, total)),
        frozenset(words[:before] for words, before, _ in parted),
        frozenset(words[len(words) - after :] for words, _, after in parted),
        tuple(tuple(words.split()) for words in around["before"]),
        tuple(tuple(words.split()) for words in around["after"]),
    )


def without_carrier(text: str) -> str:
    """What is left of a text without the longest phrase it begins with and the longest it ends with that shoppers say
    around a thing; never nothing."""
    words = tuple(text.split())
    cut = next((at for at in range(len(words) - 1, 0, -1) if words[:at] in carriers().openings), 0)
    rest = words[cut:]
    end = next((at for at in range(1, len(rest)) if rest[at:] in carriers().endings), len(rest))
    return " ".join(rest[:end])


def _weighted(
    sections: Iterable[dict[str, Any]], classes: Mapping[str, Sequence[str]], total: float
) -> Iterator[tuple[Words, float]]:
    for section in sections:
        for template in section["say"]:
            ways = expand(template, classes)
            share = section["share"] / total / len(section["say"]) / len(ways)
            for way in ways:
                yield way, share
