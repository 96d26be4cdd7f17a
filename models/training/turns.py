"""The hand-written turns: their file format, read and checked.

One turn a line: `intent | words with [marked words](tag)`, or `intent after LAST_INTENT | ...` for a turn that goes on
from the one before. `(query!)` marks words that must not be swapped for others. Lines that start with # are comments.
Each file is one voice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from models.gloss import glossed
from models.types import INTENTS, TAGS
from models.words import MAX_WORD_CHARACTERS, matches, split

DATA = Path(__file__).parent / "data"
TAUGHT = ("es", "fr", "de")
"""Languages besides English that there are turns in."""

_LINE = re.compile(r"(?P<intent>\w+)(?: after (?P<after>\w+))? \| (?P<text>.+)")
MARK = re.compile(r"\[([^\]]+)\]\((\w+)(!?)\)")


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
    def language(self) -> str:
        """en, or what the name of the voice begins with: es_, fr_ or de_."""
        prefix = self.voice.partition("_")[0]
        return prefix if prefix in TAUGHT and "_" in self.voice else "en"

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
    spans = tuple(_spans(unicodedata.normalize("NFKC", text)))
    if not spans:
        raise ValueError(f"no words in {line!r}")
    unknown = next((span.tag for span in spans if span.tag not in TAGS), None)
    if unknown is not None:
        raise ValueError(f"unknown tag {unknown!r} in {line!r}")
    return Turn(intent, after, spans, voice)


def _spans(text: str) -> Iterator[Span]:
    """The words as the kiosk cuts them; a word is marked if a part of it is: "d'[huile](query)"."""
    plain, marks, end = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[end : mark.start()]
        marks.append((len(plain), len(plain) + len(mark[1]), mark[2], bool(mark[3])))
        plain += mark[1]
        end = mark.end()
    plain += text[end:]
    none = (0, 0, "O", False)
    owned = [
        (next((mark for mark in marks if mark[0] < match.end() and match.start() < mark[1]), none), match.group())
        for match in matches(plain)
    ]
    for mark, run in groupby(owned, key=itemgetter(0)):
        words = tuple(word.replace("’", "'")[:MAX_WORD_CHARACTERS] for _, word in run)
        yield Span(words, mark[2], fixed=mark[3])


def in_english(turn: Turn) -> Turn:
    """A turn in another language with its words put into English, marks and all."""
    if turn.language == "en":
        return turn
    owners = [number for number, span in enumerate(turn.spans) for _ in span.words]
    parts: list[tuple[int, str, str]] = []
    for piece in glossed(turn.words, turn.language):
        marked = [owners[word] for word in piece.words if turn.spans[owners[word]].tag != "O"]
        owner = marked[0] if marked else owners[piece.words[0]]
        tag = turn.spans[owner].tag
        if tag == "avoid" and piece.english[-1] == "free":
            tag = "attribute"  # 'sin azúcar' is 'sugar free'
        parts += ((owner, tag, word) for word in split(" ".join(piece.english)))
    spans = (
        Span(tuple(word for _, _, word in run), tag, fixed=tag != "O" and turn.spans[owner].fixed)
        for (owner, tag), run in groupby(parts, key=lambda part: part[:2])
    )
    return replace(turn, spans=tuple(spans))


def read(folder: Path) -> Iterator[Turn]:
    """All turns of a folder's .txt files. Raises ValueError naming file and line."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    yield parse(line, path.stem)
                except ValueError as error:
                    raise ValueError(f"{path}:{number}: {error}") from error
