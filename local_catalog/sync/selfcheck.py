"""Whether a catalog file is fit to be served: what HQ asks before it publishes, and a kiosk before it serves."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from local_catalog.catalog import Catalog
from local_catalog.sync.folder import clear_errors, open_file
from local_catalog.types import CatalogError

_SAMPLES = 8
_REMEDY = "import it again at HQ"


def check_catalog(path: Path) -> None:
    """Open the file as the kiosk does, count its products and find some of them by SKU and by name.

    Raises CatalogError naming what is wrong. It takes as long as opening a catalog and a few searches.
    """
    catalog = Catalog.open(path)
    try:
        count, samples = _samples(path)
        if catalog.info.products != count or not count:
            raise CatalogError(f"{path}: says {catalog.info.products:,} products and has {count:,}; {_REMEDY}")
        for sku, _ in samples:
            if catalog.product(sku) is None:
                raise CatalogError(f"{path}: product {sku} cannot be read; {_REMEDY}")
        # A name may be made of words that are never searched for, but not each of them.
        if not any(catalog.search(name, limit=1).total for _, name in samples):
            raise CatalogError(f"{path}: search finds none of its products; {_REMEDY}")
    finally:
        catalog.close()


def _samples(path: Path) -> tuple[int, list[tuple[str, str]]]:
    """How many products there are, and SKU and name of some, from all over the file."""
    with clear_errors(path, _REMEDY), contextlib.closing(open_file(path)) as connection:
        spread: list[tuple[Any, ...]] = connection.execute("SELECT count(*), min(id), max(id) FROM product").fetchall()
        [(count, first, last)] = spread
        places = [first + (last - first) * place // _SAMPLES for place in range(_SAMPLES if count else 0)]
        found = [
            (str(sku), str(name))
            for place in places
            for sku, name in connection.execute(
                "SELECT sku, name FROM product WHERE id >= ? ORDER BY id LIMIT 1", (place,)
            )
        ]
    return int(count), found
