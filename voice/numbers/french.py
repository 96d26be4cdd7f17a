"""French numbers, as in France: soixante-dix, quatre-vingts; "une" before a feminine noun."""

from __future__ import annotations

from voice.numbers.counting import in_range

_ONES = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")


def cardinal(number: int, before: str = "") -> str:
    """quarante-neuf, vingt et une, quatre-vingts, deux cent un."""
    in_range(number)
    if number < 100:
        return _below_hundred(number, before)
    if number < 1_000:
        many, rest = divmod(number, 100)
        head = "cent" if many == 1 else f"{_ONES[many]} cent"
        return f"{head} {_below_hundred(rest, before)}" if rest else head + ("s" if many > 1 else "")
    if number < 1_000_000:
        many, rest = divmod(number, 1_000)
        # "quatre-vingts" and "cents" lose their s before "mille".
        head = "mille" if many == 1 else f"{_without_s(many)} mille"
        return f"{head} {cardinal(rest, before)}" if rest else head
    many, rest = divmod(number, 1_000_000)
    head = f"{cardinal(many)} million" + ("s" if many > 1 else "")
    return f"{head} {cardinal(rest, before)}" if rest else head


def ordinal(number: int) -> str:
    """premier, deuxième, vingt et unième."""
    if number == 1:
        return "premier"
    words = _without_s(number)
    if words.endswith("f"):
        return words[:-1] + "vième"
    return {"q": words + "uième", "e": words[:-1] + "ième"}.get(words[-1], words + "ième")


def _below_hundred(number: int, before: str) -> str:
    one = "une" if before == "f" else "un"
    if number == 1:
        return one
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if tens in (7, 9):
        ones += 10
    if ones == 0:
        return _TENS[tens] + ("s" if tens == 8 else "")
    link = " et " if ones in (1, 11) and tens < 8 else "-"
    return f"{_TENS[tens]}{link}{one if ones == 1 else _ONES[ones]}"


def _without_s(number: int) -> str:
    words = cardinal(number)
    return words[:-1] if words.endswith(("vingts", "cents")) else words
