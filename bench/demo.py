"""The demo store, and its words, for benches."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk.engine.sound import vocabulary
from local_catalog import Catalog, build_catalog, demo_source
from voice import Vocabulary


@contextmanager
def demo_catalog() -> Iterator[tuple[Catalog, Path]]:
    """Its catalog, open, and the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        build_catalog(demo_source(), path, today=date(2026, 11, 21))
        catalog = Catalog.open(path)
        try:
            yield catalog, path
        finally:
            catalog.close()


def demo_vocabulary() -> Vocabulary:
    """What its shoppers may say, as the kiosk tells the recogniser."""
    with demo_catalog() as (catalog, _):
        return vocabulary(catalog)
