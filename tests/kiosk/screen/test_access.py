"""Everybody can use it: names and roles for a screen reader, large targets, contrast."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand

MESSAGE = "Look beside the tall red shelf at the back. " * 4
"""About as much as staff can write to a shopper. The banner may cut it, the page of the call may not."""
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.PushButton,
    QAccessible.Role.RadioButton,
}
LEAST = 96
"""Lowest height and width of what is touched, pixels of a 1080x1920 panel."""


def go_home(hand: Hand) -> None:
    hand.wake()


def go_search(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("oa")
    hand.wait_for("Oat drink, barista style")


def go_nothing(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("xyz")
    hand.wait_for("I found nothing")


def go_product(hand: Hand) -> None:
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.wait_for("Shelf 4")


def go_unknown(hand: Hand) -> None:
    hand.wake()
    hand.scan("9599999999999")
    hand.wait_for("I don’t know this product.")


def go_wrong(hand: Hand) -> None:
    go_product(hand)
    hand.tap("Something wrong here?")
    hand.wait_for("Tap what is wrong.")


def go_filters(hand: Hand) -> None:
    hand.wake()
    hand.tap("Dairy & Eggs")
    hand.tap("Filter and sort")
    hand.tap("Vegan")
    hand.wait_for("Sort by")


def go_compare(hand: Hand) -> None:
    hand.wake()
    hand.screen.comparison.take([shop.OAT.sku, shop.MILK.sku, shop.BULB.sku])
    go_product(hand)
    hand.tap("Compare")
    hand.wait_for("Lowest price")


def go_talk(hand: Hand) -> None:
    hand.wake()
    hand.screen.talk.ask("oat milk", "typed")
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    hand.wait_for("Yes. Fernbrook")
    hand.tap("Bad answer")


def go_listen(hand: Hand) -> None:
    hand.wake()
    hand.tap("Tap to talk")
    hand.wait_for("One moment …")


def go_cut_in(hand: Hand) -> None:
    hand.wake()
    hand.screen.talk.ask("oat milk", "typed")
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    speaks(hand)


def go_cut_in_elsewhere(hand: Hand) -> None:
    hand.wake()
    hand.screen.talk.ask("oat milk", "typed")
    hand.tap("My list")
    speaks(hand)


def speaks(hand: Hand) -> None:
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.engine.push(p.Listening(session=hand.engine.session, state="open"))
    hand.wait_for("You can speak")
    hand.wait_for("Yes. Fernbrook")


def go_unsure(hand: Hand) -> None:
    hand.wake()
    hand.engine.push(p.DidYouSay(session=hand.engine.session, choices=["oat milk", "goat milk", "a boat"]))
    hand.wait_for("None of these")
    hand.engine.push(p.Listening(session=hand.engine.session, state="listening", level=0.4))
    hand.wait_for("Say which one, or tap it.")


def go_deaf(hand: Hand) -> None:
    hand.wake()
    hand.tap("My list")
    hand.engine.push(p.Listening(session=hand.engine.session, state="failed", detail="recogniser"))
    hand.wait_for("Sorry, I lost what you said.")


def go_list(hand: Hand) -> None:
    hand.wake()
    hand.screen.shopping.add(shop.MILK.sku)
    hand.until(lambda: hand.screen.shopping.pieces == 1)
    hand.tap("My list")


def go_staff(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")


def go_urgent(hand: Hand) -> None:
    go_staff(hand)
    hand.tap("Urgent help")


def go_called(hand: Hand) -> None:
    go_staff(hand)
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")


def go_message(hand: Hand) -> None:
    """From somebody with a long name, who is late."""
    go_called(hand)
    hand.engine.step("coming", "Maximiliana-Charlotte", helped_s=60)
    hand.engine.message("Maximiliana-Charlotte", text=MESSAGE)
    hand.wall.now += 400
    hand.screen.calls.check()
    hand.wait_for("takes longer than it should")
    assert not next(item for item in hand.items() if item.property("text") == MESSAGE).property("truncated")


def go_told(hand: Hand) -> None:
    go_message(hand)
    hand.tap("Home")
    hand.wait_for("Look beside the tall red shelf")


def go_unanswered(hand: Hand) -> None:
    """Somebody had the call, it rings for all again, and others called before."""
    hand.wall.now += 100
    go_called(hand)
    hand.engine.step("claimed", "Maya")
    hand.engine.step("called", rung=3, round=1)
    hand.wait_for("Maya could not come after all")
    hand.wall.now += 400
    hand.screen.calls.check()
    hand.wait_for("Call again")


def go_nobody(hand: Hand) -> None:
    go_staff(hand)
    hand.engine.push(p.Staffed(phones=0, on_shift=0))
    hand.wait_for("You can still call")


def go_nobody_called(hand: Hand) -> None:
    go_nobody(hand)
    hand.tap("A helping hand")
    hand.wait_for("Your call is kept")


def go_map(hand: Hand) -> None:
    hand.wake()
    hand.tap("Store map")


def go_countdown(hand: Hand) -> None:
    hand.wake()
    hand.clock.now += 50
    hand.wait_for("Are you still there?")


def go_info(hand: Hand) -> None:
    hand.wake()
    hand.tap("Store information")
    hand.wait_for("Returns and refunds")


def go_scan(hand: Hand) -> None:
    hand.wake()
    hand.tap("Scan a product")


def go_easier(hand: Hand) -> None:
    hand.wake()
    hand.tap("Easier to use")
    hand.wait_for("Text size")


WAYS = [
    go_home, go_search, go_nothing, go_product, go_talk, go_listen, go_cut_in, go_cut_in_elsewhere, go_unsure, go_deaf,
    go_list, go_staff, go_urgent, go_called, go_told, go_unanswered, go_nobody_called, go_map, go_countdown,
    go_info, go_scan, go_easier, go_unknown, go_wrong, go_filters, go_compare,
]  # fmt: skip
everywhere = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)


def touched(hand: Hand) -> list[QQuickItem]:
    return [item for item in hand.items() if item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField")]


def describe(item: QQuickItem) -> str:
    return f"{item.property('text')!r} {item.width():.0f}x{item.height():.0f}"


@everywhere
def test_all_that_can_be_touched_has_a_name_and_a_role(hand: Hand, way: Callable[[Hand], None]) -> None:
    way(hand)
    found = touched(hand)
    assert len(found) >= 4
    for item in found:
        reader = QAccessible.queryAccessibleInterface(item)
        assert reader is not None, describe(item)
        assert reader.text(QAccessible.Text.Name).strip(), describe(item)
        assert reader.role() in ROLES, describe(item)


@everywhere
def test_all_that_can_be_touched_is_large_enough(hand: Hand, way: Callable[[Hand], None]) -> None:
    way(hand)
    hand.settle(100)
    small = [describe(item) for item in touched(hand) if item.height() < LEAST or item.width() < LEAST]
    assert not small


@everywhere
def test_nothing_taps_but_buttons_and_what_covers_the_page(hand: Hand, way: Callable[[Hand], None]) -> None:
    """A bare MouseArea has no name: only the covers of the whole page may be one."""
    way(hand)
    for item in hand.items():
        if item.inherits("QQuickMouseArea") and not _of_keyboard(item):
            assert (item.width(), item.height()) == (hand.window.width(), hand.window.height()), describe(item)


def _of_keyboard(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.property("externalLanguageSwitchEnabled") is not None:
            return True
        item = item.parentItem()
    return False


def test_asleep_a_screen_reader_finds_the_start(hand: Hand) -> None:
    page = next(item for item in hand.items() if item.property("turn") is not None)
    reader = QAccessible.queryAccessibleInterface(page)
    assert reader.text(QAccessible.Text.Name) == "Touch to start"


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
@pytest.mark.parametrize(
    "way", [go_home, go_info, go_scan, go_easier, go_countdown, go_staff, go_list], ids=lambda way: way.__name__
)
def test_no_words_of_the_kiosk_are_cut_at_twice_the_size(
    engine: FakeEngine, fonts: None, qapp: object, way: Callable[[Hand], None], size: tuple[int, int]
) -> None:
    hand = Hand(engine, size)
    hand.until(lambda: hand.screen.store.online and bool(hand.screen.store.offers))
    way(hand)
    hand.screen.engine.singletonInstance("theme", "Theme").setProperty("textScale", 2.0)
    hand.settle(150)
    names = {card.name for card in shop.CARDS}
    cut = [item.property("text") for item in hand.items() if item.inherits("QQuickText") and item.property("truncated")]
    assert not [text for text in cut if text not in names]
    wide = [
        describe(item)
        for item in touched(hand)
        if hand.shown(item) and hand.centre(item).x() + item.width() / 2 > size[0] + 1 and not _swept(item)
    ]
    assert not wide
    hand.close()


def _swept(item: QQuickItem | None) -> bool:
    """It stands in a row that is swept sideways."""
    while item is not None:
        if item.inherits("QQuickFlickable") and float(item.property("contentWidth")) > item.width() > 0:
            return True
        item = item.parentItem()
    return False
