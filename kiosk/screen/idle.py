# ruff: noqa: N815  names that QML sees
"""Knows when the shopper has gone."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

WARNING_S = 15.0
"""The countdown shows for this long, or for a third of the limit if that is shorter."""
PATIENT_FACTOR = 3.0
"""Who asked for more time has so much more, each time, for the rest of the visit."""
MAX_PATIENCE_S = 600.0
"""Longest limit that asking for more time leads to."""
WAITING_FACTOR = 3.0
"""Somebody who waits for a member of staff touches nothing: the limit is this much longer."""

_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


@QmlElement
@QmlSingleton
class Idle(QObject):
    """Counts the time since the last touch or key while a visit is on. `remaining` is the countdown that is shown."""

    remainingChanged = Signal()
    patientChanged = Signal()
    expired = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self._remaining = 0
        self._patience = 1.0
        self.limit_s: Callable[[], float] = lambda: 60.0
        """Seconds without activity that end a visit."""
        self.busy: Callable[[], bool] = lambda: False
        """Something goes on that counts as activity (speaking, listening)."""
        self.waiting: Callable[[], bool] = lambda: False
        """The shopper waits for a member of staff."""
        self._timer = QTimer(self, interval=250)
        self._timer.timeout.connect(self.check)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("idle")
        return part

    def _get_remaining(self) -> int:
        return self._remaining

    def _get_patient(self) -> bool:
        return self._patience > 1

    patient = Property(bool, _get_patient, notify=patientChanged)
    """The shopper asked for more time."""
    remaining = Property(int, _get_remaining, notify=remainingChanged)
    """Seconds left, rounded up, while the countdown shows; else 0."""

    def watch(self, on: bool) -> None:
        """Begin or stop counting, with the usual patience."""
        self._be_patient(1.0)
        self._last = self._clock()
        self._set(0)
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def stay(self) -> None:
        """The shopper is there."""
        self._last = self._clock()
        self._set(0)

    @Slot()
    def extend(self) -> None:
        """The shopper is there and needs more time than most."""
        self._be_patient(self._patience * PATIENT_FACTOR)
        self.stay()

    @Slot()
    def hurry(self) -> None:
        """The usual time is enough after all."""
        self._be_patient(1.0)
        self.stay()

    def check(self) -> None:
        """Look at the clock: show the countdown, or say that the time is up."""
        if self.busy():
            self.stay()
            return
        usual = self.limit_s()
        limit = max(usual, min(usual * self._patience, MAX_PATIENCE_S)) * (WAITING_FACTOR if self.waiting() else 1.0)
        left = limit - (self._clock() - self._last)
        if left <= 0:
            self.watch(False)
            self.expired.emit()
        else:
            self._set(math.ceil(left) if left <= min(WARNING_S, limit / 3) else 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Sees every event of the window and takes none."""
        # The countdown takes touches itself: it must not vanish under the finger and let it press what lies below.
        if event.type() == QEvent.Type.KeyPress or (event.type() in _TOUCHES and not self._remaining):
            self.stay()
        return False

    def _be_patient(self, patience: float) -> None:
        self._patience = patience
        self.patientChanged.emit()

    def _set(self, seconds: int) -> None:
        if seconds != self._remaining:
            self._remaining = seconds
            self.remainingChanged.emit()
