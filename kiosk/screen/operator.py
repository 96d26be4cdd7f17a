"""The operator's page: a corner that must be held, a PIN that the engine checks, and what may be done then."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QEvent, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.link import Link

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

HOLD_MS = 3000
CORNER = 0.11
"""Side of the upper right corner that is held, as a share of the window's shorter side."""
CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CHORD_KEY = Qt.Key.Key_O
AWAY_S = 60.0
"""Without a touch or key for this long the page closes by itself."""
AWAY_INVITING_S = 180.0
"""The same while a code for a phone is shown: hands are on the phone."""
REFRESH_MS = 3000
START_AGAIN = 75
"""Exit code with which the screen asks to be started again."""
SCREEN = "screen"

_DOWN = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})
_MOVED = frozenset({QEvent.Type.TouchUpdate, QEvent.Type.MouseMove})
_UP = frozenset({QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease})


@QmlElement
@QmlSingleton
class Operator(QObject):
    """Whether the operator's page is up, whether the PIN was right, and what the engine tells there."""

    changed = Signal()
    ended = Signal(int)
    """The screen is to end with this exit code: 0 closes the kiosk, START_AGAIN starts the screen again."""
    chosen = Signal()
    """The engine keeps other choices now: what it said at first is to be asked again."""

    def __init__(self, link: Link, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._link = link
        self._clock = clock
        self._shown = False
        self._ticket = ""
        self._kiosk: dict[str, Any] = {}
        self._busy = False
        self._why = ""
        self._wait_until = 0.0
        self._told = ""
        self._detail = ""
        self._last = clock()
        self._invitation: dict[str, Any] = {}
        self._invited_until = 0.0
        self.hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        """Runs while the corner is held."""
        self.hold.timeout.connect(self._held)
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self.check)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._look)
        self._window: QQuickWindow | None = None
        link.closed.connect(self._lost)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("operator")
        return part

    @property
    def up(self) -> bool:
        """The page is up."""
        return self._shown

    def _get_shown(self) -> bool:
        return self._shown

    def _get_inside(self) -> bool:
        return bool(self._ticket) and bool(self._kiosk)

    def _get_busy(self) -> bool:
        return self._busy

    def _get_why(self) -> str:
        return self._why

    def _get_wait(self) -> int:
        return max(0, math.ceil(self._wait_until - self._clock()))

    def _get_kiosk(self) -> dict[str, Any]:
        return self._kiosk

    def _get_told(self) -> str:
        return self._told

    def _get_detail(self) -> str:
        return self._detail

    def _get_invitation(self) -> dict[str, Any]:
        return self._invitation

    def _get_minutes(self) -> int:
        return max(0, math.ceil((self._invited_until - self._clock()) / 60)) if self._invitation else 0

    shown = Property(bool, _get_shown, notify=changed)
    inside = Property(bool, _get_inside, notify=changed)
    busy = Property(bool, _get_busy, notify=changed)
    why = Property(str, _get_why, notify=changed)
    """Why the PIN was not taken: unset, wait, wrong, damaged or unavailable."""
    wait = Property(int, _get_wait, notify=changed)
    """Seconds until the next PIN may be tried."""
    kiosk = Property(dict, _get_kiosk, notify=changed)
    """A protocol.OperatorReply."""
    told = Property(str, _get_told, notify=changed)
    """What came of the last thing done: kept, started, exported, joined (a phone) or failed."""
    invitation = Property(dict, _get_invitation, notify=changed)
    """A protocol.OperatorInvited whose code still waits for its phone; empty without one."""
    minutes = Property(int, _get_minutes, notify=changed)
    """How long it is still good for."""
    detail = Property(str, _get_detail, notify=changed)
    """What belongs to it: a part, a file, or the engine's words."""

    # --- the way in -------------------------------------------------------------------------------------------------

    def watch(self, window: QQuickWindow) -> None:
        """Look out for the corner and the keys in this window."""
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Sees every event of the window; takes the chord."""
        kind = event.type()
        if kind in _DOWN or kind == QEvent.Type.KeyPress:
            self._last = self._clock()
        if isinstance(event, QKeyEvent):
            return kind == QEvent.Type.KeyPress and self._pressed(event)
        if kind in _DOWN and self._in_corner(event) and not self._shown:
            self.hold.start()
        elif kind in _UP or (kind in _MOVED and not self._in_corner(event)):
            self.hold.stop()
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() != CHORD_KEY or event.modifiers() & CHORD != CHORD:
            return False
        self.open()
        return True

    def _in_corner(self, event: QEvent) -> bool:
        if self._window is None:
            return False
        side = CORNER * min(self._window.width(), self._window.height())
        return all(spot.x() >= self._window.width() - side and spot.y() <= side for spot in _spots(event))

    def _held(self) -> None:
        # What lies under the finger is not pressed when it is lifted.
        if self._window is not None:
            for item in (self._window.mouseGrabberItem(), *_pressed_items(self._window.contentItem())):
                if item is not None:
                    item.ungrabMouse()
                    item.ungrabTouchPoints()
        self.open()

    @Slot()
    def open(self) -> None:
        """Ask for the PIN."""
        if self._shown:
            return
        self._shown = True
        self._last = self._clock()
        self._beat.start()
        self._tell()

    @Slot()
    def close(self) -> None:
        """Back to the shoppers; everything of the page is forgotten."""
        if not self._shown:
            return
        if self._ticket:
            self._link.request(p.OperatorClose, ticket=self._ticket)
        self._shut()
        self._shown = False
        self._beat.stop()
        self._tell()

    @Slot(str)
    def enter(self, pin: str) -> None:
        """Try a PIN."""
        if self._busy or not pin:
            return
        self._busy = True
        self._why = ""
        self._link.request(p.OperatorOpen, self._on_opened, pin=pin)
        self._tell()

    def check(self) -> None:
        """Every second: closes a page that nobody uses, counts down a wait."""
        if self._clock() - self._last > (AWAY_INVITING_S if self._invitation else AWAY_S):
            self.close()
        elif self._invitation:
            if self._clock() >= self._invited_until:
                self._invitation = {}
            self._tell()
        elif self._why in ("wait", "wrong"):
            if self._get_wait() == 0 and self._why == "wait":
                self._why = ""
            self._tell()

    # --- inside -----------------------------------------------------------------------------------------------------

    @Slot(float)
    def chooseVolume(self, volume: float) -> None:  # noqa: N802  a name of QML's
        self._choose(volume=volume)

    @Slot(list)
    def chooseLanguages(self, languages: list[str]) -> None:  # noqa: N802
        self._choose(languages=[str(language) for language in languages])

    @Slot(str)
    def chooseLook(self, look: str) -> None:  # noqa: N802
        self._choose(look=look)

    @Slot(str)
    def restart(self, part: str) -> None:
        """Start a part anew: one of `kiosk.restarts`."""

        def then() -> None:
            if part == SCREEN:
                self.ended.emit(START_AGAIN)

        self._do(p.OperatorRestart, "started", part, then, part=part)

    @Slot(str)
    def export(self, path: str) -> None:
        """Write the logs into one of `kiosk.places`."""
        self._do(p.OperatorExport, "exported", "", path=path)

    @Slot()
    def invite(self) -> None:
        """Show a new code for a phone."""
        self._do(p.OperatorInvite, "", "")

    @Slot()
    def uninvite(self) -> None:
        """Show the code no longer."""
        self._invitation = {}
        self._tell()

    @Slot()
    def exit(self) -> None:
        """Close the kiosk."""
        self._do(p.OperatorExit, "", "", lambda: self.ended.emit(0))

    def _choose(self, **what: object) -> None:
        self._do(p.OperatorChoose, "kept", "", self.chosen.emit, **what)

    def _do(
        self,
        kind: type[p.OperatorRequest],
        told: str,
        detail: str,
        then: Callable[[], None] | None = None,
        **fields: object,
    ) -> None:
        if self._busy or not self._ticket:
            return
        self._busy = True
        self._told = self._detail = ""

        def settle(reply: p.Reply) -> None:
            self._busy = False
            if self._refused(reply):
                return
            if isinstance(reply, p.Failed):
                self._told, self._detail = "failed", plain.text(reply.detail, 300)
            else:
                if isinstance(reply, p.OperatorInvited):
                    self._invitation = plain.values(reply)
                    self._invited_until = self._clock() + reply.lasts_s
                path = reply.path if isinstance(reply, p.OperatorExported) else detail
                self._told, self._detail = told, plain.text(path, 300)
                if then is not None:
                    then()
            self._tell()
            self._look()

        self._link.request(kind, settle, ticket=self._ticket, **fields)
        self._tell()

    def _look(self) -> None:
        if self._ticket:
            shown = self._invitation
            self._link.request(p.OperatorLook, lambda reply: self._on_looked(reply, shown), ticket=self._ticket)

    def _on_opened(self, reply: p.Reply) -> None:
        self._busy = False
        if isinstance(reply, p.OperatorOpened) and self._shown:
            self._ticket = reply.ticket
            self._refresh.start()
            self._look()
        elif isinstance(reply, p.OperatorOpened):
            self._link.request(p.OperatorClose, ticket=reply.ticket)
        elif isinstance(reply, p.OperatorRefused):
            self._why = reply.why
            self._wait_until = self._clock() + reply.wait_s
        else:
            self._why = "unavailable"
        self._tell()

    def _on_looked(self, reply: p.Reply, shown: dict[str, Any]) -> None:
        """`shown` is the invitation that was there when it was asked for."""
        if self._refused(reply) or not self._ticket:
            return
        if isinstance(reply, p.OperatorReply):
            self._kiosk = plain.values(reply)
            if shown and shown is self._invitation and not reply.inviting:
                self._invitation = {}
                self._told, self._detail = "joined", ""
            self._tell()

    def _refused(self, reply: p.Reply) -> bool:
        """The ticket is good no longer: the PIN is asked for again."""
        if not (isinstance(reply, p.Failed) and reply.code == "refused"):
            return False
        self._shut()
        self._tell()
        return True

    def _lost(self) -> None:
        """The engine went away, and with it the ticket."""
        if self._ticket or self._busy:
            self._shut()
            self._tell()

    def _shut(self) -> None:
        self._refresh.stop()
        self._ticket = self._why = self._told = self._detail = ""
        self._busy = False
        self._kiosk = {}
        self._invitation = {}
        self._wait_until = 0.0

    def _tell(self) -> None:
        self.changed.emit()


def _spots(event: QEvent) -> list[QPointF]:
    if isinstance(event, QTouchEvent):
        return [point.position() for point in event.points()]
    if isinstance(event, QMouseEvent):
        return [event.position()]
    return []


def _pressed_items(root: QQuickItem) -> list[QQuickItem]:
    """Buttons that a finger is on."""
    found = [item for item in root.childItems() if item.property("pressed") is True]
    for item in root.childItems():
        if item.isVisible():
            found += _pressed_items(item)
    return found
