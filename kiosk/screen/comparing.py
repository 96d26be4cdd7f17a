"""Products that the shopper compares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.shopper import Shopper, failure

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

LEAST, MOST = 2, 4
"""How many products are compared."""
Page = dict[str, Any]


@QmlElement
@QmlSingleton
class Comparison(QObject):
    """What was picked to be compared, and how it differs once there are two."""

    changed = Signal()

    def __init__(self, shopper: Shopper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._picks: list[str] = []
        self._forget()
        shopper.left.connect(self.clear)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("comparison")
        return part

    def _forget(self) -> None:
        self._products: list[Page] = []
        self._lines: list[dict[str, Any]] = []
        self._busy = False
        self._failed = ""

    def _get_picks(self) -> list[str]:
        return self._picks

    def _get_full(self) -> bool:
        return len(self._picks) >= MOST

    def _get_products(self) -> list[Page]:
        return self._products

    def _get_lines(self) -> list[dict[str, Any]]:
        return self._lines

    def _get_busy(self) -> bool:
        return self._busy

    def _get_failed(self) -> str:
        return self._failed

    picks = Property(list, _get_picks, notify=changed)
    """SKUs in the order in which they were picked."""
    full = Property(bool, _get_full, notify=changed)
    """As many are picked as are compared at once."""
    products = Property(list, _get_products, notify=changed)
    """A protocol.ProductPage each; empty before two are picked and fetched."""
    lines = Property(list, _get_lines, notify=changed)
    """What is compared: see `lines`."""
    busy = Property(bool, _get_busy, notify=changed)
    failed = Property(str, _get_failed, notify=changed)
    """Code of what went wrong, or empty."""

    @Slot(str)
    def toggle(self, sku: str) -> None:
        """Pick a product, or drop it; one too many is not picked."""
        if sku in self._picks:
            self._pick([other for other in self._picks if other != sku])
        elif len(self._picks) < MOST:
            self._pick([*self._picks, sku])

    @Slot(str)
    def add(self, sku: str) -> None:
        """Pick a product if it is not; where there are enough already it takes the place of the last."""
        if sku not in self._picks:
            self._pick([*self._picks[: MOST - 1], sku])

    @Slot(list)
    def take(self, skus: list[str]) -> None:
        """Compare these instead of what was picked before."""
        self._pick(list(dict.fromkeys(skus))[:MOST])

    @Slot()
    def clear(self) -> None:
        """Nothing is picked."""
        self._pick([])

    @Slot()
    def fetch(self) -> None:
        """Look the picked ones up, if there are two at least."""
        asked = list(self._picks)
        if len(asked) < LEAST:
            return
        self._busy = True
        self._failed = ""
        self.changed.emit()
        self._shopper.request(p.Compare, lambda reply: self._on_reply(asked, reply), skus=asked)

    def _pick(self, skus: list[str]) -> None:
        kept = [page for page in self._products if page["card"]["sku"] in skus]
        self._picks = skus
        self._forget()
        self._products = kept
        self.changed.emit()

    def _on_reply(self, asked: list[str], reply: p.Reply) -> None:
        if asked != self._picks:
            return
        self._busy = False
        if isinstance(reply, p.CompareReply):
            self._products = plain.values(reply)["products"]
            self._picks = [page["card"]["sku"] for page in self._products]
            self._lines = lines(self._products, reply.unit, reply.unit_prices)
        else:
            self._failed = failure(reply)
        self.changed.emit()


def lines(products: list[Page], unit: str, unit_prices: list[int]) -> list[dict[str, Any]]:
    """What is compared, line by line: {"line", "cells", "differs", "best"}.

    `line` is price, unit_price, size, stock, place, offer, allergens, may_contain, diet, nutrition:KEY or
    attribute:KEY; `cells` has a value a product, None where it is not known; `best` the places of those that are least,
    where less is better and not all are the same. The cells of unit_price are minor units for `unit`; without one they
    are of each product's own unit, and none is the best.
    """
    cards = [page["card"] for page in products]
    found = [_line("price", [card["price"] for card in cards], least=True)]
    if unit_prices:
        found.append(_line("unit_price", unit_prices, least=True) | {"unit": unit})
    else:
        found.append(_line("unit_price", [card["unit_price"] for card in cards]))
    found.append(_line("size", [card["size"] for card in cards]))
    found.append(_line("offer", [card["offer"] for card in cards]))
    found.append(_line("stock", [card["stock"] for card in cards]))
    found.append(_line("place", [[card["aisle"], card["bay"]] for card in cards]))
    found += [_line(key, [page[key] for page in products]) for key in ("allergens", "may_contain", "diet")]
    for key in _union(page["attributes"] for page in products):
        found.append(_line(f"attribute:{key}", [page["attributes"].get(key) for page in products]))
    tables = [{row["key"]: row["amount"] for row in page["nutrition"]} for page in products]
    for key in _union(tables):
        found.append(_line(f"nutrition:{key}", [table.get(key) for table in tables]))
    return [line for line in found if any(cell not in (None, "", []) for cell in line["cells"])]


def _line(name: str, cells: list[Any], *, least: bool = False) -> dict[str, Any]:
    differs = any(cell != cells[0] for cell in cells)
    best = [at for at, cell in enumerate(cells) if cell == min(cells)] if least and differs else []
    return {"line": name, "cells": cells, "differs": differs, "best": best}


def _union(tables: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(key for table in tables for key in table))
