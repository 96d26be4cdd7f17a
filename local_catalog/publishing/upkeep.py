"""What HQ does between publications: sign anew, widen a roll-out, change keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tuf.api.metadata import Metadata, Root  # type: ignore[attr-defined]  # no __all__

from local_catalog.publishing.keys import ROOT_LASTS, Role, expiry, load_signers, new_keys, retire, signed
from local_catalog.publishing.publish import keep_needed
from local_catalog.publishing.repository import TIMESTAMP_LASTS, Repository, Signers, opened
from local_catalog.sync import files
from local_catalog.sync.decision import Release
from local_catalog.types import CatalogError

_SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Freshness:
    """Until when kiosks believe what is published."""

    timestamp_until: datetime
    targets_until: datetime
    root_until: datetime
    message: str
    """One sentence, with what is to be done soon."""


def refresh(
    to: Path, keys: Path, *, now: datetime, passphrase: str | None = None, step: Callable[[str], None] | None = None
) -> Freshness:
    """Sign anew that what is published is the newest; to be run every day, it needs the online key only.

    Signs for another year what `publish` signs if the targets key is here too and half of its time is over.
    """
    with opened(to, keys) as repository:
        _demand_published(repository)
        online = load_signers(repository.root, "online", [keys], passphrase)
        targets = load_signers(repository.root, "targets", [keys], passphrase, least=0)
        if targets and repository.targets.expires < expiry(now, timedelta(days=180)):
            repository.commit(Signers(targets, online), now, step or _ignore)
        else:
            repository.freshen(online, now, step or _ignore)
        repository.tidy()
        return _freshness(repository, now)


def set_share(to: Path, keys: Path, share: int, *, now: datetime, passphrase: str | None = None) -> Release:
    """Let the newest version go to `share` percent of kiosks; nothing but signatures is new."""
    if not 0 <= share <= 100:
        raise CatalogError(f"a share of {share} % cannot be; give 0 to 100")
    with opened(to, keys) as repository:
        _demand_published(repository)
        signers = _signers(repository.root, [keys], passphrase)
        newest = max(repository.listing.releases, key=lambda release: release.number)
        repository.targets.targets[newest.target].custom["share"] = share
        keep_needed(repository)
        repository.commit(signers, now, _ignore)
        repository.tidy()
        return max(repository.listing.releases, key=lambda release: release.number)


def rotate(
    to: Path,
    keys: Path,
    role: Role,
    *,
    now: datetime,
    roots: Sequence[Path] = (),
    passphrase: str | None = None,
    step: Callable[[str], None] | None = None,
) -> Path:
    """Put new keys in the place of all keys of a role, and return the new root.json (for kiosks set up from now on).

    The change is signed by as many of the root keys as are required; `roots` are folders that hold them if `keys` does
    not. New root keys are as many, and are put into `keys`; the files of keys that are no longer good go to `retired`.
    Kiosks follow by themselves. Before kiosks can see the new root, all else is signed by old and new keys, so that
    there is no moment in which it does not fit.
    """
    tell = step or _ignore
    with opened(to, keys) as repository:
        folders = [keys, *roots]
        old = repository.root
        signers = load_signers(old, "root", folders, passphrase)
        root = _next(old, now)
        rule = old.roles[role if role == "root" or role == "targets" else "timestamp"]
        made = new_keys(root, keys, role, len(rule.keyids), rule.threshold, passphrase)
        tell("keys")
        if repository.published and role != "root":
            before = _signers(old, [keys], passphrase)
            both = (
                Signers([*before.targets, *made], before.online)
                if role == "targets"
                else Signers(before.targets, [*before.online, *made])
            )
            repository.commit(both, now, tell)
        data = signed(root, [*signers, *(made if role == "root" else ())])
        repository.put_root(data)
        tell("root")
        files.write(keys / "root.json", data)
        retire(folders, role, root)
    return keys / "root.json"


def renew_root(
    to: Path, keys: Path, *, now: datetime, roots: Sequence[Path] = (), passphrase: str | None = None
) -> datetime:
    """Sign the root for another two years with the keys it has; returns until when it holds."""
    with opened(to, keys) as repository:
        root = _next(repository.root, now)
        data = signed(root, load_signers(repository.root, "root", [keys, *roots], passphrase))
        repository.put_root(data)
        files.write(keys / "root.json", data)
        return root.expires


def _next(old: Root, now: datetime) -> Root:
    root: Root = Metadata[Root].from_bytes(Metadata(old).to_bytes()).signed
    root.version += 1
    root.expires = expiry(now, ROOT_LASTS)
    return root


def _signers(root: Root, folders: Sequence[Path], passphrase: str | None) -> Signers:
    return Signers(
        load_signers(root, "targets", folders, passphrase), load_signers(root, "online", folders, passphrase)
    )


def _demand_published(repository: Repository) -> None:
    if not repository.published:
        raise CatalogError(f"{repository.path}: nothing is published yet; publish a catalog first")


def _freshness(repository: Repository, now: datetime) -> Freshness:
    until = expiry(now, TIMESTAMP_LASTS)
    told = f"kiosks believe it until {until:%Y-%m-%d}"
    if repository.targets.expires < expiry(now, _SOON):
        told += f"; publish again before {repository.targets.expires:%Y-%m-%d}"
    if repository.root.expires < expiry(now, _SOON):
        told += f"; renew the root before {repository.root.expires:%Y-%m-%d}, with the root keys"
    return Freshness(until, repository.targets.expires, repository.root.expires, told)


def _ignore(_: str) -> None:
    """No one wants to know."""
