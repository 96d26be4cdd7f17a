"""`aislewise staff roster` and `aislewise staff report`, and the table for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from kiosk.cli import app
from kiosk.protocol import ReportRow
from kiosk.staff import PageStore, accounts, sheet
from tests.kiosk.staff.test_store import connect

SHIFT = '[[shift]]\nwho = "{}"\ndays = "mon-sun"\nfrom = "00:00"\nuntil = "24:00"\n'


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AISLEWISE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("AISLEWISE_RUNTIME_DIR", str(tmp_path / "no engine"))
    return tmp_path


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, ["staff", *words])


def test_who_is_on_shift(data: Path) -> None:
    accounts.add(data, "Ana", role=accounts.Role.LEAD, departments=["dairy"])
    accounts.add(data, "Ben")
    assert _run("roster").stdout == "No shifts are kept: whoever is signed in may be called.\n"
    (data / "roster.toml").write_text(SHIFT.format("ana"))
    found = _run("roster")
    assert found.stdout == "On shift now: Ana (lead, dairy).\n"
    assert found.exit_code == 0


def test_unknown_names_and_departments_are_told(data: Path) -> None:
    accounts.add(data, "Ana")
    text = '[reason.medicine]\ndepartment = "dispensary"\n' + SHIFT.format("Anna")
    (data / "roster.toml").write_text(text)
    found = _run("roster")
    assert found.exit_code == 1
    first, name, department = found.stdout.splitlines()
    assert first == "Nobody is on shift now."
    assert "Anna has no account" in name
    assert "[reason.medicine]: the store has no department 'dispensary'; it has " in department
    assert "dairy" in department


def test_a_mistake_in_the_roster_is_one_line(data: Path) -> None:
    (data / "roster.toml").write_text(SHIFT.format("Ana").replace("mon", "month"))
    found = _run("roster")
    assert found.exit_code == 2
    assert found.stderr.startswith(f"aislewise: {data}/roster.toml: [[shift]] 1: days: 'month' is no day")
    assert found.stderr.count("\n") == 1


def test_a_report_without_an_engine(data: Path) -> None:
    assert _run("report").stdout == "Nobody called staff in these days.\n"
    now = datetime.now(UTC)
    connection = connect(data / "state.db")
    store = PageStore(connection, "Kiosk 1")
    page, _ = store.create(place="here", reason="stock", session="s", department="dairy", now=now)
    store.step(page.id, "claim", "Ana", now)
    connection.close()
    found = _run("report")
    assert found.exit_code == 0
    assert "Dairy" in found.stdout
    rows = [json.loads(line) for line in _run("report", "--json").stdout.splitlines()]
    assert (rows[0]["by"], rows[0]["calls"], rows[0]["taken"]) == ("all", 1, 1)


def test_a_table_is_written_whole_or_refused_in_one_line(data: Path) -> None:
    file = data / "calls.csv"
    assert _run("report", "--csv", str(file)).exit_code == 0
    with file.open(encoding="utf-8-sig", newline="") as lines:
        assert next(csv.DictReader(lines))["by"] == "all"
    refused = _run("report", "--csv", str(data / "missing" / "calls.csv"))
    assert refused.exit_code == 2
    assert "cannot be written" in refused.stderr


@given(st.text(max_size=20))
def test_no_cell_is_a_formula_and_no_name_is_lost(name: str) -> None:
    lines = list(csv.DictReader(io.StringIO(sheet.csv_text([ReportRow(by="lacking", key="1", name=name)]), newline="")))
    (line,) = lines
    assert line["name"] in (name, f"'{name}")
    assert not line["name"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"])
def test_what_would_be_a_formula_is_text(name: str) -> None:
    text = sheet.csv_text([ReportRow(by="lacking", key="1", name=name)])
    assert f"'{name}" in text
