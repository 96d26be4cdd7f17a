"""The hand-written turns: their file format, read and checked.

One turn a line: `intent | words with [marked words](tag)`, or `intent after LAST_INTENT | ...` for a turn that goes on
from the one before. `(query!)` marks words that must not be swapped for others. Lines that start with # are comments.
Each file is one voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.types import INTENTS, TAGS
from models.words import split

DATA = Path(__file__).parent / "data"

_LINE = re.compile(r"(?P<intent>\w+)(?: after (?P<after>\w+))? \| (?P<text>.+)")
_MARK = re.compile(r"\[([^\]]+)\]\((\w+)(!?)\)")


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a turn under one tag."""

    words: tuple[str, ...]
    tag: str
    fixed: bool = False
    """Never swapped for other words."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing a shopper said, as marked by hand."""

    intent: str
    after: str | None
    spans: tuple[Span, ...]
    voice: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for span in self.spans for word in span.words)

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(span.tag for span in self.spans for _ in span.words)


def parse(line: str, voice: str) -> Turn:
    """One line. Raises ValueError saying what is wrong with it."""
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"not of the form 'intent | text': {line!r}")
    intent, after, text = match["intent"], match["after"], match["text"]
    for name in (intent, after or intent):
        if name not in INTENTS:
            raise ValueError(f"unknown intent {name!r} in {line!r}")
    spans: list[Span] = []
    end = 0
    for mark in _MARK.finditer(text):
        spans.append(Span(split(text[end : mark.start()]), "O"))
        if mark[2] not in TAGS:
            raise ValueError(f"unknown tag {mark[2]!r} in {line!r}")
        spans.append(Span(split(mark[1]), mark[2], fixed=bool(mark[3])))
        end = mark.end()
    spans.append(Span(split(text[end:]), "O"))
    kept = tuple(span for span in spans if span.words)
    if not kept:
        raise ValueError(f"no words in {line!r}")
    return Turn(intent, after, kept, voice)


def read(folder: Path) -> Iterator[Turn]:
    """All turns of a folder's .txt files. Raises ValueError naming file and line."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    yield parse(line, path.stem)
                except ValueError as error:
                    raise ValueError(f"{path}:{number}: {error}") from error
