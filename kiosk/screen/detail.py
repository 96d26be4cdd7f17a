"""The product that is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.shopper import Shopper, failure

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Detail(QObject):
    """One product's page, empty while another one is being fetched."""

    changed = Signal()
    reported = Signal(bool)
    """What was said to be wrong is on record, or could not be put there."""

    def __init__(self, shopper: Shopper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._forget()
        shopper.left.connect(self._on_left)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("detail")
        return part

    def _forget(self) -> None:
        self._code = ""
        self._busy = False
        self._failed = ""
        self._product: dict[str, Any] = {}

    def _get_code(self) -> str:
        return self._code

    def _get_busy(self) -> bool:
        return self._busy

    def _get_failed(self) -> str:
        return self._failed

    def _get_product(self) -> dict[str, Any]:
        return self._product

    code = Property(str, _get_code, notify=changed)
    busy = Property(bool, _get_busy, notify=changed)
    failed = Property(str, _get_failed, notify=changed)
    """Code of what went wrong (not_found, unavailable ...), or empty."""
    product = Property(dict, _get_product, notify=changed)
    """A protocol.ProductPage, empty before the first reply."""

    @Slot(str)
    def open(self, code: str) -> None:
        """Fetch a product by SKU or barcode."""
        self._code = plain.text(code, 64)
        self._busy = True
        self._failed = ""
        if self._product.get("card", {}).get("sku") != self._code:
            self._product = {}
        self.changed.emit()
        asked = self._code
        self._shopper.request(p.Look, lambda reply: self._on_reply(asked, reply), code=asked)

    @Slot(str)
    def report(self, what: str) -> None:
        """Say that something told of this product is wrong: price, stock, place, label, picture or other."""
        sku = self._product.get("card", {}).get("sku", "")

        def then(reply: p.Reply) -> None:
            self.reported.emit(isinstance(reply, p.Done))

        self._shopper.request(p.ReportWrong, then, sku=sku, what=what)

    def _on_reply(self, asked: str, reply: p.Reply) -> None:
        if asked != self._code:
            return
        self._busy = False
        if isinstance(reply, p.ProductReply):
            self._product = plain.values(reply)["product"]
        else:
            self._failed = failure(reply)
        self.changed.emit()

    def _on_left(self) -> None:
        self._forget()
        self.changed.emit()
