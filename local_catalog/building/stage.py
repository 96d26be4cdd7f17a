"""The stage: articles on their way into a catalog file, in a table of SQLite's own temporary file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from itertools import islice

from local_catalog import schema
from local_catalog.building.article import Article
from local_catalog.building.groups import SEPARATOR, Groups
from local_catalog.building.statistics import Statistics
from local_catalog.building.store_data import Row, StoreData, to_json
from local_catalog.building.texts import read_name
from local_catalog.sizes import size_or_each
from local_catalog.text import stems

COLUMNS = (
    "row", "sku", "family", "pack", "gtin", "name", "brand", "department", "category", "size", "price", "stock",
    "aisle", "bay", "shelf", "description", "ingredients", "allergens", "may_contain", "diet", "nutrition", "min_age",
    "attributes", "words", "sold", "offer_label", "offer_price", "offer_ends", "own_words", "name_index",
    "name_key",
)  # fmt: skip
_BATCH = 1000
_CACHE_KIB = 32_768


class Stage:
    """Takes articles in, counting what the catalog must know of all of them."""

    def __init__(self, connection: sqlite3.Connection, store: StoreData) -> None:
        """On a connection outside of a transaction."""
        self.groups = Groups(store)
        self.statistics = Statistics(store.name, store.own_brand)
        self._connection = connection
        self._digest = hashlib.sha256(store.digest().encode())
        self._last_family: str | None = None
        connection.execute("ATTACH '' AS stage")
        connection.execute("PRAGMA stage.journal_mode=OFF")
        connection.execute(f"PRAGMA stage.cache_size=-{_CACHE_KIB}")
        connection.execute(f"CREATE TABLE stage.article (seq INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
        connection.execute("CREATE TABLE stage.identity (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL)")
        connection.execute("CREATE TABLE stage.key (key TEXT, product INTEGER)")
        connection.execute("CREATE TABLE stage.phrase (text TEXT, kind TEXT, wanted INTEGER)")
        self._insert = f"INSERT INTO stage.article ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608

    def add(self, articles: Iterable[tuple[int | str, Article]]) -> Iterator[int]:
        """Take articles in, each with the number of its row in the source; yields how many have been."""
        coming = iter(articles)
        taken = 0
        while batch := [self._row(number, article) for number, article in islice(coming, _BATCH)]:
            self._connection.execute("BEGIN")
            self._connection.executemany(self._insert, batch)
            self._connection.execute("COMMIT")
            taken += len(batch)
            yield taken

    def digest(self, synced_at: datetime) -> str:
        """SHA-256 in hexadecimal of all that was taken in and of the moment that it is from."""
        whole = self._digest.copy()
        whole.update(f"{schema.SCHEMA_VERSION} {synced_at.isoformat()}".encode())
        return whole.hexdigest()

    def _row(self, number: int | str, article: Article) -> Row:
        groups = self.groups
        department, titles = article.department, article.category
        if department is None:
            department = groups.department(titles[0])
            titles = (groups.name(department), *titles[1:])
        path = SEPARATOR.join(titles)
        groups.category(path, department, article.category[-1])
        family = article.family or _family(article.brand, article.name, path)
        named = read_name(article.name)
        place, offer = article.place, article.offer
        if place is not None:
            groups.stands_in(department, place.aisle)
        if family != self._last_family:
            # Packs of one product come one after the other and count as one name.
            self.statistics.add_name(path, stems(" ".join(named.own)))
            self._last_family = family
        self.statistics.add_brand(article.brand)
        self.statistics.add_pack(path, size_or_each(article.size), article.price)
        row: Row = (
            number, article.sku, family, article.pack, article.gtin, article.name, article.brand, department, path,
            article.size, article.price, article.stock, place and place.aisle, place and place.bay,
            place and place.shelf, article.description, article.ingredients, _list(article.allergens),
            _list(article.may_contain), _list(article.diet),
            to_json(asdict(article.nutrition)) if article.nutrition else None, article.min_age,
            to_json(dict(article.attributes)) if article.attributes else "{}", _list(article.words), article.sold,
            offer and offer.label, offer and offer.price, offer and offer.ends.isoformat(), " ".join(named.own),
            named.index, named.key,
        )  # fmt: skip
        self._digest.update(repr(row[1:]).encode(errors="replace"))
        return row


def _list(values: tuple[str, ...]) -> str:
    return to_json(values) if values else "[]"


def _family(brand: str, name: str, path: str) -> str:
    told = json.dumps((brand.casefold(), name.casefold(), path.casefold()))
    return f"f{hashlib.blake2b(told.encode(), digest_size=7).hexdigest()}"
