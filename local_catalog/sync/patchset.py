"""A patchset: what turns one version of a catalog into the next, packed against the version that the kiosk has.

SQLite's session extension finds the rows that differ. Its own patchsets, compressed, are twice as big as these: here
values stand column by column, rows are named by the distance of their keys, numbers are told as the difference from
what is to be expected (see `_expected`), and texts are compressed against texts that both sides have: the old rows.

Layout: `AWP1`, the length of the numbers (4 bytes, big-endian), numbers (LZMA), texts (zstd). The numbers begin with 1
if the counts of words are left out (see wordcount.py), else 0, then the number of groups. A group is rows of one table:
it has a kind, the table's place among the sorted ordinary tables, a set of columns as bits, the number of rows, then
each column's values. Within a group the keys are sorted. A patchset fits only files with the fingerprint it was made
for; whoever applies it compares the fingerprint of the outcome with the signed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import apsw

from local_catalog.sync import wordcount
from local_catalog.sync.coding import Numbers, Writer, pack_texts, unpack_texts
from local_catalog.sync.fingerprint import Fingerprint, of_schema, tables
from local_catalog.types import CatalogError

MOST_ROWS = 300_000
"""Changed rows beyond which no patchset is made: both sides hold them in memory, and a snapshot is hardly bigger."""

_MAGIC = b"AWP1"
_MOST_MODELS = 2_000
_DAMAGED = "the patchset is damaged; sync again"

Kind = Literal["delete", "update", "insert", "model"]
_KINDS: tuple[Kind, ...] = ("delete", "update", "insert", "model")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Table:
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
class _Group:
    """Rows of one table that change in one way.

    `values` holds a list for each column that the group tells: those of the key, and those that are new. A model
    changes nothing: its row stays, and its texts help to pack others.
    """

    kind: Kind
    table: _Table
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


# --- making -----------------------------------------------------------------------------------------------------------


def make(connection: apsw.Connection, old: str = "old") -> bytes:
    """What turns the catalog attached as `old` into the one that is open as main.

    Raises CatalogError, with the reason, if there can be none: other tables, too many changes, values of no use.
    """
    if of_schema(connection) != of_schema(connection, old):
        raise CatalogError("the tables are not the same in both versions")
    groups = _grouped(connection, _layout(connection), old)
    groups += _models(connection, groups, old)
    groups.sort(key=lambda group: (_KINDS.index(group.kind), group.table.place, group.columns))
    for group in groups:
        group.fetch(connection, old)
    numbers, texts = Writer(), list[str]()
    told = [group for group in groups if group.table.name != wordcount.WORDS]
    counted = _counted(groups) == _recount(connection, groups, old)
    if counted:
        groups = told
    numbers.natural(counted)
    numbers.natural(len(groups))
    for group in groups:
        _write(group, numbers, texts)
    head = numbers.packed()
    return _MAGIC + len(head).to_bytes(4, "big") + head + pack_texts(texts, _known(groups))


def _layout(connection: apsw.Connection) -> dict[str, _Table]:
    found = {}
    for place, name in enumerate(tables(connection)):
        told = connection.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (name,))
        rows: list[Row] = told.fetchall()
        key = tuple(column for column, row in enumerate(rows) if row[2])
        found[name] = _Table(place, name, tuple(row[0] for row in rows), tuple(row[1] for row in rows), key)
    return found


def _grouped(connection: apsw.Connection, layout: dict[str, _Table], old: str) -> list[_Group]:
    session = apsw.Session(connection, "main")
    for table in layout.values():
        if not table.key or any(kind not in ("INTEGER", "REAL", "TEXT") for kind in table.types):
            raise CatalogError(f"{table.name} has no primary key or columns of other kinds than numbers and texts")
        session.attach(table.name)
        session.diff(old, table.name)
    rows: dict[tuple[Kind, str, tuple[int, ...]], list[Row]] = defaultdict(list)
    for number, change in enumerate(apsw.Changeset.iter(session.patchset())):
        if number >= MOST_ROWS:
            raise CatalogError(f"more than {MOST_ROWS:,} rows differ")
        table = layout[change.name]
        # A patchset holds the key among the old values and, of an update, only what is new among the new ones.
        before: Row = change.old or ()
        after: Row = change.new or ()
        if change.op == "INSERT":
            rows["insert", table.name, tuple(range(len(table.columns)))].append(after)
        elif change.op == "DELETE":
            rows["delete", table.name, ()].append(before)
        else:
            merged = tuple((before if place in table.key else after)[place] for place in range(len(table.columns)))
            new = [place for place, value in enumerate(merged) if value is not apsw.no_change]
            rows["update", table.name, tuple(place for place in new if place not in table.key)].append(merged)
    groups = []
    for (kind, name, columns), members in rows.items():
        group = _Group(kind, layout[name], columns, len(members))
        members.sort(key=lambda row: [row[place] for place in group.table.key])
        group.values = {place: [row[place] for row in members] for place in group.told}
        groups.append(group)
    return groups


def _models(connection: apsw.Connection, groups: list[_Group], old: str) -> list[_Group]:
    """For each new product the likest old one: of its category, if possible of its family and brand."""
    [product, text] = [next((g for g in groups if (g.kind, g.table.name) == ("insert", name)), None)
                       for name in ("product", "product_text")]  # fmt: skip
    if product is None or text is None:
        return []
    likest = (
        f"SELECT id FROM {old}.product WHERE category = ? "  # noqa: S608 - the name of an attached file
        "ORDER BY family = ? DESC, brand = ? DESC, id DESC LIMIT 1"
    )
    places = [product.table.columns.index(name) for name in ("category", "family", "brand")]
    found = set[int]()
    for values in zip(*(product.values[place] for place in places), strict=True):
        found.update(row[0] for row in connection.execute(likest, values))
        if len(found) >= _MOST_MODELS:
            break
    return [
        _Group("model", group.table, (), len(found), {group.table.key[0]: sorted(found)}) for group in (product, text)
    ] if found else []  # fmt: skip


def _recount(connection: apsw.Connection, groups: list[_Group], schema: str) -> list[wordcount.Change]:
    """What the texts that change say of the counts of words."""
    texts = [group for group in groups if group.table.name == wordcount.TEXTS and group.kind != "model"]
    where = wordcount.places(texts[0].table.columns) if texts else ()
    if not where:
        return []
    gone = [row for group in texts for row in group.old]
    come = [row for group in texts for row in group.new_rows()]
    return wordcount.changes(connection, schema, where, gone, come)


def _counted(groups: list[_Group]) -> list[wordcount.Change]:
    """What the groups tell of the counts of words."""
    found = []
    for group in groups:
        if group.table.name == wordcount.WORDS:
            before = [row[1] for row in group.old] or [0] * group.count
            after = group.values.get(1) or [0] * group.count
            found += [(word, was, now) for (word,), was, now in zip(group.key_rows(), before, after, strict=True)]
    return sorted(found)


def _write(group: _Group, numbers: Writer, texts: list[str]) -> None:
    numbers.natural(_KINDS.index(group.kind))
    numbers.natural(group.table.place)
    numbers.natural(sum(1 << place for place in group.columns))
    numbers.natural(group.count)
    for place in group.told:
        values = group.values[place]
        numbers.nulls(values)
        if group.table.types[place] == "INTEGER":
            for value, expected in zip(values, _expected(group, place), strict=True):
                if value is not None:
                    numbers.integer(value - expected)
        elif group.table.types[place] == "REAL":
            for value in values:
                if value is not None:
                    numbers.real(value)
        else:
            texts.extend(value for value in values if value is not None)


def _expected(group: _Group, place: int) -> Iterator[int]:
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


def _known(groups: Iterable[_Group]) -> bytes:
    return "\n".join(text for group in groups if group.table.by_number for text in group.known()).encode()


# --- applying ---------------------------------------------------------------------------------------------------------


def apply(connection: apsw.Connection, patchset: bytes, fingerprint: Fingerprint) -> int:
    """Change the open catalog and follow the change in `fingerprint`. To be called in a transaction.

    Returns the number of rows touched. Raises CatalogError if the patchset is damaged or does not fit; the transaction
    is then to be rolled back.
    """
    groups, counted = _read(connection, patchset)
    words = _recount(connection, groups, "main") if counted else []
    for group in groups:
        if group.kind in ("delete", "update"):
            fingerprint.take(group.table.name, group.old)
    _change(connection, groups)
    wordcount.enter(connection, words, fingerprint)
    for group in groups:
        if group.kind in ("update", "insert"):
            fingerprint.add(group.table.name, _after(connection, group))
    return sum(group.count for group in groups if group.kind != "model")


def _read(connection: apsw.Connection, patchset: bytes) -> tuple[list[_Group], bool]:
    """The groups with their old rows, and whether the counts of words are to be told from the texts."""
    length = int.from_bytes(patchset[4:8], "big")
    if patchset[:4] != _MAGIC or len(patchset) < 8 + length:
        raise CatalogError(_DAMAGED)
    numbers = Numbers(patchset[8 : 8 + length])
    layout = list(_layout(connection).values())
    counted = bool(numbers.natural())
    # The differences in numbers stand in `values` until the old rows are known.
    groups = [_read_group(numbers, layout) for _ in range(numbers.count())]
    numbers.end()
    for group in groups:
        if group.table.by_number:
            _resolve(group, group.table.key)
            group.fetch(connection)
    texts = iter(unpack_texts(patchset[8 + length :], _known(groups)))
    for group in groups:
        _fill_texts(group, texts)
        if not group.table.by_number:
            _resolve(group, group.table.key)
            group.fetch(connection)
        _resolve(group, [place for place in group.columns if place not in group.table.key])
    if next(texts, None) is not None:
        raise CatalogError(_DAMAGED)
    return groups, counted


_TEXT = object()
"""Stands for a text that is still to come."""
_READ: dict[str, Callable[[Numbers], object]] = {
    "INTEGER": Numbers.integer,
    "REAL": Numbers.real,
    "TEXT": lambda _: _TEXT,
}


def _read_group(numbers: Numbers, layout: list[_Table]) -> _Group:
    kind, place, bits, count = numbers.natural(), numbers.natural(), numbers.natural(), numbers.count()
    if kind >= len(_KINDS) or place >= len(layout) or bits >> len(layout[place].columns):
        raise CatalogError(_DAMAGED)
    table = layout[place]
    columns = tuple(column for column in range(len(table.columns)) if bits >> column & 1)
    group = _Group(_KINDS[kind], table, columns, count)
    for column in group.told:
        read = _READ[table.types[column]]
        group.values[column] = [None if missing else read(numbers) for missing in numbers.nulls(count)]
    return group


def _resolve(group: _Group, places: Iterable[int]) -> None:
    """From differences to numbers. `_expected` looks at what stands before, which is resolved by then."""
    for place in places:
        if group.table.types[place] == "INTEGER":
            values = group.values[place]
            for number, expected in enumerate(_expected(group, place)):
                if values[number] is not None:
                    values[number] += expected
                    if not -(1 << 63) <= values[number] < 1 << 63:
                        raise CatalogError(_DAMAGED)


def _fill_texts(group: _Group, texts: Iterator[str]) -> None:
    for place in group.told:
        values = group.values[place]
        for number, value in enumerate(values):
            if value is _TEXT:
                values[number] = next(texts, None)
                if values[number] is None:
                    raise CatalogError(_DAMAGED)


def _change(connection: apsw.Connection, groups: list[_Group]) -> None:
    """Delete, update, insert: so that what a row gives up can be another's."""
    updates: list[tuple[str, Row]] = []
    for group in groups:
        table, values = group.table, group.values
        if group.kind == "delete":
            connection.executemany(f'DELETE FROM "{table.name}" WHERE {table.where()}', group.key_rows())  # noqa: S608
        elif group.kind == "update":
            new = ", ".join(f'"{table.columns[place]}" = ?' for place in group.columns)
            statement = f'UPDATE "{table.name}" SET {new} WHERE {table.where()}'  # noqa: S608
            rows = zip(*(values[place] for place in (*group.columns, *table.key)), strict=True)
            updates += ((statement, row) for row in rows)
    _update(connection, updates)
    for group in groups:
        if group.kind == "insert":
            places = ", ".join("?" * len(group.table.columns))
            connection.executemany(f'INSERT INTO "{group.table.name}" VALUES ({places})', group.new_rows())  # noqa: S608


def _update(connection: apsw.Connection, updates: list[tuple[str, Row]]) -> None:
    """A row may have to wait until another gives up the barcode that it gets."""
    while updates:
        waiting = []
        for statement, row in updates:
            try:
                connection.execute(statement, row)
            except apsw.ConstraintError:
                waiting.append((statement, row))
        if len(waiting) == len(updates):
            raise CatalogError("the patchset does not fit: two rows claim the same value; sync again")
        updates = waiting


def _after(connection: apsw.Connection, group: _Group) -> Iterator[Row]:
    statement = f'SELECT * FROM "{group.table.name}" WHERE {group.table.where()}'  # noqa: S608
    for key in group.key_rows():
        yield from connection.execute(statement, key)
