"""The words by which one turn is taken apart into requests and products; see words/en/several.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kiosk.assistant.patterns import PatternError, Patterns
from kiosk.assistant.word_lists import Phrase, WordListError


@dataclass(frozen=True, slots=True)
class SeveralWords:
    """Joins, beginnings of requests, packs, names with 'and', and words that take back. Phrases longest first."""

    joins: tuple[Phrase, ...]
    asks: Patterns
    asks_within: Patterns
    asks_on: Patterns
    """Words after which a question only goes on: 'what' before 'can I get'."""
    packs: frozenset[str]
    one_thing: tuple[str, ...]
    """Padded: each word with one blank before it."""
    leaves_out: tuple[Phrase, ...]
    leaves_out_not_after: frozenset[str]
    leaves_out_not_before: frozenset[str]
    leaves_out_until: frozenset[str]
    takes_back: tuple[Phrase, ...]
    takes_back_after_mark: tuple[Phrase, ...]


def _phrases(texts: list[str]) -> tuple[Phrase, ...]:
    return tuple(sorted({tuple(text.split()) for text in texts}, key=lambda phrase: (-len(phrase), phrase)))


@cache
def several_words() -> SeveralWords:
    """The English lists, read once; other languages are read in English words. Raises WordListError."""
    path = files("kiosk.assistant") / "words" / "en" / "several.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return SeveralWords(
            joins=_phrases(table["joins"]),
            asks=Patterns.of(table["asks"], {}),
            asks_within=Patterns.of(table["asks_within"], {}),
            asks_on=Patterns.of(table["asks_on"], {}),
            packs=frozenset(table["packs"]),
            one_thing=tuple("".join(" " + word for word in text.split()) for text in table["one_thing"]),
            leaves_out=_phrases(table["leaves_out"]),
            leaves_out_not_after=frozenset(table["leaves_out_not_after"]),
            leaves_out_not_before=frozenset(table["leaves_out_not_before"]),
            leaves_out_until=frozenset(table["leaves_out_until"]),
            takes_back=_phrases(table["takes_back"]),
            takes_back_after_mark=_phrases(table["takes_back_after_mark"]),
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, PatternError) as error:
        raise WordListError(f"word list {path}: {error}; restore the file from the package") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise WordListError(f"word list {path}: {error!r} is missing or of the wrong kind") from error
