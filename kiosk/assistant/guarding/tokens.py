"""A text taken apart into words and numbers, with the sentence and the part of it in which each stands.

Numbers are one token however they are said: '3.49', '$3.49', 'three forty-nine', 'three dollars and forty-nine cents'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kiosk.assistant.guarding.words import SaidWords
from models.gloss import fold

_PIECE = re.compile(
    r"(?P<money>[$€£])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<minutes>:\d\d)?"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<sign>[.!?;:,%$€£/&+=-])|(?P<other>[^\s()\"])"
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": ",", "…": "."})
_ENDS = ".!?"
_PARTS = ",;:"
_NOT_SPACED = re.compile(r"[^\W\d_]\.[^\W\d_]")
_BREAKING = frozenset(("and", "but", "while", "whereas", "though"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word (folded), or a number if `value` is given. `money`: in the store's currency, `value` in minor units."""

    text: str
    sentence: int = 0
    part: int = 0
    """Parts are cut at commas and at 'and', 'but', 'while'; counted through the whole text."""
    value: Decimal | None = None
    money: bool = False
    question: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return self.value is not None


class _Reader:
    def __init__(self, words: SaidWords, sign: str) -> None:
        self.words = words
        self.sign = sign
        self.tokens: list[Token] = []
        self.sentence = self.part = 0

    def add(self, text: str, value: Decimal | None = None, *, money: bool = False) -> None:
        self.tokens.append(Token(text, self.sentence, self.part, value, money))

    def read(self, text: str) -> list[Token]:
        text = fold(text.translate(_QUOTES).replace("a.m.", "am").replace("p.m.", "pm"))
        for match in _PIECE.finditer(text):
            if match["number"]:
                self._number(match)
            elif match["word"]:
                self._word(match["word"])
            elif match["other"] or match["sign"] in "$€£/&+=":
                self.add(match[0])
            elif match["sign"] == "%":
                self.add("percent")
            elif match["sign"] in _ENDS:
                self.sentence += 1
                self.part += 1
                if match["sign"] == "?":
                    self._asks()
            elif match["sign"] in _PARTS:
                self.part += 1
        return self.tokens

    def _asks(self) -> None:
        at = len(self.tokens)
        while at and self.tokens[at - 1].sentence == self.sentence - 1:
            at -= 1
            self.tokens[at] = replace(self.tokens[at], question=True)

    def _number(self, match: re.Match[str]) -> None:
        value = Decimal(match["number"].replace(",", ""))
        if match["minutes"]:
            value += Decimal(match["minutes"][1:]) / 100
        sign = match["money"]
        if sign and sign != self.sign:
            self.add(sign)
        self.add(match[0], value * 100 if sign else value, money=bool(sign))

    def _word(self, word: str) -> None:
        for ending, whole in self.words.contractions.items():
            if word.endswith(ending) and word != ending:
                stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(
                    word.removesuffix(ending), word.removesuffix(ending)
                )
                self.add(stem)
                self.add(whole)
                return
        if word.endswith("'s"):
            self.add(word.removesuffix("'s"))
            if word.removesuffix("'s") in self.words.is_after:
                self.add("is")
            return
        if word == "cannot":
            self.add("can")
            word = "not"
        if word in _BREAKING:
            self.part += 1
        self.add(word)


def _spelled(tokens: Sequence[Token], at: int, numbers: SaidWords) -> tuple[int, int] | None:
    """A number below 1,000 in words at this place, and where it ends."""
    known = numbers.numbers
    value = known.get(tokens[at].text)
    if value is None:
        return None
    end = at + 1
    if 20 <= value < 100 and end < len(tokens) and 0 < known.get(tokens[end].text, 0) < 10:
        value, end = value + known[tokens[end].text], end + 1
    elif 0 < value < 10 and end < len(tokens) and tokens[end].text == "hundred":
        value, end = value * 100, end + 1
        start = end + 1 if end + 1 < len(tokens) and tokens[end].text == "and" else end
        if start < len(tokens) and (rest := _spelled(tokens, start, numbers)) is not None and rest[0] < 100:
            value, end = value + rest[0], rest[1]
    return value, end


def _numbers(tokens: Sequence[Token], words: SaidWords) -> list[Token]:
    """Puts number words together to one number each."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found = _spelled(tokens, at, words)
        pronoun = token.text == "one" and (not made or made[-1].text in words.pronoun_after or _stands_for(tokens, at))
        if found is None or pronoun:
            made.append(token)
            at += 1
            continue
        value, end = found
        cents = _after_dollars(tokens, end, words)
        if cents is not None:
            made.append(replace(token, value=Decimal(value * 100 + cents[0]), money=True))
            end = cents[1]
        else:
            made.append(replace(token, value=Decimal(value)))
        at = end
    return made


def _stands_for(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text in ("is", "costs", "that", "which")


def _after_dollars(tokens: Sequence[Token], at: int, words: SaidWords) -> tuple[int, int] | None:
    """The cents of 'three forty-nine' or 'three oh five'."""
    if at >= len(tokens):
        return None
    zero = tokens[at].text in ("oh", "o")
    rest = _spelled(tokens, at + 1 if zero else at, words) if at + zero < len(tokens) else None
    if rest is None or not (rest[0] < 10 if zero else 10 <= rest[0] < 100):
        return None
    return rest


def _dollars(tokens: Sequence[Token]) -> list[Token]:
    """'3 dollars and 49 cents' to one sum."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token, unit = tokens[at], tokens[at + 1].text if at + 1 < len(tokens) else ""
        if token.value is None or unit not in ("dollar", "dollars", "buck", "bucks", "cent", "cents"):
            made.append(token)
            at += 1
            continue
        cents = unit.startswith("cent")
        value = token.value if cents or token.money else token.value * 100
        at += 2
        rest = at + 1 if at < len(tokens) and tokens[at].text == "and" else at
        if not cents and rest + 1 < len(tokens) and tokens[rest + 1].text in ("cent", "cents") and tokens[rest].value:
            value += tokens[rest].value or 0
            at = rest + 2
        made.append(replace(token, value=value, money=True))
    return made


def tokens_of(text: str, words: SaidWords, sign: str = "$") -> list[Token]:
    """The tokens of a text. `sign` is that of the store's currency; another one stands as a word."""
    return _dollars(_numbers(_Reader(words, sign).read(text), words))


def rewritten(tokens: Iterable[Token], words: SaidWords) -> list[Token]:
    """Words that mean the same in one form, to hold a wording against a rule of the store."""
    made = list(tokens)
    for said, first in words.alike:
        at = 0
        while at + len(said) <= len(made):
            if tuple(t.text for t in made[at : at + len(said)]) == said:
                made[at : at + len(said)] = [replace(made[at], text=text) for text in first]
            at += 1
    return made


def is_link(text: str) -> bool:
    """Whether a name of the internet stands in it: letters on both sides of a dot."""
    return _NOT_SPACED.search(text.replace("a.m.", "").replace("p.m.", "")) is not None
