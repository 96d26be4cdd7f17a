"""What an answer may say: the facts of one turn, with where each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.assistant.types import PageReceipt, Source
from local_catalog import Money, Product


@dataclass
class Facts:
    """Collected while an answer is made. The guard lets nothing pass that does not stand here."""

    synced_at: str
    products: list[Product] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Whole statements that may be said as they are: policies, hours, departments, what a label does not list."""
    amounts: list[Money] = field(default_factory=list)
    """Differences and totals."""
    numbers: list[str] = field(default_factory=list)
    """Counts and other numbers, as said."""
    names: list[str] = field(default_factory=list)
    """Other proper names: store, departments, brands, the assistant."""
    actions: set[str] = field(default_factory=set)
    """Of: called, asked (page on disk), added, removed, cleared (list on disk)."""
    sources: list[Source] = field(default_factory=list)
    fresh: dict[str, str] = field(default_factory=dict)
    """Time of the figures of products, by SKU, where they are newer than the catalog (ISO 8601)."""

    def about(self, *products: Product) -> None:
        """Products whose data may be said."""
        for product in products:
            if all(product.sku != p.sku for p in self.products):
                self.products.append(product)
                self.source("product", product.sku)

    def source(self, table: str, key: str) -> None:
        """Where a fact comes from."""
        told = self.fresh.get(key) if table == "product" else None
        source = Source(table, key, told or self.synced_at)
        if source not in self.sources:
            self.sources.append(source)

    def text(self, text: str, table: str, key: str) -> None:
        """A statement of the store's own."""
        self.texts.append(text)
        self.source(table, key)

    def count(self, *numbers: int | str) -> None:
        """Numbers that may be said."""
        self.numbers.extend(str(n) for n in numbers)

    def amount(self, *money: Money) -> None:
        """Sums that may be said."""
        self.amounts.extend(money)

    def receipt(self, action: str, page: PageReceipt | None = None) -> None:
        """An action that is on disk."""
        self.actions.add(action)
        if page is not None:
            self.source("page", page.id)

    def name(self, names: Iterable[str]) -> None:
        """Proper names that may be said."""
        self.names.extend(names)
