"""Stock and price of this moment for answers and product pages, from the store's own system if it is set up."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as LateError
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from kiosk.assistant import FreshProduct
from kiosk.settings import LiveSettings
from local_catalog import Money, Product
from local_catalog.live import (
    Figure,
    HttpSettings,
    HttpSource,
    LiveError,
    LiveFigures,
    LiveOptions,
    LiveSource,
    SqlSettings,
    SqlSource,
    Synced,
    read_secret,
)

_GRACE_S = 0.1
"""Beyond the deadline, for the way between the threads."""


class Live:
    """Asks on the engine's event loop, whoever wants to know. Made there. Raises LiveError for wrong settings."""

    def __init__(self, settings: LiveSettings) -> None:
        self._deadline = settings.deadline_s
        self._loop = asyncio.get_running_loop()
        self._figures = LiveFigures(
            _source(settings),
            clock=time.monotonic,
            now=lambda: datetime.now(UTC),
            options=LiveOptions(deadline=settings.deadline_s),
        )

    async def ask(self, products: Sequence[Product], synced_at: datetime) -> dict[str, FreshProduct]:
        """Those of the products for which figures came in time, by SKU."""
        asked = [
            Synced(product.sku, product.gtin, product.stock, product.current_price.minor, synced_at)
            for product in products
        ]
        found = await self._figures.figures(asked)
        return {
            product.sku: FreshProduct(_with(product, found[product.sku]), found[product.sku].as_of.isoformat())
            for product in products
            if found[product.sku].live
        }

    def ask_from_thread(self, products: Sequence[Product], synced_at: datetime) -> Mapping[str, FreshProduct]:
        """The same for a thread that is not the loop's; nothing if the loop is too busy."""
        future = asyncio.run_coroutine_threadsafe(self.ask(products, synced_at), self._loop)
        try:
            return future.result(self._deadline + _GRACE_S)
        except (LateError, CancelledError):
            future.cancel()
            return {}

    def state(self) -> tuple[str, str]:
        """How the source is, as a part of the kiosk's health: working or down, and words for staff."""
        level, told = self._figures.state()
        return ("working" if level == "working" else "down"), told

    async def close(self) -> None:
        await self._figures.close()


def _source(settings: LiveSettings) -> LiveSource:
    if settings.url.startswith(("http://", "https://")):
        return HttpSource(
            HttpSettings(
                url=settings.url,
                stock=settings.stock or None,
                price=settings.price or None,
                price_in=settings.price_in,
                each=settings.each,
                sku=settings.sku,
                most=settings.most,
                secret=settings.secret,
                header=settings.header,
                scheme=settings.scheme,
            )
        )
    url = settings.url
    if settings.secret is not None:
        try:
            url = (
                make_url(url).set(password=read_secret(settings.secret, "utf-8")).render_as_string(hide_password=False)
            )
        except ArgumentError as error:
            raise LiveError("live.url: neither an http address nor a database as SQLAlchemy writes it") from error
    return SqlSource(SqlSettings(url=url, query=settings.query, price_in=settings.price_in, most=settings.most))


def _with(product: Product, figure: Figure) -> Product:
    """The product with these figures. A price that is not the synced one ends what the catalog says of an offer."""
    if figure.price == product.current_price.minor:
        return replace(product, stock=figure.stock)
    currency, synced = product.price.currency, product.current_price.minor
    return replace(
        product,
        stock=figure.stock,
        price=Money(figure.price, currency),
        unit_price=Money(round(product.unit_price.minor * figure.price / synced), currency),
        offer=None,
    )
