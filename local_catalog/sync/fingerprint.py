"""One number for all the rows of a catalog, the same whichever way they came to be there.

The fingerprint is the sum modulo 2**256 of the SHA-256 of every row of every ordinary table (AdHash: Bellare and
Micciancio, "A new paradigm for collision-free hashing", EUROCRYPT 1997). A sum knows no order, so the layout of the
file, its free pages and its indexes do not matter, and it can follow a change: take the old rows off, add the new.

What it is for: to prove that a patchset led to the very rows that HQ published. It guards against damage and against
errors of programs, where a wrong sum goes unnoticed with probability 2**-256. It is no signature: whoever may choose
many rows freely can find two sets with one sum (Wagner's generalised birthday, about 2**32 steps for 256 bits). Nobody
may: every byte of a snapshot or patchset is checked against its signed SHA-256 before it is opened.

Left out are SQLite's own tables (statistics of the planner), virtual tables and what stores them: the search index is
made from rows that count, by triggers that are compared as part of the schema.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import apsw

_MODULUS = 1 << 256

Row = tuple[Any, ...]


class Fingerprint:
    """A running sum. Rows are given in the order of the table's columns."""

    __slots__ = ("_sum",)

    def __init__(self, text: str = "0") -> None:
        self._sum = int(text, 16)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Count rows in."""
        self._sum = (self._sum + _total(table, rows)) % _MODULUS

    def take(self, table: str, rows: Iterable[Row]) -> None:
        """Count rows out."""
        self._sum = (self._sum - _total(table, rows)) % _MODULUS

    def __str__(self) -> str:
        return f"{self._sum:064x}"


def _total(table: str, rows: Iterable[Row]) -> int:
    # ascii() of a tuple of str, int, float, bytes and None is unambiguous, and the same on every Python and machine
    # (repr() is not: what it escapes depends on the version of Unicode).
    start = f"{table}\0"
    sha256, number = hashlib.sha256, int.from_bytes
    return sum(number(sha256((start + ascii(row)).encode("ascii")).digest(), "big") for row in rows)


def tables(connection: apsw.Connection, schema: str = "main") -> list[str]:
    """Names of the ordinary tables, sorted."""
    found = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = ? AND type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\' ORDER BY name",
        (schema,),
    )
    return [name for (name,) in found]


def of_catalog(connection: apsw.Connection) -> str:
    """Of all rows: 64 hexadecimal digits. Reads the whole file; some 2 µs a row."""
    found = Fingerprint(of_schema(connection))
    for name in tables(connection):
        found.add(name, connection.execute(f'SELECT * FROM "{name}"'))  # noqa: S608 - a name from the schema
    return str(found)


def of_schema(connection: apsw.Connection, schema: str = "main") -> str:
    """Of the format and of all statements that make tables, indexes and triggers: 64 hexadecimal digits.

    It is part of the fingerprint of a catalog, and two files with different ones have no patchset between them.
    """
    rows = connection.execute(
        f"SELECT type, name, tbl_name, sql FROM {schema}.sqlite_schema "  # noqa: S608 - 'main' or 'old'
        "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    found = Fingerprint()
    found.add("", [(connection.pragma("user_version", schema=schema),), *rows])
    return str(found)
