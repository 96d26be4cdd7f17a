"""Keeps a kiosk's catalog as HQ publishes it: `sync` takes the newest version into a `CatalogFolder`."""

from local_catalog.sync.client import SyncReport, sync
from local_catalog.sync.decision import Outcome
from local_catalog.sync.fetch import Limits
from local_catalog.sync.folder import BusyError, CatalogFolder, FolderStatus, Version
from local_catalog.sync.selfcheck import check_catalog
from local_catalog.sync.trust import check_root

__all__ = [
    "BusyError",
    "CatalogFolder",
    "FolderStatus",
    "Limits",
    "Outcome",
    "SyncReport",
    "Version",
    "check_catalog",
    "check_root",
    "sync",
]
