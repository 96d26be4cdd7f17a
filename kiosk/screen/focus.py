"""The whole screen by keys or by one or two switches, without a touch: what has the focus, and where it goes next.

Tab and Shift+Tab go through everything in reading order, arrows to what lies that way, Enter and Space press, Escape
goes back. With `scan_s` the focus moves by itself, row by row, then through the row that was chosen: one switch, which
types Enter or Space, is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Property, QEvent, QMetaObject, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_POINTERS = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})
_EDGE = 24
"""What is scrolled into view keeps this far from the edge, pixels."""
_ASIDE = 2.5
"""How much more a pixel aside counts than one ahead."""


@QmlElement
@QmlSingleton
class Focus(QObject):
    """Moves the focus of one window by its keys. An item with the property `modal` that is true keeps the focus inside
    itself, the last one if there are several; Escape calls its function `close`."""

    changed = Signal()
    escaped = Signal()
    """Escape was pressed, and nothing lies over the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QQuickWindow | None = None
        self._shown = False
        self._row: list[QQuickItem] = []
        self._band = QRectF()
        self.asleep: Callable[[], bool] = lambda: False
        """Nobody is there."""
        self.wake: Callable[[], None] = lambda: None
        """A key begins a visit."""
        self._scan = QTimer(self)
        self._scan.timeout.connect(self.step)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("focus")
        return part

    def watch(self, window: QQuickWindow, scan_s: float = 0.0) -> None:
        """Follow the keys of a window. With `scan_s` the focus moves by itself, each so many seconds."""
        self._window = window
        window.installEventFilter(self)
        window.activeFocusItemChanged.connect(self.changed)
        window.destroyed.connect(self.close)
        if scan_s > 0:
            self._scan.start(round(scan_s * 1000))

    def close(self) -> None:
        """The window goes."""
        self._scan.stop()
        self._window = None

    def _get_item(self) -> QObject | None:
        item = self._item()
        return item if self._shown and not self._row_is_next() else None

    def _get_band(self) -> QRectF:
        return self._band if self._shown and self._row_is_next() else QRectF()

    item = Property(QObject, _get_item, notify=changed)
    """What a key would press, while keys are used; else null."""
    band = Property(QRectF, _get_band, notify=changed)
    """The row that a switch would choose, in the window; else empty."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Sees every event of the window; takes the keys that move the focus or press."""
        if event.type() in _POINTERS:
            self._show(False)
        # The on-screen keyboard sends keys of its own.
        if event.type() != QEvent.Type.KeyPress or not event.spontaneous() or not isinstance(event, QKeyEvent):
            return False
        if self.asleep():
            return self._wakes(event.key())
        return self._scanning_key(event.key()) if self._scan.isActive() else self._key(event.key())

    def _wakes(self, key: int) -> bool:
        """As a touch, the key that wakes does nothing else."""
        if key not in (*_PRESS, *_ARROWS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        self.wake()
        return True

    def _key(self, key: int) -> bool:
        typing = _is_field(self._item())
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._turn(1 if key == Qt.Key.Key_Tab else -1)
        elif key in _ARROWS and not (typing and _ARROWS[Qt.Key(key)][0]):
            self._go(*_ARROWS[Qt.Key(key)])
        elif key in _PRESS and not typing:
            return self._press()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return False
        return True

    def _escape(self) -> None:
        over = self._over()
        if over is None or not QMetaObject.invokeMethod(over, "close"):
            self.escaped.emit()

    def _press(self) -> bool:
        item = self._item()
        if item is None or not self._shown or not item.inherits("QQuickAbstractButton"):
            return False
        QMetaObject.invokeMethod(item, "click")
        return True

    # --- where it goes ------------------------------------------------------------------------------------------------

    def _turn(self, step: int) -> None:
        found = self._all()
        item = self._item()
        if found:
            now = found.index(item) if item in found else (-1 if step > 0 else 0)
            self._focus(found[(now + step) % len(found)])

    def _go(self, right: int, down: int) -> None:
        found = self._all()
        item = self._item()
        if item not in found or item is None:
            if found:
                self._focus(next((other for other in found if _seen(other)), found[0]))
            return
        # Within what scrolls, before leaving it.
        for around in (*_flickables(item), None):
            inside = [
                other for other in found if other is not item and (_within(other, around) if around else _seen(other))
            ]
            best = _nearest(_box(item), inside, right, down)
            if best is not None:
                self._focus(best)
                return

    def _focus(self, item: QQuickItem) -> None:
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        _bring(item)
        self._show(True)

    def _item(self) -> QQuickItem | None:
        return self._window.activeFocusItem() if self._window is not None else None

    def _all(self) -> list[QQuickItem]:
        """What can have the focus, in reading order."""
        if self._window is None:
            return []
        root = self._over() or self._window.contentItem()
        return [item for item in _visible(root) if item.property("activeFocusOnTab") and item.isEnabled()]

    def _over(self) -> QQuickItem | None:
        """What lies over everything and keeps the focus inside itself."""
        if self._window is None:
            return None
        over = None
        for item in _visible(self._window.contentItem()):
            if item.property("modal"):
                over = item
        return over

    def _show(self, on: bool) -> None:
        if on != self._shown:
            self._shown = on
            self.changed.emit()

    # --- by one switch ------------------------------------------------------------------------------------------------

    def _row_is_next(self) -> bool:
        return self._scan.isActive() and not self._row

    def _scanning_key(self, key: int) -> bool:
        if key not in _PRESS:
            return False
        self._scan.start()
        if self._row:
            self._row = []
            self._press()
        elif self._shown:
            item = self._item()
            self._row = next((row for row in self._rows() if item in row), [])
            if len(self._row) == 1:
                self._row = []
                self._press()
            elif self._row:
                self._focus(self._row[0])
        else:
            self.step()
        self.changed.emit()
        return True

    def step(self) -> None:
        """To the next row, or to the next of the row that was chosen."""
        item = self._item()
        if self._row:
            # Past the end of the row it goes on with the rows.
            now = self._row.index(item) + 1 if item in self._row else 0
            alive = self._all()
            if now < len(self._row) and self._row[now] in alive:
                self._focus(self._row[now])
                return
            self._row = []
        rows = self._rows()
        if rows:
            at = next((i for i, row in enumerate(rows) if item in row), -1)
            row = rows[(at + 1) % len(rows)]
            self._focus(row[0])
            self._band = QRectF()
            for other in row:
                self._band = self._band.united(_box(other))
            self.changed.emit()

    def _rows(self) -> list[list[QQuickItem]]:
        """What can be pressed, by rows from the top: side by side is what begins within half a touch of each other."""
        rows: list[list[QQuickItem]] = []
        for item in sorted((item for item in self._all() if not _is_field(item)), key=lambda i: _box(i).center().y()):
            if rows and _box(item).center().y() - _box(rows[-1][0]).center().y() < _box(item).height() / 2:
                rows[-1].append(item)
            else:
                rows.append([item])
        return [sorted(row, key=lambda i: _box(i).x()) for row in rows]


def _visible(root: QQuickItem) -> Iterator[QQuickItem]:
    for child in root.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from _visible(child)


def _is_field(item: QQuickItem | None) -> bool:
    return item is not None and item.inherits("QQuickTextInput")


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _flickables(item: QQuickItem) -> Iterator[QQuickItem]:
    outer = item.parentItem()
    while outer is not None:
        if outer.inherits("QQuickFlickable"):
            yield outer
        outer = outer.parentItem()


def _within(item: QQuickItem, outer: QQuickItem) -> bool:
    return any(flickable is outer for flickable in _flickables(item))


def _seen(item: QQuickItem) -> bool:
    """Its centre is inside all that it can be scrolled in."""
    centre = QPointF(item.width() / 2, item.height() / 2)
    return all(flickable.contains(item.mapToItem(flickable, centre)) for flickable in _flickables(item))


def _nearest(box: QRectF, others: list[QQuickItem], right: int, down: int) -> QQuickItem | None:
    """What lies nearest that way, sideways distance counting more."""
    best: QQuickItem | None = None
    least = float("inf")
    centre = box.center()
    for other in others:
        there = _box(other)
        if right:
            ahead = (there.center().x() - centre.x()) * right
            aside = max(0.0, there.top() - box.bottom(), box.top() - there.bottom())
        else:
            ahead = (there.center().y() - centre.y()) * down
            aside = max(0.0, there.left() - box.right(), box.left() - there.right())
        far = ahead + _ASIDE * aside + (abs(there.center().x() - centre.x()) * 0.01 if down else 0)
        if ahead > min(box.height(), there.height()) / 4 and far < least and (not right or aside == 0):
            best, least = other, far
    return best


def _bring(item: QQuickItem) -> None:
    """Scroll so that the item is seen."""
    for flickable in _flickables(item):
        content = flickable.property("contentItem")
        spot = item.mapRectToItem(content, QRectF(0, 0, item.width(), item.height()))
        for at, size, view, low, high in (
            ("contentX", "contentWidth", flickable.width(), spot.left(), spot.right()),
            ("contentY", "contentHeight", flickable.height(), spot.top(), spot.bottom()),
        ):
            now, whole = float(flickable.property(at)), float(flickable.property(size))
            if whole <= view:
                continue
            wanted = now
            if low - _EDGE < now:
                wanted = low - _EDGE
            elif high + _EDGE > now + view:
                wanted = high + _EDGE - view
            flickable.setProperty(at, min(max(wanted, 0.0), max(0.0, whole - view)))
