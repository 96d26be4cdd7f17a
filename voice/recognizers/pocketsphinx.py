"""The recogniser that needs nothing: PocketSphinx with the store's own sentences, English.

Two decoders hear the same audio: a network of whole sentences, whose text is taken, and a trigram model of the same
words, which is freer. Where both hear the same, the text is right about nine times of ten; where they differ, every
second time: that is the confidence, and the other text is an alternative.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pocketsphinx

from voice.ngrams import write_arpa
from voice.phrasing import Sentences, questions, sentences, things
from voice.pronounce import Pronouncer
from voice.types import RATE, Transcript, Vocabulary, VoiceError

_POWER = 6.5
"""Weight of the sentences' probabilities against the sound's, as an exponent."""
_LEAST = 1e-36
_WIDE = {"beam": 1e-64, "pbeam": 1e-64, "wbeam": 1e-40, "topn": 8}
"""Narrower beams lose the right words in noise."""
_AGREED, _DIFFERED = 0.89, 0.45
"""Share of texts with the right product words, of a hundred questions by eight synthetic voices."""


class PocketSphinxRecognizer:
    """Sound to words by PocketSphinx."""

    name = "PocketSphinx"
    languages: tuple[str, ...] = ("en",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Build the decoders, about two seconds for two thousand products. Raises VoiceError."""
        pronouncer = Pronouncer()
        named = things(vocabulary.phrases, pronouncer)
        if not named:
            raise VoiceError("the catalog gives the recogniser no words; build it again")
        asked = questions(vocabulary.sentences, pronouncer)
        spoken = sentences(asked, named)
        with tempfile.TemporaryDirectory() as folder:
            words = {word for _, _, _, word in spoken.arcs}
            dictionary = _write_dictionary(Path(folder) / "words.dict", words, pronouncer)
            model = write_arpa(Path(folder) / "words.arpa", asked, named)
            self._strict = _decoder(dictionary, bestpath=False, wip=0.4)
            self._free = _decoder(dictionary, lm=model, lpbeam=1e-50, lponlybeam=1e-40, fwdflat=False, bestpath=False)
        network = self._strict.create_fsg("shop", spoken.start, spoken.final, _transitions(spoken))
        self._strict.add_fsg("shop", network)
        self._strict.activate_search("shop")
        self._listening = False
        self.start()

    def start(self) -> None:
        """Begin an utterance; one that was not finished is dropped."""
        if self._listening:
            for decoder in (self._strict, self._free):
                decoder.end_utt()
        for decoder in (self._strict, self._free):
            decoder.start_utt()
        self._listening = True
        self._samples = 0
        self._busy = 0.0

    def accept(self, pcm: bytes) -> str:
        """Take some audio; the text so far."""
        began = time.perf_counter()
        self._samples += len(pcm) // 2
        for decoder in (self._strict, self._free):
            decoder.process_raw(pcm, no_search=False, full_utt=False)
        text = _text(self._strict)
        self._busy += time.perf_counter() - began
        return text

    def finish(self) -> Transcript:
        """End the utterance."""
        began = time.perf_counter()
        for decoder in (self._strict, self._free):
            decoder.end_utt()
        self._listening = False
        text, other = _text(self._strict), _text(self._free)
        seconds, busy = self._samples / RATE, self._busy + time.perf_counter() - began
        self.start()
        confidence = 0.0 if not text else _AGREED if text == other else _DIFFERED
        alternatives = (other,) if other and other != text else ()
        return Transcript(text, confidence, alternatives, "en", seconds, busy)


def _decoder(dictionary: Path, **options: Any) -> Any:
    try:
        return pocketsphinx.Decoder(dict=str(dictionary), loglevel="FATAL", **{"lm": None, **_WIDE, **options})
    except (RuntimeError, ValueError) as error:
        raise VoiceError(
            f"PocketSphinx could not be started ({error}); install the package pocketsphinx again"
        ) from error


def _text(decoder: Any) -> str:
    hypothesis = decoder.hyp()
    words = hypothesis.hypstr.split() if hypothesis else []
    return " ".join(word for word in words if not word.startswith(("<", "[")))


def _write_dictionary(path: Path, words: Iterable[str], pronouncer: Pronouncer) -> Path:
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
