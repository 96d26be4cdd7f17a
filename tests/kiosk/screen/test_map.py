"""The map: by buttons, by two fingers, in words, and past the whole list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.hand import Hand


def open_way(hand: Hand) -> QQuickItem:
    """The map with the way to the oat drink."""
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.tap("Show me the way")
    hand.until(lambda: hand.page == "map")
    hand.wait_for("Aisle 3, bay 2")
    return hand.of_kind("MapView")[0]


def put_on_list(hand: Hand, *cards: p.Card) -> None:
    for card in cards:
        hand.screen.shopping.add(card.sku)
    hand.until(lambda: hand.screen.shopping.lines.count == len(cards))


def pinch(hand: Hand, at: QPoint, before: int, after: int) -> None:
    """Two fingers on a level line around a point, from one distance to another."""
    window, device = hand.window, hand._device

    def spots(apart: int) -> tuple[QPoint, QPoint]:
        return QPoint(at.x() - apart // 2, at.y()), QPoint(at.x() + apart // 2, at.y())

    left, right = spots(before)
    QTest.touchEvent(window, device).press(0, left, window).press(1, right, window).commit()
    for step in range(1, 9):
        left, right = spots(before + (after - before) * step // 8)
        QTest.touchEvent(window, device).move(0, left, window).move(1, right, window).commit()
        QTest.qWait(20)  # Qt makes one event of all that comes between two frames
    QTest.touchEvent(window, device).release(0, left, window).release(1, right, window).commit()
    QGuiApplication.processEvents()


def drag(hand: Hand, begin: QPoint, end: QPoint) -> None:
    window, device = hand.window, hand._device
    QTest.touchEvent(window, device).press(0, begin, window).commit()
    for step in range(1, 11):
        at = QPoint(begin.x() + (end.x() - begin.x()) * step // 10, begin.y() + (end.y() - begin.y()) * step // 10)
        QTest.touchEvent(window, device).move(0, at, window).commit()
        QTest.qWait(20)
    QTest.touchEvent(window, device).release(0, end, window).commit()
    hand.settle(50)


def test_two_fingers_make_the_map_larger_around_where_they_are_and_smaller_again(hand: Hand) -> None:
    map_view = open_way(hand)
    plan = hand.of_kind("FloorPlan")[0]
    view = plan.parentItem().parentItem()
    spot = view.mapToScene(view.boundingRect().center()).toPoint()
    under = plan.mapFromScene(spot).x() / plan.width()
    pinch(hand, spot, 200, 500)
    hand.until(lambda: map_view.property("zoom") > 1.5)
    assert abs(plan.mapFromScene(spot).x() / plan.width() - under) < 0.05
    larger = map_view.property("zoom")
    pinch(hand, spot, 500, 200)
    hand.until(lambda: map_view.property("zoom") < larger - 0.3)
    pinch(hand, spot, 600, 80)
    hand.until(lambda: map_view.property("zoom") == 1)
    assert (view.property("contentX"), view.property("contentY")) == (0, 0)


def test_a_finger_moves_a_map_that_is_larger_than_its_view(hand: Hand) -> None:
    open_way(hand)
    plan = hand.of_kind("FloorPlan")[0]
    view = plan.parentItem().parentItem()
    spot = view.mapToScene(view.boundingRect().center()).toPoint()
    drag(hand, spot, spot - QPoint(200, 0))
    assert view.property("contentX") == 0, "the whole store is seen already"
    for _ in range(3):
        hand.tap("Larger")
    before = view.property("contentX")
    drag(hand, spot, spot - QPoint(200, 0))
    hand.until(lambda: view.property("contentX") > before + 100)


def test_every_gesture_has_a_button(hand: Hand) -> None:
    map_view = open_way(hand)
    view = hand.of_kind("FloorPlan")[0].parentItem().parentItem()
    assert not hand.button("Smaller").isEnabled()
    assert not hand.button("To the right").isEnabled()
    hand.tap("Larger")
    hand.tap("Larger")
    assert map_view.property("zoom") == pytest.approx(2.25)
    assert hand.sees("3"), "the pin stays in sight"
    moves = (("To the right", "X", 1), ("To the left", "X", -1), ("Down", "Y", 1), ("Up", "Y", -1))
    for button, along, sign in moves:
        axis = f"content{along}"
        before = view.property(axis)
        hand.tap(button)
        hand.until(lambda axis=axis, before=before, sign=sign: (view.property(axis) - before) * sign > 20, button)
    for _ in range(9):
        if hand.button("To the right").isEnabled():
            hand.tap("To the right")
    assert view.property("contentX") <= view.property("contentWidth") - view.width() + 1
    assert not hand.button("To the right").isEnabled()
    hand.tap("The whole store")
    assert map_view.property("zoom") == 1
    assert not hand.button("The whole store").isEnabled()


def test_the_way_in_words(hand: Hand) -> None:
    open_way(hand)
    hand.wait_for("From this kiosk, walk")
    assert hand.sees("Turn right and walk")
    assert hand.sees("Bay 2 is on your left.")
    hand.tap("All aisles")
    hand.wait_for("Fruit & Vegetables")
    assert not hand.sees("From this kiosk")


def test_the_whole_list_in_the_order_of_the_walk(hand: Hand) -> None:
    hand.wake()
    put_on_list(hand, shop.BULB, shop.MILK, shop.COFFEE, shop.OAT)
    hand.tap("My list")
    hand.tap("Show me the way")
    hand.until(lambda: hand.page == "map")
    hand.wait_for("The way along my list")
    stops = hand.screen.shopping.stops
    assert sorted(stop["aisle"] for stop in stops) == ["17", "3", "3", "9"]
    assert [stop["number"] for stop in stops] == [1, 2, 3, 4]
    shown = [text for text in hand.texts() if text.startswith("Aisle ")]
    assert shown == [f"Aisle {stop['aisle']}, bay {stop['bay']}" for stop in stops]
    plan = hand.of_kind("FloorPlan")[0]
    assert len(plan.property("marks").toVariant()) == 4
    hand.tap("Aisle 9, bay 2")
    hand.wait_for("From this kiosk, walk")
    hand.tap("Along my list")
    hand.wait_for("The way along my list")


def test_a_department_is_shown_by_its_aisle(hand: Hand) -> None:
    hand.wake()
    hand.tap("Store map")
    hand.tap("Bakery, Aisle 2")
    plan = hand.of_kind("FloorPlan")[0]
    hand.until(lambda: plan.property("aisle") == "2")
    assert plan.property("target") is not None


def test_a_store_without_a_plan_says_so(hand: Hand) -> None:
    hand.engine.script[p.FloorMap] = lambda _request: p.Failed(id=0, code="unavailable")
    hand.screen.store._floor = {}
    hand.screen.store._walks = None
    hand.screen.store.floorChanged.emit()
    hand.wake()
    hand.tap("Store map")
    hand.wait_for("The map is not here yet.")
