"""What a recogniser hears of an utterance: without most of the noise, in up to three versions that err differently.

Suppression takes away some of the speech with the noise, so some of the sound as it came stays in; how much is best
differs from one utterance to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from voice.denoise import denoiser

_LOUD = 99.5
"""Percentile of the loudness that the added noise is relative to."""

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Version:
    """One way to clean the sound."""

    suppressed: float
    """Share of the sound without noise; the rest is the sound as it came."""
    floor: float
    """Noise added, relative to the loud parts: with true silence the recogniser hears worse than with a little noise
    (91 against 98 of 100 orders)."""


VERSIONS = (Version(0.85, 0.008), Version(0.7, 0.008), Version(1.0, 0.016))
"""Of 66 orders in kitchen noise at 6 dB, each alone gets 61, 59 and 57 right, the vote 61; exact 58, 59, 55; 60."""
_NOISY_DB = 40.0
"""Loud over quiet parts of a sound under which it counts as noisy: of recordings in quiet rooms nineteen of twenty have
47 or more, all 39, with noise at 24 dB at most 38. Without noise, suppression only takes from the speech."""
_FRAME = 512


class Cleaner:
    """Makes the versions; where there is no noise, or no RNNoise, they differ in the added noise only."""

    def __init__(self) -> None:
        self._denoise = denoiser()

    def versions(self, pcm: bytes | bytearray) -> Iterator[bytes]:
        """Those of an utterance (RATE, 16-bit mono), the same at each call; each made when it is asked for."""
        # Half a sample at the end is left out.
        samples = np.frombuffer(pcm, "<i2", count=len(pcm) // 2).astype(np.float32)
        if not len(samples):
            return
        if self._denoise is None or loud_over_quiet(samples) > _NOISY_DB:
            for floor in dict.fromkeys(version.floor for version in VERSIONS):
                yield _pcm(_with_floor(samples, floor))
            return
        clean = self._denoise(samples)
        for version in VERSIONS:
            mixed = version.suppressed * clean + (1 - version.suppressed) * samples
            yield _pcm(_with_floor(mixed, version.floor))


def loud_over_quiet(samples: Samples) -> float:
    """Decibels between the loud and the quiet parts of a sound: the 95th and the 10th percentile of its frames."""
    whole = len(samples) // _FRAME * _FRAME
    if not whole:
        return 0.0
    loudness = np.sqrt((samples[:whole].reshape(-1, _FRAME).astype(np.float64) ** 2).mean(axis=1))
    quiet, loud = np.percentile(loudness, [10, 95])
    # One step of a 16-bit sample is silence.
    return float(20 * np.log10((loud + 1e-9) / (quiet + 1.0)))


def _with_floor(samples: Samples, floor: float) -> Samples:
    loud = float(np.percentile(np.abs(samples), _LOUD))
    noise = np.random.default_rng(0).normal(0.0, floor * loud, len(samples))
    return samples + noise.astype(np.float32)


def _pcm(samples: Samples) -> bytes:
    return samples.clip(-32768, 32767).astype("<i2").tobytes()
