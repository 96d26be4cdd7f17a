"""Which catalog this kiosk serves: the one it was given, else the demo store, built fresh each day."""

from __future__ import annotations

import logging
from datetime import date, datetime

from kiosk.settings import Settings
from local_catalog import Catalog, CatalogError, build_catalog, demo_source

log = logging.getLogger(__name__)

DEMO_FILE = "demo.db"


def today() -> date:
    """The day in the store."""
    return datetime.now().astimezone().date()


def ready_catalog(settings: Settings) -> Catalog:
    """Open the store's catalog. Raises CatalogError naming the file and the remedy.

    Without a catalog of its own the kiosk shows the demo store. That is built when it is missing, older than its
    sources or the program, or from another day: its offers run from the day it was built.
    """
    if settings.catalog is not None or settings.catalog_file.exists():
        return Catalog.open(settings.catalog_file, clock=today)
    demo = settings.data_dir / DEMO_FILE
    source = demo_source()
    room = source.parent
    newest = max(path.stat().st_mtime for path in (source, *room.rglob("*.toml"), *room.rglob("*.py")))
    if demo.exists() and demo.stat().st_mtime > newest:
        built = datetime.fromtimestamp(demo.stat().st_mtime).astimezone().date()
        if built == today():
            try:
                return Catalog.open(demo, clock=today)
            except CatalogError as error:
                log.warning("%s; the demo store is built again", error)
    demo.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    build_catalog(source, demo, today=today())
    return Catalog.open(demo, clock=today)
