"""The recogniser that needs nothing: PocketSphinx with the store's own sentences, English.

Two decoders hear the same audio, freed of noise (voice/cleaning.py): a network of whole sentences, whose text is taken,
and a trigram model of the same words, which is freer. Where both hear the same, the text is right about nine times of
ten; the more they differ, the less: that is the confidence, and the other text is an alternative.

A small network, such as a grammar of its own, is quick enough to hear up to three versions of the sound. Two that agree
settle the text; else the one in the middle is taken. Beside a grammar of its own its words in any order are heard.

The whole utterance is decoded at once, since the model's features are normalised by their mean over the utterance: with
a mean that is estimated as the sound comes in, four of ten recorded orders were understood, with the true one, 98 %. So
text in between comes from decoding what there is so far, and what will be the result is worked out when the shopper
falls silent, before the turn is over.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pocketsphinx

from voice.agreement import likeness, middle
from voice.cleaning import VERSIONS, Cleaner, Sound
from voice.grammar import Fsg
from voice.phrasing import Sentences, questions, sentences, things
from voice.pronounce import Pronouncer
from voice.trigrams import write_arpa
from voice.types import ANYTHING, RATE, Expected, Transcript, Vocabulary, VoiceError
from voice.vad import Vad, has_speech

_POWER = 6.5
"""Weight of the sentences' probabilities against the sound's, as an exponent."""
_LEAST = 1e-36
_WIDE = {"beam": 1e-64, "pbeam": 1e-64, "wbeam": 1e-40, "topn": 8, "wip": 0.4}
"""Narrower beams lose the right words in noise."""
_NARROW = {"beam": 1e-48, "pbeam": 1e-48, "wbeam": 1e-30, "topn": 4, "wip": 0.1}
_SMALL = 3_000
"""Arcs of a network up to which it hears every version of the sound."""
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


@dataclass(frozen=True, slots=True)
class _Result:
    """What was heard in the first `size` bytes of an utterance."""

    size: int
    text: str
    confidence: float
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """What the sentences' decoder made of the first `size` bytes of an utterance."""

    size: int
    text: str
    whole: bool
    sound: Sound
    """The first version of the sound."""
    more: Iterator[Sound]
    """The other versions."""


class PocketSphinxRecognizer:
    """Sound to words by PocketSphinx."""

    name = "PocketSphinx"
    languages: tuple[str, ...] = ("en",)

    def __init__(self, vocabulary: Vocabulary | Fsg) -> None:
        """For what a store's shoppers say, or for the sentences of a grammar. Raises VoiceError."""
        self._vad = Vad()
        self._cleaner = Cleaner(self._vad)
        if isinstance(vocabulary, Fsg):
            self.learn_grammar(vocabulary)
        else:
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
        self._believe_free = True
        self._hear_by(strict, strict.create_fsg("shop", spoken.start, spoken.final, _transitions(spoken)))
        self._versions = len(VERSIONS) if len(spoken.arcs) <= _SMALL else 1

    def learn_grammar(self, grammar: Fsg) -> None:
        """Hear the sentences of a grammar and nothing else, all equally likely.

        Raises VoiceError when it has no word, or one that cannot be said.
        """
        pronouncer = Pronouncer()
        words = {word for _, _, word in grammar.arcs}
        silent = sorted(word for word in words if not pronouncer.of(word))
        if silent or not words:
            what = f"words that cannot be said: {', '.join(silent)}" if silent else "no words"
            raise VoiceError(f"the grammar has {what}; add them to voice/data/pronunciations.toml or leave them out")
        with tempfile.TemporaryDirectory() as folder:
            dictionary = write_dictionary(Path(folder) / "words.dict", words, pronouncer)
            strict = make_decoder(dictionary, bestpath=False)
            self._free = make_decoder(dictionary, bestpath=False, **_NARROW)
        # The versions agree on what is no sentence of the grammar, too; the same words in any order do not.
        loop = self._free.create_fsg("any", 0, 0, [(0, 0, 1 / len(words), word) for word in sorted(words)])
        self._free.add_fsg("any", loop)
        self._free.activate_search("any")
        self._believe_free = False
        self._hear_by(strict, strict.create_fsg("shop", 0, grammar.final, grammar.transitions()))
        self._versions = len(VERSIONS) if len(grammar.arcs) <= _SMALL else 1

    def _hear_by(self, strict: Any, network: Any) -> None:
        strict.add_fsg("shop", network)
        strict.activate_search("shop")
        self._strict = strict

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance; one that was not finished is dropped."""
        self._pcm = bytearray()
        self._last: _Look | None = None
        self._looked_s = 0.0
        self._partial = ""
        self._result: _Result | None = None
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
        elif (len(self._pcm) - (self._last.size if self._last else 0)) / 2 / RATE >= max(
            _PARTIAL_S, self._looked_s / _PARTIAL_LOAD
        ):
            self._result = None
            look = self._look()
            self._partial, self.complete = look.text, look.whole
            self._looked_s = time.perf_counter() - began
        self._busy += time.perf_counter() - began
        return self._partial

    def pause(self) -> str:
        """Hear all there is."""
        began = time.perf_counter()
        if self._result is None or self._loud_after(self._result.size):
            self._decode()
        self._busy += time.perf_counter() - began
        return self._partial

    def finish(self) -> Transcript:
        """End the utterance. Silence and noise give an empty text."""
        began = time.perf_counter()
        result = _Result(0, "", 0.0, ())
        if has_speech(self._vad, bytes(self._pcm)):
            if self._result is None or self._loud_after(self._result.size):
                self._decode()
            result = self._result or result
        seconds, busy = len(self._pcm) / 2 / RATE, self._busy + time.perf_counter() - began
        self.start()
        return Transcript(result.text, result.confidence, result.others, "en", seconds, busy)

    def _decode(self) -> None:
        """Hear all there is."""
        look = self._look()
        heard = [look.text if look.whole else ""]
        if self._versions > 1:
            heard = self._settle(heard[0], look.more)
        best = middle(heard)
        free = hear(self._free, look.sound)[0]
        self._partial, self.complete = best or look.text, bool(best)
        self._result = _Result(len(self._pcm), *_judged(best, free, heard, self._believe_free))

    def _look(self) -> _Look:
        """What the first version of all there is sounds like; nothing is done twice for the same sound."""
        if self._last is None or self._last.size != len(self._pcm):
            versions = self._cleaner.versions(self._pcm)
            sound = next(versions, Sound(b"", 1.0))
            self._last = _Look(len(self._pcm), *hear(self._strict, sound), sound, versions)
        return self._last

    def _settle(self, first: str, versions: Iterator[Sound]) -> list[str]:
        """The texts of all versions, until two are the same."""
        heard = [first]
        for sound in versions:
            text, whole = hear(self._strict, sound)
            heard.append(text if whole else "")
            if heard[-1] and heard[-1] in heard[:-1]:
                break
        return heard

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


def _judged(text: str, free: str, versions: list[str], believe_free: bool) -> tuple[str, float, tuple[str, ...]]:
    """The text to take, its confidence, and the alternatives.

    `free` is the freer decoder's text; with `believe_free` it can be a question, and is taken where the other is none.
    """
    if not text:
        return (free, _DIFFERED if free else 0.0, ()) if believe_free else ("", 0.0, ())
    alike = likeness(text, free)
    others = [*versions, free] if believe_free else versions
    if believe_free and free and alike < _UNLIKE:
        text, others = free, [text]
    others = list(dict.fromkeys(other for other in others if other not in ("", text)))
    return text, _DIFFERED + (_AGREED - _DIFFERED) * alike**2, tuple(others)


def hear(decoder: Any, sound: Sound) -> tuple[str, bool]:
    """The best text for an utterance, and whether it is one that the decoder's grammar takes to the end."""
    decoder.config["warp_params"] = str(sound.warp)
    decoder.reinit_feat()
    decoder.start_utt()
    decoder.process_raw(sound.pcm, no_search=False, full_utt=True)
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
