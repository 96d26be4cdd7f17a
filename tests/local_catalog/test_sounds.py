"""Words written by ear lead to the word meant, and other words to none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_catalog.sounds import Sounds

_LISTS = tomllib.loads((Path(__file__).parent / "everyday" / "sounds.toml").read_text())
BY_EAR = [pair.split("=") for pair in _LISTS["by_ear"].split()]
OTHERS = [word for word in _LISTS["others"].split() if word not in _LISTS["shop"].split()]
SHOP = _LISTS["shop"].split()


@pytest.fixture(scope="module")
def shop() -> Sounds:
    return Sounds(SHOP)


def test_the_word_meant_is_first(shop: Sounds) -> None:
    assert all(meant in SHOP for _, meant in BY_EAR)
    wrong = {heard: shop.near(heard) for heard, meant in BY_EAR if shop.near(heard)[:1] != (meant,)}
    assert len(wrong) <= 0.03 * len(BY_EAR), wrong


def test_other_words_find_nothing(shop: Sounds) -> None:
    found = {word: shop.near(word) for word in OTHERS if shop.near(word)}
    assert len(OTHERS) >= 100
    assert len(found) <= 1, found


@pytest.mark.parametrize(
    ("heard", "never"), [("brisket", "basket"), ("beer", "pear"), ("pear", "beer"), ("goat", "coat")]
)
def test_what_only_looks_alike_is_another_word(heard: str, never: str) -> None:
    assert Sounds([never]).near(heard) == ()


def test_of_a_known_word_the_ones_that_sound_the_same() -> None:
    sounds = Sounds(["flour", "flower", "thyme", "time", "leek", "leak", "meet", "meat"])
    assert sounds.near("time") == ("thyme",)
    assert sounds.near("leak") == ("leek",)
    assert sounds.near("meet") == ("meat",)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_may_be_asked_for(shop: Sounds, text: str) -> None:
    found = shop.near(text, most=2)
    assert len(found) <= 2
    assert set(found) <= set(SHOP) - {text}


@given(st.sets(st.text(max_size=12)), st.text(max_size=12))
def test_any_words_may_be_known(words: set[str], asked: str) -> None:
    assert set(Sounds(words).near(asked)) <= words
