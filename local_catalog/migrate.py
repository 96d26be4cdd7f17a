"""Brings a catalog file of an earlier format to the one that this program reads, on a copy."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import apsw

from local_catalog import completion, index, schema
from local_catalog.types import CatalogError


def migrated(path: Path, *, into: Path) -> Path:
    """The catalog in the current format: `path` itself if it has it, else a copy in the folder `into`.

    A copy that was made before is used again. Files that cannot be migrated (newer ones, what is no catalog) are
    returned as they are: opening them says what is wrong. Raises CatalogError if the copy cannot be made; `path` is
    never changed.
    """
    try:
        found = path.stat()
        version = _format(path)
        if version not in _STEPS:
            return path
        identity = f"{path.absolute()}\n{found.st_size}\n{found.st_mtime_ns}\n{version}\n{schema.SCHEMA_VERSION}"
        target = into / f"migrated-{hashlib.sha256(identity.encode()).hexdigest()[:16]}.db"
        if not target.is_file():
            into.mkdir(parents=True, exist_ok=True)
            for old in into.glob("migrated-*"):
                old.unlink(missing_ok=True)
            _migrate(path, target)
    except (OSError, apsw.Error) as error:
        raise CatalogError(f"{path}: cannot be brought to the current format ({error}); sync it again") from error
    return target


def _format(path: Path) -> int | None:
    with contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        try:
            if connection.pragma("application_id") == schema.APPLICATION_ID:
                return int(connection.pragma("user_version"))
        except apsw.NotADBError:
            pass
        return None


def _migrate(path: Path, target: Path) -> None:
    unfinished = target.with_suffix(f".{os.getpid()}")
    try:
        with (
            contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as source,
            contextlib.closing(apsw.Connection(str(unfinished))) as copy,
        ):
            copy.execute("PRAGMA journal_mode=OFF")
            copy.execute("PRAGMA synchronous=OFF")
            with copy.backup("main", source, "main") as backup:
                backup.step()
            with copy:
                while (version := int(copy.pragma("user_version"))) in _STEPS:
                    _STEPS[version](copy)
                    copy.pragma("user_version", version + 1)
            descriptor = os.open(unfinished, os.O_RDONLY)
            os.fsync(descriptor)
            os.close(descriptor)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _from_1(connection: apsw.Connection) -> None:
    """Barcode, stock and place may be unknown; there are companions; the search index follows by triggers."""
    indexes: list[str] = [
        sql
        for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE tbl_name = 'product' AND type = 'index'")
        if sql
    ]
    [(made,)] = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'product' AND type = 'table'")
    made = re.sub(r'"(gtin|stock|aisle|bay|shelf)" (TEXT|INTEGER) NOT NULL', r'"\1" \2', made)
    # The old table goes before the new one gets its name, so that what refers to products still does.
    connection.execute(made.replace('"product"', '"new_product"', 1))
    connection.execute("INSERT INTO new_product SELECT * FROM product")
    connection.execute("DROP TABLE product")
    connection.execute("ALTER TABLE new_product RENAME TO product")
    for statement in indexes:
        connection.execute(statement)
    connection.execute(
        'CREATE TABLE "companion" ("product" INTEGER NOT NULL REFERENCES "product"("id"), "rank" INTEGER NOT NULL, '
        '"other" INTEGER NOT NULL REFERENCES "product"("id"), "score" REAL NOT NULL, PRIMARY KEY ("product", "rank")) '
        "STRICT"
    )
    connection.execute("DROP TABLE product_fts")
    index.create(connection)
    index.fill(connection)
    connection.execute("ALTER TABLE synonym ADD COLUMN brands TEXT NOT NULL DEFAULT '[]'")
    connection.execute(
        'CREATE TABLE "tongue" ("language" TEXT NOT NULL, "finds" TEXT NOT NULL, "said" TEXT NOT NULL, '
        '"position" INTEGER NOT NULL, PRIMARY KEY ("language", "finds")) STRICT'
    )
    found = connection.execute("SELECT text, kind, wanted FROM phrase")
    phrases = [(str(text), str(kind), int(str(wanted))) for text, kind, wanted in found]
    connection.execute("DROP TABLE phrase")
    connection.execute(
        'CREATE TABLE "phrase" ("id" INTEGER PRIMARY KEY NOT NULL, "text" TEXT NOT NULL, "kind" TEXT NOT NULL, '
        '"wanted" INTEGER NOT NULL) STRICT'
    )
    identified = sorted((completion.phrase_id(*row), *row) for row in phrases)
    connection.executemany("INSERT INTO phrase VALUES (?, ?, ?, ?)", completion.numbered(identified))
    completion.create(connection)
    completion.fill(connection)


_STEPS: dict[int, Callable[[apsw.Connection], None]] = {1: _from_1}
"""From each format to the next."""
