"""Between utterances and at their beginning: the wake word and the tone, with a microphone that is fed by hand."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from tests.voice.made import tone
from tests.whole.kiosk import until
from voice import VoiceError
from voice.ears import _ECHO_FRAMES, _WOKEN_FRAMES, Ears
from voice.tone import TONE_RATE, TONE_S, listening_tone
from voice.turns import Event, Heard, Paused, Silence, Speech
from voice.vad import FRAME, Vad
from voice.wake import WORDS, WakeWord

QUIET, VOICE, WAKE = 10, 2_000, 1_234
"""Levels of frames: nobody, somebody, and the wake word."""


def frame(level: int) -> bytes:
    return np.full(FRAME, level, "<i2").tobytes()


class Fed:
    """A microphone that hears what it is given."""

    def __init__(self) -> None:
        self.frames: queue.Queue[bytes | None] = queue.Queue()
        self.opened = 0
        self.is_open = False

    @contextmanager
    def open(self) -> Iterator[Iterator[bytes]]:
        self.opened += 1
        self.is_open = True

        def come() -> Iterator[bytes]:
            while True:
                given = self.frames.get(timeout=20)
                if given is None:
                    raise VoiceError("the microphone went away")
                yield given
                self.frames.task_done()

        yield come()
        self.is_open = False

    def give(self, level: int, count: int = 1) -> None:
        for _ in range(count):
            self.frames.put(frame(level))


class ByLevel:
    """Speech is what is as loud as VOICE; so is the wake word's end."""

    def reset(self) -> None: ...

    def probability(self, frame: bytes) -> float:
        return 0.9 if np.frombuffer(frame, "<i2")[0] >= WAKE else 0.0


class Word:
    def __init__(self) -> None:
        self.given: list[int] = []

    def reset(self) -> None: ...

    def heard(self, frame: bytes) -> bool:
        self.given.append(int(np.frombuffer(frame, "<i2")[0]))
        return self.given[-1] == WAKE


class Listener:
    """Ears with all that they tell."""

    def __init__(self) -> None:
        self.microphone, self.word = Fed(), Word()
        self.events: list[Event] = []
        self.levels: list[float] = []
        self.lost: list[str] = []
        self.woken = threading.Event()
        self.speaking = self.toning = False
        self.ears = Ears(
            self.microphone, ByLevel(), self.events.append, self.levels.append, self.lost.append,
            lambda: self.speaking, toning=lambda: self.toning, woken=self.woken.set,
        )  # fmt: skip

    def give(self, level: int, count: int = 1) -> None:
        """So many frames, all of them heard when this returns."""
        before = len(self.word.given)
        self.microphone.give(level, count)
        if not self.ears.open:
            return
        until(lambda: self.microphone.frames.empty() or not self.ears.open, "hearing", 10)
        assert before <= len(self.word.given)

    def ended(self) -> bool:
        return bool(self.events) and not isinstance(self.events[-1], Speech | Paused)

    def said(self) -> int:
        """Frames of the voice, as they came, in the utterance."""
        pcm = b"".join(event.pcm for event in self.events if isinstance(event, Speech))
        return int((np.abs(np.frombuffer(pcm, "<i2").astype(int)) > 1_000).sum()) // FRAME


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.microphone.give(QUIET, 3)
    made.microphone.frames.put(None)
    made.ears.close()


def test_the_microphone_is_closed_when_nobody_listens(listener: Listener) -> None:
    listener.ears.listen()
    listener.give(VOICE, 10)
    listener.give(QUIET, 60)
    until(listener.ended, "the end", 10)
    until(lambda: not listener.ears.open, "closing", 10)
    assert not listener.microphone.is_open
    assert listener.word.given == []


def test_nothing_but_the_word_is_listened_for(listener: Listener) -> None:
    listener.ears.watch(listener.word)
    listener.give(VOICE, 20)
    listener.give(QUIET, 20)
    assert not listener.woken.is_set()
    assert listener.events == []
    assert listener.levels == []
    assert set(listener.word.given) <= {VOICE, QUIET}


def test_what_is_said_after_the_word_is_in_the_utterance(listener: Listener) -> None:
    listener.ears.watch(listener.word)
    listener.give(QUIET, 20)
    listener.give(WAKE)
    listener.give(VOICE, 20)
    assert listener.woken.wait(10)
    assert listener.events == []
    assert not listener.ears.listen(tone=True), "a tone over the shopper's words"
    listener.give(VOICE, 5)
    listener.give(QUIET, 60)
    until(listener.ended, "the end", 10)
    assert listener.events[-1] == Heard("end_of_turn")
    assert listener.said() == 25
    assert listener.microphone.opened == 1
    heard = len(listener.word.given)
    listener.give(QUIET, 5)
    until(lambda: len(listener.word.given) > heard, "waiting for the word again", 10)


def test_the_end_of_the_word_is_no_question(listener: Listener) -> None:
    listener.ears.watch(listener.word)
    listener.give(WAKE)
    listener.give(VOICE, 8)
    assert listener.woken.wait(10)
    assert not listener.ears.listen(tone=True) or listener.events == []
    listener.give(QUIET, 40)
    assert listener.events == []
    listener.give(VOICE, 20)
    listener.give(QUIET, 60)
    until(listener.ended, "the end", 10)
    assert listener.said() == 20


def test_a_word_that_nobody_answers_counts_for_nothing(listener: Listener) -> None:
    listener.ears.watch(listener.word)
    listener.give(WAKE)
    listener.give(VOICE, _WOKEN_FRAMES + 5)
    listener.give(QUIET, 5)
    assert listener.ears.listen(tone=True)
    listener.give(QUIET, 10)
    assert listener.events == []


def test_the_kiosk_does_not_wake_itself(listener: Listener) -> None:
    listener.ears.watch(listener.word)
    listener.speaking = True
    listener.give(WAKE, 3)
    until(listener.microphone.frames.empty, "hearing", 10)
    listener.give(QUIET, 1)
    listener.speaking = False
    listener.give(WAKE, _ECHO_FRAMES - 1)
    assert not listener.woken.is_set()
    listener.give(QUIET, 5)
    listener.give(WAKE)
    assert listener.woken.wait(10)


def test_the_tone_begins_no_turn_and_hides_no_word(listener: Listener) -> None:
    listener.toning = True
    assert listener.ears.listen(tone=True)
    listener.give(VOICE, 8)
    until(listener.microphone.frames.empty, "hearing", 10)
    assert listener.events == []
    listener.give(VOICE, 1)
    listener.toning = False
    listener.give(VOICE, 10)
    listener.give(QUIET, 60)
    until(listener.ended, "the end", 10)
    assert listener.said() >= 18


@pytest.mark.parametrize("lose", [lambda self: self.microphone.frames.put(None), lambda self: self.ears.lose("gone")])
def test_a_microphone_that_goes_while_the_word_is_waited_for(
    listener: Listener, lose: Callable[[Listener], None]
) -> None:
    listener.ears.watch(listener.word)
    listener.give(QUIET, 3)
    lose(listener)
    listener.microphone.give(QUIET)
    until(lambda: listener.lost, "telling", 10)
    assert not listener.ears.open
    while not listener.microphone.frames.empty():
        listener.microphone.frames.get()
    listener.ears.watch(listener.word)
    listener.give(WAKE)
    assert listener.woken.wait(10)


def test_stopped_without_a_word(listener: Listener) -> None:
    listener.ears.watch(listener.word)
    listener.ears.listen()
    listener.ears.stop(cancel=False)
    assert listener.events == [Silence()]
    listener.give(WAKE)
    assert listener.woken.wait(10)
    listener.ears.watch(None)
    listener.microphone.give(QUIET, 2)
    until(lambda: not listener.ears.open, "closing", 10)


# --- tone and word --------------------------------------------------------------------------------------------------


def test_the_tone_is_soft_and_short_and_no_speech() -> None:
    samples = np.frombuffer(listening_tone(), "<i2").astype(float) / 32768
    assert 0.08 <= TONE_S <= 0.12
    assert 0.05 < np.abs(samples).max() < 0.2
    assert np.abs(np.diff(samples)).max() < 0.05, "a click"
    assert samples[round(TONE_S * TONE_RATE) :].any() == False  # noqa: E712  numpy's own truth
    vad = Vad()
    heard = np.concatenate([np.zeros(8_000), samples[::3], np.zeros(8_000)])
    pcm = (heard * 32767).astype("<i2").tobytes()
    assert max(vad.probability(pcm[at : at + 2 * FRAME]) for at in range(0, len(pcm) - 2 * FRAME, 2 * FRAME)) < 0.5


def test_wake_words() -> None:
    with pytest.raises(VoiceError, match=r"no wake word 'okay shop'.*hey_jarvis"):
        WakeWord("okay shop")
    pytest.importorskip("pymicro_wakeword")
    for word in WORDS:
        wake = WakeWord(word)
        pcm = tone(1.0)
        assert not any(wake.heard(pcm[at : at + 2 * FRAME]) for at in range(0, len(pcm) - 2 * FRAME, 2 * FRAME))


def test_a_wake_word_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pymicro_wakeword", None)
    with pytest.raises(VoiceError, match="install the package pymicro-wakeword"):
        WakeWord("alexa")
