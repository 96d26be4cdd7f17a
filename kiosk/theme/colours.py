"""Colours as "#RRGGBB": how well one is read on another, and the shades of a store's own colour."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Iterable

WHITE, BLACK = "#FFFFFF", "#000000"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_STEP = 0.01
_LEAST = 4.5


def is_colour(value: object) -> bool:
    """Is it written as #RRGGBB?"""
    return isinstance(value, str) and bool(_COLOUR.match(value))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`share` (0 to 1) of one, the rest of the other."""
    return _text(share * a + (1 - share) * b for a, b in zip(_parts(one), _parts(other), strict=True))


def toned(colour: str, lightness: float) -> str:
    """The same hue and saturation at another lightness, 0 to 1."""
    hue, _, saturation = colorsys.rgb_to_hls(*_parts(colour))
    return _text(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness)), saturation))


def shades(colour: str) -> dict[str, dict[str, str]]:
    """What a store's colour makes of the light and the dark look, as far as it is read well on their grounds."""
    darker = _until(colour, -_STEP, lambda c: min(contrast(c, "#ECE9E2"), contrast(c, mixed(c, WHITE, 0.14))) >= _LEAST)
    brighter = _until(
        colour, _STEP, lambda c: min(contrast(c, "#26302C"), contrast(c, mixed(c, BLACK, 0.22))) >= _LEAST
    )
    return {
        "light": {
            "primary": darker,
            "primaryDeep": toned(darker, _lightness(darker) * 0.75),
            "primaryTint": mixed(darker, WHITE, 0.14),
            "inverse": WHITE,
            **_hero(colour),
            "shelvingHere": mixed(darker, WHITE, 0.4),
        },
        "dark": {
            "primary": brighter,
            "primaryDeep": toned(brighter, 0.5 + _lightness(brighter) * 0.5),
            "primaryTint": mixed(brighter, BLACK, 0.22),
            "inverse": mixed(brighter, BLACK, 0.1),
            **_hero(_until(colour, -_STEP, lambda c: _lightness(c) <= 0.3)),
            "shelvingHere": mixed(brighter, BLACK, 0.5),
        },
    }


def _hero(ground: str) -> dict[str, str]:
    ink = max(WHITE, BLACK, key=lambda c: contrast(c, ground))
    soft = next(c for c in (mixed(ink, ground, share / 20) for share in range(16, 21)) if contrast(c, ground) >= _LEAST)
    return {"hero": ground, "heroInk": ink, "heroSoft": soft}


def _until(colour: str, step: float, enough: Callable[[str], bool]) -> str:
    """The colour, made lighter or darker by steps until it is enough: black and white are at the latest."""
    lightness = _lightness(colour)
    while not enough(colour) and 0 <= lightness <= 1:
        lightness += step
        colour = toned(colour, lightness)
    return colour


def _lightness(colour: str) -> float:
    return colorsys.rgb_to_hls(*_parts(colour))[1]


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _text(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)
