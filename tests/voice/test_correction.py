"""Transcripts mended towards the catalog by sound."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice import Vocabulary
from voice.correction import Corrector
from voice.phones import distance

NAMES = (
    "meadow farm whole milk",
    "thistlewick bread",
    "oat milk",
    "baby wipes",
    "paper towels",
    "cinnamon sticks",
    "toothpicks",
    "all purpose flour",
    "flower bulbs",
    "ceiling fan",
)
SIGNS = "aAxowyeEYiIOqhuBCDdFGHJKLMNgPRScTtVWjZz"


@pytest.fixture(scope="module")
def corrector() -> Corrector:
    return Corrector(NAMES, ("is there wifi",))


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("me dough farm milk", "meadow farm milk"),
        ("Where is the me dough farm milk?", "Where is the meadow farm milk?"),
        ("do you have thistle wick bread", "do you have thistlewick bread"),
        ("This'll wick bread, please!", "thistlewick bread, please!"),
        ("Do you have bay by wipes?", "Do you have baby wipes?"),
        ("where are the pay per towels", "where are the paper towels"),
        ("a box of tooth picks", "a box of toothpicks"),
    ],
)
def test_a_name_misheard(corrector: Corrector, heard: str, meant: str) -> None:
    assert corrector.correct(heard) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "Where is the whole milk?",
        "I paid for two, not three.",
        "flower bulbs",
        "do you have gluten free flour",
        "can I pay per item",
        "my wife's birthday is in may",
        "do you sell Energizer batteries",
        "12 4x4 B2 naïve café",
        "where is my son",
    ],
)
def test_what_is_right_is_left_alone(corrector: Corrector, text: str) -> None:
    assert corrector.correct(text) == text


@given(st.text(max_size=60))
def test_any_text_can_be_given(text: str) -> None:
    """What is between words stays, and words change only into words of names."""
    made = _CORRECTOR.correct(text)
    known = {word for name in NAMES for word in name.split()}
    words = set(re.findall(r"\w+", text))
    assert all(word in known for word in re.findall(r"\w+", made) if word not in words)


_CORRECTOR = Corrector(NAMES)


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(" ".join))
def test_names_stay_what_they_are(text: str) -> None:
    assert _CORRECTOR.correct(text) == text


@given(st.text(SIGNS, max_size=8), st.text(SIGNS, max_size=8), st.floats(0.1, 8))
def test_the_distance_of_sounds(one: str, other: str, most: float) -> None:
    far = distance(one, other)
    assert far == pytest.approx(distance(other, one))
    assert (far == 0) == (one == other)
    assert (distance(one, other, most) >= most) == (far >= most)


def test_the_whole_store(store_words: Vocabulary) -> None:
    """The demo store's own names, whole, are right as they are."""
    corrector = Corrector(store_words.phrases, store_words.sentences)
    changed = [phrase for phrase in store_words.phrases[::5] if corrector.correct(phrase) != phrase]
    assert changed == []
    assert corrector.correct("where is the cinnamon rays in bread") == "where is the cinnamon raisin bread"
