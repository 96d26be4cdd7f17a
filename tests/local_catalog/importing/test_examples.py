"""The mappings that come as examples, on made-up rows of the same shape, and what is guessed from them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import local_catalog.importing
from local_catalog import CatalogError
from local_catalog.importing import guess_mapping
from local_catalog.importing.mapping import parse_mapping
from tests.local_catalog.importing.conftest import BREAD, HEADER, MILK, Shop, findings

EXAMPLES = Path(local_catalog.importing.__file__).parent / "examples"

IKEA = """\ufeffX1;item_id;name;category;price;old_price;sellable_online;link;other_colors;short_description;designer;\
depth;height;width
0;10000001;ALMSTAD;Sofas;265,0;No old price;TRUE;https://shop.test/a;No;Sofa,          2-seat;Ida Lund;80;90;140
1;10000002;ALMSTAD;Chairs;1095,5;SR 1,295;TRUE;https://shop.test/b;Yes;Chair with arms;100.002 A chair. Soft.;;90;60
2;10000003;BJÖRKVIK;Tables;69,0;No old price;FALSE;http://shop.test/;No;Side table,          45x45 cm;Ida Lund/Per Ek;;;
3;10000001;ALMSTAD;Beds;265,0;No old price;TRUE;https://shop.test/a;No;Sofa,          2-seat;Ida Lund;80;90;140
"""
BESTBUY = [
    {"name": "Volta - Phone 4 8GB - Black", "description": "A phone &amp; more.", "brand": "Volta", "price": 49.99,
     "categories": ["Phones", "Prepaid"], "image": "https:\\/\\/img.test\\/1.jpg", "popularity": 21449},
    {"name": "Volta - Phone 4 8GB - Black", "description": "A phone.", "brand": "Volta", "price": 59.99,
     "categories": ["Phones", "Prepaid"], "image": "https:\\/\\/img.test\\/2.jpg", "popularity": 12},
]  # fmt: skip
DUMMY = [
    {"id": 1, "title": "Berry Lipstick", "description": "Red.", "category": "beauty-care", "price": 9.99, "stock": 99,
     "tags": ["lips", "red"], "brand": "Rosa", "sku": "BEA-ROS-001", "weight": 4,
     "dimensions": {"width": 15.14, "height": 13.08, "depth": 22.99}, "warrantyInformation": "1 week warranty",
     "availabilityStatus": "In Stock", "reviews": [{"rating": 3}], "returnPolicy": "No return policy",
     "meta": {"barcode": "4006381333931"}, "images": ["https://img.test/1.webp"]},
    {"id": 2, "title": "Desk Lamp", "description": "Bright.", "category": "home", "price": 19.5, "stock": 0,
     "tags": ["lamp"], "sku": "HOM-LUX-002", "warrantyInformation": "No warranty",
     "dimensions": {"width": 1, "height": 2, "depth": 3}, "returnPolicy": "30 days",
     "meta": {"barcode": "1234567890123"}},
]  # fmt: skip
AWS = """
- id: 6579c22f-be2b-444c-a52b-0116dd82df6c
  current_stock: 15
  name: Trail Backpack
  category: accessories
  style: backpack
  description: Made for the
    mountains.
  price: 129.99
- id: 2e852905-c6f4-47db-802c-654013571922
  current_stock: 3
  name: Green Tea Pot
  category: home-decor
  style: pots
  description: Holds tea.
  price: 20
"""
SOURCES = {
    "ikea": ("csv", IKEA),
    "bestbuy": ("json", json.dumps(BESTBUY)),
    "dummyjson": ("json", json.dumps(DUMMY)),
    "aws_retail_demo": ("yaml", AWS),
}


def test_there_is_a_test_for_each_example() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.toml")} == set(SOURCES)


def take(shop: Shop, name: str) -> dict[tuple[str, str], int]:
    kind, content = SOURCES[name]
    return findings(shop.take(content, (EXAMPLES / f"{name}.toml").read_text(), f"in.{kind}"))


def test_furniture(shop: Shop) -> None:
    assert take(shop, "ikea") == {("the same product again", "kept"): 1}
    sofa, chair = shop.product("10000001"), shop.product("10000002")
    assert (sofa.name, sofa.category, sofa.size) == ("ALMSTAD Sofa, 2-seat", "Sofas", "140 x 80 x 90 cm")
    assert (sofa.price.minor, sofa.price.currency, sofa.unit) == (26500, "SAR", "each")
    assert (chair.price.minor, chair.size, dict(chair.attributes)) == (109550, "60 x 90 cm", {})
    assert dict(sofa.attributes) == {"designer": "Ida Lund"}
    assert (sofa.gtin, sofa.stock, sofa.location) == (None, None, None)


def test_electronics(shop: Shop) -> None:
    assert take(shop, "bestbuy") == {("HTML", "mended"): 1, ("same name, brand and size", "kept"): 1}
    with closing(sqlite3.connect(shop.target)) as connection:
        rows = connection.execute("SELECT category, price, popularity, description FROM product ORDER BY id").fetchall()
    assert rows == [("Phones > Prepaid", 4999, 750, "A phone & more."), ("Phones > Prepaid", 5999, 199, "A phone.")]


def test_a_general_store(shop: Shop) -> None:
    assert take(shop, "dummyjson") == {("bad barcode", "kept"): 1, ("no barcode", "kept"): 1}
    lipstick, lamp = shop.product("BEA-ROS-001"), shop.product("HOM-LUX-002")
    assert (lipstick.category, lipstick.gtin, lipstick.size) == (
        "Beauty Care",
        "4006381333931",
        "15.14 x 13.08 x 22.99 cm",
    )
    assert dict(lipstick.attributes) == {"warranty": "1 week warranty", "returns": "No return policy"}
    assert (lamp.brand, lamp.stock, dict(lamp.attributes)) == ("", 0, {"returns": "30 days"})


def test_a_department_store(shop: Shop) -> None:
    assert take(shop, "aws_retail_demo") == {}
    pack = shop.product("6579c22f-be2b-444c-a52b-0116dd82df6c")
    assert (pack.category, pack.stock, pack.description) == ("Accessories > Backpack", 15, "Made for the mountains.")
    assert shop.product("2e852905-c6f4-47db-802c-654013571922").category == "Home Decor > Pots"


@pytest.mark.parametrize("name", SOURCES)
def test_what_is_guessed_imports_the_examples(shop: Shop, name: str) -> None:
    kind, content = SOURCES[name]
    told = guess_mapping(str(shop.write(f"in.{kind}", content)))
    report = shop.take(content, told, f"in.{kind}")
    assert report.rejected == 0
    assert report.products == (3 if name == "ikea" else 2)


@pytest.mark.parametrize(
    ("header", "currency"),
    [
        ("Artikelnummer;Bezeichnung;Marke;Warengruppe;Preis;EAN;Bestand;Beschreibung;Gewicht_g", "EUR"),
        ("Referencia;Nombre;Marca;Categoría;Precio;Código de barras;Existencias;Descripción;Peso_g", "EUR"),
        ("Référence;Désignation;Marque;Rayon;Prix TTC;Code-barres;Quantité;Description;Poids_g", "EUR"),
        ("SKU;Product name;Brand;Category;Price;UPC;Qty on hand;Description;Weight_g", "EUR"),
    ],
)
def test_columns_of_four_languages_are_known(shop: Shop, header: str, currency: str) -> None:
    rows = "".join(
        f"A{n};Tee {n};Blatt;Essen > Tee;€ {n},49;{code};{n};Sehr guter Tee Nr. {n};{n}00\n"
        for n, code in enumerate(("4006381333931", "96385074", "036000291452"), start=1)
    )
    content = f"{header}\n{rows}".encode("cp1252")
    told = guess_mapping(str(shop.write("in.csv", content)))
    mapping = parse_mapping(told, "guessed")
    assert mapping.currency == currency
    report = shop.take(content, told)
    assert (report.products, findings(report)) == (3, {})
    tea = shop.product("A2")
    assert (tea.name, tea.brand, tea.category, tea.price.minor) == ("Tee 2", "Blatt", "Essen > Tee", 249)
    assert (tea.gtin, tea.stock, tea.size) == ("0000096385074", 2, "200 g")
    assert tea.description == "Sehr guter Tee Nr. 2"


def test_guessing_from_a_database_and_nested_lists(shop: Shop) -> None:
    path = shop.folder / "shop.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE visits (id, page)")
        connection.execute("CREATE TABLE goods (article_number, title, price, ean)")
        connection.execute("INSERT INTO goods VALUES ('A1', 'Tea', 2.5, '4006381333931')")
        connection.commit()
    told = guess_mapping(f"sqlite:///{path}")
    assert 'table = "goods"' in told
    assert shop.take_from(f"sqlite:///{path}", told).products == 1
    nested = shop.write("in.json", json.dumps({"total": 1, "products": [{"id": 1, "name": "Tea", "price": 2}]}))
    assert 'rows = "products"' in guess_mapping(str(nested))


names = st.one_of(
    st.sampled_from(["name", "price", "EAN", "sku_{x}", "qty", "a.b", "Größe", 'say "hi"']), st.text(max_size=140)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.dictionaries(names, st.one_of(st.text(max_size=12), st.integers(), st.none(), st.booleans())), max_size=4
    )
)
def test_any_names_of_columns_give_a_mapping_that_can_be_read(shop: Shop, rows: list[dict[str, object]]) -> None:
    source = str(shop.write("in.json", json.dumps([{"first": 1}, *rows])))
    parse_mapping(guess_mapping(source), "guessed")


def test_guessing_from_nothing(shop: Shop) -> None:
    with pytest.raises(CatalogError, match="is empty"):
        guess_mapping(str(shop.write("in.csv", "")))
    with pytest.raises(CatalogError, match="no rows to guess from"):
        guess_mapping(str(shop.write("in.csv", HEADER)))
    strange = 'a"b,c\x7fd,e#f\n1,2,3\n'
    parse_mapping(guess_mapping(str(shop.write("in.csv", strange))), "guessed")
    assert 'stock = "stock"' in guess_mapping(str(shop.write("in.csv", HEADER + MILK + BREAD)))
