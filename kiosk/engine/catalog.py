"""Which catalog this kiosk serves: the one it was given, what came from HQ, else the demo store, built each day."""

from __future__ import annotations

import logging
import os
import secrets
from datetime import date, datetime
from pathlib import Path

from kiosk.settings import Settings
from local_catalog import Catalog, CatalogError
from local_catalog.migrate import migrated

log = logging.getLogger(__name__)

DEMO_FILE = "demo.db"
ID_FILE = "kiosk-id"


def today() -> date:
    """The day in the store."""
    return datetime.now().astimezone().date()


def ready_catalog(settings: Settings) -> Catalog:
    """Open the store's catalog. Raises CatalogError naming the file and the remedy."""
    if settings.catalog is not None:
        return open_catalog(settings, settings.catalog)
    synced = _synced(settings)
    if synced is not None:
        return synced
    if settings.catalog_file.exists():
        return open_catalog(settings, settings.catalog_file)
    return _demo(settings)


def open_catalog(settings: Settings, path: Path) -> Catalog:
    """Open a catalog file, one of an older format by way of a copy. Raises CatalogError."""
    if path.is_file():
        path = migrated(path, into=settings.data_dir / "migrated")
    return Catalog.open(path, clock=today)


def kiosk_id(settings: Settings) -> str:
    """What tells this kiosk from others of the fleet: made once, random, says nothing of the store."""
    path = settings.data_dir / ID_FILE
    try:
        known = path.read_text("ascii").strip()
        if known:
            return known
    except (OSError, UnicodeDecodeError):
        pass
    made = secrets.token_hex(8)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f".{ID_FILE}.{os.getpid()}")
    unfinished.write_text(made + "\n", "ascii")
    unfinished.replace(path)
    return made


def _synced(settings: Settings) -> Catalog | None:
    """What came from HQ; where the newest version is damaged, the one before it."""
    if not settings.catalogs_dir.is_dir():
        return None
    from local_catalog.sync import CatalogFolder  # who has no catalogs from HQ does not load it

    folder = CatalogFolder(settings.catalogs_dir)
    path = folder.current()
    if path is None:
        return None
    try:
        return open_catalog(settings, path)
    except CatalogError as error:
        log.warning("%s", error)
        told = folder.audit()
        back = folder.current()
        if back is None or back == path:
            raise
        log.warning("%s", told)
        return open_catalog(settings, back)


def _demo(settings: Settings) -> Catalog:
    """Built when it is missing, older than its sources or the program, or from another day: its offers run from the
    day it was built."""
    from local_catalog import build_catalog, demo_source  # a store with a catalog of its own does not load it

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
