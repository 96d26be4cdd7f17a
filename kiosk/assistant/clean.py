"""Makes any text safe to read: typed, spoken, scanned or pasted in by someone who means harm."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_READ = 8_000
"""Characters looked at; what follows is dropped before any other work."""
MAX_KEPT = 600
"""Characters of an utterance that are kept: longer than anyone speaks in one breath."""

_SPECIAL = re.compile(
    r"<\|[^|<>]{0,40}\|>"
    r"|<</?\s*SYS\s*>>"
    r"|\[/?\s*(?:INST|SYS|SYSTEM|USER|ASSISTANT)\s*\]"
    r"|</?\s*(?:s|bos|eos|pad|unk|mask|user|assistant|system|tool_call|tool_response|think|start_of_turn|end_of_turn)\s*>"
    r"|<(?:start_of_turn|end_of_turn)>(?:user|model)?"
    r"|\[(?:CLS|SEP|MASK|PAD|UNK)\]"
    r"|#{2,}\s*(?:instruction|response|system|user|assistant|input|output)s?\s*:?",
    re.IGNORECASE,
)
_STRAY = re.compile(r"<\|+|\|+>")
_MARKS = re.compile("[\u00a9\u00ae\u2122]")
_VOWEL_MARKS = re.compile("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC TATWEEL}]")
"""Of Arabic: seldom typed, and no part of a word when they are."""
_BLANKS = re.compile(r"\s+")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u201c": '"',
                         "\u201d": '"', "\u2013": "-", "\u2014": " - ", "\u2026": "...", "\uff04": "$",
                         "\u060c": ",", "\u061b": ";", "\u061f": "?", "\u066a": "%", "\u066b": ".", "\u066c": ",",
                         **{chr(0x660 + digit): str(digit) for digit in range(10)}})  # fmt: skip
"""Marks and digits of other keyboards, Arabic ones among them."""


@dataclass(frozen=True, slots=True)
class Clean:
    """A text fit for everyone who sees it. script: latin, other (no letter of ours), none (no letter or digit)."""

    text: str
    script: str
    emoji_words: str = ""
    """What the pictures show, when there is nothing but pictures: 'glass of milk'."""


def _letters(text: str) -> tuple[int, int]:
    latin = other = 0
    for c in text:
        if c.isalpha():
            if "LATIN" in unicodedata.name(c, ""):
                latin += 1
            else:
                other += 1
        elif c.isdigit():
            latin += 1
    return latin, other


def _picture_words(text: str) -> str:
    names = [unicodedata.name(c, "").lower() for c in text if unicodedata.category(c) == "So"]
    return " ".join(dict.fromkeys(n for n in names if n and "face" not in n))[:80]


def clean(raw: str) -> Clean:
    """Control characters, pictures and a model's special tokens become blanks; overlong text is cut at a word."""
    text = unicodedata.normalize("NFKC", _MARKS.sub("", raw[:MAX_READ])).translate(_QUOTES)
    text = _VOWEL_MARKS.sub("", text)
    for _ in range(4):  # a token may be put together from pieces around another one
        text = _SPECIAL.sub(" ", text)
    text = _STRAY.sub(" ", text)
    kept = []
    pictures = []
    for c in text:
        category = unicodedata.category(c)
        if category == "So":
            pictures.append(c)
            kept.append(" ")
        elif category in ("Cc", "Zl", "Zp", "Zs"):
            kept.append(" ")
        elif category[0] == "C" or category in ("Sk", "Me"):
            continue
        else:
            kept.append(c)
    text = _BLANKS.sub(" ", "".join(kept)).strip()
    if len(text) > MAX_KEPT:
        text = text[:MAX_KEPT].rsplit(" ", 1)[0]
    latin, other = _letters(text)
    script = "none" if latin + other == 0 else "latin" if latin * 2 >= other else "other"
    return Clean(text, script, _picture_words("".join(pictures)) if script == "none" else "")
