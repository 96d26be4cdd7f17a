"""Any database that SQLAlchemy reaches: a table or a query, streamed from the server, read only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, MetaData, create_engine, inspect, make_url, select, text
from sqlalchemy import Table as SqlTable
from sqlalchemy.engine import Result
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, NoSuchTableError, SQLAlchemyError

from local_catalog.importing.readers.options import SourceOptions
from local_catalog.importing.readers.table import Record, SourceError, Table

_BATCH = 2000
_PLAIN_POSTGRES = re.compile(r"^postgres(ql)?://")


def is_database(source: str) -> bool:
    """Whether this is the URL of a database: 'postgresql://...', 'sqlite:///...', 'mysql+pymysql://...'."""
    scheme, separator, _ = source.partition("://")
    return bool(separator) and scheme.lower() not in ("http", "https", "file", "ftp")


@contextmanager
def open_database(source: str, options: SourceOptions) -> Iterator[Table]:
    """The table or query that the mapping names. Raises SourceError; passwords are in no text."""
    url = url_of(source)
    name = url.render_as_string(hide_password=True)
    if (options.table is None) == (options.query is None):
        raise SourceError(f"{name}: say in [source] of the mapping either `table` or `query`")
    try:
        engine = create_engine(url)
    except (NoSuchModuleError, ImportError, ArgumentError) as error:
        raise SourceError(f"{name}: there is no driver for it here ({error}); install one, or export a file") from error
    try:
        with engine.connect() as connection:
            result = _result(connection, name, options)
            columns = tuple(result.keys())
            yield Table(name, columns, _records(name, url, result))
    except SQLAlchemyError as error:
        raise _failed(name, url, error) from error
    finally:
        engine.dispose()


def url_of(source: str) -> URL:
    """The address of a database, with the driver that is here. Raises SourceError."""
    try:
        url = make_url(_PLAIN_POSTGRES.sub("postgresql+psycopg://", source))
    except ArgumentError as error:
        scheme = source.partition("://")[0]
        raise SourceError(
            f"{scheme}://...: is not the URL of a database; write it like postgresql://user:password@host/database"
        ) from error
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        # SQLite would make an empty one.
        raise SourceError(f"{url.database}: there is no such database; write it like sqlite:///folder/file.db")
    return url


def _result(connection: Connection, name: str, options: SourceOptions) -> Result[tuple[object, ...]]:
    # The rows come in batches, and a store's own system is only read.
    read = connection.execution_options(stream_results=True, yield_per=_BATCH)
    if connection.dialect.name == "postgresql":
        read = read.execution_options(postgresql_readonly=True)
    if options.query is not None:
        return read.execute(text(options.query))
    schema, _, table = str(options.table).rpartition(".")
    try:
        return read.execute(select(SqlTable(table, MetaData(), schema=schema or None, autoload_with=connection)))
    except NoSuchTableError as error:
        there = ", ".join(inspect(connection).get_table_names(schema or None)[:20])
        raise SourceError(f"{name}: has no table {options.table!r}; there is: {there or 'none'}") from error


def _records(name: str, url: URL, result: Result[tuple[object, ...]]) -> Iterator[Record]:
    try:
        for number, values in enumerate(result.mappings(), start=1):
            yield Record(number, dict(values))
    except SQLAlchemyError as error:
        raise _failed(name, url, error) from error


def _failed(name: str, url: URL, error: SQLAlchemyError) -> SourceError:
    told = str(getattr(error, "orig", None) or error).strip().split("\n", 1)[0][:300]
    if url.password:
        told = told.replace(str(url.password), "***")
    return SourceError(f"{name}: cannot be read ({told}); check the address, the rights and the query")
