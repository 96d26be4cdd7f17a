"""PocketSphinx' decoders: how they are made, the networks they search, and what they hear."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pocketsphinx

from voice.cleaning import Sound
from voice.phrasing import Sentences
from voice.pronounce import Pronouncer
from voice.types import RATE, VoiceError

POWER = 9.0
"""Weight of the sentences' probabilities against the sound's, as an exponent. Of 48 names in their department's
network 31 are right with 4, 36 with 6.5, 39 with 9, 40 with 12, which takes less of the sound than people say."""
_LEAST = 1e-36
WIDE = {"beam": 1e-64, "pbeam": 1e-64, "wbeam": 1e-40, "topn": 8, "wip": 0.4}
"""Narrower beams lose the right words in noise."""
NARROW = {"beam": 1e-48, "pbeam": 1e-48, "wbeam": 1e-30, "topn": 4, "wip": 0.1}
_PIECE = 2 * RATE
"""Bytes of a second of sound. PocketSphinx loses what comes at once beyond 2.5 s when the features' mean was taken of
more before, and may read where nothing is then."""
_GUESSES = 50
"""Ways through the lattice that are looked at; many have the same words."""
_SCALE = 1024
"""PocketSphinx keeps scores divided by this (SENSCR_SHIFT), so that they fit into 32 bits."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a decoder makes of a sound."""

    text: str
    whole: bool
    """Whether the decoder's grammar takes the text to the end."""
    fit: float
    """Log probability of words and sound together for each hundredth of a second; of the same sound, more is better."""


def hear(decoder: Any, sound: Sound) -> Heard:
    """The best text for an utterance."""
    _warp(decoder, sound.warp)
    decoder.start_utt()
    decoder.process_raw(sound.pcm, no_search=False, full_utt=True)
    return _ended(decoder)


def other_texts(decoder: Any, most: int) -> list[str]:
    """What else a decoder with a language model may have heard last, best first."""
    guesses = itertools.islice(decoder.nbest(), _GUESSES)
    texts = (_spoken(guess.hypstr) for guess in guesses if guess is not None and guess.hypstr)
    return list(dict.fromkeys(filter(None, texts)))[:most]


class Along:
    """Hears one utterance as it comes in, with several decoders at once.

    The features' mean is that of the first sound, which so must be a second or more. Of 40 names the trigram model
    hears 32 with the mean of 1.6 s, 30 with that of 1.2, 29 with that of .8 s, 31 with that of all; the whole store's
    network 28, 27, 26 and 29.
    """

    def __init__(self, decoders: Sequence[Any], first: bytes) -> None:
        """`first`: RATE, 16-bit mono, as all sound."""
        self._decoders = decoders
        for decoder in decoders:
            _warp(decoder, 1.0)
        decoders[0].start_utt()
        decoders[0].process_raw(first, no_search=True, full_utt=True)
        decoders[0].end_utt()
        mean = decoders[0].get_cmn(False)
        for decoder in decoders:
            decoder.set_cmn(mean)
            decoder.start_utt()
        for at in range(0, len(first), _PIECE):
            self.feed(first[at : at + _PIECE])

    def feed(self, pcm: bytes) -> None:
        """Hear on."""
        for decoder in self._decoders if pcm else ():
            decoder.process_raw(pcm, no_search=False, full_utt=False)

    def so_far(self) -> str:
        """What the first decoder hears up to now."""
        return _text(self._decoders[0])

    def finish(self) -> list[Heard]:
        """What each hears, the utterance being over."""
        return [_ended(decoder) for decoder in self._decoders]

    def drop(self) -> None:
        """The utterance is not wanted."""
        for decoder in self._decoders:
            decoder.end_utt()


def _warp(decoder: Any, warp: float) -> None:
    decoder.config["warp_params"] = str(warp)
    decoder.reinit_feat()


def _ended(decoder: Any) -> Heard:
    so_far = _text(decoder)
    decoder.end_utt()
    whole = _text(decoder)
    best = decoder.hyp()
    score = best.score if whole and best is not None else 0.0
    fit = math.log(score) * _SCALE / max(decoder.n_frames(), 1) if score > 0 else -math.inf
    return Heard(whole or so_far, bool(whole), fit)


def _text(decoder: Any) -> str:
    hypothesis = decoder.hyp()
    return _spoken(hypothesis.hypstr) if hypothesis else ""


def _spoken(text: str) -> str:
    return " ".join(word for word in text.split() if not word.startswith(("<", "[")))


def make_decoder(dictionary: Path, **options: Any) -> Any:
    """A decoder for the words of a dictionary, without a grammar yet (`lm`: a language model). Raises VoiceError."""
    try:
        return pocketsphinx.Decoder(dict=str(dictionary), loglevel="FATAL", **{"lm": None, **WIDE, **options})
    except (RuntimeError, ValueError) as error:
        raise VoiceError(
            f"PocketSphinx could not be started ({error}); install the package pocketsphinx again"
        ) from error


def add_network(decoder: Any, name: str, spoken: Sentences) -> None:
    """Give a decoder a network to search, in the place of an older one of that name; all its words must be known."""
    decoder.add_fsg(name, decoder.create_fsg(name, spoken.start, spoken.final, _transitions(spoken)))


def write_dictionary(path: Path, words: Iterable[str], pronouncer: Pronouncer) -> Path:
    """Write the pronunciations of words as PocketSphinx reads them; returns the path."""
    lines = []
    for word in sorted(words):
        for number, phones in enumerate(pronouncer.heard(word), 1):
            lines.append(f"{word}{'' if number == 1 else f'({number})'} {phones}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _transitions(spoken: Sentences) -> list[Any]:
    def weight(probability: float) -> float:
        return float(max(probability**POWER, _LEAST))

    arcs: list[Any] = [(a, b, weight(p), word) for a, b, p, word in spoken.arcs]
    return arcs + [(a, b, weight(p)) for a, b, p in spoken.jumps]
