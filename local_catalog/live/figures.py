"""Live figures with a deadline: asks the source, remembers for a short while, and falls back to what was synced."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from local_catalog.live.source import Article, LiveError, LiveSource, Reading, Readings

Level = Literal["working", "slow", "down"]

_REMEMBERED = 10_000
"""Articles."""
_QUEUE = 4
"""Requests that may wait for each that is under way; who comes later gets the synced figure at once."""


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """Times in seconds."""

    deadline: float = 0.15
    """A shopper waits no longer for a live figure."""
    give_up: float = 2.0
    """A request that is late goes on in the background until then, so that the next look finds its answer."""
    keep: float = 20.0
    """How long an answer is taken for live."""
    failures: int = 3
    """Answers in a row that fail or come late, after which nobody waits any more ..."""
    pause: float = 30.0
    """... and the source is tried only this often, in the background."""
    at_once: int = 4
    """Requests under way at a time."""
    price_factor: int = 20
    """A price so many times higher or lower than the synced one is a mistake and not believed."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What the catalog knows of a product: price in minor units, and the time of its sync."""

    sku: str
    gtin: str | None
    stock: int | None
    price: int
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Figure:
    """What to show. `price` in minor units. What the source does not tell of a live figure is as synced."""

    stock: int | None
    price: int
    as_of: datetime
    live: bool


@dataclass(frozen=True, slots=True)
class _Remembered:
    reading: Reading | None
    """None: the source does not know the article, or what it said was not believed."""
    at: float
    as_of: datetime


class LiveFigures:
    """Used from one event loop. `clock` counts seconds and never goes back; `now` is the time of day for people."""

    def __init__(
        self,
        source: LiveSource,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        options: LiveOptions | None = None,
    ) -> None:
        self._source = source
        self._clock = clock
        self._now = now
        self._options = options or LiveOptions()
        self._slots = asyncio.Semaphore(self._options.at_once)
        self._remembered: dict[str, _Remembered] = {}
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._failures = 0
        self._try_again = 0.0
        """By the clock, when nobody waits any more."""
        self._why = ""
        self._late = False
        self._took: float | None = None
        self._not_believed = 0
        self._last_not_believed = ""

    async def figure(self, product: Synced) -> Figure:
        """The figure of one product, within the deadline."""
        return (await self.figures([product]))[product.sku]

    async def figures(self, products: Iterable[Synced]) -> dict[str, Figure]:
        """Figures by SKU, within the deadline; live where the source answered in time or lately."""
        by_sku = {product.sku: product for product in products}
        missing = [product for product in by_sku.values() if self._recent(product.sku) is None]
        if self._resting:
            self._probe(missing)
        elif missing:
            tasks = self._request(missing)
            if tasks:
                await asyncio.wait(tasks, timeout=self._options.deadline)
        return {sku: self._figure(product) for sku, product in by_sku.items()}

    def state(self) -> tuple[Level, str]:
        """How the source is doing, in words for the store's staff."""
        name = self._source.name
        if self._resting:
            wait = max(0, round(self._try_again - self._clock()))
            what = f"{self._why}; stock and prices are those of the last sync; tried again in {wait} s"
            return ("slow" if self._late else "down"), f"{name}: {what}"
        told = f"answers in {1000 * self._took:.0f} ms" if self._took is not None else "not asked yet"
        if self._failures:
            told = f"{told}; the last time {self._why}"
        if self._not_believed:
            told = f"{told}; {self._not_believed} answers not believed, the last: {self._last_not_believed}"
        return ("slow" if self._failures and self._late else "working"), f"{name}: {told}"

    async def close(self) -> None:
        """Stop asking and let the source go."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._source.close()

    # ------------------------------------------------------------------------------------------------------------------

    @property
    def _resting(self) -> bool:
        return self._failures >= self._options.failures

    def _recent(self, sku: str) -> _Remembered | None:
        found = self._remembered.get(sku)
        return found if found is not None and self._clock() - found.at < self._options.keep else None

    def _figure(self, product: Synced) -> Figure:
        found = self._recent(product.sku)
        reading = found.reading if found is not None else None
        if found is None or reading is None:
            return Figure(product.stock, product.price, product.as_of, live=False)
        stock = product.stock if reading.stock is None else reading.stock
        return Figure(stock, reading.price or product.price, found.as_of, live=True)

    def _probe(self, missing: Sequence[Synced]) -> None:
        """Ask for one product in the background if it is time."""
        if missing and self._clock() >= self._try_again and not self._tasks:
            self._try_again = self._clock() + self._options.pause
            self._request(missing[:1])

    def _request(self, missing: Sequence[Synced]) -> set[asyncio.Task[None]]:
        """Requests for these products; some may be under way already."""
        tasks = {self._under_way[product.sku] for product in missing if product.sku in self._under_way}
        new = [product for product in missing if product.sku not in self._under_way]
        most = max(1, self._source.most)
        for start in range(0, len(new), most):
            if len(self._tasks) >= self._options.at_once * (1 + _QUEUE):
                break
            batch = new[start : start + most]
            task = asyncio.create_task(self._ask(batch))
            self._tasks.add(task)
            self._under_way.update((product.sku, task) for product in batch)
            task.add_done_callback(lambda done, batch=batch: self._done(done, batch))  # type: ignore[misc]
            tasks.add(task)
        return tasks

    async def _ask(self, batch: Sequence[Synced]) -> None:
        wanted = self._clock()
        async with self._slots:
            began = self._clock()
            if began - wanted > self._options.deadline:
                return
            async with asyncio.timeout(self._options.give_up):
                readings = await self._source.ask([Article(product.sku, product.gtin) for product in batch])
            self._took = self._clock() - began
            if not self._keep(batch, readings):
                self._failed(f"answered what cannot be right ({self._last_not_believed})", late=False)
            elif self._took > self._options.deadline:
                took, limit = 1000 * self._took, 1000 * self._options.deadline
                self._failed(f"answered in {took:.0f} ms, later than {limit:.0f} ms", late=True)
            else:
                self._failures = 0

    def _done(self, task: asyncio.Task[None], batch: Sequence[Synced]) -> None:
        self._tasks.discard(task)
        for product in batch:
            if self._under_way.get(product.sku) is task:
                del self._under_way[product.sku]
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, TimeoutError):
            self._failed(f"no answer in {self._options.give_up:g} s", late=False)
        elif isinstance(error, LiveError):
            self._failed(str(error), late=False)
        elif error is not None:
            self._failed(f"failed ({type(error).__name__})", late=False)

    def _failed(self, why: str, *, late: bool) -> None:
        self._failures += 1
        self._why, self._late = why, late
        if self._resting:
            self._try_again = self._clock() + self._options.pause

    def _keep(self, batch: Sequence[Synced], readings: Readings) -> bool:
        """Remember what is believed; False if there were readings and none of them is."""
        at, as_of = self._clock(), self._now()
        believed = not readings
        for product in batch:
            found = readings.get(product.sku)
            reading = found if isinstance(found, Reading) else None
            wrong = self._wrong(product, reading) if reading is not None else found and f"{found} of {product.sku}"
            if wrong:
                self._not_believed += 1
                self._last_not_believed = wrong
                reading = None
            believed = believed or reading is not None
            self._remembered.pop(product.sku, None)
            self._remembered[product.sku] = _Remembered(reading, at, as_of)
        while len(self._remembered) > _REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        return believed

    def _wrong(self, product: Synced, reading: Reading) -> str | None:
        """Why a reading cannot be right; a reading with one wrong value is not believed at all."""
        stock, price, factor = reading.stock, reading.price, self._options.price_factor
        if stock is not None and (type(stock) is not int or stock < 0):
            return f"stock {stock!r} of {product.sku}"
        if price is None:
            return None if stock is not None else f"neither stock nor price of {product.sku}"
        if type(price) is not int or not product.price <= factor * price <= factor * factor * product.price:
            return f"price {price!r} of {product.sku}, synced as {product.price}"
        return None
