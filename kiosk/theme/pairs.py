"""Which colour of a theme stands on which, and how well each pair must be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.theme.colours import contrast

LOOKS = ("light", "dark", "contrast")

LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
"""Least contrast of text, by look: WCAG 2.2 level AA, and AAA for high contrast."""
LEAST_DRAWN = 3.0
"""Least contrast of what is drawn and means something. https://www.w3.org/TR/WCAG22/#non-text-contrast"""

_GROUNDS = ("paper", "surface", "sunken")
_MEANINGS = ("primary", "offer", "good", "warn", "danger")

TEXTS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "inkSoft") for ground in _GROUNDS),
    *((ink, ground) for ink in _MEANINGS for ground in ("paper", "surface")),
    *((ink, f"{ink}Tint") for ink in _MEANINGS),
    *(("ink", f"{ink}Tint") for ink in _MEANINGS),
    *(("inverse", ground) for ground in ("primary", "primaryDeep", "offer", "danger", "dangerDeep", "ink", "live")),
    ("primary", "sunken"),
    ("primaryDeep", "primaryTint"),
    ("dangerDeep", "dangerTint"),
    ("inkSoft", "primaryTint"),
    ("heroInk", "hero"),
    ("heroSoft", "hero"),
    ("ink", "floor"),
    ("ink", "shelving"),
    ("ink", "fixture"),
)
"""Text and the ground it is read on."""

DRAWN: tuple[tuple[str, str], ...] = (
    ("focus", "surface"),
    ("focus", "paper"),
    ("offer", "floor"),
    ("primary", "floor"),
)
"""Lines and marks, and their ground."""


def unreadable(look: str, colours: Mapping[str, str]) -> Iterator[tuple[str, str, float, float]]:
    """Each pair of a look that is not read well enough: colour, ground, its contrast, the least."""
    wanted = [(pair, LEAST[look]) for pair in TEXTS] + [(pair, LEAST_DRAWN) for pair in DRAWN]
    if look == "contrast":
        wanted.append((("line", "surface"), LEAST_DRAWN))
    for (ink, ground), least in wanted:
        ratio = contrast(colours[ink], colours[ground])
        if ratio < least:
            yield ink, ground, ratio, least
