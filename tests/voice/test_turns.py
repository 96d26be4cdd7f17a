"""Beginning and end of a turn."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from voice import RATE
from voice.turns import Event, Heard, Silence, Speech, Turn, TurnOptions

SAMPLES = 512
SECONDS = SAMPLES / RATE


def frame(number: int) -> bytes:
    return number.to_bytes(2, "little") * SAMPLES


def run(probabilities: list[float], options: TurnOptions | None = None, complete: bool = False) -> list[Event]:
    turn = Turn(options or TurnOptions())
    turn.recognized(complete)
    return [event for number, sure in enumerate(probabilities) for event in turn.feed(frame(number), sure)]


def frames(seconds: float) -> int:
    return round(seconds / SECONDS)


def sound(events: list[Event]) -> bytes:
    return b"".join(event.pcm for event in events if isinstance(event, Speech))


def test_a_question_with_its_first_consonant() -> None:
    quiet, spoken = frames(1.0), frames(1.5)
    events = run([0.0] * quiet + [0.9] * spoken + [0.0] * frames(1.0))
    assert events[-1] == Heard("end_of_turn")
    first = int.from_bytes(sound(events)[:2], "little")
    assert 0.25 <= (quiet - first) * SECONDS <= 0.35
    assert sound(events)[: 2 * SAMPLES * 10] == b"".join(frame(first + n) for n in range(10))


def test_silence_ends_the_turn_sooner_after_a_whole_question() -> None:
    probabilities = [0.9] * 30 + [0.0] * 60
    usual = len(sound(run(probabilities))) / 2 / RATE
    sooner = len(sound(run(probabilities, complete=True))) / 2 / RATE
    assert 0.2 <= usual - sooner <= 0.3


def test_a_short_pause_does_not_end_the_turn() -> None:
    events = run([0.9] * 20 + [0.0] * frames(0.5) + [0.9] * 20)
    assert not any(isinstance(event, Heard) for event in events)


def test_a_knock_is_no_speech() -> None:
    events = run(([0.9] * 2 + [0.0] * 10) * 20)
    assert events == [Silence()]


def test_nobody_speaks() -> None:
    assert run([0.1] * frames(7.0)) == [Silence()]


def test_a_word_that_begins_late_is_still_heard() -> None:
    late = frames(6.0) - 1
    events = run([0.0] * late + [0.9] * 40 + [0.0] * 40)
    assert events[-1] == Heard("end_of_turn")


def test_talking_without_end_is_cut_off() -> None:
    events = run([0.9] * frames(14.0))
    assert events[-1] == Heard("too_long")
    assert 11.5 <= len(sound(events)) / 2 / RATE <= 12.5


def test_stopping_by_hand() -> None:
    turn = Turn()
    assert turn.stop() == [Silence()]
    assert turn.stop() == []
    turn = Turn()
    for number in range(10):
        turn.feed(frame(number), 0.9)
    assert turn.stop() == [Heard("stopped")]
    assert turn.feed(frame(1), 0.9) == []


@settings(max_examples=150)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 40), st.booleans()), max_size=60))
def test_any_history(stretches: list[tuple[float, int, bool]]) -> None:
    """Sound is passed on gapless and in order from its first frame; there is exactly one end, and nothing after it."""
    turn = Turn()
    events: list[Event] = []
    fed = 0
    for sure, length, complete in stretches:
        turn.recognized(complete)
        for _ in range(length):
            events += turn.feed(frame(fed), sure)
            fed += 1
    if not turn.over:
        events += turn.stop()
    ends = [event for event in events if not isinstance(event, Speech)]
    assert len(ends) == 1
    assert events[-1] == ends[0]
    said = sound(events)
    assert isinstance(ends[0], Silence) == (not said)
    numbers = [int.from_bytes(said[at : at + 2], "little") for at in range(0, len(said), 2 * SAMPLES)]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    assert len(said) / 2 / RATE <= TurnOptions().longest_s + TurnOptions().pre_roll_s + 0.2
