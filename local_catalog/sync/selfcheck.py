"""Whether a catalog file is fit to be served: what HQ asks before it publishes, and a kiosk before it serves."""

from __future__ import annotations

from pathlib import Path

from local_catalog.catalog import Catalog
from local_catalog.reader import Reader
from local_catalog.types import CatalogError

_SAMPLES = 8
_REMEDY = "import it again at HQ"


def check_catalog(path: Path) -> None:
    """Open the file as the kiosk does, count its products and find some of them by SKU and by name.

    Raises CatalogError naming what is wrong. It takes as long as opening a catalog and a few searches.
    """
    reader = Reader(path)
    try:
        [(count, first, last)] = reader.rows("SELECT count(*), min(id), max(id) FROM product")
        samples = [] if not count else [
            row
            for place in range(_SAMPLES)
            for row in reader.rows(
                "SELECT sku, name FROM product WHERE id >= ? ORDER BY id LIMIT 1",
                (first + (last - first) * place // _SAMPLES,),
            )
        ]  # fmt: skip
    finally:
        reader.close()
    catalog = Catalog.open(path)
    try:
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
