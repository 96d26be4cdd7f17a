from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from local_catalog import Catalog, CatalogError, Money, build_catalog, demo_source
from local_catalog.codes import is_gtin
from tests.local_catalog.conftest import SMALL_STORE, TODAY


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def test_the_file_says_what_it_is(small_file: Path) -> None:
    info = Catalog.open(small_file).info
    assert info.products == 22
    assert info.synced_at == datetime(2026, 11, 21, tzinfo=UTC)
    assert info.version.startswith("20261121-")
    assert info.schema == 2


def test_the_same_sources_give_the_same_file(tmp_path: Path, small_file: Path) -> None:
    again = tmp_path / "again.db"
    build_catalog(SMALL_STORE, again, today=TODAY)
    assert again.read_bytes() == small_file.read_bytes()
    later = build_catalog(SMALL_STORE, again, today=date(2026, 11, 22))
    assert later.version == Catalog.open(small_file).info.version.replace("1121-", "1122-")


def test_money_is_whole_numbers(small_file: Path) -> None:
    kinds = rows(small_file, "SELECT DISTINCT typeof(price), typeof(unit_price), typeof(base_price) FROM product")
    assert kinds == [("integer", "integer", "integer")]
    assert rows(small_file, "SELECT DISTINCT typeof(price) FROM offer ORDER BY 1") == [("integer",), ("null",)]
    with closing(sqlite3.connect(f"file:{small_file}?mode=ro", uri=True)) as connection:
        schema = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    assert schema["product"].rstrip().endswith("STRICT")


def test_unit_prices_of_a_category_can_be_compared(small: Catalog) -> None:
    milk, quart = small.product("100001"), small.product("100002")
    assert milk is not None
    assert quart is not None
    assert (milk.unit, milk.unit_price, quart.unit, quart.unit_price) == ("qt", Money(100), "qt", Money(169))


def test_what_a_product_carries(small: Catalog) -> None:
    oat = small.product("100011")
    assert oat is not None
    assert is_gtin(oat.gtin)
    assert oat.gtin.startswith("952000100011")
    assert (oat.department, oat.category, oat.own_brand) == ("dairy", "Dairy > Plant milk", False)
    assert (oat.location.aisle, oat.location.bay, oat.location.shelf) == ("1", "2", "3")
    assert oat.offer is not None
    assert (oat.offer.price, oat.offer.ends, oat.current_price) == (Money(299), date(2026, 11, 27), Money(299))
    assert (oat.unit, oat.unit_price) == ("100 ml", Money(30))
    without_offer = small.search("oat drink original 1 l", today=date(2027, 1, 1)).hits[0].product
    assert (without_offer.sku, without_offer.unit_price) == ("100011", Money(35))
    assert oat.diet == ("vegan", "vegetarian")
    assert (oat.allergens, oat.may_contain) == (("gluten",), ("nuts",))
    milk = small.product("100001")
    assert milk is not None
    assert milk.nutrition is not None
    assert (milk.own_brand, milk.nutrition.fat, milk.min_age) == (True, 3.5, None)
    bulb = small.product("200031")
    assert bulb is not None
    assert dict(bulb.attributes) == {"cap": "E26", "dimmable": "yes", "lumens": "800"}


def test_store_hours_floor_and_policies(small: Catalog) -> None:
    hours = {opening.weekday: (opening.opens, opening.closes) for opening in small.store.hours}
    assert (hours[0], hours[5], hours[6]) == ((450, 1440), (540, 1080), (None, None))
    bay = next(fixture for fixture in small.floor.fixtures if (fixture.aisle, fixture.bay) == ("1", "3"))
    assert (bay.kind, bay.x, bay.y, bay.width, bay.height) == ("shelf", 2.0, 6.0, 1.0, 1.5)
    assert [department.id for department in small.departments] == ["dairy", "home"]
    assert small.policies[1].department == "home"


def test_a_failed_build_keeps_what_was_there(tmp_path: Path, small_file: Path) -> None:
    target = tmp_path / "catalog.db"
    target.write_bytes(small_file.read_bytes())
    with pytest.raises(CatalogError):
        build_catalog(tmp_path / "nowhere", target, today=TODAY)
    assert target.read_bytes() == small_file.read_bytes()
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CatalogError, match="cannot be written"):
        build_catalog(SMALL_STORE, tmp_path / "file" / "catalog.db", today=TODAY)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "full").write_text("")
    with pytest.raises(CatalogError, match="cannot be written"):
        build_catalog(SMALL_STORE, tmp_path / "folder", today=TODAY)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_building_while_the_old_file_is_read(tmp_path: Path) -> None:
    target = tmp_path / "catalog.db"
    build_catalog(SMALL_STORE, target, today=TODAY)
    old = Catalog.open(target)
    build_catalog(SMALL_STORE, target, today=date(2026, 12, 1))
    assert old.search("oat milk").total == Catalog.open(target).search("oat milk").total
    assert old.info.version != Catalog.open(target).info.version


def test_command_line(tmp_path: Path) -> None:
    target = tmp_path / "with a space & #.db"
    command = [sys.executable, "-m", "local_catalog.build", "--source", str(SMALL_STORE), "--to", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "22 products" in done.stdout
    assert Catalog.open(target).product("100001") is not None
    done = subprocess.run([*command[:4], str(tmp_path), *command[5:]], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "store.toml: cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_store_is_a_whole_store(demo: Catalog) -> None:
    assert demo.info.products >= 1200
    assert len(demo.departments) >= 12
    assert len(demo.policies) >= 25
    every = [hit.product for hit in demo.search("", limit=5000).hits]
    assert len(every) == demo.info.products
    assert all(is_gtin(product.gtin) and product.gtin.startswith("952") for product in every)
    assert all(product.price.minor > 0 and product.unit_price.minor > 0 for product in every)
    places = {(fixture.aisle, fixture.bay) for fixture in demo.floor.fixtures}
    assert all((product.location.aisle, product.location.bay) in places for product in every)
    assert any(product.own_brand for product in every)
    assert any(product.stock == 0 for product in every)
    assert demo_source().joinpath("store.toml").exists()


def test_every_list_in_the_file_is_a_list(small_file: Path) -> None:
    for column in ("allergens", "may_contain", "diet"):
        for (value,) in rows(small_file, f"SELECT {column} FROM product"):
            assert isinstance(json.loads(str(value)), list)
