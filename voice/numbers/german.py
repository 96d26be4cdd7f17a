"""German numbers: "eins" alone, "ein" and "eine" before a noun."""

from __future__ import annotations

from voice.numbers.counting import in_range

_ONES = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS = ("", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_IRREGULAR = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}


def cardinal(number: int, before: str = "") -> str:
    """neunundvierzig, eine, hunderteins, zweitausendzwölf."""
    in_range(number)
    if number >= 1_000_000:
        many, rest = divmod(number, 1_000_000)
        head = "eine Million" if many == 1 else f"{cardinal(many, 'f')} Millionen"
        return f"{head} {cardinal(rest, before)}" if rest else head
    return _word(number, {"": "eins", "f": "eine"}.get(before, "ein"))


def ordinal(number: int) -> str:
    """erste, vierte, einundzwanzigste, hundertdritte."""
    if number in _IRREGULAR:
        return _IRREGULAR[number]
    last = number % 100
    if number > 100 and last in _IRREGULAR:
        return cardinal(number - last) + _IRREGULAR[last]
    return cardinal(number) + ("te" if 0 < last < 20 else "ste")


def _word(number: int, one: str) -> str:
    if number >= 1_000:
        many, rest = divmod(number, 1_000)
        return ("" if many == 1 else _word(many, "ein")) + "tausend" + (_word(rest, one) if rest else "")
    if number >= 100:
        many, rest = divmod(number, 100)
        return ("" if many == 1 else _ONES[many]) + "hundert" + (_word(rest, one) if rest else "")
    if number == 1:
        return one
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return (("ein" if ones == 1 else _ONES[ones]) + "und" if ones else "") + _TENS[tens]
