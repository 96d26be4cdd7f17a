"""The shopping list of this visit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.rows import Rows
from kiosk.screen.shopper import Shopper, failure

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

MAX_QUANTITY = 99


@QmlElement
@QmlSingleton
class ShoppingList(QObject):
    """The list as the engine has it on disk: a change shows when the engine has confirmed it."""

    changed = Signal()
    added = Signal(str)
    """SKU of a product that is now on the list."""

    def __init__(self, shopper: Shopper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._lines = Rows("sku", self)
        self._total = 0
        self._currency = "USD"
        self._failed = ""
        shopper.left.connect(self._on_left)
        shopper.began.connect(self.refresh)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("shopping")
        return part

    def _get_lines(self) -> Rows:
        return self._lines

    def _get_total(self) -> int:
        return self._total

    def _get_currency(self) -> str:
        return self._currency

    def _get_pieces(self) -> int:
        return sum(int(row["quantity"]) for row in self._lines.rows)

    def _get_failed(self) -> str:
        return self._failed

    def _get_skus(self) -> list[str]:
        return [row["sku"] for row in self._lines.rows]

    lines = Property(Rows, _get_lines, constant=True)
    total = Property(int, _get_total, notify=changed)
    """Minor units."""
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

    def _change(self, op: str, sku: str = "", quantity: int = 1) -> None:
        self._shopper.request(p.ChangeList, self._on_reply, op=op, sku=sku, quantity=quantity)

    def _on_reply(self, reply: p.Reply) -> None:
        if isinstance(reply, p.ListReply):
            lines: list[dict[str, Any]] = plain.values(reply)["lines"]
            self._lines.replace([{"sku": line["card"]["sku"], **line} for line in lines])
            self._total = reply.total
            self._currency = reply.currency
            self._failed = ""
        else:
            self._failed = failure(reply)
        self.changed.emit()

    def _on_left(self) -> None:
        self._lines.replace([])
        self._total = 0
        self._failed = ""
        self.changed.emit()
