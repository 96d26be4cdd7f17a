"""The file of rejected rows: what they held and why they were not taken, to be put right and imported again."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import IO

from local_catalog.importing.values.texts import as_text
from local_catalog.types import CatalogError

_MOST_COLUMNS = 200
_LONGEST_CELL = 32_000
"""What a spreadsheet takes."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rejects_path(target: Path) -> Path:
    """Beside the catalog."""
    return target.with_name(f"{target.stem}.rejects.csv")


class Rejects:
    """Written as they come; there is no file without any. Used as a context."""

    def __init__(self, target: Path) -> None:
        self.path = rejects_path(target)
        self.count = 0
        self._columns: tuple[str, ...] = ()
        self._unfinished = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        self._file: IO[str] | None = None

    def __enter__(self) -> Rejects:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()
        self._unfinished.unlink(missing_ok=True)

    def use_columns(self, columns: tuple[str, ...]) -> None:
        """The columns of the source."""
        self._columns = columns[:_MOST_COLUMNS]

    def add(self, row: int | str, reason: str, values: Mapping[str, object]) -> None:
        """One row. Raises CatalogError if it cannot be written."""
        self.count += 1
        try:
            if self._file is None:
                self._file = self._unfinished.open("w", encoding="utf-8-sig", newline="", errors="replace")
                csv.writer(self._file).writerow(["row", "reason", *map(_cell, self._columns)])
            cells = [_cell(_found(values, column)) for column in self._columns]
            csv.writer(self._file).writerow([row, _cell(reason), *cells])
        except OSError as error:
            raise self._unwritable(error) from error

    def keep(self) -> Path | None:
        """Put the file in its place, or take an old one away if there is nothing to tell. Returns where it is."""
        try:
            if self._file is None:
                self.path.unlink(missing_ok=True)
                return None
            self._file.close()
            self._unfinished.replace(self.path)
        except OSError as error:
            raise self._unwritable(error) from error
        return self.path

    def _unwritable(self, error: OSError) -> CatalogError:
        return CatalogError(
            f"{self.path}: cannot be written ({error.strerror}); free some space or choose another place"
        )


def _found(values: Mapping[str, object], column: str) -> object:
    return values.get(column)


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    nested = isinstance(value, (dict, list))
    text = json.dumps(value, ensure_ascii=False, default=as_text) if nested else as_text(value)
    text = text.replace("\0", "")[:_LONGEST_CELL]
    if text.startswith(_FORMULA) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    try:
        return Decimal(text.replace(",", ".")).is_finite()
    except ArithmeticError:
        return False
