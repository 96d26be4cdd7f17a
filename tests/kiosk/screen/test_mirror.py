"""A language written from right to left: each page is the mirror image of itself, but for maps and keyboards."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from kiosk import protocol as p
from kiosk.screen import languages
from tests.kiosk.screen import shop
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand, kind

NEAR = 3.0
"""Pixels by which rounding may move something."""
AS_IT_IS = ("FloorPlan", "Keyboard", "MapView")
"""Types that are not mirrored."""
Box = tuple[str, int, float, float]
"""What it shows, its y, and its left and right edge, pixels of the window."""


def boxes(hand: Hand, root: QQuickItem | None = None) -> list[Box]:
    """Every text, icon and button on screen."""
    found: list[Box] = []
    for item in (root or hand.window.contentItem()).childItems():
        if not item.isVisible() or item.opacity() == 0 or kind(item) in AS_IT_IS:
            continue
        what = shows(item)
        if what and item.width() > 0 and hand.shown(item):
            left = item.mapToScene(QPointF(0, 0))
            right = item.mapToScene(QPointF(item.width(), 0)).x()
            # A text is as wide as its letters, wherever the rest of its room is.
            found.append((what, round(left.y()), left.x(), right))
        found += boxes(hand, item)
    return found


def shows(item: QQuickItem) -> str:
    """What an item shows, the same in both directions; empty for a mere box."""
    if item.inherits("QQuickText"):
        return "text " + re.sub(r"[\u200f\u2068\u2069]", "", str(item.property("text")))
    if item.inherits("QQuickImage"):
        return "image " + str(item.property("source").toString())
    if item.inherits("QQuickAbstractButton"):
        return "button"
    return ""


def home(hand: Hand) -> None:
    hand.screen.shopper.wake()


def search(hand: Hand) -> None:
    hand.tap("Search the store")
    hand.field().setProperty("text", "oat")
    hand.wait_for("Oat drink, barista style")


def product(hand: Hand) -> None:
    hand.screen.scanner.scanned.emit("9520000100012")
    hand.wait_for("Fernbrook")


def filters(hand: Hand) -> None:
    hand.tap("Dairy & Eggs")
    hand.tap("Filter and sort")
    hand.tap("Vegan")
    hand.until(lambda: bool(hand.screen.finder.settled) and not hand.screen.finder.busy)


def compare(hand: Hand) -> None:
    hand.screen.comparison.take([shop.MILK.sku, shop.BULB.sku])
    product(hand)
    hand.tap("Compare")
    hand.wait_for("Lowest price")


def talk(hand: Hand) -> None:
    hand.screen.talk.ask("oat milk", "typed")
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    hand.wait_for("Yes. Fernbrook")


def my_list(hand: Hand) -> None:
    hand.screen.shopper.request(p.ChangeList, op="add", sku=shop.OAT.sku)
    hand.screen.shopping.refresh()
    hand.tap("My list")
    hand.wait_for("Oat drink")


def staff(hand: Hand) -> None:
    hand.tap("Call staff")


def called(hand: Hand) -> None:
    hand.tap("Call staff")
    hand.tap("Finding something")
    hand.wait_for("has been called")


def store_map(hand: Hand) -> None:
    hand.tap("Store map")


def scan(hand: Hand) -> None:
    hand.tap("Scan a product")


def info(hand: Hand) -> None:
    hand.tap("Store information")


def easier(hand: Hand) -> None:
    hand.tap("Easier to use")


def unknown(hand: Hand) -> None:
    hand.screen.scanner.scanned.emit("4000000000006")
    hand.wait_for("I don’t know this product.")


PAGES = (
    home, search, product, filters, compare, talk, my_list, staff, called, store_map, scan, info, easier, unknown,
)  # fmt: skip


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["tall", "wide"])
@pytest.mark.parametrize("go", [None, *PAGES])
def test_a_page_is_its_mirror_image(
    engine: FakeEngine, fonts: None, go: Callable[[Hand], None] | None, size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    # English from right to left, so that everything has the same width.
    shutil.copy(languages.TRANSLATIONS / "en.qm", tmp_path / "xx.qm")
    shutil.copy(languages.TRANSLATIONS / "en.qm", tmp_path)
    monkeypatch.setattr(languages, "TRANSLATIONS", tmp_path)
    monkeypatch.setitem(languages.LANGUAGES, "xx", languages.Language("English", "en_US", "abc", mirrored=True))
    engine.languages = ["en", "xx"]
    hand = Hand(engine, size)
    hand.until(lambda: bool(hand.screen.store.offers))
    if go is not None:
        hand.screen.shopper.wake()
        hand.until(lambda: bool(hand.screen.shopper.session))
        go(hand)
    hand.settle(300)
    straight = boxes(hand)
    hand.screen.languages.choose("xx")
    hand.settle(300)
    mirrored = boxes(hand)
    hand.close()
    assert len(straight) > 5
    width = size[0]
    wrong = [
        (what, y, round(left), round(right))
        for what, y, left, right in straight
        if not any(
            what == other and abs(y - below) <= NEAR
            and min(abs(width - right - start), abs(width - left - end)) <= NEAR
            for other, below, start, end in mirrored
        )
    ]  # fmt: skip
    assert wrong == []
