"""Companions learned from baskets, and what the catalog makes of them."""

from __future__ import annotations

import gzip
import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_catalog import Catalog, CatalogError, Product
from local_catalog.baskets import BasketReport, learn_companions
from local_catalog.baskets.counting import learn
from local_catalog.baskets.reading import Codes, read_baskets

MILK, MILK_QUART, OATS, OATS_SIX, CHOCOLATE, CHEDDAR, LAGER = (
    "100001",
    "100002",
    "100011",
    "100012",
    "100041",
    "100051",
    "100061",
)
AA, TOWELS, HAMMER = "200001", "200051", "200081"
EVENING = [LAGER, CHEDDAR]
MORNING = [MILK, CHOCOLATE]


def skus(products: tuple[Product, ...]) -> list[str]:
    return [product.sku for product in products]


class Shelf:
    """A catalog that can learn again and again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: Catalog | None = None

    def learn(self, baskets: list[list[str]]) -> BasketReport:
        file = self.path.with_name("baskets.csv")
        file.write_text("\n".join(",".join(basket) for basket in baskets))
        return learn_companions(self.path, file)

    def change(self, statement: str) -> None:
        connection = apsw.Connection(str(self.path))
        connection.execute(statement)
        connection.close()

    def rows(self, statement: str = "SELECT * FROM companion ORDER BY product, rank") -> list[tuple[object, ...]]:
        connection = apsw.Connection(str(self.path))
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()

    def open(self) -> Catalog:
        self.close()
        self._open = Catalog.open(self.path)
        return self._open

    def close(self) -> None:
        if self._open is not None:
            self._open.close()


@pytest.fixture
def shelf(small_file: Path, tmp_path: Path) -> Iterator[Shelf]:
    path = tmp_path / "catalog.db"
    shutil.copyfile(small_file, path)
    shelf = Shelf(path)
    yield shelf
    shelf.close()


def test_what_is_bought_together(shelf: Shelf) -> None:
    report = shelf.learn([EVENING] * 30 + [MORNING] * 20 + [[HAMMER]] * 10)
    assert (report.baskets, report.used, report.products, report.companions) == (60, 50, 4, 4)
    catalog = shelf.open()
    assert skus(catalog.goes_with(LAGER, 1)) == [CHEDDAR]
    assert skus(catalog.goes_with(MILK, 1)) == [CHOCOLATE]
    assert catalog.info.version == report.version


def test_a_pair_of_few_baskets_is_nobodys_business(shelf: Shelf) -> None:
    others = [[HAMMER, TOWELS]] * 50
    shelf.learn([EVENING] * 4 + others)
    assert LAGER not in {row[0] for row in shelf.rows("SELECT sku FROM companion c JOIN product p ON p.id = c.product")}
    shelf.learn([EVENING] * 5 + others)
    assert skus(shelf.open().goes_with(LAGER, 1)) == [CHEDDAR]


def test_the_same_thing_in_a_row_counts_once(shelf: Shelf) -> None:
    shelf.learn([[LAGER, CHEDDAR] * 5] * 4 + [[HAMMER, TOWELS]] * 5)
    assert LAGER not in {row[0] for row in shelf.rows("SELECT sku FROM companion c JOIN product p ON p.id = c.product")}


def test_other_packs_and_things_of_the_kind_are_no_companions(shelf: Shelf) -> None:
    report = shelf.learn([[MILK, MILK_QUART], [OATS, "100031"], [AA, "200011"]] * 20)
    assert report.companions == 0


def test_baskets_of_caterers_tell_nothing(shelf: Shelf) -> None:
    shelf.change("CREATE TABLE keep AS SELECT MAX(id) AS most FROM product")
    made = [f"z{number}" for number in range(150)]
    columns = [row[1] for row in shelf.rows("PRAGMA table_info(product)")]
    for number, sku in enumerate(made):
        values = {
            "id": f"(SELECT most FROM keep) + 1 + {number}",
            "sku": f"'{sku}'",
            "gtin": "NULL",
            "family": f"'{sku}'",
        }
        chosen = ", ".join(values.get(str(name), str(name)) for name in columns)
        shelf.change(f"INSERT INTO product SELECT {chosen} FROM product WHERE sku = '{HAMMER}'")
    report = shelf.learn([EVENING] * 9 + [[*made, LAGER, HAMMER]] * 9)
    assert (report.used, report.too_large) == (9, 9)
    assert {row[0] for row in shelf.rows("SELECT COUNT(*) FROM companion")} == {2}


def test_what_is_sold_out_is_not_shown(shelf: Shelf) -> None:
    shelf.learn([EVENING] * 30 + [[LAGER, CHOCOLATE]] * 20)
    shelf.change(f"UPDATE product SET stock = 0 WHERE sku = '{CHEDDAR}'")
    assert CHEDDAR not in skus(shelf.open().goes_with(LAGER))
    shelf.change(f"UPDATE product SET stock = NULL WHERE sku = '{CHEDDAR}'")
    assert skus(shelf.open().goes_with(LAGER, 1)) == [CHEDDAR]


def test_a_list_adds_up(shelf: Shelf) -> None:
    baskets = [[LAGER, MILK, TOWELS]] * 12 + [[LAGER, CHEDDAR]] * 9 + [[MILK, CHOCOLATE]] * 9 + [[HAMMER]] * 13
    shelf.learn(baskets)
    catalog = shelf.open()
    assert skus(catalog.goes_with_all([LAGER, MILK], 1)) == [TOWELS]
    whole = skus(catalog.goes_with_all([LAGER, MILK], 20))
    assert whole[:3] == [TOWELS, *sorted([CHEDDAR, CHOCOLATE], key=whole.index)]
    assert not {LAGER, MILK, MILK_QUART} & set(whole)
    # What is bought most comes after what goes with the list.
    assert HAMMER in whole[3:]
    assert catalog.goes_with_all([], 5) == catalog.goes_with_all(["none"], 5) == ()
    assert catalog.goes_with_all([LAGER], 0) == ()
    assert skus(catalog.popular(3)) == [MILK, LAGER, HAMMER]


def test_a_list_without_companions_goes_by_kinds(demo: Catalog) -> None:
    milk, bread = (demo.search(words).hits[0].product.sku for words in ("whole milk", "white bread"))
    found = demo.goes_with_all([milk, bread], 8)
    assert len(found) == 8
    kinds = " ".join(product.category for product in found).lower()
    assert "milk > dairy milk" not in kinds
    assert "white & wheat bread" not in kinds
    assert len({product.category for product in found}) > 3


def test_numbers_of_articles_need_not_be_numbers(demo: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    shutil.copyfile(demo._reader.path, path)
    shelf = Shelf(path)
    shelf.change("UPDATE product SET sku = 'Q-' || sku")
    catalog = shelf.open()
    sku = demo.search("spaghetti").hits[0].product.sku
    assert skus(catalog.goes_with("Q-" + sku)) == ["Q-" + other for other in skus(demo.goes_with(sku))] != []
    shelf.close()


def test_same_baskets_same_rows_in_any_order(shelf: Shelf) -> None:
    draw = random.Random(4)
    known = [str(row[0]) for row in shelf.rows("SELECT sku FROM product ORDER BY id")]
    baskets = [draw.sample(known, draw.randint(1, 6)) for _ in range(400)]
    first = shelf.learn(baskets)
    rows = shelf.rows()
    draw.shuffle(baskets)
    again = shelf.learn([draw.sample(basket, len(basket)) for basket in baskets])
    assert shelf.rows() == rows != []
    assert again.version == first.version
    assert again.changed == 0
    assert [row[1] for row in rows if row[0] == rows[0][0]] == list(range(sum(row[0] == rows[0][0] for row in rows)))


def test_a_little_more_of_the_same_changes_no_row(shelf: Shelf) -> None:
    baskets = [EVENING] * 300 + [MORNING] * 200 + [[LAGER, TOWELS]] * 100
    shelf.learn(baskets)
    rows = shelf.rows()
    report = shelf.learn([*baskets, MORNING, EVENING, [LAGER, TOWELS]])
    assert shelf.rows() == rows
    assert report.changed == 0
    report = shelf.learn(baskets + [[LAGER, CHOCOLATE]] * 400)
    assert report.changed > 0
    assert CHOCOLATE in skus(shelf.open().goes_with(LAGER, 2))


# --- files ------------------------------------------------------------------------------------------------------------

LAYOUTS: dict[str, Callable[[list[list[str]]], str]] = {
    "lines": lambda baskets: "\n".join(",".join(basket) for basket in baskets),
    "semicolons": lambda baskets: (
        "\ufeff" + "\r\n".join(";".join(f' "{sku}" ' for sku in basket) for basket in baskets)
    ),
    "spaces": lambda baskets: "\n".join(" ".join(basket) for basket in baskets) + "\n\n",
    "table": lambda baskets: (
        "time\tReceipt No\tItem SKU\n"
        + "\n".join(f"x\tr{number}\t{sku}" for number, basket in enumerate(baskets) for sku in basket)
    ),
    "table in any order": lambda baskets: (
        "sku,order_id\n"
        + "\n".join(sorted(f"{sku},{number}" for number, basket in enumerate(baskets) for sku in basket))
    ),
    "arrays": lambda baskets: "\n".join(json.dumps(basket) for basket in baskets),
    "numbers": lambda baskets: "\n".join(json.dumps([int(sku) for sku in basket]) for basket in baskets),
    "objects": lambda baskets: "\n".join(
        json.dumps({"id": number, "items": [{"sku": sku, "n": 2} for sku in basket]})
        for number, basket in enumerate(baskets)
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("packed", [False, True])
def test_layouts(tmp_path: Path, layout: str, packed: bool) -> None:
    baskets = [EVENING, MORNING, [HAMMER], [*MORNING, HAMMER]] * 3
    places = {sku: place for place, sku in enumerate([LAGER, CHEDDAR, MILK, CHOCOLATE, HAMMER])}
    text = LAYOUTS[layout](baskets).encode()
    file = tmp_path / ("baskets.csv.gz" if packed else "baskets.csv")
    file.write_bytes(gzip.compress(text) if packed else text)
    read = read_baskets(file, Codes(places, {}))
    found = sorted(read.members[first:end].tolist() for first, end in zip(read.starts, read.starts[1:], strict=False))
    assert found == sorted(sorted(places[sku] for sku in basket) for basket in baskets)
    assert (read.read, len(read), read.unknown, read.bad_lines) == (12, 12, 0, 0)


def test_barcodes_and_unknown_articles(shelf: Shelf) -> None:
    [(lager, cheddar)] = shelf.rows(
        f"SELECT a.gtin, b.gtin FROM product a, product b WHERE a.sku = '{LAGER}' AND b.sku = '{CHEDDAR}'"
    )
    report = shelf.learn([[f"0{lager}", str(cheddar), "gone", "gone", "lost"]] * 6)
    assert (report.companions, report.unknown, report.unknown_examples[0]) == (2, 18, "gone")
    assert "18 mentions of articles that the catalog does not have, such as gone, lost" in str(report)


def test_bad_lines_are_counted_and_passed_over(tmp_path: Path, shelf: Shelf) -> None:
    file = tmp_path / "b.jsonl"
    good = json.dumps(EVENING)
    file.write_text("\n".join([good] * 6 + ["{", "[1", '"x"', "7", "[" * 5000, '{"items": 3}'] + [good]))
    report = learn_companions(shelf.path, file)
    assert (report.baskets, report.bad_lines, report.companions) == (7, 6, 2)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty", b""), ("blank", b"\n \n\n"), ("header", b"basket,sku\n"), ("long", b"1," * 600_000),
        ("half.gz", gzip.compress(b"100061,100051\n" * 5000)[:-20]), ("text.gz", b"100061,100051\n"),
        ("none", None), ("bent.gz", gzip.compress(b"100061,100051\n")[:10] + b"\xff" * 20),
    ],
)  # fmt: skip
def test_a_bad_file_leaves_the_catalog_as_it_was(
    shelf: Shelf, tmp_path: Path, name: str, content: bytes | None
) -> None:
    shelf.learn([EVENING] * 9)
    before = shelf.path.read_bytes()
    folder = sorted(path.name for path in shelf.path.parent.iterdir())
    file = tmp_path / "given" / name
    file.parent.mkdir()
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CatalogError, match=name):
        learn_companions(shelf.path, file)
    assert shelf.path.read_bytes() == before
    assert sorted(path.name for path in shelf.path.parent.iterdir()) == sorted([*folder, "given"])


def test_what_is_no_catalog_is_refused(tmp_path: Path, shelf: Shelf) -> None:
    baskets = tmp_path / "b.csv"
    baskets.write_text("1,2\n")
    text = tmp_path / "text.db"
    text.write_text("hello " * 1000)
    for path in (text, tmp_path / "none.db", tmp_path):
        with pytest.raises(CatalogError, match=str(path)):
            learn_companions(path, baskets)
    shelf.change("PRAGMA user_version = 99")
    with pytest.raises(CatalogError, match="another format"):
        learn_companions(shelf.path, baskets)


@given(st.binary(max_size=400) | st.text(alphabet='1234,;|\t\n[]{}"abx ', max_size=200).map(str.encode))
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any"
    file.write_bytes(content)
    try:
        read = read_baskets(file, Codes({"1": 0, "2": 1, "a": 2}, {}))
    except CatalogError:
        return
    assert len(read) <= read.read
    assert (np.diff(read.starts) > 0).all()
    assert read.starts[-1] == len(read.members)


def test_weights_are_those_of_the_formula(tmp_path: Path) -> None:
    """Against EASE as published, over all articles at once."""
    draw = random.Random(11)
    baskets = [[str(draw.randrange(12) ** 2 % 13) for _ in range(draw.randint(1, 6))] for _ in range(3000)]
    file = tmp_path / "b.csv"
    file.write_text("\n".join(",".join(basket) for basket in baskets))
    learned = learn(read_baskets(file, Codes({str(n): n for n in range(13)}, {})), 13)
    both = np.zeros((13, 13))
    for basket in baskets:
        kinds = [int(name) for name in set(basket)]
        if len(kinds) > 1:
            both[np.ix_(kinds, kinds)] += 1 / np.sqrt(len(kinds) - 1)
    inverse = np.linalg.inv(both + 100 * np.eye(13))
    weights = -inverse / np.diag(inverse)
    for product in range(13):
        others, found = learned.rows[product]
        wanted = {other: weights[product, other] for other in range(13) if other != product and both[product, other]}
        positive = {other: weight for other, weight in wanted.items() if weight > 0}
        assert set(others.tolist()) == set(positive)
        assert found == pytest.approx([positive[other] for other in others.tolist()], rel=1e-3)
        assert list(found) == sorted(found, reverse=True)
