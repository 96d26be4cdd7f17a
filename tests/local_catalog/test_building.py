from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from local_catalog import Catalog
from local_catalog.building import Article, CatalogWriter
from local_catalog.building.statistics import Statistics
from local_catalog.building.store_data import bare
from local_catalog.building.texts import product_keys, read_name
from local_catalog.kinds import name_words
from local_catalog.sizes import parse_size
from local_catalog.text import indexed, key

WORDS = (
    "oat", "Drink", "7", "up", "Formula", "409", "half", "a", "dozen", "gallon", "one", "hundred", "and", "point",
    "fl", "oz", "in", "the", "x", "2", "1/2", "Half & Half", "50%", "A4", "DMC-FZ200", "Café", "with", "500", "g",
    "pack", "24", "rolls", "twelve", "inch", '15"', "ounce", "O'Neil", "½", "L", "(new)", "-", "no.", "3-in-1", "w",
)  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.text(max_size=25))
sizes = st.sampled_from(
    ["each", "1 L", "500 g", "1/2 gal", "6 x 330 ml", "24 rolls", "60 W", "1 dozen", "12 fl oz", "big"]
)


@given(texts, texts, sizes)
@example("Formula 409", "", "1/2 gal")
@example("one", "hundred", "6 x 330 ml")
def test_keys_are_those_of_the_whole_text(name: str, brand: str, size: str) -> None:
    said = {name, f"{brand} {name}"} if brand else {name}
    tails = ("", f" {size}") if size != "each" else ("",)
    wanted = {key(text + tail) for text in said for tail in tails}
    assert product_keys(name, key(name), brand, size) == {found for found in wanted if found}


@given(texts)
@example("twelve ounce mug")
def test_a_name_is_read_as_its_parts_would_be(name: str) -> None:
    read = read_name(name)
    assert (read.index, read.key, read.own) == (indexed(name), key(name), name_words(name))


@given(
    st.lists(st.sampled_from(["tea", "cup", "green", "big", "x1", "x2"]), min_size=1, max_size=3), st.integers(1, 2500)
)
def test_usual_words_are_counted_within_a_thousandth(name: list[str], times: int) -> None:
    statistics = Statistics("Shop", None)
    for number in range(times):
        statistics.add_name("c", name if number % 2 else [f"rare{number}"])
    usual = statistics.usual_words("c")
    exact = (times // 2) / times
    for word in name:
        assert exact - 0.001 * (1 + 1000 / times) <= usual.get(word, 0.0) <= exact
    assert len(usual) < 1600


def test_most_packs_decide_the_unit_price() -> None:
    statistics = Statistics("Shop", None)
    for size in ("8 oz", "12 oz", "2 lb"):
        statistics.add_pack("Spices", parse_size(size), 300)
    for size in ("2 lb", "3 lb", "8 oz"):
        statistics.add_pack("Flour", parse_size(size), 300)
    statistics.add_pack("Nails", parse_size("200 count"), 300)
    systems = statistics.unit_systems()
    assert [systems[c, "mass"] for c in ("Spices", "Flour")] == ["us small", "us"]
    assert systems["Nails", "count"] == "hundred"


@pytest.mark.parametrize(("given", "found"), [(None, "Corner Fresh"), ("Other", "Other")])
def test_own_brand(given: str | None, found: str) -> None:
    statistics = Statistics("Corner Fresh Market", given)
    for brand in ("Corner", "Corner Fresh", "Fresh", ""):
        statistics.add_brand(brand)
    assert statistics.own_brand() == found


def test_nothing_is_left_of_an_unfinished_catalog(tmp_path: Path) -> None:
    def articles() -> Iterator[tuple[int, Article]]:
        yield 1, Article(sku="1", name="Tea", price=100, category=("Drinks",))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), CatalogWriter(tmp_path / "c.db", bare("Shop", "USD", ("en",))) as writer:
        for _ in writer.stage.add(articles()):
            pass
    assert list(tmp_path.iterdir()) == []


def test_a_product_may_lack_all_that_can_be_missing(tmp_path: Path) -> None:
    with CatalogWriter(tmp_path / "c.db", bare("Shop", "USD", ("en",))) as writer:
        for _ in writer.stage.add([(1, Article(sku="A-1", name="Green Tea", price=250, category=("Drinks", "Tea")))]):
            pass
        info = writer.finish(version="v1", synced_at=datetime(2026, 11, 21, 5, tzinfo=UTC))
    catalog = Catalog.open(tmp_path / "c.db")
    [hit] = catalog.search("green tea").hits
    tea = hit.product
    assert (tea.gtin, tea.stock, tea.location, tea.brand, tea.own_brand) == (None, None, None, "", False)
    assert (tea.size, tea.unit, tea.category, tea.department) == ("each", "each", "Drinks > Tea", "drinks")
    assert catalog.info == info
    assert catalog.store.hours[0].opens is None
    catalog.close()
