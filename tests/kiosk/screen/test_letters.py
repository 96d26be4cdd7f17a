"""Writing with one switch: letters by rows, wherever there is a field."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Q_ARG, QMetaObject, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import protocol as p
from kiosk.screen.brand import Appearance
from kiosk.screen.languages import LANGUAGES
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand
from tests.kiosk.screen.test_focus import named

SIZES = [(1080, 1920), (1920, 1080)]


class Switch(Hand):
    """One switch, on a screen whose ring would move by itself each 20 s: the test moves it."""

    def __init__(self, engine: FakeEngine, size: tuple[int, int] = SIZES[0]) -> None:
        super().__init__(engine, size=size, appearance=Appearance(scan_s=20.0, still=True))
        self.until(lambda: bool(self.screen.store.offers))

    @property
    def focus(self) -> QRectF:
        band = self.screen.focus.property("band")
        assert isinstance(band, QRectF)
        return band

    def press(self) -> None:
        QTest.keyClick(self.window, Qt.Key.Key_Space)
        self.settle(10)

    def step_until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the ring go on."""
        for _ in range(80):
            self.screen.focus.step()
            self.settle(1)
            if condition():
                return
        raise AssertionError(f"the ring never comes to {what}; there are {self.buttons()}")

    def choose(self, name: str) -> None:
        """Its row, then itself."""
        self.until(lambda: name in self.buttons(), f"a button {name!r}")
        item = next(item for item in self.items() if self._presses(item) and item.property("text") == name)
        self.choose_item(item, name)

    def choose_item(self, item: QQuickItem, name: str) -> None:
        self.resting_place(lambda: item, name)
        self.step_until(lambda: self.focus.contains(self.centre(item)), f"the row of {name!r}")
        self.press()
        if not self.focus.isEmpty() or self.screen.focus.property("item") is None:
            return  # It was the only one of its row.
        if self.screen.focus.property("item") != item:
            self.step_until(lambda: self.screen.focus.property("item") == item, repr(name))
        self.press()

    def write(self, text: str) -> None:
        for letter in text:
            self.choose({" ": "Space"}.get(letter, letter))

    def go(self, page: str) -> None:
        QMetaObject.invokeMethod(self.window, "go", Q_ARG("QString", page), Q_ARG("QString", ""))
        self.until(lambda: self.page == page)

    def open_search(self) -> None:
        self.wake()
        self.choose("Search the store")
        self.until(lambda: self.page == "search" and bool(self.letters()), "the letters")

    def letters(self) -> list[QQuickItem]:
        """The keys that type, as they follow each other."""
        pads = [item for item in self.items() if item.property("writes") and item.property("alphabet") is not None]
        return [item for pad in pads for item in self.items(pad) if self._presses(item)]

    def written(self) -> str:
        return str(self.field().property("text"))

    @staticmethod
    def _presses(item: QQuickItem) -> bool:
        return bool(item.inherits("QQuickAbstractButton"))


@pytest.fixture
def switch(engine: FakeEngine, fonts: None, qapp: object) -> Iterator[Switch]:
    hand = Switch(engine)
    yield hand
    hand.close()


def box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def test_a_product_is_searched_for_found_and_opened(switch: Switch) -> None:
    switch.open_search()
    switch.write("oat")
    assert switch.written() == "oat"
    switch.wait_for("Oat drink, barista style")
    switch.choose("Done")
    switch.until(lambda: not switch.letters(), "the letters gone")
    name = next(name for name in switch.buttons() if name.startswith("Oat drink, barista style"))
    switch.choose(name)
    switch.until(lambda: switch.page == "product")


def test_letters_come_instead_of_the_keyboard(switch: Switch) -> None:
    switch.open_search()
    assert switch._keys("q") == []


def test_without_a_switch_the_keyboard_comes(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.until(lambda: bool(hand._keys("q")), "the keyboard")
    assert not [item for item in hand.items() if item.property("alphabet") is not None]


def test_a_letter_takes_two_presses_and_then_it_begins_with_the_first_row(switch: Switch) -> None:
    switch.open_search()
    switch.screen.focus.step()
    space, a, g = (next(k for k in switch.letters() if k.property("text") == name) for name in ("Space", "a", "g"))
    assert switch.focus.contains(switch.centre(space))
    assert not switch.focus.contains(switch.centre(g))
    switch.press()
    assert named(switch) == "Space"
    switch.screen.focus.step()
    assert named(switch) == "a"
    assert switch.written() == ""
    switch.press()
    assert switch.written() == "a"
    switch.until(lambda: not switch.focus.isEmpty(), "the ring comes back by itself")
    assert named(switch) == ""
    assert switch.focus.bottom() <= box(a).bottom() + 1


def test_without_a_press_a_row_is_gone_through_twice(switch: Switch) -> None:
    switch.open_search()
    switch.screen.focus.step()
    switch.press()
    row = ["Space", *"abcdef"]
    seen = []
    while switch.focus.isEmpty():
        seen.append(named(switch))
        switch.screen.focus.step()
        assert len(seen) < 40
    assert seen == [*row, *row]
    g = next(k for k in switch.letters() if k.property("text") == "g")
    assert switch.focus.contains(switch.centre(g)), "on with the next row"
    assert switch.written() == ""


def test_what_completes_the_word_is_the_first_row(switch: Switch) -> None:
    switch.open_search()
    switch.write("oa")
    switch.until(lambda: "oat drink barista" in switch.buttons(), "completions")
    switch.until(lambda: not switch.focus.isEmpty())
    chip = switch.button("oat drink barista")
    assert switch.focus.contains(switch.centre(chip))
    switch.choose("oat drink barista")
    assert switch.written() == "oat drink barista"
    assert switch.letters(), "more can be written"


def test_space_delete_digits_and_close(switch: Switch) -> None:
    switch.open_search()
    switch.write("a 27")
    switch.choose("Delete")
    assert switch.written() == "a 2"
    switch.choose("Close")
    switch.until(lambda: not switch.letters())
    assert switch.written() == "a 2"
    assert switch.page == "search"
    # A field can be chosen again, and goes on where it was left.
    switch.choose_item(switch.field(), "the field")
    switch.until(lambda: bool(switch.letters()))
    switch.write("x")
    assert switch.written() == "a 2x"


def test_a_field_that_the_ring_only_goes_past_brings_no_letters(switch: Switch) -> None:
    switch.wake()
    switch.go("talk")
    for _ in range(30):
        switch.screen.focus.step()
        assert not switch.letters()


def test_staff_are_told_in_words(switch: Switch) -> None:
    switch.wake()
    switch.choose("Call staff")
    switch.choose("A helping hand")
    switch.wait_for("Tell them what it is about")
    field = switch.field()
    switch.choose_item(field, "the field")
    switch.until(lambda: bool(switch.letters()))
    switch.write("red")
    assert switch.shown(field)
    assert box(field).bottom() <= box(switch.letters()[0]).top()
    switch.choose("Done")
    switch.until(lambda: [r.words for r in switch.engine.asked(p.AddWords)] == ["red"])


def test_a_question_is_typed(switch: Switch) -> None:
    switch.wake()
    switch.go("talk")
    switch.choose_item(switch.field(), "the field")
    switch.until(lambda: bool(switch.letters()))
    switch.write("no")
    switch.choose("Done")
    switch.until(lambda: [r.text for r in switch.engine.asked(p.Ask)] == ["no"])


def test_letters_can_be_touched(switch: Switch) -> None:
    switch.open_search()
    for name in ("m", "i", "l", "k"):
        switch.tap_at(switch.centre(next(k for k in switch.letters() if k.property("text") == name)))
        switch.settle(10)
    assert switch.written() == "milk"


def test_the_countdown_is_answered_and_the_writing_goes_on(switch: Switch) -> None:
    switch.open_search()
    switch.write("oa")
    switch.clock.now += 50
    switch.wait_for("Are you still there?")
    switch.press()
    switch.wait_gone("Are you still there?")
    assert switch.screen.shopper.here
    assert switch.letters()
    switch.write("t")
    assert switch.written() == "oat"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_language_has_its_letters_in_rows_that_fit(
    engine: FakeEngine, fonts: None, qapp: object, code: str, size: tuple[int, int]
) -> None:
    hand = Switch(engine, size)
    hand.wake()
    hand.screen.languages._show(code)
    hand.go("search")
    hand.until(lambda: bool(hand.letters()), "the letters")
    hand.settle(60)
    keys = hand.letters()
    typed = [str(key.property("text")) for key in keys]
    assert [text for text in typed if len(text) == 1 and not text.isdigit()] == list(LANGUAGES[code].letters)
    rows = hand.screen.focus._rows()
    assert [key for row in rows for key in row] == keys, "rows are gone through as the alphabet goes"
    for key in keys:
        assert min(key.width(), key.height()) >= 96, key.property("text")
        assert hand.shown(key), key.property("text")
        words = QAccessible.queryAccessibleInterface(key)
        assert words.text(QAccessible.Text.Name) == key.property("text")
        assert words.role() == QAccessible.Role.Button
    first, second = (hand.centre(key) for key in keys[1:3])
    assert (first.x() > second.x()) == LANGUAGES[code].mirrored
    assert hand.shown(hand.field())
    hand.close()


def test_who_reads_arabic_can_change_to_latin_letters(switch: Switch) -> None:
    switch.wake()
    switch.screen.languages._show("ar")
    switch.choose(next(n for n in switch.buttons() if "بحث" in n or "ابحث" in n))
    switch.until(lambda: bool(switch.letters()))
    switch.choose("abc")
    switch.write("cola")
    assert switch.written() == "cola"
    switch.choose("ابت")
    switch.write("شا")
    assert switch.written() == "colaشا"
