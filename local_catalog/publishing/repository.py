"""The folder that HQ publishes: signed metadata and the files it names, served as they are by any web server.

    metadata/N.root.json, N.targets.json, N.snapshot.json, timestamp.json
    targets/SHA256.NAME

Everything has a name of its own and is written before what names it; `timestamp.json`, replaced in one step at the
end, is what makes a publication visible. What the last publications named stays for kiosks in the middle of a sync.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined]  # its __all__ is computed
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (  # type: ignore[attr-defined]  # no __all__
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from local_catalog.publishing.keys import expiry
from local_catalog.publishing.keys import signed as signed_bytes
from local_catalog.sync import files
from local_catalog.sync.decision import Listing
from local_catalog.sync.trust import SIGNED_AT, listing
from local_catalog.types import CatalogError

TARGETS_LAST = timedelta(days=365)
TIMESTAMP_LASTS = timedelta(days=14)
"""How long a kiosk believes that there is nothing newer. `refresh` signs anew, best every day."""
_KEPT = 3
"""Publications whose files stay."""

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs: of each role, one or, while keys change, also those that will."""

    targets: Sequence[CryptoSigner]
    online: Sequence[CryptoSigner]


class Repository:
    """The published folder, open for a change. Made by `opened`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.metadata = path / "metadata"
        self.targets_folder = path / "targets"
        self.work = path / ".work"
        self.root: Root
        self.targets = Targets(1)
        self.published = False
        """Whether kiosks can see anything yet."""
        self._snapshot_version = 0
        self._timestamp_version = 0

    @property
    def listing(self) -> Listing:
        """What is published."""
        return listing(self.targets)

    def file(self, target: str) -> Path:
        """Of a target that is listed."""
        return self.targets_folder / f"{self.targets.targets[target].hashes['sha256']}.{target}"

    def add(self, unfinished: Path, name: str, custom: dict[str, object]) -> TargetFile:
        """Put a finished file in its place; it is listed once `commit` is done."""
        with unfinished.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        target = TargetFile(unfinished.stat().st_size, {"sha256": sha256}, name, unrecognized_fields={"custom": custom})
        unfinished.chmod(0o644)
        files.place(unfinished, self.targets_folder / f"{sha256}.{name}")
        return target

    def commit(self, signers: Signers, now: datetime, step: Step) -> None:
        """Sign `targets` and what vouches for it, and make it visible."""
        self.targets.version += self.published
        self.targets.expires = expiry(now, TARGETS_LAST)
        files.write(self.metadata / f"{self.targets.version}.targets.json", signed_bytes(self.targets, signers.targets))
        step("targets")
        self.freshen(signers.online, now, step)

    def freshen(self, online: Sequence[CryptoSigner], now: datetime, step: Step) -> None:
        """Sign that what is published is the newest."""
        self._snapshot_version += 1
        snapshot = Snapshot(
            self._snapshot_version,
            expires=expiry(now, TARGETS_LAST),
            meta={"targets.json": MetaFile(self.targets.version)},
        )
        files.write(self.metadata / f"{snapshot.version}.snapshot.json", signed_bytes(snapshot, online))
        step("snapshot")
        self.stamp(online, now)
        step("timestamp")

    def stamp(self, online: Sequence[CryptoSigner], now: datetime) -> None:
        """Replace the timestamp: from here on kiosks see the latest snapshot of metadata."""
        self._timestamp_version += 1
        timestamp = Timestamp(
            self._timestamp_version,
            expires=expiry(now, TIMESTAMP_LASTS),
            snapshot_meta=MetaFile(self._snapshot_version),
            unrecognized_fields={SIGNED_AT: expiry(now, timedelta()).isoformat()},
        )
        files.write(self.metadata / "timestamp.json", signed_bytes(timestamp, online))

    def put_root(self, data: bytes) -> None:
        """Publish a new root."""
        version = Metadata.from_bytes(data).signed.version
        files.write(self.metadata / f"{version}.root.json", data)

    def tidy(self) -> None:
        """Delete what no recent publication names."""
        files.remove_leftovers(self.work, {"lock"})
        named = set[str]()
        for path in self.metadata.glob("*.targets.json"):
            if int(path.name.split(".")[0]) <= self.targets.version - _KEPT:
                path.unlink()
                continue
            with contextlib.suppress(RepositoryError, ValueError):
                for name, target in Metadata[Targets].from_bytes(path.read_bytes()).signed.targets.items():
                    named.add(f"{target.hashes['sha256']}.{name}")
        for path in self.metadata.glob("*.snapshot.json"):
            if int(path.name.split(".")[0]) <= self._snapshot_version - _KEPT:
                path.unlink()
        files.remove_leftovers(self.targets_folder, named)

    def load(self, first_root: bytes) -> None:
        """Read and check what is there. Raises CatalogError if somebody else signed it, or part of it is missing."""
        try:
            self._load(first_root)
        except (RepositoryError, OSError, ValueError, KeyError, IndexError) as error:
            raise CatalogError(
                f"{self.path}: is not what was published with these keys ({error}); "
                "bring back the folder or the keys from a backup, or publish to an empty folder"
            ) from error

    def _load(self, first_root: bytes) -> None:
        roots = sorted(self.metadata.glob("*.root.json"), key=lambda path: int(path.name.split(".")[0]))
        if not roots:
            self.put_root(first_root)
            roots = list(self.metadata.glob("*.root.json"))
        self.root = Metadata[Root].from_bytes(roots[-1].read_bytes()).signed
        if self.root.version < Metadata[Root].from_bytes(first_root).signed.version:
            raise ValueError("its root is older than the one beside the keys")
        timestamp_file = self.metadata / "timestamp.json"
        if not timestamp_file.exists():
            return
        timestamp = self._verified(timestamp_file, Timestamp)
        self._timestamp_version, self._snapshot_version = timestamp.version, timestamp.snapshot_meta.version
        snapshot = self._verified(self.metadata / f"{self._snapshot_version}.snapshot.json", Snapshot)
        version = snapshot.meta["targets.json"].version
        self.targets = self._verified(self.metadata / f"{version}.targets.json", Targets)
        self.published = True

    def _verified(self, path: Path, kind: type) -> Any:
        metadata = Metadata.from_bytes(path.read_bytes())
        if not isinstance(metadata.signed, kind):
            raise ValueError(f"{path.name} is something else")
        self.root.verify_delegate(metadata.signed.type, metadata.signed_bytes, metadata.signatures)
        return metadata.signed


@contextlib.contextmanager
def opened(path: Path, keys: Path) -> Iterator[Repository]:
    """The published folder, for one writer at a time. Raises CatalogError if it cannot be written or trusted."""
    repository = Repository(path)
    try:
        for folder in (repository.metadata, repository.targets_folder, repository.work):
            folder.mkdir(parents=True, exist_ok=True)
        first_root = (keys / "root.json").read_bytes()
    except FileNotFoundError as error:
        raise CatalogError(f"{keys}: has no root.json; make keys with `aislewise catalog keys`") from error
    except OSError as error:
        raise CatalogError(f"{path}: cannot be written ({error.strerror}); choose a folder that can") from error
    with files.locked(repository.work / "lock") as free:
        if not free:
            raise CatalogError(f"{path}: somebody else is publishing; wait for them")
        repository.load(first_root)
        try:
            yield repository
        except OSError as error:
            raise CatalogError(
                f"{path}: cannot be written ({error.strerror or error}); what was published stays as it was"
            ) from error
        finally:
            files.remove_leftovers(repository.work, {"lock"})
