"""Prices and quantities in the words of an utterance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kiosk.assistant.word_lists import AmountWords, Phrase
from local_catalog import Money

_FIGURE = re.compile(r"([$£€]?)(\d{1,6}(?:,\d{3})*(?:\.\d{1,2})?)(c|k)?")
_NOT_MANY_AFTER = ("number", "no", "option", "aisle", "the", "spf", "size", "type", "for", "under", "over")
_MANY_AFTER = ("it", "make", "only", "want", "need", "for", "take", "get", "have", "buy", "them")
_TENS = range(20, 100, 10)
MAX_QUANTITY = 99
"""More of one thing than this is not put on a list by a word."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words[start:end]. `money`: a currency stands with it. `unit`: a unit comes after it."""

    value: Decimal
    start: int
    end: int
    money: bool
    unit: bool


@dataclass(frozen=True, slots=True)
class Prices:
    """The price range wished for, and the words that say so."""

    most: Money | None = None
    least: Money | None = None
    spans: tuple[tuple[int, int], ...] = ()


def starts_with(words: Sequence[str], at: int, phrase: Phrase) -> bool:
    """Whether the phrase stands at this place."""
    return tuple(words[at : at + len(phrase)]) == phrase


def _spelled(words: Sequence[str], at: int, lists: AmountWords) -> tuple[Decimal, int] | None:
    value = lists.numbers.get(words[at])
    if value is None:
        return None
    end = at + 1
    if value in _TENS and end < len(words) and 0 < lists.numbers.get(words[end], 0) < 10:
        value, end = value + lists.numbers[words[end]], end + 1
    elif value < 10 and end < len(words) and words[end] == "hundred":
        value, end = value * 100, end + 1
    return Decimal(value), end


def number_at(words: Sequence[str], at: int, lists: AmountWords) -> Number | None:
    """The number that begins at this word, with its currency words."""
    match = _FIGURE.fullmatch(words[at])
    cents = False
    if match is not None:
        value, end = Decimal(match[2].replace(",", "")), at + 1
        money = bool(match[1])
        cents = match[3] == "c" and not money
        if match[3] == "k":
            return None
    elif words[at] in ("a", "one") and at + 1 < len(words) and words[at + 1] in ("dollar", "buck"):
        return Number(Decimal(1), at, at + 2, money=True, unit=False)
    elif words[at] == "a" and at + 2 < len(words) and words[at + 1].isdigit() and words[at + 2] in lists.units:
        return Number(Decimal(words[at + 1]), at, at + 3, money=True, unit=False)  # 'a fiver'
    else:
        spelled = _spelled(words, at, lists)
        if spelled is None:
            return None
        value, end = spelled
        money = False
    follower = words[end] if end < len(words) else ""
    if cents or follower in lists.cents:
        return Number(value / 100, at, end if cents else end + 1, money=True, unit=False)
    if follower in lists.units:
        money, end = True, end + 1
        rest = number_at(words, end + 1, lists) if _is(words, end, "and") and end + 1 < len(words) else None
        if rest is None and end < len(words):
            rest = number_at(words, end, lists)
        if rest is not None and rest.value < 100 and not rest.unit:
            value += rest.value if rest.money and rest.value < 1 else rest.value / 100
            end = rest.end
    elif money is False and match is None and value < 100 and end < len(words):
        second = _spelled(words, end, lists)  # "three fifty" is 3.50
        if second is not None and 10 <= second[0] < 100 and value < 20:
            value, end = value + second[0] / 100, second[1]
            follower = words[end] if end < len(words) else ""
            money = follower in lists.units
            end += money
    unit = not money and (end < len(words) and words[end] in lists.other_units)
    return Number(value, at, end, money, unit)


def _is(words: Sequence[str], at: int, word: str) -> bool:
    return at < len(words) and words[at] == word


def _money(value: Decimal, currency: str) -> Money:
    return Money(int((value * 100).to_integral_value()), currency)


def _before(words: Sequence[str], at: int, phrases: Sequence[Phrase]) -> Phrase | None:
    for phrase in phrases:
        if at >= len(phrase) and starts_with(words, at - len(phrase), phrase):
            return phrase
    return None


def _after(words: Sequence[str], at: int, phrases: Sequence[Phrase]) -> Phrase | None:
    return next((phrase for phrase in phrases if starts_with(words, at, phrase)), None)


def find_prices(words: Sequence[str], lists: AmountWords, currency: str) -> Prices:
    """The range of prices the words ask for; numbers that are sizes, ages or parts of names are left alone."""
    most: Money | None = None
    least: Money | None = None
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        number = number_at(words, at, lists)
        if number is None:
            at += 1
            continue
        pair = _pair(words, number, lists)
        if pair is not None:
            low, high, start, end = pair
            least, most = _money(min(low, high), currency), _money(max(low, high), currency)
            spans.append((start, end))
            at = end
            continue
        at = number.end
        if number.unit:
            continue
        value = _money(number.value, currency)
        start, end = number.start, number.end
        if (phrase := _before(words, start, lists.max_before)) and (number.money or phrase not in lists.max_careful):
            most, start = value, start - len(phrase)
        elif (after := _after(words, end, lists.max_after)) is not None:
            most, end = value, end + len(after)
        elif (phrase := _before(words, start, lists.min_before)) and (
            number.money or phrase not in lists.min_careful or len(words) == end
        ):
            least, start = value, start - len(phrase)
        elif number.money and (after := _after(words, end, lists.min_after)) is not None:
            least, end = value, end + len(after)
        elif number.money and (phrase := _before(words, start, lists.about)):
            spread = number.value * lists.about_percent / 100
            least, most = _money(number.value - spread, currency), _money(number.value + spread, currency)
            start -= len(phrase)
        elif number.money and start and words[start - 1] in ("for", "with"):
            most, start = value, start - 1
        else:
            continue
        spans.append((start, end))
    return Prices(most, least, tuple(spans))


def _pair(words: Sequence[str], first: Number, lists: AmountWords) -> tuple[Decimal, Decimal, int, int] | None:
    if first.end >= len(words):
        return None
    between = first.start > 0 and words[first.start - 1] in ("between", "from", "around")
    joined = words[first.end] in ("and", "to")
    second = number_at(words, first.end + joined, lists) if first.end + joined < len(words) else None
    if second is None or second.unit or not (between or second.money):
        return None
    if not between and (words[first.end] == "and" or (not joined and not first.money)):
        return None
    return first.value, second.value, first.start - between, second.end


def find_quantity(
    words: Sequence[str], lists: AmountWords, taken: Sequence[tuple[int, int]]
) -> tuple[int, int, int] | None:
    """(quantity, start, end) of how many are wanted: a whole number that is neither price, size nor age."""
    for at in range(len(words)):
        if any(start <= at < end for start, end in taken):
            continue
        for phrase, n in lists.quantities:
            if starts_with(words, at, phrase):
                end = at + len(phrase)
                return n, at, end + _is(words, end, "of")
        number = number_at(words, at, lists)
        if number is None or number.money or number.unit or number.value != int(number.value):
            continue
        last = number.end >= len(words)
        if at and words[at - 1] in _NOT_MANY_AFTER and not (last and words[at - 1] == "for"):
            continue
        if last and at and words[at - 1] not in _MANY_AFTER:
            continue
        if words[at] == "one" and number.end < len(words) and words[number.end] in ("with", "that", "from", "is", "in"):
            continue
        if 1 <= number.value <= MAX_QUANTITY:
            return int(number.value), at, number.end + _is(words, number.end, "of")
    return None
