"""Times of day and dates as they are said."""

from __future__ import annotations

from voice.numbers import COUNTING
from voice.tongue import Tongue


def clock(language: str, hour: int, minute: int, half: str = "", *, told: bool = False) -> str:
    """A time of day: hour 0 to 24, of the 12-hour clock with `half` a or p.

    `told`: the words around it already say which half of the day it is. In Spanish with its article.
    """
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if language == "en":
        return _english(hour, minute, half, told)
    hour %= 24
    return {"es": _spanish, "fr": _french, "de": _german}[language](hour, minute)


def date(tongue: Tongue, month: int, day: int) -> str:
    """November thirtieth, treinta de noviembre, premier mars, dreißigsten November (after "bis zum")."""
    counting = tongue.counting
    if tongue.language == "en":
        said = counting.ordinal(day)
    elif tongue.language == "de":
        said = counting.ordinal(day) + "n"
    else:
        said = counting.ordinal(day) if day == 1 else counting.cardinal(day)
    return tongue.date.format(day=said, month=tongue.months[month - 1])


def _english(hour: int, minute: int, half: str, told: bool) -> str:
    cardinal = COUNTING["en"].cardinal
    if minute == 0 and not half and not told and hour in (0, 12, 24):
        return "noon" if hour == 12 else "midnight"
    words = cardinal(hour % 12 or 12)
    if minute:
        words += f" {cardinal(minute)}" if minute > 9 else f" oh {cardinal(minute)}"
    return words if told else f"{words} {'P' if 12 <= hour < 24 else 'A'} M"


def _spanish(hour: int, minute: int) -> str:
    cardinal = COUNTING["es"].cardinal
    small = hour % 12 or 12
    words = f"{'la' if small == 1 else 'las'} {cardinal(small, 'f')}"
    if minute:
        words += {15: " y cuarto", 30: " y media"}.get(minute, f" y {cardinal(minute)}")
    if hour == 12:
        return f"{words} del mediodía"
    part = "madrugada" if 1 <= hour < 6 else "mañana" if 6 <= hour < 12 else "tarde" if 12 < hour < 20 else "noche"
    return f"{words} de la {part}"


def _french(hour: int, minute: int) -> str:
    cardinal = COUNTING["fr"].cardinal
    if hour in (0, 12):
        words = "midi" if hour else "minuit"
        return f"{words} {cardinal(minute)}" if minute else words
    words = f"{cardinal(hour, 'f')} heure{'s' if hour > 1 else ''}"
    return f"{words} {cardinal(minute, 'f')}" if minute else words


def _german(hour: int, minute: int) -> str:
    cardinal = COUNTING["de"].cardinal
    return f"{cardinal(hour, 'm')} Uhr" + (f" {cardinal(minute)}" if minute else "")
