"""The same few products in every form that can be read."""

from __future__ import annotations

import gzip
import json
import socketserver
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

from local_catalog import CatalogError
from local_catalog.importing.readers import SourceOptions, json_files, open_source
from tests.local_catalog.importing.conftest import BREAD, FULL, HEADER, MAPPING, MILK, Shop, findings

CSV = HEADER + MILK + BREAD
ROWS = [
    {"sku": "M1", "name": "Whole Milk", "brand": "Meadow", "category": "Dairy > Milk", "size": "1 L", "price": 1.29,
     "ean": "4006381333931", "stock": 12, "place": "3-4-2"},
    {"sku": "B1", "name": "White Bread", "brand": "Mill", "category": "Bakery", "size": "500 g", "price": "0.99",
     "ean": 96385074, "stock": 0, "place": "1-1-1"},
]  # fmt: skip
JSON = json.dumps(ROWS)


def check(shop: Shop) -> None:
    milk, bread = shop.product("M1"), shop.product("B1")
    assert (milk.name, milk.brand, milk.price.minor, milk.size, milk.stock) == ("Whole Milk", "Meadow", 129, "1 L", 12)
    assert (milk.gtin, milk.category, milk.department) == ("4006381333931", "Dairy > Milk", "dairy")
    assert milk.location is not None
    assert (milk.location.aisle, milk.location.bay, milk.location.shelf) == ("3", "4", "2")
    assert (bread.price.minor, bread.gtin, bread.stock, bread.category) == (99, "0000096385074", 0, "Bakery")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("in.csv", CSV.encode()),
        ("in.txt", CSV.replace(",", ";").encode()),
        ("in.csv", CSV.replace(",", "|").replace("\n", "\r\n").encode()),
        ("in.tsv", CSV.replace(",", "\t").encode("utf-8-sig")),
        ("in.csv", CSV.encode("utf-16")),
        ("in.csv", CSV.encode("utf-16-le")),
        ("in.csv", CSV.replace("Meadow", '"Meadow"').encode()),
        ("in.csv.gz", gzip.compress(CSV.encode())),
        ("in.json", JSON.encode()),
        ("in.json", json.dumps(ROWS, indent=2).encode("utf-16")),
        ("in.json.gz", gzip.compress(JSON.encode())),
        ("in.jsonl", "\n".join(map(json.dumps, ROWS)).encode()),
        ("in.ndjson.gz", gzip.compress("\r\n\r\n".join(map(json.dumps, ROWS)).encode())),
        ("in.yaml", "".join(f"- {json.dumps(row)}\n" for row in ROWS).encode()),
        ("in.yml.gz", gzip.compress(json.dumps(ROWS).encode())),
    ],
)  # fmt: skip
def test_text_forms(shop: Shop, name: str, content: bytes) -> None:
    report = shop.take(content, name=name)
    assert (report.products, report.rejected) == (2, 0)
    check(shop)


def test_excel(shop: Shop) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("other")
    sheet = book.active
    sheet.append(["our range"])
    sheet.append(list(ROWS[0]))
    for row in ROWS:
        sheet.append([Decimal("1.29") if value == 1.29 else value for value in row.values()])
    sheet.append([None] * 9)
    book.save(shop.folder / "in.xlsx")
    shop.take(shop.folder / "in.xlsx", FULL + "[source]\nheader = 2\n")
    check(shop)


def test_parquet(shop: Shop) -> None:
    rows = [row | {"price": str(row["price"]), "ean": str(row["ean"])} for row in ROWS]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), shop.folder / "in.parquet")
    report = shop.take(shop.folder / "in.parquet")
    assert report.rows == 2
    check(shop)


def test_a_list_within_a_file(shop: Shop) -> None:
    deep = json.dumps({"meta": {"page": 1}, "data": {"products": ROWS}})
    shop.take(deep, FULL + '[source]\nrows = "data.products"\n', "in.json")
    check(shop)
    shop.take(json.dumps({"data": dict(enumerate(ROWS))}), FULL + '[source]\nrows = "data"\n', "keyed.json")
    with pytest.raises(CatalogError, match='set `rows = "products"`'):
        shop.take(json.dumps({"total": 2, "products": ROWS}), name="in.json")
    with pytest.raises(CatalogError, match="there is no 'prodcts'; there is: total, products"):
        shop.take(json.dumps({"total": 2, "products": ROWS}), FULL + '[source]\nrows = "prodcts"\n', "in.json")


def test_a_folder_of_files(shop: Shop) -> None:
    folder = shop.folder / "parts"
    folder.mkdir()
    (folder / "a.csv").write_text(HEADER + MILK)
    (folder / "b.json").write_text(json.dumps([*ROWS[1:], {"sku": "X", "name": "No price"}]))
    (folder / "notes.md").write_text("not for import")
    (folder / "old.rejects.csv").write_text("row,reason\n")
    report = shop.take_from(str(folder))
    assert (report.products, report.rejected) == (2, 1)
    assert report.findings[0].examples[0].row == "b.json:2"
    check(shop)


def test_a_long_list_is_read_piece_by_piece(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_files, "_BLOCK", 64)
    rows = [{"sku": f"S{n}", "name": f"Thing {n} {'é' * (n % 50)}", "price": 1 + n} for n in range(300)]
    path = shop.write("long.json", json.dumps(rows, indent=1, ensure_ascii=False))
    with open_source(str(path), SourceOptions()) as table:
        assert [record.values for record in table.records] == rows


@pytest.mark.parametrize("source", ["sqlite", "query"])
def test_sqlite(shop: Shop, source: str) -> None:
    path = shop.folder / "shop.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE goods (sku, name, brand, category, size, price, ean, stock, place)")
        connection.executemany("INSERT INTO goods VALUES (?,?,?,?,?,?,?,?,?)", [tuple(row.values()) for row in ROWS])
        connection.commit()
    told = 'table = "goods"' if source == "sqlite" else "query = \"SELECT * FROM goods WHERE sku <> 'none'\""
    shop.take_from(f"sqlite:///{path}", FULL + f"[source]\n{told}\n")
    check(shop)
    with pytest.raises(CatalogError, match="has no table 'godos'; there is: goods"):
        shop.take_from(f"sqlite:///{path}", FULL + '[source]\ntable = "godos"\n')
    with pytest.raises(CatalogError, match="there is no such database"):
        shop.take_from(f"sqlite:///{path}.no", FULL + '[source]\ntable = "goods"\n')
    assert not path.with_name("shop.db.no").exists()
    with pytest.raises(CatalogError, match=r"say in .source. of the mapping either `table` or `query`"):
        shop.take_from(f"sqlite:///{path}")


def test_passwords_of_databases_are_in_no_text(shop: Shop) -> None:
    for url in ("postgresql://shop:s3cret@127.0.0.1:1/goods", "nosuch://shop:s3cret@localhost/goods"):
        with pytest.raises(CatalogError) as error:
            shop.take_from(url, FULL + '[source]\ntable = "goods"\n')
        assert "s3cret" not in str(error.value)
        assert "shop:***@" in str(error.value)


class _Files(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/goods.csv")
            self.end_headers()
            return
        if self.path.startswith("/loop"):
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
            return
        known = {"/goods.csv": "text/plain", "/export?id=7": "text/csv; charset=utf-8", "/cut.csv": "text/csv"}
        if self.path not in known:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", known[self.path])
        self.send_header("Content-Length", str(len(CSV) + (99 if self.path == "/cut.csv" else 0)))
        self.end_headers()
        self.wfile.write(CSV.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Files) as listening:
        listening.daemon_threads = True
        threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://user:s3cret@127.0.0.1:{listening.server_address[1]}"
        listening.shutdown()


@pytest.mark.parametrize("path", ["/goods.csv", "/export?id=7", "/away"])
def test_a_web_server(shop: Shop, server: str, path: str) -> None:
    shop.take_from(server + path)
    check(shop)


@pytest.mark.parametrize(("path", "told"), [("/no", "answers 404"), ("/cut.csv", "cannot be"), ("/loop", "cannot be")])
def test_a_web_server_that_fails(shop: Shop, server: str, path: str, told: str) -> None:
    with pytest.raises(CatalogError, match=told) as error:
        shop.take_from(server + path)
    assert "s3cret" not in str(error.value)
    assert not shop.target.exists()


def test_typed_values_of_databases_and_parquet(shop: Shop) -> None:
    rows = [
        {
            "id": 7,
            "name": "Tea",
            "price": Decimal("2.50"),
            "until": date(2026, 12, 1),
            "was": Decimal(3),
            "tags": ["hot"],
        }
    ]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), shop.folder / "in.parquet")
    mapping = MAPPING.replace('sku = "sku"', 'sku = "id"').replace('price = "price"', 'price = "was"')
    shop.take(shop.folder / "in.parquet", mapping + 'offer_price = "price"\noffer_ends = "until"\nwords = "tags"\n')
    tea = shop.product("7")
    assert tea.offer is not None
    assert (tea.price.minor, tea.current_price.minor, tea.offer.ends) == (300, 250, date(2026, 12, 1))


def test_what_is_not_known_by_its_name(shop: Shop) -> None:
    with pytest.raises(CatalogError, match=r"set `format` in .source."):
        shop.take(CSV, name="export.dat")
    shop.take(CSV, FULL + '[source]\nformat = "csv"\n', "export.dat")
    check(shop)
    with pytest.raises(CatalogError, match="there is no such file"):
        shop.take(Path("/nowhere/at/all.csv"))


def test_nested_columns_lists_and_templates(shop: Shop) -> None:
    row = {
        "id": 1, "title": "Mug", "price": {"amount": 4.5}, "cats": [{"name": "Kitchen"}, {"name": "Mugs"}],
        "paths": [["A", "B"], ["C"]], "dims": {"w": 8, "h": 9.5}, "media": [{"alt": "blue"}],
    }  # fmt: skip
    mapping = """
currency = "USD"
[fields]
sku = "id"
name = "{title} ({media.0.alt})"
price = "price.amount"
category = "cats"
words = "paths"
size = { from = "{dims.w} x {dims.h} cm" }
"""
    report = shop.take(json.dumps([row]), mapping, "in.json")
    mug = shop.product("1")
    assert (mug.name, mug.category, mug.size, mug.price.minor) == ("Mug (blue)", "Kitchen > Mugs", "8 x 9.5 cm", 450)
    assert findings(report) == {}
