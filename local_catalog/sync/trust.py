"""What HQ signed, by the TUF client workflow (https://theupdateframework.github.io/specification/): who may sign comes
from the root that the kiosk was set up with; nothing older than what was seen before, nothing mixed, nothing expired.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    ExpiredMetadataError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, TargetFile, Targets, Timestamp  # type: ignore[attr-defined]  # no __all__
from tuf.ngclient import Updater, UpdaterConfig  # type: ignore[attr-defined]  # its __all__ is computed

from local_catalog.sync.decision import Link, Listing, Outcome, Release
from local_catalog.sync.fetch import Fetcher
from local_catalog.types import CatalogError

SIGNED_AT = "x-aislewise-signed-at"
"""In the timestamp: when HQ made it, ISO 8601."""
SNAPSHOT = ".db.zst"
"""How names of snapshots end; others are patchsets."""

_CONFIG = UpdaterConfig(max_root_rotations=64, targets_max_length=1_000_000, snapshot_max_length=20_000)


class DistrustError(CatalogError):
    """What came is not to be believed, or there was nothing; `outcome` says which."""

    def __init__(self, outcome: Outcome, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome


class Trust:
    """The signed metadata of one sync."""

    def __init__(self, metadata: str, root: bytes, url: str, fetcher: Fetcher) -> None:
        self._base = url.rstrip("/")
        try:
            self._updater = Updater(
                metadata, f"{self._base}/metadata/", fetcher=fetcher, config=_CONFIG, bootstrap=root
            )
        except RepositoryError as error:
            raise DistrustError(
                Outcome.REFUSED, f"the root of trust here is damaged ({error}); set the kiosk up with HQ's root.json"
            ) from error
        self._targets: dict[str, TargetFile] = {}

    def refresh(self, now: datetime, signed_before: str | None) -> tuple[Listing, str | None]:
        """Load and check all metadata; returns what is offered and when HQ signed it.

        `signed_before`: the latest moment of signing that was seen so far. A clock that lost its time (an empty
        battery) is taken to be no earlier than that, so that it does not bring old metadata back to life.
        Raises DistrustError; what was believed before is kept.
        """
        moments = [now.astimezone(UTC), *([_moment(signed_before)] if signed_before else [])]
        # The client reads the system's clock when it is made; the time of this sync is given by the caller.
        trusted = self._updater._trusted_set
        trusted.reference_time = max(moments)
        try:
            self._updater.refresh()
        except DownloadError as error:
            raise DistrustError(Outcome.UNREACHABLE, f"HQ's server cannot be reached: {error}") from error
        except ExpiredMetadataError as error:
            raise DistrustError(Outcome.EXPIRED, self._expired(str(error), now)) from error
        except (RepositoryError, ValueError) as error:
            raise DistrustError(Outcome.REFUSED, _refused(error)) from error
        self._targets = trusted.targets.targets
        return listing(trusted.targets), trusted.timestamp.unrecognized_fields.get(SIGNED_AT)

    def location(self, target: str) -> tuple[str, int, str]:
        """URL, length in bytes and SHA-256 of a file that was listed."""
        found = self._targets[target]
        sha256 = found.hashes["sha256"]
        return f"{self._base}/targets/{sha256}.{target}", found.length, sha256

    def _expired(self, told: str, now: datetime) -> str:
        timestamp = self._updater._trusted_set.get(Timestamp.type)
        signed = timestamp.unrecognized_fields.get(SIGNED_AT) if timestamp else None
        return (
            f"HQ's signature is no longer valid ({told}{f', signed {signed}' if signed else ''}, the clock here says "
            f"{now:%Y-%m-%d %H:%M}); HQ signs anew with `aislewise catalog refresh`, or this clock is wrong"
        )


def check_root(data: bytes) -> None:
    """Raises CatalogError if this is no root of trust."""
    try:
        root = Metadata[Root].from_bytes(data)
        root.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
    except (RepositoryError, ValueError, AttributeError, KeyError) as error:
        raise CatalogError(f"is no root of trust ({error}); take root.json from HQ's folder of keys") from error


def listing(targets: Targets) -> Listing:
    """From the signed targets. Raises DistrustError where HQ's publisher is of another kind than this program."""
    try:
        releases, links = [], []
        for name, target in targets.targets.items():
            if "/" in name or "sha256" not in target.hashes:
                raise ValueError(name)
            if name.endswith(SNAPSHOT):
                releases.append(_release(name, target))
            else:
                links.append(Link(target.custom["from"], target.custom["to"], name, target.length))
    except (KeyError, TypeError, ValueError) as error:
        raise DistrustError(
            Outcome.TOO_NEW, f"HQ publishes in a way that this program does not know ({error}); update the program"
        ) from error
    return Listing(tuple(releases), tuple(links))


def _release(name: str, target: TargetFile) -> Release:
    custom: dict[str, Any] = target.custom
    return Release(
        number=int(custom["number"]),
        version=str(custom["version"]),
        rows=str(custom["rows"]),
        format=int(custom["format"]),
        products=int(custom["products"]),
        share=int(custom["share"]),
        fewer=bool(custom.get("fewer", False)),
        target=name,
        length=target.length,
        size=int(custom["size"]),
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _refused(error: Exception) -> str:
    if isinstance(error, UnsignedMetadataError):
        what = "its signatures are not HQ's, or it was tampered with"
    elif isinstance(error, BadVersionNumberError):
        what = "it is older than what was seen before, or mixed from several publications"
    else:
        what = "it is damaged or tampered with"
    return f"refused what the server sent: {what} ({error})"
