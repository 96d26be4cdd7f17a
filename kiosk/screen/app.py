"""Puts the screen together: the link, the parts that QML sees, the window."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.protocol import Scanned
from kiosk.screen import plain
from kiosk.screen.aloud import Aloud
from kiosk.screen.brand import Appearance, Brand
from kiosk.screen.calls import Calls
from kiosk.screen.comparing import Comparison
from kiosk.screen.detail import Detail
from kiosk.screen.finder import Finder
from kiosk.screen.focus import Focus
from kiosk.screen.icons import Icons
from kiosk.screen.idle import Idle
from kiosk.screen.languages import LANGUAGES, Languages
from kiosk.screen.link import Link
from kiosk.screen.lock import Lock
from kiosk.screen.operator import Operator
from kiosk.screen.packs import Packs
from kiosk.screen.scanner import MAX_LENGTH, Scanner
from kiosk.screen.shopper import Shopper
from kiosk.screen.shopping import ShoppingList
from kiosk.screen.store import Store
from kiosk.screen.talk import Talk
from kiosk.theme import ThemeError

HERE = Path(__file__).parent
QML = HERE / "qml"
FONTS = HERE / "fonts"
FALLBACK = "Noto Sans Arabic"
"""The typeface for scripts that the theme's does not have."""


class ScreenError(Exception):
    """The screen cannot be shown: the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the screen is shown. `idle_s` of None follows the engine's setting."""

    socket: str
    windowed: bool = False
    size: tuple[int, int] = (1080, 1920)
    """Size of the window, pixels, when windowed."""
    idle_s: float | None = None
    appearance: Appearance = field(default_factory=Appearance)


class Screen(QObject):
    """Everything of one screen. Needs a QGuiApplication; closed with `close`."""

    def __init__(
        self,
        options: Options,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`clock`: seconds that pass; `wall`: the time of day, seconds since 1970."""
        super().__init__()
        self._options = options
        try:
            self.brand = Brand(options.appearance, self)
        except ThemeError as error:
            raise ScreenError(str(error)) from error
        _add_fonts(self.brand.theme.fonts)
        QFont.insertSubstitution(self.brand.theme.family, FALLBACK)
        self.link = Link(options.socket, self, clock)
        self.store = Store(self.link, self, wall)
        self.shopper = Shopper(self.link, self)
        self.finder = Finder(self.link, self.shopper, self)
        self.detail = Detail(self.shopper, self)
        self.comparison = Comparison(self.shopper, self)
        self.talk = Talk(self.link, self.shopper, self.store, self)
        self.calls = Calls(self.link, self.shopper, self, wall)
        self.shopping = ShoppingList(self.shopper, self.store, self)
        self.languages = Languages(self.shopper, self.store, self)
        self.aloud = Aloud(self.shopper, self.talk, self)
        self.focus = Focus(self)
        self.scanner = Scanner(self)
        self.idle = Idle(self, clock)
        self.operator = Operator(self.link, self, clock)
        self._wire()
        self.engine = QQmlApplicationEngine()
        for name in (
            "brand", "store", "shopper", "finder", "detail", "talk", "calls", "shopping", "languages", "scanner",
            "aloud", "focus", "comparison", "idle", "operator",
        ):  # fmt: skip
            part = getattr(self, name)
            QQmlEngine.setObjectOwnership(part, QQmlEngine.ObjectOwnership.CppOwnership)
            self.engine.setProperty(name, part)
        self.languages.retranslate = self.engine.retranslate
        self.engine.addImageProvider("icons", Icons())
        self.engine.addImageProvider("packs", Packs())
        self.engine.addImportPath(str(QML))
        self.engine.load(QUrl.fromLocalFile(str(QML / "Main.qml")))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ScreenError(f"{QML / 'Main.qml'} could not be loaded: the installation is damaged, install it again.")
        self.window: QQuickWindow = roots[0]
        self.focus.watch(self.window, options.appearance.scan_s)
        self.window.installEventFilter(self.idle)
        self.window.installEventFilter(self.scanner)
        # The filter that came last sees events first: only the operator's keys come before the lock.
        if not options.windowed:
            self.lock = Lock(self.window, self)
        self.operator.watch(self.window)

    def show(self) -> None:
        """Open the window and begin to look for the engine."""
        if self._options.windowed:
            self.window.resize(QSize(*self._options.size))
            self.window.show()
        else:
            self.window.setGeometry(QGuiApplication.primaryScreen().geometry())
            self.window.showFullScreen()
        self.link.start()

    def close(self) -> None:
        """Leave the engine and take the window down, all of QML before the parts that it looks at."""
        self.link.stop()
        self.idle.watch(False)
        self.focus.close()
        self.window.close()
        self.languages.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)

    def _wire(self) -> None:
        fixed = self._options.idle_s
        self.idle.limit_s = lambda: self.store.idle_s if fixed is None else fixed
        self.idle.busy = lambda: self.talk.busy and not self.aloud.noticing
        self.idle.waiting = lambda: self.calls.waiting
        self.focus.asleep = lambda: not self.shopper.here and not self.operator.shown
        self.focus.wake = self.shopper.wake
        self.focus.mirrored = lambda: LANGUAGES[self.shopper.language].mirrored
        self.idle.expired.connect(self.shopper.leave)
        self.shopper.awakeChanged.connect(lambda: self.idle.watch(self.shopper.here))
        self.scanner.off = lambda: self.operator.up
        self.link.pushed.connect(self._on_pushed)
        self.store.changed.connect(lambda: self.brand.choose(self.store.look))
        self.operator.changed.connect(self._on_operator)
        self.operator.chosen.connect(self.store.greet)
        self.talk.paged.connect(self.calls.take)
        self.talk.answered.connect(self._on_answered)

    def _on_pushed(self, message: object) -> None:
        if isinstance(message, Scanned):
            self.scanner.read(plain.text(message.code, MAX_LENGTH))

    def _on_operator(self) -> None:
        """No visit goes on under the operator's hands."""
        if self.operator.up:
            self.shopper.leave()

    def _on_answered(self, row: dict[str, object]) -> None:
        if row["intent"] == "list":
            self.shopping.refresh()


def prepare() -> None:
    """Settle how Qt draws and takes text, before a QGuiApplication is made. What is set already stays."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_STYLE", "aislewise")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_LAYOUT_PATH", str(QML / "keyboard"))


def furnish() -> None:
    """Make the screen's own typefaces known to Qt."""
    _add_fonts(sorted(path for path in FONTS.iterdir() if path.suffix in (".otf", ".ttf")))


def _add_fonts(paths: Iterable[Path]) -> None:
    for path in paths:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ScreenError(f"{path} is not a font that can be read: put a sound copy in its place.")


def run(options: Options) -> int:
    """Show the screen until it is told to end (SIGTERM, SIGINT, or its window closed). Gives the exit code."""
    prepare()
    app = QGuiApplication(sys.argv[:1])
    furnish()
    if not options.windowed:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
    screen = Screen(options)
    screen.operator.ended.connect(app.exit)
    screen.show()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.quit())
    # Python sees signals only when it runs: the timer lets it, twice a second.
    beat = QTimer(interval=500)
    beat.timeout.connect(lambda: None)
    beat.start()
    code = app.exec()
    screen.close()
    return code
