"""The search index of a catalog file: FTS5 over `product_text`, kept right by triggers that are part of the file.

The index holds no text of its own. Whoever changes `product_text` (a builder, or a patchset, whose changesets skip
virtual tables) needs to know nothing of it.
"""

from __future__ import annotations

from typing import Any, Protocol

from local_catalog.schema import TEXT_COLUMNS

_COLUMNS = ", ".join(TEXT_COLUMNS)
_NEW = ", ".join(f"new.{column}" for column in TEXT_COLUMNS)
_OLD = ", ".join(f"old.{column}" for column in TEXT_COLUMNS)
_ENTER = f"INSERT INTO product_fts(rowid, {_COLUMNS}) VALUES (new.id, {_NEW});"  # noqa: S608
_LEAVE = f"INSERT INTO product_fts(product_fts, rowid, {_COLUMNS}) VALUES ('delete', old.id, {_OLD});"  # noqa: S608
_UPDATED = " OR ".join(f"old.{column} IS NOT new.{column}" for column in ("id", *TEXT_COLUMNS))

_CREATE = (
    f"CREATE VIRTUAL TABLE product_fts USING fts5({_COLUMNS}, "
    "content='product_text', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER product_text_added AFTER INSERT ON product_text BEGIN {_ENTER} END",
    f"CREATE TRIGGER product_text_removed AFTER DELETE ON product_text BEGIN {_LEAVE} END",
    f"CREATE TRIGGER product_text_changed AFTER UPDATE ON product_text WHEN {_UPDATED} BEGIN {_LEAVE} {_ENTER} END",
)


class Connection(Protocol):
    """What sqlite3 and apsw connections have in common."""

    def execute(self, statement: str, /) -> Any:
        """Run one statement."""
        ...


def create(connection: Connection) -> None:
    """Make the empty index and its triggers. Call it after the tables; rows of `product_text` that come later are
    indexed as they come, which costs more than `fill` once for many."""
    for statement in _CREATE:
        connection.execute(statement)


def fill(connection: Connection) -> None:
    """Make the index again from what `product_text` holds, and pack it. Writes in the transaction that is open.

    A builder that writes many rows does so first and then calls `create` and `fill`.
    """
    connection.execute("INSERT INTO product_fts(product_fts) VALUES('rebuild')")
    connection.execute("INSERT INTO product_fts(product_fts) VALUES('optimize')")


def check(connection: Connection) -> None:
    """Compare the index with `product_text`; the library's own error (SQLITE_CORRUPT_VTAB) if they differ."""
    connection.execute("INSERT INTO product_fts(product_fts, rank) VALUES('integrity-check', 1)")
