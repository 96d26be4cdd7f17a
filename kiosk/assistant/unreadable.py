"""The store without its products: so that a person is called also while the catalog cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from local_catalog import Catalog, Filters, Found, PolicyHit, Product

REFLEXES = frozenset({"empty", "script", "urgent", "staff", "offer", "yes", "no", "control", "language", "talk"})
"""Kinds of reflexes whose answers say nothing of products."""


class UnreadableCatalog(Catalog):
    """Knows what the catalog had read when it was opened (store, departments, floor) and finds nothing."""

    def __init__(self, catalog: Catalog) -> None:
        self.info = catalog.info
        self.store = catalog.store
        self.departments = catalog.departments
        self.policies = catalog.policies
        self.floor = catalog.floor

    def search(
        self,
        query: str,
        filters: Filters | None = None,
        limit: int = 10,
        offset: int = 0,
        today: date | None = None,
        *,
        language: str | None = None,
    ) -> Found:
        return Found((), 0)

    def product(self, sku: str) -> Product | None:
        return None

    def by_code(self, code: str) -> Product | None:
        return None

    def exact(self, text: str) -> tuple[Product, ...]:
        return ()

    def offers(self, category: str | None = None, limit: int = 24, today: date | None = None) -> tuple[Product, ...]:
        return ()

    def popular(self, limit: int = 12) -> tuple[Product, ...]:
        return ()

    def sizes(self, sku: str) -> tuple[Product, ...]:
        return ()

    def instead(self, sku: str, limit: int = 6) -> tuple[Product, ...]:
        return ()

    def cheaper(self, sku: str, limit: int = 6) -> tuple[Product, ...]:
        return ()

    def goes_with(self, sku: str, limit: int = 6) -> tuple[Product, ...]:
        return ()

    def goes_with_all(self, skus: Iterable[str], limit: int = 6) -> tuple[Product, ...]:
        return ()

    def match_brand(self, text: str) -> str | None:
        return None

    def match_category(self, text: str) -> str | None:
        return None

    def match_department(self, text: str) -> str | None:
        return None

    def match_policy(self, text: str, limit: int = 3) -> tuple[PolicyHit, ...]:
        return ()
