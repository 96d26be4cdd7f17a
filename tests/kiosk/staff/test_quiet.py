"""Do-not-disturb: for a while, never for long, and never by a damaged file."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import StaffError, quiet

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def _still(folder: Path, now: datetime) -> set[str]:
    return set(quiet.still(quiet.load(folder / quiet.FILE), now))


def test_quiet_for_a_quarter_of_an_hour(tmp_path: Path) -> None:
    assert _still(tmp_path, NOW) == set()
    assert quiet.set_quiet(tmp_path, "Zoë", 15, NOW) == NOW + timedelta(minutes=15)
    assert _still(tmp_path, NOW) == {"zoë"}
    assert _still(tmp_path, NOW + timedelta(minutes=14, seconds=59)) == {"zoë"}
    assert _still(tmp_path, NOW + timedelta(minutes=15)) == set()
    assert stat.S_IMODE((tmp_path / quiet.FILE).stat().st_mode) == 0o600


def test_quiet_no_more(tmp_path: Path) -> None:
    quiet.set_quiet(tmp_path, "Ana", 60, NOW)
    quiet.set_quiet(tmp_path, "Ben", 30, NOW)
    assert quiet.set_quiet(tmp_path, "ANA", 0, NOW) is None
    assert _still(tmp_path, NOW) == {"ben"}


@pytest.mark.parametrize("minutes", [-1, 241, 10**9])
def test_nobody_is_quiet_for_long(tmp_path: Path, minutes: int) -> None:
    with pytest.raises(StaffError, match="at most 4 hours"):
        quiet.set_quiet(tmp_path, "Ana", minutes, NOW)
    assert _still(tmp_path, NOW) == set()


def test_a_clock_set_back_makes_nobody_quiet_for_a_day(tmp_path: Path) -> None:
    quiet.set_quiet(tmp_path, "Ana", 240, NOW)
    assert _still(tmp_path, NOW - timedelta(days=1)) == set()


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"ana": 4}', '{"ana": "soon"}', "[" * 100_000, "\udcff"])
def test_a_damaged_file_silences_nobody_and_is_replaced(tmp_path: Path, text: str) -> None:
    (tmp_path / quiet.FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert _still(tmp_path, NOW) == set()
    quiet.set_quiet(tmp_path, "Ana", 15, NOW)
    assert _still(tmp_path, NOW) == {"ana"}


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StaffError, match="check the folder"):
        quiet.set_quiet(tmp_path / "file", "Ana", 15, NOW)


@given(raw=st.binary(max_size=80))
def test_any_file_can_be_read(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "quiet.json"
    file.write_bytes(raw)
    assert all(NOW < until <= NOW + quiet.LONGEST for until in quiet.still(quiet.load(file), NOW).values())
