"""The recogniser that needs nothing: PocketSphinx with the store's own sentences, English.

A store's sentences are heard as voice/shop.py says. A grammar of its own is small enough to hear up to three versions
of the sound (voice/cleaning.py): two that agree settle the text, else the one in the middle is taken, and its words in
any order are heard beside it. Where both hear the same, the text is right about nine times of ten; the more they
differ, the less: that is the confidence.

The whole utterance is decoded at once, since the model's features are normalised by their mean over the utterance: with
a mean that is estimated as the sound comes in, four of ten recorded orders were understood, with the true one, 98 %. So
text in between comes from decoding what there is so far, and what will be the result is worked out when the shopper
falls silent, before the turn is over.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from voice.agreement import likeness, middle
from voice.cleaning import VERSIONS, Cleaner, Sound
from voice.decoding import NARROW, hear, make_decoder, write_dictionary
from voice.grammar import Fsg
from voice.pronounce import Pronouncer
from voice.shop import Shop
from voice.types import ANYTHING, RATE, Expected, Transcript, Vocabulary, VoiceError
from voice.vad import Vad, has_speech

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
"""Confidence when the grammar and its words in any order give the same text, and when they have no word in common."""


@dataclass(frozen=True, slots=True)
class _Result:
    """What was heard in the first `size` bytes of an utterance."""

    size: int
    text: str
    confidence: float
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """What a decoder made of the first `size` bytes of an utterance."""

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
        self._shop: Shop | None = None
        """Of a store; None for a grammar."""
        if isinstance(vocabulary, Fsg):
            self.learn_grammar(vocabulary)
        else:
            self.learn(vocabulary)
        self.start()

    def learn(self, vocabulary: Vocabulary) -> None:
        """Build the decoders, some seconds for two thousand products; what was known stays if that fails.

        Raises VoiceError.
        """
        self._shop = Shop(vocabulary)

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
            self._free = make_decoder(dictionary, bestpath=False, **NARROW)
        # The versions agree on what is no sentence of the grammar, too; the same words in any order do not.
        loop = self._free.create_fsg("any", 0, 0, [(0, 0, 1 / len(words), word) for word in sorted(words)])
        self._free.add_fsg("any", loop)
        self._free.activate_search("any")
        strict.add_fsg("grammar", strict.create_fsg("grammar", 0, grammar.final, grammar.transitions()))
        strict.activate_search("grammar")
        self._strict = strict
        self._versions = len(VERSIONS) if len(grammar.arcs) <= _SMALL else 1
        self._shop = None

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance; one that was not finished is dropped."""
        if self._shop is not None:
            self._shop.expect(expected)
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
        if self._shop is not None:
            judged = self._shop.hear(next(self._cleaner.versions(self._pcm), Sound(b"", 1.0)))
            self._partial, self.complete = judged.text, judged.whole
            self._result = _Result(len(self._pcm), judged.text, judged.confidence, judged.others)
            return
        look = self._look()
        heard = [look.text if look.whole else ""]
        if self._versions > 1:
            heard = self._settle(heard[0], look.more)
        best = middle(heard)
        free = hear(self._free, look.sound).text
        self._partial, self.complete = best or look.text, bool(best)
        self._result = _Result(len(self._pcm), *_judged(best, free, heard))

    def _look(self) -> _Look:
        """What the first version of all there is sounds like; nothing is done twice for the same sound."""
        if self._last is None or self._last.size != len(self._pcm):
            versions = self._cleaner.versions(self._pcm)
            sound = next(versions, Sound(b"", 1.0))
            if self._shop is not None:
                self._last = _Look(len(self._pcm), self._shop.glance(sound), False, sound, versions)
            else:
                heard = hear(self._strict, sound)
                self._last = _Look(len(self._pcm), heard.text, heard.whole, sound, versions)
        return self._last

    def _settle(self, first: str, versions: Iterator[Sound]) -> list[str]:
        """The texts of all versions, until two are the same."""
        heard = [first]
        for sound in versions:
            found = hear(self._strict, sound)
            heard.append(found.text if found.whole else "")
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


def _judged(text: str, free: str, versions: list[str]) -> tuple[str, float, tuple[str, ...]]:
    """The text to take, its confidence, and the alternatives; `free`: the text of the words in any order."""
    if not text:
        return "", 0.0, ()
    others = dict.fromkeys(other for other in versions if other not in ("", text))
    return text, _DIFFERED + (_AGREED - _DIFFERED) * likeness(text, free) ** 2, tuple(others)
