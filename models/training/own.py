"""A retailer's own reviewed turns: read strictly, without those that readers are judged by, a tenth held back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.training import turns as turn_files
from models.training.turns import Turn, in_english, parse
from models.types import ModelError
from models.words import MAX_CHARACTERS

HELD_BACK = 10
"""One of this many turns is held back."""
FEWEST = 10
"""Turns that there must be to learn from."""
MOST_BYTES = 8 * 1024 * 1024
"""Of a file of turns."""
_MOST_TOLD = 5

_LEFT_OVER = re.compile(r"[\[\]]|\w\(\w+!?\)")
"""What of a mark is left in the words when it is not written as it should be."""


@dataclass(frozen=True, slots=True)
class Line:
    """A turn as it was written."""

    text: str
    voice: str

    def turn(self) -> Turn:
        """In English, as the reader sees it. Raises ValueError."""
        return in_english(parse(self.text, self.voice))


@dataclass(frozen=True, slots=True)
class OwnTurns:
    """What a retailer gives."""

    training: tuple[Turn, ...]
    """In English, like all of these."""
    held_back: tuple[Line, ...]
    known: int
    """Turns that are the project's own too, left out on both sides."""


def project_turns(*folders: str) -> list[Turn]:
    """The project's turns of these folders (turns, held_out, test) in English. Raises ModelError if there are none."""
    found = []
    for folder in folders:
        try:
            read = list(turn_files.read(turn_files.DATA / folder))
        except (ValueError, OSError) as error:
            raise ModelError(f"the project's turns cannot be read ({error}): install Aislewise again") from error
        if not read:
            raise ModelError(f"the project's turns are not in {turn_files.DATA / folder}: install Aislewise again")
        found += [in_english(turn) for turn in read]
    return found


def read_own(path: Path) -> OwnTurns:
    """The turns of a .txt file, or of all .txt files of a folder.

    Which are held back depends on the words of a turn alone: it stays the same when turns are added, and a turn that
    stands there twice is on one side. Raises ModelError naming file and line.
    """
    lines = _lines(path)
    judged = {_said(turn) for turn in project_turns("held_out", "test")}
    trained_on = {_said(turn) for turn in project_turns("turns")}
    training: list[Turn] = []
    held_back: dict[tuple[str, str | None], Line] = {}
    known = 0
    for line in lines:
        turn = line.turn()
        back = is_held_back(turn)
        if _said(turn) in (judged | trained_on if back else judged):
            known += 1
        elif back:
            held_back.setdefault((_said(turn), turn.after), line)
        else:
            training.append(turn)
    if len(training) < FEWEST:
        raise ModelError(f"{path}: {len(training)} turns to learn from are too few: write at least {FEWEST}")
    return OwnTurns(tuple(training), tuple(held_back.values()), known)


def is_held_back(turn: Turn) -> bool:
    """By a hash of the words."""
    return int.from_bytes(hashlib.sha256(_said(turn).encode()).digest()[:8], "big") % HELD_BACK == 0


def _said(turn: Turn) -> str:
    return " ".join(turn.words).lower()


def _lines(path: Path) -> tuple[Line, ...]:
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    if not path.exists() or not files:
        what = "there are no .txt files in it" if path.is_dir() else "there is no such file or folder"
        raise ModelError(f"{path}: {what}; write a turn a line, as docs/models.md shows")
    found: list[Line] = []
    wrong: list[str] = []
    for file in files:
        for number, text in _texts(file):
            line = Line(text, file.stem)
            try:
                _check(line)
                found.append(line)
            except ValueError as error:
                wrong.append(f"{file}:{number}: {error}")
    if wrong:
        more = f"; and {len(wrong) - _MOST_TOLD} more" if len(wrong) > _MOST_TOLD else ""
        raise ModelError("; ".join(wrong[:_MOST_TOLD]) + more)
    return tuple(found)


def _texts(file: Path) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without comments and empty ones."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ModelError(f"{file}: it is larger than {MOST_BYTES // 1024**2} MB; cut it into several files")
        data = file.read_bytes()
    except OSError as error:
        raise ModelError(f"{file}: cannot be read ({error.strerror}); make it readable") from error
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            text = raw.decode("utf-8").strip()
        except UnicodeDecodeError as error:
            raise ModelError(f"{file}:{number}: this line is not UTF-8; save the file as UTF-8") from error
        if text and not text.startswith("#"):
            yield number, text


def _check(line: Line) -> None:
    """Stricter than the project's own reading: nobody reads these files again. Raises ValueError."""
    if len(line.text) > MAX_CHARACTERS:
        raise ValueError(f"longer than {MAX_CHARACTERS} characters: {line.text[:40]!r}...")
    if not line.text.isprintable():
        raise ValueError(f"a control character in {line.text[:80]!r}")
    line.turn()
    left = _LEFT_OVER.search(turn_files.MARK.sub(" ", line.text))
    if left is not None:
        raise ValueError(f"a mark is not of the form [words](tag) near {left.group()!r} in {line.text[:80]!r}")


def lines_of(entries: object) -> tuple[Line, ...]:
    """Held-back turns as `as_entries` gave them. Raises ValueError or TypeError for anything else."""
    if not isinstance(entries, list):
        raise ValueError("no list of turns")
    lines = tuple(Line(str(text), str(voice)) for voice, text in entries)
    for line in lines:
        _check(line)
    return lines


def as_entries(lines: Iterable[Line]) -> Sequence[tuple[str, str]]:
    """For a JSON file."""
    return [(line.voice, line.text) for line in lines]
