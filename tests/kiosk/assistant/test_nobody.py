"""What a shopper hears when staff are called and nobody is on shift: the truth, and what there is instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from kiosk.assistant import Assistant, Turn
from kiosk.staff import EXPIRES_AFTER
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.fakes import FakeHands

PERSON = "can I talk to a person"
NIGHT = datetime(2026, 11, 20, 23, 50)  # noqa: DTZ001  the store's own clock


@pytest.mark.parametrize("there", [None, 1, 7])
def test_with_somebody_on_shift_or_nobody_knowing_nothing_is_said_of_it(
    ask: Callable[..., Turn], hands: FakeHands, there: int | None
) -> None:
    hands.there = there
    assert "on shift" not in ask(PERSON).say


def test_nobody_on_shift_is_said_at_once(ask: Callable[..., Turn], hands: FakeHands) -> None:
    hands.there = 0
    turn = ask(PERSON)
    assert turn.page is not None
    assert turn.say == (
        "Nobody is on shift right now. Your call is kept for four hours, and it rings as soon as someone is here. "
        "Until then I can look things up for you, show you the map, or keep a list for you."
    )
    assert "Nobody is on shift" in str(hands.calls[0]["said"])


def test_a_closed_store_says_when_it_opens(ask: Callable[..., Turn], hands: FakeHands) -> None:
    hands.there = 0
    say = ask(PERSON, now=NIGHT).say
    assert "We open tomorrow at" in say
    assert "Your call is kept for four hours" in say


def test_advice_is_still_given(ask: Callable[..., Turn], hands: FakeHands) -> None:
    hands.there = 0
    say = ask("how many ibuprofen can i give a 4 year old").say
    assert "ask a pharmacist or a doctor" in say
    assert "Nobody is on shift right now." in say


def test_calling_again_says_it_again(ask: Callable[..., Turn], hands: FakeHands) -> None:
    hands.there = 0
    say = ask(PERSON, PERSON).say
    assert "already been called" in say
    assert "Nobody is on shift" in say


def test_in_danger_nobody_is_waited_for(ask: Callable[..., Turn], hands: FakeHands) -> None:
    hands.there = 0
    turn = ask("there's a fire")
    assert turn.page is not None
    assert "leave by the nearest exit" in turn.say
    assert turn.say.endswith("if a life is in danger, call 911 at once.")
    assert "keep a list" not in turn.say


def test_a_call_is_kept_as_long_as_is_said() -> None:
    assert timedelta(hours=4) == EXPIRES_AFTER


@pytest.mark.parametrize(
    ("language", "text", "nobody"),
    [
        ("es", "quiero hablar con una persona", "nadie de turno"),
        ("fr", "je veux parler à quelqu'un", "Personne n'est de service"),
        ("de", "ich möchte mit einem Menschen sprechen", "niemand im Dienst"),
        ("ar", "أريد التحدث مع موظف", "لا يوجد أحد في الخدمة"),
    ],
)
def test_in_the_shoppers_language(
    assistant: Assistant, hands: FakeHands, language: str, text: str, nobody: str
) -> None:
    hands.there = 0
    turn = assistant.turn(assistant.begin(language), text, hands, FRIDAY)
    assert turn.page is not None
    assert nobody in turn.say
