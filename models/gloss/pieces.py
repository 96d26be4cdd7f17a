"""An utterance cut into pieces, each with its English and the words it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.gloss.endings import one_word
from models.gloss.table import LANGUAGES, LONGEST, english_words, look_up, tokens

_ALONE = frozenset(("l", "d", "j", "c", "n", "s", "m", "t", "qu"))
"""French typed without apostrophes: "d huile"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row and their English."""

    words: tuple[int, ...]
    """Which words of the utterance, counted from 0, without a gap."""
    english: tuple[str, ...]
    """Never empty. The words themselves if they are not known."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    word: int


def glossed(words: Sequence[str], language: str) -> tuple[Piece, ...]:
    """`words` in English, as far as they are known. The pieces cover every word once, in order.

    Unknown words, and all words of a language without a table (English), stay as they are.
    """
    if language not in LANGUAGES:
        return tuple(Piece((number,), (word,)) for number, word in enumerate(words))
    return tuple(_pieces(words, _tokens(words, language), language))


def _tokens(words: Sequence[str], language: str) -> list[_Token]:
    cut: list[_Token] = []
    for number, word in enumerate(words):
        following = words[number + 1][:1].lower() if number + 1 < len(words) else ""
        if language == "fr" and word.lower() in _ALONE and following in "aeiouyhéèêàâîôûœ" and following:
            cut.append(_Token(word.lower() + "'", number))
        else:
            cut.extend(_Token(text, number) for text in tokens(word) or (word.lower(),))
    return cut


def _pieces(words: Sequence[str], cut: Sequence[_Token], language: str) -> Iterator[Piece]:
    place = 0
    while place < len(cut):
        start, english, known, strange = place, [], False, False
        while True:
            length, found = _longest(cut, place, language)
            english.append(found or cut[place].text.strip("'"))
            known = known or found is not None
            strange = strange or (found is None and cut[place].text not in english_words())
            place += length
            if place >= len(cut) or cut[place].word != cut[place - 1].word:
                break
        covered = tuple(range(cut[start].word, cut[place - 1].word + 1))
        said = tuple(" ".join(english).split())
        name = strange and len(covered) == 1 and "-" in words[covered[0]]
        yield Piece(covered, said if known and said and not name else tuple(words[number] for number in covered))


def _longest(cut: Sequence[_Token], place: int, language: str) -> tuple[int, str | None]:
    for length in range(min(LONGEST, len(cut) - place), 1, -1):
        if _tears(cut, place, place + length):
            continue
        found = look_up(" ".join(token.text for token in cut[place : place + length]), language)
        if found is not None:
            return length, found
    return 1, one_word(cut[place].text, language)


def _tears(cut: Sequence[_Token], start: int, end: int) -> bool:
    """Whether a run goes on into the first part of a later word: "besoin d'" of "besoin d'huile"."""
    last = cut[end - 1].word
    return end < len(cut) and cut[end].word == last and cut[start].word != last
