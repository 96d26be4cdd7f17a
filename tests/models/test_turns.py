from __future__ import annotations

import random

import pytest

from models import INTENTS, TAGS
from models.training.lists import Lists
from models.training.prepare import MASK, example, out_of_scope
from models.training.turns import DATA, parse, read

LISTS = Lists(
    own={tag: (("some", tag),) for tag in TAGS},
    products=(("bird", "bath"),),
    brands=(("acme",),),
    vocabulary=("rubber", "copper"),
    out_of_scope=(("who", "won", "the", "cup"),),
)


def test_marks_become_tags() -> None:
    turn = parse("find after detail | do you carry [oat milk](query!) under [4](max_price) dollars?", "v")
    assert (turn.intent, turn.after, turn.voice) == ("find", "detail", "v")
    assert turn.words == ("do", "you", "carry", "oat", "milk", "under", "4", "dollars")
    assert turn.tags == ("O", "O", "O", "query", "query", "O", "max_price", "O")
    assert [span.fixed for span in turn.spans] == [False, True, False, False, False]


@pytest.mark.parametrize(
    "line", ["milk", "buy | milk", "find after lunch | milk", "find | [milk](thing)", "find | ?!", "find |"]
)
def test_bad_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"intent|tag|words|form"):
        parse(line, "v")


def test_the_turns_of_the_project() -> None:
    known, held_out, test = (list(read(DATA / name)) for name in ("turns", "held_out", "test"))
    texts = [{(t.after, " ".join(t.words).lower()) for t in turns} for turns in (known, held_out, test)]
    assert len(texts[0]) >= 1_000
    assert len(held_out) >= len(known) / 10
    assert len(test) >= 60
    assert {turn.intent for turn in known} == {turn.intent for turn in held_out} == set(INTENTS)
    assert {tag for turn in known for tag in turn.tags} == set(TAGS)
    assert not {turn.voice for turn in known} & {turn.voice for turn in held_out}
    assert not texts[0] & texts[1], "a held-out turn is trained on"


def test_examples_keep_intent_and_one_tag_a_word() -> None:
    rng = random.Random(5)
    seen = set()
    for turn in list(read(DATA / "turns"))[::7]:
        for _ in range(3):
            item = example(turn, LISTS, rng)
            assert item.intent == turn.intent
            assert len(item.words) == len(item.tags) > 0
            assert all(tag == "O" for word, tag in zip(item.words, item.tags, strict=True) if word == MASK)
            assert item.last_intent in (*INTENTS, None)
            if turn.after is not None:
                assert item.last_intent in (turn.after, None)
            seen.add(item.words)
    assert len(seen) > 500


def test_fixed_words_stay() -> None:
    turn = parse("find | [picture wire](query!)", "v")
    rng = random.Random(1)
    for _ in range(50):
        item = example(turn, LISTS, rng)
        assert item.tags.count("query") == 2


def test_out_of_scope_is_other() -> None:
    item = out_of_scope(LISTS, random.Random(1))
    assert (item.intent, item.tags) == ("other", ("O",) * 4)
