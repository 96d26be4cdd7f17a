"""Excel workbooks (.xlsx). Formulas count with the values that were last calculated."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from local_catalog.importing.readers.options import SourceOptions
from local_catalog.importing.readers.table import MIB, Record, SourceError, Table

_MOST_UNPACKED = 4096 * MIB
_MOST_SHARED = 512 * MIB
"""Texts of a workbook are held in memory while it is read."""
_FORMULA = re.compile(rb"<f[ >/]")
_BLOCK = MIB
_DAMAGED = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError, EOFError)
"""What openpyxl raises for files that are no workbooks or damaged ones (an XML ParseError is a SyntaxError)."""


@contextmanager
def open_excel(path: Path, options: SourceOptions) -> Iterator[Table]:
    """One sheet of a workbook. Raises SourceError."""
    try:
        formulas = _checked(path)
        book = load_workbook(path, read_only=True, data_only=True)
    except _DAMAGED as error:
        raise SourceError(f"{path}: is not an Excel workbook (.xlsx), or a damaged one; save it again") from error
    try:
        if options.sheet is not None and options.sheet not in book.sheetnames:
            there = ", ".join(book.sheetnames)
            raise SourceError(f"{path}: has no sheet {options.sheet!r}; set `sheet` in [source] to one of: {there}")
        sheet: Any = book[options.sheet] if options.sheet is not None else book.worksheets[0]
        # What a file says of its size is often wrong.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True)
        header = next(islice(rows, options.header - 1, None), ())
        columns = tuple(" ".join(str(title).split()) if title is not None else "" for title in header)
        if not any(columns):
            raise SourceError(f"{path}: sheet {sheet.title!r} has no line of column names; set `header` in [source]")
        note = "formulas count with the values that the workbook was saved with" if formulas else ""
        yield Table(
            str(path), tuple(filter(None, columns)), _records(path, rows, columns, options.header + 1),
            notes=(note,) if note else (),
        )  # fmt: skip
    finally:
        book.close()


def _records(path: Path, rows: Iterator[tuple[object, ...]], columns: tuple[str, ...], first: int) -> Iterator[Record]:
    try:
        for number, cells in enumerate(rows, start=first):
            values = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell is not None}
            if values:
                yield Record(number, values)
    except _DAMAGED as error:
        raise SourceError(f"{path}: the workbook is damaged ({error}); save it again") from error


def _checked(path: Path) -> bool:
    """Refuses what would unpack to more than memory holds; returns whether some sheet has formulas."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        shared = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
        if sum(part.file_size for part in parts) > _MOST_UNPACKED or shared > _MOST_SHARED:
            raise SourceError(f"{path}: unpacks to more than {_MOST_UNPACKED // MIB} MiB; save it as CSV")
        sheets = [part for part in parts if part.filename.startswith("xl/worksheets/")]
        return any(_has_formula(archive, part) for part in sheets)


def _has_formula(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as file:
        tail = b""
        while block := file.read(_BLOCK):
            if _FORMULA.search(tail + block):
                return True
            tail = block[-3:]
    return False
