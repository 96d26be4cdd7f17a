"""What is spoken differs from what is shown: "$3.49, 500 g" is said "three dollars forty-nine, five hundred grams"."""

from __future__ import annotations

import re
import unicodedata
from re import Match

from voice.numbers import cardinal, decimal, digits, ordinal

LONGEST = 1_200
"""Characters that are spoken at most: some 80 seconds. What follows the last whole sentence within is left out."""

_KEPT = " .,:!?'\"$€£%&+-–—/()°²×½⅓⅔¼¾"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_MONEY = {"$": ("dollar", "cent"), "€": ("euro", "cent"), "£": ("pound", "penny")}
_PLURALS = {"penny": "pence", "foot": "feet", "inch": "inches", "hertz": "hertz"}
_UNITS = {
    "g": "gram", "kg": "kilogram", "mg": "milligram", "ml": "milliliter", "cl": "centiliter", "l": "liter",
    "oz": "ounce", "fl oz": "fluid ounce", "lb": "pound", "lbs": "pound", "mm": "millimeter", "cm": "centimeter",
    "m": "meter", "km": "kilometer", "ft": "foot", "w": "watt", "v": "volt", "mah": "milliampere hour",
    "kwh": "kilowatt hour", "lm": "lumen", "hz": "hertz", "gb": "gigabyte", "tb": "terabyte", "kcal": "kilocalorie",
    "kj": "kilojoule", "min": "minute", "h": "hour", "hr": "hour", "pk": "pack", "pcs": "piece", "ct": "count",
    "gal": "gallon", "qt": "quart", "pt": "pint", "yd": "yard", "m²": "square meter",
    "°c": "degree Celsius", "°f": "degree Fahrenheit",
}  # fmt: skip
_LENGTHS = {"millimeter", "centimeter", "meter", "inch", "foot"}
_LETTER_UNITS = {"m", "h"}
"""Units that are other things in capitals."""
_INITIALS = {
    "LED", "SPF", "USB", "HDMI", "AM", "PM", "ID", "TV", "PC", "CD", "DVD", "UHT", "PH", "UV", "UVA", "UVB", "SD", "QR",
    "ATM", "WC", "PIN", "DIY", "GPS", "RFID", "DNA", "BPA", "MSG", "GMO", "VAT", "SKU",
}  # fmt: skip
_WORDS = {
    "BBQ": "barbecue", "AA": "double A", "AAA": "triple A", "AAAA": "quadruple A", "w/": "with", "w/o": "without",
    "approx.": "about", "incl.": "including", "excl.": "without", "vs.": "versus", "no.": "number",
    "e.g.": "for example", "i.e.": "that is", "etc.": "and so on", "Mon": "Monday", "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_FRACTIONS = {"1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters"}
_PARTS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}

_UNIT_WORDS = "|".join(re.escape(unit).replace(r"\ ", r"\.?\s?") for unit in sorted(_UNITS, key=len, reverse=True))
_UNIT = rf"(?P<unit>{_UNIT_WORDS})\.?(?![\w²°])"
_PRICE = re.compile(r"(?P<sign>[$€£])\s?(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<part>\d{2}))?(?!\d)")
_TIMES = re.compile(rf"(?P<counts>{_NUMBER}(?:\s?[x×]\s?{_NUMBER})+)(?:[\s-]?{_UNIT})?", re.IGNORECASE)
_AMOUNT = re.compile(rf"(?<![\w.])(?P<number>{_NUMBER})(?P<dash>[\s-]?){_UNIT}", re.IGNORECASE)
_PER = re.compile(rf"(?:(?<=\w)/|\bper )(?P<number>{_NUMBER})?\s?{_UNIT}", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s?(?P<half>[ap])\.?m\.?(?!\w))?", re.I
)
_HALF_DAY = re.compile(r"\b(?P<hour>1[0-2]|[1-9])\s?(?P<half>[ap])\.?m\.?(?!\w)", re.I)
_DATE = re.compile(r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b")
_RANGE = re.compile(r"(?<=[\w.])\s?[–—]\s?(?=[\w$€£])|(?<=\d)-(?=[$€£])|(?<=\d) - (?=[\d$€£])")
_SPAN = re.compile(r"(?<![\d-])(\d{1,3})-(\d{1,3})(?![\d-])")
_PHONE = re.compile(r"(?<![\d-])\d{3}(?:-\d{3})?-\d{4}(?![\d-])")
_SENTENCE = re.compile(r"[.!?](?=\s)")


def spoken(text: str, language: str = "en") -> str:
    """The text as it is to be read aloud: plain words and stops, without signs that a voice stumbles over.

    Prices, sizes, times and abbreviations become words in English; other languages keep their own writing, which their
    voices read themselves.
    """
    text = _plain(text)
    if language.split("-")[0].lower() == "en":
        text = _english(text)
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Cut what is too long; leave letters, digits and the signs that mean something to the ear."""
    text = unicodedata.normalize("NFC", text[: 4 * LONGEST]).replace("’", "'").replace("`", "'")
    text = re.sub(r"\s*[\n•|;]+\s*", ". ", text.strip()).replace("..", ".") if "\n" in text else text
    kept = "".join(
        sign
        if sign.isalnum() or sign in " .,:!?'\"$€£%&+-–—/()°²×½⅓⅔¼¾" or unicodedata.category(sign)[0] == "M"
        else " "
        for sign in text
    )
    kept = " ".join(kept.split())
    if len(kept) <= LONGEST:
        return kept
    cut = kept[:LONGEST]
    ends = [stop.end() for stop in _SENTENCE.finditer(cut)]
    return cut[: ends[-1]] if ends else cut.rpartition(" ")[0] or cut


def _english(text: str) -> str:
    for sign, fraction in _PARTS.items():
        text = re.sub(rf"(?<=\d)\s?{sign}", f" and {_FRACTIONS[fraction]}", text).replace(sign, fraction)
    text = _DATE.sub(_date, text)
    text = _PHONE.sub(lambda found: ", ".join(digits(group) for group in found[0].split("-")), text)
    text = _SPAN.sub(r"\1 to \2", _RANGE.sub(" to ", text))
    text = _CLOCK.sub(_clock, text)
    text = _HALF_DAY.sub(_clock, text)
    text = _PRICE.sub(_price, text)
    text = re.sub(r"(?<![\d/])([123]/[234])(?![\d/])", lambda found: _FRACTIONS.get(found[1], found[1]), text)
    text = _PER.sub(_per, text)
    text = _TIMES.sub(_times, text)
    text = _AMOUNT.sub(_amount, text)
    text = re.sub(rf"({_NUMBER})\s?%", lambda found: f"{decimal(found[1])} percent", text)
    text = re.sub(r'(\d)\s?"', r"\1 inch", text)
    text = re.sub(r"\bW\.?D[- ]?40\b", "W D forty", text, flags=re.I)
    text = re.sub(r"(?<![\w.])\d[\d,.]*\d(?![\w])|(?<![\w.])\d(?![\w])", _number, text)
    text = " ".join(_word(word) for word in text.split())
    text = re.sub(r"\s?&\s?", " and ", text)
    text = re.sub(r"(?<=\w)\s?\+\s?(?=\w)", " plus ", text)
    text = re.sub(r"\s?/\s?", " or ", text)
    return re.sub(r'["()+°²×–—]', " ", text)


def _plural(word: str, one: bool) -> str:
    if one:
        return word
    head, space, last = word.partition(" ") if word.startswith("degree") else ("", "", word)
    if head:
        return f"{head}s{space}{last}"
    return _PLURALS.get(last, last + "s")


def _price(found: Match[str]) -> str:
    major, minor = _MONEY[found["sign"]]
    whole, part = int(found["whole"].replace(",", "")), int(found["part"] or "0")
    if not whole and part:
        return f"{cardinal(part)} {_plural(minor, part == 1)}"
    words = f"{cardinal(whole)} {_plural(major, whole == 1)}"
    return f"{words} {cardinal(part)}" if part else words


def _unit(found: Match[str]) -> str | None:
    """The unit's full name, None if these letters mean something else here."""
    written = re.sub(r"\.?\s+", " ", found["unit"])
    if written.lower() in _LETTER_UNITS and written != written.lower():
        return None
    return _UNITS[written.lower().rstrip(".")]


def _amount(found: Match[str]) -> str:
    unit = _unit(found)
    if unit is None:
        return found[0]
    ended = "." if found[0].endswith(".") and found.end() == len(found.string) else ""
    number = decimal(found["number"])
    if number == "zero point five":
        return f"half a {unit}{ended}"
    # "a 500-g jar", but "500 g".
    return f"{number} {_plural(unit, number == 'one' or found['dash'] == '-')}{ended}"


def _per(found: Match[str]) -> str:
    unit = _unit(found)
    if unit is None:
        return found[0]
    number = decimal(found["number"]) if found["number"] else ""
    return f" per {number} {_plural(unit, number in ('', 'one'))}"


def _times(found: Match[str]) -> str:
    unit = _unit(found) if found["unit"] else None
    numbers = [decimal(number) for number in re.split(r"\s?[x×]\s?", found["counts"], flags=re.I)]
    joined = (" by " if unit is None or unit in _LENGTHS else " times ").join(numbers)
    return f"{joined} {_plural(unit, numbers[-1] == 'one')}" if unit else joined + (found["unit"] or "")


def _clock(found: Match[str]) -> str:
    hour, minute = int(found["hour"]), int(found.groupdict().get("minute") or "0")
    half = found["half"]
    if half is None and minute == 0 and hour in (0, 12, 24):
        return "noon" if hour == 12 else "midnight"
    letter = half.upper() if half else ("P" if 12 <= hour < 24 else "A")
    words = cardinal(hour % 12 or 12)
    if minute:
        words += f" {cardinal(minute)}" if minute > 9 else f" oh {cardinal(minute)}"
    rest = found.string[found.end() :]
    return f"{words} {letter} M" + ("." if found[0].endswith(".") and (not rest or rest[1:2].isupper()) else "")


def _date(found: Match[str]) -> str:
    return f"{_MONTHS[int(found['month']) - 1]} {ordinal(int(found['day']))}"


def _number(found: Match[str]) -> str:
    """Plain numbers; long ones are codes and read digit by digit."""
    written = found[0]
    tail = written[len(written.rstrip(".,")) :]
    bare = written[: len(written) - len(tail)]
    if re.fullmatch(_NUMBER, bare) and len(bare.partition(".")[0].replace(",", "")) < 7:
        return decimal(bare) + tail
    return digits(bare) + tail


def _word(word: str) -> str:
    bare = word.rstrip(",:!?")
    tail = word[len(bare) :]
    if bare in _WORDS:
        return _WORDS[bare] + tail
    stop = "." if bare.endswith(".") else ""
    bare = bare.removesuffix(".")
    if bare in _WORDS:
        return _WORDS[bare] + stop + tail
    if bare in _INITIALS:
        return " ".join(bare) + stop + tail
    head, dash, rest = bare.partition("-")
    if dash and head in _INITIALS:
        return f"{' '.join(head)} {_word(rest)}{stop}{tail}"
    return word
