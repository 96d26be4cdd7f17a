"""The kiosk's own voice in its microphone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from voice.echo import FORGET, HOLD, LEARN_S, LEAST, MARGIN, WINDOW_S, Echo

FRAME_S = 0.032


def room(gain: float, loudness: float = 0.2, seconds: float = 2.0) -> tuple[Echo, float]:
    """A guard that has heard the kiosk alone for a while, and the time."""
    echo, now = Echo(), 0.0
    for _ in range(round(seconds / FRAME_S)):
        echo.played(loudness, now)
        assert not echo.is_other(loudness * gain, now, FRAME_S)
        now += FRAME_S
    return echo, now


@given(st.floats(0.01, 3.0))
def test_its_own_voice_alone_is_nobody(gain: float) -> None:
    room(gain)


@given(st.floats(LEAST, 0.5), st.floats(1.05, 5.0))
def test_somebody_louder_than_the_echo(gain: float, louder: float) -> None:
    echo, now = room(gain)
    assert echo.is_other(0.2 * gain * MARGIN * louder, now, FRAME_S)
    for _ in range(HOLD):
        assert echo.is_other(0.2 * gain, now, FRAME_S)
    assert not echo.is_other(0.2 * gain, now, FRAME_S)


def test_bursts_that_echo_cancellation_leaves_are_nobody() -> None:
    echo, now = room(0.005)
    assert not echo.is_other(0.2 * LEAST, now, FRAME_S)
    assert echo.is_other(0.2 * LEAST * 2, now, FRAME_S)


def test_a_mistake_is_learned_from() -> None:
    echo, now = room(0.1)
    assert echo.is_other(0.05, now, FRAME_S)
    echo.mistaken()
    for _ in range(HOLD):
        echo.is_other(0.0, now, FRAME_S)
    assert not echo.is_other(0.04, now, FRAME_S)


def test_silence_hides_nobody() -> None:
    echo, now = room(0.5)
    assert echo.is_other(0.001, now + 2 * WINDOW_S, FRAME_S)


def test_ducked_the_echo_is_less() -> None:
    echo, now = room(0.5)
    assert not echo.is_other(0.08, now, FRAME_S)
    for _ in range(round(2 * WINDOW_S / FRAME_S)):
        now += FRAME_S
        echo.played(0.2 * 0.18, now)
    assert echo.is_other(0.08, now, FRAME_S)


def test_a_room_that_grew_quieter_is_learned_anew() -> None:
    echo, now = room(0.5)
    before = echo.gain
    for _ in range(1_000):
        now += FRAME_S
        echo.played(0.2, now)
        echo.is_other(0.002, now, FRAME_S)
    assert echo.gain < before * FORGET**900
    assert LEARN_S < 1


def test_a_shopper_does_not_teach_it_to_be_deaf() -> None:
    echo, now = room(0.1)
    before = echo.gain
    for number in range(100):
        now += FRAME_S
        echo.played(0.2, now)
        echo.is_other(0.2 * (0.3 if number % 3 else 0.14), now, FRAME_S)
    assert echo.gain <= before
