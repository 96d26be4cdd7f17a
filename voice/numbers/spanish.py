"""Spanish numbers: "uno" alone, "un" and "una" before a noun, hundreds that follow its gender."""

from __future__ import annotations

from voice.numbers.counting import in_range

_ONES = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_TENS = ("", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
    "ochocientos", "novecientos",
)  # fmt: skip
_ORDINALS = (
    "", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo",
)  # fmt: skip


def cardinal(number: int, before: str = "") -> str:
    """cuarenta y nueve, veintiún, doscientas una."""
    in_range(number)
    if number < 100:
        return _below_hundred(number, before)
    if number < 1_000:
        if number == 100:
            return "cien"
        hundreds = _HUNDREDS[number // 100]
        if before == "f" and number >= 200:
            hundreds = hundreds[:-2] + "as"
        return _joined(hundreds, number % 100, before)
    if number < 1_000_000:
        many = number // 1_000
        # "veintiún mil", "doscientas mil libras".
        thousands = "mil" if many == 1 else f"{cardinal(many, 'f' if before == 'f' and many > 100 else 'm')} mil"
        return _joined(thousands, number % 1_000, before)
    many = number // 1_000_000
    millions = "un millón" if many == 1 else f"{cardinal(many, 'm')} millones"
    return _joined(millions, number % 1_000_000, before)


def ordinal(number: int) -> str:
    """primero to décimo; beyond, people say the cardinal."""
    return _ORDINALS[number] if 1 <= number <= 10 else cardinal(number)


def _below_hundred(number: int, before: str) -> str:
    one = {"": "uno", "f": "una"}.get(before, "un")
    if number == 1:
        return one
    if number == 21:
        return {"": "veintiuno", "f": "veintiuna"}.get(before, "veintiún")
    if number < 30:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f" y {one if ones == 1 else _ONES[ones]}" if ones else "")


def _joined(head: str, rest: int, before: str) -> str:
    return f"{head} {cardinal(rest, before)}" if rest else head
