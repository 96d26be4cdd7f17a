"""What is bought together: read from a store's baskets where catalogs are published, kept in the catalog."""

from __future__ import annotations

from local_catalog.baskets.companions import BasketReport, learn_companions

__all__ = ["BasketReport", "learn_companions"]
