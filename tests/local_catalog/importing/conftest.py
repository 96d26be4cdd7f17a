"""An import in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from local_catalog import Catalog, Product
from local_catalog.importing import ImportReport, import_catalog

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 4, 30, tzinfo=UTC)
MAPPING = """
currency = "USD"
[fields]
sku = "sku"
name = "name"
price = "price"
"""
HEADER = "sku,name,brand,category,size,price,ean,stock,place\n"
FULL = (
    MAPPING
    + """
brand = "brand"
category = { from = "category", separator = ">" }
size = "size"
gtin = "ean"
stock = "stock"
place = "place"
"""
)
MILK = "M1,Whole Milk,Meadow,Dairy > Milk,1 L,1.29,4006381333931,12,3-4-2\n"
BREAD = "B1,White Bread,Mill,Bakery,500 g,0.99,96385074,0,1-1-1\n"


@dataclass(frozen=True)
class Shop:
    """A folder with a catalog in it."""

    folder: Path

    @property
    def target(self) -> Path:
        return self.folder / "catalog.db"

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def take(
        self, content: str | bytes | Path, mapping: str = FULL, name: str = "in.csv", **options: object
    ) -> ImportReport:
        """Import a file with this content."""
        source = content if isinstance(content, Path) else self.write(name, content)
        return self.take_from(str(source), mapping, **options)

    def take_from(self, source: str, mapping: str = FULL, **options: object) -> ImportReport:
        told = self.write("mapping.toml", mapping)
        return import_catalog(source, told, self.target, **({"now": NOW, "today": TODAY} | options))  # type: ignore[arg-type]

    def product(self, sku: str) -> Product:
        catalog = Catalog.open(self.target)
        found = catalog.product(sku)
        catalog.close()
        assert found is not None
        return found


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


Found = Callable[[ImportReport], dict[tuple[str, str], int]]


def findings(report: ImportReport) -> dict[tuple[str, str], int]:
    """Counts by check and outcome."""
    return {(finding.check, finding.outcome.value): finding.count for finding in report.findings}
