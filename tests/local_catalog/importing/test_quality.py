"""What is wrong with data is mended, kept or rejected, and told."""

from __future__ import annotations

import csv
import re

import pytest

from local_catalog import CatalogError
from local_catalog.importing import ImportRefusedError
from tests.local_catalog.conftest import SMALL_STORE
from tests.local_catalog.importing.conftest import BREAD, HEADER, MAPPING, MILK, Shop, findings

BAD = (
    "X1,No price,Mill,Bakery,,,,1,\n"
    "X2,Free,Mill,Bakery,,0.00,,1,\n"
    "X3,Below,Mill,Bakery,,-2,,1,\n"
    "X4,Foreign,Mill,Bakery,,£2,,1,\n"
    ",No number,Mill,Bakery,,2,,1,\n"
    "X6,,Mill,Bakery,,2,,1,\n"
    "M1,Other Milk,Mill,Bakery,,2,,1,\n"
    '=cmd|" /C calc"!A0,+1+1,@SUM(1),Bakery,,none,,1,\n'
)


def rejected(shop: Shop) -> list[dict[str, str]]:
    with (shop.folder / "catalog.rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_bad_rows_go_to_a_file_and_the_rest_is_imported(shop: Shop) -> None:
    report = shop.take(HEADER + MILK + BAD + BREAD)
    assert (report.rows, report.products, report.rejected) == (10, 2, 8)
    rows = rejected(shop)
    assert [row["row"] for row in rows] == ["3", "4", "5", "6", "7", "8", "9", "10"]
    assert rows[0]["name"] == "No price"
    assert "there is no price" in rows[0]["reason"]
    assert "not in USD" in rows[3]["reason"]
    assert "a row before has the SKU M1" in rows[6]["reason"]
    # No cell of the file is a formula for a spreadsheet.
    assert (rows[7]["sku"][:2], rows[7]["name"], rows[7]["brand"]) == ("'=", "'+1+1", "'@SUM(1)")
    assert rows[2]["price"] == "-2"
    assert report.rejects == shop.folder / "catalog.rejects.csv"
    shop.take(HEADER + MILK + BREAD)
    assert not (shop.folder / "catalog.rejects.csv").exists()


def test_strict_refuses_and_keeps_what_was_there(shop: Shop) -> None:
    shop.take(HEADER + MILK + BREAD)
    before = shop.target.read_bytes()
    with pytest.raises(ImportRefusedError, match="8 rows are not right, so nothing was written") as refused:
        shop.take(HEADER + MILK + BAD + BREAD, strict=True)
    assert shop.target.read_bytes() == before
    assert len(rejected(shop)) == 8
    assert "nothing was written" in refused.value.report.text()
    assert shop.take(HEADER + MILK + BREAD, strict=True).rejected == 0


def test_each_kind_of_finding(shop: Shop) -> None:
    usual = "".join(f"U{n},Pencil {n},,Office,each,1.0{n % 10},,5,1-1-1\n" for n in range(12))
    rows = (
        "A1,CrÃ¨me,,Dairy,,2.00,,3,1-1\n"
        "A2,<b>Cream</b> &amp; milk,,Dairy,,2.00,,3,1-1\n"
        "A3,Bell\x07 Pepper,,Veg,,2.00,,3,1-1\n"
        f"A4,{'very ' * 60}long,,Veg,,2.00,,3,1-1\n"
        "A5,Egg,,,dozen-ish,2.0049,4006381333931,3,1-1\n"
        "A6,Egg,,Dairy,,2.00,4006381333931,-3,\n"
        "A7,Yolk,,Dairy,,2.00,4006381333930,lots,1-1\n"
        "A8,Gold Pencil,,Office,,900.00,4.00E+12,,here and there\n"
        "A1,CrÃ¨me,,Sale,,2.00,,3,1-1\n"
    )
    report = shop.take(HEADER + usual + rows)
    assert findings(report) == {
        ("wrong encoding", "mended"): 2,
        ("HTML", "mended"): 1,
        ("control characters", "mended"): 1,
        ("too long", "mended"): 1,
        ("price rounded", "mended"): 1,
        ("stock below zero", "mended"): 1,
        ("no category", "kept"): 1,
        ("unknown size", "kept"): 1,
        ("bad barcode", "kept"): 2,
        ("barcode of another product", "kept"): 1,
        ("unknown stock", "kept"): 1,
        ("unknown place", "kept"): 1,
        ("the same product again", "kept"): 1,
        ("price far from its category", "kept"): 1,
        ("no place", "kept"): 2,
        ("no stock", "kept"): 2,
        ("no barcode", "kept"): 19,
    }
    far = next(finding for finding in report.findings if finding.check == "price far from its category")
    assert far.examples[0].text == "Gold Pencil costs 900.00, the usual in Office is 1.04"
    assert far.examples[0].row == 21
    assert shop.product("A5").category == "Other"
    assert shop.product("A6").gtin is None
    assert (shop.product("A1").name, shop.product("A2").name) == ("Crème", "Cream & milk")


def test_places_are_compared_with_the_floor_plan(shop: Shop) -> None:
    rows = "A,Tea,,Dairy,,2.00,,3,1-2-1\nB,Cup,,Dairy,,2.00,,3,1-77\nC,Jam,,Dairy,,2.00,,3,1\n"
    report = shop.take(HEADER + rows, store=SMALL_STORE)
    assert findings(report)["place not on the floor plan", "kept"] == 1


def test_what_the_mapping_does_not_tell_is_told_once(shop: Shop) -> None:
    report = shop.take("sku,name,price,ean\nA,Tea,1,\n", MAPPING + 'gtin = "ean"\n')
    assert report.notes == ("the mapping names no column for: place, stock",)
    assert findings(report) == {("no barcode", "kept"): 1}


def test_a_name_taken_for_a_category(shop: Shop) -> None:
    rows = "".join(f"S{n},Thing {n},1\n" for n in range(1002))
    report = shop.take(f"sku,name,price\n{rows}", MAPPING + 'category = "name"\n')
    assert findings(report) == {("very many categories", "kept"): 1002}


def test_the_same_name_brand_and_size_is_told(shop: Shop) -> None:
    report = shop.take("sku,name,price\nA,Tea,1\nB,tea,2\nC,Tea Cup,3\n", MAPPING)
    assert findings(report) == {("same name, brand and size", "kept"): 1}


def test_the_report_as_a_page(shop: Shop) -> None:
    report = shop.take(HEADER + MILK + "<script>alert(1)</script>,<img src=x onerror=alert(1)>,,,,no,,,\n")
    page = report.html()
    assert "<script" not in page
    assert "<img" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert re.search(r"1 products? imported", page)
    assert "prefers-color-scheme: dark" in page
    report.write_html(shop.folder / "report.html")
    assert (shop.folder / "report.html").read_text("utf-8") == page
    with pytest.raises(CatalogError, match="cannot be written"):
        report.write_html(shop.folder / "none" / "report.html")


def test_the_report_in_a_terminal_holds_no_control_sequences(shop: Shop) -> None:
    report = shop.take(HEADER + MILK + "X,\x1b[2Jname,,,,no\x1b[m,,,\n")
    assert "\x1b" not in report.text()
    assert "1 rejected" in report.text()
    assert "row 3: 'no" in report.text().replace("\\x1b", "")


def test_findings_hold_few_examples(shop: Shop) -> None:
    report = shop.take("sku,name,price\n" + "A,Tea,1\n" + "".join(f"S{n},Tea,free\n" for n in range(300)), MAPPING)
    [finding] = [finding for finding in report.findings if finding.outcome == "rejected"]
    assert (finding.count, len(finding.examples)) == (300, 5)
