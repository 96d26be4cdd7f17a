"""What products, shoppers and the engine say is shown as plain text, whatever it is."""

from __future__ import annotations

import re

import pytest
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from kiosk import protocol as p
from kiosk.screen.app import QML
from tests.kiosk.screen import shop
from tests.kiosk.screen.hand import Hand

PLAIN = 0
"""Text.PlainText"""
MAKER = re.compile(r"^\s*(Text|TextEdit|Label) \{", re.MULTILINE)
HOSTILE = [
    "<b>bold</b><img src='file:///etc/passwd'>",
    "<a href='http://evil.example'>click</a>",
    "import QtQuick; Item { Component.onCompleted: Qt.quit() }",
    "%1 %2 %n ${Qt.quit()} {0}",
    "'; DROP TABLE product; --",
    "# heading **bold** [link](http://evil.example)",
    "\u202egnirts desrever \x00\x1b[31m",
    "🍞🥛 牛奶 حليب",
]


def check_plain(hand: Hand) -> None:
    for item in hand.items():
        if item.inherits("QQuickText") and not item.inherits("QQuickPlaceholderText"):
            found, _ = QQmlExpression(QQmlEngine.contextForObject(item), item, "textFormat").evaluate()
            assert found == PLAIN, item.property("text")


def tiles(hand: Hand) -> list[QQuickItem]:
    return hand.of_kind("ProductTile")


@pytest.mark.parametrize("words", HOSTILE)
def test_a_product_of_a_hostile_catalog(hand: Hand, words: str) -> None:
    evil = shop.card("666", words, brand=words, size=words, offer=words, was=999, category=words, department=words)
    page = p.ProductPage(
        card=evil, gtin="", description=words, ingredients=words, allergens=[words], may_contain=[words], diet=[words],
        nutrition_per=words, nutrition=[p.NutritionRow(key=words, amount=1.0)], attributes={words: words}, sizes=[evil],
        goes_with=[evil], instead=[evil], synced_at=words,
    )  # fmt: skip
    hand.engine.script[p.Search] = lambda r: p.Results(
        id=0, query=r.query, corrected=words, total=1, offset=0, cards=[evil]
    )
    hand.engine.script[p.Look] = lambda _r: p.ProductReply(id=0, product=page)
    hand.wake()
    hand.tap("Bakery")
    hand.wait_for("1 product")
    check_plain(hand)
    hand.until(lambda: tiles(hand) != [])
    hand.tap_at(hand.centre(tiles(hand)[0]))
    hand.until(lambda: hand.page == "product")
    hand.wait_for("As of")
    check_plain(hand)
    shown = "".join(c for c in words if c not in "\u202e\x00\x1b")
    assert shown in [str(item.property("text")) for item in hand.items()]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_the_conversation(hand: Hand, words: str) -> None:
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(r.text, say=words, suggestions=[words], products=[])
    hand.wake()
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    hand.screen.talk.ask(words, "typed")
    hand.until(lambda: hand.screen.talk.turns.count == 2)
    hand.settle(50)
    check_plain(hand)
    shown = "".join(c for c in words if c not in "\u202e\x00\x1b").strip()
    assert [row["text"].strip() for row in hand.screen.talk.turns.rows] == [shown, shown]


def test_a_very_long_question_is_cut_and_a_very_long_answer_too(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(r.text, say="word " * 20_000, products=[])
    hand.wake()
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    hand.screen.talk.ask("x" * 100_000, "typed")
    hand.until(lambda: hand.screen.talk.turns.count == 2)
    assert len(hand.engine.asked(p.Ask)[0].text) == 500
    assert len(hand.screen.talk.turns.rows[1]["text"]) <= 4000
    hand.tap("Home")
    hand.until(lambda: hand.page == "home")


def test_a_question_of_nothing_is_not_asked(hand: Hand) -> None:
    hand.wake()
    hand.screen.talk.ask("  \x00\x07 \n ", "typed")
    hand.settle(50)
    assert not hand.engine.asked(p.Ask)
    assert hand.screen.talk.turns.count == 0


def test_codes_that_the_screen_does_not_know(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(
        r.text, show="hologram", control="self_destruct", intent="unheard"
    )
    hand.wake()
    hand.screen.talk.ask("hello", "typed")
    hand.until(lambda: hand.screen.talk.turns.count == 2)
    hand.engine.pages["q"] = hand.engine._call(p.CallStaff(id=0, session=hand.engine.session, reason="zzz")).page
    hand.engine.step("levitating", "Maya")
    hand.until(lambda: hand.screen.calls.state == "levitating")
    hand.tap("Call staff")
    hand.until(lambda: hand.page == "staff")


def test_only_one_file_makes_text() -> None:
    """Every text goes through Txt.qml, which says PlainText."""
    makers = [path.name for path in QML.rglob("*.qml") if MAKER.search(path.read_text())]
    assert makers == ["Txt.qml"]


def test_sentences_are_translatable() -> None:
    """What a shopper reads stands in qsTr()."""
    bare = re.compile(r'\b(?:text|title|words|action|placeholderText): "([^"]*[A-Za-z]{2}[^"]*)"')
    for path in [*QML.glob("*.qml"), *(QML / "pages").glob("*.qml"), *(QML / "controls").glob("*.qml")]:
        found = [text for text in bare.findall(path.read_text()) if text != "Aislewise"]
        assert not found, f"{path.name}: {found}"
