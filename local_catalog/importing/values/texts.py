"""Texts made fit for a screen: mended encodings, no tags, no control characters, of bounded length."""

from __future__ import annotations

import html
import re
import unicodedata
from decimal import Decimal

import ftfy
from ftfy import badness

from local_catalog.importing.values.problem import Mended

_LONGEST_READ = 20_000
"""Characters of a text that are looked at; ten times what is kept."""
_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,2000}|!--[^>]{0,2000}--|!\[?[a-zA-Z][^<>]{0,500})>")
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,2000}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_MARKDOWN = (
    (re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,200}\")?\)"), r"\1"),
    (re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|~~|`{1,3})(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
)
_SPACE = re.compile(r"\s+")
_SMALL_WORDS = frozenset(
    ("and", "or", "of", "for", "the", "in", "with", "de", "la", "el", "y", "et", "und", "du", "des")
)


def clean(value: object, longest: int, mended: Mended, *, markdown: bool = False) -> str:
    """A text of at most `longest` characters in one line."""
    text = as_text(value)
    if len(text) <= longest and text.isascii() and text.isprintable() and not (markdown or "<" in text or "&" in text):
        return _SPACE.sub(" ", text).strip()
    text = text[:_LONGEST_READ]
    if not text.isascii():
        text = _right_encoding(text, mended)
    text = _without_tags(text, mended)
    if markdown:
        for pattern, kept in _MARKDOWN:
            text = pattern.sub(kept, text)
    text = _SPACE.sub(" ", _printable(text, mended)).strip()
    if len(text) > longest:
        mended("too long", f"cut to {longest} characters: {text[:40]}...")
        text = text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;.:-") + "…"
    return text


def as_text(value: object) -> str:
    """A value as a text: 12.0 is '12', true is 'yes', lists are joined by commas."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (float, Decimal)):
        finite = Decimal(repr(value)) if isinstance(value, float) else value
        if not finite.is_finite():
            return ""
        if abs(finite) > 10**18:
            return str(finite)
        return format(finite.to_integral_value() if finite == finite.to_integral_value() else finite.normalize(), "f")
    if isinstance(value, (list, tuple)):
        return ", ".join(as_text(item) for item in value[:100])
    return "" if value is None or isinstance(value, (dict, bytes)) else str(value)


def _right_encoding(text: str, mended: Mended) -> str:
    if badness.is_bad(text):
        better = str(ftfy.fix_encoding(text))
        if better != text:
            mended("wrong encoding", f"{text[:40]!r} is {better[:40]!r}")
            text = better
    return unicodedata.normalize("NFC", text)


def _without_tags(text: str, mended: Mended) -> str:
    plain = text
    if "<" in plain:
        plain = _TAG.sub(" ", _without_hidden(plain))
    if "&" in plain and _ENTITY.search(plain):
        # What was escaped twice, or hides tags, is taken off as well.
        plain = html.unescape(html.unescape(plain))
        if "<" in plain:
            plain = _TAG.sub(" ", _without_hidden(plain))
    if plain != text:
        mended("HTML", f"taken off: {text[:60]}")
    return plain


def _without_hidden(text: str) -> str:
    """Without scripts and styles and what is in them; one that has no end reaches to the end of the text."""
    kept, at, lower = [], 0, text.lower()
    while (begin := _HIDDEN.search(text, at)) is not None:
        kept.append(text[at : begin.start()])
        end = lower.find(f"</{begin[1].lower()}", begin.end())
        if end < 0:
            return " ".join(kept)
        at = text.find(">", end) + 1 or len(text)
    return " ".join([*kept, text[at:]])


def _printable(text: str, mended: Mended) -> str:
    if text.isprintable():
        return text
    kept = "".join(c if c.isprintable() or c.isspace() else _instead(c) for c in text)
    if any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") and not c.isspace() for c in text):
        mended("control characters", f"taken out of {kept[:40]!r}")
    return kept


def _instead(c: str) -> str:
    # Zero-width and direction marks vanish; what stood for a character leaves a space.
    return "" if unicodedata.category(c) == "Cf" else " "


def styled(text: str, style: str) -> str:
    """'mens-watches' as 'Mens Watches' (title) or 'Mens watches' (sentence)."""
    words = re.sub(r"[-_]+", " ", text).split()
    if style == "sentence":
        joined = " ".join(words)
        return joined[:1].upper() + joined[1:]
    return " ".join(
        word if place and word.lower() in _SMALL_WORDS else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )
