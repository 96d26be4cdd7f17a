"""`aislewise operator pin`."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.engine.door import FILE, Door


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AISLEWISE_DATA_DIR", str(tmp_path))
    return tmp_path


def test_a_pin_from_a_pipe_opens_the_page(data: Path) -> None:
    done = CliRunner().invoke(app, ["operator", "pin"], input="270918\n")
    assert done.exit_code == 0, done.output
    assert "270918" not in done.output
    assert Door(data, lambda: datetime.now(UTC)).open("270918")


def test_a_made_up_pin_is_shown_once(data: Path) -> None:
    done = CliRunner().invoke(app, ["operator", "pin", "--random"])
    found = re.search(r"PIN is (\d{6}) ", done.output)
    assert found
    assert Door(data, lambda: datetime.now(UTC)).open(found[1])


def test_an_easy_pin_is_told_and_not_taken(data: Path) -> None:
    done = CliRunner().invoke(app, ["operator", "pin"], input="111111\n")
    assert done.exit_code == 2
    assert "too easy" in done.output
    assert not (data / FILE).exists()
