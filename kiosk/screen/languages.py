# ruff: noqa: N815  names that QML sees
"""The language of the screen: which ones a shopper may choose, and what changes with one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, QTranslator, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen.shopper import Shopper
from kiosk.screen.store import Store

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

TRANSLATIONS = Path(__file__).parent / "i18n"
"""One .ts file a language, and the .qm file made of it by translations.py."""


@dataclass(frozen=True, slots=True)
class Language:
    """`name` is what its speakers call it. `locale` settles numbers, money and dates as the assistant writes them (its
    `wording/`), and is the folder of its keyboard; the Arabic one has the digits of the price labels."""

    name: str
    locale: str
    letters: str
    """In the order of its alphabet, as one switch goes through them."""
    mirrored: bool = False
    """Written from right to left."""


LANGUAGES = {
    "en": Language("English", "en_US", "abcdefghijklmnopqrstuvwxyz"),
    "es": Language("Español", "es_ES", "abcdefghijklmnñopqrstuvwxyz"),
    "fr": Language("Français", "fr_FR", "aàbcçdeéèfghijklmnopqrstuvwxyz"),
    "de": Language("Deutsch", "de_DE", "aäbcdefghijklmnoöpqrsßtuüvwxyz"),
    "ar": Language("العربية", "ar_AE", "اأبةتثجحخدذرزسشصضطظعغفقكلمنهوؤيىئء", mirrored=True),
}
FIRST = "en"
"""What the texts in the QML files are written in."""


@QmlElement
@QmlSingleton
class Languages(QObject):
    """The one that is shown, and those that can be. A visit begins in the store's usual one."""

    changed = Signal()
    offeredChanged = Signal()

    def __init__(self, shopper: Shopper, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._store = store
        self._code = FIRST
        self._offered: list[str] = [FIRST]
        self._answers_in: list[str] = [FIRST]
        self._translator = QTranslator(self)
        self.retranslate: Callable[[], None] = lambda: None
        """Has every text on screen be made anew."""
        self._show(FIRST)
        store.changed.connect(self._on_store)
        shopper.left.connect(self._on_left)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("languages")
        return part

    def _get_code(self) -> str:
        return self._code

    def _get_name(self) -> str:
        return LANGUAGES[self._code].name

    def _get_locale(self) -> str:
        return LANGUAGES[self._code].locale

    def _get_mirrored(self) -> bool:
        return LANGUAGES[self._code].mirrored

    def _get_native(self) -> bool:
        return self._code == self._store.language

    def _get_answered(self) -> bool:
        return self._code in self._answers_in

    def _get_offered(self) -> list[dict[str, str]]:
        return [{"code": code, "name": LANGUAGES[code].name} for code in self._offered]

    def _get_keyboards(self) -> list[str]:
        return [LANGUAGES[code].locale for code in self._written_in()]

    def _get_alphabets(self) -> list[dict[str, Any]]:
        return [
            {"letters": list(LANGUAGES[code].letters), "mirrored": LANGUAGES[code].mirrored}
            for code in self._written_in()
        ]

    def _written_in(self) -> tuple[str, ...]:
        """Names of products stand in the store's own letters: who types others can change to them."""
        return (self._code, FIRST) if self._get_mirrored() else (self._code,)

    code = Property(str, _get_code, notify=changed)
    """ISO 639-1."""
    name = Property(str, _get_name, notify=changed)
    """What its speakers call it."""
    locale = Property(str, _get_locale, notify=changed)
    """Settles how numbers, money and dates are written."""
    mirrored = Property(bool, _get_mirrored, notify=changed)
    """It is written from right to left, and the screen laid out so."""
    native = Property(bool, _get_native, notify=changed)
    """The catalog is written in it too."""
    answered = Property(bool, _get_answered, notify=changed)
    """The assistant answers in it; else in English."""
    keyboards = Property(list, _get_keyboards, notify=changed)
    """Locales of the keyboards that are offered, the one that is shown first."""
    alphabets = Property(list, _get_alphabets, notify=changed)
    """{letters, mirrored} of each of those keyboards, for who types with one switch."""
    offered = Property(list, _get_offered, notify=offeredChanged)
    """What can be chosen, as {code, name}, the store's usual one first."""

    @Slot(str)
    def choose(self, code: str) -> None:
        """Show everything in this language from now on, if it is one of those offered. The visit goes on."""
        if code == self._code or code not in self._offered:
            return
        self._show(code)
        # Without a visit the session begins in it.
        self._shopper.request(p.ChooseLanguage, language=code)

    @Slot(str, result=str)
    def called(self, code: str) -> str:
        """What its speakers call a language."""
        return LANGUAGES[code].name if code in LANGUAGES else code

    def _on_store(self) -> None:
        """The engine said hello: it knows what the store has chosen."""
        self.changed.emit()
        offered = [code for code in self._store.screen_languages if code in LANGUAGES] or [FIRST]
        answers_in = self._store.answers_in or [FIRST]
        if (offered, answers_in) == (self._offered, self._answers_in):
            return
        self._offered, self._answers_in = offered, answers_in
        self.offeredChanged.emit()
        self._show(self._code if self._shopper.here and self._code in offered else offered[0])

    def _on_left(self) -> None:
        self._show(self._offered[0])

    def _show(self, code: str) -> None:
        self._shopper.language = code
        QLocale.setDefault(QLocale(LANGUAGES[code].locale))
        if code != self._code or self._translator.isEmpty():
            QCoreApplication.removeTranslator(self._translator)
            self._translator = QTranslator(self)
            if self._translator.load(str(TRANSLATIONS / f"{code}.qm")):
                QCoreApplication.installTranslator(self._translator)
        self._code = code
        self.changed.emit()
        self.retranslate()

    def close(self) -> None:
        """Take the texts back from the application."""
        QCoreApplication.removeTranslator(self._translator)
