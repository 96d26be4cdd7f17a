"""A patchset: what turns one version of a catalog into the next, packed against the version that the kiosk has.

SQLite's session extension finds the rows that differ. Its own patchsets, compressed, are twice as big as these: here
values stand column by column, rows are named by the distance of their keys, numbers are told as the difference from
what is to be expected (see `expectations`), and texts are compressed against texts that both sides have: the old rows.

Layout: `AWP1`, the length of the numbers (4 bytes, big-endian), numbers (LZMA), texts (zstd). The numbers begin with 1
if the counts of words are left out (see wordcount.py), else 0, then the number of groups. A group is rows of one table:
it has a kind, the table's place among the sorted ordinary tables, a set of columns as bits, the number of rows, then
each column's values. Within a group the keys are sorted. A patchset fits only files with the fingerprint it was made
for; whoever applies it compares the fingerprint of the outcome with the signed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import apsw

from local_catalog.sync import wordcount
from local_catalog.sync.coding import Numbers, Writer, pack_texts, unpack_texts
from local_catalog.sync.fingerprint import Fingerprint, of_schema
from local_catalog.sync.patch_groups import (
    DAMAGED,
    KINDS,
    Group,
    Kind,
    Row,
    Table,
    expectations,
    known_texts,
    recount,
    tables_of,
)
from local_catalog.types import CatalogError

MOST_ROWS = 300_000
"""Changed rows beyond which no patchset is made: both sides hold them in memory, and a snapshot is hardly bigger."""

_MAGIC = b"AWP1"
_MOST_MODELS = 2_000

# --- making -----------------------------------------------------------------------------------------------------------


def make(connection: apsw.Connection, old: str = "old") -> bytes:
    """What turns the catalog attached as `old` into the one that is open as main.

    Raises CatalogError, with the reason, if there can be none: other tables, too many changes, values of no use.
    """
    if of_schema(connection) != of_schema(connection, old):
        raise CatalogError("the tables are not the same in both versions")
    groups = _grouped(connection, tables_of(connection), old)
    groups += _models(connection, groups, old)
    groups.sort(key=lambda group: (KINDS.index(group.kind), group.table.place, group.columns))
    for group in groups:
        group.fetch(connection, old)
    numbers, texts = Writer(), list[str]()
    told = [group for group in groups if group.table.name != wordcount.WORDS]
    counted = _counted(groups) == recount(connection, groups, old)
    if counted:
        groups = told
    numbers.natural(counted)
    numbers.natural(len(groups))
    for group in groups:
        _write(group, numbers, texts)
    head = numbers.packed()
    return _MAGIC + len(head).to_bytes(4, "big") + head + pack_texts(texts, known_texts(groups))


def _grouped(connection: apsw.Connection, tables: dict[str, Table], old: str) -> list[Group]:
    session = apsw.Session(connection, "main")
    for table in tables.values():
        if not table.key or any(kind not in ("INTEGER", "REAL", "TEXT") for kind in table.types):
            raise CatalogError(f"{table.name} has no primary key or columns of other kinds than numbers and texts")
        session.attach(table.name)
        session.diff(old, table.name)
    rows: dict[tuple[Kind, str, tuple[int, ...]], list[Row]] = defaultdict(list)
    for number, change in enumerate(apsw.Changeset.iter(session.patchset())):
        if number >= MOST_ROWS:
            raise CatalogError(f"more than {MOST_ROWS:,} rows differ")
        table = tables[change.name]
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
        group = Group(kind, tables[name], columns, len(members))
        members.sort(key=lambda row: [row[place] for place in group.table.key])
        group.values = {place: [row[place] for row in members] for place in group.told}
        groups.append(group)
    return groups


def _models(connection: apsw.Connection, groups: list[Group], old: str) -> list[Group]:
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
        Group("model", group.table, (), len(found), {group.table.key[0]: sorted(found)}) for group in (product, text)
    ] if found else []  # fmt: skip


def _counted(groups: list[Group]) -> list[wordcount.Change]:
    """What the groups tell of the counts of words."""
    found = []
    for group in groups:
        if group.table.name == wordcount.WORDS:
            before = [row[1] for row in group.old] or [0] * group.count
            after = group.values.get(1) or [0] * group.count
            found += [(word, was, now) for (word,), was, now in zip(group.key_rows(), before, after, strict=True)]
    return sorted(found)


def _write(group: Group, numbers: Writer, texts: list[str]) -> None:
    numbers.natural(KINDS.index(group.kind))
    numbers.natural(group.table.place)
    numbers.natural(sum(1 << place for place in group.columns))
    numbers.natural(group.count)
    for place in group.told:
        values = group.values[place]
        numbers.nulls(values)
        if group.table.types[place] == "INTEGER":
            for value, expected in zip(values, expectations(group, place), strict=True):
                if value is not None:
                    numbers.integer(value - expected)
        elif group.table.types[place] == "REAL":
            for value in values:
                if value is not None:
                    numbers.real(value)
        else:
            texts.extend(value for value in values if value is not None)


# --- applying ---------------------------------------------------------------------------------------------------------


def apply(connection: apsw.Connection, patchset: bytes, fingerprint: Fingerprint) -> int:
    """Change the open catalog and follow the change in `fingerprint`. To be called in a transaction.

    Returns the number of rows touched. Raises CatalogError if the patchset is damaged or does not fit; the transaction
    is then to be rolled back.
    """
    groups, counted = _read(connection, patchset)
    words = recount(connection, groups, "main") if counted else []
    for group in groups:
        if group.kind in ("delete", "update"):
            fingerprint.take(group.table.name, group.old)
    _change(connection, groups)
    wordcount.enter(connection, words, fingerprint)
    for group in groups:
        if group.kind in ("update", "insert"):
            fingerprint.add(group.table.name, _after(connection, group))
    return sum(group.count for group in groups if group.kind != "model")


def _read(connection: apsw.Connection, patchset: bytes) -> tuple[list[Group], bool]:
    """The groups with their old rows, and whether the counts of words are to be told from the texts."""
    length = int.from_bytes(patchset[4:8], "big")
    if patchset[:4] != _MAGIC or len(patchset) < 8 + length:
        raise CatalogError(DAMAGED)
    numbers = Numbers(patchset[8 : 8 + length])
    tables = list(tables_of(connection).values())
    counted = bool(numbers.natural())
    # The differences in numbers stand in `values` until the old rows are known.
    groups = [_read_group(numbers, tables) for _ in range(numbers.count())]
    numbers.end()
    for group in groups:
        if group.table.by_number:
            _resolve(group, group.table.key)
            group.fetch(connection)
    texts = iter(unpack_texts(patchset[8 + length :], known_texts(groups)))
    for group in groups:
        _fill_texts(group, texts)
        if not group.table.by_number:
            _resolve(group, group.table.key)
            group.fetch(connection)
        _resolve(group, [place for place in group.columns if place not in group.table.key])
    if next(texts, None) is not None:
        raise CatalogError(DAMAGED)
    return groups, counted


_TEXT = object()
"""Stands for a text that is still to come."""
_READ: dict[str, Callable[[Numbers], object]] = {
    "INTEGER": Numbers.integer,
    "REAL": Numbers.real,
    "TEXT": lambda _: _TEXT,
}


def _read_group(numbers: Numbers, tables: list[Table]) -> Group:
    kind, place, bits, count = numbers.natural(), numbers.natural(), numbers.natural(), numbers.count()
    if kind >= len(KINDS) or place >= len(tables) or bits >> len(tables[place].columns):
        raise CatalogError(DAMAGED)
    table = tables[place]
    columns = tuple(column for column in range(len(table.columns)) if bits >> column & 1)
    group = Group(KINDS[kind], table, columns, count)
    for column in group.told:
        read = _READ[table.types[column]]
        group.values[column] = [None if missing else read(numbers) for missing in numbers.nulls(count)]
    return group


def _resolve(group: Group, places: Iterable[int]) -> None:
    """From differences to numbers. `expectations` looks at what stands before, which is resolved by then."""
    for place in places:
        if group.table.types[place] == "INTEGER":
            values = group.values[place]
            for number, expected in enumerate(expectations(group, place)):
                if values[number] is not None:
                    values[number] += expected
                    if not -(1 << 63) <= values[number] < 1 << 63:
                        raise CatalogError(DAMAGED)


def _fill_texts(group: Group, texts: Iterator[str]) -> None:
    for place in group.told:
        values = group.values[place]
        for number, value in enumerate(values):
            if value is _TEXT:
                values[number] = next(texts, None)
                if values[number] is None:
                    raise CatalogError(DAMAGED)


def _change(connection: apsw.Connection, groups: list[Group]) -> None:
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


def _after(connection: apsw.Connection, group: Group) -> Iterator[Row]:
    statement = f'SELECT * FROM "{group.table.name}" WHERE {group.table.where()}'  # noqa: S608
    for key in group.key_rows():
        yield from connection.execute(statement, key)
