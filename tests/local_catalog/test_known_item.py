"""Searching a store of which only names, brands and numbers are known, as imports bring it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from local_catalog import Catalog, Filters, index
from local_catalog.building import Article, CatalogWriter
from local_catalog.building.store_data import bare

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def write(path: Path, articles: Iterable[Article]) -> Path:
    with CatalogWriter(path, bare("Corner", "USD", ["en"])) as writer:
        for _ in writer.stage.add(enumerate(articles)):
            """Taken in batches."""
        writer.finish(version="1", synced_at=NOW)
    return path


def thing(sku: str, name: str, *category: str, brand: str = "", **more: object) -> Article:
    return Article(sku=sku, name=name, price=100, category=category or ("Things",), brand=brand, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(
        tmp_path_factory.mktemp("known") / "catalog.db",
        [
            thing("c1", "Compact Camera DMC-FZ200 with 12 MP", "Cameras", brand="Lumina"),
            thing("c2", "Compact Camera DMC-FZ100 with 10 MP", "Cameras", brand="Lumina"),
            thing("t1", "Toner KX-FA132 Black", "Ink", brand="Fentano", gtin="9520001234569"),
            thing("t2", "Toner KX-FA135 Black", "Ink", brand="Fentano", gtin="9520007654326"),
            thing("m1", "Wide LCD Monitor 22-Inch", "Screens", brand="Ovista"),
            thing("m2", "Wide LCD Monitor 24-Inch", "Screens", brand="Ovista"),
            thing("s1", "Pink Salmon", "Food", "Cans", size="14 oz", stock=3),
            thing("s2", "Sockeye Salmon", "Food", "Salmon", size="12 oz", stock=3),
            thing("s3", "Cat Food Salmon", "Pets", "Cat Food", size="1 kg", stock=3, sold=5000),
            thing("w1", "Sparkling Water", "Food", "Water", size="1 L", stock=0),
            thing("w2", "Sparkling Water", "Food", "Water", size="1 qt"),
            thing("w3", "Sparkling Water", "Food", "Water", size="6 x 330 ml", stock=5),
            thing("w4", "Sparkling Water", "Food", "Water", size="33.8 fl oz", stock=5),
            thing("g1", "Garden Watering Timer", "Garden", "Watering"),
            thing("r1", "Radio Tuner", "Radios"),
            thing("b1", "Basket of Rattan", "Home", size="each"),
            thing("l1", "Led Bulb Warm White", "Home", "Bulbs", size="60 W"),
            thing("l2", "Led Bulb Warm White", "Home", "Bulbs", size="40 W"),
        ],
    )


@pytest.fixture(scope="module")
def catalog(file: Path) -> Iterator[Catalog]:
    opened = Catalog.open(file)
    yield opened
    opened.close()


def skus(catalog: Catalog, query: str, filters: Filters | None = None) -> list[str]:
    return [hit.product.sku for hit in catalog.search(query, filters or Filters()).hits]


@pytest.mark.parametrize(
    ("query", "sku"),
    [
        ("dmc-fz200", "c1"), ("dmcfz200", "c1"), ("DMC FZ200", "c1"), ("dmc fz 200", "c1"), ("fz100 camera", "c2"),
        ("dmcfz20", "c1"), ("kxfa132", "t1"), ("kx fa 132 toner", "t1"), ("kx-fa135", "t2"), ("lumina fz200", "c1"),
        ("lcd 22 monitor", "m1"), ("24 inch monitor", "m2"), ("monitor lumina camera 12 mp", "c1"),
        ("camera lumina comapct 12mp", "c1"),
    ],
)  # fmt: skip
def test_numbers_of_models_and_sizes_as_people_write_them(catalog: Catalog, query: str, sku: str) -> None:
    assert skus(catalog, query)[0] == sku


def test_the_thing_itself_comes_before_what_tastes_of_it(catalog: Catalog) -> None:
    assert skus(catalog, "salmon") == ["s2", "s1", "s3"]
    assert skus(catalog, "water")[-1] == "g1"


def test_what_is_not_known_to_be_sold_out_is_not_put_behind(catalog: Catalog) -> None:
    found = skus(catalog, "sparkling water")
    assert found[-1] == "w1"
    assert set(found) == {"w1", "w2", "w3", "w4"}
    assert "w2" not in skus(catalog, "sparkling water", Filters(in_stock=True))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("1 L", {"w1", "w4"}),
        ("1000 ml", {"w1", "w4"}),
        ("one liter", {"w1", "w4"}),
        ("33.8 fl oz", {"w1", "w4"}),
        ("1 quart", {"w2"}),
        ("6 x 330 ml", {"w3"}),
        ("330 ml", {"w3"}),
        ("2 L", {"w3"}),
        ("6 pack", {"w3"}),
        ("60 watt", {"l1"}),
        ("12 oz", {"s2"}),
        ("each", {"b1", "c1", "c2", "t1", "t2", "m1", "m2", "g1", "r1"}),
        ("huge", set()),
        ("'; DROP TABLE product; --", set()),
    ],
)
def test_sizes_as_a_filter(catalog: Catalog, size: str, expected: set[str]) -> None:
    assert {hit.product.sku for hit in catalog.search("", Filters(size=size), limit=50).hits} == expected


def test_a_size_in_the_question_comes_first(catalog: Catalog) -> None:
    assert set(skus(catalog, "1 l sparkling water")[:2]) == {"w1", "w4"}
    assert skus(catalog, "sparkling water one quart")[0] == "w2"
    assert skus(catalog, "40 watt bulb")[0] == "l2"


def test_the_last_digits_of_a_number(catalog: Catalog) -> None:
    assert skus(catalog, "4569") == ["t1"]
    assert skus(catalog, "1234569") == ["t1"]
    assert skus(catalog, "569") == []
    assert catalog.search("9999").total == 0
    assert catalog.search("4569", limit=0).hits == ()


def test_too_far_off_is_suggested_and_not_found(catalog: Catalog) -> None:
    found = catalog.search("brasked")
    assert (found.hits, found.corrected) == ((), None)
    assert "basket" in found.suggestions
    assert catalog.search("baskot").corrected == "basket"
    assert catalog.search("salmon").suggestions == ()


def test_a_known_word_that_goes_with_no_other_is_doubted(catalog: Catalog) -> None:
    found = catalog.search("fentano tuner black")
    assert (found.hits[0].product.brand, found.corrected) == ("Fentano", "fentano toner black")
    assert catalog.search("radio tuner").corrected is None
    assert catalog.search("purple tuner").corrected is None


def test_a_filter_keeps_the_order_and_what_passes(catalog: Catalog) -> None:
    everything = [hit.product for hit in catalog.search("salmon cat water camera toner", limit=50).hits]
    cats = catalog.search("salmon cat water camera toner", Filters(category="Pets"), limit=50)
    assert [hit.product.sku for hit in cats.hits] == ["s3"] == [p.sku for p in everything if p.department == "pets"]


def test_a_changed_row_is_found_by_its_new_words(file: Path, tmp_path: Path) -> None:
    """What a patchset does to the file, by another library."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.read_bytes())
    connection = sqlite3.connect(copy)
    connection.execute("UPDATE product_text SET name = 'chum salmon' WHERE name = 'pink salmon'")
    connection.commit()
    index.check(connection)
    connection.close()
    catalog = Catalog.open(copy)
    assert skus(catalog, "chum")[0] == "s1"
    assert "s1" not in skus(catalog, "pink")
    catalog.close()
