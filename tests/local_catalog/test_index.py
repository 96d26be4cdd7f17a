"""The index stays right whatever changes the texts: rows one by one, both libraries, a patchset."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import apsw
import pytest

from local_catalog import index, schema

TEXTS = ("id", *schema.TEXT_COLUMNS)


def make(connection: Any) -> None:
    connection.execute(
        f"CREATE TABLE product_text (id INTEGER PRIMARY KEY, {', '.join(f'{c} TEXT' for c in schema.TEXT_COLUMNS)})"
    )


def put(connection: Any, identity: int, name: str) -> None:
    values = {"id": identity, **dict.fromkeys(schema.TEXT_COLUMNS, ""), "name": name}
    marks = ", ".join("?" for _ in TEXTS)
    connection.execute(f"INSERT INTO product_text ({', '.join(TEXTS)}) VALUES ({marks})", tuple(values.values()))


def found(connection: Any, words: str) -> list[int]:
    rows = connection.execute("SELECT rowid FROM product_fts WHERE product_fts MATCH ? ORDER BY rowid", (words,))
    return [row[0] for row in rows]


@pytest.fixture(params=["sqlite3", "apsw"])
def connection(request: pytest.FixtureRequest) -> Any:
    opened: Any = sqlite3.connect(":memory:") if request.param == "sqlite3" else apsw.Connection(":memory:")
    with contextlib.closing(opened):
        make(opened)
        yield opened


def test_rows_that_are_there_and_rows_that_come_later(connection: Any) -> None:
    put(connection, 1, "oat drink")
    index.create(connection)
    index.fill(connection)
    put(connection, 2, "oat flakes")
    assert found(connection, "oats") == [1, 2]
    connection.execute("UPDATE product_text SET name = 'rye flakes' WHERE id = 2")
    assert (found(connection, "oat"), found(connection, "rye")) == ([1], [2])
    connection.execute("DELETE FROM product_text WHERE id = 1")
    assert found(connection, "oat") == []
    index.check(connection)


def test_a_patchset_changes_the_index_too(tmp_path: Path) -> None:
    names = {1: "oat drink", 2: "rye bread", 3: "claw hammer"}
    files = []
    for version in ("old", "new"):
        connection = apsw.Connection(str(tmp_path / version))
        make(connection)
        for identity, name in names.items():
            put(connection, identity, name)
        index.create(connection)
        index.fill(connection)
        files.append(connection)
        names = {1: "oat drink", 2: "rye rolls", 4: "sledge hammer"}
    old, new = files
    session = apsw.Session(new, "main")
    new.execute("ATTACH ? AS before", (str(tmp_path / "old"),))
    session.attach("product_text")
    session.diff("before", "product_text")
    apsw.Changeset.apply(session.patchset(), old)
    assert [found(old, word) for word in ("bread", "rolls", "claw", "sledge", "hammers")] == [[], [2], [], [4], [4]]
    index.check(old)


def test_the_check_tells_a_wrong_index(connection: Any) -> None:
    index.create(connection)
    connection.execute("DROP TRIGGER product_text_added")
    put(connection, 1, "oat drink")
    with pytest.raises((sqlite3.DatabaseError, apsw.CorruptError)):
        index.check(connection)
