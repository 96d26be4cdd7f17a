"""Brings a kiosk's catalog up to date, and leaves it as it was wherever that does not succeed."""

from __future__ import annotations

import contextlib
import errno
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw
import zstandard
from tuf.api.exceptions import DownloadError

from local_catalog import schema
from local_catalog.migrate import migrated
from local_catalog.sync import files, fingerprint, patchset
from local_catalog.sync.decision import Held, Link, Outcome, Release, Stay, Take, decide
from local_catalog.sync.fetch import Fetcher, Limits, WrongBytesError
from local_catalog.sync.folder import BusyError, CatalogFolder, Version, clear_errors, file_digest, open_file
from local_catalog.sync.selfcheck import check_catalog
from local_catalog.sync.trust import DistrustError, Trust
from local_catalog.types import CatalogError

_SPARE = 16 << 20
"""Bytes of the disk that a sync leaves to others."""
_READ = apsw.SQLITE_OPEN_READONLY
_WRITE = apsw.SQLITE_OPEN_READWRITE

Progress = Callable[[str, int, int], None]
"""What is done ('load', 'apply', 'check'), how much of it, of how much."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """How a sync ended."""

    outcome: Outcome
    version: str | None
    """Served now."""
    before: str | None
    """Served before."""
    bytes: int
    """Loaded over the network: bodies of answers."""
    seconds: float
    message: str
    """One sentence for an operator."""

    @property
    def ok(self) -> bool:
        """Whether all is as HQ wants it."""
        return self.outcome in (Outcome.UP_TO_DATE, Outcome.UPDATED, Outcome.HELD_BACK)


def sync(
    folder: CatalogFolder,
    url: str,
    *,
    kiosk_id: str,
    now: datetime,
    self_check: Callable[[Path], None] = check_catalog,
    limits: Limits | None = None,
    progress: Progress | None = None,
    step: Callable[[str], None] | None = None,
) -> SyncReport:
    """Take the newest version that HQ offers this kiosk at `url`, if any. Never raises for what can go wrong outside.

    The catalog that is served changes in one step, after everything was checked; until then, and whatever happens, the
    one that is there stays. self_check: raises if a file that is as HQ signed it is not fit to serve. step: is told the
    name of each step when it is done (for tests that end the process there).
    """
    started = time.monotonic()
    run = _Run(folder, url, kiosk_id, now, self_check, progress, step or _ignore)
    before = folder.status().current
    fetcher = Fetcher(limits or Limits())
    try:
        with folder.locked():
            outcome, message = run.outcome(fetcher)
    except BusyError as error:
        outcome, message = Outcome.BUSY, str(error)
    except DistrustError as error:
        outcome, message = error.outcome, str(error)
    except DownloadError as error:
        outcome, message = Outcome.UNREACHABLE, f"{error}; the next sync goes on from there"
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            outcome, message = Outcome.NO_SPACE, f"{folder.path}: the disk is full; free some space"
        else:
            outcome, message = (
                Outcome.FAILED,
                f"{folder.path}: {error.strerror or error}; check the disk",
            )
    except MemoryError:
        outcome, message = Outcome.FAILED, f"{folder.path}: not enough memory; close other programs"
    except CatalogError as error:
        outcome, message = Outcome.FAILED, str(error)
    finally:
        fetcher.close()
    after = folder.status().current
    return SyncReport(
        outcome,
        after.version if after else None,
        before.version if before else None,
        fetcher.received,
        time.monotonic() - started,
        message,
    )


def _ignore(_: str) -> None:
    """No one wants to know."""


class _PatchError(CatalogError):
    """The way by patchsets does not lead to the signed rows; the snapshot may."""


@dataclass(frozen=True, slots=True)
class _Run:
    folder: CatalogFolder
    url: str
    kiosk_id: str
    now: datetime
    self_check: Callable[[Path], None]
    progress: Progress | None
    step: Callable[[str], None]

    def outcome(self, fetcher: Fetcher) -> tuple[Outcome, str]:
        root = self.folder.root()
        if root is None:
            raise CatalogError(f"{self.folder.path}: does not know HQ yet; set it up with HQ's root.json")
        if not self.url.startswith(("http://", "https://")):
            raise CatalogError(
                f"{self.url!r}: is no address of a server; give one that begins with https:// or http://"
            )
        status = self.folder.status()
        self.folder.tidy_work()
        trust = Trust(str(self.folder.metadata), root, self.url, fetcher)
        listing, signed_at = trust.refresh(self.now, status.signed_at)
        self.step("metadata")
        self.folder.mark_checked(self.now, signed_at)
        held = status.current
        usable = held.held if held and not status.damaged else None
        decision = decide(listing, usable, status.bad, kiosk_id=self.kiosk_id, reads=schema.SCHEMA_VERSION)
        if isinstance(decision, Stay):
            self.folder.tidy()
            return decision.outcome, decision.message
        return self._take(decision, held, trust, fetcher)

    def _take(self, decision: Take, held: Version | None, trust: Trust, fetcher: Fetcher) -> tuple[Outcome, str]:
        release = decision.release
        named = f"{held.version} -> {release.version}" if held else release.version
        failed = ""
        try:
            if decision.links and held:
                try:
                    version = self._by_patchsets(release, decision.links, held, trust, fetcher)
                    return self._done(version, f"{named} by patchset", fetcher)
                except _PatchError as error:
                    failed = f", after the patchset failed: {error}"
            version = self._by_snapshot(release, trust, fetcher)
            return self._done(version, f"{named} by snapshot", fetcher, failed)
        except WrongBytesError as error:
            return Outcome.REFUSED, f"refused what the server sent: {error}"
        except _UnfitError as error:
            reason = f"it failed its check: {error}"
            self.folder.mark_bad(release.number, reason)
            self.folder.tidy()
            return Outcome.BAD, f"version {release.version} is not served: {reason}"
        except _NoSpaceError as error:
            return Outcome.NO_SPACE, str(error)

    def _done(self, version: Version, way: str, fetcher: Fetcher, failed: str = "") -> tuple[Outcome, str]:
        self.step("swapped")
        self.folder.tidy()
        self.step("tidied")
        return Outcome.UPDATED, f"updated {way} ({_size(fetcher.received)}, {version.products:,} products){failed}"

    # --- two ways -----------------------------------------------------------------------------------------------------

    def _by_patchsets(
        self, release: Release, links: tuple[Link, ...], held: Version, trust: Trust, fetcher: Fetcher
    ) -> Version:
        base, unfinished = self.folder.file(held.name), self.folder.work / "patched.db"
        self._demand(base.stat().st_size + release.size // 8 + sum(link.length for link in links))
        try:
            patchsets = [self._load(link.target, trust, fetcher).read_bytes() for link in links]
        except WrongBytesError as error:
            raise _PatchError(str(error)) from error
        self.step("loaded")
        with ThreadPoolExecutor(1) as pool:
            # Reading the old file once more goes on beside the work: what was whole when it was taken may have rotted.
            digest = pool.submit(_digest_or_none, base)
            try:
                files.copy(base, unfinished)
                self.step("copied")
                rows = self._apply(unfinished, held, patchsets)
            finally:
                if digest.result() != held.sha256:
                    self.folder.mark_damaged()
                    raise _PatchError(f"version {held.version} is damaged on this disk")
        if rows != release.rows:
            raise _PatchError("its rows are not those that HQ signed")
        self.step("applied")
        return self._finish(unfinished, release)

    def _apply(self, path: Path, held: Version, patchsets: list[bytes]) -> str:
        rows = fingerprint.Fingerprint(held.rows)
        try:
            with clear_errors(path, "sync again"), contextlib.closing(open_file(path, _WRITE)) as connection:
                # Nobody sees the file before it is whole; a loss of power leaves it to be deleted.
                for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "locking_mode=EXCLUSIVE", "temp_store=MEMORY"):
                    connection.execute(f"PRAGMA {pragma}")
                with connection:
                    for number, data in enumerate(patchsets):
                        patchset.apply(connection, data, rows)
                        self._tell("apply", number + 1, len(patchsets))
        except CatalogError as error:
            raise _PatchError(str(error)) from error
        return str(rows)

    def _by_snapshot(self, release: Release, trust: Trust, fetcher: Fetcher) -> Version:
        unfinished = self.folder.work / "unpacked.db"
        self._demand(release.length + release.size)
        packed = self._load(release.target, trust, fetcher)
        self.step("loaded")
        with packed.open("rb") as source, unfinished.open("wb") as target:
            left = release.size
            try:
                for data in zstandard.ZstdDecompressor().read_to_iter(source):
                    left -= len(data)
                    if left < 0:
                        break
                    target.write(data)
            except zstandard.ZstdError as error:
                raise _UnfitError(f"the snapshot cannot be unpacked ({error})") from error
        if left:
            raise _UnfitError("the snapshot has not the size that HQ signed")
        self.step("unpacked")
        try:
            with clear_errors(unfinished, "publish again"), contextlib.closing(open_file(unfinished)) as connection:
                rows = fingerprint.of_catalog(connection)
        except CatalogError as error:
            raise _UnfitError(str(error)) from error
        if rows != release.rows:
            raise _UnfitError("its rows are not those that HQ signed")
        return self._finish(unfinished, release)

    def _load(self, target: str, trust: Trust, fetcher: Fetcher) -> Path:
        url, length, sha256 = trust.location(target)
        path = self.folder.partial / sha256
        fetcher.load(url, path, length, sha256, lambda done, of: self._tell("load", done, of))
        return path

    def _finish(self, unfinished: Path, release: Release) -> Version:
        """Check a catalog whose rows are right, and serve it."""
        with ThreadPoolExecutor(1) as pool:
            digest = pool.submit(_settle, unfinished)
            self._tell("check", 0, 1)
            readable = migrated(unfinished, into=self.folder.work)
            try:
                self.self_check(readable)
            except (OSError, MemoryError):
                # The machine's fault; the next sync tries again.
                raise
            except Exception as error:  # whatever it is, this catalog is not fit to be served
                raise _UnfitError(str(error) or type(error).__name__) from error
            self._tell("check", 1, 1)
            self.step("checked")
            held = Held(release.number, release.version, release.rows, release.products)
            return self.folder.put(unfinished, held, digest.result(), self.now, self.step)

    # ------------------------------------------------------------------------------------------------------------------

    def _demand(self, size: int) -> None:
        free = files.free_bytes(self.folder.path)
        if free < size + _SPARE:
            raise _NoSpaceError(
                f"{self.folder.path}: {_size(size + _SPARE)} are needed, {_size(free)} are free; free some space"
            )

    def _tell(self, what: str, done: int, of: int) -> None:
        if self.progress:
            self.progress(what, done, of)


class _UnfitError(CatalogError):
    """As HQ signed it, and not fit to be served."""


class _NoSpaceError(CatalogError):
    """The disk has not enough room."""


def _digest_or_none(path: Path) -> str | None:
    """None if the disk cannot read the file any more."""
    try:
        return file_digest(path)
    except OSError:
        return None


def _settle(path: Path) -> str:
    """Have a file on disk, and tell its SHA-256."""
    files.sync(path)
    return file_digest(path)


def _size(size: int) -> str:
    return f"{size / 1024:,.1f} KB" if size < 1 << 20 else f"{size / (1 << 20):,.1f} MB"
