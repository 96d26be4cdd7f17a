"""Beginning and end of a turn."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voice import RATE
from voice.carriers import THING, carriers
from voice.turns import Event, Heard, Paused, Silence, Speech, Turn, TurnOptions
from voice.unfinished import is_unfinished

QUESTIONS = Path(__file__).parent / "questions.toml"

SAMPLES = 512
SECONDS = SAMPLES / RATE


def frame(number: int) -> bytes:
    return number.to_bytes(2, "little") * SAMPLES


def run(
    probabilities: list[float], options: TurnOptions | None = None, complete: bool = False, text: str = ""
) -> list[Event]:
    """Events of a turn whose recogniser says at each pause what it is told to."""
    turn = Turn(options or TurnOptions())
    events: list[Event] = []
    for number, sure in enumerate(probabilities):
        events += turn.feed(frame(number), sure)
        if events and isinstance(events[-1], Paused):
            turn.recognized(complete, text)
    return events


def silence_before_the_end(text: str, complete: bool) -> float:
    return len(sound(run([0.9] * 30 + [0.0] * 80, complete=complete, text=text))) / 2 / RATE - 30 * SECONDS


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


def test_the_silence_that_ends_a_turn_depends_on_what_was_said() -> None:
    options = TurnOptions()
    for text, complete, seconds in (
        ("where are the eggs", True, options.complete_silence_s),
        ("eggs blue", False, options.silence_s),
        ("", False, options.silence_s),
        ("where are the", False, options.open_silence_s),
    ):
        assert seconds <= silence_before_the_end(text, complete) < seconds + SECONDS


def test_the_turn_waits_for_a_recogniser_at_work() -> None:
    turn = Turn()
    events = [event for number in range(100) for event in turn.feed(frame(number), 0.9 if number < 30 else 0.0)]
    silence = len(sound(events)) / 2 / RATE - 30 * SECONDS
    assert TurnOptions().unheard_silence_s <= silence < TurnOptions().unheard_silence_s + SECONDS
    assert TurnOptions().unheard_silence_s > TurnOptions().silence_s


def test_a_pause_is_told_once_until_there_is_speech() -> None:
    long_enough = frames(TurnOptions().pause_s) + 3
    events = run([0.9] * 20 + [0.0] * long_enough + [0.9] * 20 + [0.0] * 2 + [0.9] * 20 + [0.0] * long_enough)
    assert sum(isinstance(event, Paused) for event in events) == 2
    before, after = (index for index, event in enumerate(events) if isinstance(event, Paused))
    assert len(sound(events[:before])) == 2 * SAMPLES * (20 + frames(TurnOptions().pause_s))
    assert after > before + 42


def test_what_was_a_whole_question_before_more_was_said_ends_nothing() -> None:
    turn = Turn()
    for number in range(30):
        turn.feed(frame(number), 0.9)
    turn.recognized(True, "do you have milk")
    events = [event for number in range(40) for event in turn.feed(frame(number), 0.9 if number < 10 else 0.0)]
    silence = sum(isinstance(event, Speech) for event in events) - 10
    assert not turn.over or silence * SECONDS >= TurnOptions().unheard_silence_s


def test_a_knock_in_a_silence_does_not_make_it_longer() -> None:
    events = run([0.9] * 30 + ([0.0] * 6 + [0.9]) * 10)
    assert events[-1] == Heard("end_of_turn")
    assert len(sound(events)) / 2 / RATE - 30 * SECONDS < TurnOptions().silence_s + SECONDS


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
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(1, 40), st.booleans(), st.sampled_from(["", "milk", "where is the"])),
        max_size=60,
    ),
    st.integers(0, 400),
)
def test_any_history(stretches: list[tuple[float, int, bool, str]], stopped_after: int) -> None:
    """Sound is passed on gapless and in order from its first frame; there is exactly one end, and nothing after it."""
    turn = Turn()
    events: list[Event] = []
    fed: list[float] = []
    for sure, length, complete, text in stretches:
        turn.recognized(complete, text)
        for _ in range(length):
            if len(fed) < stopped_after:
                events += turn.feed(frame(len(fed)), sure)
                fed.append(sure)
    if not turn.over:
        events += turn.stop()
    assert turn.over
    assert turn.feed(frame(0), 1.0) == turn.stop() == []
    ends = [event for event in events if not isinstance(event, Speech | Paused)]
    assert len(ends) == 1
    assert events[-1] == ends[0]
    said = sound(events)
    assert isinstance(ends[0], Silence) == (not said)
    numbers = [int.from_bytes(said[at : at + 2], "little") for at in range(0, len(said), 2 * SAMPLES)]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    assert len(said) / 2 / RATE <= TurnOptions().longest_s + TurnOptions().pre_roll_s + 0.2
    at = -1
    for event in events:
        if isinstance(event, Speech):
            at = int.from_bytes(event.pcm[-2:], "little")
        if isinstance(event, Paused):
            quiet = fed[at - frames(TurnOptions().pause_s) + 1 : at + 1]
            assert fed[at] < TurnOptions().keep or fed[at - 1] < TurnOptions().keep
            assert all(a < TurnOptions().keep or b < TurnOptions().keep for a, b in itertools.pairwise(quiet))
    between = "".join("p" if isinstance(event, Paused) else "s" for event in events)
    assert "pp" not in between
    assert not between.startswith("p")


def test_carrier_phrases_cut_short_are_unfinished() -> None:
    """Most shoppers who stop before the name of a thing are known to go on; none who said a whole sentence are."""
    ways = carriers().sentences
    whole = {words for words, _ in ways}
    cut = [(" ".join(words[: words.index(THING)]), share) for words, share in ways if THING in words[1:]]
    cut = [(text, share) for text, share in cut if text and tuple(text.split()) not in whole]
    known = sum(share for text, share in cut if is_unfinished(text))
    assert known > 0.9 * sum(share for _, share in cut)


def test_whole_carrier_phrases_are_finished() -> None:
    links = ("for", "from", "about", "to", "of", "with", "without", "a", "my", "the", "your")
    ways = [" ".join(words).replace(THING, "milk") for words, _ in carriers().sentences if words[-1] not in links]
    assert [text for text in ways if is_unfinished(text)] == []


def test_whole_questions_are_not_unfinished() -> None:
    said = [question["say"] for question in tomllib.loads(QUESTIONS.read_text("utf-8"))["question"]]
    assert [text for text in said if is_unfinished(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "I'm looking for", "where is the", "Where is the...", "milk and", "Milk, eggs,", "¿Dónde está el", "busco",
        "Wo ist das", "Ich möchte", "haben Sie", "où est le", "je cherche du lait et", "Est-ce que vous avez", "Um",
        "excuse me where can I", "hi I need", "Entschuldigung, wo", "what time do you", "do you know where I can find",
    ],
)  # fmt: skip
def test_unfinished(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "oat milk", "Where is the oat milk?", "dónde está la leche", "wo ist die Milch", "où est le lait", "stop",
        "which aisle is it in please", "la cuenta", "ja bitte", "non merci", "milk", "ich suche Brot",
    ],
)  # fmt: skip
def test_finished(text: str) -> None:
    assert not is_unfinished(text)


@given(st.text())
def test_any_text_is_finished_or_not(text: str) -> None:
    assert is_unfinished(text) in (True, False)
