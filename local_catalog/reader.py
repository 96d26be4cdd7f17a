"""Opens a catalog file for reading: checks it first, then lends a connection to each thread that asks."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import apsw

from local_catalog import schema
from local_catalog.types import CatalogError

_REMEDY = "sync it again or build one with `python -m local_catalog.build --to FILE`"
_SESSION_TABLES = (
    "CREATE VIRTUAL TABLE temp.place USING fts5vocab(main, product_fts, instance)",
    "CREATE VIRTUAL TABLE temp.phrase_word USING fts5vocab(main, phrase_fts, row)",
)
"""Views of the search indexes: where each stem stands; the words of the phrases. They live in memory."""

Row = tuple[Any, ...]


class Reader:
    """Connections to one immutable catalog file. A connection serves one thread at a time and is used again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[apsw.Connection] = []
        self._lock = threading.Lock()
        self._closed = False
        self._checked = False
        if not path.is_file():
            raise CatalogError(f"{path}: there is no catalog; {_REMEDY}")
        with self.lend():
            """The first connection checks the file."""

    def rows(self, statement: str, values: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        """All rows of a query. Raises CatalogError if the file turns out to be damaged."""
        with self.lend() as connection:
            return connection.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def lend(self) -> Iterator[apsw.Connection]:
        """A connection for the duration of the block."""
        with self._lock:
            if self._closed:
                raise CatalogError(f"{self.path}: the catalog is closed")
            connection = self._idle.pop() if self._idle else None
        try:
            if connection is None:
                connection = self._connect()
            yield connection
        except (apsw.Error, UnicodeDecodeError) as error:
            raise CatalogError(f"{self.path}: the catalog cannot be read ({error}); {_REMEDY}") from error
        finally:
            if connection is not None:
                self._take_back(connection)

    def _take_back(self, connection: apsw.Connection) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Close all connections; those on loan are closed when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _connect(self) -> apsw.Connection:
        # A published file never changes, so it needs no locks and no journal beside it.
        name = f"file:{quote(str(self.path.absolute()))}?mode=ro&immutable=1"
        connection = apsw.Connection(name, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
        try:
            if not self._checked:
                self._check(connection)
                self._checked = True
            for statement in _SESSION_TABLES:
                connection.execute(statement)
            connection.execute("PRAGMA query_only=ON")
        except (apsw.Error, CatalogError):
            connection.close()
            raise
        return connection

    def _check(self, connection: apsw.Connection) -> None:
        if connection.pragma("application_id") != schema.APPLICATION_ID:
            raise CatalogError(f"{self.path}: is not a catalog file; {_REMEDY}")
        version = connection.pragma("user_version")
        if version > schema.SCHEMA_VERSION:
            raise CatalogError(
                f"{self.path}: has format {version}, newer than the {schema.SCHEMA_VERSION} that this program reads; "
                "update the program"
            )
        if version < schema.SCHEMA_VERSION:
            raise CatalogError(f"{self.path}: has format {version}, which is no longer read; {_REMEDY}")
        told = connection.execute("PRAGMA main.quick_check(1)").get
        if told != "ok":
            raise CatalogError(f"{self.path}: the catalog is damaged; {_REMEDY}")
