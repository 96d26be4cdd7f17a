"""What is asked back, and what answers mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assistant import Gist
from kiosk.engine.unsure import LEAST, Way, chosen, doubt

CHOICES = ("where is the milk", "where is the silk")
gists = st.builds(
    Gist,
    st.sampled_from(("find", "policy", "other", "urgent", "staff", "talk", "yes")),
    st.floats(0, 1),
    st.lists(st.sampled_from("123"), max_size=2).map(tuple),
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("yes", CHOICES[0]), ("Yes please.", CHOICES[0]), ("yeah", CHOICES[0]), ("where is the SILK?", CHOICES[1]),
        ("no", ""), ("none of these", ""), ("neither", ""), ("not that", ""),
        ("yes where is the bread", None), ("no I am looking for bread", None), ("bread", None), ("", None),
    ],
)  # fmt: skip
def test_what_an_answer_means(said: str, meant: str | None) -> None:
    assert chosen(CHOICES, said) == meant


@given(st.floats(0, 0.49), st.lists(st.tuples(st.text(max_size=20), gists), max_size=5))
def test_what_is_asked_back_makes_sense(confidence: float, heard: list[tuple[str, Gist]]) -> None:
    texts = [text for text, _ in heard]
    outcome = doubt(confidence, texts, [gist for _, gist in heard])
    assert set(outcome.texts) <= set(texts)
    match outcome.way:
        case Way.TAKE:
            assert confidence >= LEAST
            if heard[0][1].what not in ("urgent", "staff"):
                assert any(gist.products for _, gist in heard if gist.confidence >= 0.45)
        case Way.ASK_BACK:
            meant = [next(gist for other, gist in heard if other == text) for text in outcome.texts]
            assert 1 <= len(outcome.texts) <= 3
            assert len(meant) == len(outcome.texts)
        case Way.DROP:
            assert not any(
                gist.what in ("find", "policy", "urgent", "staff") and gist.confidence >= 0.45 for _, gist in heard
            )
