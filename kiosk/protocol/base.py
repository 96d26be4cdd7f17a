"""What all messages have in common."""

from __future__ import annotations

import msgspec

VERSION = 1
MAX_LINE = 1 << 20
"""Longest line either side accepts, bytes."""


def _tag(name: str) -> str:
    return "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))


class Message(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=_tag):
    """Base of all messages; the tag is the class name in snake case."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Values that occur inside messages."""
