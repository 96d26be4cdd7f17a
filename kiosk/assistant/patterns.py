"""Sentence patterns of the word lists: a small template language compiled to regular expressions.

    where (is|are) [the]     words, a choice, an optional part
    lost my <child>          a named list of the same file
    check * back room        up to four words of any kind
    ^ help [me] $            start and end of the utterance

A pattern is matched against the words of an utterance (see `text.Utterance.padded`): lower case, no punctuation, each
word preceded by one blank. Matching is linear in the utterance for any pattern, as no part repeats without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_PIECE = re.compile(r"\s*([()\[\]|*^$]|<[a-z_]+>|[^\s()\[\]|*^$<>]+)")
_ANY = r"((?: [^ ]+){0,4}?)"


class PatternError(Exception):
    """A pattern of a word list is malformed: the text names the pattern and the fault."""


class _Compiler:
    def __init__(self, pattern: str, lists: Mapping[str, str]) -> None:
        self.pattern = pattern
        self.lists = lists
        self.pieces: list[str] = []
        at = 0
        text = pattern.rstrip()
        while at < len(text):
            match = _PIECE.match(text, at)
            if match is None:
                raise PatternError(f"pattern {pattern!r}: cannot read {text[at:]!r}")
            self.pieces.append(match[1])
            at = match.end()
        self.at = 0

    def whole(self) -> str:
        expression = self._choice()
        if self.at < len(self.pieces):
            raise PatternError(f"pattern {self.pattern!r}: unexpected {self.pieces[self.at]!r}")
        return expression

    def _choice(self) -> str:
        branches = [self._row()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._row())
        return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"

    def _row(self) -> str:
        parts: list[str] = []
        while (piece := self._peek()) is not None and piece not in ("|", ")", "]"):
            self.at += 1
            parts.append(self._part(piece))
        return "".join(parts)

    def _part(self, piece: str) -> str:
        if piece in ("(", "["):
            inner = self._choice()
            closing = ")" if piece == "(" else "]"
            if self._peek() != closing:
                raise PatternError(f"pattern {self.pattern!r}: {closing!r} is missing")
            self.at += 1
            return f"(?:{inner})" + ("" if piece == "(" else "?")
        if piece == "*":
            return _ANY
        if piece == "^":
            return r"\A"
        if piece == "$":
            return r"\Z"
        if piece.startswith("<") and piece.endswith(">"):
            name = piece[1:-1]
            if name not in self.lists:
                raise PatternError(f"pattern {self.pattern!r}: there is no list {name!r}")
            return "(?:" + _Compiler(self.lists[name], self.lists).whole() + ")"
        return " " + re.escape(piece) + r"(?![^ ])"

    def _peek(self) -> str | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None


def compile_pattern(pattern: str, lists: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern as a regular expression. Raises PatternError."""
    return re.compile(_Compiler(pattern, lists).whole())


@dataclass(frozen=True, slots=True)
class Patterns:
    """Several patterns, any of which may match."""

    expressions: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, patterns: Iterable[str], lists: Mapping[str, str]) -> Patterns:
        """Compile. Raises PatternError."""
        return cls(tuple(compile_pattern(p, lists) for p in patterns))

    def search(self, padded: str) -> re.Match[str] | None:
        """The first match of the first pattern that matches anywhere."""
        for expression in self.expressions:
            if (match := expression.search(padded)) is not None:
                return match
        return None

    def spans(self, padded: str) -> list[tuple[int, int]]:
        """Word positions (first, one past the last) of all that the patterns name; what stands for a * is left out."""
        spans: list[tuple[int, int]] = []
        for expression in self.expressions:
            for match in expression.finditer(padded):
                start = match.start()
                for group in range(1, expression.groups + 1):
                    inner = match.span(group)
                    if inner[0] < inner[1]:
                        spans.append(_words(padded, start, inner[0]))
                        start = inner[1]
                spans.append(_words(padded, start, match.end()))
        return [(start, end) for start, end in spans if start < end]


def _words(padded: str, start: int, end: int) -> tuple[int, int]:
    return padded.count(" ", 0, start), padded.count(" ", 0, end)
