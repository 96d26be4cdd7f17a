"""The drop-in recogniser: any Whisper model in CTranslate2's format in the models folder, run by faster-whisper."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np

from voice.types import ANYTHING, RATE, Expected, Transcript, Vocabulary, VoiceError, words_of
from voice.vad import Vad, has_speech

_HOTWORDS = 60
"""Phrases of the vocabulary given as hints; each costs a little time at the start of every decoding."""
_PARTIAL_S = 0.7
"""Seconds of new sound between two looks at an unfinished utterance."""
_PARTIAL_LOAD = 0.5
"""Looks are left out when one takes longer than this share of the sound that came in between."""
_TOKENS = 64
"""Longest text; a question has some twenty tokens."""
_NO_SPEECH, _UNSURE = 0.6, -1.0
"""Probability of no speech, and mean log-probability a token, from which on a text is taken for noise."""


class WhisperRecognizer:
    """Whisper, decoding the whole utterance at its end, and now and then before."""

    name: str
    languages: tuple[str, ...]

    def __init__(self, folder: Path, language: str = "en", threads: int = 2) -> None:
        """Load the model. Raises VoiceError naming what is missing or damaged."""
        for needed in ("model.bin", "config.json", "tokenizer.json"):
            if not (folder / needed).is_file():
                raise VoiceError(f"{folder} lacks {needed}; copy the whole Whisper model again")
        from faster_whisper import WhisperModel

        try:
            self._model: Any = WhisperModel(
                str(folder),
                device="cpu",
                compute_type="int8",
                cpu_threads=threads,
                num_workers=1,
                local_files_only=True,
            )
        except Exception as error:
            raise VoiceError(f"{folder} is damaged or not a Whisper model ({error}); copy it again") from error
        self.name = f"Whisper {folder.name}"
        known = tuple(self._model.supported_languages)
        self.languages = (language, *(code for code in known if code != language)) if language in known else known
        self._language = self.languages[0]
        self._hotwords: str | None = None
        self._vad = Vad()
        self.start()

    def learn(self, vocabulary: Vocabulary) -> None:
        """Take the most wanted names as hints."""
        self._hotwords = ", ".join(vocabulary.phrases[:_HOTWORDS]) or None

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance."""
        self._pcm = bytearray()
        self._looked_at = 0
        self._looked_s = 0.0
        self._partial = ""
        self._busy = 0.0
        self.complete = False

    def accept(self, pcm: bytes) -> str:
        """Take some audio (RATE, 16-bit mono); the text of the last look at it, '' before the first."""
        self._pcm += pcm
        fresh = (len(self._pcm) - self._looked_at) / 2 / RATE
        if fresh >= max(_PARTIAL_S, self._looked_s / _PARTIAL_LOAD):
            self._look()
        return self._partial

    def pause(self) -> str:
        """Look at all there is."""
        self._look()
        return self._partial

    def finish(self) -> Transcript:
        """End the utterance. Silence and noise give an empty text."""
        text, confidence = self._decode()
        transcript = Transcript(
            text,
            confidence,
            language=self._language,
            seconds=len(self._pcm) / 2 / RATE,
            busy=self._busy,
        )
        self.start()
        return transcript

    def _look(self) -> None:
        began = time.perf_counter()
        self._partial = self._decode()[0]
        self.complete = self._partial.endswith((".", "?", "!"))
        self._looked_s = time.perf_counter() - began
        self._looked_at = len(self._pcm)

    def _decode(self) -> tuple[str, float]:
        began = time.perf_counter()
        pcm = bytes(self._pcm)
        found: list[Any] = []
        if has_speech(self._vad, pcm):
            # No prompt from earlier text and no retries at other temperatures: both invent words for a shop's noise.
            try:
                segments, _ = self._model.transcribe(
                    np.frombuffer(pcm, "<i2", count=len(pcm) // 2).astype(np.float32) / 32768.0,
                    language=self._language,
                    task="transcribe",
                    beam_size=3,
                    temperature=0.0,
                    condition_on_previous_text=False,
                    without_timestamps=True,
                    vad_filter=False,
                    max_new_tokens=_TOKENS,
                    hotwords=self._hotwords,
                    no_speech_threshold=_NO_SPEECH,
                    log_prob_threshold=_UNSURE,
                )
                found = list(segments)
            except (RuntimeError, ValueError) as error:
                raise VoiceError(f"{self.name} cannot hear this ({error}); copy the model again") from error
        self._busy += time.perf_counter() - began
        if not found:
            return "", 0.0
        mean = float(np.mean([segment.avg_logprob for segment in found]))
        return words_of([segment.text for segment in found]), float(min(1.0, np.exp(mean)))
