# ruff: noqa: N815  names that QML sees
"""The shopping list of this visit, in the order of the walk, and how it is taken along."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.rows import Rows
from kiosk.screen.shopper import Shopper, failure
from kiosk.screen.store import Store
from kiosk.screen.way import Tour

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

MAX_QUANTITY = 99


@QmlElement
@QmlSingleton
class ShoppingList(QObject):
    """The list as the engine has it on disk: a change shows when the engine has confirmed it.

    Rows: sku, card, quantity, done, and stop: the number of the bay on the walk, 0 for what is in the basket or has no
    place that the plan knows.
    """

    changed = Signal()
    added = Signal(str)
    """SKU of a product that is now on the list."""

    takenChanged = Signal()

    def __init__(self, shopper: Shopper, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._store = store
        self._lines = Rows("sku", self)
        self._reset()
        shopper.left.connect(self._on_left)
        shopper.began.connect(self.refresh)
        store.floorChanged.connect(self._arrange)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("shopping")
        return part

    def _reset(self) -> None:
        self._held: list[dict[str, Any]] = []
        self._walked = True
        self._tour = Tour()
        self._stops: list[dict[str, Any]] = []
        self._total = 0
        self._currency = "USD"
        self._failed = ""
        self._codes: list[list[str]] = []
        self._taking = ""

    def _get_lines(self) -> Rows:
        return self._lines

    def _get_total(self) -> int:
        return self._total

    def _get_currency(self) -> str:
        return self._currency

    def _get_pieces(self) -> int:
        return sum(int(line["quantity"]) for line in self._held)

    def _get_saved(self) -> int:
        cards = ((line["card"], int(line["quantity"])) for line in self._held)
        return sum((card["was"] - card["price"]) * count for card, count in cards if card["was"] is not None)

    def _get_several(self) -> bool:
        return any(line["card"]["offer"] and line["card"]["was"] is None for line in self._held)

    def _get_done(self) -> int:
        return sum(1 for line in self._held if line["done"])

    def _get_walked(self) -> bool:
        return self._walked

    def _get_stops(self) -> list[dict[str, Any]]:
        return self._stops

    def _get_route(self) -> list[dict[str, float]]:
        return [{"x": x, "y": y} for x, y in self._tour.corners]

    def _get_metres(self) -> int:
        return round(self._tour.length)

    def _get_codes(self) -> list[list[str]]:
        return self._codes

    def _get_taking(self) -> str:
        return self._taking

    def _get_failed(self) -> str:
        return self._failed

    def _get_skus(self) -> list[str]:
        return [row["sku"] for row in self._lines.rows]

    lines = Property(Rows, _get_lines, constant=True)
    total = Property(int, _get_total, notify=changed)
    """Minor units, prices of offers counted."""
    saved = Property(int, _get_saved, notify=changed)
    """Minor units that offers take off."""
    several = Property(bool, _get_several, notify=changed)
    """There is an offer on several of a product, which the checkout takes off."""
    done = Property(int, _get_done, notify=changed)
    """Lines that are in the basket."""
    walked = Property(bool, _get_walked, notify=changed)
    """The lines are in the order of the walk, else as they were added."""
    stops = Property(list, _get_stops, notify=changed)
    """The bays still to go to, in the order of the walk: number, aisle, bay, names of what is there."""
    route = Property(list, _get_route, notify=changed)
    """Corners (x, y, metres) of the walk past all stops to the checkouts."""
    metres = Property(int, _get_metres, notify=changed)
    """Length of that walk."""
    codes = Property(list, _get_codes, notify=takenChanged)
    """QR codes that hold the list, each as its rows of 0 and 1."""
    taking = Property(str, _get_taking, notify=takenChanged)
    """drawing, drawn, printing, printed, failed, or empty."""
    currency = Property(str, _get_currency, notify=changed)
    pieces = Property(int, _get_pieces, notify=changed)
    skus = Property(list, _get_skus, notify=changed)
    failed = Property(str, _get_failed, notify=changed)
    """Code of why the last change was not made, or empty."""

    @Slot()
    def refresh(self) -> None:
        """The list as it is now."""
        self._change("show")

    @Slot(str)
    def add(self, sku: str) -> None:
        """One more of a product."""

        def then(reply: p.Reply) -> None:
            self._on_reply(reply)
            if isinstance(reply, p.ListReply):
                self.added.emit(sku)

        self._shopper.request(p.ChangeList, then, op="add", sku=sku)

    @Slot(str, int)
    def setQuantity(self, sku: str, quantity: int) -> None:  # noqa: N802  a name of QML's
        """How many of a product; none takes it off."""
        if quantity < 1:
            self._change("remove", sku)
        else:
            self._change("set", sku, min(quantity, MAX_QUANTITY))

    @Slot(str)
    def remove(self, sku: str) -> None:
        """Take a product off."""
        self._change("remove", sku)

    @Slot(str)
    def tick(self, sku: str) -> None:
        """In the basket already, or not after all."""
        self._change("tick", sku)

    @Slot()
    def clear(self) -> None:
        """Take everything off."""
        self._change("clear")

    @Slot(result=list)
    def rows(self) -> list[Any]:
        """The lines as they stand."""
        return list(self._lines.rows)

    @Slot(bool)
    def walk(self, on: bool) -> None:
        """Show the list in the order of the walk, or as it was made."""
        self._walked = on
        self._arrange()

    @Slot(str, list, bool)
    def draw(self, title: str, lines: list[str], mail: bool) -> None:
        """Ask for the QR codes of these words. `mail`: as the draft of a message."""
        self._take("drawing")
        self._shopper.request(p.ListCodes, self._on_codes, title=title, lines=lines, mail=mail)

    @Slot(str, list)
    def printOut(self, title: str, lines: list[str]) -> None:  # noqa: N802  a name of QML's
        """Print these words."""
        self._take("printing")
        self._shopper.request(p.PrintList, self._on_printed, title=title, lines=lines)

    @Slot()
    def forgetCodes(self) -> None:  # noqa: N802  a name of QML's
        """The codes are not shown any more."""
        self._take("")

    def _take(self, taking: str, codes: list[list[str]] | None = None) -> None:
        self._taking, self._codes = taking, codes or []
        self.takenChanged.emit()

    def _on_codes(self, reply: p.Reply) -> None:
        if self._taking != "drawing":
            return
        if isinstance(reply, p.Codes) and reply.codes:
            self._take("drawn", [code.rows for code in reply.codes])
        else:
            self._take("failed")

    def _on_printed(self, reply: p.Reply) -> None:
        if self._taking == "printing":
            self._take("printed" if isinstance(reply, p.Done) else "failed")

    def _change(self, op: str, sku: str = "", quantity: int = 1) -> None:
        self._shopper.request(p.ChangeList, self._on_reply, op=op, sku=sku, quantity=quantity)

    def _on_reply(self, reply: p.Reply) -> None:
        if isinstance(reply, p.ListReply):
            self._held = plain.values(reply)["lines"]
            self._total = reply.total
            self._currency = reply.currency
            self._failed = ""
        else:
            self._failed = failure(reply)
        self._arrange()

    def _arrange(self) -> None:
        """Find the walk past what is not in the basket yet, and put the lines in its order."""
        places: dict[tuple[str, str], list[str]] = {}
        for line in self._held:
            if not line["done"] and line["card"]["aisle"]:
                places.setdefault((line["card"]["aisle"], line["card"]["bay"]), []).append(line["card"]["name"])
        asked = list(places)
        walks = self._store.walks
        self._tour = walks.tour(asked) if walks is not None else Tour()
        met = [asked[at] for at in self._tour.order]
        number = {place: at for at, place in enumerate(met, 1)}
        self._stops = [
            {"number": number[place], "aisle": place[0], "bay": place[1], "names": places[place]} for place in met
        ]
        rows = [
            {
                "sku": line["card"]["sku"],
                "stop": 0 if line["done"] else number.get((line["card"]["aisle"], line["card"]["bay"]), 0),
                **line,
            }
            for line in self._held
        ]
        if self._walked:
            rows.sort(key=lambda row: (row["done"], row["stop"] or len(met) + 1))
        self._lines.replace(rows)
        self.changed.emit()

    def _on_left(self) -> None:
        self._reset()
        self._lines.replace([])
        if self._store.walks is not None:
            self._store.walks.forget()
        self.changed.emit()
        self.takenChanged.emit()
