"""Several requests or products in one turn, and what a turn takes back or leaves out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.assistant import Assistant, Conversation, Turn
from kiosk.assistant.segments import segments, tokens
from kiosk.assistant.several import MOST_PARTS, parts_of
from kiosk.assistant.several_words import several_words
from kiosk.assistant.text import take_apart
from kiosk.assistant.unwanted import find_unwanted
from kiosk.assistant.word_lists import word_lists
from local_catalog import Catalog
from models import ModelError, load_model
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.expected import whole
from tests.kiosk.assistant.fakes import FakeHands, ScriptedModel, ticks

TABLES: dict[str, Any] = whole("several.toml")
SINGLE = [row for name in ("cut", "several", "one", "put_right") for row in TABLES[name]]
LISTS = word_lists("en")
Ask = Callable[..., Turn]


def said(turn: Turn) -> str:
    """What one request asks for, in the words of several.toml."""
    request = turn.request
    what = {"policy": "topic", "staff": "reason"}.get(turn.intent, "query")
    named = request.get("attributes", [])
    assert isinstance(named, list)
    left_out = "".join(f" - {text.removeprefix('not ')}" for text in named if text.startswith("not "))
    return f"{turn.intent}: {request.get(what, '')}{left_out}".replace(" and ", " ")


def asked(assistant: Assistant, conversation: Conversation, text: str, hands: FakeHands) -> list[str]:
    """The requests of one turn, each answered in its turn."""
    utterance = take_apart(text, LISTS.text)
    parts = parts_of(utterance, conversation, LISTS, assistant.catalog)
    if len(parts.texts) == 1:
        return [said(assistant.turn(conversation, text, hands, FRIDAY))]
    return [said(assistant.turn(conversation, part, hands, FRIDAY)) for part in parts.texts]


def fits(want: list[str], got: list[str]) -> bool:
    return len(want) == len(got) and all(
        g == w.replace(" and ", " ") if ":" in w else g.startswith(f"{w}:") for w, g in zip(want, got, strict=True)
    )


@pytest.mark.parametrize("row", SINGLE, ids=[row[0][:50] for row in SINGLE])
def test_a_turn_is_what_it_asks_for(assistant: Assistant, hands: FakeHands, row: list[str]) -> None:
    got = asked(assistant, assistant.begin(), row[0], hands)
    assert fits(row[1:], got), got


@pytest.mark.parametrize("dialogue", TABLES["dialogue"], ids=lambda dialogue: str(dialogue["steps"][-1][0]))
def test_what_is_put_right_in_the_next_turn(assistant: Assistant, hands: FakeHands, dialogue: dict[str, Any]) -> None:
    conversation = assistant.begin()
    for text, *want in dialogue["steps"]:
        got = asked(assistant, conversation, text, hands)
        assert fits(want, got), (text, got)


def test_there_are_enough_turns() -> None:
    steps = [step[0] for dialogue in TABLES["dialogue"] for step in dialogue["steps"]]
    assert len(SINGLE) + len(steps) >= 120
    assert len({row[0] for row in SINGLE}) == len(SINGLE)
    assert 3 * len(TABLES["one"] + TABLES["put_right"]) >= len(SINGLE)


@pytest.mark.whole
def test_the_cuts_are_the_same_with_the_embedded_model(catalog: Catalog) -> None:
    try:
        model = load_model(None, wanted="embedded", threads=1).model
    except ModelError as error:
        pytest.skip(f"the embedded model is not there: {error}")
    assistant = Assistant(catalog, model, timer=ticks())
    wrong = []
    for row in SINGLE:
        got = asked(assistant, assistant.begin(), row[0], FakeHands(catalog))
        if len(got) != len(row) - 1:
            wrong.append((row[0], got))
    assert not wrong


def test_both_are_said_shown_and_sourced(ask: Ask) -> None:
    turn = ask("where's the milk and do you have a restroom")
    assert "aisle 3" in turn.say
    assert "restrooms are" in turn.say
    assert turn.text == "where's the milk and do you have a restroom"
    assert (turn.intent, turn.show) == ("find", "results")
    assert {s.table for s in turn.sources} >= {"product", "policy"}


def test_the_second_goes_on_from_what_the_first_found(ask: Ask) -> None:
    turn = ask("do you have granola bars and are they vegan")
    assert turn.products
    assert "vegan" in turn.say


def test_a_person_comes_first_and_is_told_the_whole(ask: Ask, hands: FakeHands) -> None:
    turn = ask("where's the ketchup and can you get the manager")
    assert turn.say.startswith("I have asked for the manager")
    assert "Ketchup" in turn.say
    assert turn.page is not None
    assert hands.calls[0]["words"] == "where's the ketchup and can you get the manager"


def test_in_danger_nothing_else_is_said(ask: Ask, hands: FakeHands) -> None:
    for text in ("my son is lost and where are the eggs", "where are the eggs, there is a fire"):
        turn = ask(text)
        assert turn.page is not None
        assert turn.page.priority == "urgent"
        assert not turn.products
    assert len(hands.calls) == 2


def test_no_advice_beside_a_call_for_medicine(ask: Ask) -> None:
    turn = ask("my head hurts and i have a fever, what can i take")
    assert turn.page is not None
    assert "cannot advise" in turn.say
    assert "could take" not in turn.say


def test_more_than_three_requests_are_owned_up_to(ask: Ask) -> None:
    turn = ask("where is the milk, do you have wifi, what's on offer, when do you close and do you cut keys")
    assert "ask me the rest" in turn.say
    assert len(turn.say) < 700


def test_products_of_both_are_on_screen_afterwards(assistant: Assistant, hands: FakeHands) -> None:
    conversation = assistant.begin()
    turn = assistant.turn(conversation, "where is the ketchup and how much is the blender", hands, FRIDAY)
    assert conversation.shown == turn.products
    assert {"Ketchup", "Blender"} <= {word for p in turn.products[:2] for word in p.name.split()}
    assert conversation.last_request is not None
    assert conversation.last_request.query == "blender"
    assert conversation.turns == 2
    assert conversation.last_say == turn.say


def test_an_offer_of_a_person_stays_open(assistant: Assistant, hands: FakeHands) -> None:
    conversation = assistant.begin()
    assistant.turn(conversation, "do you have unobtainium and what time do you close", hands, FRIDAY)
    assistant.turn(conversation, "yes", hands, FRIDAY)
    assert len(hands.calls) == 1


def test_the_list_takes_each_with_its_number(ask: Ask, hands: FakeHands, catalog: Catalog) -> None:
    ask("add two cartons of milk, a loaf of bread and a dozen eggs")
    on_list = {catalog.product(sku).category: n for sku, n in hands.lines.items()}  # type: ignore[union-attr]
    assert sorted(on_list.values()) == [1, 1, 2]
    assert next(n for category, n in on_list.items() if "Milk" in category) == 2


def test_what_was_taken_back_is_not_put_on_the_list(ask: Ask, hands: FakeHands, catalog: Catalog) -> None:
    turn = ask("add milk, no wait, cream")
    (sku,) = hands.lines
    assert "Cream" in turn.products[0].name
    assert turn.products[0].sku == sku


def test_a_correction_takes_its_line_off_again(ask: Ask, hands: FakeHands, catalog: Catalog) -> None:
    turn = ask("add two colas", "no wait, sprite")
    (sku,) = hands.lines
    assert hands.lines[sku] == 2
    assert turn.products[0].sku == sku
    assert "off your list" in turn.say


def test_each_of_several_has_its_place_and_the_missing_are_named(ask: Ask) -> None:
    turn = ask("milk, eggs and flumox")
    assert turn.say.count("aisle") == 2
    assert "could not find flumox" in turn.say
    assert turn.offer_staff


def test_at_most_three_are_named(ask: Ask) -> None:
    turn = ask("milk, eggs, bread, butter and cheese")
    assert turn.say.count("aisle") == 3
    assert len(turn.products) >= 5


def test_what_is_left_out_stays_left_out(ask: Ask) -> None:
    for texts in (
        ["potato chips, not salted"],
        ["potato chips, not salted", "more"],
        ["potato chips", "not salted ones"],
    ):
        turn = ask(*texts)
        assert not any("salted" in (p.name + str(p.attributes)).lower().split() for p in turn.products)


def test_one_model_call_a_part(catalog: Catalog) -> None:
    model = ScriptedModel()
    assistant = Assistant(catalog, model, timer=ticks())
    assistant.turn(assistant.begin(), "where's the milk and do you have a restroom", FakeHands(catalog), FRIDAY)
    parts = ["where's the milk", "do you have a restroom"]
    whole = "where's the milk and do you have a restroom"
    assert [text for text, _ in model.asked] == [whole, *parts], "all together, which is away, then each"
    model.asked.clear()
    assistant.turn(assistant.begin(), "milk, eggs and bread", FakeHands(catalog), FRIDAY)
    assert len(model.asked) == 1


def test_another_language_is_cut_at_its_own_words() -> None:
    utterance = take_apart("¿dónde está la leche y tienen baño?", LISTS.text, "es")
    found = segments(utterance, several_words())
    assert [utterance.text[s.start : s.end] for s in found] == ["dónde está la leche", "tienen baño"]


def test_unwanted_words() -> None:
    def unwanted(text: str) -> tuple[str, ...]:
        return find_unwanted(text.split(), LISTS.traits.stop, ())[0]

    assert unwanted("crisps but not the salted ones") == ("salted",)
    assert unwanted("shampoo without perfume not head and shoulders") == ("perfume", "head shoulders")
    assert unwanted("muesli with no coconut or raisins please") == ("coconut", "raisins")
    assert unwanted("toothpaste apart from dentorra and brightly") == ("dentorra", "brightly")
    assert unwanted("why is there not a lid") == ()
    assert unwanted("no more than 5 dollars") == ()
    assert unwanted("can i not return it") == ()
    assert unwanted("is there no milk") == ()


PIECES = "milk and , where is no wait not the eggs do you have stamps ? add two I mean restroom & é 7 sorry"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split()), max_size=25))
def test_parts_are_pieces_of_the_text(catalog: Catalog, words: list[str]) -> None:
    utterance = take_apart(" ".join(words), LISTS.text)
    found = segments(utterance, several_words())
    for before, after in pairwise(found):
        assert before.end <= after.start
    assert all(utterance.text[t.start : t.end] for t in tokens(utterance))
    parts = parts_of(utterance, Conversation(), LISTS, catalog)
    assert 1 <= len(parts.texts) <= MOST_PARTS
    assert len(set(parts.texts)) == len(parts.texts)
