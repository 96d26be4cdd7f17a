"""Keeps a kiosk's catalog as HQ publishes it: `sync` takes the newest version into a `CatalogFolder`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from local_catalog.sync.decision import Outcome
from local_catalog.sync.folder import BusyError, CatalogFolder, FolderStatus, Version

if TYPE_CHECKING:
    from local_catalog.sync.client import SyncReport, sync
    from local_catalog.sync.fetch import Limits
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

_LATER = {
    "Limits": "fetch", "SyncReport": "client", "check_catalog": "selfcheck", "check_root": "trust", "sync": "client",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """What reaches HQ, and its libraries, are loaded by those who do; a kiosk that only serves starts without them."""
    if name in _LATER:
        return getattr(import_module(f"local_catalog.sync.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
