"""`python -m kiosk.screen.pictures`: a picture of every page, from an engine that stands still (kiosk.engine.demo)."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# Qt reads it when its application is made: pictures need no display, and are the same with and without one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Q_ARG, QCoreApplication, QEventLoop, QMetaObject, QObject
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtQuick import QQuickItem

from kiosk import protocol as p
from kiosk.screen.__main__ import size
from kiosk.screen.app import Options, Screen, ScreenError, furnish, prepare
from kiosk.screen.brand import Appearance
from kiosk.screen.spots import visible
from kiosk.theme import LOOKS

WAIT_S = 20.0
RESTS_S = 0.3
"""A page that has not changed for this long, with nothing asked of the engine, is as it will be."""
SCALES = (1.0, 2.0)
QUERY, NO_QUERY = "oat milk", "zyxqw"
ASSOCIATE = "Maya"
PRODUCT, OTHERS = "130291", ("130291", "130292")
"""SKUs of the demo store."""


class PictureError(Exception):
    """A page did not come: the text names it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How the pictures are to be."""

    socket: str
    size: tuple[int, int]
    language: str
    appearance: Appearance
    scale: float
    pin: str
    now: float
    """The time of day on all of them, seconds since 1970."""


class Walk:
    """Goes through the pages of one screen, with time of its own."""

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._now = 1000.0
        self._wall = wish.now
        options = Options(wish.socket, windowed=True, size=wish.size, appearance=wish.appearance)
        self.screen = Screen(options, lambda: self._now, lambda: self._wall)
        self.window = self.screen.window
        self.window.setProperty("still", True)
        self.screen.show()
        self.until(lambda: bool(self.screen.store.property("offers")), "the engine's first answers")

    def close(self) -> None:
        self.screen.close()
        QCoreApplication.processEvents()

    # --- waiting and seeing -------------------------------------------------------------------------------------------

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let Qt work until something is so. Raises PictureError."""
        end = time.monotonic() + WAIT_S
        while not condition():
            if time.monotonic() > end:
                raise PictureError(f"{what} did not come within {WAIT_S:g} s")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            time.sleep(0.005)

    def picture(self, name: str) -> QImage:
        """The window once it has come to rest."""
        seen: list[tuple[float, QImage]] = []

        def rests() -> bool:
            now, image = time.monotonic(), self.window.grabWindow()
            if not seen or image != seen[-1][1] or not self.screen.link.quiet:
                seen.append((now, image))
            return now - seen[-1][0] >= RESTS_S

        self.until(rests, f"the page {name}")
        return seen[-1][1]

    def passes(self, seconds: float) -> None:
        self._now += seconds

    def waits(self, minutes: int) -> None:
        """So long by the clock on the wall, without anybody leaving."""
        self._wall += 60 * minutes
        self.screen.calls.check()

    def staff(self, kind: type[p.Request], **fields: object) -> None:
        """What an associate does with this visit's call."""
        pages: list[p.PageView] = []

        def on_pages(reply: p.Reply) -> None:
            pages.extend(reply.pages if isinstance(reply, p.PagesReply) else [])

        self.screen.shopper.request(p.Pages, on_pages)
        self.until(lambda: bool(pages), "the call")
        done: list[p.Reply] = []
        self.screen.link.request(kind, done.append, page=pages[-1].id, who=ASSOCIATE, **fields)
        self.until(lambda: bool(done), "what an associate does")

    # --- what a shopper does ------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A new visit, in the language and with the size of text that were asked for."""
        self._wall = self._wish.now
        self.screen.shopper.leave()
        if self._wish.language:
            self.screen.languages.choose(self._wish.language)
        self.screen.store.greet()
        self.screen.shopper.wake()
        self.until(lambda: bool(self.screen.shopper.session), "a session")
        theme = self.screen.engine.singletonInstance("theme", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("textScale", self._wish.scale)

    def go(self, page: str, what: str = "") -> None:
        QMetaObject.invokeMethod(self.window, "go", Q_ARG("QString", page), Q_ARG("QString", what))
        self.until(lambda: self.window.property("pageName") in (page, "search"), f"the page {page}")

    def type(self, text: str) -> None:
        """Write into the page's field."""
        self.until(lambda: bool(self._fields()), "a field to write in")
        field = self._fields()[-1]
        field.forceActiveFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)

    def _fields(self) -> list[QQuickItem]:
        return [item for item in visible(self.window.contentItem()) if item.inherits("QQuickTextField")]


def attract(_walk: Walk) -> None:
    """As the screen stands when nobody is there."""


def home(walk: Walk) -> None:
    walk.begin()


def search(walk: Walk) -> None:
    walk.begin()
    walk.go("search")
    walk.type(QUERY)


def nothing(walk: Walk) -> None:
    walk.begin()
    walk.go("search")
    walk.type(NO_QUERY)


def department(walk: Walk) -> None:
    walk.begin()
    walk.go("department", "produce")


def product(walk: Walk) -> None:
    walk.begin()
    walk.go("product", PRODUCT)


def unknown(walk: Walk) -> None:
    walk.begin()
    walk.go("product", "0000000000000")


def compare(walk: Walk) -> None:
    walk.begin()
    walk.screen.comparison.take(list(OTHERS))
    walk.go("compare")


def map_(walk: Walk) -> None:
    walk.begin()
    walk.go("map", "3/4")


def talk(walk: Walk) -> None:
    walk.begin()
    walk.go("talk")
    walk.screen.talk.ask(QUERY, "typed")


def listening(walk: Walk) -> None:
    walk.begin()
    walk.go("talk")
    walk.screen.talk.listen()


def list_(walk: Walk) -> None:
    walk.begin()
    for sku in OTHERS:
        # Not by the button, which would say so over the page.
        walk.screen.shopper.request(p.ChangeList, op="add", sku=sku)
    walk.screen.shopping.refresh()
    walk.go("list")


def staff(walk: Walk) -> None:
    walk.begin()
    walk.go("staff")


def called(walk: Walk) -> None:
    staff(walk)
    walk.screen.calls.call("find", False, "")


def message(walk: Walk) -> None:
    """Somebody has taken the call, and tells the shopper something."""
    staff(walk)
    walk.screen.calls.call("product", False, PRODUCT)
    walk.until(lambda: walk.screen.calls.waiting, "the call")
    walk.staff(p.StepPage, step="claim")
    walk.staff(p.MessagePage, text="The barista one is on the top shelf. I will bring it.")


def banner(walk: Walk) -> None:
    message(walk)
    walk.go("home")


def late(walk: Walk) -> None:
    """Who has the call is not here."""
    staff(walk)
    walk.screen.calls.call("locked_case", False, "")
    walk.until(lambda: walk.screen.calls.waiting, "the call")
    walk.staff(p.StepPage, step="claim")
    walk.staff(p.StepPage, step="coming")
    walk.waits(12)


def nobody(walk: Walk) -> None:
    """Nobody is on shift, and the shopper calls."""
    staff(walk)
    walk.screen.link.pushed.emit(p.Staffed(phones=0, on_shift=0))
    walk.screen.calls.call("checkout", False, "")


def info(walk: Walk) -> None:
    walk.begin()
    walk.go("info")


def scan(walk: Walk) -> None:
    walk.begin()
    walk.go("scan")


def still_there(walk: Walk) -> None:
    walk.begin()
    walk.passes(walk.screen.store.idle_s - 10)
    walk.screen.idle.check()


def operator_pin(walk: Walk) -> None:
    walk.begin()
    walk.screen.operator.open()


def operator(walk: Walk) -> None:
    operator_pin(walk)
    walk.screen.operator.enter(walk._wish.pin)
    walk.until(lambda: bool(walk.screen.operator.property("inside")), "the operator's page")


def operator_phone(walk: Walk) -> None:
    operator(walk)
    walk.screen.operator.invite()
    walk.until(lambda: bool(walk.screen.operator.property("invitation")), "the code for a phone")


PAGES: dict[str, Callable[[Walk], None]] = {
    step.__name__.strip("_").replace("_", "-"): step
    for step in (
        attract, home, search, nothing, department, product, unknown, compare, map_, talk, listening, list_, staff,
        called, message, banner, late, nobody, info, scan, still_there, operator_pin, operator,
        operator_phone,
    )
}  # fmt: skip


def take(wish: Wish, out: Path, names: list[str]) -> None:
    """Write NAME.png of each page. Raises PictureError, ScreenError, OSError."""
    out.mkdir(parents=True, exist_ok=True)
    walk = Walk(wish)
    try:
        for name in names:
            PAGES[name](walk)
            path = out / f"{name}.png"
            if not walk.picture(name).save(str(path)):
                raise PictureError(f"{path} cannot be written; check the folder")
            walk.screen.operator.close()
    finally:
        walk.close()


def main() -> int:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.screen.pictures", description="Pictures of every page.")
    parser.add_argument("--socket", required=True, metavar="PATH", help="the engine's local socket")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR")
    parser.add_argument("--size", type=size, default=(1080, 1920), metavar="WxH", help="in pixels (1080x1920)")
    parser.add_argument("--language", default="", help="such as es; else the store's first")
    parser.add_argument("--look", choices=LOOKS, default="light")
    parser.add_argument("--theme", type=Path, metavar="FILE", help="a retailer's theme, a TOML file")
    parser.add_argument("--scale", type=float, default=1.0, help="size of the text, 1 to 2")
    parser.add_argument("--pin", default="", help="the operator's")
    parser.add_argument("--now", type=float, default=time.time(), help="time of day, seconds since 1970 (it is now)")
    parser.add_argument("--page", action="append", choices=list(PAGES), help="only this one; may be given again")
    given = parser.parse_args()
    if not SCALES[0] <= given.scale <= SCALES[1]:
        parser.error(f"--scale goes from {SCALES[0]:g} to {SCALES[1]:g}")
    prepare()
    app = QGuiApplication(sys.argv[:1])
    app.styleHints().setCursorFlashTime(0)
    furnish()
    appearance = Appearance(theme=given.theme, look=given.look, still=True)
    wish = Wish(given.socket, given.size, given.language, appearance, given.scale, given.pin, given.now)
    try:
        take(wish, given.out, given.page or list(PAGES))
    except (PictureError, ScreenError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
