"""A barcode scanner that types like a keyboard: told from a person by its speed."""

from __future__ import annotations

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


@QmlElement
@QmlSingleton
class Scanner(QObject):
    """Watches the keys of a window. A run of at least MIN_LENGTH letters and digits, each within MAX_GAP_MS of the one
    before, closed by Enter, is a scan; that Enter goes no further. Only keys of real devices count.
    """

    scanned = Signal(str)
    """The code. Its characters have gone to whatever has the focus, which takes them off its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = ""
        self._last = 0

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("scanner")
        return part

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Sees every event of the window; takes the Enter that ends a scan."""
        if event.type() == QEvent.Type.KeyPress and event.spontaneous() and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        near = event.timestamp() - self._last <= MAX_GAP_MS
        self._last = event.timestamp()
        if not near:
            self._run = ""
        if event.key() in _ENTER:
            code, self._run = self._run, ""
            if MIN_LENGTH <= len(code) <= MAX_LENGTH:
                self.scanned.emit(code)
                return True
            return False
        typed = event.text()
        if len(typed) == 1 and typed.isascii() and (typed.isalnum() or typed in "-./") and not event.isAutoRepeat():
            self._run += typed
        elif event.key() != Qt.Key.Key_Shift:
            self._run = ""
        return False
