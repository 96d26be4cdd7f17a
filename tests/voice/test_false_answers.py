"""Noise and music are never answered: bench/false_answers.py in short."""

from __future__ import annotations

import pytest

from bench.false_answers import listen_to, sound
from kiosk.engine.unsure import SURE
from tests.voice.made import speech
from voice import Expected
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer, believed


@pytest.mark.parametrize("kind", ["noise", "music"])
def test_noise_and_music_are_not_answered(kind: str, pocketsphinx: PocketSphinxRecognizer) -> None:
    count = listen_to(sound(kind, 20, None), pocketsphinx)
    assert count.turns > 2
    assert count.sure == []


@pytest.mark.parametrize(
    ("text", "confidence", "answers", "sure"),
    [
        ("uh okay", 0.65, (), False),
        ("uh okay", 0.9, (), True),
        ("okay", 0.65, ("yes", "okay"), True),
        ("where is the oat milk", 0.65, (), True),
    ],
)
def test_clatter_that_sounds_like_okay(text: str, confidence: float, answers: tuple[str, ...], sure: bool) -> None:
    assert (believed(text, confidence, Expected(answers=answers)) >= SURE) is sure


def test_a_shopper_in_the_same_way_is(pocketsphinx: PocketSphinxRecognizer) -> None:
    count = listen_to(speech("how much is the cream cheese", trail_s=2.0), pocketsphinx)
    assert [heard.text for heard in count.sure] == ["how much is the cream cheese"]
