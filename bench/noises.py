"""A second kind of noise, of our own making: a crowd of synthetic voices over music, the same at each call."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tests.voice.made import speech
from voice import RATE

Samples = npt.NDArray[np.float64]

_VOICES = ("en-gb-x-rp+m1", "en-us+f4", "en-gb-scotland+m5", "es+f1", "en-us+m6", "fr+f3", "de+m4", "en-029+f2")
_SAID = {
    "en": "we could make soup tonight, or did you want to go out, no wait, I have the list here, look at the size of "
    "that, mum can I have one of those, only if you put the other one back, they were out of it last week as well",
    "es": "mira este, es mas barato que el otro, no se si queda leche en casa, vamos a la caja antes de que cierren",
    "fr": "attends, il faut encore du pain, je crois que c'est par la, tu as pris les oeufs, on y va",
    "de": "haben wir noch Butter zu Hause, ich glaube nicht, nimm lieber zwei, wo steht denn hier der Kaffee",
}
_LOUDNESS = 3_000.0
_CHORDS = ((0, 4, 7, 11), (9, 12, 16, 19), (5, 9, 12, 16), (7, 11, 14, 17))
_BEAT_S = 0.5


def crowd_with_music(seconds: float, seed: int = 0) -> Samples:
    """So many seconds at RATE; voices and music equally loud."""
    random = np.random.default_rng(seed)
    both = _even(_crowd(round(seconds * RATE), random)) + _even(_music(round(seconds * RATE), random))
    return _even(both)


def _even(samples: Samples) -> Samples:
    return samples * (_LOUDNESS / np.sqrt(np.mean(samples**2)))


def _crowd(count: int, random: np.random.Generator) -> Samples:
    """Every voice goes on for the whole time, at its own distance, with pauses."""
    whole = np.zeros(count)
    for voice in _VOICES:
        said = _SAID["en" if voice.startswith("en") else voice[:2]].split(", ")
        at, near = int(random.integers(0, RATE)), random.uniform(0.4, 1.0)
        sentences: dict[int, Samples] = {}
        while at < count:
            which = int(random.integers(0, len(said)))
            if which not in sentences:
                pcm = speech(said[which], voice, int(random.integers(140, 190)), lead_s=0, trail_s=0)
                sentences[which] = np.frombuffer(pcm, "<i2").astype(float)
            part = sentences[which][: count - at]
            whole[at : at + len(part)] += near * part
            at += len(part) + int(random.uniform(0.1, 0.8) * RATE)
    return whole


def _music(count: int, random: np.random.Generator) -> Samples:
    """Four chords over and over, a tune of their notes, a bass, and drums of short noise."""
    whole = np.zeros(count + RATE)
    beat = round(_BEAT_S * RATE)
    for number, at in enumerate(range(0, count, beat)):
        chord = _CHORDS[number // 4 % len(_CHORDS)]
        notes = [(chord[0] - 24, 0.8, 1.0)]
        notes += [(note, 0.35, 1.6) for note in chord] if number % 2 == 0 else []
        notes += [(int(random.choice(chord)) + 12, 0.6, 0.6)] if random.random() < 0.8 else []
        for note, loud, lasting in notes:
            tone = loud * _note(note, lasting)
            whole[at : at + len(tone)] += tone[: len(whole) - at]
        drum = random.normal(0, 0.5, RATE // 8) * np.exp(-np.arange(RATE // 8) / (RATE / 60))
        whole[at : at + len(drum)] += drum
    return whole[:count]


def _note(half_tones: int, seconds: float) -> Samples:
    """A plucked note, so many half tones above middle C."""
    at = np.arange(min(RATE, round(seconds * RATE))) / RATE
    pitch = 261.63 * 2 ** (half_tones / 12)
    tones = [np.sin(2 * np.pi * pitch * part * at) / part * np.exp(-at * part * 2) for part in range(1, 7)]
    return np.sum(tones, axis=0)
