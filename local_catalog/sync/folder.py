"""The folder in which a kiosk keeps its catalogs.

    current.json             which version is served, which before it, which are bad; replaced in one step
    versions/NAME.db         a catalog, never changed once it has its name
    versions/NAME.json       what is known of it
    trust/root.json          the first root of HQ's signatures, put there when the kiosk is set up
    trust/metadata/          what HQ signed last, as the TUF client keeps it
    partial/                 downloads that were broken off
    work/                    catalogs being made

What holds at any moment, also after a loss of power: `current.json` names a whole, checked catalog. A version and what
is known of it are on disk before `current.json` names it, and are deleted only after it no longer does.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from local_catalog import schema
from local_catalog.sync import files, fingerprint
from local_catalog.sync.decision import Held
from local_catalog.types import CatalogError

GOOD_NAME = re.compile(r"\d{1,12}-[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True)
class Version:
    """A version in the folder."""

    name: str
    number: int
    version: str
    rows: str
    products: int
    sha256: str
    """Of the file, when it was checked."""
    taken_at: str
    """ISO 8601."""

    @property
    def held(self) -> Held:
        """As the decision sees it."""
        return Held(self.number, self.version, self.rows, self.products)


@dataclass(frozen=True, slots=True)
class FolderStatus:
    """What a kiosk has."""

    current: Version | None
    previous: Version | None
    bad: dict[int, str]
    """Numbers of versions that are not taken, with the reason."""
    damaged: bool
    """Whether the current file was found damaged, with none to go back to."""
    trusted: bool
    """Whether the kiosk knows whose signatures to believe."""
    checked_at: str | None
    """When HQ was last reached and its signatures held, ISO 8601."""
    signed_at: str | None
    """When HQ signed what was seen then."""


@dataclass(frozen=True, slots=True)
class _State:
    current: str | None = None
    previous: str | None = None
    bad: dict[str, str] = field(default_factory=dict)
    damaged: bool = False
    """The current file is not what it was when it was checked: nothing may be built upon it."""
    checked_at: str | None = None
    signed_at: str | None = None


class CatalogFolder:
    """A kiosk's catalogs. `path` is made if it is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.versions = path / "versions"
        self.partial = path / "partial"
        self.work = path / "work"
        self.metadata = path / "trust" / "metadata"
        self._root = path / "trust" / "root.json"
        self._state_file = path / "current.json"
        try:
            for folder in (self.versions, self.partial, self.work, self.metadata):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CatalogError(f"{path}: cannot be made ({error.strerror}); choose a folder that can") from error

    def current(self) -> Path | None:
        """The catalog to serve; None if there is none yet. The file never changes; it may be deleted while open."""
        version = self._version(self._state().current)
        return self.file(version.name) if version else None

    def status(self) -> FolderStatus:
        """What is there, read without waiting for a sync that runs."""
        state = self._state()
        return FolderStatus(
            self._version(state.current),
            self._version(state.previous),
            {int(number): reason for number, reason in state.bad.items()},
            state.damaged,
            self._root.is_file(),
            state.checked_at,
            state.signed_at,
        )

    def rollback(self, reason: str = "staff went back from it") -> Version:
        """Serve the version before the current one again; the one left is not taken again, only a newer one.

        Raises CatalogError if there is no version to go back to, or a sync is running.
        """
        with self.locked():
            state = self._state()
            left, back = self._version(state.current), self._version(state.previous)
            if back is None:
                raise CatalogError(f"{self.path}: there is no version to go back to; publish the right one at HQ")
            bad = {**state.bad, str(left.number): reason} if left else state.bad
            self._write(replace(state, current=back.name, previous=None, bad=bad, damaged=False))
            return back

    def adopt(self, catalog: Path, *, now: datetime) -> Version:
        """Take a catalog file as it is, as number 0: the one a kiosk leaves the factory with.

        A sync goes on from it by patchset if it is one of HQ's versions. Raises CatalogError if it is not a whole
        catalog, or if there is one already.
        """
        with self.locked():
            if self._state().current is not None:
                raise CatalogError(f"{self.path}: has a catalog already; sync instead")
            unfinished = self.work / "adopted.db"
            with clear_errors(catalog, "choose another file"):
                files.copy(catalog, unfinished)
                with contextlib.closing(open_file(unfinished)) as connection:
                    meta: list[tuple[Any, ...]] = connection.execute("SELECT key, value FROM meta").fetchall()
                    facts = {str(key): str(value) for key, value in meta}
                    rows = fingerprint.of_catalog(connection)
            held = Held(0, facts.get("version", ""), rows, int(facts.get("products", 0)))
            return self.put(unfinished, held, file_digest(unfinished), now)

    def audit(self) -> str | None:
        """Read the whole current catalog and compare it with what HQ signed: what is wrong, or None.

        For idle hours. A damaged catalog is left for the version before it, and the next sync loads it anew.
        """
        with self.locked():
            state = self._state()
            version = self._version(state.current)
            if version is None:
                return None
            wrong = _damage(self.file(version.name), version)
            if wrong is None:
                return None
            back = self._version(state.previous)
            if back is not None and _damage(self.file(back.name), back) is None:
                self._write(replace(state, current=back.name, previous=None))
            else:
                self._write(replace(state, damaged=True))
            return f"version {version.version} is damaged on this disk ({wrong}); sync again"

    # --- for the sync -------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else changes the folder meanwhile. Raises BusyError if somebody does."""
        with files.locked(self.path / "lock") as free:
            if not free:
                raise BusyError(f"{self.path}: another sync is running; wait for it")
            yield

    def root(self) -> bytes | None:
        """The first root of trust."""
        return self._root.read_bytes() if self._root.is_file() else None

    def set_root(self, root: bytes) -> None:
        """Believe the holders of this root from now on, and forget what others signed."""
        if root != self.root():
            for path in self.metadata.glob("**/*"):
                if path.is_file() or path.is_symlink():
                    path.unlink()
            files.write(self._root, root)

    def file(self, name: str) -> Path:
        """Of a version."""
        return self.versions / f"{name}.db"

    def put(
        self, unfinished: Path, held: Held, sha256: str, now: datetime, step: Callable[[str], None] | None = None
    ) -> Version:
        """Keep a finished, checked catalog and serve it; what was served becomes the version before."""
        name = f"{held.number}-{held.version}"
        if not GOOD_NAME.fullmatch(name):
            raise CatalogError(f"{held.version!r} is no name of a version; use letters, digits, dots and hyphens")
        version = Version(name, held.number, held.version, held.rows, held.products, sha256, now.isoformat())
        facts = {key: value for key, value in asdict(version).items() if key != "name"}
        files.write(self.versions / f"{name}.json", json.dumps(facts, indent=1).encode())
        unfinished.chmod(0o644)
        files.place(unfinished, self.file(name))
        if step:
            step("placed")
        state = self._state()
        previous = state.current if state.current not in (None, name) else state.previous
        # What was bad below the new number can never come again.
        bad = {number: reason for number, reason in state.bad.items() if int(number) > held.number}
        self._write(replace(state, current=name, previous=previous, bad=bad, damaged=False))
        return version

    def mark_bad(self, number: int, reason: str) -> None:
        """Do not take a version again."""
        state = self._state()
        self._write(replace(state, bad={**state.bad, str(number): reason}))

    def mark_damaged(self) -> None:
        """The current file is not what it was."""
        self._write(replace(self._state(), damaged=True))

    def mark_checked(self, now: datetime, signed_at: str | None) -> None:
        """HQ was reached and its signatures held."""
        self._write(replace(self._state(), checked_at=now.isoformat(), signed_at=signed_at))

    def tidy_work(self) -> None:
        """Delete unfinished files, and make the folders that somebody deleted."""
        for folder in (self.versions, self.partial, self.work, self.metadata):
            folder.mkdir(parents=True, exist_ok=True)
        files.remove_leftovers(self.work, set())

    def tidy(self) -> None:
        """Delete what no one needs any more: other versions, unfinished files, downloads."""
        state = self._state()
        keep = {f"{name}.{kind}" for name in (state.current, state.previous) if name for kind in ("db", "json")}
        files.remove_leftovers(self.versions, keep)
        files.remove_leftovers(self.work, set())
        files.remove_leftovers(self.partial, set())

    def _state(self) -> _State:
        try:
            raw = json.loads(self._state_file.read_bytes())
            names = {key: raw[key] for key in ("current", "previous", "checked_at", "signed_at")}
            if all(value is None or isinstance(value, str) for value in names.values()):
                bad = {str(int(number)): str(reason) for number, reason in raw["bad"].items()}
                return _State(**names, bad=bad, damaged=bool(raw["damaged"]))
        except (OSError, ValueError, KeyError, AttributeError, TypeError):
            pass
        # The file is gone or damaged: what it named is still there.
        found = [version for path in self.versions.glob("*.json") if (version := self._version(path.stem))]
        newest: list[str | None] = [version.name for version in sorted(found, key=lambda version: -version.number)]
        newest += [None, None]
        return _State(current=newest[0], previous=newest[1])

    def _write(self, state: _State) -> None:
        files.write(self._state_file, json.dumps(asdict(state), indent=1).encode())

    def _version(self, name: str | None) -> Version | None:
        if name is None or not GOOD_NAME.fullmatch(name) or not self.file(name).is_file():
            return None
        try:
            return Version(name=name, **json.loads((self.versions / f"{name}.json").read_bytes()))
        except (OSError, ValueError, TypeError):
            return None


class BusyError(CatalogError):
    """Another process changes the folder."""


def open_file(path: Path, flags: int = apsw.SQLITE_OPEN_READONLY) -> apsw.Connection:
    """A catalog file, without following the schema's tricks. Raises CatalogError if it is no catalog."""
    connection = apsw.Connection(str(path), flags=flags)
    try:
        if connection.pragma("application_id") != schema.APPLICATION_ID:
            raise CatalogError(f"{path}: is not a catalog file")
    except (apsw.Error, CatalogError):
        connection.close()
        raise
    return connection


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def clear_errors(path: Path, remedy: str) -> Iterator[None]:
    """Turn errors of SQLite into the catalog's own; those of the disk stay OSError."""
    try:
        yield
    except apsw.FullError as error:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error
    except apsw.IOError as error:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path)) from error
    except (apsw.Error, UnicodeDecodeError) as error:
        raise CatalogError(f"{path}: the catalog cannot be read ({error}); {remedy}") from error


def _damage(path: Path, version: Version) -> str | None:
    try:
        with clear_errors(path, "sync again"), contextlib.closing(open_file(path)) as connection:
            if fingerprint.of_catalog(connection) != version.rows:
                return "its rows are not those that HQ signed"
            told = connection.execute("PRAGMA quick_check(1)").get
            return None if told == "ok" else str(told)
    except (CatalogError, OSError) as error:
        return str(error)
