"""What a patchset tells: groups of rows of one table that change in one way. Who makes it and who applies it use the
same, so that both expect the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import apsw

from local_catalog.sync import wordcount
from local_catalog.sync.fingerprint import tables
from local_catalog.types import CatalogError

DAMAGED = "the patchset is damaged; sync again"

Kind = Literal["delete", "update", "insert", "model"]
KINDS: tuple[Kind, ...] = ("delete", "update", "insert", "model")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as both versions have it."""

    place: int
    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    key: tuple[int, ...]
    """Places of the columns of the primary key, in the order of the columns."""

    @property
    def by_number(self) -> bool:
        """Whether rows can be found before any text is known."""
        return all(self.types[place] == "INTEGER" for place in self.key)

    def where(self) -> str:
        return " AND ".join(f'"{self.columns[place]}" = ?' for place in self.key)


@dataclass(slots=True)
class Group:
    """Rows of one table that change in one way.

    `values` holds a list for each column that the group tells: those of the key, and those that are new. A model
    changes nothing: its row stays, and its texts help to pack others.
    """

    kind: Kind
    table: Table
    columns: tuple[int, ...]
    count: int
    values: dict[int, list[Any]] = field(default_factory=dict)
    old: list[Row] = field(default_factory=list)

    @property
    def told(self) -> tuple[int, ...]:
        return tuple(sorted({*self.table.key, *self.columns}))

    def key_rows(self) -> Iterator[Row]:
        return zip(*(self.values[place] for place in self.table.key), strict=True)

    def fetch(self, connection: apsw.Connection, schema: str = "main") -> None:
        """Find the rows as they are before the change."""
        if self.kind == "insert":
            return
        statement = f'SELECT * FROM {schema}."{self.table.name}" WHERE {self.table.where()}'  # noqa: S608
        for key in self.key_rows():
            rows = connection.execute(statement, key).fetchall()
            if len(rows) != 1:
                raise CatalogError(f"the patchset does not fit: {self.table.name} has no row {key!r}; sync again")
            self.old.append(rows[0])

    def new_rows(self) -> Iterator[Row]:
        """The rows as they are after an update or an insert."""
        if self.kind == "insert":
            yield from zip(*(self.values[place] for place in range(len(self.table.columns))), strict=True)
        elif self.kind == "update":
            for number, row in enumerate(self.old):
                new = {place: self.values[place][number] for place in self.columns}
                yield tuple(new.get(place, value) for place, value in enumerate(row))

    def known(self) -> Iterator[str]:
        """Texts of the old rows that help to pack the new ones."""
        places = self.columns if self.kind == "update" else range(len(self.table.columns))
        texts = [place for place in places if self.table.types[place] == "TEXT"]
        if texts:
            for row in self.old:
                yield from (row[place] for place in texts if row[place])


def tables_of(connection: apsw.Connection) -> dict[str, Table]:
    """All that a patchset may change, by name, in the order of their names."""
    found = {}
    for place, name in enumerate(tables(connection)):
        told = connection.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (name,))
        rows: list[Row] = told.fetchall()
        key = tuple(column for column, row in enumerate(rows) if row[2])
        found[name] = Table(place, name, tuple(row[0] for row in rows), tuple(row[1] for row in rows), key)
    return found


def recount(connection: apsw.Connection, groups: list[Group], schema: str) -> list[wordcount.Change]:
    """What the texts that change say of the counts of words."""
    texts = [group for group in groups if group.table.name == wordcount.TEXTS and group.kind != "model"]
    where = wordcount.places(texts[0].table.columns) if texts else ()
    if not where:
        return []
    gone = [row for group in texts for row in group.old]
    come = [row for group in texts for row in group.new_rows()]
    return wordcount.changes(connection, schema, where, gone, come)


def expectations(group: Group, place: int) -> Iterator[int]:
    """What a whole number would be by what is known before it: the reader knows the same when it comes to it.

    A key or a number of a new row is like the one before it. A number that changes is what it was; if another of the
    row changed before it, it is expected to have changed by the same factor: prices by the unit follow the price.
    """
    values = group.values[place]
    if place in group.table.key or group.kind == "insert":
        before = 0
        for number in range(group.count):
            yield before
            before = before if values[number] is None else values[number]
        return
    first = next(column for column in group.columns if group.table.types[column] == "INTEGER")
    for number, row in enumerate(group.old):
        was, of, now = row[place] or 0, row[first], group.values[first][number] if place != first else None
        yield (2 * was * now + of) // (2 * of) if of and now is not None else was


def known_texts(groups: Iterable[Group]) -> bytes:
    """What texts are compressed against: of rows that are found without any text."""
    return "\n".join(text for group in groups if group.table.by_number for text in group.known()).encode()
