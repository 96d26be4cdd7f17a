"""The report as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import msgspec

from kiosk.protocol import ReportRow

COLUMNS = ReportRow.__struct_fields__


def csv_text(rows: Iterable[ReportRow]) -> str:
    """One line a row under a line of COLUMNS; a cell that a spreadsheet would take for a formula begins with '."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_harmless(value) for value in msgspec.structs.astuple(row)])
    return out.getvalue()


def _harmless(value: object) -> object:
    """OWASP's rule: = + - @, in full width too, tabs and line ends must not begin a cell."""
    text = "" if value is None else str(value)
    return (
        f"'{text}"
        if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
        else text
    )
