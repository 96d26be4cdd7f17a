"""YAML: a list of objects, read whole, of at most 50 MiB."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from local_catalog.importing.readers.encodings import open_text
from local_catalog.importing.readers.json_files import inside, sampled
from local_catalog.importing.readers.options import SourceOptions
from local_catalog.importing.readers.table import MIB, SourceError, Table

_MOST = 50 * MIB
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@contextmanager
def open_yaml(path: Path, options: SourceOptions) -> Iterator[Table]:
    """Raises SourceError."""
    with open_text(path, options.encoding) as (text, note):
        content = text.read(_MOST + 1)
        if len(content) > _MOST:
            raise SourceError(f"{path}: is longer than {_MOST // MIB} MiB, too much for YAML; export JSON Lines")
        try:
            found: object = yaml.load(content, Loader=_Loader)  # noqa: S506 - the safe loader, in C where there is one
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            told = " ".join(str(error).split())[:200]
            raise SourceError(f"{path}: is not valid YAML ({told}); is it cut off? Export it again") from error
        items = inside(path, found, options.rows or "")
        yield sampled(str(path), items, 1, notes=(note,) if note else ())
