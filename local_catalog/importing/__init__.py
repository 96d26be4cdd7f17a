"""Imports a retailer's own data into a catalog: `docs/import.md` is the page for those who do it."""

from __future__ import annotations

from local_catalog.importing.findings import Example, Finding, Outcome
from local_catalog.importing.guess import guess_mapping
from local_catalog.importing.report import ImportRefusedError, ImportReport
from local_catalog.importing.run import import_catalog

__all__ = ["Example", "Finding", "ImportRefusedError", "ImportReport", "Outcome", "guess_mapping", "import_catalog"]
