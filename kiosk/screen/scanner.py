"""Barcode scanners: one that types like a keyboard is told from a person by its speed; the engine reads serial ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

MAX_GAP_MS = 35
"""Longest time between two keys of a scan, by the events' own timestamps."""
MIN_LENGTH = 6
MAX_LENGTH = 64

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIGNS = "-./"


class Keys:
    """Tells a scan in a stream of keys: at least MIN_LENGTH letters and digits, each within MAX_GAP_MS of the one
    before, closed by Enter."""

    def __init__(self) -> None:
        self._run = ""
        self._last = 0

    def press(self, key: int, text: str, at_ms: int, *, repeated: bool = False) -> str:
        """A key went down (Qt's key code, what it types, when). Gives the code when this key completes a scan."""
        if at_ms - self._last > MAX_GAP_MS:
            self._run = ""
        self._last = at_ms
        if key in _ENTER:
            code, self._run = self._run, ""
            return code if MIN_LENGTH <= len(code) <= MAX_LENGTH else ""
        if len(text) == 1 and text.isascii() and (text.isalnum() or text in _SIGNS) and not repeated:
            self._run += text
        elif key != Qt.Key.Key_Shift:
            self._run = ""
        return ""


@QmlElement
@QmlSingleton
class Scanner(QObject):
    """Watches the keys of a window for scans; the Enter of a scan goes no further. Only keys of real devices count."""

    scanned = Signal(str)
    """The code. Its characters have gone to whatever has the focus, which takes them off its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = Keys()
        self.off: Callable[[], bool] = lambda: False
        """Whether keys are just keys at the moment: those of the operator's PIN may come as fast as a scan."""

    def read(self, code: str) -> None:
        """A scanner that is no keyboard read a code."""
        if not self.off():
            self.scanned.emit(code)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("scanner")
        return part

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Sees every event of the window; takes the Enter that ends a scan."""
        if event.type() != QEvent.Type.KeyPress or not event.spontaneous() or not isinstance(event, QKeyEvent):
            return False
        if self.off():
            return False
        code = self._keys.press(event.key(), event.text(), event.timestamp(), repeated=event.isAutoRepeat())
        if code:
            self.scanned.emit(code)
        return bool(code)
