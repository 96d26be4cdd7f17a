"""Parquet, batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

from local_catalog.importing.readers.options import SourceOptions
from local_catalog.importing.readers.table import Record, SourceError, Table

_BATCH = 2000


@contextmanager
def open_parquet(path: Path, _: SourceOptions) -> Iterator[Table]:
    """Raises SourceError."""
    try:
        file = pyarrow.parquet.ParquetFile(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise _damaged(path, error) from error
    with file:
        yield Table(str(path), tuple(file.schema_arrow.names), _records(path, file), total=file.metadata.num_rows)


def _records(path: Path, file: Any) -> Iterator[Record]:
    number = 0
    try:
        for batch in file.iter_batches(batch_size=_BATCH):
            for values in batch.to_pylist():
                number += 1
                yield Record(number, values)
    except (pyarrow.ArrowException, OSError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> SourceError:
    told = str(error).split("\n", 1)[0][:200]
    return SourceError(f"{path}: is not a Parquet file, or a damaged one ({told}); write it again")
