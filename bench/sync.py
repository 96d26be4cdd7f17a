"""Publishing and sync, measured: bytes, times, memory, and whether a running kiosk notices.

    .venv/bin/python bench/sync.py                        # 22,000 products, 3 % changed
    .venv/bin/python bench/sync.py --products 1000000     # import from CSV, publish and sync, each with its peak memory

A made-up store (seed fixed): the demo store's articles again and again under other brands, names and texts. In the next
version 3 % of the products have another price (5 to 25 % up or down, ending in 9 as before), stock (some sold, or
refilled) or text (a sentence more), 20 products are new and 20 are gone. Both versions go through the real builder,
are published with real keys, and are loaded over HTTP from loopback. From 100,000 products on they come from a CSV file
through the importer.
"""

from __future__ import annotations

import argparse
import csv
import functools
import http.server
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from local_catalog import Catalog, demo_source
from local_catalog.build import articles
from local_catalog.building import Article, CatalogWriter
from local_catalog.building.store_data import of_folder
from local_catalog.importing import import_catalog
from local_catalog.publishing import make_keys, publish
from local_catalog.sources.toml_folder import read_store
from local_catalog.sync import CatalogFolder, SyncReport, sync

NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)
TODAY = date(2026, 11, 21)
SEED = 20261121
CHANGED = 0.03
NEW = GONE = 20
SYLLABLES = [first + last for first in "bdfklmnrs" for last in "aeio"]


def made(products: int) -> Iterator[Article]:
    """The first version."""
    source = list(articles(read_store(demo_source()), TODAY))
    vocabulary = sorted({word for article in source for word in article.description.split() if word.isalpha()})
    for number in range(products):
        yield _made(source[number % len(source)], number, vocabulary)


def _made(like: Article, number: int, vocabulary: list[str]) -> Article:
    chance = random.Random(SEED + number)
    brand = random.Random(f"{SEED} {like.brand} {number // 20_000}")
    words = [chance.choice(vocabulary) for _ in range(chance.randint(4, 12))]
    return replace(
        like,
        sku=str(1_000_000 + number),
        name=f"{like.name} {chance.choice(vocabulary).title()}" if number >= 2000 else like.name,
        brand="".join(brand.choices(SYLLABLES, k=3)).title() if number >= 2000 else like.brand,
        price=max(9, like.price * chance.randint(60, 160) // 1000 * 10 + 9),
        gtin=f"2{number:011d}{_check_digit(f'2{number:011d}')}",
        stock=chance.randint(0, 60),
        family=None,
        pack=None,
        description=f"{like.description} {' '.join(words).capitalize()}.",
        offer=None,
    )


def changed(products: int) -> Iterator[Article]:
    """The next version."""
    chance = random.Random(SEED)
    others = set(chance.sample(range(products - GONE), int(products * CHANGED) - NEW - GONE))
    vocabulary = ["better", "improved", "formula", "organic", "lighter", "longer", "lasting", "gentle", "fresh", "bold"]
    for number, article in enumerate(made(products + NEW)):
        if products - GONE <= number < products:
            continue
        if number not in others:
            yield article
            continue
        kind = chance.random()
        if kind < 0.6:
            price = article.price * chance.choice([*range(75, 96), *range(105, 126)]) // 1000 * 10 + 9
            yield replace(article, price=max(19, price))
        elif kind < 0.9:
            stock = article.stock or 0
            yield replace(article, stock=stock - chance.randint(1, stock) if stock > 5 else stock + 24)
        else:
            yield replace(article, description=f"{article.description} Now {' '.join(chance.sample(vocabulary, 3))}.")


def build(path: Path, which: Iterator[Article], version: str, now: datetime) -> None:
    """Into a catalog file; known products keep their ids."""
    with CatalogWriter(path, of_folder(read_store(demo_source()))) as writer:
        for _ in writer.stage.add(enumerate(which)):
            pass
        writer.finish(version=version, synced_at=now)


COLUMNS = ("sku", "name", "brand", "category", "price", "gtin", "stock", "size", "place", "description", "words")
MAPPING = """
currency = "USD"
[fields]
sku = "sku"
name = "name"
brand = "brand"
category = { from = "category", separator = ">" }
price = "price"
gtin = "gtin"
stock = "stock"
size = "size"
place = "place"
description = "description"
words = { from = "words", separator = "|" }
"""


def write_csv(path: Path, which: Iterator[Article]) -> None:
    """As a retailer would hand it over."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for article in which:
            at = article.place
            place = f"{at.aisle}-{at.bay}-{at.shelf}" if at else ""
            rows.writerow(
                (
                    article.sku, article.name, article.brand, " > ".join(article.category),
                    f"{article.price / 100:.2f}", article.gtin, article.stock,
                    article.size, place, article.description, "|".join(article.words),
                )
            )  # fmt: skip


class Server:
    """Serves a folder on loopback and counts what goes over the wire, headers included."""

    def __init__(self, folder: Path) -> None:
        counts = self.counts = {"sent": 0, "requests": 0}

        class Handler(http.server.SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                super().setup()
                write = self.wfile.write

                def counted(data: bytes) -> int:
                    counts["sent"] += len(data)
                    return write(data)

                self.wfile.write = counted  # type: ignore[method-assign,assignment]

            def do_GET(self) -> None:
                counts["requests"] += 1
                super().do_GET()

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))
        )
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"


class Shoppers:
    """20 queries a second against the open catalog, taking up a new version as the engine does."""

    QUERIES = ("oat milk", "aa batteries", "paper towl", "led bulb", "chedar", "trash bags", "cheap coffee", "dog food")

    def __init__(self, folder: CatalogFolder) -> None:
        self._folder = folder
        self._path = folder.current()
        assert self._path
        self._catalog = Catalog.open(self._path)
        self._catalog.warm_up()
        self._end = threading.Event()
        self.times: list[float] = []
        self.failed = 0
        self.swaps = 0
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        due = time.perf_counter()
        number = 0
        while not self._end.is_set():
            began = time.perf_counter()
            try:
                found = self._catalog.search(self.QUERIES[number % len(self.QUERIES)])
                self.failed += found.total == 0
            except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
                print(error)
                self.failed += 1
            self.times.append(time.perf_counter() - began)
            number += 1
            path = self._folder.current()
            if path != self._path and path:
                old, self._path = self._catalog, path
                self._catalog = Catalog.open(path)
                old.close()
                self.swaps += 1
            due += 0.05
            time.sleep(max(0, due - time.perf_counter()))

    def stop(self) -> None:
        self._end.set()
        self._thread.join()
        self._catalog.close()


def timed_sync(folder: CatalogFolder, url: str, now: datetime) -> tuple[SyncReport, dict[str, float]]:
    """A sync and when each of its steps was done, ms from its start."""
    began = time.perf_counter()
    marks: dict[str, float] = {}
    report = sync(folder, url, kiosk_id="bench", now=now, step=lambda name: marks.update({name: time.perf_counter()}))
    return report, {name: (mark - began) * 1000 for name, mark in marks.items()}


def kiosk(path: Path, keys: Path) -> CatalogFolder:
    folder = CatalogFolder(path)
    folder.set_root((keys / "root.json").read_bytes())
    return folder


def night(work: Path, products: int) -> None:
    """One night of a fleet: publish, sync by patchset under queries; the same by snapshot, side by side."""
    catalog, public, keys = work / "catalog.db", work / "public", work / "keys"
    make_keys(keys, now=NOW)
    began = time.perf_counter()
    build(catalog, made(products), "v0", NOW)
    print(f"{products:,} products, catalog file {catalog.stat().st_size / 1e6:,.1f} MB (built in "
          f"{time.perf_counter() - began:.1f} s)")  # fmt: skip
    shutil.copy(catalog, work / "v0.db")
    print(publish(catalog, public, keys, now=NOW).message)
    # A week of nights in which little changed, so that the metadata is as long as it gets.
    for day in range(1, 8):
        later = NOW + timedelta(days=day)
        shutil.copy(work / "v0.db", catalog)
        build(catalog, made(products), f"v{day}", later)
        publish(catalog, public, keys, now=later)
    server = Server(public)
    first = kiosk(work / "kiosk", keys)
    print(sync(first, server.url, kiosk_id="bench", now=NOW).message)
    later = NOW + timedelta(days=8)
    build(catalog, changed(products), "v8", later)
    report = publish(catalog, public, keys, now=later)
    print(f"{report.message}; in {report.seconds:.1f} s")
    shutil.rmtree(work / "snapshot", ignore_errors=True)
    patch_ms, snapshot_ms, checks = [], [], []
    spent = bodies = requests = 0
    failed = asked = swaps = 0
    slowest = 0.0
    backup = work / "before"
    shutil.copytree(first.path, backup, symlinks=True)
    for _ in range(5):
        shutil.rmtree(first.path)
        shutil.copytree(backup, first.path, symlinks=True)
        shoppers = Shoppers(first)
        time.sleep(0.5)
        server.counts.update(sent=0, requests=0)
        told, marks = timed_sync(first, server.url, later)
        spent, bodies, requests = server.counts["sent"], told.bytes, server.counts["requests"]
        time.sleep(0.5)
        shoppers.stop()
        failed, asked, swaps = failed + shoppers.failed, asked + len(shoppers.times), swaps + shoppers.swaps
        slowest = max(slowest, *shoppers.times)
        assert "by patchset" in told.message, told
    for number in range(5):
        shutil.rmtree(first.path)
        shutil.copytree(backup, first.path, symlinks=True)
        told, marks = timed_sync(first, server.url, later)
        patch_ms.append(marks["applied"] - marks["loaded"] + marks["swapped"] - marks["checked"])
        checks.append(marks["checked"] - marks["applied"])
        other = kiosk(work / f"other{number}", keys)
        _, marks = timed_sync(other, server.url, later)
        snapshot_ms.append(marks["swapped"] - marks["loaded"] - checks[-1])
    ratio = statistics.median(snapshot_ms) / statistics.median(patch_ms)
    print(f"""
over the wire                  {bodies:9,} bytes of bodies in {requests} requests; {spent:,} bytes with all headers
  of these the patchset        {report.patchset_bytes or 0:9,}
copy + apply + hash + swap     {statistics.median(patch_ms):9.0f} ms (median of 5; least {min(patch_ms):.0f})
unpack + hash + swap, snapshot {statistics.median(snapshot_ms):9.0f} ms (least {min(snapshot_ms):.0f})
                               {ratio:9.1f} times as long
self-check (open and search)   {statistics.median(checks):9.0f} ms, the same both ways
queries meanwhile              {asked:9,}, {failed} failed, slowest {slowest * 1000:.0f} ms, {swaps} swaps""")


def big(work: Path, products: int) -> None:
    """Each step in a process of its own, with its time and its peak memory."""
    keys = work / "keys"
    make_keys(keys, now=NOW)
    for step in ("import", "publish", "sync", "import-next", "publish-next", "sync-next"):
        done = subprocess.run(
            [sys.executable, __file__, "--products", str(products), "--step", step, "--work", str(work)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            print(done.stderr)
            raise SystemExit(1)
        told = json.loads(done.stdout.splitlines()[-1])
        print(f"{step:13} {told['seconds']:8.1f} s   {told['peak'] / 1024:7,.0f} MiB   {told['message']}", flush=True)


def one_step(work: Path, products: int, step: str) -> None:
    catalog, public, keys = work / "catalog.db", work / "public", work / "keys"
    later = NOW + timedelta(days=1) if step.endswith("next") else NOW
    began = time.perf_counter()
    message = ""
    if step.startswith("import"):
        source, mapping = work / "products.csv", work / "mapping.toml"
        write_csv(source, changed(products) if later > NOW else made(products))
        mapping.write_text(MAPPING)
        began = time.perf_counter()
        store = demo_source() if later == NOW else None
        done = import_catalog(str(source), mapping, catalog, now=later, today=TODAY, store=store)
        message = f"{done.products:,} products, {done.rejected:,} rows rejected, {catalog.stat().st_size / 1e6:,.0f} MB"
    elif step.startswith("publish"):
        message = publish(catalog, public, keys, now=later).message
    else:
        server = Server(public)
        folder = kiosk(work / "kiosk", keys)
        report, marks = timed_sync(folder, server.url, later)
        message = report.message + "; ms: " + ", ".join(f"{name} {mark:,.0f}" for name, mark in marks.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": time.perf_counter() - began, "peak": peak, "message": message}))


def _check_digit(digits: str) -> int:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return -total % 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--products", type=int, default=22_000)
    parser.add_argument("--work", type=Path, help="a folder to work in and keep (default: a temporary one)")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        one_step(given.work, given.products, given.step)
        return
    with tempfile.TemporaryDirectory(prefix="aislewise-sync-") as temporary:
        work = given.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        (night if given.products <= 100_000 else big)(work, given.products)


if __name__ == "__main__":
    main()
