"""The drop-in recogniser: any Whisper model in CTranslate2's format in the models folder, run by faster-whisper.

Whisper writes something for every sound, so it only gets sound with speech in it, cut to the speech, and each segment
that it writes is judged by voice/invented.py. It is told what is likely (voice/hints.py), its language is one of the
store's, and what it writes is mended towards the catalog (voice/correction.py).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from voice.correction import Corrector
from voice.hints import Hints
from voice.invented import Heard, Inventions, prompt, without_loops
from voice.types import ANYTHING, RATE, Expected, Transcript, Vocabulary, VoiceError, words_of
from voice.vad import FRAME, Vad

_PARTIAL_S = 0.7
"""Seconds of new sound between two looks at an unfinished utterance."""
_PARTIAL_LOAD = 0.5
"""Looks are left out when one takes longer than this share of the sound that came in between."""
_HINT_TOKENS = 160
"""Of prompt and hints together. The library takes 223 of each and refuses more than 448 with the text."""
_TOKENS, _TOKENS_A_SECOND, _MOST_TOKENS = 16, 10, 200
"""Longest text: some, and so many for each second of speech; more would be invented."""
_SPEECH, _SPEECH_S = 0.5, 0.15
"""Probability of a frame that is speech, and seconds of it in a row that count."""
_AROUND_S = 0.4
"""Sound kept before and after the speech."""
_BEAMS, _PARTIAL_BEAMS = 3, 1
_CLEARLY = 0.75
"""Probability, among the store's languages, from which on another than the talk's is believed."""
_DETECT_S = 1.0
"""Seconds of speech that the language is told from; with less at the end, what there is."""
_TRIES, _PACE_TOKENS = 3, 12
"""How often noise is decoded to measure the pace, and tokens of its text."""
_IDLE, _FAR_OFF = 1.25, 3.0
"""Time by the clock on the wall to that of the processor when nobody else is busy, and how many times too slow a first
try is from which on others do not help."""
_FIRST_BUILD_S = 10.0
"""Longest wait, at the end of an utterance, for the first corrector."""
_log = logging.getLogger(__name__)


class WhisperRecognizer:
    """Whisper, decoding the whole utterance when the shopper falls silent, and now and then before."""

    name: str
    languages: tuple[str, ...]

    def __init__(self, folder: Path, languages: Sequence[str] = ("en",), threads: int = 2) -> None:
        """Load the model. `languages`: ISO 639-1 codes of the store's, the usual one first.

        Raises VoiceError naming what is missing or damaged, or a model that does not hear the usual language.
        """
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
        known = set(self._model.supported_languages)
        wanted = tuple(dict.fromkeys(code.replace("_", "-").partition("-")[0].lower() for code in languages)) or ("en",)
        if wanted[0] not in known:
            heard = "English only" if known == {"en"} else f"{len(known)} languages"
            raise VoiceError(f"{folder} hears {heard}, not {wanted[0]!r}; copy another Whisper model (none named .en)")
        self.languages = tuple(code for code in wanted if code in known)
        self._threads = threads
        self._vad = Vad()
        self._costs: dict[str, int] = {}
        self._known = _Known(Hints(Vocabulary(())), Inventions())
        self._corrector: Corrector | None = None
        self._building: threading.Thread | None = None
        self._language = self.languages[0]
        self.start()

    def pace(self, enough: float) -> float:
        """Seconds that it takes to decode one second of noise, which is about what any question takes, as Whisper
        always works on half a minute. The least of a few tries, by the clock of the processor where others are busy;
        none after one that is `enough`, or far from it.
        """
        noise = np.random.default_rng(0).normal(0, 0.05, RATE).astype(np.float32)
        least = float("inf")
        for _ in range(_TRIES):
            began, worked = time.perf_counter(), time.process_time()
            self._transcribe(noise, (), _PACE_TOKENS, _BEAMS)
            wall, cpu = time.perf_counter() - began, (time.process_time() - worked) / self._threads
            least = min(least, wall, _IDLE * cpu)
            if not enough < least < _FAR_OFF * enough:
                break
        return least

    def learn(self, vocabulary: Vocabulary) -> None:
        """Take the store's names: as hints at once; for mending transcripts as soon as that is built, beside."""
        self._known = _Known(Hints(vocabulary), Inventions(vocabulary.phrases, vocabulary.sentences))
        self._costs = {}
        if "en" in self.languages:
            self._building = threading.Thread(target=self._build, args=(vocabulary,), name="corrector", daemon=True)
            self._building.start()

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance. What is expected leads the hints; with nothing expected a new talk begins, in the usual
        language."""
        if expected == ANYTHING:
            self._language = self.languages[0]
        self._begin(expected)

    def _begin(self, expected: Expected) -> None:
        self._expected = expected
        self._hints: tuple[str, ...] = ()
        self._pcm = bytearray()
        self._speech = _Speech(self._vad)
        self._looked_at = 0
        self._looked_s = 0.0
        self._detected = False
        self._result: _Result | None = None
        self._partial = ""
        self._busy = 0.0
        self.complete = False

    def accept(self, pcm: bytes) -> str:
        """Take some audio (RATE, 16-bit mono); the text of the last look at it, '' before the first."""
        self._pcm += pcm
        self._speech.take(self._pcm)
        fresh = (len(self._pcm) - self._looked_at) / 2 / RATE
        if fresh >= max(_PARTIAL_S, self._looked_s / _PARTIAL_LOAD):
            self._look(_PARTIAL_BEAMS)
        return self._partial

    def pause(self) -> str:
        """Work out all there is."""
        if self._result is None or self._speech.after(self._result.size):
            self._look(_BEAMS)
        return self._partial

    def finish(self) -> Transcript:
        """End the utterance. Silence and noise give an empty text."""
        self.pause()
        result = self._result or _Result(0, "", 0.0)
        began = time.perf_counter()
        text, language = result.text, self._language
        if text and language == "en":
            text = self._mended(text)
        others = (result.text,) if text != result.text else ()
        busy = self._busy + time.perf_counter() - began
        transcript = Transcript(text, result.confidence, others, language, len(self._pcm) / 2 / RATE, busy)
        self._begin(ANYTHING)
        return transcript

    def _build(self, vocabulary: Vocabulary) -> None:
        try:
            made = Corrector(vocabulary.phrases, vocabulary.sentences, own=vocabulary.pronunciations)
        except VoiceError as error:
            _log.warning("transcripts are not mended: %s", error)
            return
        if self._building is threading.current_thread():
            self._corrector = made

    def _mended(self, text: str) -> str:
        """The text mended; by the names of the version before, while those of a new one are taken over."""
        if self._corrector is None and self._building is not None:
            self._building.join(_FIRST_BUILD_S)
        return self._corrector.correct(text) if self._corrector is not None else text

    def _look(self, beams: int) -> None:
        began = time.perf_counter()
        text, confidence = self._decode(beams)
        self._partial = text
        self.complete = text.endswith((".", "?", "!"))
        self._looked_at = len(self._pcm)
        if beams == _BEAMS:
            self._result = _Result(len(self._pcm), text, confidence)
        self._looked_s = time.perf_counter() - began
        self._busy += self._looked_s

    def _decode(self, beams: int) -> tuple[str, float]:
        if not self._speech.any():
            return "", 0.0
        sound = self._speech.cut(self._pcm)
        spoken = self._speech.seconds()
        try:
            if not self._detected and (spoken >= _DETECT_S or beams == _BEAMS):
                self._language = self._told(sound)
                self._detected = True
            if not self._hints:
                self._hints = self._known.hints.of(
                    self._expected, self._cost, _HINT_TOKENS - self._cost(self._prompt())
                )
            tokens = min(_MOST_TOKENS, round(_TOKENS + _TOKENS_A_SECOND * spoken))
            segments = self._transcribe(sound, self._hints, tokens, beams)
        except (RuntimeError, ValueError) as error:
            raise VoiceError(f"{self.name} cannot hear this ({error}); copy the model again") from error
        said = [segment for segment in segments if self._said(segment, spoken)]
        if not said:
            return "", 0.0
        text = without_loops(words_of([segment.text for segment in said]))
        weights = [max(1, len(segment.tokens)) for segment in said]
        mean = float(np.average([segment.avg_logprob for segment in said], weights=weights))
        return text, float(min(1.0, np.exp(mean)))

    def _said(self, segment: Any, speech_s: float) -> bool:
        heard = Heard(segment.text, segment.no_speech_prob, segment.avg_logprob)
        why = self._known.inventions.why(heard, speech_s, self._hints, self._prompt())
        if why is not None:
            _log.info("a segment is dropped: %s", why.value)
        return why is None

    def _transcribe(self, sound: npt.NDArray[np.float32], hints: Sequence[str], tokens: int, beams: int) -> list[Any]:
        # No prompt from earlier text and no retries at other temperatures: both invent words for a shop's noise.
        try:
            segments, _ = self._model.transcribe(
                sound,
                language=self._language,
                task="transcribe",
                beam_size=beams,
                temperature=0.0,
                condition_on_previous_text=False,
                without_timestamps=True,
                vad_filter=False,
                max_new_tokens=tokens,
                initial_prompt=self._prompt() or None,
                hotwords=", ".join(hints) or None,
            )
            return list(segments)
        except (RuntimeError, ValueError) as error:
            raise VoiceError(f"{self.name} cannot hear this ({error}); copy the model again") from error

    def _told(self, sound: npt.NDArray[np.float32]) -> str:
        """The language of the sound: that of the talk, unless another of the store's is clearly more probable."""
        if len(self.languages) == 1:
            return self.languages[0]
        try:
            probabilities = dict(self._model.detect_language(audio=sound)[2])
        except (RuntimeError, ValueError) as error:
            raise VoiceError(f"{self.name} cannot hear this ({error}); copy the model again") from error
        return likelier(self._language, self.languages, probabilities)

    def _prompt(self) -> str:
        return prompt(self._language)

    def _cost(self, hint: str) -> int:
        """Tokens of a hint and the comma behind it."""
        if hint not in self._costs:
            ids = self._model.hf_tokenizer.encode(f" {hint}", add_special_tokens=False).ids
            self._costs[hint] = len(ids) + 1
        return self._costs[hint]


@dataclass(frozen=True, slots=True)
class _Known:
    """What follows from a vocabulary, taken over at once."""

    hints: Hints
    inventions: Inventions


@dataclass(frozen=True, slots=True)
class _Result:
    """The text of the first `size` bytes of an utterance."""

    size: int
    text: str
    confidence: float


class _Speech:
    """Where in an utterance there is speech; each frame is looked at once."""

    def __init__(self, vad: Vad) -> None:
        vad.reset()
        self._vad = vad
        self._frames: list[bool] = []

    def take(self, pcm: bytearray) -> None:
        """Look at what came to the utterance."""
        size = 2 * FRAME
        for at in range(len(self._frames) * size, len(pcm) - size + 1, size):
            self._frames.append(self._vad.probability(bytes(pcm[at : at + size])) >= _SPEECH)

    def any(self) -> bool:
        """Whether there is speech at all, long enough to be a word."""
        return _longest(self._frames) >= round(_SPEECH_S * RATE / FRAME)

    def after(self, size: int) -> bool:
        """Whether there is speech after the first `size` bytes."""
        return _longest(self._frames[size // (2 * FRAME) :]) >= round(_SPEECH_S * RATE / FRAME)

    def seconds(self) -> float:
        """How much speech there is."""
        return sum(self._frames) * FRAME / RATE

    def cut(self, pcm: bytearray) -> npt.NDArray[np.float32]:
        """The sound from a little before the first speech to a little after the last, as Whisper takes it."""
        spoken = [at for at, speech in enumerate(self._frames) if speech]
        around = round(_AROUND_S * RATE)
        begin, end = max(0, spoken[0] * FRAME - around), (spoken[-1] + 1) * FRAME + around
        samples = np.frombuffer(bytes(pcm[2 * begin : 2 * end]), "<i2", count=min(end, len(pcm) // 2) - begin)
        return samples.astype(np.float32) / 32768.0


def likelier(usual: str, languages: Sequence[str], probabilities: Mapping[str, float]) -> str:
    """The language that is spoken: `usual`, unless another of `languages` is clearly more probable than the others."""
    among = {code: max(0.0, probabilities.get(code, 0.0)) for code in languages}
    total = sum(among.values())
    if total <= 0:
        return usual
    best = max(among, key=lambda code: among[code])
    return best if among[best] >= _CLEARLY * total else usual


def _longest(frames: Sequence[bool]) -> int:
    """The longest row of speech."""
    best = now = 0
    for speech in frames:
        now = now + 1 if speech else 0
        best = max(best, now)
    return best
