"""Texts that nobody said: what a Whisper model writes for noise, and how it is told from speech.

Whisper learnt from subtitles, so it fills noise with credits and good-byes of videos, with loops of one phrase, or with
the words it was given as hints. These rules judge one segment by its text, the model's own doubts and the length of the
speech; they know nothing of the library. Sources: the thresholds of openai/whisper's decoding (no-speech .6, mean
log-probability -1, compression ratio 2.4), and reports of its users for data/whisper.toml.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

_NO_SPEECH, _CERTAINLY_NONE = 0.6, 0.95
"""Probability that there is no speech, from which on a text is doubted, and dropped however sure the model is."""
_UNSURE, _VERY_UNSURE = -0.5, -1.0
"""Mean log-probability a token under which a doubted text is dropped, and any text."""
_DOUBTED, _DOUBTED_S = 0.2, 0.25
"""A doubtful text is dropped from this probability of no speech on, or with less speech than that in seconds."""
_RATIO, _RATIO_FROM = 2.4, 80
"""Times that zlib makes a text smaller from which on it repeats itself, and letters of a text that this can tell of."""
_WORDS, _WORDS_A_SECOND = 4, 6.5
_LETTERS, _LETTERS_A_SECOND = 22, 32
"""Most words and letters of a text: some, and so many for each second of speech. Fast talkers reach five words."""
_LOOP, _LONGEST_LOOP = 4, 8
"""Times in a row from which on words are a loop, and words of the longest one looked for."""
_ECHO = 3
"""Hints in a row, in the order in which they were given, that nobody says."""


class Reason(StrEnum):
    """Why a text is dropped."""

    NO_SPEECH = "no speech"
    UNSURE = "unsure"
    KNOWN = "known invention"
    REPEATS = "repeats itself"
    TOO_LONG = "too long for the speech"
    ECHO = "echo of the hints"


@dataclass(frozen=True, slots=True)
class Heard:
    """One segment of a transcript, as the model gives it."""

    text: str
    no_speech: float
    """Probability, 0 to 1."""
    mean_logprob: float
    """Of a token."""


class Inventions:
    """What this store's shoppers do not say; made once for a vocabulary."""

    def __init__(self, phrases: Sequence[str] = (), sentences: Sequence[str] = ()) -> None:
        own = f" {' '.join(map(plain, (*phrases, *sentences)))} "
        self._anywhere = tuple(text for text in data()["invented"]["anywhere"] if text not in own)
        whole = {plain(text) for text in (*phrases, *sentences)}
        self._doubtful = frozenset(data()["invented"]["doubtful"]) - whole

    def why(self, heard: Heard, speech_s: float, hints: Sequence[str] = (), prompt: str = "") -> Reason | None:
        """Why a segment is dropped, None if it may have been said.

        `speech_s`: seconds of speech in the sound; `hints`: the words given beforehand, in order.
        """
        text = plain(heard.text)
        if not text:
            return Reason.NO_SPEECH
        if heard.no_speech >= _CERTAINLY_NONE or (heard.no_speech >= _NO_SPEECH and heard.mean_logprob < _UNSURE):
            return Reason.NO_SPEECH
        if heard.mean_logprob < _VERY_UNSURE:
            return Reason.UNSURE
        if any(known in text for known in self._anywhere):
            return Reason.KNOWN
        doubted = heard.no_speech >= _DOUBTED or heard.mean_logprob < _UNSURE or speech_s < _DOUBTED_S
        if doubted and without_loops(text) in self._doubtful:
            return Reason.KNOWN
        if _echo(text, hints, plain(prompt)):
            return Reason.ECHO
        if _repeats(text):
            return Reason.REPEATS
        words, letters = len(text.split()), len(text.replace(" ", ""))
        if words > _WORDS + _WORDS_A_SECOND * speech_s or letters > _LETTERS + _LETTERS_A_SECOND * speech_s:
            return Reason.TOO_LONG
        return None


def without_loops(text: str) -> str:
    """The text with words that come many times in a row written once: "the milk the milk the milk the milk"."""
    words = text.split()
    at = 0
    while at < len(words):
        for size in range(1, _LONGEST_LOOP + 1):
            times = _times(words, at, size)
            if times >= _LOOP:
                del words[at + size : at + size * times]
        at += 1
    return " ".join(words)


def plain(text: str) -> str:
    """Words in lower case, without accents and signs."""
    text = unicodedata.normalize("NFKD", text.lower().replace("'", "").replace("’", ""))
    # Only the accents of letters that have a plain form: in other scripts the marks are part of the word.
    text = unicodedata.normalize("NFC", re.sub(r"([a-z])[\u0300-\u036f]+", r"\1", text))
    return " ".join(re.findall(r"\w+", text))


def prompt(language: str) -> str:
    """What Whisper is told before it hears that language; '' if nothing is known in it."""
    return str(data()["prompt"].get(language, ""))


@cache
def data() -> dict[str, Any]:
    """data/whisper.toml, its texts of the known inventions as `plain` gives them."""
    found = tomllib.loads(resources.files("voice").joinpath("data/whisper.toml").read_text("utf-8"))
    found["invented"] = {kind: [plain(text) for text in texts] for kind, texts in found["invented"].items()}
    return found


def _times(words: Sequence[str], at: int, size: int) -> int:
    """How often the `size` words at a place come in a row, but for signs and case."""
    unit = [plain(word) for word in words[at : at + size]]
    times = 1
    while [plain(word) for word in words[at + size * times : at + size * (times + 1)]] == unit:
        times += 1
    return times


def _repeats(text: str) -> bool:
    raw = text.encode()
    return len(raw) >= _RATIO_FROM and len(raw) / len(zlib.compress(raw)) > _RATIO


def _echo(text: str, hints: Sequence[str], told: str) -> bool:
    """Whether a text is the prompt, the hints in their order, or one hint of several words in a loop."""
    if told and (text == told or (told in text and len(text) < 2 * len(told))):
        return True
    given = [plain(hint) for hint in hints]
    once = without_loops(text)
    if once != text and " " in once and once in given:
        return True
    for first, hint in enumerate(given):
        if not hint or not text.startswith(hint):
            continue
        rest, count = text, 0
        for following in given[first:]:
            if rest != following and not rest.startswith(f"{following} "):
                break
            rest, count = rest[len(following) :].lstrip(), count + 1
        cut_off = bool(rest) and first + count < len(given) and given[first + count].startswith(rest)
        if count >= _ECHO and (not rest or cut_off):
            return True
    return False
