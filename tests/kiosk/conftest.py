"""The demo store, for every part of the kiosk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from local_catalog import Catalog, build_catalog, demo_source


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    path = tmp_path_factory.mktemp("demo") / "catalog.db"
    build_catalog(demo_source(), path, today=date(2026, 11, 20))
    opened = Catalog.open(path, clock=lambda: date(2026, 11, 20))
    yield opened
    opened.close()
