"""Readers: one form of data each, all giving the same table of records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import chain
from pathlib import Path

from local_catalog.importing.readers.database import is_database, open_database
from local_catalog.importing.readers.delimited import open_delimited
from local_catalog.importing.readers.download import downloaded, is_download
from local_catalog.importing.readers.excel import open_excel
from local_catalog.importing.readers.json_files import open_json, open_json_lines
from local_catalog.importing.readers.options import Format, SourceOptions
from local_catalog.importing.readers.parquet import open_parquet
from local_catalog.importing.readers.table import Record, SourceError, Table
from local_catalog.importing.readers.yaml_file import open_yaml

__all__ = ["Record", "SourceError", "SourceOptions", "Table", "open_source"]

_READERS: dict[Format, Callable[[Path, SourceOptions], AbstractContextManager[Table]]] = {
    "csv": open_delimited, "tsv": open_delimited, "json": open_json, "jsonl": open_json_lines, "excel": open_excel,
    "parquet": open_parquet, "yaml": open_yaml,
}  # fmt: skip
_SUFFIXES: dict[str, Format] = {
    ".csv": "csv", ".txt": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".xlsx": "excel", ".xlsm": "excel", ".parquet": "parquet", ".pq": "parquet", ".yaml": "yaml", ".yml": "yaml",
}  # fmt: skip
_KNOWN = ", ".join(_SUFFIXES)


@contextmanager
def open_source(source: str, options: SourceOptions) -> Iterator[Table]:
    """A file, a folder of files with the same columns, a database URL, or an http(s) address of a file.

    Raises SourceError, also while the records are read.
    """
    with ExitStack() as open_until_the_end:
        if is_database(source):
            yield open_until_the_end.enter_context(open_database(source, options))
            return
        path = open_until_the_end.enter_context(downloaded(source)) if is_download(source) else Path(source)
        if path.is_dir():
            yield _folder(path, options)
        elif path.is_file():
            yield open_until_the_end.enter_context(_file(path, options))
        else:
            raise SourceError(f"{path}: there is no such file or folder; check the name")


def _file(path: Path, options: SourceOptions) -> AbstractContextManager[Table]:
    return _READERS[options.format or _format(path)](path, options)


def _format(path: Path) -> Format:
    name = path.name.lower().removesuffix(".gz")
    found = _SUFFIXES.get(Path(name).suffix)
    if found is None:
        raise SourceError(
            f"{path}: its name does not tell what it is; set `format` in [source], or use one of {_KNOWN}"
        )
    if found in ("excel", "parquet") and path.suffix.lower() == ".gz":
        raise SourceError(f"{path}: is packed twice; unpack it first")
    return found


def _folder(folder: Path, options: SourceOptions) -> Table:
    """All files of a known form, by name, one after the other; the columns of the first few are those of all."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and _is_known(path, options))
    if not files:
        raise SourceError(f"{folder}: holds no file to import; known are {_KNOWN}, each also with .gz")
    columns: dict[str, None] = {}
    notes: list[str] = []
    for path in files:
        with _file(path, options) as table:
            columns.update(dict.fromkeys(table.columns))
            notes.extend(f"{path.name}: {note}" for note in table.notes)
    records = chain.from_iterable(_of_file(path, options) for path in files)
    return Table(str(folder), tuple(columns), records, complete=False, notes=tuple(notes))


def _is_known(path: Path, options: SourceOptions) -> bool:
    if path.name.startswith(".") or path.name.endswith(".rejects.csv"):
        return False
    try:
        return _format(path) == (options.format or _format(path))
    except SourceError:
        return False


def _of_file(path: Path, options: SourceOptions) -> Iterator[Record]:
    with _file(path, options) as table:
        for record in table.records:
            yield Record(f"{path.name}:{record.row}", record.values, record.problem)
