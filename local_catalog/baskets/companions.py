"""Writes into a catalog what is bought together, from a file of baskets. Done once, where catalogs are published."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import apsw

from local_catalog import schema
from local_catalog.baskets.counting import SUPPORT, Learned, learn
from local_catalog.baskets.reading import Codes, Progress, read_baskets
from local_catalog.text import stems
from local_catalog.types import CatalogError

MOST = 20
"""Companions kept of one product."""
_BOUGHT = 100
"""How many of the most often bought products are kept with their share of the baskets."""
_GOOD_ENOUGH = 0.95
"""A list of companions stays as it is while its weights add up to this share of the best list's: what does not change
need not be sent to the kiosks."""
_SUFFIX = re.compile(r"\.b[0-9a-f]{6}$")

_Row = tuple[int, int, int, float]
"""As in table companion: product, rank, other, score."""


@dataclass(frozen=True, slots=True)
class BasketReport:
    """What was learned from a file of baskets."""

    baskets: int
    """In the file."""
    used: int
    """With two known products or more, and not too large."""
    unknown: int
    """Mentions of articles that the catalog does not have."""
    unknown_examples: tuple[str, ...]
    bad_lines: int
    too_large: int
    products: int
    """With companions now."""
    companions: int
    changed: int
    """Products whose companions are others than before."""
    version: str
    """Of the catalog with these companions."""

    def __str__(self) -> str:
        lines = [
            f"{self.used:,} of {self.baskets:,} baskets used; {self.products:,} products have companions, "
            f"{self.companions:,} in all (pairs in fewer than {SUPPORT} baskets are left out)",
            f"companions of {self.changed:,} products changed; the catalog's version is {self.version}",
        ]
        if self.unknown:
            examples = ", ".join(self.unknown_examples)
            lines.append(f"{self.unknown:,} mentions of articles that the catalog does not have, such as {examples}")
        if self.too_large:
            lines.append(f"{self.too_large:,} baskets are too large to tell what goes together")
        if self.bad_lines:
            lines.append(f"{self.bad_lines:,} lines are no basket and were passed over")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Article:
    """What decides whether two products take each other's place rather than go together."""

    id: int
    family: str
    category: str
    heads: frozenset[str]

    def replaces(self, other: _Article) -> bool:
        if self.family == other.family:
            return True
        return self.category == other.category and not self.heads.isdisjoint(other.heads)


def learn_companions(catalog: Path, baskets: Path, *, progress: Progress | None = None) -> BasketReport:
    """Fill the catalog's table of companions from a file of baskets (layouts: see `reading`), in one step.

    Other packs of the same product and things of the same kind are no companions. Same files, same outcome; a catalog
    that has companions keeps those that are still nearly the best. The version gets a suffix that tells the companions.
    Raises CatalogError; the catalog is kept as it was then.
    """
    if not catalog.is_file():
        raise CatalogError(f"{catalog}: there is no catalog; build one with `python -m local_catalog.build --to FILE`")
    unfinished = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{catalog.name}.", dir=catalog.parent)
        os.close(descriptor)
        unfinished = Path(name)
        shutil.copyfile(catalog, unfinished)
        report = _fill(unfinished, catalog, baskets, progress)
        shutil.copymode(catalog, unfinished)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(catalog)
    except OSError as error:
        raise CatalogError(f"{catalog}: cannot be written ({error.strerror}); free some space") from error
    except apsw.Error as error:
        raise CatalogError(f"{catalog}: cannot be read or written ({error}); build it again") from error
    finally:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
    return report


def _fill(copy: Path, catalog: Path, baskets: Path, progress: Progress | None) -> BasketReport:
    connection = apsw.Connection(str(copy))
    try:
        _check(connection, catalog)
        articles, codes = _articles(connection)
        read = read_baskets(baskets, codes, progress=progress)
        learned = learn(read, len(articles), progress=progress)
        before = _before(connection)
        rows = [row for place in range(len(articles)) for row in _companions(place, articles, learned, before)]
        version = _write(connection, rows, _bought(articles, learned))
        after = _grouped(rows)
        sizes = [int(size) for size in read.starts[1:] - read.starts[:-1]]
        return BasketReport(
            baskets=read.read,
            used=sum(size > 1 for size in sizes) - learned.left_out,
            unknown=read.unknown,
            unknown_examples=read.unknown_examples,
            bad_lines=read.bad_lines,
            too_large=learned.left_out,
            products=len(after),
            companions=len(rows),
            changed=sum(before.get(product) != after.get(product) for product in before.keys() | after.keys()),
            version=version,
        )
    finally:
        connection.close()


def _check(connection: apsw.Connection, catalog: Path) -> None:
    if connection.pragma("application_id") != schema.APPLICATION_ID:
        raise CatalogError(f"{catalog}: is not a catalog file; give one made by `python -m local_catalog.build`")
    if connection.pragma("user_version") != schema.SCHEMA_VERSION:
        raise CatalogError(f"{catalog}: has another format than {schema.SCHEMA_VERSION}; build it again")


def _articles(connection: apsw.Connection) -> tuple[list[_Article], Codes]:
    articles, skus, gtins = [], {}, {}
    rows = connection.execute(
        "SELECT p.id, p.sku, p.gtin, p.family, p.category, t.head FROM product p "
        "LEFT JOIN product_text t ON t.id = p.id ORDER BY p.id"
    )
    for place, (identity, sku, gtin, family, category, head) in enumerate(rows):
        articles.append(_Article(identity, family, category, _stems(head or "")))
        skus[sku] = place
        if gtin is not None:
            gtins[gtin] = place
    return articles, Codes(skus, gtins)


@lru_cache(maxsize=100_000)
def _stems(head: str) -> frozenset[str]:
    return frozenset(stems(head))


def _companions(
    place: int, articles: list[_Article], learned: Learned, before: dict[int, list[_Row]]
) -> Iterable[_Row]:
    own = articles[place]
    others, weights = learned.rows[place]
    fitting = {
        articles[other].id: float(f"{weight:.2g}")
        for other, weight in zip(others.tolist(), weights.tolist(), strict=True)
        if not own.replaces(articles[other])
    }
    best = sorted(fitting.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    kept = before.get(own.id)
    if kept and sum(fitting.get(other, float("-inf")) for _, _, other, _ in kept) >= _GOOD_ENOUGH * sum(
        score for _, score in best
    ):
        return kept
    return ((own.id, rank, other, score) for rank, (other, score) in enumerate(best))


def _bought(articles: list[_Article], learned: Learned) -> str:
    """The products bought most and their shares of the baskets, as JSON."""
    order = sorted(range(len(articles)), key=lambda place: (-learned.shares[place], articles[place].id))
    shares = [(articles[place].id, float(f"{learned.shares[place]:.2g}")) for place in order[:_BOUGHT]]
    return json.dumps([pair for pair in shares if pair[1] > 0], separators=(",", ":"))


def _before(connection: apsw.Connection) -> dict[int, list[_Row]]:
    return _grouped(connection.execute("SELECT product, rank, other, score FROM companion ORDER BY product, rank"))


def _grouped(rows: Iterable[tuple[object, ...]]) -> dict[int, list[_Row]]:
    groups: dict[int, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(row)  # type: ignore[arg-type]
    return groups


def _write(connection: apsw.Connection, rows: list[_Row], bought: str) -> str:
    """Store the rows; the catalog's new version."""
    version = str(connection.execute("SELECT value FROM meta WHERE key = 'version'").get)
    digest = hashlib.sha256(json.dumps([rows, bought]).encode()).hexdigest()
    version = f"{_SUFFIX.sub('', version)}.b{digest[:6]}"
    # Nobody sees the copy before it is whole.
    connection.pragma("synchronous", "OFF")
    with connection:
        connection.execute("DELETE FROM companion")
        connection.executemany("INSERT INTO companion(product, rank, other, score) VALUES(?, ?, ?, ?)", rows)
        connection.executemany(
            "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            [("version", version), ("bought", bought)],
        )
        connection.execute("ANALYZE companion")
    return version
