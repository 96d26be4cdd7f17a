"""The two soft notes that say: the kiosk listens."""

from __future__ import annotations

from functools import cache

import numpy as np

TONE_RATE = 48_000
TONE_S = 0.11
_NOTES = (587.33, 880.0)
"""D5 and A5: a rising fifth, which is heard over a shop and not taken for speech. Hertz."""
_LOUD = 0.12
"""Of full scale at its loudest (-18 dB): softer than the voice."""
_TAIL_S = 0.08
"""Silence after it: a device may drop what it still holds when its stream ends."""


@cache
def listening_tone() -> bytes:
    """TONE_S seconds and some silence, TONE_RATE 16-bit mono."""
    count = round(TONE_S * TONE_RATE)
    at = np.arange(count) / TONE_RATE
    notes = np.zeros(count)
    step = TONE_S / len(_NOTES)
    for number, hertz in enumerate(_NOTES):
        # Each note is a raised cosine in loudness, the second over the end of the first: no click anywhere.
        middle, width = (number + 0.5) * step, step
        within = np.abs(at - middle) < width
        shape = np.where(within, 0.5 + 0.5 * np.cos(np.pi * (at - middle) / width), 0.0)
        notes += shape * np.sin(2 * np.pi * hertz * at)
    fade = np.minimum(1.0, np.minimum(at, TONE_S - at) / 0.008)
    sound = (notes * fade * _LOUD * 32767).clip(-32767, 32767).astype("<i2").tobytes()
    return sound + bytes(2 * round(_TAIL_S * TONE_RATE))
