"""The demo store's words, for benches of listening."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk.engine.sound import vocabulary
from local_catalog import Catalog, build_catalog, demo_source
from voice import Vocabulary


def demo_vocabulary() -> Vocabulary:
    """What its shoppers may say, as the kiosk tells the recogniser."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        build_catalog(demo_source(), path, today=date(2026, 11, 21))
        catalog = Catalog.open(path)
        words = vocabulary(catalog)
        catalog.close()
    return words
