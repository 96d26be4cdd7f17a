"""One loudness for soft, usual and loud shoppers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voice.made import speech
from voice.gain import LOUDEST_NOISE_DB, MOST_DB, USUAL_DB, Gain
from voice.vad import FRAME

QUIET = np.random.default_rng(0).normal(0, 3, FRAME).astype("<i2").tobytes()


def turn(gain: Gain, pcm: bytes) -> bytes:
    """A whole turn through the gain, with speech wherever it is not silent, begun by three frames of it."""
    frames = [pcm[at : at + 2 * FRAME] for at in range(0, len(pcm), 2 * FRAME)]
    spoken = [level(frame) > level(pcm) - 10 for frame in frames]
    first = next(number for number in range(3, len(frames)) if all(spoken[number - 3 : number]))
    heard = gain.begin(b"".join(frames[:first]))
    return heard + b"".join(map(gain.go_on, frames[first:], spoken[first:]))


def level(pcm: bytes) -> float:
    samples = np.frombuffer(pcm, "<i2").astype(float)
    return float(10 * np.log10(np.mean(samples**2) / 32768.0**2 + 1e-12))


def loudest(pcm: bytes) -> float:
    return max(level(pcm[at : at + 2 * FRAME]) for at in range(0, len(pcm), 2 * FRAME))


def said(decibels: float) -> bytes:
    samples = np.frombuffer(speech("how much is the cream cheese"), "<i2") * 10 ** (decibels / 20)
    return samples.round().astype("<i2").tobytes()


@pytest.mark.parametrize("decibels", [-30, -20, -10, 0, 6])
def test_soft_and_loud_shoppers_sound_alike(decibels: float) -> None:
    gain = Gain()
    for _ in range(20):
        gain.wait(QUIET)
    assert loudest(turn(gain, said(decibels))) == pytest.approx(USUAL_DB, abs=4.5)


def test_noise_is_not_made_loud() -> None:
    """A soft shopper in a noise that is nearly as loud as they are: it stays where it bothers nobody."""
    gain = Gain()
    noise = np.random.default_rng(1).normal(0, 100, (60, FRAME)).astype("<i2")
    for frame in noise:
        gain.wait(frame.tobytes())
    heard = turn(gain, (np.frombuffer(said(-25), "<i2")[: 30 * FRAME] + noise[:30].ravel()).astype("<i2").tobytes())
    assert level(gain.go_on(noise[0].tobytes(), spoken=False)) < LOUDEST_NOISE_DB + 1
    assert heard


def test_nothing_grows_in_a_silence() -> None:
    gain = Gain()
    gain.begin(said(-10)[: 2 * FRAME * 12])
    before = gain.decibels
    for _ in range(300):
        gain.go_on(QUIET, spoken=False)
    assert gain.decibels == before


def test_each_turn_begins_anew() -> None:
    gain = Gain()
    turn(gain, said(-30))
    assert gain.decibels > 15
    turn(gain, said(0))
    assert abs(gain.decibels) < 6


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 32767), st.booleans()), min_size=1, max_size=40), st.integers(0, 2**32 - 1))
def test_any_sound_is_as_long_as_it_was_and_never_cut_off(frames: list[tuple[int, bool]], seed: int) -> None:
    random, gain = np.random.default_rng(seed), Gain()
    for number, (loud, spoken) in enumerate(frames):
        pcm = random.integers(-loud, loud + 1, FRAME).astype("<i2")
        heard = gain.go_on(pcm.tobytes(), spoken) if number else gain.begin(pcm.tobytes())
        out = np.frombuffer(heard, "<i2").astype(int)
        assert len(out) == FRAME
        assert gain.decibels <= MOST_DB
        # Louder sound than it was never reaches the end of the scale.
        assert (np.abs(out) <= np.maximum(np.abs(pcm.astype(int)), 32_001)).all()


def test_clipped() -> None:
    gain = Gain()
    turn(gain, said(0))
    assert not gain.clipped
    samples = np.frombuffer(speech("how much is the cream cheese"), "<i2").astype(float) * 8
    turn(gain, samples.clip(-32768, 32767).astype("<i2").tobytes())
    assert gain.clipped
    turn(gain, said(0))
    assert not gain.clipped


def test_nothing_is_nothing() -> None:
    gain = Gain()
    assert gain.begin(b"") == b""
    assert gain.go_on(bytes(2 * FRAME), spoken=True) == bytes(2 * FRAME)
    assert not gain.clipped
