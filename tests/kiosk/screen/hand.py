"""A shopper's eyes and fingers: finds what is on the screen and touches it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.screen.app import Options, Screen
from kiosk.screen.brand import Appearance
from kiosk.screen.spots import visible
from tests.kiosk.screen.fake_engine import NOON, FakeEngine

WAIT_S = 8.0


def until(condition: Callable[[], bool], otherwise: Callable[[], str] = str) -> None:
    """Let Qt work until something is so. Fails with the words of `otherwise`."""
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, f"it did not happen: {otherwise()}"
        QTest.qWait(5)


def kind(item: QQuickItem) -> str:
    """The QML type of an item, `Icon` for one of Icon.qml; empty for what Qt itself put there.

    QML is asked: Python ties a type's QMetaObject to whichever item gave it first, and loses it with that item.
    """
    context = QQmlEngine.contextForObject(item)
    if context is None:
        return ""
    told, _ = QQmlExpression(context, item, "String(this)").evaluate()
    return str(told).partition("(")[0].partition("_QML")[0]


class Clock:
    """Time that passes when it is told to."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Hand:
    """Drives one screen. Everything waits for what should happen, never for a length of time."""

    def __init__(
        self,
        engine: FakeEngine,
        size: tuple[int, int] = (1080, 1920),
        idle_s: float | None = None,
        appearance: Appearance | None = None,
    ) -> None:
        self.engine = engine
        self.clock = Clock()
        options = Options(str(engine.path), windowed=True, size=size, idle_s=idle_s)
        if appearance is not None:
            options = replace(options, appearance=appearance)
        self.wall = Clock(NOON.timestamp())
        self.screen = Screen(options, self.clock, self.wall)
        self.window = self.screen.window
        self.window.setProperty("still", True)
        self._device = _touchscreen()
        self.screen.show()
        QTest.qWaitForWindowExposed(self.window)

    def close(self) -> None:
        self.screen.close()
        QGuiApplication.processEvents()

    # --- waiting ------------------------------------------------------------------------------------------------------

    def until(self, condition: Callable[[], bool], what: str = "") -> None:
        until(condition, lambda: f"{what}; on screen: {self.texts()}")

    def settle(self, ms: int = 60) -> None:
        """Let the events that are on their way arrive."""
        QTest.qWait(ms)

    # --- seeing -------------------------------------------------------------------------------------------------------

    def items(self, root: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Every item that is really seen, parents first."""
        return visible(root or self.window.contentItem())

    def of_kind(self, name: str, root: QQuickItem | None = None) -> list[QQuickItem]:
        """Every item of a QML type that is really seen."""
        return [item for item in self.items(root) if kind(item) == name]

    def shown(self, item: QQuickItem) -> bool:
        """Its centre is inside the window and inside everything that clips it."""
        centre = QPointF(item.width() / 2, item.height() / 2)
        outer: QQuickItem | None = item
        while outer is not None:
            if outer.clip() or outer is self.window.contentItem():
                spot = item.mapToItem(outer, centre)
                if not (0 <= spot.x() <= outer.width() and 0 <= spot.y() <= outer.height()):
                    return False
            outer = outer.parentItem()
        return True

    def texts(self) -> list[str]:
        return [
            str(item.property("text"))
            for item in self.items()
            if item.inherits("QQuickText") and item.property("text") and self.shown(item)
        ]

    def sees(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def wait_for(self, words: str) -> None:
        self.until(lambda: self.sees(words), f"the words {words!r}")

    def wait_gone(self, words: str) -> None:
        self.until(lambda: not self.sees(words), f"the words {words!r} gone")

    def everything(self, root: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Every item there is, seen or not."""
        for child in (root or self.window.contentItem()).childItems():
            yield child
            yield from self.everything(child)

    def button(self, name: str) -> QQuickItem:
        """The topmost button whose accessible name begins with `name`."""
        found = [
            item
            for item in self.items()
            if item.inherits("QQuickAbstractButton") and str(item.property("text")).startswith(name)
        ]
        assert found, f"no button {name!r}; there are {sorted(set(self.buttons()))}"
        on_screen = [item for item in found if self.shown(item)]
        return (on_screen or found)[-1]

    def buttons(self) -> list[str]:
        return [str(item.property("text")) for item in self.items() if item.inherits("QQuickAbstractButton")]

    def field(self) -> QQuickItem:
        """The text field that is on screen."""
        return next(item for item in self.items() if item.inherits("QQuickTextField"))

    @property
    def page(self) -> str:
        return str(self.window.property("pageName"))

    def picture(self, path: Path) -> None:
        image = self.window.grabWindow()
        assert not image.isNull()
        image.save(str(path))

    # --- touching -----------------------------------------------------------------------------------------------------

    def tap_at(self, spot: QPointF) -> None:
        point = QPoint(round(spot.x()), round(spot.y()))
        QTest.touchEvent(self.window, self._device).press(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._device).release(0, point, self.window).commit()
        QGuiApplication.processEvents()

    def centre(self, item: QQuickItem) -> QPointF:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))

    def tap(self, name: str) -> None:
        """Touch a button, brought into view first if its page must be scrolled."""
        self.until(lambda: any(n.startswith(name) for n in self.buttons()), f"a button {name!r}")
        self.tap_at(self.resting_place(lambda: self.button(name), f"the button {name!r}"))
        self.settle(20)

    def resting_place(self, find: Callable[[], QQuickItem], what: str) -> QPointF:
        """Where an item is on the screen once the page around it, which may still be filling, has come to rest."""
        spots: list[QPointF | None] = []

        def rests() -> bool:
            self.bring(find())
            item = find()
            spots.append(self.centre(item) if self.shown(item) else None)
            return len(spots) > 2 and spots[-1] is not None and spots[-1] == spots[-2] == spots[-3]

        self.until(rests, f"{what} at rest")
        spot = spots[-1]
        assert spot is not None
        return spot

    def bring(self, item: QQuickItem) -> None:
        """Scroll the page so that the item is seen."""
        outer = item.parentItem()
        while outer is not None:
            if outer.inherits("QQuickFlickable"):
                content = outer.property("contentItem")
                spot = item.mapToItem(content, QPointF(0, 0))
                most_y = max(0.0, float(outer.property("contentHeight")) - outer.height())
                if outer.property("contentHeight") > outer.height() and not self.shown(item):
                    outer.setProperty("contentY", min(most_y, max(0.0, spot.y() - 40)))
                most_x = max(0.0, float(outer.property("contentWidth")) - outer.width())
                if outer.property("contentWidth") > outer.width() and not self.shown(item):
                    outer.setProperty("contentX", min(most_x, max(0.0, spot.x() - 40)))
            outer = outer.parentItem()
        self.settle(20)

    def wake(self) -> None:
        self.tap_at(QPointF(self.window.width() / 2, self.window.height() / 2))
        self.until(lambda: self.screen.shopper.here and bool(self.screen.shopper.session), "a session")

    def tap_field(self) -> None:
        """Touch the field to write in, once it stays where it is."""
        self.tap_at(self.resting_place(self.field, "the field"))

    def type(self, text: str) -> None:
        """Letters of the on-screen keyboard, touched one after another."""
        for letter in text:
            self.tap_at(self.centre(self.key(letter)))
            self.settle(10)

    def key(self, label: str) -> QQuickItem:
        """A key of the on-screen keyboard by what is written on it."""
        self.until(lambda: self._keys(label) != [], f"a key {label!r}")
        return self._keys(label)[0]

    def _keys(self, label: str) -> list[QQuickItem]:
        return [
            item
            for item in self.items()
            if item.property("words") == label and item.property("gap") is not None and self.shown(item)
        ]

    def scan(self, code: str) -> None:
        """A barcode scanner: keys without a pause, closed by Enter."""
        for letter in code:
            QTest.keyClick(self.window, letter)
        QTest.keyClick(self.window, Qt.Key.Key_Return)


def _touchscreen() -> QPointingDevice:
    return QTest.createTouchDevice()
