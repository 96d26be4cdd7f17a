"""What calls a person at once, and what must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.assistant import Assistant, Turn
from local_catalog import Catalog
from models import Reading
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.expected import whole
from tests.kiosk.assistant.fakes import FakeHands, ScriptedModel, ticks

LISTS = whole("safety.toml")
KINDS = ("", "_oblique", "_held_out", "_last")
URGENT = {r: [t for kind in KINDS for t in LISTS[f"urgent{kind}"].get(r, ())] for r in LISTS["urgent"]}
NORMAL = {r: [t for kind in KINDS for t in LISTS.get(f"normal{kind}", {}).get(r, ())] for r in LISTS["normal"]}
CALM = [t for kind in ("calm", "calm_look_alikes", "calm_held_out", "calm_last") for t in LISTS[kind]["texts"]]


@pytest.mark.parametrize(("reason", "text"), [(r, t) for r, texts in URGENT.items() for t in texts])
def test_calls_at_once(ask: Callable[..., Turn], hands: FakeHands, reason: str, text: str) -> None:
    turn = ask(text)
    assert turn.page is not None, turn.say
    assert (turn.page.reason, turn.page.priority) == (reason, "urgent"), turn.say
    assert turn.path == "reflex"
    assert hands.calls[0]["words"] == text
    assert "called" in turn.say or "calling" in turn.say


@pytest.mark.parametrize(("reason", "text"), [(r, t) for r, texts in NORMAL.items() for t in texts])
def test_calls(ask: Callable[..., Turn], hands: FakeHands, reason: str, text: str) -> None:
    turn = ask(text)
    assert turn.page is not None, turn.say
    assert (turn.page.reason, turn.page.priority) == (reason, "normal"), turn.say
    assert turn.path == "reflex"


@pytest.mark.parametrize("text", CALM)
def test_calls_nobody(ask: Callable[..., Turn], hands: FakeHands, text: str) -> None:
    turn = ask(text)
    assert turn.page is None, f"{turn.page}: {turn.say}"
    assert not hands.calls


@pytest.mark.parametrize("text", [t for r in ("medicine", "allergy") for t in NORMAL[r]] + URGENT["emergency"])
def test_a_model_that_errs_changes_nothing(catalog: Catalog, hands: FakeHands, text: str) -> None:
    """A learned model reads 'what can I take with my blood pressure pills' as an ordinary wish, and is sure of it."""
    model = ScriptedModel({text: Reading("recommend", 0.99, {"recommend": 0.99})})
    assistant = Assistant(catalog, model, timer=ticks())
    turn = assistant.turn(assistant.begin(), text, hands, FRIDAY)
    assert turn.page is not None
    assert not model.asked


def test_when_nobody_can_be_called_nobody_is_said_to_be(assistant: Assistant, catalog: Catalog) -> None:
    hands = FakeHands(catalog, broken=True)
    for text in ("there's a fire", "can i talk to a person", "how many ibuprofen can i give a 4 year old"):
        turn = assistant.turn(assistant.begin(), text, hands, FRIDAY)
        assert turn.page is None
        assert turn.offer_staff
        assert "I have called" not in turn.say
        assert "calling" not in turn.say
        assert "could not reach" in turn.say


def test_staff_are_told_what_the_kiosk_said(ask: Callable[..., Turn], hands: FakeHands) -> None:
    ask("where is the oat milk", "can I talk to a person")
    call = hands.calls[0]
    assert "Oat Drink" in str(call["said"])
    assert call["department"] == "dairy"
    assert call["sku"]


def test_medicine_on_the_shelf_is_shown_beside_the_call(ask: Callable[..., Turn]) -> None:
    turn = ask("how many ibuprofen can i give a 4 year old")
    assert any("Ibuprofen" in p.name for p in turn.products)
    assert turn.page is not None
    assert turn.page.department == "beauty"
