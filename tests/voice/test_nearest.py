"""Phrases that sound like a part of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voice.nearest import Nearest
from voice.phones import CHANGE, GONE, signs
from voice.pronounce import Pronouncer

PHRASES = ("whole milk", "brown rice", "nail polish red", "litter box", "vanilla wafers", "milk", "egg", "a")
PRONOUNCER = Pronouncer()
NEAREST = Nearest(PHRASES, PRONOUNCER, 7)


@pytest.mark.parametrize(
    ("heard", "phrase"),
    [
        ("where is the hole milk", "whole milk"),
        ("do you have any nay policed read", "nail polish red"),
        ("how much is the lead are box", "litter box"),
        ("is there any brow nice left", "brown rice"),
        ("any mill", "milk"),
    ],
)
def test_what_was_misheard_is_found(heard: str, phrase: str) -> None:
    assert [name for name, _ in NEAREST.of([heard], 1)] == [phrase]


def test_any_of_several_texts_may_hold_it() -> None:
    assert "vanilla wafers" in dict(NEAREST.of(["add more to my list", "add van illa way first to my list"], 2))


def test_nothing_to_look_for_or_in() -> None:
    assert NEAREST.of([], 3) == []
    assert Nearest(("🥛", "a"), PRONOUNCER, 7).of(["milk"], 3) == []
    assert len(NEAREST.of([""], 99)) == len(PHRASES) - 2


def sellers(phrase: str, text: str) -> float:
    """The plain form of the same distance, phone by phone."""
    row = [0.0]
    for sign in phrase:
        row.append(row[-1] + GONE[sign])
    best = row[-1]
    for heard in text:
        last, row[0] = row[0], 0.0
        for at, sign in enumerate(phrase, 1):
            cell = min(last + CHANGE[heard][sign], row[at] + GONE[heard], row[at - 1] + GONE[sign])
            last, row[at] = row[at], cell
        best = min(best, row[-1])
    return best - 0.65 * sum(GONE[sign] for sign in phrase)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(("the", "whole", "brown", "milk", "rice", "box", "letter", "vanilla", "add")), max_size=7)
)
def test_the_order_is_that_of_the_plain_distance(words: list[str]) -> None:
    def sound(text: str) -> str:
        return "".join(signs(PRONOUNCER.of(word)[0]) for word in text.split())

    far = {phrase: sellers(sound(phrase), sound(" ".join(words))) for phrase in PHRASES if len(sound(phrase)) > 2}
    found = NEAREST.of([" ".join(words)], 99)
    assert [far[phrase] for phrase, _ in found] == pytest.approx(sorted(far.values()), abs=0.02)
