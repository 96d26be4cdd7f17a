# ruff: noqa: N815  names that QML sees
"""Search as the shopper types, and browsing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.link import Link
from kiosk.screen.rows import Rows
from kiosk.screen.shopper import Shopper, failure

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

DEBOUNCE_MS = 100
PAGE = 24
"""Products asked for at a time."""
MAX_QUERY = 120
"""Longest query that is sent, characters."""


@QmlElement
@QmlSingleton
class Finder(QObject):
    """One search or one shelf being browsed, with its results so far. A newer question drops older replies."""

    changed = Signal()
    completionsChanged = Signal()

    def __init__(self, link: Link, shopper: Shopper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._shopper = shopper
        self._results = Rows("sku", self)
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._search)
        self._completions: list[str] = []
        self._forget()
        shopper.left.connect(self.clear)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("finder")
        return part

    def _forget(self) -> None:
        self._text = ""
        self._department = ""
        self._offers = False
        self._busy = False
        self._settled = False
        self._failed = ""
        self._corrected = ""
        self._suggestions: list[str] = []
        self._total = 0

    def _get_results(self) -> Rows:
        return self._results

    def _get_text(self) -> str:
        return self._text

    def _get_department(self) -> str:
        return self._department

    def _get_offers(self) -> bool:
        return self._offers

    def _get_busy(self) -> bool:
        return self._busy

    def _get_settled(self) -> bool:
        return self._settled

    def _get_failed(self) -> str:
        return self._failed

    def _get_corrected(self) -> str:
        return self._corrected

    def _get_suggestions(self) -> list[str]:
        return self._suggestions

    def _get_total(self) -> int:
        return self._total

    def _get_completions(self) -> list[str]:
        return self._completions

    results = Property(Rows, _get_results, constant=True)
    text = Property(str, _get_text, notify=changed)
    department = Property(str, _get_department, notify=changed)
    """Id of the department being browsed, or empty."""
    offersOnly = Property(bool, _get_offers, notify=changed)
    busy = Property(bool, _get_busy, notify=changed)
    settled = Property(bool, _get_settled, notify=changed)
    """The results are those of what is asked now."""
    failed = Property(str, _get_failed, notify=changed)
    """Code of what went wrong, or empty."""
    corrected = Property(str, _get_corrected, notify=changed)
    """The query with its words mended, or empty."""
    suggestions = Property(list, _get_suggestions, notify=changed)
    """Other spellings that find something, where the query finds nothing."""
    total = Property(int, _get_total, notify=changed)
    completions = Property(list, _get_completions, notify=completionsChanged)

    @Slot(str)
    def type(self, text: str) -> None:
        """The words in the field are now `text`; the search follows after a short pause."""
        text = plain.text(text, MAX_QUERY)
        if text == self._text:
            return
        self._text = text
        self._department, self._offers = "", False
        self._settled = False
        if text.strip():
            self._timer.start()
            self.changed.emit()
        else:
            self.clear()

    @Slot(str)
    def browse(self, department: str) -> None:
        """Everything of a department."""
        self.clear()
        self._department = department
        self._search()

    @Slot()
    def browseOffers(self) -> None:  # noqa: N802  a name of QML's
        """Everything on offer."""
        self.clear()
        self._offers = True
        self._search()

    @Slot()
    def again(self) -> None:
        """Ask once more, after a failure."""
        self._search()

    @Slot()
    def loadMore(self) -> None:  # noqa: N802  a name of QML's
        """The next results, when there are more and none are under way."""
        if not self._busy and self._settled and self._results.rowCount() < self._total:
            self._ask(self._results.rowCount())

    @Slot()
    def clear(self) -> None:
        """Nothing asked, nothing found."""
        self._timer.stop()
        self._asked += 1
        self._forget()
        self._results.replace([])
        self._set_completions([])
        self.changed.emit()

    def _search(self) -> None:
        self._ask(0)
        if self._text:
            asked = self._asked
            self._link.request(p.Complete, lambda reply: self._on_completions(asked, reply), prefix=self._text)

    def _ask(self, offset: int) -> None:
        self._asked += 1
        asked = self._asked
        self._busy = True
        self.changed.emit()
        self._shopper.request(
            p.Search,
            lambda reply: self._on_results(asked, reply),
            query=self._text.strip(),
            category=self._department or None,
            offers=self._offers,
            limit=PAGE,
            offset=offset,
        )

    def _on_results(self, asked: int, reply: p.Reply) -> None:
        if asked != self._asked:
            return
        self._busy = False
        if isinstance(reply, p.Results):
            self._failed = ""
            self._settled = True
            self._total = reply.total
            self._corrected = plain.text(reply.corrected or "", MAX_QUERY)
            self._suggestions = [plain.text(text, MAX_QUERY) for text in reply.suggestions]
            cards: list[dict[str, Any]] = plain.values(reply)["cards"]
            unique = list({card["sku"]: card for card in cards}.values())
            if reply.offset:
                self._results.append(unique)
            else:
                self._results.replace(unique)
        else:
            self._failed = failure(reply)
        self.changed.emit()

    def _on_completions(self, asked: int, reply: p.Reply) -> None:
        if asked == self._asked and isinstance(reply, p.Completions):
            self._set_completions([plain.text(text, MAX_QUERY) for text in reply.texts if text != self._text.strip()])

    def _set_completions(self, texts: list[str]) -> None:
        if texts != self._completions:
            self._completions = texts
            self.completionsChanged.emit()
