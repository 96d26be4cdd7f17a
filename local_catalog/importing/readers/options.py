"""The part of a mapping file that says how the source is to be read; everything has a way to be found out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from local_catalog.sources.toml_models import Entry

Format = Literal["csv", "tsv", "json", "jsonl", "excel", "parquet", "yaml"]


class SourceOptions(Entry):
    """[source]"""

    format: Format | None = None
    """None: told by the content and the name of the file."""
    encoding: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    header: Annotated[int, Field(ge=1, le=100)] = 1
    """The line with the names of the columns."""
    sheet: str | None = None
    """Of an Excel file; None: the first."""
    rows: str | None = None
    """Where in a JSON or YAML file the list of products is: 'data.products'."""
    table: str | None = None
    """Of a database."""
    query: str | None = None
    """SQL for a database, instead of a table."""
