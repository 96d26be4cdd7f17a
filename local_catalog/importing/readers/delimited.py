"""CSV and its relatives: the delimiter is found out, the header is the first line unless the mapping says another."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

from local_catalog.importing.readers.encodings import open_text
from local_catalog.importing.readers.options import SourceOptions
from local_catalog.importing.readers.table import Record, SourceError, Table

_DELIMITERS = ",;\t|"
_LINES_SAMPLED = 50


@contextmanager
def open_delimited(path: Path, options: SourceOptions) -> Iterator[Table]:
    """A file of rows with one header line. Raises SourceError, also while the rows are read."""
    delimiter = options.delimiter or ("\t" if options.format == "tsv" else _delimiter(path, options))
    with open_text(path, options.encoding) as (text, note):
        lines = _Lines(text)
        try:
            rows = csv.reader(lines, delimiter=delimiter)
            for _ in range(options.header - 1):
                next(rows, None)
            columns = _columns(path, next(rows, []))
            records = _records(path, rows, columns, options.header + 1, lines)
            yield Table(str(path), columns, records, notes=(note,) if note else ())
        except csv.Error as error:
            raise _damaged(path, error) from error


class _Lines:
    """Hands on the lines, knowing whether the last one had an end."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self.ended = True

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.ended = line.endswith(("\n", "\r"))
            if "\0" in line:
                line = line.replace("\0", "")
            yield line


def _columns(path: Path, header: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for place, title in enumerate(header, start=1):
        name = " ".join(title.split()) or f"column {place}"
        if name in names:
            name = next(f"{name} {n}" for n in range(2, len(header) + 2) if f"{name} {n}" not in names)
        names.append(name)
    if not any(title.strip() for title in header):
        raise SourceError(f"{path}: has no line of column names; say with `header` in [source] which line it is")
    return tuple(names)


def _records(
    path: Path, rows: Iterable[list[str]], columns: tuple[str, ...], first: int, lines: _Lines
) -> Iterator[Record]:
    many = len(columns)
    try:
        for number, cells in enumerate(rows, start=first):
            if not any(cells):
                continue
            problem = ""
            if len(cells) > many:
                if any(cell.strip() for cell in cells[many:]):
                    problem = f"has {len(cells)} cells where the header has {many}; is a delimiter not quoted?"
            elif len(cells) < many and not lines.ended:
                problem = f"the file ends within this row ({len(cells)} of {many} cells); is it cut off?"
            yield Record(number, dict(zip(columns, cells, strict=False)), problem)
    except csv.Error as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: csv.Error) -> SourceError:
    if "field larger" in str(error):
        return SourceError(f"{path}: a cell has more than {csv.field_size_limit()} characters; is a quote not closed?")
    return SourceError(f"{path}: is not a table of rows ({error}); set `delimiter` in [source], or export it again")


def _delimiter(path: Path, options: SourceOptions) -> str:
    """The one by which the most rows have as many cells as the header, more than one."""
    with open_text(path, options.encoding) as (text, _):
        sample = list(islice((line.replace("\0", "") for line in text), options.header - 1, _LINES_SAMPLED))
    best, found = (0.0, 0), ","
    for delimiter in _DELIMITERS:
        try:
            rows = [row for row in csv.reader(sample, delimiter=delimiter) if row]
        except csv.Error:
            continue
        # The last one may be cut off by the end of the sample.
        header, *others = rows[:-1] if len(rows) > 2 else rows or [[]]
        fitting = sum(len(row) == len(header) for row in others) / (len(others) or 1)
        if len(header) > 1 and (round(fitting, 1), len(header)) > best:
            best, found = (round(fitting, 1), len(header)), delimiter
    return found
