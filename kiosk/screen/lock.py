"""Keeps a shopper inside the kiosk: whatever could leave, close or cover its window goes nowhere.

What the window system takes for itself (Ctrl+Alt+F2, the power button) does not reach any program: the store's session
(cage, or an X server without a window manager and with DontVTSwitch) has none of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_BUTTONS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick})
_NEVER = frozenset(
    {
        QEvent.Type.Close, QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
    }
)  # fmt: skip
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TYPED = frozenset(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        "Escape", "Tab", "Backtab", "Backspace", "Return", "Enter", "Delete", "Home", "End", "Left", "Up", "Right",
        "Down", "PageUp", "PageDown", "Shift", "CapsLock", "AltGr", "NumLock", "Select",
    )
)  # fmt: skip
"""Keys without a letter that pages understand."""


class Lock(QObject):
    """Watches one window for as long as it is shown."""

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        window.setFlags(window.flags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Takes what must not reach the window."""
        kind = event.type()
        if kind == QEvent.Type.WindowStateChange:
            # Minimised or made smaller from outside: back again, once Qt is done with it.
            QTimer.singleShot(0, self, self._fill)
            return False
        if kind in _NEVER or (kind in _KEYS and _leads_out(event)) or (kind in _BUTTONS and _second(event)):
            # Accepted, it is no shortcut to Qt: an & in the name of a button would make one.
            event.setAccepted(kind == QEvent.Type.ShortcutOverride)
            return True
        return False

    def _fill(self) -> None:
        if self._window.isVisible() and self._window.visibility() != QQuickWindow.Visibility.FullScreen:
            self._window.showFullScreen()


def _leads_out(event: QEvent) -> bool:
    """Anything but letters and what moves within a page. (AltGr, which writes letters, is none of the keys held.)"""
    if not isinstance(event, QKeyEvent):
        return False
    typed = bool(event.text()) and event.text().isprintable()
    return bool(event.modifiers() & _HELD) or not (typed or event.key() in _TYPED)


def _second(event: QEvent) -> bool:
    """Another button than the first: menus and pasting."""
    return isinstance(event, QMouseEvent) and event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
