"""The whole screen by keys or by one or two switches, without a touch: what has the focus, and where it goes next.

Tab and Shift+Tab go through everything in reading order, arrows to what lies that way, Enter and Space press, Escape
goes back. With `scan_s` the ring moves by itself, row by row, then through the row that was chosen: one switch, which
types Enter or Space, is enough. While a field is written in, only what writes is gone through
(`qml/controls/LetterPad.qml`).
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Property, QEvent, QMetaObject, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.screen.spots import box, bring, flickables, is_field, nearest, seen, visible, within

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
_SETTLES_MS = 400
"""So long the keyboard takes to come up, or what completes a word to stand in the first row."""
_ROUNDS = 2
"""How often a row of letters is gone through before the ring goes on with the rows."""


@QmlElement
@QmlSingleton
class Focus(QObject):
    """Moves the focus of one window by its keys. An item with the property `modal` that is true keeps the focus inside
    itself, the last one if there are several; Escape calls its function `close`. Items with the property `writes` that
    is true are what one switch writes with."""

    changed = Signal()
    escaped = Signal()
    """Escape was pressed, and nothing lies over the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QQuickWindow | None = None
        self._shown = False
        self._mark: QQuickItem | None = None
        self._row: list[QQuickItem] = []
        self._rounds = 1
        self._band = QRectF()
        self.asleep: Callable[[], bool] = lambda: False
        """Nobody is there."""
        self.wake: Callable[[], None] = lambda: None
        """A key begins a visit."""
        self.mirrored: Callable[[], bool] = lambda: False
        """Rows are read from right to left."""
        self._period_ms = 0
        self._scan = QTimer(self)
        self._scan.timeout.connect(self.step)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self._show_field)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("focus")
        return part

    def watch(self, window: QQuickWindow, scan_s: float = 0.0) -> None:
        """Follow the keys of a window. With `scan_s` the ring moves by itself, each so many seconds."""
        self._window = window
        window.installEventFilter(self)
        window.activeFocusItemChanged.connect(self.changed)
        window.destroyed.connect(self.close)
        if scan_s > 0:
            self._period_ms = max(1, round(scan_s * 1000))
            self._scan.start(self._period_ms)
        QGuiApplication.inputMethod().visibleChanged.connect(self._on_keyboard)

    def close(self) -> None:
        """The window goes."""
        self._scan.stop()
        self._settled.stop()
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
        typing = is_field(self._item())
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
        if item is None or not self._shown:
            return False
        if is_field(item):
            item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            QGuiApplication.inputMethod().show()
            return True
        return item.inherits("QQuickAbstractButton") and QMetaObject.invokeMethod(item, "click")

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
                self._focus(next((other for other in found if seen(other)), found[0]))
            return
        # Within what scrolls, before leaving it.
        for around in (*flickables(item), None):
            inside = [
                other for other in found if other is not item and (within(other, around) if around else seen(other))
            ]
            best = nearest(box(item), inside, right, down)
            if best is not None:
                self._focus(best)
                return

    def _focus(self, item: QQuickItem) -> None:
        # A field that is only gone past brings no letters up; one that is written in keeps the focus.
        self._mark = item if self._scan.isActive() and (is_field(item) or self._typing()) else None
        if self._mark is None:
            item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        bring(item)
        self._show(True)
        self.changed.emit()

    def _item(self) -> QQuickItem | None:
        """Where the ring is: what has the focus, or what one switch would press without giving it the focus."""
        if self._mark is not None and not (shiboken6.isValid(self._mark) and self._mark.isVisible()):
            self._mark = None
        return self._mark or self._focused()

    def _focused(self) -> QQuickItem | None:
        return self._window.activeFocusItem() if self._window is not None else None

    def _on_keyboard(self) -> None:
        self._settled.start()
        if self._scan.isActive():
            self._again()

    def _show_field(self) -> None:
        """What is written in stands above the keyboard."""
        field = self._focused()
        if field is not None and self._typing():
            bring(field)

    def _typing(self) -> bool:
        """The keyboard, or the letters of one switch, are up."""
        return is_field(self._focused()) and QGuiApplication.inputMethod().isVisible()

    def _all(self) -> list[QQuickItem]:
        """What can have the focus, in reading order."""
        if self._window is None:
            return []
        whole = self._window.contentItem()
        roots = [item for item in visible(whole) if item.property("writes")] if self._writing() else []
        return [
            item
            for root in roots or [self._over() or whole]
            for item in visible(root)
            if item.property("activeFocusOnTab") and item.isEnabled()
        ]

    def _over(self) -> QQuickItem | None:
        """What lies over everything and keeps the focus inside itself."""
        if self._window is None:
            return None
        over = None
        for item in visible(self._window.contentItem()):
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

    def _writing(self) -> bool:
        """One switch writes: nothing but letters is gone through."""
        return self._scan.isActive() and self._typing() and self._over() is None

    def _scanning_key(self, key: int) -> bool:
        if key not in _PRESS:
            return False
        self._scan.start(self._period_ms)
        item = self._item()
        row = next((row for row in self._rows() if item in row), []) if self._shown else []
        if self._row or len(row) == 1:
            self._take()
        elif row:
            self._row, self._rounds = row, _ROUNDS if self._writing() else 1
            self._focus(row[0])
        else:
            self.step()
        self.changed.emit()
        return True

    def _take(self) -> None:
        """Press what was chosen. After a letter it begins again at the rows."""
        writing = self._writing()
        self._row = []
        self._press()
        if writing:
            self._again()

    def _again(self) -> None:
        """From the first row on, once what has changed has come to rest."""
        if self._window is None:
            return
        self._mark, self._row, self._band = None, [], QRectF()
        self._scan.start(min(self._period_ms, _SETTLES_MS))
        self.changed.emit()

    def step(self) -> None:
        """To the next row, or to the next of the row that was chosen."""
        if self._window is None:
            return
        if self._scan.interval() != self._period_ms:
            self._scan.start(self._period_ms)
        item = self._item()
        if self._row:
            # Past the end of the row it goes on with the rows.
            now = self._row.index(item) + 1 if item in self._row else 0
            if now == len(self._row) and self._rounds > 1:
                self._rounds -= 1
                now = 0
            alive = self._all()
            if now < len(self._row) and self._row[now] in alive:
                self._focus(self._row[now])
                return
            self._row = []
        rows = self._rows()
        if rows:
            at = next((i for i, row in enumerate(rows) if item in row), -1)
            row = rows[(at + 1) % len(rows)]
            # Scrolled to first: the band is where the row is then.
            self._focus(row[0])
            self._band = QRectF()
            for other in row:
                self._band = self._band.united(box(other))
            self.changed.emit()

    def _rows(self) -> list[list[QQuickItem]]:
        """What can be pressed, by rows from the top: side by side is what begins within half a touch of each other."""
        rows: list[list[QQuickItem]] = []
        for item in sorted(self._all(), key=lambda i: box(i).center().y()):
            if rows and box(item).center().y() - box(rows[-1][0]).center().y() < box(item).height() / 2:
                rows[-1].append(item)
            else:
                rows.append([item])
        if self._writing():
            # Letters are in the order of their alphabet already, whichever way it runs.
            return rows
        return [sorted(row, key=lambda i: box(i).x(), reverse=self.mirrored()) for row in rows]
