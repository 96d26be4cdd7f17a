"""Whatever is wrong with a source or a disk: a clear sentence, and the catalog that was there stays."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_catalog import Catalog, CatalogError
from local_catalog.importing import import_catalog
from tests.local_catalog.importing.conftest import BREAD, FULL, HEADER, MAPPING, MILK, NOW, TODAY, Shop, findings

CSV = HEADER + MILK + BREAD


def excel(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_csv_that_is_cut_off(shop: Shop) -> None:
    report = shop.take((HEADER + MILK + BREAD)[:-20])
    assert (report.products, report.rejected) == (1, 1)
    assert "the file ends within this row" in report.findings[0].examples[0].text


def test_short_rows_of_whole_lines_are_taken(shop: Shop) -> None:
    report = shop.take(HEADER + "A,Tea,Leaf,Drinks,,2.00\n" + "B,Cup,Leaf,Drinks,,2.00,,1,1-1-1,,\n" + MILK)
    assert (report.products, report.rejected) == (3, 0)


def test_a_delimiter_without_quotes(shop: Shop) -> None:
    report = shop.take(HEADER + MILK + "A,Tea, black,Leaf,Drinks,,2.00,,1,1-1-1\n")
    assert "has 10 cells where the header has 9" in report.findings[0].examples[0].text


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("in.csv", b"", "is empty"),
        ("in.csv", b" \n\r\n", "is empty"),
        ("in.csv", HEADER.encode(), "none of the 0 rows is a product"),
        ("in.csv", b"\x00\x01\x02\x03" * 100, "is not a text file"),
        ("in.csv", b"%PDF-1.7 ...", "is a PDF file"),
        ("in.csv", b"PK\x03\x04....", "is an Excel or zip file"),
        ("in.csv", (HEADER + 'A,"Tea,' + "x" * 200_000).encode(), "is a quote not closed"),
        ("in.csv", b"just some words\n", "the mapping names columns that are not there"),
        ("in.csv.gz", gzip.compress(CSV.encode())[:-12], "cut off or damaged"),
        ("in.csv.gz", CSV.encode(), "cut off or damaged"),
        ("in.json", json.dumps([{"sku": 1}] * 9).encode()[:-5], "is not valid JSON"),
        ("in.json", b'[{"sku": 1, "name": "Tea", "price": 2}, {"sku": 2,, }]', "is not valid JSON after 1 products"),
        ("in.json", b"[]", "holds no products"),
        ("in.json", b'"text"', "is not a list of products"),
        ("in.json", b"[" * 100_000, "is not valid JSON"),
        ("in.yaml", b"- {sku: 1, name: [", "is not valid YAML"),
        ("in.yaml", b"sku: 1", "is not a list"),
        ("in.yaml", b"- !!python/object/apply:os.system ['true']", "is not valid YAML"),
        ("in.xlsx", b"PK\x03\x04 not really", "is not an Excel workbook"),
        ("in.xlsx", CSV.encode(), "is not an Excel workbook"),
        ("in.parquet", b"PAR1 not really PAR1", "is not a Parquet file"),
        ("in.jsonl", b'{"sku": 1\n{"sku": 2\n', "there is no column|none of the 2 rows"),
    ],
)  # fmt: skip
def test_files_that_are_none(shop: Shop, name: str, content: bytes, told: str) -> None:
    shop.take(CSV)
    before = shop.target.read_bytes()
    with pytest.raises(CatalogError, match=told):
        shop.take(content, name=name)
    assert shop.target.read_bytes() == before
    assert not [path for path in shop.folder.iterdir() if path.name.startswith(".")]


def test_broken_lines_of_json_lines_are_rejected_one_by_one(shop: Shop) -> None:
    good = '{"sku": "A", "name": "Tea", "price": 2}'
    report = shop.take(f'{good}\n{{"sku": "B", "na\n[1]\n{"[" * 5000}\n', MAPPING, "in.jsonl")
    assert (report.products, findings(report)) == (1, {("row not whole", "rejected"): 3})


def test_other_encodings(shop: Shop) -> None:
    text = HEADER + "A,Crème fraîche,Côté Crème,Produits laitiers,200 g,2.00,,1,1-1-1\n" * 1
    report = shop.take(text.encode("cp1252"))
    assert shop.product("A").name == "Crème fraîche"
    assert "encoding is not UTF-8; taken for cp1252" in report.notes[0]
    shop.take(text.encode("cp1252"), FULL + '[source]\nencoding = "cp1252"\n')
    assert shop.product("A").brand == "Côté Crème"
    with pytest.raises(CatalogError, match=r"is not utf-8 throughout .* set the right `encoding`"):
        shop.take(text.encode("cp1252"), FULL + '[source]\nencoding = "utf-8"\n')
    with pytest.raises(CatalogError, match="there is no encoding 'klingon'"):
        shop.take(text, FULL + '[source]\nencoding = "klingon"\n')


def test_text_decoded_twice_is_mended(shop: Shop) -> None:
    shop.take(HEADER + "A,Crème brûlée,Größe,Käse,,2.00,,1,1-1-1\n".encode().decode("cp1252"))
    assert (shop.product("A").name, shop.product("A").brand, shop.product("A").category) == (
        "Crème brûlée",
        "Größe",
        "Käse",
    )


def test_formulas_without_values(shop: Shop) -> None:
    path = excel(shop.folder / "in.xlsx", ["sku", "name", "price"], ["A", "Tea", "=1+1"], ["B", "Cup", 3])
    report = shop.take(path, MAPPING)
    assert (report.products, findings(report)) == (1, {("no price", "rejected"): 1})
    assert "formulas count with the values that the workbook was saved with" in report.notes


def test_numbers_that_a_spreadsheet_damaged(shop: Shop) -> None:
    rows = [
        ["sku", "name", "price", "ean"],
        [368814.0, "Tea", 2.5, 4.00638e12],
        ["4,00638E+12", "Cup", 3, "4,00638E+12"],
    ]
    mapping = MAPPING + 'gtin = "ean"\n'
    report = shop.take(excel(shop.folder / "in.xlsx", *rows), mapping)
    assert shop.product("368814").gtin is None
    assert findings(report) == {
        ("damaged SKU", "rejected"): 1, ("bad barcode", "kept"): 1, ("no barcode", "kept"): 1
    }  # fmt: skip


def test_a_workbook_that_unpacks_to_very_much(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from local_catalog.importing.readers import excel as reader

    path = excel(shop.folder / "in.xlsx", ["sku", "name", "price"], ["A", "Tea", 2])
    assert zipfile.is_zipfile(path)
    monkeypatch.setattr(reader, "_MOST_UNPACKED", 1000)
    with pytest.raises(CatalogError, match="unpacks to more than"):
        shop.take(path, MAPPING)


def test_a_parquet_file_that_is_cut_off(shop: Shop) -> None:
    path = shop.folder / "in.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"sku": ["A"], "name": ["Tea"], "price": [2.0]}), path)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(CatalogError, match="is not a Parquet file"):
        shop.take(path, MAPPING)


def test_a_target_that_cannot_be_written(shop: Shop) -> None:
    (shop.folder / "file").write_text("")
    told = shop.write("mapping.toml", FULL)
    source = str(shop.write("in.csv", CSV))
    with pytest.raises(CatalogError, match="cannot be written"):
        import_catalog(source, told, shop.folder / "file" / "catalog.db", now=NOW, today=TODAY)
    shop.target.write_text("sku,name\nmy,precious\n")
    with pytest.raises(CatalogError, match=r"in\.csv|catalog\.db.*name another file"):
        import_catalog(source, told, shop.target, now=NOW, today=TODAY)
    assert shop.target.read_text() == "sku,name\nmy,precious\n"


_CHILD = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from local_catalog import CatalogError
from local_catalog.importing import import_catalog
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
try:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    import_catalog(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), now=now, today=now.date())
except CatalogError as error:
    sys.exit(f"told: {error}")
"""


@pytest.mark.parametrize("room", [4096, 200_000])
def test_a_full_disk_keeps_what_was_there(shop: Shop, room: int) -> None:
    """No file may grow beyond the room, which the program meets as it meets a full disk."""
    shop.take(CSV)
    before = shop.target.read_bytes()
    source = shop.write(
        "more.csv", HEADER + "".join(f"S{n},Thing {n},Maker,Home,1 kg,{n}.00,,1,1-1-1\n" for n in range(1, 900))
    )
    command = [
        sys.executable,
        "-c",
        _CHILD,
        str(source),
        str(shop.folder / "mapping.toml"),
        str(shop.target),
        str(room),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": "."})
    assert done.returncode == 1
    assert "told:" in done.stderr
    assert "Traceback" not in done.stderr
    assert shop.target.read_bytes() == before
    assert not [path for path in shop.folder.iterdir() if path.name.startswith(".")]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


cells = st.one_of(
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.lists(st.text(max_size=5), max_size=3),
)
records = st.dictionaries(st.sampled_from(HEADER.strip().split(",")), cells, max_size=9)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records, max_size=12))
def test_any_records_are_imported_or_rejected(shop: Shop, rows: list[dict[str, object]]) -> None:
    good = {
        "sku": "GOOD",
        "name": "Tea",
        "price": "2.00",
        "brand": "",
        "category": "",
        "size": "",
        "ean": "",
        "stock": "",
        "place": "",
    }
    shop.target.unlink(missing_ok=True)
    lines = "\n".join(json.dumps(row) for row in [good, *rows])
    report = shop.take(lines, FULL, "in.jsonl")
    assert report.products + report.rejected + report.repeated == len(rows) + 1
    catalog = Catalog.open(shop.target)
    assert catalog.info.products == report.products == len(catalog.search("", limit=100).hits)
    catalog.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)),
    st.sampled_from(["csv", "json", "jsonl", "yaml"]),
)
def test_any_bytes_are_a_source_or_an_error_of_its_own(shop: Shop, content: bytes, kind: str) -> None:
    with pytest.raises(CatalogError):
        shop.take(content, name=f"in.{kind}")
