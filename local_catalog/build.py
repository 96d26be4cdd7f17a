"""Builds a catalog file from a store's source files. `python -m local_catalog.build --to FILE` does the demo store."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from local_catalog import schema
from local_catalog.building import Article, CatalogWriter, OfferTerms
from local_catalog.building.store_data import of_folder
from local_catalog.codes import demo_gtin
from local_catalog.sources.toml_folder import StoreSource, read_store
from local_catalog.sources.toml_models import FamilyEntry
from local_catalog.types import CatalogError, CatalogInfo, Location, Nutrition


def demo_source() -> Path:
    """The folder of the demo store's source files."""
    return Path(__file__).parent / "demo"


def build_catalog(source: Path, target: Path, *, today: date, now: datetime | None = None) -> CatalogInfo:
    """Build the catalog of the store described in the folder `source` into the file `target`, in one step.

    Offers end their number of days after `today`. `now` is the moment that the data is from, else the begin of today
    in UTC. Products that the file to be replaced has keep their ids. Raises CatalogError; a file that is there
    already is kept then.
    """
    folder = read_store(source)
    with CatalogWriter(target, of_folder(folder)) as writer:
        for _ in writer.stage.add(enumerate(articles(folder, today))):
            """The stage takes them in batches."""
        told = f"{schema.SCHEMA_VERSION} {folder.digest}{f' {now.isoformat()}' if now else ''}"
        digest = hashlib.sha256(told.encode()).hexdigest()
        return writer.finish(
            version=f"{today:%Y%m%d}-{digest[:10]}", synced_at=now or datetime.combine(today, time(), UTC)
        )


def articles(source: StoreSource, today: date) -> Iterator[Article]:
    """All that a store's folder lists."""
    names = {entry.id: entry.name for entry in source.departments.department}
    for number, (department, family) in enumerate(source.families()):
        yield from _packs(f"f{number:05d}", department, names[department], family, today)


def _packs(identity: str, department: str, department_name: str, family: FamilyEntry, today: date) -> Iterator[Article]:
    diet = family.diet + (("vegetarian",) if "vegan" in family.diet and "vegetarian" not in family.diet else ())
    place = Location(*family.place.split("-"))
    nutrition = Nutrition(**family.nutrition.model_dump()) if family.nutrition else None
    for number, pack in enumerate(family.packs):
        offer = None
        if pack.offer:
            offer = OfferTerms(pack.offer.label, pack.offer.price, today + timedelta(days=pack.offer.days))
        yield Article(
            sku=pack.sku, name=family.name, price=pack.price, category=(department_name, *family.category),
            department=department, brand=family.brand, size=pack.size, family=identity, pack=number,
            gtin=demo_gtin(pack.sku), stock=pack.stock, place=place, description=family.description,
            words=family.words, ingredients=family.ingredients, allergens=family.allergens,
            may_contain=family.may_contain, diet=diet, nutrition=nutrition, min_age=family.min_age,
            attributes=family.attributes, offer=offer,
        )  # fmt: skip


def main() -> int:
    """Build from the command line; 1 with a message on standard error if the sources are not right."""
    parser = argparse.ArgumentParser(prog="python -m local_catalog.build", description="Build a catalog file.")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="the catalog file to write")
    parser.add_argument(
        "--source",
        type=Path,
        default=demo_source(),
        metavar="FOLDER",
        help="the store's files (default: the demo store)",
    )
    given = parser.parse_args()
    try:
        now = datetime.now(UTC)
        info = build_catalog(given.source, given.to, today=now.astimezone().date(), now=now)
    except CatalogError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{given.to}: {info.products} products, version {info.version}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
