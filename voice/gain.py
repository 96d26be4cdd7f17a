"""Brings a soft or far shopper to the loudness that recognisers are used to. Pure: sound in, sound out.

An automatic gain control that is set once by the first sound of a turn, when nothing of it was passed on yet, and then
moves slowly and with speech alone: in a silence nothing grows. It never clips. What a noise floor it knows is not made
louder than `LOUDEST_NOISE_DB`. Levels are root mean squares of 32 ms, decibels below full scale.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

from voice.level import QUIETEST_DB, decibels, level

USUAL_DB = -18.0
"""Level of the loud frames of speech at the usual distance."""
MOST_DB = 36.0
LEAST_DB = -10.0
LOUDEST_NOISE_DB = -40.0
RISE_DB_S = 6.0
"""How fast the gain rises while somebody speaks, since a soft word is not a soft shopper; it falls at once."""
ONSET_DB = 4.0
"""The first sounds of a turn are so much softer than its loudest, about."""
FORGET_DB_S = 2.0
"""How fast the loudest frame of the turn is forgotten."""
CLIPPED = 0.002
"""Share of samples at full scale from which a turn was too loud for the microphone: in speech that is cut off 1 % and
more are, in loud speech that just fits none."""
_FRAME = 512
_RATE = 16_000
_FULL = 32_000
_PEAK = 32_000.0
_WAITED = 64
"""Frames of the room's noise that are known, 2 s."""

Samples = npt.NDArray[np.float32]


class Gain:
    """The gain of one turn after another, at one microphone."""

    def __init__(self) -> None:
        self.decibels = 0.0
        self._noise: deque[float] = deque(maxlen=_WAITED)
        self._loud_db = QUIETEST_DB
        self._samples = 0
        self._full = 0

    @property
    def clipped(self) -> bool:
        """Whether the turn was louder than the microphone can take."""
        return self._full > CLIPPED * self._samples

    def wait(self, frame: bytes) -> None:
        """Nobody speaks: this is the room's noise."""
        self._noise.append(decibels(level(frame)))

    def begin(self, pcm: bytes) -> bytes:
        """The first sound of a turn, louder or softer as the whole turn will be about."""
        samples = _samples(pcm)
        self._samples = self._full = 0
        levels = [decibels(level(samples[at : at + _FRAME])) for at in range(0, len(samples), _FRAME)]
        self._loud_db = max(levels, default=QUIETEST_DB) + ONSET_DB
        self.decibels = self._wanted()
        return self._apply(samples, self.decibels)

    def go_on(self, pcm: bytes, spoken: bool) -> bytes:
        """The next sound of the turn. spoken: it is speech, as far as is known."""
        samples = _samples(pcm)
        before = self.decibels
        if spoken:
            seconds = len(samples) / _RATE
            self._loud_db = max(self._loud_db - FORGET_DB_S * seconds, decibels(level(samples)))
            self.decibels = min(self._wanted(), before + RISE_DB_S * seconds)
        return self._apply(samples, before)

    def _wanted(self) -> float:
        wanted = min(max(USUAL_DB - self._loud_db, LEAST_DB), MOST_DB)
        if self._noise:
            floor = float(np.percentile(self._noise, 20))
            wanted = min(wanted, max(0.0, LOUDEST_NOISE_DB - floor))
        return wanted

    def _apply(self, samples: Samples, before: float) -> bytes:
        """Louder, gliding from the gain before; a peak that would be cut off takes the gain down at once."""
        self._samples += len(samples)
        self._full += int((np.abs(samples) >= _FULL).sum())
        peak = float(np.abs(samples).max()) if len(samples) else 0.0
        glide = 10 ** (np.linspace(before, self.decibels, len(samples), dtype=np.float32) / 20)
        most = max(1.0, _PEAK / peak) if peak else np.inf
        if len(samples) and glide.max() > most:
            glide = np.minimum(glide, np.float32(most))
            self.decibels = min(self.decibels, 20 * float(np.log10(most)))
        return (samples * glide).round().clip(-32768, 32767).astype("<i2").tobytes()


def _samples(pcm: bytes) -> Samples:
    return np.frombuffer(pcm, "<i2").astype(np.float32)
