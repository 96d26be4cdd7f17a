"""What a kiosk takes, worked out from what HQ signed and what the kiosk has. No files, no network, no clock."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a sync ended. In every case a good catalog goes on being served."""

    UP_TO_DATE = "up to date"
    UPDATED = "updated"
    HELD_BACK = "held back"
    """Published, but not for this kiosk yet."""
    SKIPPED = "skipped"
    """The version was found bad on this kiosk, or staff went back from it; a newer one will be taken."""
    TOO_NEW = "needs a newer program"
    REFUSED = "refused"
    """What the server sent is not what HQ signed, or goes back in time."""
    EXPIRED = "expired"
    """HQ's signature is too old to be trusted: nothing new was taken."""
    UNREACHABLE = "unreachable"
    NO_SPACE = "disk full"
    BAD = "failed its check"
    """The new version is as HQ signed it and yet not fit to serve."""
    BUSY = "busy"
    """Another sync of the same folder is running."""
    FAILED = "failed"
    """The kiosk's own disk or files stood in the way."""


ROWS_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Release:
    """A version that HQ offers, as signed."""

    number: int
    """Rises by one with every publication; the order of versions."""
    version: str
    rows: str
    """Fingerprint of all rows, 64 hexadecimal digits."""
    format: int
    products: int
    share: int
    """Percent of kiosks that may take it."""
    fewer: bool
    """HQ says that it knows that more than half of the products are gone."""
    target: str
    """Name of the snapshot."""
    length: int
    """Bytes of the snapshot as it is sent."""
    size: int
    """Bytes of the catalog file."""


@dataclass(frozen=True, slots=True)
class Link:
    """A patchset from the rows of one version to those of the next."""

    before: str
    after: str
    """The first ROWS_SHOWN digits of the fingerprints: they show the way; whether it was right the whole one tells."""
    target: str
    length: int
    """Bytes as it is sent."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that HQ offers now."""

    releases: tuple[Release, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A version that the kiosk has."""

    number: int
    version: str
    rows: str
    products: int


@dataclass(frozen=True, slots=True)
class Take:
    """Load a version: by the links one after another, or by its snapshot if there are none."""

    release: Release
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """Keep what is there, and why."""

    outcome: Outcome
    message: str


def decide(
    listing: Listing,
    held: Held | None,
    bad: Mapping[int, str],
    *,
    kiosk_id: str,
    reads: int,
    patchable: bool = True,
) -> Take | Stay:
    """The newest version that this kiosk may take, by the way that costs the fewest bytes; or why there is none.

    held: what is served now. bad: numbers of versions that are not to be taken, with the reason. reads: the newest
    format of catalog files that the program reads. patchable: whether the held file may be built upon.
    """
    newest = max(listing.releases, key=lambda release: release.number, default=None)
    if newest is None:
        return Stay(Outcome.UP_TO_DATE, "HQ has not published a catalog yet")
    if held is not None and newest.number < held.number:
        return Stay(
            Outcome.REFUSED,
            f"the server offers version {newest.version} (number {newest.number}), older than the {held.version} "
            f"(number {held.number}) that is here; to go back, HQ publishes the old content as a new version",
        )
    if held is not None and newest.number == held.number:
        if newest.rows != held.rows:
            return Stay(Outcome.REFUSED, f"HQ published two different catalogs as number {held.number}; publish again")
        return Stay(Outcome.UP_TO_DATE, f"up to date: version {held.version}")
    objections = []
    for release in sorted(listing.releases, key=lambda release: release.number, reverse=True):
        if held is not None and release.number <= held.number:
            break
        objection = _objection(release, held, bad, kiosk_id, reads)
        if objection is None:
            return Take(release, _cheapest(listing.links, held, release) if held and patchable else ())
        objections.append(objection)
    return objections[0]


def in_share(kiosk_id: str, version: str, share: int) -> bool:
    """Whether a kiosk is among the percent `share` that takes a version first; each version draws anew."""
    drawn = hashlib.sha256(f"{kiosk_id}\n{version}".encode()).digest()
    return int.from_bytes(drawn[:8], "big") % 100 < share


def _objection(release: Release, held: Held | None, bad: Mapping[int, str], kiosk_id: str, reads: int) -> Stay | None:
    if release.number in bad:
        return Stay(Outcome.SKIPPED, f"version {release.version} is not taken again: {bad[release.number]}")
    if not in_share(kiosk_id, release.version, release.share):
        return Stay(
            Outcome.HELD_BACK,
            f"version {release.version} goes to {release.share} % of kiosks first, not to this one yet",
        )
    if release.format > reads:
        return Stay(
            Outcome.TOO_NEW,
            f"version {release.version} has format {release.format}, newer than the {reads} that this program reads; "
            "update the program",
        )
    if held is not None and release.products * 2 < held.products and not release.fewer:
        return Stay(
            Outcome.REFUSED,
            f"version {release.version} has only {release.products:,} products, here are {held.products:,}; "
            "if that is meant, HQ says so when it publishes",
        )
    return None


def _cheapest(links: Iterable[Link], held: Held, release: Release) -> tuple[Link, ...]:
    """The chain of links with the fewest bytes (Dijkstra), if it is shorter than the snapshot."""
    onward: dict[str, list[Link]] = {}
    for link in links:
        onward.setdefault(link.before, []).append(link)
    waiting: list[tuple[int, int, str, tuple[Link, ...]]] = [(0, 0, held.rows[:ROWS_SHOWN], ())]
    seen = set[str]()
    while waiting:
        length, steps, rows, way = heapq.heappop(waiting)
        if length >= release.length:
            break
        if rows == release.rows[:ROWS_SHOWN]:
            return way
        if rows not in seen:
            seen.add(rows)
            for number, link in enumerate(onward.get(rows, ())):
                # The place among equals keeps the heap from comparing links.
                heapq.heappush(waiting, (length + link.length, steps * 1000 + number, link.after, (*way, link)))
    return ()
