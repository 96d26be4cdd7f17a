"""Known-item search over real product rows, beside plain FTS5 and tantivy.

    .venv/bin/python bench/search.py --catalog DIR

DIR holds walmart_amazon_a.csv, walmart_amazon_b.csv and walmart_amazon_matches.csv (`|`-separated products of two
shops, and the pairs that are the same product). For each pair some words of the first shop's title are the question
and the second shop's row is what must be found. Two ways to draw the words: as typed (parts between blanks), letters
only (runs of three or more letters, so no model numbers). With a slip: one letter left out, put in, changed or swapped
in one word of four letters or more. 'At best' is what ranking by words can reach at all: all rows that hold every word
of the question which the wanted row holds, in any order. Times are of one search each, in the same process.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import apsw
import tantivy

from local_catalog import Catalog, index
from local_catalog.building import Article, CatalogWriter
from local_catalog.building.store_data import bare
from local_catalog.text import indexed, stems

SEED = 20261121
WORDS = 4
TOP = 10
MANY = 5
"""Copies of the rows that make the large catalog; all but the first have new words."""

Finder = Callable[[str], list[int]]
"""From a question to row numbers, best first, at most TOP."""


@dataclass(frozen=True, slots=True)
class Row:
    """A product of the second shop."""

    title: str
    brand: str
    model: str


@dataclass(frozen=True, slots=True)
class Question:
    """Words, and the number of the row that they mean."""

    text: str
    wanted: int


def read(folder: Path) -> tuple[list[Row], list[tuple[str, int]]]:
    """The rows, and the title and row number of each pair."""

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / f"walmart_amazon_{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="|"))

    second = rows("b")
    place = {row["id"]: number for number, row in enumerate(second)}
    titles = {row["id"]: row["title"] for row in rows("a")}
    pairs = [(titles[pair["D1"]], place[pair["D2"]]) for pair in rows("matches")]
    return [Row(row["title"], row["brand"], row["modelno"]) for row in second], pairs


def as_typed(title: str) -> list[str]:
    """The parts between blanks that have a letter or digit."""
    return [word for word in title.split() if any(letter.isalnum() for letter in word)]


def letters_only(title: str) -> list[str]:
    """Runs of three or more letters, each once."""
    return list(dict.fromkeys(re.findall("[a-z]{3,}", title.lower())))


def questions(
    pairs: Sequence[tuple[str, int]], words_of: Callable[[str], list[str]], *, slip: bool
) -> Iterator[Question]:
    """The same words with and without a slip."""
    draw, draw_slip = random.Random(SEED), random.Random(SEED + 1)
    for title, wanted in pairs:
        words = words_of(title)
        words = draw.sample(words, min(WORDS, len(words)))
        long = [place for place, word in enumerate(words) if len(word) >= 4]
        if slip and long:
            place = draw_slip.choice(long)
            words[place] = slipped(words[place], draw_slip)
        yield Question(" ".join(words), wanted)


def slipped(word: str, draw: random.Random) -> str:
    """One letter left out, put in, changed or swapped with the next."""
    at = draw.randrange(len(word) - 1)
    letter = draw.choice("abcdefghijklmnopqrstuvwxyz")
    return draw.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def write_catalog(rows: Iterable[Row], path: Path) -> None:
    """A real catalog file, by the writer that imports use."""
    with CatalogWriter(path, bare("Bench", "USD", ["en"])) as writer:
        articles = (
            Article(
                sku=str(number), name=row.title, price=100, category=("Everything",), brand=row.brand,
                attributes={"model": row.model} if row.model else {},
            )
            for number, row in enumerate(rows)
        )  # fmt: skip
        for _ in writer.stage.add(enumerate(articles)):
            """The stage takes them in batches."""
        writer.finish(version="bench", synced_at=datetime(2026, 11, 21, tzinfo=UTC))


def with_catalog(catalog: Catalog) -> Finder:
    """The kiosk's own search."""
    return lambda text: [int(hit.product.sku) for hit in catalog.search(text, limit=TOP).hits]


def with_fts5(rows: Sequence[Row], joined: str) -> Finder:
    """SQLite's full-text search: porter stems, weights 8, 4, 3 of title, brand and model; words joined by AND or OR."""
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(title, brand, model, tokenize='porter unicode61')")
    connection.executemany(
        "INSERT INTO f(rowid, title, brand, model) VALUES (?, ?, ?, ?)",
        ((number, row.title, row.brand, row.model) for number, row in enumerate(rows)),
    )
    statement = f"SELECT rowid FROM f WHERE f MATCH ? ORDER BY bm25(f, 8, 4, 3) LIMIT {TOP}"

    def find(text: str) -> list[int]:
        words = joined.join(f'"{word}"' for word in re.findall(r"\w+", text))
        return [number for (number,) in connection.execute(statement, (words,))] if words else []

    return find


def with_tantivy(rows: Sequence[Row]) -> Finder:
    """tantivy with English stems, the same weights, words joined by OR."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for name in ("title", "brand", "model"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    made = tantivy.Index(builder.build())
    writer = made.writer(num_threads=1)
    for number, row in enumerate(rows):
        writer.add_document(tantivy.Document(number=number, title=row.title, brand=row.brand, model=row.model))
    writer.commit()
    writer.wait_merging_threads()
    made.reload()
    searcher = made.searcher()

    def find(text: str) -> list[int]:
        query = made.parse_query(
            " ".join(re.findall(r"\w+", text)),
            ["title", "brand", "model"],
            field_boosts={"title": 8.0, "brand": 4.0, "model": 3.0},
        )
        return [searcher.doc(address)["number"][0] for _, address in searcher.search(query, TOP).hits]

    return find


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares from 0 to 1, times in milliseconds."""

    recall: float
    mrr: float
    ndcg: float
    p50: float
    p95: float
    cpu: float
    """The 95th percentile of time on the processor, which other work on the machine does not lengthen."""

    def __str__(self) -> str:
        return f"{self.recall:10.3f}{self.mrr:8.3f}{self.ndcg:8.3f}{self.p50:9.2f}{self.p95:9.2f}{self.cpu:9.2f}"


HEADER = f"{'':<34}{'recall@10':>10}{'MRR':>8}{'NDCG@10':>8}{'p50 ms':>9}{'p95 ms':>9}{'p95 CPU':>9}"


def measure(find: Finder, asked: Sequence[Question]) -> Measured:
    """One wanted row each: NDCG is 1/log2(1 + rank)."""
    ranks, times, busy = [], [], []
    for question in asked:
        start, worked = time.perf_counter(), time.thread_time()
        found = find(question.text)
        busy.append(1000 * (time.thread_time() - worked))
        times.append(1000 * (time.perf_counter() - start))
        if question.wanted in found:
            ranks.append(found.index(question.wanted) + 1)
    several = len(asked)
    return Measured(
        len(ranks) / several,
        sum(1 / rank for rank in ranks) / several,
        sum(1 / math.log2(1 + rank) for rank in ranks) / several,
        statistics.median(times),
        statistics.quantiles(times, n=20)[-1],
        statistics.quantiles(busy, n=20)[-1],
    )


def at_best(rows: Sequence[Row], asked: Sequence[Question]) -> tuple[float, float]:
    """Expected recall at 10 and MRR if of the rows that hold all of the question's words that the wanted one holds, and
    those only, each were as likely to be first."""
    having: dict[str, set[int]] = {}
    words = [frozenset(stems(indexed(f"{row.title} {row.brand} {row.model}"))) for row in rows]
    for number, row_words in enumerate(words):
        for word in row_words:
            having.setdefault(word, set()).add(number)
    recall = mrr = 0.0
    for question in asked:
        held = [having[word] for word in stems(indexed(question.text)) if word in words[question.wanted]]
        if held:
            alike = len(set.intersection(*held))
            recall += min(1, TOP / alike)
            mrr += sum(1 / rank for rank in range(1, min(TOP, alike) + 1)) / alike
    return recall / len(asked), mrr / len(asked)


def varied(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, then copies of them in which each third word, the brand and the model are new ones."""
    yield from rows
    for copy in range(1, MANY):
        for row in rows:
            words = [
                f"{word}{'aeiou'[copy]}" if place % 3 == copy % 3 else word
                for place, word in enumerate(row.title.split())
            ]
            yield Row(" ".join(words), f"{row.brand}{'aeiou'[copy]}", f"{row.model}{copy}" if row.model else "")


def index_seconds(path: Path) -> tuple[float, int]:
    """Seconds to fill the search index of a catalog file anew, and its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        copy.write_bytes(path.read_bytes())
        connection = sqlite3.connect(copy, isolation_level=None)
        for name in ("added", "removed", "changed"):
            connection.execute(f"DROP TRIGGER product_text_{name}")
        connection.execute("DROP TABLE product_fts")
        start = time.perf_counter()
        connection.execute("BEGIN")
        index.create(connection)
        index.fill(connection)
        connection.execute("COMMIT")
        took = time.perf_counter() - start
        [(size,)] = connection.execute("SELECT SUM(LENGTH(block)) FROM product_fts_data")
        connection.close()
    return took, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--catalog", type=Path, required=True, metavar="DIR", help="folder of the product rows")
    given = parser.parse_args()
    rows, pairs = read(given.catalog)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        write_catalog(rows, path)
        catalog = Catalog.open(path)
        catalog.warm_up()
        finders = {
            "Catalog.search": with_catalog(catalog),
            "FTS5 AND": with_fts5(rows, " AND "),
            "FTS5 OR": with_fts5(rows, " OR "),
            "tantivy OR": with_tantivy(rows),
        }
        print(f"{len(pairs)} questions of {WORDS} words over {len(rows)} rows, seed {SEED}\n")
        for title, words_of in (("words as typed", as_typed), ("letters only", letters_only)):
            for slip in (False, True):
                asked = list(questions(pairs, words_of, slip=slip))
                print(f"{title + (', one slip' if slip else ''):<34}" + HEADER[34:])
                for name, find in finders.items():
                    print(f"  {name:<32}{measure(find, asked)}", flush=True)
                if not slip:
                    print(f"  {'(at best, by words alone)':<32}{'{:10.3f}{:8.3f}'.format(*at_best(rows, asked))}")
            print()
        catalog.close()
        large(rows, pairs, Path(folder) / "large.db")


def large(rows: Sequence[Row], pairs: Sequence[tuple[str, int]], path: Path) -> None:
    """Times and size at several times as many products."""
    start = time.perf_counter()
    write_catalog(varied(rows), path)
    wrote = time.perf_counter() - start
    took, size = index_seconds(path)
    print(
        f"{MANY * len(rows)} products (the rows, and {MANY - 1} copies with each third word, brand and model changed): "
        f"file {path.stat().st_size / 1e6:.0f} MB written in {wrote:.1f} s, of that the search index "
        f"{size / 1e6:.1f} MB in {took:.2f} s"
    )
    start = time.perf_counter()
    catalog = Catalog.open(path)
    opened = time.perf_counter() - start
    catalog.warm_up()
    print(f"opened in {opened:.2f} s, warmed up in {time.perf_counter() - start - opened:.2f} s\n{HEADER}")
    for title, words_of in (("as typed", as_typed), ("letters only", letters_only)):
        for slip in (False, True):
            asked = list(questions(pairs, words_of, slip=slip))
            name = f"  Catalog.search, {title}{', slip' if slip else ''}"
            print(f"{name:<34}{measure(with_catalog(catalog), asked)}", flush=True)
    catalog.close()


if __name__ == "__main__":
    main()
