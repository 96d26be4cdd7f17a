"""faster-whisper with a model that its user put into the models folder."""

from __future__ import annotations

import math
import time
from collections import Counter
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel

from voice.types import RATE, Transcript, Vocabulary, VoiceError, words_of

_LOOK_AGAIN_S = 0.7
"""Audio that must have come since the last partial text before another is made; each takes a whole pass."""
_MOST_TOKENS = 48
"""Longest answer of the model: a question at a kiosk, not a story made up from noise."""
_SILENCE = 0.6
"""Probability of "no speech" above which a segment's text is not believed."""
_HOTWORDS = 40
_QUIETEST = 0.003
"""Root mean square (full scale 1) under which there is nothing to hear."""


class WhisperRecognizer:
    """Sound to words by Whisper, int8 on the processor."""

    def __init__(self, folder: Path, vocabulary: Vocabulary, language: str, threads: int = 2) -> None:
        """Load the model in `folder`. Raises VoiceError naming it."""
        try:
            self._model = WhisperModel(
                str(folder), device="cpu", compute_type="int8", cpu_threads=threads, local_files_only=True
            )
        except Exception as error:
            raise VoiceError(
                f"{folder}: not a faster-whisper model that can be used ({error}); fetch it again"
            ) from error
        self.name = f"faster-whisper {folder.name}"
        self.languages: tuple[str, ...] = tuple(self._model.supported_languages)
        self._language = language if language in self.languages else self.languages[0]
        self._hotwords = ", ".join(vocabulary.phrases[:_HOTWORDS]) or None
        self.start()

    def start(self) -> None:
        """Begin an utterance."""
        self._pcm = bytearray()
        self._looked = 0
        self._partial = ""
        self._busy = 0.0

    def accept(self, pcm: bytes) -> str:
        """Take some audio; the text so far, renewed at most every 0.7 s of audio."""
        self._pcm += pcm
        if len(self._pcm) - self._looked >= _LOOK_AGAIN_S * RATE * 2:
            self._looked = len(self._pcm)
            self._partial = self._read().text
        return self._partial

    def finish(self) -> Transcript:
        """End the utterance. Silence, noise and endless repetition give an empty text."""
        heard = self._read()
        self.start()
        return heard

    def _read(self) -> Transcript:
        began = time.perf_counter()
        samples = np.frombuffer(bytes(self._pcm), np.int16).astype(np.float32) / 32768
        seconds = len(samples) / RATE
        text, confidence = "", 0.0
        if len(samples) and float(np.sqrt(np.mean(samples**2))) >= _QUIETEST:
            segments, _ = self._model.transcribe(
                samples,
                language=self._language,
                beam_size=1,
                temperature=0.0,
                condition_on_previous_text=False,
                without_timestamps=True,
                vad_filter=False,
                max_new_tokens=_MOST_TOKENS,
                hotwords=self._hotwords,
            )
            believed = [s for s in segments if s.no_speech_prob < _SILENCE and not _babbles(s.text)]
            text = words_of([s.text for s in believed])
            confidence = math.exp(sum(s.avg_logprob for s in believed) / len(believed)) if believed else 0.0
        self._busy += time.perf_counter() - began
        return Transcript(text, min(1.0, confidence), (), self._language, seconds, self._busy)


def _babbles(text: str) -> bool:
    """The same few words over and over: what the model makes of noise."""
    words = text.lower().split()
    return len(words) >= 6 and Counter(words).most_common(1)[0][1] > len(words) / 2
