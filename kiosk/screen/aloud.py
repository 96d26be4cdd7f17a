"""Reads a page aloud, for who cannot read it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.shopper import Shopper
from kiosk.screen.talk import Talk

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

MAX_SPOKEN = 1500
"""Longest page, characters: about a minute and a half."""


@QmlElement
@QmlSingleton
class Aloud(QObject):
    """Has the voice read what is written on a page, from the top, and short notices where somebody listens rather than
    reads."""

    changed = Signal()

    def __init__(self, shopper: Shopper, talk: Talk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._talk = talk
        self._reading = ""
        self._began = False
        self._used = False
        self._later = ""
        talk.changed.connect(self._on_talk)
        shopper.left.connect(self._on_left)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("aloud")
        return part

    @property
    def noticing(self) -> bool:
        """A notice is being said: that keeps nobody's visit going."""
        return self._reading == "notice"

    def _get_reading(self) -> str:
        return self._reading

    reading = Property(str, _get_reading, notify=changed)
    """page or notice while one is read, else empty."""

    @Slot(QObject)
    def read(self, page: QObject) -> None:
        """Read what the page says: its `aloud` text, else all that is written on it."""
        if not isinstance(page, QQuickItem):
            return
        text = str(page.property("aloud") or "") or spoken(page)
        self._used = True
        self._say("page", text)

    @Slot(str)
    def notice(self, text: str) -> None:
        """Say something that must be noticed, if this shopper has had something read aloud or talks with the kiosk; it
        waits for what is being said or heard, and gives way to a newer one."""
        if not self._used:
            return
        if self._talk.busy:
            self._later = text
        else:
            self._say("notice", text)

    @Slot()
    def stop(self) -> None:
        self._talk.hush()

    def _say(self, what: str, text: str) -> None:
        if text:
            self._set(what)
            spoken = plain.text(text, MAX_SPOKEN)
            self._shopper.request(p.Say, self._on_reply, text=spoken, language=self._shopper.language)

    def _on_reply(self, reply: p.Reply) -> None:
        if isinstance(reply, p.Failed):
            self._set("")

    def _on_talk(self) -> None:
        self._used = self._used or self._talk.property("listening") == "listening"
        if self._began and not self._talk.property("speaking"):
            self._set("")
        elif self._reading and self._talk.property("speaking"):
            self._began = True
        if self._later and not self._talk.busy:
            later, self._later = self._later, ""
            self._say("notice", later)

    def _on_left(self) -> None:
        self._used = False
        self._later = ""
        self._set("")

    def _set(self, what: str) -> None:
        self._began = False
        if what != self._reading:
            self._reading = what
            self.changed.emit()


def spoken(page: QQuickItem) -> str:
    """All that is written on a page as sentences, in the order of its items; of each button its name alone."""
    texts = [text.strip().rstrip(".") for text in _texts(page) if any(c.isalnum() for c in text)]
    whole = ". ".join(text for text, _ in groupby(texts))
    return f"{whole[:MAX_SPOKEN]}." if whole else ""


def _texts(item: QQuickItem) -> Iterator[str]:
    for child in item.childItems():
        if not child.isVisible() or child.opacity() == 0:
            continue
        if child.inherits("QQuickAbstractButton") or child.inherits("QQuickText"):
            yield str(child.property("text"))
        else:
            yield from _texts(child)
