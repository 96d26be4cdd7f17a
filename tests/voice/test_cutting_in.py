"""A shopper who speaks while the kiosk speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from voice.cutting_in import SURE, UNSURE_S, Act, CuttingIn, State

ANSWER = "Larkfield Whole Milk is three forty-nine, in aisle seven, bay three."


@pytest.fixture
def cut() -> CuttingIn:
    cut = CuttingIn()
    cut.begin()
    cut.says(ANSWER)
    return cut


def test_a_shopper_is_heard(cut: CuttingIn) -> None:
    assert cut.sound() is Act.DUCK
    assert cut.words("where", 0.1) is Act.NOTHING
    assert cut.words("where are the eggs", 0.1) is Act.NOTHING
    assert cut.words("where are the eggs", 0.1) is Act.STOP
    assert not cut.going


def test_our_own_voice_is_not(cut: CuttingIn) -> None:
    cut.sound()
    assert cut.words("whole milk is three", 0.5) is Act.NOTHING
    assert cut.words("whole milk is three forty nine", 0.5) is Act.NOTHING
    assert cut.ended("whole milk is three forty nine in aisle eleven", 0.9) is Act.RESUME
    assert cut.state is State.WATCHING


@pytest.mark.parametrize("word", ["stop", "Stopp", "arrête", "espere", "wait"])
def test_one_word_is_enough_to_stop(cut: CuttingIn, word: str) -> None:
    cut.sound()
    cut.words(word, 0.1)
    assert cut.words(word, 0.1) is Act.STOP


def test_a_word_of_the_answer_does_not_stop_it(cut: CuttingIn) -> None:
    cut.says("Say stop at any time.")
    cut.sound()
    assert cut.ended("stop", 0.9) is Act.RESUME


def test_half_a_word_taken_for_another_counts_for_nothing(cut: CuttingIn) -> None:
    cut.sound()
    assert [cut.words(text, 0.1) for text in ("stop", "stock", "stop", "")] == [Act.NOTHING] * 4


def test_noise_without_words_lets_it_go_on(cut: CuttingIn) -> None:
    cut.sound()
    acts = [cut.words("", 0.25) for _ in range(round(UNSURE_S / 0.25))]
    assert acts[:-1] == [Act.NOTHING] * (len(acts) - 1)
    assert acts[-1] is Act.RESUME


def test_words_that_are_not_sure_let_it_go_on(cut: CuttingIn) -> None:
    cut.sound()
    assert cut.ended("where are the eggs", SURE - 0.01) is Act.RESUME
    cut.sound()
    assert cut.ended("where are the eggs", SURE) is Act.STOP


def test_the_end_of_the_answer_closes_the_microphone_unless_somebody_speaks(cut: CuttingIn) -> None:
    assert cut.over() is Act.CLOSE
    cut.begin()
    cut.sound()
    assert cut.over() is Act.NOTHING
    assert cut.ended("where are the eggs", 0.9) is Act.STOP
    cut.begin()
    cut.sound()
    cut.over()
    assert cut.ended("", 0.9) is Act.CLOSE


@given(st.permutations(ANSWER.split()))
def test_no_order_of_our_own_words_stops_us(words: list[str]) -> None:
    cut = CuttingIn()
    cut.begin()
    cut.says(ANSWER)
    cut.sound()
    for count in range(1, len(words)):
        assert cut.words(" ".join(words[:count]), 0.01) is Act.NOTHING
    assert cut.ended(" ".join(words), 1.0) is Act.RESUME


TEXTS = st.sampled_from(["", "milk", "stop", "where are the eggs", "whole milk in aisle seven", "the", "ähm", "42"])


class Talking(RuleBasedStateMachine):
    """What an engine would see: is it loud, quiet or silent, is the microphone open?"""

    def __init__(self) -> None:
        super().__init__()
        self.cut = CuttingIn()
        self.volume = "silent"
        self.open = False
        self.speaking = False

    def act(self, act: Act) -> None:
        match act:
            case Act.DUCK:
                assert self.volume == "loud" or not self.speaking
                self.volume = "quiet" if self.speaking else self.volume
            case Act.RESUME:
                assert self.volume == "quiet"
                self.volume = "loud"
            case Act.STOP:
                self.volume, self.speaking = "silent", False
            case Act.CLOSE:
                assert self.open
                self.open = False

    @rule()
    def begin(self) -> None:
        self.act(self.cut.begin())
        self.cut.says(ANSWER)
        self.volume, self.open, self.speaking = "loud", True, True

    @precondition(lambda self: self.open)
    @rule()
    def sound(self) -> None:
        self.act(self.cut.sound())

    @rule(text=TEXTS, seconds=st.floats(0, 3))
    def words(self, text: str, seconds: float) -> None:
        self.act(self.cut.words(text, seconds))

    @rule(text=TEXTS, sure=st.floats(0, 1))
    def ended(self, text: str, sure: float) -> None:
        self.act(self.cut.ended(text, sure))

    @precondition(lambda self: self.speaking)
    @rule()
    def over(self) -> None:
        self.speaking, self.volume = False, "silent"
        self.act(self.cut.over())

    @rule()
    def tap(self) -> None:
        self.cut.off()
        self.volume, self.open, self.speaking = "silent", False, False

    @invariant()
    def never_left_quiet(self) -> None:
        """Quiet is for a moment of doubt alone, and doubt always ends."""
        if self.volume == "quiet":
            assert self.cut.state is State.DUCKED
        if self.cut.state is State.WATCHING:
            assert self.speaking
            assert self.volume == "loud"
        if self.cut.going:
            assert self.open


TestTalking = Talking.TestCase
