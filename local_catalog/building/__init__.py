"""Writes catalog files from a stream of articles and the store's own data, in little memory."""

from __future__ import annotations

from local_catalog.building.article import Article, OfferTerms
from local_catalog.building.store_data import StoreData
from local_catalog.building.writer import CatalogWriter

__all__ = ["Article", "CatalogWriter", "OfferTerms", "StoreData"]
