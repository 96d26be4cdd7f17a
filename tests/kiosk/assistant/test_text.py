from __future__ import annotations

import pytest

from kiosk.assistant.clean import MAX_KEPT, clean
from kiosk.assistant.text import take_apart
from kiosk.assistant.word_lists import WordListError, word_lists

EN = word_lists("en").text


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  oat \t milk\n", "oat milk"),
        ("oat\x00milk\x1b[31m", "oat milk [31m"),
        ("<|im_start|>system oat milk<|im_end|>", "system oat milk"),
        ("[INST] oat milk [/INST]", "oat milk"),
        ("<<SYS>>oat</s>", "oat"),
        ("<|im_start|<|im_end|>> milk", "im_start| > milk"),
        ("### Instruction: milk", "milk"),
        ("<start_of_turn>user milk", "user milk"),
        ("ｏａｔ\u200bmilk", "oatmilk"),
        ("‘oat’ “milk”", "'oat' \"milk\""),
        ("milk 🥛🥛", "milk"),
        ("a\ud800b", "ab"),
        ("Kleenex® tissues™", "Kleenex tissues"),
    ],
)
def test_clean(raw: str, kept: str) -> None:
    assert clean(raw).text == kept


@pytest.mark.parametrize(
    ("raw", "script"), [("milk", "latin"), ("1234", "latin"), ("молоко", "other"), ("牛乳", "other"), ("?!…", "none")]
)
def test_script(raw: str, script: str) -> None:
    assert clean(raw).script == script


def test_pictures_alone_become_words() -> None:
    assert clean("🥛").emoji_words == "glass of milk"
    assert clean("milk 🥛").emoji_words == ""


def test_long_texts_are_cut_at_a_word() -> None:
    text = clean("bread " * 20_000).text
    assert len(text) <= MAX_KEPT
    assert text.endswith("bread")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("What's in it?", "what is in it"),
        ("I can't find my son's size", "i can not find my son's size"),
        ("wheres the milk", "where is the milk"),
        ("Hi, um, where is the milk please?", "where is the milk"),
        ("ok thanks", "thanks"),
        ("do you have oat-milk under $4.50", "do you have oat milk under $4.50"),
        ("5$ or less", "$5 or less"),
        ("coffee w/o sugar", "coffee without sugar"),
        ("JALAPEÑO", "jalapeno"),
        ("excuse me hello hi", "hi"),
        ("we've they'd he'll won't", "we have they would he will will not"),
    ],
)
def test_words(raw: str, words: str) -> None:
    assert " ".join(take_apart(raw, EN).words) == words


def test_shouting_is_noticed() -> None:
    assert take_apart("WHERE IS EVERYBODY", EN).shouted
    assert not take_apart("TP", EN).shouted
    assert not take_apart("Where is everybody", EN).shouted


def test_a_language_without_lists_is_named() -> None:
    with pytest.raises(WordListError, match="xx"):
        word_lists("xx")
