"""The table `word` told from the texts: how many products have each word.

A product more or less changes a hundred counts, which would be a tenth of a usual patchset. Where the texts that
change explain all of them, a patchset leaves them out and says so, and both sides count. Where they do not (another
way to count), it tells them like all other rows. The rule is part of the format of patchsets and never changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import apsw

from local_catalog.sync.fingerprint import Fingerprint

TEXTS = "product_text"
WORDS = "word"
_COLUMNS = ("name", "head", "leaf", "words", "brand", "category", "facts")

Row = tuple[Any, ...]
Change = tuple[str, int, int]
"""A word, in how many products it was, in how many it is."""


def places(columns: tuple[str, ...]) -> tuple[int, ...]:
    """Where the texts that count stand in a row of the table of texts; none if it is another table."""
    return tuple(columns.index(name) for name in _COLUMNS) if set(_COLUMNS) <= set(columns) else ()


def changes(
    connection: apsw.Connection, schema: str, where: tuple[int, ...], gone: Iterable[Row], come: Iterable[Row]
) -> list[Change]:
    """What changes in the counts of the catalog `schema` when some rows of the texts go and others come."""
    counts = Counter[str]()
    for row in come:
        counts.update(_words(row, where))
    for row in gone:
        counts.subtract(_words(row, where))
    found = []
    for word, more in sorted(counts.items()):
        if more:
            statement = f"SELECT products FROM {schema}.word WHERE word = ?"  # noqa: S608 - 'main' or 'old'
            was = connection.execute(statement, (word,)).get or 0
            found.append((word, int(was), int(was) + more))
    return found


def enter(connection: apsw.Connection, found: Iterable[Change], fingerprint: Fingerprint) -> None:
    """Change the counts."""
    for word, was, now in found:
        if was:
            fingerprint.take(WORDS, [(word, was)])
        if now > 0:
            connection.execute(
                "INSERT INTO word (word, products) VALUES (?, ?) "
                "ON CONFLICT (word) DO UPDATE SET products = excluded.products",
                (word, now),
            )
            fingerprint.add(WORDS, connection.execute("SELECT * FROM word WHERE word = ?", (word,)))
        else:
            connection.execute("DELETE FROM word WHERE word = ?", (word,))


def _words(row: Row, where: tuple[int, ...]) -> set[str]:
    return set(" ".join(row[place] for place in where).split())
