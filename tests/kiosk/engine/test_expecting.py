"""What is expected next, after real turns in the demo store."""

from __future__ import annotations

from datetime import datetime

from kiosk.assistant import Assistant, Conversation
from kiosk.engine.expecting import expected
from local_catalog import Catalog
from tests.kiosk.assistant.fakes import FakeHands, ticks
from voice import ANYTHING

NOW = datetime(2026, 11, 20, 15, 4)  # noqa: DTZ001  (the store's own clock)


def after(catalog: Catalog, *texts: str, language: str = "en") -> Conversation:
    assistant, hands = Assistant(catalog, None, timer=ticks()), FakeHands(catalog)
    conversation = assistant.begin(language)
    for text in texts:
        assistant.turn(conversation, text, hands, NOW)
    return conversation


def test_nothing_before_the_first_word(catalog: Catalog) -> None:
    assert expected(after(catalog)) == ANYTHING


def test_products_shown_are_meant_by_name_and_place(catalog: Catalog) -> None:
    conversation = after(catalog, "do you have oat milk")
    found = expected(conversation)
    assert found.things[0] == f"{conversation.shown[0].brand} {conversation.shown[0].name}"
    assert "the second one" in found.answers
    assert ("the sixth one" in found.answers) == (len(conversation.shown) >= 6)
    assert found.department == conversation.shown[0].department
    assert "yes" not in found.answers


def test_a_question_of_the_kiosk_is_answered_with_yes_or_no(catalog: Catalog) -> None:
    conversation = after(catalog, "do you have a flux capacitor")
    assert conversation.pending is not None
    assert {"yes", "no thanks"} <= set(expected(conversation).answers)


def test_a_quantity_after_the_list(catalog: Catalog) -> None:
    assert "make it three" in expected(after(catalog, "where is the oat milk", "add it to my list")).answers


def test_other_languages_have_their_products_only(catalog: Catalog) -> None:
    found = expected(after(catalog, "leche de avena", language="es"))
    assert found.answers == ()
    assert found.things
