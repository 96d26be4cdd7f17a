from __future__ import annotations

import json

import pytest

from local_catalog import CatalogError
from local_catalog.importing.mapping import parse_mapping
from tests.local_catalog.importing.conftest import FULL, HEADER, MAPPING, MILK, TODAY, Shop, findings


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('sku = "sku"', "", "fields.sku: is missing; add it"),
        ('name = "name"', 'nmae = "name"', "fields.nmae: unknown key; take it out"),
        ('"USD"', '"usd"', "currency: string should match pattern"),
        ('"USD"', '"JPY"', "prices in JPY have not two decimals"),
        ('"price"', '{ from = "price", decimal = ";" }', "fields.price.decimal: input should be '.' or ','"),
        ('"price"', '{ from = "price", value = 3 }', "say either `from` (a column) or `value`"),
        ('"name"', '{ from = "name", pattern = "(" }', "is no regular expression"),
        ('"name"', '{ from = "name", style = "loud" }', "fields.name.style"),
        ("[fields]", "[[skip]]\ncolumn = 'a'\n[fields]", "say one of `is`, `matches`, `below` and `empty`"),
        ("[fields]", "[fields]\noffer_price = 'p'", "an offer needs `offer_ends`"),
        ("[fields]", "[fields]\nplace = 'p'\naisle = 'a'", "a place is either in `place` or in"),
        ("[fields]", "[fields", "is not valid TOML"),
        ("[fields]", "[attributes]\n'a b' = 'c'\n[fields]", "attributes.a b"),
        ("[fields]", "[source]\nheader = 0\n[fields]", "source.header: input should be greater"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_remedy(old: str, new: str, told: str) -> None:
    with pytest.raises(CatalogError) as error:
        parse_mapping(MAPPING.replace(old, new, 1), "mapping.toml")
    assert told in str(error.value)
    assert "mapping.toml" in str(error.value)


def test_columns_that_are_not_there_are_told_with_the_nearest(shop: Shop) -> None:
    mapping = FULL.replace('"ean"', '"eam"').replace('"stock"', '{ from = ["Stok", "on hand"] }')
    with pytest.raises(CatalogError) as error:
        shop.take(HEADER + MILK, mapping)
    for told in (
        "fields.gtin: there is no column 'eam'; did you mean 'ean'?",
        "'Stok'; did you mean 'stock'?",
        "'on hand'",
    ):
        assert told in str(error.value)
    assert "There are: 'sku', 'name'" in str(error.value)


def test_rare_keys_of_objects_need_not_be_there(shop: Shop) -> None:
    rows = [{"sku": "1", "name": "Tea", "price": 2}]
    shop.take(
        json.dumps([*rows * 1, *({"sku": str(n), "name": "x", "price": 1} for n in range(2, 1500))]), FULL, "in.json"
    )
    with pytest.raises(CatalogError, match="there is no column 'price'; did you mean 'prise'"):
        shop.take(json.dumps([{"sku": "1", "name": "Tea", "prise": 2}] * 1200), FULL, "in.json")


EVERYTHING = """
currency = "EUR"
language = "es"
store = "Tienda"
[fields]
sku = { from = "ref", hash = ["nombre", "marca"] }
name = { from = "nombre", replace = { "TEA" = "Black Tea" } }
price = { from = ["oferta_vieja", "pvp"], empty = ["sin oferta"], decimal = "," }
brand = { value = "Casa" }
category = { from = "cat", separator = ">", alternatives = "|", style = "title" }
size = { from = ["peso_g", "texto"], unit = "g" }
stock = { from = "hay", words = { "mucho" = "unknown", "poco" = 2 } }
place = { from = "sitio", pattern = "P(?P<aisle>\\\\d+)/(?P<bay>\\\\w+)" }
description = { from = "md", markdown = true }
words = { from = "tags", separator = ";" }
allergens = { from = "alergenos", separator = "," }
diet = { flags = { vegan = "es_vegano", "gluten-free" = "sg" } }
min_age = "edad"
family = "grupo"
sold = "ventas"
offer_price = { from = "pvp", decimal = "," }
offer_label = "lema"
offer_ends = "hasta"
[attributes]
color = "color"
[nutrition]
energy_kcal = "kcal"
fat = "g1"
saturates = "g2"
carbohydrate = "g3"
sugars = "g4"
fibre = "g5"
protein = "g6"
salt = "g7"
[[skip]]
column = "estado"
is = ["Baja"]
[[skip]]
column = "ventas"
below = 0
[[skip]]
column = "nombre"
matches = "^TEST"
[[skip]]
column = "pvp"
empty = true
"""


def test_every_word_of_the_vocabulary(shop: Shop) -> None:
    row = {
        "ref": "", "nombre": "TEA", "marca": "X", "pvp": "2,50", "oferta_vieja": "3,00",
        "cat": "bebidas > té-negro | Otros",
        "peso_g": "1500", "texto": "", "hay": "poco", "sitio": "zona P7/B", "md": "**Rico** y [bueno](http://x.y)",
        "tags": "infusión; té", "alergenos": "leche, frutos secos", "es_vegano": "sí", "sg": "no", "edad": "18",
        "grupo": "G", "ventas": "300", "lema": "2x1", "hasta": "2026-11-30", "color": "negro", "kcal": "100",
        **{f"g{n}": f"{n},5" for n in range(1, 8)}, "estado": "Alta",
    }  # fmt: skip
    others = [{"estado": "BAJA"}, {"ventas": "-1"}, {"nombre": "TEST 1"}, {"pvp": ""}]
    two = row | {"ref": "R2", "oferta_vieja": "sin oferta", "hay": "mucho", "peso_g": "", "texto": "20 bolsas"}
    report = shop.take(json.dumps([row, two, *(row | other for other in others)]), EVERYTHING, "in.json")
    assert (report.products, report.skipped, report.store) == (2, 4, "Tienda")
    tea = shop.product("R2")
    assert (tea.name, tea.brand, tea.price.minor, tea.price.currency, tea.offer) == (
        "Black Tea",
        "Casa",
        250,
        "EUR",
        None,
    )
    assert (tea.category, tea.size, tea.stock, tea.min_age) == ("Bebidas > Té Negro", "20 bolsas", None, 18)
    assert tea.location is not None
    assert (tea.location.aisle, tea.location.bay, tea.location.shelf) == ("7", "B", "")
    assert (tea.description, tea.allergens, tea.diet) == ("Rico y bueno", ("milk", "nuts"), ("vegan", "vegetarian"))
    assert tea.nutrition is not None
    assert (tea.nutrition.energy_kj, tea.nutrition.salt, dict(tea.attributes)) == (418, 7.5, {"color": "negro"})
    assert findings(report) == {("unknown size", "kept"): 1, ("no stock", "kept"): 1}


def test_a_made_sku_stays_the_same(shop: Shop) -> None:
    mapping = MAPPING.replace('sku = "sku"', 'sku = { hash = ["name", "brand"] }')
    skus = []
    for price in ("1.00", "2.00"):
        shop.take(f"name,brand,price\nTea,Leaf,{price}\n", mapping)
        skus.append(shop_skus(shop))
    assert skus[0] == skus[1]
    assert skus[0][0].startswith("H")


def shop_skus(shop: Shop) -> list[str]:
    from local_catalog import Catalog

    catalog = Catalog.open(shop.target)
    found = [hit.product.sku for hit in catalog.search("").hits]
    catalog.close()
    return found


def test_offers(shop: Shop) -> None:
    mapping = MAPPING + 'offer_price = "now"\noffer_label = "slogan"\noffer_ends = "until"\n'
    head = "sku,name,price,now,slogan,until\n"
    rows = (
        "A,Tea,3.00,2.00,,2026-11-21\nB,Cup,3.00,4.00,,2026-12-01\nC,Jam,3.00,2,,soon\n"
        "D,Pen,3.00,2.00,,2026-11-20\nE,Bag,3.00,,Two for one,2026-12-24T10:00\n"
    )
    report = shop.take(head + rows, mapping)
    tea, bag = shop.product("A"), shop.product("E")
    assert tea.offer is not None
    assert (tea.offer.price and tea.offer.price.minor, tea.offer.ends, tea.offer.label) == (200, TODAY, "Special offer")
    assert bag.offer is not None
    assert (bag.offer.price, bag.offer.label) == (None, "Two for one")
    assert [shop.product(sku).offer for sku in "BCD"] == [None] * 3
    assert findings(report) == {("bad offer", "kept"): 2}
