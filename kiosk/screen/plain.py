"""Messages as plain values for QML, with texts made safe to lay out."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import msgspec

from kiosk.protocol import builtins

MAX_TEXT = 4000
"""Longest text that is shown, characters."""
MAX_TYPED = 500
"""Longest question that can be typed, characters."""

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2067\u2068")
_APART = re.compile("(\u2066[^\u2066\u2069\n]*\u2069)|[\u2066\u2069]")
"""A name or a price that an Arabic answer sets apart, or half a pair of such marks, which could turn what follows."""


def text(value: str, limit: int = MAX_TEXT) -> str:
    """`value` without control characters and text-direction overrides, cut to `limit` characters. Only pieces that are
    set apart to run from left to right, and end, stay so."""
    cut = value[:limit]
    if cut.isascii() and cut.isprintable():
        return cut
    kept = "".join(c for c in cut if c == "\n" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _BIDI))
    return _APART.sub(lambda found: found[1] or "", kept)


def values(message: msgspec.Struct) -> dict[str, Any]:
    """A message as dicts and lists, every text in it made safe."""
    result: dict[str, Any] = _clean(builtins(message))
    return result


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value
