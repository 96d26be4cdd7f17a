"""Publishes a catalog: checked, packed, with the way to it from the version before, signed."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import apsw
import zstandard
from tuf.api.metadata import TargetFile  # type: ignore[attr-defined]  # no __all__

from local_catalog import schema
from local_catalog.publishing.keys import load_signers
from local_catalog.publishing.repository import Repository, Signers, opened
from local_catalog.sync import files, fingerprint, patchset
from local_catalog.sync.decision import ROWS_SHOWN, Release
from local_catalog.sync.folder import GOOD_NAME, clear_errors, file_digest, open_file
from local_catalog.sync.selfcheck import check_catalog
from local_catalog.sync.trust import SNAPSHOT
from local_catalog.types import CatalogError

KEEP = 7
"""Steps from version to version that stay published: a kiosk this many behind still loads patchsets."""

_LEVEL = 12
"""Of zstd: 19 makes snapshots 15 % smaller and takes twenty times as long."""
_CHUNK = 4 << 20
_REMEDY = "build or import the catalog again"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What was published."""

    version: str
    number: int
    products: int
    new: bool
    """False if the very same version was published already and nothing had to be done."""
    snapshot_bytes: int
    patchset_bytes: int | None
    """Of the step from the version before; None if there is none."""
    seconds: float
    message: str
    """One sentence."""


@dataclass(frozen=True, slots=True)
class _Facts:
    version: str
    synced_at: datetime
    products: int
    rows: str
    size: int


def publish(
    catalog: Path,
    to: Path,
    keys: Path,
    *,
    now: datetime,
    keep: int = KEEP,
    share: int = 100,
    fewer: bool = False,
    older: bool = False,
    passphrase: str | None = None,
    self_check: Callable[[Path], None] = check_catalog,
    progress: Progress | None = None,
    step: Callable[[str], None] | None = None,
) -> PublishReport:
    """Make `catalog` the newest version in the folder `to`, signed with `keys`.

    share: percent of kiosks that may take it; the others get the newest version that was for all. fewer: it is meant
    that more than half of the products are gone. older: it is meant that the data is from before what is published (to
    take back a bad version, publish the old catalog so). keep: how many steps stay published as patchsets.
    step: is told the name of each step when it is done (for tests that end the process there).

    Kiosks see all of it or nothing; run again after it was ended in the middle, it does what is left to do.
    Raises CatalogError if the catalog is not fit to be served or the folder or the keys cannot be used.
    """
    started = time.monotonic()
    if not 0 <= share <= 100:
        raise CatalogError(f"a share of {share} % cannot be; give 0 to 100")
    tell, done = progress or _ignore, step or _ignore
    with opened(to, keys) as repository:
        signers = Signers(
            load_signers(repository.root, "targets", [keys], passphrase),
            load_signers(repository.root, "online", [keys], passphrase),
        )
        files.remove_leftovers(repository.work, {"lock"})
        new = repository.work / "new.db"
        tell("checking the catalog")
        facts = _checked(catalog, new, self_check)
        done("checked")
        before = max(repository.listing.releases, key=lambda release: release.number, default=None)
        if before is not None and before.version == facts.version:
            if before.rows != facts.rows:
                raise CatalogError(
                    f"{catalog}: a different catalog was published as version {facts.version}; "
                    "give it another version (build or import it again)"
                )
            repository.tidy()
            size = repository.targets.targets[before.target].length
            seconds = time.monotonic() - started
            told = f"version {facts.version} is published already"
            return PublishReport(facts.version, before.number, facts.products, False, size, None, seconds, told)
        link, note = None, "the first one"
        if before is not None:
            old = repository.work / "old.db"
            _unpack(repository, before, old)
            _compare(catalog, facts, old, before, fewer=fewer, older=older)
            tell("comparing it with the version before")
            link, note = _link(repository, before, facts, old, new)
            old.unlink()
            done("patchset")
        tell("packing the snapshot")
        number = before.number + 1 if before else 1
        snapshot = _snapshot(repository, facts, number, new, share, fewer=fewer)
        done("packed")
        if link is not None and link.length >= snapshot.length:
            link, note = None, "most of it differs from the version before"
        _list(repository, snapshot, link, keep)
        repository.commit(signers, now, done)
        repository.tidy()
    seconds = time.monotonic() - started
    way = f"patchset of {link.length:,} bytes" if link else f"no patchset: {note}"
    told = (
        f"published version {facts.version} (number {number}) for {share} % of kiosks: "
        f"{facts.products:,} products, snapshot of {snapshot.length:,} bytes, {way}"
    )
    return PublishReport(
        facts.version, number, facts.products, True, snapshot.length, link.length if link else None, seconds, told
    )


def _ignore(_: str) -> None:
    """No one wants to know."""


def _checked(catalog: Path, copy: Path, self_check: Callable[[Path], None]) -> _Facts:
    """Copy the catalog, so that nobody changes it meanwhile, and make sure of the copy."""
    self_check(catalog)
    with clear_errors(catalog, _REMEDY):
        open_file(catalog).close()
    files.copy(catalog, copy)
    with clear_errors(catalog, _REMEDY), contextlib.closing(open_file(copy, apsw.SQLITE_OPEN_READWRITE)) as connection:
        if connection.pragma("user_version") != schema.SCHEMA_VERSION:
            raise CatalogError(f"{catalog}: has another format than {schema.SCHEMA_VERSION}; {_REMEDY}")
        connection.execute("PRAGMA synchronous=OFF")
        told = connection.execute("PRAGMA integrity_check(1)").get
        if told != "ok":
            raise CatalogError(f"{catalog}: is damaged ({told}); {_REMEDY}")
        _check_indexes(connection)
        meta: list[tuple[object, ...]] = connection.execute("SELECT key, value FROM meta").fetchall()
        told_of = {str(key): str(value) for key, value in meta}
        try:
            version, synced_at = told_of["version"], datetime.fromisoformat(told_of["synced_at"])
            products = int(told_of["products"])
        except (KeyError, ValueError) as error:
            raise CatalogError(
                f"{catalog}: does not tell its version, synced_at and products rightly ({error}); {_REMEDY}"
            ) from error
        rows = fingerprint.of_catalog(connection)
        facts = _Facts(version, synced_at.astimezone(UTC), products, rows, copy.stat().st_size)
    if not GOOD_NAME.fullmatch(f"1-{facts.version}"):
        raise CatalogError(
            f"{catalog}: {facts.version!r} is no name of a version; use up to 64 letters, digits, dots and hyphens"
        )
    return facts


def _check_indexes(connection: apsw.Connection) -> None:
    """Compare every full-text index with what it is of; the triggers that keep it right are part of the file."""
    indexes = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'")
    for (name,) in indexes.fetchall():
        connection.execute(f'INSERT INTO "{name}"("{name}", rank) VALUES(\'integrity-check\', 1)')


def _unpack(repository: Repository, release: Release, to: Path) -> None:
    packed = repository.file(release.target)
    if not packed.is_file() or file_digest(packed) != repository.targets.targets[release.target].hashes["sha256"]:
        raise CatalogError(f"{packed}: is missing or damaged; bring it back from a backup")
    with packed.open("rb") as source, to.open("wb") as target:
        zstandard.ZstdDecompressor().copy_stream(source, target)


def _compare(catalog: Path, facts: _Facts, old: Path, before: Release, *, fewer: bool, older: bool) -> None:
    with contextlib.closing(open_file(old)) as connection:
        told = str(connection.execute("SELECT value FROM meta WHERE key = 'synced_at'").get)
    was = datetime.fromisoformat(told).astimezone(UTC)
    if facts.synced_at < was and not older:
        raise CatalogError(
            f"{catalog}: its data is of {facts.synced_at:%Y-%m-%d %H:%M} UTC, older than what is published (version "
            f"{before.version}, {was:%Y-%m-%d %H:%M} UTC); if that is meant, say so (--older)"
        )
    if facts.products * 2 < before.products and not fewer:
        raise CatalogError(
            f"{catalog}: has {facts.products:,} products, version {before.version} has {before.products:,}; "
            "if that is meant, say so (--fewer)"
        )


def _link(
    repository: Repository, before: Release, facts: _Facts, old: Path, new: Path
) -> tuple[TargetFile | None, str]:
    """The patchset from the version before, tried out on it; or None and why there is none."""
    try:
        with contextlib.closing(open_file(new)) as connection:
            connection.execute("ATTACH ? AS old", (str(old),))
            data = patchset.make(connection)
        with contextlib.closing(open_file(old, apsw.SQLITE_OPEN_READWRITE)) as connection:
            connection.execute("PRAGMA journal_mode=MEMORY")
            connection.execute("PRAGMA synchronous=OFF")
            with connection:
                followed = fingerprint.Fingerprint(before.rows)
                patchset.apply(connection, data, followed)
            _check_indexes(connection)
            if not str(followed) == facts.rows == fingerprint.of_catalog(connection):
                raise CatalogError("it does not lead to the same rows")
    except (CatalogError, apsw.Error) as error:
        return None, str(error)
    unfinished = repository.work / "patch"
    unfinished.write_bytes(data)
    name = f"{before.number}-{before.number + 1}.patch"
    return repository.add(unfinished, name, {"from": before.rows[:ROWS_SHOWN], "to": facts.rows[:ROWS_SHOWN]}), ""


def _snapshot(repository: Repository, facts: _Facts, number: int, new: Path, share: int, *, fewer: bool) -> TargetFile:
    unfinished = repository.work / "packed"
    with new.open("rb") as source, unfinished.open("wb") as target:
        zstandard.ZstdCompressor(level=_LEVEL, threads=2).copy_stream(
            source, target, size=facts.size, read_size=_CHUNK, write_size=_CHUNK
        )
    custom: dict[str, object] = {
        "number": number, "version": facts.version, "rows": facts.rows, "format": schema.SCHEMA_VERSION,
        "products": facts.products, "size": facts.size, "share": share,
    }  # fmt: skip
    if fewer:
        custom["fewer"] = True
    return repository.add(unfinished, f"{number}{SNAPSHOT}", custom)


def _list(repository: Repository, snapshot: TargetFile, link: TargetFile | None, keep: int) -> None:
    """List the new version, the newest that is for all kiosks, and the last steps."""
    listed = repository.targets.targets
    listed[snapshot.path] = snapshot
    if link is not None:
        listed[link.path] = link
    keep_needed(repository, keep)


def keep_needed(repository: Repository, keep: int | None = None) -> None:
    """Drop from the list the releases that no kiosk would take, and all but the last `keep` steps."""
    listed = repository.targets.targets
    releases = sorted(repository.listing.releases, key=lambda release: release.number, reverse=True)
    for_all = next((release.number for release in releases if release.share == 100), releases[-1].number)
    for release in releases[1:]:
        if release.number != for_all or releases[0].share == 100:
            del listed[release.target]
    if keep is not None:
        names: Sequence[str] = sorted((link.target for link in repository.listing.links), key=_step_number)
        for name in names[: len(names) - keep] if keep < len(names) else ():
            del listed[name]


def _step_number(target: str) -> int:
    return int(target.split("-")[0])
