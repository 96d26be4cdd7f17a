"""Numbers as English words."""

from __future__ import annotations

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
LARGEST = 999_999_999


def cardinal(number: int) -> str:
    """forty-nine, three hundred twelve; 0 to LARGEST."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not between 0 and {LARGEST}")
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{cardinal(number // size)} {name}" + (f" {cardinal(rest)}" if rest else "")
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def ordinal(number: int) -> str:
    """first, twenty-second, fortieth; 1 to LARGEST."""
    words = cardinal(number)
    before, dash, last = words.rpartition("-") if "-" in words.split()[-1] else words.rpartition(" ")
    regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return before + dash + _IRREGULAR.get(last, regular)


def decimal(text: str) -> str:
    """A written number, thousands separated by commas, decimals by a point: one point five, twelve hundred."""
    whole, _, part = text.replace(",", "").partition(".")
    if len(whole) > len(str(LARGEST)):
        return digits(whole)
    words = cardinal(int(whole or "0"))
    return f"{words} point {digits(part)}" if part.strip("0") else words


def digits(text: str) -> str:
    """Each digit by itself: nine five two."""
    return " ".join(_ONES[int(digit)] for digit in text if digit.isdecimal() and digit.isascii())
