"""How an utterance is cut into words: the same for training and for the kiosk, typed and spoken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

MAX_CHARACTERS = 2_000
"""Of an utterance; what comes after it is not read."""

MAX_WORDS = 120
MAX_WORD_CHARACTERS = 60

_STEERING = re.compile(r"<\|[^<>|]{0,40}\|>|</?s>|\[/?INST\]")
"""Special tokens of chat models: typed by a shopper, they are no words."""

_WORD = re.compile(r"[$€£]?\w+(?:(?:['’&/+-]|(?<=\d)[.,:](?=\d))\w+)*%?")


def split(text: str) -> tuple[str, ...]:
    """The words of an utterance in order, without punctuation: "$4.99", "don't", "6x9" and "1/2" are one word each.

    Control characters, emoji and the special tokens of models are in no word.
    """
    cut = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS])
    return tuple(match.group().replace("’", "'")[:MAX_WORD_CHARACTERS] for match in matches(_STEERING.sub(" ", cut)))


def matches(text: str) -> Iterator[re.Match[str]]:
    """The words of a text in form NFKC with their places."""
    return islice(_WORD.finditer(text), MAX_WORDS)
