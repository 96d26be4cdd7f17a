"""From what people write and say to words that can be compared: the same reading for products and for queries."""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

import apsw

from local_catalog.units import COUNTED, UNITS, canonical, number_word

TOKENIZER = ("porter", "unicode61", "remove_diacritics", "2")
"""How the search index splits and stems; `stems` uses the same."""

LONGEST_QUERY = 2000
"""Characters of a query that are read; nobody says more in one breath."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or an amount such as '2 liter', with its place in the text."""

    norm: str
    """Index form: lower case, letters and digits only."""
    raw: str
    """As written."""
    kind: str = "word"
    """word, number, amount, or counted (the noun behind a number: 'rolls' in '24 rolls')."""
    also: tuple[str, ...] = ()
    """Other index forms it may stand for: '12 oz' can be a weight or a volume."""
    bare: str = ""
    """The number of an amount without its unit: who looks for a 22 monitor finds the one of 22 inches."""
    whole: str = ""
    """The index form of the model number that it is a part of: 'dmcfz200' for both parts of 'DMC-FZ200'."""


_PIECE = re.compile(
    r"""
    (?P<packs>\d{1,4})\s*[x×]\s*(?=\d)
    | (?:(?P<mixed>\d{1,3})(?:\s+|-))?(?P<over>\d{1,3})\s?[/⁄]\s?(?P<under>\d{1,3})(?!\d)
    | (?P<code>(?<!\d-)[a-z]{1,3}-?\d{1,6}[a-z]?(?![\w.]))
    | (?P<number>\d[\d.,]*\d|\d)
    | (?P<word>[^\W\d_]+(?:['’`´][^\W\d_]+)*)
    | (?P<sign>[&%"″”])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_LETTER = re.compile(r"[\W_]")
_SIGNS = {"&": "and", "%": "percent"}
_INCH_SIGN = "inchsign"
_FRACTIONS = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4"}
_WITHIN_A_CODE = frozenset(("", "-", "/", ".", "_", "#"))
"""What may stand between the parts of a model number."""
_LONGEST_CODE = 24
_MEASURE = re.compile(r"(\d+(?:p\d+)?)([a-z]+)")
_LETTERS_AND_DIGITS = re.compile(r"([^\W\d_]+)(\d+)|(\d+)([^\W\d_]+)")

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_SMALL = {word: number for number, word in enumerate(_ONES.split())}
_BY_TEN = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * number for number, word in enumerate(_BY_TEN.split(), start=1) if number > 1}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *_PARTS, "hundred"))
"""Words with which a number may begin."""
_LONGEST_DIGITS = 18
"""Of a number; barcodes have up to 14."""
_LONGEST_NUMBER = 6
"""Words of one: 'two hundred and fifty five'."""
_ALONE = frozenset({"gallon", "quart", "pint", "dozen"})
"""Units that mean one of them when no number stands in front: 'a gallon of milk'."""
_AFTER_THE_WORD_IN = "a an the my your our this that these those one two three stock store here there total all aisle"
_NOT_AFTER_INCHES = frozenset(_AFTER_THE_WORD_IN.split())
"""'in' before these, or before a number, is no unit: '2 in the store', '3 in 1'."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the text before numbers and units are joined."""

    norm: str
    kind: str
    start: int
    end: int
    value: Decimal | None = None


def fold(text: str) -> str:
    """Lower case, compatible characters made equal, accents and control characters taken off."""
    if text.isascii() and text.isprintable():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text)
    kept = (c if unicodedata.category(c)[0] != "C" else " " for c in spread if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(kept).casefold())


def tokens(text: str) -> list[Token]:
    """The words, numbers and amounts of a text in order."""
    whole = unicodedata.normalize("NFC", text)
    for sign, plain in _FRACTIONS.items():
        whole = whole.replace(sign, plain)
    return _join(whole, [_piece(match) for match in _PIECE.finditer(whole)])


def _piece(match: re.Match[str]) -> _Piece:
    start, end = match.span()
    if match["packs"]:
        return _Piece(canonical(Decimal(match["packs"]), UNITS["pack"]), "amount", start, match.end("packs"))
    if match["over"]:
        under = int(match["under"])
        value = Decimal(match["mixed"] or 0) + Decimal(match["over"]) / (under or 1)
        return _Piece(number_word(value), "number", start, end, value)
    if match["number"]:
        value = _decimal(match["number"])
        return _Piece(number_word(value), "number", start, end, value)
    raw = match.group()
    if match["sign"]:
        return _Piece(_SIGNS.get(raw, _INCH_SIGN), "word", start, end)
    plain = fold(raw)
    return _Piece(plain if plain.isalnum() else _NO_LETTER.sub("", plain), "word", start, end)


def _decimal(text: str) -> Decimal:
    """A number with a decimal point or comma, or with thousands set off; no more digits than a shelf knows."""
    plain = re.sub(r",(?=\d{3}(?!\d))", "", text).replace(",", ".")
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return Decimal(plain[:_LONGEST_DIGITS])


def _join(text: str, pieces: list[_Piece]) -> list[Token]:
    """Put numbers and their units together."""
    joined: list[Token] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(pieces):
        start = pieces[at].start
        value, after = _value(pieces, at)
        if value is None and pieces[at].norm in _ALONE:
            value, after = Decimal(1), at
        amount = _amount(text, pieces, at, after, value) if value is not None else None
        if amount is not None:
            joined.extend(amount[0])
            at = amount[1]
            spans.extend((start, pieces[at - 1].end) for _ in amount[0])
            continue
        piece = pieces[at]
        if piece.norm and piece.norm != _INCH_SIGN:
            joined.append(Token(piece.norm, text[piece.start : piece.end], piece.kind))
            spans.append((piece.start, piece.end))
        at += 1
    _mark_codes(text, joined, spans)
    return joined


def _mark_codes(text: str, found: list[Token], spans: list[tuple[int, int]]) -> None:
    """Tell the parts of model numbers what they are parts of."""
    start = 0
    while start < len(found):
        end = start + 1
        while end < len(found) and text[spans[end - 1][1] : spans[end][0]] in _WITHIN_A_CODE:
            end += 1
        if end - start > 1 and all(token.kind in ("word", "number") for token in found[start:end]):
            whole = _NO_LETTER.sub("", fold(text[spans[start][0] : spans[end - 1][1]]))
            if len(whole) <= _LONGEST_CODE and not whole.isdigit() and not whole.isalpha():
                found[start:end] = [replace(token, whole=whole) for token in found[start:end]]
        start = end


def _value(pieces: list[_Piece], at: int) -> tuple[Decimal | None, int]:
    """The number that starts here, in digits or words, and the place after it."""
    piece = pieces[at]
    if piece.value is not None:
        return piece.value, at + 1
    if piece.norm not in _NUMBER_WORDS:
        return None, at
    if piece.norm in _PARTS:
        return _PARTS[piece.norm], at + 1 + (_norm(pieces, at + 1) in ("a", "an"))
    total, start = Decimal(0), at
    while at < start + _LONGEST_NUMBER:
        word = _norm(pieces, at)
        if word in _TENS:
            total += _TENS[word]
        elif word in _SMALL:
            total += _SMALL[word]
        elif word == "hundred":
            total = max(total, Decimal(1)) * 100
        elif not (word == "and" and total >= 100 and _norm(pieces, at + 1) in _TENS | _SMALL):
            break
        at += 1
    if at == start or not total:
        return None, start
    if [_norm(pieces, at + n) for n in range(3)] == ["and", "a", "half"]:
        return total + Decimal("0.5"), at + 3
    if _norm(pieces, at) == "point" and _norm(pieces, at + 1) in _SMALL:
        return total + Decimal(_SMALL[_norm(pieces, at + 1)]) / 10, at + 2
    return total, at


def _norm(pieces: list[_Piece], at: int) -> str:
    return pieces[at].norm if at < len(pieces) else ""


def _amount(text: str, pieces: list[_Piece], start: int, at: int, value: Decimal) -> tuple[list[Token], int] | None:
    """The amount of `value` with the unit at `at`, and the place after it; None if no unit stands there."""
    word, end = _norm(pieces, at), at + 1
    if word in ("fl", "fluid") and _norm(pieces, end) in ("oz", "ounce", "ounces"):
        word, end = "floz", end + 1
    glued = 0 < at < len(pieces) and pieces[at].start == pieces[at - 1].end
    if word == _INCH_SIGN:
        word = "in" if glued else word
    elif word == "in" and not glued:
        after = pieces[end] if end < len(pieces) else None
        if after is not None and (after.value is not None or after.norm in _NOT_AFTER_INCHES):
            return None
    if word in COUNTED and word not in UNITS and at > start:
        noun = text[pieces[at].start : pieces[at].end]
        raw = text[pieces[start].start : pieces[at - 1].end]
        number = Token(canonical(value, UNITS["pack"]), raw, "amount", bare=number_word(value))
        return [number, Token(word, noun, "counted")], end
    unit = UNITS.get(word)
    if unit is None:
        return None
    also = (canonical(value, UNITS["floz"]),) if word in ("oz", "ounce", "ounces") else ()
    raw = text[pieces[start].start : pieces[end - 1].end]
    bare = number_word(value) if at > start else ""
    return [Token(canonical(value, unit), raw, "amount", also, bare)], end


def indexed(text: str) -> str:
    """A text of a product as it goes into the search index: with amounts also as bare numbers, and with model numbers
    in parts and, behind them, whole."""
    words: list[str] = []
    whole = ""
    for token in tokens(text):
        if whole and token.whole != whole:
            words.append(whole)
        words.extend((token.norm, *token.also))
        if token.bare:
            words.append(token.bare)
        whole = token.whole
    return " ".join([*words, whole] if whole else words)


def plain(text: str) -> str:
    """Words that a shopper says, in index form."""
    return " ".join(word for token in tokens(text) for word in (token.norm, *token.also))


def indexed_size(text: str) -> str:
    """A size as it goes into the search index: the amounts, and not the nouns counted ('24 rolls' are no bread)."""
    return " ".join(word for t in tokens(text) if t.kind != "counted" for word in (t.norm, *t.also))


def measure(word: str) -> tuple[float, str] | None:
    """The number and the unit of an amount in index form: '1p5ml' is 1.5 and 'ml'; None if the word is no amount."""
    found = _MEASURE.fullmatch(word)
    return (float(found[1].replace("p", ".")), found[2]) if found else None


def key(text: str) -> str:
    """Two texts with the same key are the same to a shopper: case, punctuation, accents and spelling of units aside."""
    return " ".join(token.norm for token in tokens(text))


def spoken(text: str) -> str:
    """Plain words as one would say them: lower case, no punctuation."""
    return " ".join(match.group() for match in re.finditer(r"[^\W_]+", re.sub(r"['’`´]", "", fold(_and(text)))))


def _and(text: str) -> str:
    return text.replace("&", " and ").replace("%", " percent ").replace("+", " plus ")


def parts(word: str) -> tuple[str, str] | None:
    """Letters and digits of a mixed word apart: 'spf50' is ('spf', '50'); None if it is not one of each."""
    found = _LETTERS_AND_DIGITS.fullmatch(word)
    if found is None:
        return None
    return (found[1], found[2]) if found[1] else (found[3], found[4])


class _Stemmer(threading.local):
    """The index's own tokenizer, one a thread since a connection may not be used by two at once."""

    def __init__(self) -> None:
        self.connection = apsw.Connection(":memory:")
        self.tokenizer = self.connection.fts5_tokenizer(TOKENIZER[0], list(TOKENIZER[1:]))


_stemmer = _Stemmer()


def stems(text: str) -> tuple[str, ...]:
    """The stems under which the index keeps the words of an already indexed or normal text."""
    found = _stemmer.tokenizer(text.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False)
    return tuple(str(token[0]) for token in found)
