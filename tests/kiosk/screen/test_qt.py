"""What the screen relies on in Qt for Python."""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtCore import QObject, QTimer


def test_qt_keeps_count_of_none(qapp: QObject) -> None:
    """A call that returns None must not lose a reference to it: a kiosk would die after some ten thousand calls."""
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(1000):
        timer.stop()
    lost = before - sys.getrefcount(None)
    assert lost < 100, (
        f"PySide6 {PySide6.__version__} loses references to None on Python {sys.version.split()[0]}: "
        "install another version (6.11.3 is right, 6.12.0 is not)"
    )
