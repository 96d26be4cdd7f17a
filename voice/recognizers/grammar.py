"""The sentences of a grammar to words, nothing else: PocketSphinx with a small network of its own (voice/grammar.py).

The network is quick enough to hear up to five versions of the sound (voice/cleaning.py): two that agree settle the
text, else the one in the middle is taken. The same words in any order are heard beside it. Where both hear the same,
the text is right about nine times of ten; the more they differ, the less: that is the confidence.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from voice.agreement import likeness, middle
from voice.cleaning import VERSIONS, Cleaner, Sound
from voice.decoding import NARROW, hear, make_decoder, write_dictionary
from voice.grammar import Fsg
from voice.pronounce import Pronouncer
from voice.types import ANYTHING, RATE, Expected, Transcript, Vocabulary, VoiceError
from voice.vad import Vad, has_speech

_SMALL = 3_000
"""Arcs of a network up to which it hears every version of the sound."""
_AGREED, _DIFFERED = 0.9, 0.25
"""Confidence when the grammar and its words in any order give the same text, and when they have no word in common."""


class GrammarRecognizer:
    """All sentences of the grammar are equally likely. English."""

    name = "PocketSphinx"
    languages: tuple[str, ...] = ("en",)

    def __init__(self, grammar: Fsg) -> None:
        """Raises VoiceError when the grammar has no word, or one that cannot be said."""
        pronouncer = Pronouncer()
        words = {word for _, _, word in grammar.arcs}
        silent = sorted(word for word in words if not pronouncer.of(word))
        if silent or not words:
            what = f"words that cannot be said: {', '.join(silent)}" if silent else "no words"
            raise VoiceError(f"the grammar has {what}; add them to voice/data/pronunciations.toml or leave them out")
        with tempfile.TemporaryDirectory() as folder:
            dictionary = write_dictionary(Path(folder) / "words.dict", words, pronouncer)
            self._strict = make_decoder(dictionary, bestpath=False)
            self._free = make_decoder(dictionary, bestpath=False, **NARROW)
        network = self._strict.create_fsg("grammar", 0, grammar.final, grammar.transitions())
        self._strict.add_fsg("grammar", network)
        self._strict.activate_search("grammar")
        # The versions agree on what is no sentence of the grammar, too; the same words in any order do not.
        loop = self._free.create_fsg("any", 0, 0, [(0, 0, 1 / len(words), word) for word in sorted(words)])
        self._free.add_fsg("any", loop)
        self._free.activate_search("any")
        self._versions = len(VERSIONS) if len(grammar.arcs) <= _SMALL else 1
        self._vad = Vad()
        self._cleaner = Cleaner(self._vad)
        self.start()

    def learn(self, vocabulary: Vocabulary) -> None:
        """A grammar is learnt once. Raises VoiceError."""
        raise VoiceError("a grammar's recogniser takes no other words; make another one")

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance; one that was not finished is dropped."""
        self._pcm = bytearray()
        self._text = ""
        self._confidence = 0.0
        self._others: tuple[str, ...] = ()
        self._size = 0
        self._busy = 0.0
        self.complete = False
        """Whether the text so far is a sentence of the grammar; known in a pause."""

    def accept(self, pcm: bytes) -> str:
        """Take some audio; the text of the last pause."""
        self._pcm += pcm
        return self._text

    def pause(self) -> str:
        """Hear all there is."""
        began = time.perf_counter()
        if self._size < len(self._pcm):
            self._hear()
        self._busy += time.perf_counter() - began
        return self._text

    def finish(self) -> Transcript:
        """End the utterance. Silence and noise give an empty text."""
        began = time.perf_counter()
        if not has_speech(self._vad, bytes(self._pcm)):
            self._text, self._confidence, self._others = "", 0.0, ()
        elif not self._size or has_speech(self._vad, bytes(self._pcm[self._size :])):
            self._hear()
        seconds, busy = len(self._pcm) / 2 / RATE, self._busy + time.perf_counter() - began
        heard = Transcript(self._text, self._confidence, self._others, "en", seconds, busy)
        self.start()
        return heard

    def _hear(self) -> None:
        versions = self._cleaner.versions(self._pcm)
        first = next(versions, Sound(b"", 1.0))
        found = hear(self._strict, first)
        texts = [found.text if found.whole else ""]
        for sound in versions if self._versions > 1 else ():
            found = hear(self._strict, sound)
            texts.append(found.text if found.whole else "")
            if texts[-1] and texts[-1] in texts[:-1]:
                break
        self._text, self._size = middle(texts), len(self._pcm)
        self.complete = bool(self._text)
        alike = likeness(self._text, hear(self._free, first).text) if self._text else 0.0
        self._confidence = _DIFFERED + (_AGREED - _DIFFERED) * alike**2 if self._text else 0.0
        self._others = tuple(dict.fromkeys(text for text in texts if text not in ("", self._text)))
