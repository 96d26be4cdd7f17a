"""The recogniser that needs nothing: PocketSphinx with the store's own sentences, English.

Two decoders hear the same audio: a network of whole sentences, whose text is taken, and a trigram model of the same
words, which is freer. Where both hear the same, the text is right about nine times of ten; the more they differ, the
less: that is the confidence, and the other text is an alternative.

The whole utterance is decoded at once, since the model's features are normalised by their mean over the utterance: with
a mean that is estimated as the sound comes in, four of ten recorded orders were understood, with the true one, 98 %. So
text in between comes from decoding what there is so far, and what will be the result is worked out when the shopper
falls silent, before the turn is over.
"""

from __future__ import annotations

import difflib
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pocketsphinx

from voice.phrasing import Sentences, questions, sentences, things
from voice.pronounce import Pronouncer
from voice.trigrams import write_arpa
from voice.types import RATE, Transcript, Vocabulary, VoiceError
from voice.vad import Vad, has_speech

_POWER = 6.5
"""Weight of the sentences' probabilities against the sound's, as an exponent."""
_LEAST = 1e-36
_WIDE = {"beam": 1e-64, "pbeam": 1e-64, "wbeam": 1e-40, "topn": 8, "wip": 0.4}
"""Narrower beams lose the right words in noise."""
_FLOOR, _LOUD = 0.008, 99.5
"""Noise added, relative to this percentile of the loudness: recordings with true silence are else heard worse than
noisy ones (91 against 98 of 100 orders)."""
_PARTIAL_S = 1.0
"""Seconds of new sound between two looks at an unfinished utterance."""
_PARTIAL_LOAD = 0.5
"""Looks are put off while they take longer than this share of the sound that came in since."""
_PAUSE_S = 0.2
"""Silence after which the utterance may be over."""
_QUIET = 0.06
"""Loudness of silence, relative to the loudest tenth of a second."""
_AGREED, _DIFFERED = 0.9, 0.25
"""Share of texts with the right product words when both decoders hear the same, and when they have no word in common;
of a hundred questions by eight synthetic voices."""
_UNLIKE = 0.2
"""Likeness of the two texts (0 to 1) under which the freer decoder is believed: this is no sentence of the network."""


class PocketSphinxRecognizer:
    """Sound to words by PocketSphinx."""

    name = "PocketSphinx"
    languages: tuple[str, ...] = ("en",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Raises VoiceError."""
        self._vad = Vad()
        self.learn(vocabulary)
        self.start()

    def learn(self, vocabulary: Vocabulary) -> None:
        """Build the decoders, about two seconds for two thousand products. Raises VoiceError."""
        pronouncer = Pronouncer()
        named = things(vocabulary.phrases, pronouncer)
        if not named:
            raise VoiceError("the catalog gives the recogniser no words; build it again")
        asked = questions(vocabulary.sentences, pronouncer)
        spoken = sentences(asked, named)
        with tempfile.TemporaryDirectory() as folder:
            words = {word for _, _, _, word in spoken.arcs}
            dictionary = write_dictionary(Path(folder) / "words.dict", words, pronouncer)
            model = write_arpa(Path(folder) / "words.arpa", asked, named)
            strict = make_decoder(dictionary, bestpath=False)
            self._free = make_decoder(dictionary, lm=str(model), lpbeam=1e-50, lponlybeam=1e-40)
        network = strict.create_fsg("shop", spoken.start, spoken.final, _transitions(spoken))
        strict.add_fsg("shop", network)
        strict.activate_search("shop")
        self._strict = strict

    def start(self) -> None:
        """Begin an utterance; one that was not finished is dropped."""
        self._pcm = bytearray()
        self._looked_at = 0
        self._looked_s = 0.0
        self._partial = ""
        self._result: tuple[int, str, str] | None = None
        """Bytes it is of, text, the other decoder's text."""
        self._busy = 0.0
        self.complete = False
        """Whether the text so far is a whole sentence of the network."""

    def accept(self, pcm: bytes) -> str:
        """Take some audio; the text so far."""
        began = time.perf_counter()
        self._pcm += pcm
        if self._paused():
            if self._result is None:
                self._decode()
        elif (len(self._pcm) - self._looked_at) / 2 / RATE >= max(_PARTIAL_S, self._looked_s / _PARTIAL_LOAD):
            self._result = None
            self._partial, self.complete = hear(self._strict, with_floor(self._pcm))
            self._looked_at, self._looked_s = len(self._pcm), time.perf_counter() - began
        self._busy += time.perf_counter() - began
        return self._partial

    def finish(self) -> Transcript:
        """End the utterance. Silence and noise give an empty text."""
        began = time.perf_counter()
        text, other = "", ""
        if has_speech(self._vad, bytes(self._pcm)):
            if self._result is None or self._loud_after(self._result[0]):
                self._decode()
            assert self._result is not None
            _, text, other = self._result
        seconds, busy = len(self._pcm) / 2 / RATE, self._busy + time.perf_counter() - began
        self.start()
        if not text:
            return Transcript(other, _DIFFERED if other else 0.0, (), "en", seconds, busy)
        alike = difflib.SequenceMatcher(None, text.split(), other.split(), autojunk=False).ratio()
        if other and alike < _UNLIKE:
            text, other = other, text
        confidence = _DIFFERED + (_AGREED - _DIFFERED) * alike**2
        return Transcript(text, confidence, (other,) if other and other != text else (), "en", seconds, busy)

    def _decode(self) -> None:
        """Both decoders on all there is."""
        sound = with_floor(self._pcm)
        text, whole = hear(self._strict, sound)
        other, _ = hear(self._free, sound)
        self._result = (len(self._pcm), text if whole else "", other)
        self._partial, self.complete = text, whole
        self._looked_at = len(self._pcm)

    def _paused(self) -> bool:
        """Whether something was said and has ended, for now."""
        loud = _loudness(self._pcm)
        pause = round(_PAUSE_S / 0.1)
        if len(loud) <= pause or loud.max() == 0:
            return False
        quiet = loud < _QUIET * loud.max()
        if not quiet[-pause:].all():
            self._result = None
            return False
        return not bool(quiet.all())

    def _loud_after(self, at: int) -> bool:
        loud = _loudness(self._pcm)
        return bool((loud[-(-at // 2 // (RATE // 10)) :] >= _QUIET * loud.max()).any()) if len(loud) else False


def _samples(pcm: bytes | bytearray) -> npt.NDArray[np.float64]:
    """16-bit samples; half a one at the end is left out."""
    return np.frombuffer(pcm, "<i2", count=len(pcm) // 2).astype(np.float64)


def _loudness(pcm: bytes | bytearray) -> npt.NDArray[np.float64]:
    """Mean loudness of each whole tenth of a second."""
    samples = _samples(pcm)
    whole = len(samples) // (RATE // 10)
    return np.sqrt((samples[: whole * (RATE // 10)].reshape(whole, -1) ** 2).mean(axis=1)) if whole else np.zeros(0)


def with_floor(pcm: bytes | bytearray) -> bytes:
    """The sound with a little noise, the same at each call."""
    samples = _samples(pcm)
    if not len(samples):
        return b""
    floor = _FLOOR * float(np.percentile(np.abs(samples), _LOUD))
    noise = np.random.default_rng(0).normal(0.0, 1.0, len(samples)) * floor
    return (samples + noise).clip(-32768, 32767).astype("<i2").tobytes()


def hear(decoder: Any, sound: bytes) -> tuple[str, bool]:
    """The best text for an utterance, and whether it is one that the decoder's grammar takes to the end."""
    decoder.start_utt()
    decoder.process_raw(sound, no_search=False, full_utt=True)
    so_far = _text(decoder)
    decoder.end_utt()
    whole = _text(decoder)
    return whole or so_far, bool(whole)


def _text(decoder: Any) -> str:
    hypothesis = decoder.hyp()
    words = hypothesis.hypstr.split() if hypothesis else []
    return " ".join(word for word in words if not word.startswith(("<", "[")))


def make_decoder(dictionary: Path, **options: Any) -> Any:
    """A decoder for the words of a dictionary, without a grammar yet (`lm`: a language model). Raises VoiceError."""
    try:
        return pocketsphinx.Decoder(dict=str(dictionary), loglevel="FATAL", **{"lm": None, **_WIDE, **options})
    except (RuntimeError, ValueError) as error:
        raise VoiceError(
            f"PocketSphinx could not be started ({error}); install the package pocketsphinx again"
        ) from error


def write_dictionary(path: Path, words: Iterable[str], pronouncer: Pronouncer) -> Path:
    """Write the pronunciations of words as PocketSphinx reads them; returns the path."""
    lines = []
    for word in sorted(words):
        for number, phones in enumerate(pronouncer.of(word), 1):
            lines.append(f"{word}{'' if number == 1 else f'({number})'} {phones}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _transitions(spoken: Sentences) -> list[Any]:
    def weight(probability: float) -> float:
        return float(max(probability**_POWER, _LEAST))

    arcs: list[Any] = [(a, b, weight(p), word) for a, b, p, word in spoken.arcs]
    return arcs + [(a, b, weight(p)) for a, b, p in spoken.jumps]
