"""Shopping lists, kept in the state file for as long as their session lives."""

from __future__ import annotations

from dataclasses import dataclass

import apsw

MAX_LINES = 200
MAX_QUANTITY = 99


class ListError(Exception):
    """A change of the list was refused; nothing was written."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: a SKU, how many, and whether it is in the basket already."""

    sku: str
    quantity: int
    done: bool


class Lists:
    """The lists of all open sessions. Each change is on disk when the call returns."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        connection.execute(
            "CREATE TABLE IF NOT EXISTS list_line ("
            " session TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0,"
            " position INTEGER NOT NULL, PRIMARY KEY (session, sku)) WITHOUT ROWID"
        )

    def lines(self, session: str) -> tuple[Line, ...]:
        """The lines in the order in which they were added."""
        rows = self._connection.execute(
            "SELECT sku, quantity, done FROM list_line WHERE session = ? ORDER BY position", (session,)
        )
        return tuple(Line(sku, quantity, bool(done)) for sku, quantity, done in rows)

    def set(self, session: str, sku: str, quantity: int) -> None:
        """Put a product on the list with a quantity; 0 or less takes it off. Raises ListError on a full list."""
        if quantity <= 0:
            self._connection.execute("DELETE FROM list_line WHERE session = ? AND sku = ?", (session, sku))
            return
        if quantity > MAX_QUANTITY:
            raise ListError(f"at most {MAX_QUANTITY} of a product fit on the list")
        lines = self.lines(session)
        if len(lines) >= MAX_LINES and all(line.sku != sku for line in lines):
            raise ListError(f"at most {MAX_LINES} products fit on the list")
        self._connection.execute(
            "INSERT INTO list_line (session, sku, quantity, position)"
            " VALUES (?1, ?2, ?3, 1 + coalesce((SELECT max(position) FROM list_line WHERE session = ?1), 0))"
            " ON CONFLICT DO UPDATE SET quantity = excluded.quantity",
            (session, sku, quantity),
        )

    def tick(self, session: str, sku: str) -> None:
        """Mark a line as in the basket, or take the mark off again."""
        self._connection.execute("UPDATE list_line SET done = 1 - done WHERE session = ? AND sku = ?", (session, sku))

    def clear(self, session: str) -> None:
        self._connection.execute("DELETE FROM list_line WHERE session = ?", (session,))
