"""Reads a file of baskets: what was bought together, by SKU or barcode.

Three layouts, told apart by their beginning; each may be compressed (.gz):

- **lines**: a basket a line, its articles separated by , ; | tab, or by spaces if none of these is there
- **pairs**: a table with a header, an article a line: a column for the basket (basket, receipt, order, transaction,
  invoice, ticket, session ...) and one for the article (sku, gtin, ean, upc, barcode, article, item, product ...)
- **json**: a JSON array or object a line: `["4711", "4712"]` or `{"items": ["4711", {"gtin": "..."}]}`
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt

from local_catalog.codes import gtin_key
from local_catalog.types import CatalogError

Progress = Callable[[int, int | None], None]
"""Told how many are done, and of how many (None: not known)."""

_LONGEST_LINE = 1_000_000
_LONGEST_CODE = 64
_HEAD = 50
"""Lines by which the layout is told."""
_EXAMPLES = 5
_TOLD_EVERY = 50_000
"""Baskets between two reports of progress."""

_BASKET = re.compile(r"basket|receipt|order|transaction|trans_?id|invoice|ticket|bon|session|cart|visit", re.IGNORECASE)
_ARTICLE = re.compile(r"sku|gtin|ean|upc|barcode|article|item|product|plu", re.IGNORECASE)
_LISTS = ("items", "skus", "products", "articles", "gtins", "basket", "lines")
_CODES = ("sku", "gtin", "ean", "upc", "barcode", "id", "code")
_SEPARATORS = ",;|\t"

Ids = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Baskets:
    """Baskets of known products, each product once: basket b holds members[starts[b]:starts[b + 1]], ascending.

    Baskets without a known product are left out.
    """

    starts: npt.NDArray[np.int64]
    members: Ids
    """Places in the list of products that the catalog gave."""
    read: int
    """Baskets in the file."""
    unknown: int
    """Mentions of articles that the catalog does not have."""
    unknown_examples: tuple[str, ...]
    """The most frequent of them."""
    bad_lines: int
    """Lines that are no basket at all."""

    def __len__(self) -> int:
        return len(self.starts) - 1


class Codes:
    """Finds products by SKU or barcode."""

    def __init__(self, products: Mapping[str, int], gtins: Mapping[str, int]) -> None:
        """`products` by SKU; `gtins` by barcode as printed."""
        self._places = dict(products)
        self._gtins = {key: place for gtin, place in gtins.items() if (key := gtin_key(gtin)) is not None}
        self.unknown: Counter[str] = Counter()
        self.unknown_total = 0

    def find(self, code: str) -> int | None:
        """The product's place; None, and counted, if there is none."""
        code = code.strip()
        if not code:
            return None
        place = self._places.get(code)
        if place is None:
            key = gtin_key(code)
            place = self._gtins.get(key) if key is not None else None
            if place is None:
                self._miss(code[:_LONGEST_CODE])
                return None
            self._places[code] = place
        return place

    def _miss(self, code: str) -> None:
        self.unknown_total += 1
        # A file of another store would fill the memory with names that nobody reads.
        if code in self.unknown or len(self.unknown) < 10_000:
            self.unknown[code] += 1


def read_baskets(path: Path, codes: Codes, *, progress: Progress | None = None) -> Baskets:
    """The baskets of a file. Raises CatalogError if it cannot be read or holds none."""
    pairs = _Collected()
    bad = 0
    try:
        with _opened(path) as file:
            lines = _lines(file, path)
            head = list(islice(lines, _HEAD))
            rows = _rows(head, chain(head, lines))
            for number, (basket, articles) in enumerate(rows):
                if articles is None:
                    bad += 1
                    continue
                pairs.add(basket, [place for code in articles if (place := codes.find(code)) is not None])
                if progress is not None and number % _TOLD_EVERY == 0:
                    progress(number, None)
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        raise CatalogError(f"{path}: the baskets cannot be read ({error}); give a whole file") from error
    if not pairs.baskets:
        raise CatalogError(
            f"{path}: holds no baskets; write one a line (articles separated by commas), a table with the columns "
            "basket and sku, or a JSON array a line"
        )
    starts, members = pairs.sorted()
    examples = tuple(code for code, _ in codes.unknown.most_common(_EXAMPLES))
    return Baskets(starts, members, pairs.baskets, codes.unknown_total, examples, bad)


class _Collected:
    """Members of baskets as they come, in two flat arrays."""

    def __init__(self) -> None:
        self._ordinals: dict[str, int] = {}
        self._of = array("i")
        self._members = array("i")
        self.baskets = 0

    def add(self, basket: str | None, places: list[int]) -> None:
        """Members of a basket of its own (None), or of the one with this name wherever its lines stand."""
        ordinal = self.baskets if basket is None else self._ordinals.setdefault(basket, self.baskets)
        if ordinal == self.baskets:
            self.baskets += 1
        self._of.extend([ordinal] * len(places))
        self._members.extend(places)

    def sorted(self) -> tuple[npt.NDArray[np.int64], Ids]:
        of = np.frombuffer(self._of, np.int32) if self._of else np.empty(0, np.int32)
        members = np.frombuffer(self._members, np.int32) if self._members else np.empty(0, np.int32)
        width = int(members.max(initial=0)) + 1
        both = np.unique(of.astype(np.int64) * width + members)
        _, first = np.unique(both // width, return_index=True)
        return np.append(first, len(both)).astype(np.int64), (both % width).astype(np.int32)


def _opened(path: Path) -> IO[str]:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", errors="replace", newline="")
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def _lines(file: IO[str], path: Path) -> Iterator[str]:
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise CatalogError(f"{path}: line {number} is longer than a basket can be; give a file with lines")
        if line.strip():
            yield line.replace("\0", "")


_Row = tuple[str | None, list[str] | None]
"""The basket's name, None for one of its own; the articles, None if the line is bad."""


def _rows(head: list[str], lines: Iterator[str]) -> Iterator[_Row]:
    if head and head[0].lstrip()[:1] in ("[", "{"):
        return (_json_basket(line) for line in lines)
    text = "".join(head)
    separator = max(_SEPARATORS, key=text.count) if any(sign in text for sign in _SEPARATORS) else " "
    titles = [title.strip() for title in next(csv.reader(head[:1], delimiter=separator, skipinitialspace=True), [])]
    basket = next((at for at, title in enumerate(titles) if _BASKET.search(title)), None)
    article = next((at for at, title in enumerate(titles) if _ARTICLE.search(title) and at != basket), None)
    if basket is not None and article is not None:
        next(lines)
        return _table(csv.reader(lines, delimiter=separator, skipinitialspace=True), basket, article)
    return ((None, row) for row in csv.reader(lines, delimiter=separator, skipinitialspace=True))


def _table(rows: Iterator[list[str]], basket: int, article: int) -> Iterator[_Row]:
    for row in rows:
        if len(row) > max(basket, article) and row[basket].strip():
            yield row[basket].strip()[:_LONGEST_CODE], [row[article]]
        else:
            yield None, None


def _json_basket(line: str) -> _Row:
    try:
        value = json.loads(line.strip().rstrip(","))
    except (ValueError, RecursionError):
        return None, None
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
    if not isinstance(value, list):
        return None, None
    found = []
    for article in value:
        code = article
        if isinstance(article, dict):
            code = next((article[name] for name in _CODES if article.get(name) is not None), None)
        if isinstance(code, str | int) and not isinstance(code, bool):
            found.append(str(code)[: 2 * _LONGEST_CODE])
    return None, found
