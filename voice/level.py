"""How loud a piece of sound is."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

FULL_SCALE = 32768.0
QUIETEST_DB = -90.0
"""Less than a single step of 16-bit sound."""


def level(sound: bytes | npt.NDArray[Any]) -> float:
    """Root mean square of 16-bit sound, or of samples of its size: share of full scale, 0 of no sound at all."""
    samples = np.frombuffer(sound, "<i2") if isinstance(sound, bytes) else sound
    if not len(samples):
        return 0.0
    return math.sqrt(float(np.mean(np.square(samples, dtype=np.float64)))) / FULL_SCALE


def decibels(share: float) -> float:
    """A level in decibels below full scale, no less than QUIETEST_DB."""
    return max(QUIETEST_DB, 20 * math.log10(share)) if share > 0 else QUIETEST_DB
