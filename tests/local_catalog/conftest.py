"""A small store of the tests' own, and the demo store, each built once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from local_catalog import Catalog, build_catalog, demo_source

TODAY = date(2026, 11, 21)
SMALL_STORE = Path(__file__).parent / "store"


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "catalog.db"
    build_catalog(SMALL_STORE, path, today=TODAY)
    return path


@pytest.fixture(scope="session")
def small(small_file: Path) -> Iterator[Catalog]:
    catalog = Catalog.open(small_file, clock=lambda: TODAY)
    yield catalog
    catalog.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    path = tmp_path_factory.mktemp("demo") / "catalog.db"
    build_catalog(demo_source(), path, today=TODAY)
    catalog = Catalog.open(path, clock=lambda: TODAY)
    yield catalog
    catalog.close()
