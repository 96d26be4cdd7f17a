"""What all readers give: a table of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from local_catalog.types import CatalogError

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a source."""

    row: int | str
    """As a person would count it: 1 for the first line of a file with a header; with the file's name if several."""
    values: Mapping[str, object]
    """By column; values may be nested."""
    problem: str = ""
    """Why the row cannot be right, if the reader saw that."""


@dataclass(slots=True)
class Table:
    """A source that is open: its rows can be gone through once."""

    name: str
    """Fit to be printed: no passwords."""
    columns: tuple[str, ...]
    records: Iterator[Record]
    complete: bool = True
    """Whether there can be no other columns than these."""
    total: int | None = None
    """Rows, if that is known beforehand."""
    notes: tuple[str, ...] = ()
    """What the reader had to find out or to mend: the encoding, formulas without values."""


class SourceError(CatalogError):
    """A source cannot be read; the text names it, what is wrong, and the remedy."""
