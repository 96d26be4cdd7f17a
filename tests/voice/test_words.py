"""Carrier phrases, names as they are said, pronunciations, and the models made of them."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from voice.carriers import THING, carriers, expand, without_carrier
from voice.phrasing import carried, questions, sentences, things
from voice.pronounce import Pronouncer, phones_of_ipa, plain_words
from voice.trigrams import write_arpa


@pytest.fixture(scope="module")
def pronouncer() -> Pronouncer:
    return Pronouncer()


# --- carriers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "ways"),
    [
        ("where is {thing}", ["where is {thing}"]),
        ("(where|what) is it", ["where is it", "what is it"]),
        ("[the|a] {thing}", ["the {thing}", "a {thing}", "{thing}"]),
        ("add ({n}|all [of it])", ["add one", "add twenty two", "add all of it", "add all"]),
        ("[please]", ["please"]),
    ],
)
def test_expansion(template: str, ways: list[str]) -> None:
    assert [" ".join(way) for way in expand(template, {"n": ["one", "twenty two"]})] == ways


@pytest.mark.parametrize("template", ["(a|b", "a)", "[a", "say {nobody}"])
def test_a_broken_template_is_named(template: str) -> None:
    with pytest.raises(ValueError, match="in '"):
        expand(template)


def test_the_carriers_of_the_package() -> None:
    said = carriers()
    assert sum(weight for _, weight in said.sentences) == pytest.approx(1.0)
    plain = {" ".join(words) for words, _ in said.sentences}
    assert {"where are the {thing}", "do you have any {thing}", "what time do you close", "anything cheaper"} <= plain


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("where can i find the oat milk", "oat milk"),
        ("add duct tape to my list", "duct tape"),
        ("where is the", "the"),
        ("zanthor bites", "zanthor bites"),
        ("", ""),
    ],
)
def test_what_is_said_around_a_thing_is_left_out(text: str, rest: str) -> None:
    assert without_carrier(text) == rest


def test_every_carrier_word_can_be_said(pronouncer: Pronouncer) -> None:
    said = carriers()
    words = {word for sentence, _ in said.sentences for word in sentence if word != THING}
    words |= {word for words in (*said.before, *said.after) for word in words}
    assert [word for word in sorted(words) if not pronouncer.knows(word) and not pronouncer.of(word)] == []


# --- pronunciations -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phonemes", "phones"),
    [
        (["m", "ˈɪ", "l", "k"], "M IH L K"),
        (["n", "ˈɪ", "b", "əl", "t", "ə", "n"], "N IH B AH L T AH N"),
        (["f", "ˈaɪɚ"], "F AY ER"),
        (["tʃ", "ˈiː", "z"], "CH IY Z"),
        (["s", "p", "ˈɑːɹ", "k", "əl"], "S P AA R K AH L"),
        (["ǃ", "k"], "K"),
    ],
)
def test_espeak_to_cmu(phonemes: list[str], phones: str) -> None:
    assert phones_of_ipa(phonemes) == phones


def test_where_a_pronunciation_comes_from(pronouncer: Pronouncer) -> None:
    assert pronouncer.of("milk") == ["M IH L K"]
    assert pronouncer.of("wifi") == ["W AY F AY"]
    assert pronouncer.of("oatwhistle") == ["OW T W IH S AH L"]
    assert pronouncer.of("2") == ["T UW"]
    assert not pronouncer.knows("oatwhistle")


def test_plain_words() -> None:
    assert plain_words("Jalapeño Mac & Cheese, 2% (Kids’) d'Or!") == [
        "jalapeno", "mac", "and", "cheese", "2", "percent", "kids", "d'or",
    ]  # fmt: skip
    assert plain_words("🥛 --- _") == []


# --- names ----------------------------------------------------------------------------------------------------------


def test_parts_of_names(pronouncer: Pronouncer) -> None:
    named = things(["liquid laundry detergent"], pronouncer)
    assert sum(named.values()) == pytest.approx(1.0)
    assert {("laundry", "detergent"), ("detergent",), ("liquid", "laundry", "detergent"), ("detergents",)} <= set(named)
    assert max(named, key=lambda words: named[words]) == ("liquid", "laundry", "detergent")


def test_no_part_begins_or_ends_with_a_link(pronouncer: Pronouncer) -> None:
    assert {("and",), ("mac", "and")}.isdisjoint(things(["mac and cheese"], pronouncer))


def test_what_is_wanted_most_is_likeliest(pronouncer: Pronouncer) -> None:
    named = things(["milk", *[f"cat {number}" for number in range(600)], "eggs"], pronouncer)
    assert named["milk",] > 2 * named["eggs",]


def test_one_way_of_writing_what_sounds_the_same(pronouncer: Pronouncer) -> None:
    named = things(["oat milk", "oatmilk", "oat milk chocolate", "almond milk", "almondmilk"], pronouncer)
    assert not {"oatmilk", "almondmilk"} & {word for words in named for word in words}


def test_names_that_cannot_be_said_are_left_out(pronouncer: Pronouncer) -> None:
    assert things(["🥛", "", "milk"], pronouncer).keys() == things(["milk"], pronouncer).keys()


# --- models ---------------------------------------------------------------------------------------------------------


def test_probabilities_out_of_each_state_add_up(pronouncer: Pronouncer) -> None:
    asked = carried(questions(["do you cut keys"], pronouncer))
    answers = {("yes",): 2.0, ("the", "large", "one"): 1.0}
    spoken = sentences(asked, things(["oat milk", "paper towels"], pronouncer), answers)
    total: dict[int, float] = {}
    for a, _, weight, *_ in [*spoken.arcs, *spoken.jumps]:
        assert 0 < weight <= 1 + 1e-9
        total[a] = total.get(a, 0.0) + weight
    assert all(weight == pytest.approx(1.0, abs=0.02) for weight in total.values())
    assert spoken.final not in total


def test_the_trigram_model_is_a_distribution(tmp_path: Path, pronouncer: Pronouncer) -> None:
    asked = {("where", "is", THING): 0.6, ("help",): 0.3, (THING, "please"): 0.1}
    named = things(["oat milk", "milk chocolate", "paper towels"], pronouncer)
    lines = write_arpa(tmp_path / "words.arpa", asked, named).read_text().splitlines()
    logs: dict[tuple[str, ...], float] = {}
    back: dict[tuple[str, ...], float] = {}
    for line in lines:
        size = next((n for n in (1, 2, 3) if f"\\{n}-grams:" == line), None)
        if size is not None:
            order = size
        elif line and line[0] in "-0" and line != "\\data\\":
            fields = line.split()
            words = tuple(fields[1 : 1 + order])
            logs[words] = float(fields[0])
            if len(fields) > 1 + order:
                back[words] = float(fields[1 + order])
    assert f"ngram 1={sum(len(words) == 1 for words in logs)}" in lines
    assert f"ngram 3={sum(len(words) == 3 for words in logs)}" in lines

    def probability(*words: str) -> float:
        if words in logs:
            return 10.0 ** logs[words]
        return 10.0 ** back.get(words[:-1], 0.0) * probability(*words[1:])

    vocabulary = [words[0] for words in logs if len(words) == 1 and words != ("<s>",)]
    for context in ((), ("is",), ("<s>",), ("oat",), ("oat", "milk"), ("where", "is")):
        whole = math.fsum(probability(*context, word) for word in vocabulary)
        assert whole == pytest.approx(1.0, abs=0.05), context
    assert probability("is", "paper") > 10 * probability("is", "is")
    assert probability("paper", "towels") > 0.3
