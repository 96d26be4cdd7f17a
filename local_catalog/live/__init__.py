"""Stock and price of this moment from the store's own system, with the synced figures behind them.

Nothing is asked unless the store set a source up. `LiveFigures` never lets a shopper wait longer than its deadline.
"""

from __future__ import annotations

from local_catalog.live.figures import Figure, Level, LiveFigures, LiveOptions, Synced
from local_catalog.live.http import HttpSettings, HttpSource
from local_catalog.live.source import Article, LiveError, LiveSource, PriceIn, Reading, Readings, read_secret
from local_catalog.live.sql import SqlSettings, SqlSource

__all__ = [
    "Article",
    "Figure",
    "HttpSettings",
    "HttpSource",
    "Level",
    "LiveError",
    "LiveFigures",
    "LiveOptions",
    "LiveSource",
    "PriceIn",
    "Reading",
    "Readings",
    "SqlSettings",
    "SqlSource",
    "Synced",
    "read_secret",
]
