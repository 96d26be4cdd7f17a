"""The recogniser that needs nothing: PocketSphinx with the store's own sentences, English; see voice/shop.py.

An utterance is heard while it is spoken, from its first second on, so that little is left to do when it ends: in the
first pause it is searched again for the names that sound most like what was heard, if those decoders differ.
"""

from __future__ import annotations

import time

from voice.cleaning import Cleaner, CleanStream, Sound
from voice.shop import Judged, Shop
from voice.types import ANYTHING, RATE, Expected, Transcript, Vocabulary
from voice.vad import Vad, has_speech

_FIRST_S = 1.2
"""Sound from which on an utterance is heard as it comes in, see `decoding.Along`; a shorter one when it ends."""
_SURE = 0.6
"""Confidence from which on a sentence is complete."""

_INTERJECTIONS = frozenset(["uh", "um", "er", "oh", "okay", "hi", "hey", "hello", "yes", "yeah", "no", "bye"])
"""What the clatter of a shop is most easily taken for."""
_CALLED, _NOBODY = 0.75, 0.3
"""Confidence from which on such a word is believed of a shopper who was asked nothing, and what counts below it."""


def believed(text: str, confidence: float, expected: Expected) -> float:
    """The confidence in a text, seeing that noise sounds like interjections."""
    alone = _INTERJECTIONS.issuperset(text.split()) and not expected.answers
    return min(confidence, _NOBODY) if alone and confidence < _CALLED else confidence


class PocketSphinxRecognizer:
    """A store's shoppers to words."""

    name = "PocketSphinx"
    languages: tuple[str, ...] = ("en",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Raises VoiceError when the vocabulary has no words."""
        self._vad = Vad()
        self._cleaner = Cleaner(self._vad)
        self._pcm = bytearray()
        self.learn(vocabulary)
        self.start()

    def learn(self, vocabulary: Vocabulary) -> None:
        """Build the decoders, some seconds for two thousand products; what was known stays if that fails.

        Raises VoiceError.
        """
        self._shop = Shop(vocabulary)

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance; one that was not finished is dropped."""
        self._shop.expect(expected)
        self._pcm = bytearray()
        self._clean: CleanStream | None = None
        self._late = False
        self._judged: Judged | None = None
        """Of the first `_size` bytes."""
        self._size = 0
        self._partial = ""
        self._busy = 0.0
        self.complete = False
        """Whether the text so far is a whole sentence of the store's networks, heard for sure; known in a pause."""

    def accept(self, pcm: bytes) -> str:
        """Take some audio; the text so far."""
        began = time.perf_counter()
        self._pcm += pcm
        if self._judged is not None:
            if not self._goes_on():
                return self._partial
            self._judged, self.complete = None, False
        if self._clean is not None:
            self._shop.feed(self._clean(pcm))
        elif len(self._pcm) >= 2 * RATE * _FIRST_S and not self._late:
            # A recording that begins with silence tells nothing of the voice: it is heard when it ends.
            self._late = not has_speech(self._vad, bytes(self._pcm))
            if not self._late:
                self._clean = self._cleaner.stream(self._pcm)
                self._shop.begin(self._clean(self._pcm))
        self._partial = self._shop.so_far() or self._partial
        self._busy += time.perf_counter() - began
        return self._partial

    def pause(self) -> str:
        """Hear all there is."""
        began = time.perf_counter()
        if self._judged is None or self._size < len(self._pcm):
            self._judge()
        self._busy += time.perf_counter() - began
        return self._partial

    def finish(self) -> Transcript:
        """End the utterance. Silence and noise give an empty text."""
        began = time.perf_counter()
        judged = Judged("", 0.0)
        if has_speech(self._vad, bytes(self._pcm)):
            if self._judged is None or self._goes_on():
                self._judge()
            judged = self._judged or judged
        seconds, busy = len(self._pcm) / 2 / RATE, self._busy + time.perf_counter() - began
        expected = self._shop.expected
        self.start(expected)
        confidence = believed(judged.text, judged.confidence, expected)
        return Transcript(judged.text, confidence, judged.others, "en", seconds, busy)

    def _goes_on(self) -> bool:
        """Whether more was said since the pause."""
        return has_speech(self._vad, bytes(self._pcm[self._size :]))

    def _judge(self) -> None:
        if self._clean is not None:
            self._shop.feed(self._clean.finish())
            judged = self._shop.finish(self._sound)
        else:
            judged = self._shop.hear(self._sound() or Sound(b"", 1.0))
        self._clean, self._size = None, len(self._pcm)
        self._judged, self._partial = judged, judged.text
        self.complete = judged.whole and judged.confidence >= _SURE

    def _sound(self) -> Sound | None:
        """All of the utterance, without noise."""
        return next(self._cleaner.versions(self._pcm), None)
