"""A live source in a database that SQLAlchemy can reach."""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from local_catalog.live.source import Article, LiveError, PriceIn, Reading, Readings, as_price, as_stock

T = TypeVar("T")

_READS = re.compile(r"\s*(?:select|with)\b", re.IGNORECASE)
_CONNECTIONS = 4
"""Questions at a time; a database that hangs keeps so many threads and no more."""
_STATEMENT_S = 2
"""Seconds after which the database itself gives up on a query or a connection, where it can be told so."""


@dataclass(frozen=True, slots=True)
class SqlSettings:
    """How to ask. `url` as SQLAlchemy writes it; `query` is one SELECT with :sku, :gtin or :skus (`IN :skus`).

    It returns the columns stock and price, or one of them, and with :skus also sku.
    """

    url: str
    query: str
    price_in: PriceIn = "major"
    most: int = 50
    """With :skus: articles in one query."""


class SqlSource:
    """Asks in threads of its own, so that a database that hangs never holds the engine, not even at its end."""

    def __init__(self, settings: SqlSettings) -> None:
        """Raises LiveError if the settings are wrong; connects with the first question."""
        if not _READS.match(settings.query):
            raise LiveError("live query: only a SELECT can be asked")
        wanted = set(re.findall(r"(?<!:):(\w+)", settings.query))
        if not wanted & {"sku", "skus", "gtin"} or wanted - {"sku", "skus", "gtin"} or settings.most < 1:
            raise LiveError("live query: needs :sku, :gtin or :skus and no other value")
        self._settings = settings
        self._free = threading.Semaphore(_CONNECTIONS)
        self._many = "skus" in wanted
        self._names = wanted
        try:
            url = sqlalchemy.make_url(settings.url)
            self._engine = sqlalchemy.create_engine(url, connect_args=_limits(url), **_pool(url))
        except (ArgumentError, NoSuchModuleError) as error:
            raise LiveError("live database: the address is not understood; write it like SQLAlchemy does") from error
        except ImportError as error:
            raise LiveError(f"live database: a driver is missing ({error}); install it") from error
        self._name = f"{url.get_backend_name()} database {url.database or ''}".strip()
        text = sqlalchemy.text(settings.query)
        self._query = text.bindparams(sqlalchemy.bindparam("skus", expanding=True)) if self._many else text

    @property
    def name(self) -> str:
        return self._name

    @property
    def most(self) -> int:
        return self._settings.most if self._many else 1

    async def ask(self, articles: Sequence[Article]) -> Readings:
        """See LiveSource."""
        if not self._free.acquire(blocking=False):
            raise LiveError(f"{self._name} has not answered {_CONNECTIONS} earlier questions yet")
        return await _in_thread(lambda: self._ask(articles))

    async def close(self) -> None:
        """See LiveSource."""
        await _in_thread(self._engine.dispose)

    def _ask(self, articles: Sequence[Article]) -> Readings:
        readings: dict[str, Reading | LiveError] = {}
        try:
            # Closing rolls back, so nothing that the query may do stays.
            with self._engine.connect() as connection:
                if self._many:
                    asked = {article.sku for article in articles}
                    for found in connection.execute(self._query, {"skus": sorted(asked)}).mappings():
                        sku = str(found.get("sku"))
                        if sku in asked:
                            readings[sku] = self._reading(found)
                    return readings
                for article in articles:
                    values = {"sku": article.sku, "gtin": article.gtin}
                    row = (
                        connection.execute(self._query, {name: values[name] for name in self._names}).mappings().first()
                    )
                    if row is not None:
                        readings[article.sku] = self._reading(row)
        except SQLAlchemyError as error:
            # The text of the error may hold the address with its password.
            cause = type(getattr(error, "orig", None) or error).__name__
            raise LiveError(f"{self._name} cannot be asked ({cause})") from error
        finally:
            self._free.release()
        return readings

    def _reading(self, row: Mapping[Any, Any]) -> Reading | LiveError:
        if "stock" not in row and "price" not in row:
            raise LiveError(f"{self._name}: the query returns neither stock nor price; name its columns so")
        try:
            return Reading(as_stock(row.get("stock")), as_price(row.get("price"), self._settings.price_in))
        except LiveError as error:
            return error


def _pool(url: sqlalchemy.URL) -> dict[str, Any]:
    # A connection that broke is noticed before the question, not by it.
    common = {"pool_pre_ping": True, "pool_recycle": 600}
    if url.get_backend_name() == "sqlite":
        return common
    return common | {"pool_size": _CONNECTIONS, "max_overflow": 0, "pool_timeout": _STATEMENT_S}


def _limits(url: sqlalchemy.URL) -> dict[str, object]:
    if url.get_backend_name() == "postgresql" and url.get_driver_name() in ("psycopg", "psycopg2"):
        milliseconds = 1000 * _STATEMENT_S
        options = f"-c statement_timeout={milliseconds} -c default_transaction_read_only=on"
        return {"connect_timeout": _STATEMENT_S, "tcp_user_timeout": milliseconds, "options": options}
    if url.get_backend_name() == "sqlite":
        return {"timeout": _STATEMENT_S}
    return {}


async def _in_thread(work: Callable[[], T]) -> T:
    """Like asyncio.to_thread, in a thread that the end of the program does not wait for."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def give(result: T | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: T | None = None
        failure: BaseException | None = None
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits
            failure = error
        # The loop may be gone by then, and with it everyone who waited.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(give, result, failure)

    threading.Thread(target=run, name="live figures", daemon=True).start()
    return await done
