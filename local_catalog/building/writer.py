"""Writes a catalog file from articles that come one by one: none of them stays in memory.

They are put on a stage first, while what must be known of all is counted. Then the rows are made in the order of their
ids. A product that the file to be replaced has keeps its id there; a new one gets the next.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import sqlite_utils

from local_catalog import completion, index, schema, sizes
from local_catalog.building.stage import Stage
from local_catalog.building.store_data import TABLES as STORE_TABLES
from local_catalog.building.store_data import Row, StoreData
from local_catalog.building.texts import TextMaker, kept_size, product_keys, starts_with
from local_catalog.types import CatalogError, CatalogInfo

Progress = Callable[[int, int | None], None]
"""Steps done, steps in all if that is known."""

_CACHE_KIB = 65_536
_BATCH = 1000
_MOST_FREE = 20
"""The file is packed again when more than one page in so many is free."""


class CatalogWriter:
    """A catalog file in the making. Used as a context: nothing is left behind unless `finish` was called."""

    def __init__(self, target: Path, store: StoreData) -> None:
        """`target` is the file to be written or replaced. Raises CatalogError if it cannot be."""
        self._target = target
        self._store = store
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(21, "it is a folder")
            descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
            os.close(descriptor)
        except OSError as error:
            raise CatalogError(f"{target}: cannot be written ({error.strerror}); choose a folder that can") from error
        self._unfinished = Path(name)
        self.connection = sqlite3.connect(f"file:{quote(name)}", uri=True, isolation_level=None)
        """To the file in the making, with the articles in `stage.article`."""
        try:
            # The file is not seen by anyone before it is whole, so no journal is needed.
            for pragma in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{_CACHE_KIB}"):
                self.connection.execute(f"PRAGMA {pragma}")
            self._replaced = self._attach_replaced()
            self.stage = Stage(self.connection, store)
        except sqlite3.Error as error:
            self.__exit__(type(error), error, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.connection.close()
        self._unfinished.unlink(missing_ok=True)
        if isinstance(error, (OSError, sqlite3.OperationalError)):
            raise CatalogError(
                f"{self._target}: cannot be written ({error}); free some space or choose another place"
            ) from error

    def known(self) -> int:
        """Products of the file to be replaced."""
        return self._count("SELECT COUNT(*) FROM replaced.product") if self._replaced else 0

    def counts(self) -> tuple[int, int, int]:
        """Products on the stage, how many of them are new, and how many of the file to be replaced are not there."""
        many = self._count("SELECT COUNT(*) FROM stage.article")
        if not self._replaced:
            return many, many, 0
        stay = self._count("SELECT COUNT(*) FROM stage.article a JOIN replaced.product p ON p.sku = a.sku")
        return many, many - stay, self.known() - stay

    def _count(self, statement: str) -> int:
        return int(self.connection.execute(statement).fetchone()[0])

    def finish(self, *, version: str, synced_at: datetime, progress: Progress | None = None) -> CatalogInfo:
        """Write all that is on the stage and put the file in its place. `version` is used as it is."""
        connection = self.connection
        connection.execute("BEGIN")
        database = sqlite_utils.Database(connection)
        for name, table in schema.TABLES.items():
            database.table(name).create(
                table.columns, pk=table.key, not_null=set(table.columns) - table.optional, foreign_keys=table.refers,
                strict=True,
            )  # fmt: skip
        rows = _Rows(connection, self.stage, self._store, replaced=self._replaced)
        products = rows.write(progress)
        info = CatalogInfo(version, synced_at, products, schema.SCHEMA_VERSION)
        _insert(
            connection,
            "meta",
            [("version", version), ("synced_at", synced_at.isoformat()), ("products", str(products))],
        )
        for name, table in schema.TABLES.items():
            for columns in table.indexes:
                database.table(name).create_index(columns, unique=(name, columns) in schema.UNIQUE)
        index.create(connection)
        index.fill(connection)
        completion.say(connection, self._store.staples)
        completion.create(connection)
        completion.fill(connection)
        connection.execute("ANALYZE main")
        connection.execute(f"PRAGMA main.user_version={schema.SCHEMA_VERSION}")
        connection.execute(f"PRAGMA main.application_id={schema.APPLICATION_ID}")
        connection.execute("COMMIT")
        pages = connection.execute("PRAGMA main.page_count").fetchone()[0]
        if connection.execute("PRAGMA main.freelist_count").fetchone()[0] * _MOST_FREE > pages:
            connection.execute("VACUUM main")
        connection.close()
        self._unfinished.chmod(0o644)
        _sync_to_disk(self._unfinished)
        self._unfinished.replace(self._target)
        _sync_to_disk(self._target.parent)
        return info

    def _attach_replaced(self) -> bool:
        """Attach the file to be replaced as `replaced` if it is a catalog."""
        if not self._target.is_file():
            return False
        try:
            self.connection.execute(
                "ATTACH ? AS replaced", (f"file:{quote(str(self._target.absolute()))}?mode=ro&immutable=1",)
            )
            known = self.connection.execute("PRAGMA replaced.application_id").fetchone()[0]
            self.connection.execute("SELECT id, sku FROM replaced.product LIMIT 1")
        except sqlite3.Error:
            return False
        return bool(known == schema.APPLICATION_ID)


class _Rows:
    """Makes the rows of all tables but meta."""

    def __init__(self, connection: sqlite3.Connection, stage: Stage, store: StoreData, *, replaced: bool) -> None:
        self._connection = connection
        self._stage = stage
        self._store = store
        self._replaced = replaced
        self._texts = TextMaker(stage.groups, stage.statistics, store.staples)
        self._systems = stage.statistics.unit_systems()
        self._own_brand = stage.statistics.own_brand()
        self._words: Counter[str] = Counter()
        self._packs: dict[str, int] = {}
        """Of the families with several packs: how many have been."""

    def write(self, progress: Progress | None) -> int:
        """Returns the number of products."""
        self._identify()
        groups = self._stage.groups
        for name in STORE_TABLES:
            own = self._store.tables[name]
            _insert(self._connection, name, groups.department_rows() if name == "department" else own)
        _insert(self._connection, "category", groups.category_rows())
        products = self._products(progress)
        self._companions()
        self._word_lists()
        return products

    def _identify(self) -> None:
        """Give each article its id: known ones keep theirs, new ones follow in the order of the source."""
        connection, last = self._connection, 0
        if self._replaced:
            connection.execute(
                "INSERT INTO stage.identity SELECT p.id, a.seq FROM stage.article a "
                "JOIN replaced.product p ON p.sku = a.sku ORDER BY p.id"
            )
            last = connection.execute("SELECT COALESCE(MAX(id), 0) FROM replaced.product").fetchone()[0]
        connection.execute(
            "INSERT INTO stage.identity SELECT ? + ROW_NUMBER() OVER (ORDER BY seq), seq FROM stage.article "
            "WHERE seq NOT IN (SELECT seq FROM stage.identity) ORDER BY seq",
            (last,),
        )
        several = connection.execute(
            "SELECT family FROM stage.article WHERE pack IS NULL GROUP BY family HAVING COUNT(*) > 1"
        )
        self._packs = {family: 0 for (family,) in several}

    def _products(self, progress: Progress | None) -> int:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        many = self._connection.execute("SELECT COUNT(*) FROM stage.identity").fetchone()[0]
        cursor.execute("SELECT i.id, a.* FROM stage.identity i JOIN stage.article a USING (seq) ORDER BY i.id")
        done = 0
        while staged := cursor.fetchmany(_BATCH):
            batch = _Batch()
            for article in staged:
                self._product(article, batch)
            batch.write(self._connection)
            done += len(staged)
            if progress is not None:
                progress(many + done, 2 * many)
        return int(many)

    def _product(self, a: sqlite3.Row, batch: _Batch) -> None:
        identity, name, brand, path, department = a["id"], a["name"], a["brand"], a["category"], a["department"]
        size_text, price = a["size"], a["price"]
        category = self._texts.category(path, department)
        words = _listed(a["words"])
        attributes: dict[str, str] = json.loads(a["attributes"]) if a["attributes"] != "{}" else {}
        text = self._texts.texts(
            category, a["name_index"], a["own_words"].split(), brand, a["description"], words, _listed(a["diet"]),
            attributes, a["sold"],
        )  # fmt: skip
        size = sizes.size_or_each(size_text)
        unit = sizes.price_unit(size, self._systems.get((path, size.dimension)))
        pack = self._pack(a["family"], a["pack"])
        batch.product.append(
            {
                **{column: a[column] for column in _AS_STAGED}, "id": identity, "pack": pack,
                "own_brand": int(brand == self._own_brand and brand != ""),
                "unit_price": sizes.unit_price(price, size, unit), "unit": unit.label, "dimension": size.dimension,
                "base_price": sizes.base_price(price, size), "popularity": max(0, text.wanted - pack),
            }
        )  # fmt: skip
        batch.product_text.append(
            (
                identity, a["name_index"], text.head, category.leaf_index, text.words, text.brand, category.groups,
                text.facts, kept_size(size_text), text.description, category.around,
            )
        )  # fmt: skip
        own = (a["name_index"], text.head, category.leaf_index, text.words, text.brand, category.groups, text.facts)
        self._words.update(set(" ".join(own).split()))
        full_name = name if not brand or starts_with(name, brand) else f"{brand} {name}"
        batch.key.extend((found, identity) for found in product_keys(name, a["name_key"], brand, size_text))
        branded = full_name if full_name != name else ""
        named = ((name, "name"), (branded, "brand_name"), (category.leaf, "category"), (brand, "brand"))
        batch.phrase.extend((said, kind, text.wanted) for said, kind in named if said)
        batch.phrase.extend((said, "word", text.wanted) for said in words)
        if a["offer_label"] is not None:
            reduced = a["offer_price"]
            per_unit = None if reduced is None else sizes.unit_price(reduced, size, unit)
            batch.offer.append((f"offer-{a['sku']}", identity, a["offer_label"], reduced, per_unit, a["offer_ends"]))

    def _pack(self, family: str, given: int | None) -> int:
        if given is not None:
            return given
        number = self._packs.get(family, 0)
        if family in self._packs:
            self._packs[family] = number + 1
        return number

    def _companions(self) -> None:
        """What is bought together is known for those that are still sold."""
        if (
            self._replaced
            and self._connection.execute("SELECT 1 FROM replaced.sqlite_master WHERE name = 'companion'").fetchone()
        ):
            columns = ", ".join(schema.TABLES["companion"].columns)
            sold = "(SELECT id FROM main.product)"
            self._connection.execute(
                f"INSERT INTO companion SELECT {columns} FROM replaced.companion "  # noqa: S608
                f"WHERE product IN {sold} AND other IN {sold} ORDER BY product, rank"
            )

    def _word_lists(self) -> None:
        connection = self._connection
        _insert(connection, "word", sorted(self._words.items()))
        connection.execute("INSERT INTO product_key SELECT key, product FROM stage.key ORDER BY key, product")
        connection.executemany("INSERT INTO stage.phrase VALUES (?, ?, 0)", self._store_phrases())
        connection.create_function("phrase_id", 3, completion.phrase_id, deterministic=True)
        phrases = connection.execute(
            "SELECT phrase_id(text, kind, MAX(wanted)), text, kind, MAX(wanted) FROM stage.phrase "
            "GROUP BY text, kind ORDER BY 1, 2, 3"
        )
        _insert(connection, "phrase", completion.numbered(phrases))

    def _store_phrases(self) -> Iterator[tuple[str, str]]:
        for _, _, name, _, words in self._stage.groups.department_rows():
            yield name, "department"
            for said in _listed(words):
                yield said, "department"
        for row in self._store.tables["policy"]:
            yield row[2], "policy"


_AS_STAGED = (
    "sku", "gtin", "family", "name", "brand", "department", "category", "size", "price", "stock", "aisle", "bay",
    "shelf", "description", "ingredients", "allergens", "may_contain", "diet", "nutrition", "min_age", "attributes",
)  # fmt: skip


class _Batch:
    """Rows of some products, on their way into the file."""

    def __init__(self) -> None:
        self.product: list[dict[str, Any]] = []
        self.product_text: list[Row] = []
        self.offer: list[Row] = []
        self.key: list[tuple[str, int]] = []
        self.phrase: list[tuple[str, str, int]] = []

    def write(self, connection: sqlite3.Connection) -> None:
        """Into the tables of the file, or the stage for what must be sorted first."""
        columns = schema.TABLES["product"].columns
        connection.executemany(
            f"INSERT INTO product ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})",  # noqa: S608
            self.product,
        )
        _insert(connection, "product_text", self.product_text)
        _insert(connection, "offer", self.offer)
        connection.executemany("INSERT INTO stage.key VALUES (?, ?)", self.key)
        connection.executemany("INSERT INTO stage.phrase VALUES (?, ?, ?)", self.phrase)


def _insert(connection: sqlite3.Connection, name: str, rows: Iterable[Row]) -> None:
    places = ", ".join("?" * len(schema.TABLES[name].columns))
    connection.executemany(f"INSERT INTO main.{name} VALUES ({places})", rows)  # noqa: S608


def _listed(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text != "[]" else ()


def _sync_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
