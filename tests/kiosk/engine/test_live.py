"""The store's own system behind answers and product pages: a real HTTP server and a real database file."""

from __future__ import annotations

import asyncio
import http.server
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.engine import views
from kiosk.engine.live import Live
from kiosk.settings import LiveSettings
from local_catalog import Catalog, Product, build_catalog, demo_source
from local_catalog.live import LiveError

OAT = "130291"
SYNCED = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    path: Path = tmp_path_factory.mktemp("live") / "catalog.db"
    build_catalog(demo_source(), path, today=SYNCED.date())
    catalog = Catalog.open(path)
    yield catalog
    catalog.close()


@pytest.fixture
def oat(catalog: Catalog) -> Product:
    product = catalog.product(OAT)
    assert product is not None
    return replace(product, offer=None)


class Tills(http.server.BaseHTTPRequestHandler):
    """A store's stock service."""

    slow_s = 0.0

    def do_GET(self) -> None:
        time.sleep(self.slow_s)
        body = json.dumps({"qty": 3, "price": {"now": 1.11}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def tills() -> Iterator[str]:
    Tills.slow_s = 0.0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tills)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/stock/{{sku}}"
    server.shutdown()
    server.server_close()


def test_figures_over_http_reach_a_page(tills: str, oat: Product, catalog: Catalog) -> None:
    async def look() -> None:
        live = Live(LiveSettings(url=tills, stock="qty", price="price.now", deadline_s=2))
        fresh = (await live.ask([oat], SYNCED))[OAT]
        assert (fresh.product.stock, fresh.product.price.minor) == (3, 111)
        assert fresh.product.unit_price.minor == round(oat.unit_price.minor * 111 / oat.price.minor)
        page = views.product_page(catalog, oat)
        reply = views.with_figures(views.protocol.ProductReply(id=1, product=page), fresh)
        assert (reply.product.card.price, reply.product.card.stock) == (111, 3)
        assert reply.product.synced_at == fresh.as_of
        assert live.state()[0] == "working"
        await live.close()

    asyncio.run(look())


def test_a_thread_asks_too_and_waits_no_longer_than_the_deadline(tills: str, oat: Product) -> None:
    async def look() -> None:
        live = Live(LiveSettings(url=tills, stock="qty", price="price.now", deadline_s=0.2))
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(None, live.ask_from_thread, [oat], SYNCED)
        assert set(found) == {OAT}
        other = replace(oat, sku="1")
        Tills.slow_s = 1.0
        assert await loop.run_in_executor(None, live.ask_from_thread, [other], SYNCED) == {}
        await live.close()

    asyncio.run(look())


def test_figures_from_a_database(tmp_path: Path, oat: Product) -> None:
    with sqlite3.connect(tmp_path / "erp.db") as erp:
        erp.execute("CREATE TABLE stock (sku TEXT, stock INTEGER, price TEXT)")
        erp.execute("INSERT INTO stock VALUES (?, 9, '2.22')", (OAT,))
    erp.close()

    async def look() -> None:
        query = "SELECT stock, price FROM stock WHERE sku = :sku"
        live = Live(LiveSettings(url=f"sqlite:///{tmp_path / 'erp.db'}", query=query, deadline_s=2))
        fresh = (await live.ask([oat], SYNCED))[OAT]
        assert (fresh.product.stock, fresh.product.price.minor) == (9, 222)
        await live.close()

    asyncio.run(look())


def test_an_offer_stays_where_the_price_is_the_synced_one(tills: str, oat: Product) -> None:
    async def look() -> None:
        live = Live(LiveSettings(url=tills, stock="qty", deadline_s=2))
        fresh = (await live.ask([oat], SYNCED))[OAT]
        assert fresh.product == replace(oat, stock=3)
        await live.close()

    asyncio.run(look())


@pytest.mark.parametrize(
    "settings",
    [
        LiveSettings(url="not an address", query="SELECT 1 WHERE :sku = ''"),
        LiveSettings(url="sqlite://", query="DELETE FROM stock WHERE sku = :sku"),
        LiveSettings(url="http://127.0.0.1/stock"),
    ],
)
def test_wrong_settings_are_told(settings: LiveSettings) -> None:
    async def make() -> None:
        Live(settings)

    with pytest.raises(LiveError):
        asyncio.run(make())


def test_a_password_that_others_can_read_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("hunter2")
    secret.chmod(0o644)

    async def make() -> None:
        Live(LiveSettings(url="postgresql+psycopg://u@h/d", query="SELECT 1 WHERE :sku = ''", secret=secret))

    with pytest.raises(LiveError, match="chmod 600"):
        asyncio.run(make())
