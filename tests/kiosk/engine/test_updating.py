"""A kiosk follows HQ: a real publication over a real HTTP server, taken by a running core between questions."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import http.server
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine.catalog import kiosk_id, ready_catalog
from kiosk.engine.core import Core
from kiosk.engine.parts import Parts
from kiosk.engine.state import open_state
from kiosk.engine.updating import Updater
from kiosk.settings import Settings, SyncSettings
from local_catalog import build_catalog, demo_source
from local_catalog.publishing import make_keys, publish
from local_catalog.sync import CatalogFolder

OAT = "130291"


class Hq:
    """A publisher with its web server."""

    def __init__(self, folder: Path, first: Path) -> None:
        self.www, self.keys, self._work = folder / "www", folder / "keys", folder / "work.db"
        self._made = datetime.now(UTC) - timedelta(hours=1)
        self.root = make_keys(self.keys, now=self._made)
        shutil.copy(first, self._work)
        publish(self._work, self.www, self.keys, now=self._made)
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(self.www))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def publish_price(self, price: int) -> None:
        """A new version in which the oat drink costs this much."""
        with contextlib.closing(sqlite3.connect(self._work)) as connection, connection:
            connection.execute("DELETE FROM offer WHERE product = (SELECT id FROM product WHERE sku = ?)", (OAT,))
            connection.execute("UPDATE product SET price = ? WHERE sku = ?", (price, OAT))
            connection.execute("UPDATE meta SET value = ? WHERE key = 'version'", (f"price-{price}",))
            self._made += timedelta(minutes=1)
            connection.execute("UPDATE meta SET value = ? WHERE key = 'synced_at'", (self._made.isoformat(),))
        publish(self._work, self.www, self.keys, now=self._made)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("first") / "catalog.db"
    build_catalog(demo_source(), path, today=date(2026, 11, 20), now=datetime(2026, 11, 20, tzinfo=UTC))
    return path


@pytest.fixture
def hq(tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hq]:
    monkeypatch.setattr(http.server.SimpleHTTPRequestHandler, "log_message", lambda *_: None)
    hq = Hq(tmp_path / "hq", first)
    yield hq
    hq.close()


class Kiosk:
    """Core, parts (not started) and updater over one data folder."""

    def __init__(self, settings: Settings, core: Core) -> None:
        self.core = core
        self.parts = Parts(settings, core.catalog, lambda *_: None, lambda _: None)
        self.updater = Updater(settings, core, self.parts, chance=lambda low, _: low)

    def price(self) -> object:
        turn = self.core.think_thread.submit(self.core.ask_whole, "a", "oat drink original half gallon", "typed")
        return next(p["price"] for p in turn.result()["products"] if p["sku"] == OAT)  # type: ignore[attr-defined]

    def health(self) -> protocol.PartHealth:
        return next(part for part in self.parts.health() if part.name == "sync")


@pytest.fixture
def settings(tmp_path: Path, hq: Hq) -> Settings:
    settings = Settings(data_dir=tmp_path / "kiosk", sync=SyncSettings(url=hq.url))
    CatalogFolder(settings.catalogs_dir).set_root(hq.root.read_bytes())
    return settings


@pytest.fixture
def kiosk(settings: Settings) -> Iterator[Kiosk]:
    with open_state(settings.state_file) as connection:
        core = Core(settings, ready_catalog(settings), connection, None)
        kiosk = Kiosk(settings, core)
        yield kiosk
        kiosk.updater.close()
        core.close()
    core.catalog.close()


def test_what_hq_publishes_is_served_and_gone_back_from(kiosk: Kiosk, settings: Settings, hq: Hq) -> None:
    assert kiosk.updater.fetch().ok
    assert kiosk.updater.follow()
    assert not kiosk.updater.follow()
    hq.publish_price(111)
    report = kiosk.updater.fetch()
    assert "patchset" in report.message
    assert kiosk.price() != 1.11
    assert kiosk.updater.follow()
    assert kiosk.price() == 1.11
    assert kiosk.health().state == "working"
    # A command beside the kiosk goes back; the kiosk follows.
    CatalogFolder(settings.catalogs_dir).rollback("the price is wrong")
    assert kiosk.updater.follow()
    assert kiosk.price() == 4.79
    assert kiosk.updater.fetch().outcome == "skipped"
    hq.publish_price(222)
    kiosk.updater.fetch()
    kiosk.updater.follow()
    assert kiosk.price() == 2.22
    events = kiosk.core.do(lambda: kiosk.core.events.since(0, 1000))
    assert [e["outcome"] for e in events if e["event"] == "sync"] == ["updated", "updated", "skipped", "updated"]


def test_the_next_start_serves_what_came(kiosk: Kiosk, settings: Settings, hq: Hq) -> None:
    hq.publish_price(333)
    kiosk.updater.fetch()
    with contextlib.closing(ready_catalog(settings)) as catalog:
        assert catalog.info.version == "price-333"


def test_hq_away_leaves_the_kiosk_serving(kiosk: Kiosk, hq: Hq) -> None:
    kiosk.updater.fetch()
    kiosk.updater.follow()
    hq.close()
    assert kiosk.updater.fetch().outcome == "unreachable"
    assert kiosk.health().state == "down"
    assert kiosk.price() == 4.79


def test_a_version_damaged_on_disk_is_left_for_the_one_before(kiosk: Kiosk, settings: Settings, hq: Hq) -> None:
    kiosk.updater.fetch()
    kiosk.updater.follow()
    hq.publish_price(444)
    kiosk.updater.fetch()
    path = CatalogFolder(settings.catalogs_dir).current()
    assert path is not None
    path.chmod(0o644)
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\xff" * 4096 * 20)
    assert not kiosk.updater.follow()
    assert kiosk.price() == 4.79
    with contextlib.closing(ready_catalog(settings)) as catalog:
        assert catalog.info.version.startswith("20261120")
    assert kiosk.updater.fetch().ok
    assert kiosk.updater.follow()
    assert kiosk.price() == 4.44


def test_the_schedule(kiosk: Kiosk, hq: Hq) -> None:
    async def a_while() -> None:
        task = asyncio.create_task(kiosk.updater.run())
        for _ in range(200):
            await asyncio.sleep(0.05)
            if kiosk.core.catalog.info.version == "price-555":
                break
        task.cancel()

    hq.publish_price(555)
    asyncio.run(a_while())
    assert kiosk.core.catalog.info.version == "price-555"


def test_a_kiosk_has_one_id(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "new")
    assert kiosk_id(settings) == kiosk_id(settings)
    assert kiosk_id(settings) != kiosk_id(Settings(data_dir=tmp_path / "other"))
