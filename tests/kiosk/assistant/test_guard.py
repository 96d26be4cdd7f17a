"""The guard lets facts pass and nothing else; and every template answer passes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.assistant import Assistant
from kiosk.assistant.assistant import _Turn
from kiosk.assistant.facts import Facts
from kiosk.assistant.guard import check, fact_lines
from kiosk.assistant.types import PageReceipt
from kiosk.assistant.word_lists import word_lists
from kiosk.assistant.worded import Nobody
from local_catalog import Catalog, Location, Money, Nutrition, Offer, Product
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.expected import table, turns
from tests.kiosk.assistant.fakes import FakeHands

EN = word_lists("en")
COOKIE = Product(
    sku="1", gtin="9520000000011", name="Oat Cookies", brand="Larkfield", own_brand=True, department="snacks",
    category="Snacks > Cookies", size="250 g", price=Money(349), unit_price=Money(140), unit="100 g", stock=12,
    location=Location("8", "3", "2"), description="Crisp oat cookies.", ingredients="Oats, sugar, butter (milk), eggs.",
    allergens=("gluten", "milk", "eggs"), may_contain=("nuts",), diet=("vegetarian",),
    nutrition=Nutrition("100 g", 1900, 455, 19, 9, 62, 24.5, 6, 7, 0.8),
)  # fmt: skip
GONE = replace(COOKIE, sku="2", name="Rice Cakes", stock=0, allergens=(), may_contain=(), diet=("vegan", "gluten-free"),
               offer=Offer("o", "Save $1", Money(249), date(2026, 12, 4)))  # fmt: skip


def facts(*products: Product) -> Facts:
    made = Facts("2026-11-20T00:00:00+00:00")
    made.about(*(products or (COOKIE,)))
    return made


@pytest.mark.parametrize(
    "wording",
    [
        "The Larkfield Oat Cookies cost $3.49, in aisle 8, bay 3.",
        "Sure! Oat Cookies are $3.49 for 250 g.",
        "We have 12 in stock, in aisle 8.",
        "They contain gluten, milk and eggs, and may contain nuts. Please check the pack.",
        "They have 24.5 g of sugar per 100 g.",
        "They are marked vegetarian.",
        "You can find them on the second shelf, aisle 8.",
    ],
)
def test_what_is_true_may_be_said(wording: str) -> None:
    assert not check(wording, facts(), EN, "Oat Cookies second shelf")


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("Oat Cookies cost $2.99.", "number"),
        ("Oat Cookies cost $3.", "number"),
        ("Oat Cookies are in aisle 9.", "number"),
        ("We have 15 in stock.", "number"),
        ("We have seventeen and fifty of them.", "number"),
        ("A 500 g pack is $3.49.", "number"),
        ("They have 24.5 kg of sugar.", "number"),
        ("Try the Crumbleton cookies.", "word"),
        ("They are vegan.", "label"),
        ("They contain peanuts.", "word"),
        ("They contain no milk.", "word"),
        ("They are gluten-free.", "label"),
        ("They are free from eggs.", "claim"),
        ("They are out of stock.", "stock"),
        ("They are on sale now.", "word"),
        ("We are open until late.", "word"),
        ("I have called a colleague.", "action"),
        ("Someone is on their way.", "word"),
        ("I added them. They are on your list.", "action"),
        ("I have reserved a pack for you.", "word"),
        ("They are safe for your son.", "claim"),
        ("These are the best cookies.", "claim"),
        ("See www.example.com for more.", "form"),
        ("They are 20% off.", "number"),
        ("They cost half of that.", "claim"),
    ],
)
def test_what_is_not_in_the_facts_may_not(wording: str, kind: str) -> None:
    assert kind in {fault.kind for fault in check(wording, facts(), EN)}


def test_stock_and_offers_are_looked_up() -> None:
    said = "Rice Cakes are out of stock, but on offer: Save $1, until December 4."
    assert not check(said, facts(GONE), EN)
    assert check("Rice Cakes are in stock.", facts(GONE), EN)
    assert not check("They are gluten-free and vegan.", facts(GONE), EN)


def test_actions_need_a_receipt() -> None:
    made = facts()
    draft = "I have called a colleague to you."
    assert check("I have called a colleague.", made, EN, draft)
    made.receipt("called", PageReceipt("p", "help", None, "normal"))
    assert not check("I have called a colleague.", made, EN, draft)
    draft = "I have added it. It is on your list."
    assert check("I have added it. It is on your list.", made, EN, draft)
    made.receipt("added")
    assert not check("It is on your list, I have added it.", made, EN, draft)


def test_policies_may_be_quoted() -> None:
    made = Facts("2026-11-20")
    made.text("You can bring back unused items within 30 days with the receipt.", "policy", "returns")
    assert not check("Sure, within 30 days, with the receipt.", made, EN)
    assert check("Sure, within 60 days.", made, EN)
    assert check("Sure, within 30 days at the Springfield store.", made, EN)


def test_facts_become_lines() -> None:
    lines = fact_lines(facts())
    assert "3.49" in lines[0]
    assert "aisle 8" in lines[0]


def _said(assistant: Assistant, hands: FakeHands, texts: list[str]) -> list[tuple[str, str, Facts]]:
    conversation = assistant.begin()
    said = []
    for text in texts:
        stage = _Turn(assistant, conversation, text, hands, FRIDAY, Nobody())
        said.append((text, stage.run().say, stage.facts))
    return said


@pytest.mark.parametrize("entry", turns(), ids=lambda entry: str(entry["text"])[:40])
def test_template_answers_are_grounded(assistant: Assistant, hands: FakeHands, entry: dict[str, Any]) -> None:
    for text, say, known in _said(assistant, hands, [entry["text"]]):
        if text.startswith("¿"):
            continue  # answers in Spanish are templates only, nobody guards them
        known.texts.append(_CHROME)
        faults = check(say, known, EN, say)
        assert not faults, f"{text!r}: {say}: {faults}"


@pytest.mark.parametrize("dialogue", table("dialogues.toml", "dialogue"), ids=lambda entry: str(entry["name"]))
def test_template_answers_of_dialogues_are_grounded(
    assistant: Assistant, catalog: Catalog, dialogue: dict[str, Any]
) -> None:
    hands = FakeHands(catalog)
    for text, say, known in _said(assistant, hands, [step["text"] for step in dialogue["steps"]]):
        known.texts.append(_CHROME)
        faults = check(say, known, EN, say)
        assert not faults, f"{text!r}: {say}: {faults}"


_CHROME = "One other is available; Aislewise, English, kiosk, nacho tomato salad milk cheese."
"""Words of the templates that are no facts."""
