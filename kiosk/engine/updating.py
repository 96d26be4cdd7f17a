"""New catalogs while the kiosk runs: fetched from HQ on a schedule, warmed up, then served between two questions."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import insight
from kiosk.engine.catalog import kiosk_id, open_catalog
from kiosk.engine.core import Core
from kiosk.engine.parts import Parts
from kiosk.settings import Settings
from local_catalog import CatalogError
from local_catalog.sync import CatalogFolder, Outcome

if TYPE_CHECKING:
    from local_catalog.sync import SyncReport

log = logging.getLogger(__name__)

WATCH_S = 2.0
"""How often the folder is looked at for a version that a command put there or went back to."""
FIRST_S = 60.0
"""The first look at HQ comes within this time after the start."""
JITTER = 0.2


class Updater:
    """Keeps what is served in step with the kiosk's folder of catalogs, and the folder with HQ.

    All work runs on a thread of its own; questions go on meanwhile.
    """

    def __init__(
        self, settings: Settings, core: Core, parts: Parts, chance: Callable[[float, float], float] = random.uniform
    ) -> None:
        self._settings = settings
        self._core = core
        self._parts = parts
        self._chance = chance
        self._folder = CatalogFolder(settings.catalogs_dir)
        self._seen = self._file()
        """The folder's current file when it was last looked at."""
        self._thread = ThreadPoolExecutor(1, "updating")
        if not settings.sync.url:
            parts.tell("sync", "absent", "no address of HQ in the settings")

    async def run(self) -> None:
        """Until cancelled: look at the folder often, at HQ as the settings say."""
        loop = asyncio.get_running_loop()
        settings = self._settings.sync
        due = loop.time() + self._chance(0.0, min(FIRST_S, settings.every_s))
        while True:
            if settings.url and loop.time() >= due:
                await loop.run_in_executor(self._thread, self.fetch)
                due = loop.time() + settings.every_s * self._chance(1 - JITTER, 1 + JITTER)
            await loop.run_in_executor(self._thread, self.follow)
            await asyncio.sleep(WATCH_S)

    def close(self) -> None:
        """Let what is under way go on to its next step, and wait for it."""
        self._thread.shutdown(cancel_futures=True)

    def fetch(self) -> SyncReport:
        """Ask HQ once, and tell how it went."""
        from local_catalog.sync import sync  # loads HTTP and signatures: kiosks without an HQ do without them

        now = datetime.now(UTC)
        report = sync(self._folder, self._settings.sync.url, kiosk_id=kiosk_id(self._settings), now=now)
        log.info("sync: %s", report.message)
        self._parts.tell("sync", "working" if report.ok or report.outcome is Outcome.BUSY else "down", report.message)
        event = insight.CatalogSynced(
            outcome=str(report.outcome),
            before=report.before,
            version=report.version,
            bytes=report.bytes,
            seconds=round(report.seconds, 3),
        )
        self._core.do(lambda: self._core.record(event))
        return report

    def follow(self) -> bool:
        """Serve what the folder has as its current version; whether that was a change.

        One that cannot be opened is left, and the version before it served again, or what is served stays.
        """
        file = self._file()
        if file is None or file == self._seen or self._settings.catalog is not None:
            return False
        self._seen, path = file, file[0]
        try:
            catalog = open_catalog(self._settings, path)
            catalog.warm_up()
        except CatalogError as error:
            log.warning("%s", error)
            self._parts.tell("sync", "down", str(error))
            with contextlib.suppress(CatalogError):  # a sync by command holds the folder: it finds the damage itself
                self._folder.audit()
            return False
        self._parts.serve(catalog)
        self._core.serve(catalog)
        return True

    def _file(self) -> tuple[Path, int] | None:
        """The folder's current file; a version that was loaded again is another file of the same name."""
        path = self._folder.current()
        try:
            return None if path is None else (path, path.stat().st_ino)
        except OSError:
            return None
