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

RELEVANCE = "relevance"
DEBOUNCE_MS = 100
PAGE = 24
"""Products asked for at a time."""
MAX_QUERY = 120
"""Longest query that is sent, characters."""
NEAREST = 8
"""Products shown beside an empty result."""


@QmlElement
@QmlSingleton
class Finder(QObject):
    """One search or one shelf being browsed, with its results so far. A newer question drops older replies."""

    changed = Signal()
    completionsChanged = Signal()
    narrowedChanged = Signal()
    """Filters, the order, or by what can be narrowed."""

    def __init__(self, link: Link, shopper: Shopper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._shopper = shopper
        self._results = Rows("sku", self)
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._search)
        self._completions: list[str] = []
        self._sort = RELEVANCE
        self._forget()
        self._widen()
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
        self._nearest: list[Any] = []
        self._total = 0

    def _widen(self) -> None:
        self._within = ""
        self._reduced = False
        self._in_stock = False
        self._max_price = 0
        self._diets: list[str] = []
        self._facets: dict[str, Any] = {}

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

    def _get_nearest(self) -> list[Any]:
        return self._nearest

    def _get_total(self) -> int:
        return self._total

    def _get_within(self) -> str:
        return self._within

    def _get_reduced(self) -> bool:
        return self._reduced

    def _get_in_stock(self) -> bool:
        return self._in_stock

    def _get_max_price(self) -> int:
        return self._max_price

    def _get_diets(self) -> list[str]:
        return self._diets

    def _get_sort(self) -> str:
        return self._sort

    def _get_facets(self) -> dict[str, Any]:
        return self._facets

    def _get_narrowed(self) -> int:
        return sum((bool(self._within), self._reduced, self._in_stock, bool(self._max_price), len(self._diets)))

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
    nearest = Property(list, _get_nearest, notify=changed)
    """Cards of what the first of the suggestions finds."""
    total = Property(int, _get_total, notify=changed)
    within = Property(str, _get_within, notify=narrowedChanged)
    """Id of the department that the search is narrowed to, or empty."""
    reduced = Property(bool, _get_reduced, notify=narrowedChanged)
    """Narrowed to what is on offer."""
    inStock = Property(bool, _get_in_stock, notify=narrowedChanged)
    maxPrice = Property(int, _get_max_price, notify=narrowedChanged)
    """Minor units, 0 for any."""
    diets = Property(list, _get_diets, notify=narrowedChanged)
    sort = Property(str, _get_sort, notify=narrowedChanged)
    """relevance, price, unit_price or name."""
    facets = Property(dict, _get_facets, notify=narrowedChanged)
    """A protocol.Facets of the results, empty before the first."""
    narrowed = Property(int, _get_narrowed, notify=narrowedChanged)
    """How many filters are set."""
    completions = Property(list, _get_completions, notify=completionsChanged)

    @Slot(str)
    def type(self, text: str) -> None:
        """The words in the field are now `text`; the search follows after a short pause."""
        text = plain.text(text, MAX_QUERY)
        if text == self._text:
            return
        before, self._text = self._text, text
        self._department, self._offers = "", False
        if not (before.strip() and (text.startswith(before) or before.startswith(text))):
            # Filters are kept while a word is being typed, and forgotten with the word.
            self._widen()
            self.narrowedChanged.emit()
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

    @Slot(str)
    def chooseDepartment(self, department: str) -> None:  # noqa: N802  a name of QML's
        """Only what is in a department; the same again lifts it."""
        self._within = "" if department == self._within else department
        self._narrow()

    @Slot(int)
    def choosePrice(self, price: int) -> None:  # noqa: N802  a name of QML's
        """Only what costs at most so many minor units; the same again lifts it."""
        self._max_price = 0 if price == self._max_price else price
        self._narrow()

    @Slot(str)
    def toggleDiet(self, diet: str) -> None:  # noqa: N802  a name of QML's
        """Only what suits a diet, or not only that."""
        self._diets = [d for d in self._diets if d != diet] if diet in self._diets else [*self._diets, diet]
        self._narrow()

    @Slot()
    def toggleInStock(self) -> None:  # noqa: N802  a name of QML's
        """Only what is there, or all."""
        self._in_stock = not self._in_stock
        self._narrow()

    @Slot()
    def toggleReduced(self) -> None:  # noqa: N802  a name of QML's
        """Only what is on offer, or all."""
        self._reduced = not self._reduced
        self._narrow()

    @Slot(str)
    def chooseSort(self, sort: str) -> None:  # noqa: N802  a name of QML's
        """Order the results: relevance, price, unit_price or name."""
        if sort != self._sort:
            self._sort = sort
            self._narrow()

    @Slot()
    def widen(self) -> None:
        """Lift all filters."""
        self._widen()
        self._narrow()

    def _narrow(self) -> None:
        self.narrowedChanged.emit()
        self._timer.stop()
        self._ask(0)

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
        self._widen()
        self._sort = RELEVANCE
        self._results.replace([])
        self._set_completions([])
        self.changed.emit()
        self.narrowedChanged.emit()

    def _search(self) -> None:
        self._ask(0)
        if self._text:
            # More results of the same question may be asked for before these are there.
            text = self._text
            self._link.request(p.Complete, lambda reply: self._on_completions(text, reply), prefix=text)

    def _ask(self, offset: int) -> None:
        self._asked += 1
        asked = self._asked
        self._busy = True
        self.changed.emit()
        self._shopper.request(
            p.Search,
            lambda reply: self._on_results(asked, reply),
            query=self._text.strip(),
            category=self._within or self._department or None,
            offers=self._offers or self._reduced,
            in_stock=self._in_stock,
            max_price=self._max_price or None,
            diet=self._diets,
            sort=self._sort,
            facets=offset == 0,
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
            values = plain.values(reply)
            unique = list({card["sku"]: card for card in values["cards"]}.values())
            if values["facets"] is not None:
                self._facets = values["facets"]
                self.narrowedChanged.emit()
            self._nearest = []
            if not unique and self._suggestions and not reply.offset:
                self._ask_nearest(self._suggestions[0])
            if reply.offset:
                self._results.append(unique)
            else:
                self._results.replace(unique)
        else:
            self._failed = failure(reply)
        self.changed.emit()

    def _ask_nearest(self, query: str) -> None:
        asked = self._asked

        def then(reply: p.Reply) -> None:
            if asked == self._asked and isinstance(reply, p.Results):
                self._nearest = plain.values(reply)["cards"]
                self.changed.emit()

        self._shopper.request(p.Search, then, query=query, limit=NEAREST)

    def _on_completions(self, asked: str, reply: p.Reply) -> None:
        if asked == self._text and isinstance(reply, p.Completions):
            self._set_completions([plain.text(text, MAX_QUERY) for text in reply.texts if text != self._text.strip()])

    def _set_completions(self, texts: list[str]) -> None:
        if texts != self._completions:
            self._completions = texts
            self.completionsChanged.emit()
