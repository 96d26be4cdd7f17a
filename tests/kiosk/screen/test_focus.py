"""The whole kiosk by keys, by one switch, within reach, and read aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import protocol as p
from kiosk.screen.aloud import MAX_SPOKEN, spoken
from kiosk.screen.brand import Appearance
from kiosk.screen.idle import MAX_PATIENCE_S
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand
from tests.kiosk.screen.test_access import everywhere

KEYS = Qt.Key


def press(hand: Hand, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(hand.window, key)
        hand.settle(10)


def held(hand: Hand) -> QQuickItem | None:
    item: QQuickItem | None = hand.screen.focus.property("item")
    return item


def named(hand: Hand) -> str:
    item = held(hand)
    return str(item.property("text")) if item is not None else ""


def tab_to(hand: Hand, name: str, most: int = 80) -> None:
    for _ in range(most):
        press(hand, KEYS.Key_Tab)
        if named(hand).startswith(name):
            return
    raise AssertionError(f"Tab never comes to {name!r}")


def theme(hand: Hand) -> object:
    return hand.screen.engine.singletonInstance("theme", "Theme")


def ring(hand: Hand) -> QQuickItem:
    return next(item for item in hand.everything() if item.objectName() == "focusRing")


# --- keys -------------------------------------------------------------------------------------------------------------


def test_a_visit_by_keys_alone(hand: Hand) -> None:
    press(hand, KEYS.Key_Return)
    hand.until(lambda: hand.screen.shopper.here, "a key wakes")
    hand.settle(100)
    assert hand.page == "home"
    tab_to(hand, "Oat drink, barista style")
    press(hand, KEYS.Key_Return)
    hand.until(lambda: hand.page == "product")
    tab_to(hand, "Add to my list")
    press(hand, KEYS.Key_Space)
    hand.until(lambda: hand.screen.shopping.pieces == 1)
    press(hand, KEYS.Key_Escape)
    hand.until(lambda: hand.page == "home")
    tab_to(hand, "Call staff")
    press(hand, KEYS.Key_Enter)
    hand.until(lambda: hand.page == "staff")


def test_the_key_that_wakes_presses_nothing(hand: Hand) -> None:
    for key in (KEYS.Key_Tab, KEYS.Key_Down, KEYS.Key_Space, KEYS.Key_Return):
        press(hand, key)
        hand.until(lambda: hand.screen.shopper.here)
        hand.settle(60)
        assert hand.page == "home"
        assert not [r for r in hand.engine.requests if isinstance(r, p.Ask | p.CallStaff | p.Listen)]
        hand.screen.shopper.leave()
        hand.settle(60)


def test_every_button_of_a_page_is_reached_and_tab_goes_round(hand: Hand) -> None:
    hand.wake()
    seen: list[str] = []
    for _ in range(120):
        press(hand, KEYS.Key_Tab)
        if seen and named(hand) == seen[0] and len(seen) > 5:
            break
        seen.append(named(hand))
    assert {
        "Home",
        "My list",
        "Tap to talk",
        "Call staff",
        "Easier to use",
        "Search the store",
        "Scan a product",
    } <= set(seen)
    assert any(name.startswith("Bakery") for name in seen)
    first = named(hand)
    press(hand, KEYS.Key_Tab)
    press(hand, KEYS.Key_Backtab)
    assert named(hand) == first


@everywhere
def test_all_that_can_be_touched_can_have_the_focus(hand: Hand, way) -> None:
    way(hand)
    for item in hand.items():
        # What covers the page behind a sheet closes it, as its button and Escape do.
        cover = item.width() >= hand.window.width() and item.height() > hand.window.height() / 2
        if (item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField")) and not cover:
            assert item.property("activeFocusOnTab"), item.property("text")


def test_the_ring_is_around_what_a_key_would_press_and_goes_with_a_touch(hand: Hand) -> None:
    hand.wake()
    assert not ring(hand).isVisible()
    tab_to(hand, "Search the store")
    item = held(hand)
    assert item is not None
    assert ring(hand).isVisible()
    box = QRectF(ring(hand).mapRectToScene(QRectF(0, 0, ring(hand).width(), ring(hand).height())))
    assert box.contains(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))
    hand.tap_at(QPointF(5, 5))
    assert not ring(hand).isVisible()


def test_what_has_the_focus_is_scrolled_into_view(hand: Hand) -> None:
    hand.wake()
    tab_to(hand, "When are you open?")
    item = held(hand)
    assert item is not None
    assert hand.shown(item)


def test_arrows_go_where_they_point(hand: Hand) -> None:
    hand.wake()
    tab_to(hand, "Scan a product")
    press(hand, KEYS.Key_Right)
    assert named(hand) == "Store map"
    press(hand, KEYS.Key_Right)
    press(hand, KEYS.Key_Left)
    assert named(hand) == "Store map"
    press(hand, KEYS.Key_Up)
    assert named(hand) == "Search the store"
    tab_to(hand, "Fruit & Vegetables")
    press(hand, KEYS.Key_Down)
    assert named(hand).startswith("Meat, Fish & Deli")


def test_arrows_and_space_are_the_fields_while_typing(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("oat")
    press(hand, KEYS.Key_Left)
    press(hand, KEYS.Key_Space)
    assert hand.field().property("text") == "oa t"
    assert hand.page == "search"
    press(hand, KEYS.Key_Escape, 2)
    hand.until(lambda: hand.page == "home")


def test_a_scan_presses_nothing_that_has_the_focus(hand: Hand) -> None:
    hand.wake()
    tab_to(hand, "Scan a product")
    hand.scan("9520000400013")
    hand.until(lambda: hand.page == "product")
    assert not [item for item in hand.items() if item.property("name") == "scan"]


def test_the_countdown_keeps_the_focus_inside(hand: Hand) -> None:
    hand.wake()
    hand.clock.now += 50
    hand.wait_for("Are you still there?")
    # The key that moves the focus says that somebody is there.
    press(hand, KEYS.Key_Tab)
    hand.wait_gone("Are you still there?")
    assert hand.screen.shopper.here


def test_escape_leaves_what_lies_over_the_page_first(hand: Hand) -> None:
    hand.wake()
    hand.tap("Store map")
    hand.until(lambda: hand.page == "map")
    hand.tap("Easier to use")
    hand.wait_for("Text size")
    tab_to(hand, "Larger text", 10)
    press(hand, KEYS.Key_Escape)
    hand.wait_gone("Text size")
    assert hand.page == "map"
    press(hand, KEYS.Key_Escape)
    hand.until(lambda: hand.page == "home")
    press(hand, KEYS.Key_Escape)
    hand.settle()
    assert hand.screen.shopper.here


# --- one switch -------------------------------------------------------------------------------------------------------


@pytest.fixture
def switch(engine: FakeEngine, fonts: None, qapp: object) -> Iterator[Hand]:
    """A screen whose focus would move by itself each 20 s: the test moves it."""
    hand = Hand(engine, appearance=Appearance(scan_s=20.0))
    hand.until(lambda: hand.screen.store.online and bool(hand.screen.store.offers))
    yield hand
    hand.close()


def test_nothing_moves_once_the_window_is_gone(engine: FakeEngine, fonts: None, qapp: object) -> None:
    hand = Hand(engine, appearance=Appearance(scan_s=0.05))
    focus, moved = hand.screen.focus, []
    hand.close()
    focus.changed.connect(lambda: moved.append(True))
    QTest.qWait(150)
    focus.step()
    assert moved == []


def test_one_switch_goes_through_rows_then_through_a_row(switch: Hand) -> None:
    press(switch, KEYS.Key_Space)
    switch.until(lambda: switch.screen.shopper.here)
    switch.settle(60)
    focus = switch.screen.focus
    rows = 0
    while True:
        focus.step()
        rows += 1
        assert rows < 60
        band = focus.property("band")
        assert band.width() > 0
        scan = switch.centre(switch.button("Scan a product"))
        if band.contains(scan):
            break
    assert ring(switch).isVisible()
    press(switch, KEYS.Key_Space)
    assert named(switch) == "Scan a product"
    focus.step()
    assert named(switch) == "Store map"
    press(switch, KEYS.Key_Space)
    switch.until(lambda: switch.page == "map")


def test_letters_press_nothing_where_one_switch_is_used(switch: Hand) -> None:
    switch.wake()
    press(switch, KEYS.Key_A)
    press(switch, KEYS.Key_Tab)
    assert named(switch) == ""
    assert switch.page == "home"


# --- within reach -----------------------------------------------------------------------------------------------------


@everywhere
def test_all_controls_are_in_the_lower_half(hand: Hand, way) -> None:
    way(hand)
    theme(hand).setProperty("reach", True)
    hand.settle(100)
    half = hand.window.height() / 2
    if any(item.property("gap") is not None and item.property("words") == "q" for item in hand.items()):
        # While something is typed the page has at least 560 pixels.
        half = hand.window.height() - 1300
    for item in hand.items():
        if (item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField")) and hand.shown(item):
            assert item.mapToScene(QPointF(0, 0)).y() >= half - 1, item.property("text")


@pytest.mark.parametrize("reach", [False, True])
def test_a_field_that_is_written_in_stands_above_the_keyboard(
    engine: FakeEngine, fonts: None, qapp: object, reach: bool
) -> None:
    hand = Hand(engine, size=(1920, 1080), appearance=Appearance(reach=reach))
    hand.until(lambda: bool(hand.screen.store.offers))
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    hand.field().forceActiveFocus()
    hand.until(lambda: bool(hand._keys("q")) and hand.shown(hand.field()), "the field, above the keyboard")
    hand.close()


def test_reach_ends_with_the_visit_and_may_be_the_stores_choice(engine: FakeEngine, fonts: None, qapp: object) -> None:
    hand = Hand(engine, appearance=Appearance(reach=True))
    hand.until(lambda: bool(hand.screen.store.offers))
    hand.wake()
    hand.tap("Easier to use")
    hand.tap("Everything within reach")
    assert theme(hand).property("reach") is False
    hand.tap("High contrast")
    hand.tap("Larger text")
    hand.tap("Less motion")
    hand.screen.shopper.leave()
    assert theme(hand).property("reach") is True
    assert theme(hand).property("look") == "light"
    assert theme(hand).property("textScale") == 1.0
    assert theme(hand).property("calmer") is False
    hand.close()


# --- read aloud -------------------------------------------------------------------------------------------------------


def test_each_page_is_read_aloud_and_stops_when_asked(hand: Hand) -> None:
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.until(lambda: hand.page == "product")
    hand.tap("Read this page aloud")
    hand.until(lambda: bool(hand.engine.asked(p.Say)))
    text = hand.engine.asked(p.Say)[-1].text
    assert "Oat drink, barista style" in text
    assert "$2.79" in text
    assert len(text) <= MAX_SPOKEN
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.tap("Stop reading")
    hand.until(lambda: bool(hand.engine.asked(p.Hush)))
    hand.engine.push(p.Speaking(session=hand.engine.session, on=False))
    hand.until(lambda: hand.screen.aloud.property("reading") == "")
    assert "Read this page aloud" in hand.buttons()


@pytest.mark.parametrize(
    "button", ["My list", "Call staff", "Tap to talk", "Store map", "Store information", "Scan a product"]
)
def test_every_page_has_the_button_that_reads_it(hand: Hand, button: str) -> None:
    hand.wake()
    hand.tap(button)
    hand.until(lambda: hand.page != "home")
    hand.until(lambda: "Read this page aloud" in hand.buttons())
    assert "Call staff" in hand.buttons(), "a person is one tap away"


def test_no_such_button_where_there_is_no_voice(hand: Hand) -> None:
    hand.engine.health["tts"] = "absent"
    hand.engine.push(p.HealthChanged(parts=hand.engine.parts()))
    hand.until(lambda: hand.screen.store.property("speech") == "absent")
    hand.wake()
    assert "Read this page aloud" not in hand.buttons()


def test_what_is_read_is_what_is_seen_each_thing_once(hand: Hand) -> None:
    hand.wake()
    hand.tap("Store information")
    hand.wait_for("Returns and refunds")
    page = next(item for item in hand.items() if item.property("name") == "info")
    text = spoken(page)
    assert text.startswith("Back. About the store.")
    assert text.count("Returns and refunds") == 1
    assert "Within 30 days" not in text, "folded"
    hand.tap("Returns and refunds")
    assert hand.sees("Within 30 days")


# --- time -------------------------------------------------------------------------------------------------------------


def test_who_needs_more_time_gets_it_again_and_again(hand: Hand) -> None:
    hand.wake()
    hand.clock.now += 50
    hand.tap("Give me more time")
    hand.wait_gone("Are you still there?")
    hand.clock.now += 150
    hand.settle(300)
    assert not hand.sees("Are you still there?")
    hand.clock.now += 20
    hand.wait_for("Are you still there?")
    for _ in range(8):
        hand.screen.idle.extend()
    hand.clock.now += MAX_PATIENCE_S - 20
    hand.settle(300)
    assert hand.screen.shopper.here
    hand.clock.now += 21
    hand.until(lambda: not hand.screen.shopper.here, "an end is needed all the same")
    hand.wake()
    hand.clock.now += 50
    hand.wait_for("Are you still there?")


def test_the_end_of_the_time_is_said_to_who_listens_and_keeps_nobody_here(hand: Hand) -> None:
    hand.wake()
    hand.tap("Read this page aloud")
    hand.until(lambda: len(hand.engine.asked(p.Say)) == 1)
    hand.clock.now += 50
    hand.until(lambda: len(hand.engine.asked(p.Say)) == 2)
    assert hand.engine.asked(p.Say)[-1].text == "Are you still there?"
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.until(lambda: bool(hand.screen.talk.property("speaking")))
    hand.clock.now += 20
    hand.until(lambda: not hand.screen.shopper.here)


def test_nothing_is_said_to_who_only_touches(hand: Hand) -> None:
    hand.wake()
    hand.clock.now += 50
    hand.wait_for("Are you still there?")
    assert not hand.engine.asked(p.Say)


# --- the first touch --------------------------------------------------------------------------------------------------


def test_a_touch_on_a_language_wakes_in_it_and_presses_nothing_else(
    engine: FakeEngine, fonts: None, qapp: object
) -> None:
    welcome = engine._default

    engine.script[p.Hello] = lambda request: p.Welcome(
        **{**{f: getattr(welcome(request), f) for f in p.Welcome.__struct_fields__}, "screen_languages": ["en", "es"]}
    )
    hand = Hand(engine)
    hand.until(lambda: hand.screen.store.online and len(hand.screen.languages.property("offered")) == 2)
    hand.tap("Español")
    hand.until(lambda: hand.screen.shopper.here)
    hand.settle(60)
    assert hand.screen.languages.property("code") == "es"
    assert hand.page == "home"
    assert [r.language for r in engine.asked(p.StartSession)] == ["es"]
    hand.close()
