"""The store's catalog on the kiosk: products, places, policies, and the search over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_catalog.asked import content_words
from local_catalog.catalog import Catalog
from local_catalog.hours import never_closes, open_until, opens_next
from local_catalog.types import (
    SORTS,
    CatalogError,
    CatalogInfo,
    Department,
    Facets,
    Filters,
    Fixture,
    FloorPlan,
    Found,
    Hit,
    Location,
    Money,
    Nutrition,
    Offer,
    Opening,
    Policy,
    PolicyHit,
    Product,
    Store,
)

if TYPE_CHECKING:
    from local_catalog.build import build_catalog, demo_source

__all__ = [
    "SORTS",
    "Catalog",
    "CatalogError",
    "CatalogInfo",
    "Department",
    "Facets",
    "Filters",
    "Fixture",
    "FloorPlan",
    "Found",
    "Hit",
    "Location",
    "Money",
    "Nutrition",
    "Offer",
    "Opening",
    "Policy",
    "PolicyHit",
    "Product",
    "Store",
    "build_catalog",
    "content_words",
    "demo_source",
    "never_closes",
    "open_until",
    "opens_next",
]


def __getattr__(name: str) -> object:
    """The builder and its libraries are loaded by those who build; a kiosk that only reads starts without them."""
    if name in ("build_catalog", "demo_source"):
        from local_catalog import build

        return getattr(build, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
