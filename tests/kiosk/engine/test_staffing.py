"""Who is on shift while the kiosk runs: roster, accounts and hours change under it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from kiosk.engine.staffing import Staffing, check
from kiosk.staff import accounts
from kiosk.staff.roster import FILE
from kiosk.staff.rules import Rules
from local_catalog import Opening

FRIDAY = datetime(2026, 11, 20, 12, tzinfo=UTC)
SHIFT = '[[shift]]\nwho = "Ana"\ndays = "fri"\nfrom = "08:00"\nuntil = "16:00"\n'


def _replace(path: Path, text: str) -> None:
    fresh = path.with_name("fresh")
    fresh.write_text(text, "utf-8")
    os.replace(fresh, path)


def test_on_shift_follows_clock_roster_and_accounts(tmp_path: Path) -> None:
    now = [FRIDAY]
    staffing = Staffing(tmp_path, lambda: (), lambda: now[0])
    assert staffing.on_shift() is None
    _replace(tmp_path / FILE, SHIFT)
    assert staffing.on_shift() == 0
    accounts.add(tmp_path, "ANA")
    assert staffing.on_shift() == 1
    now[0] = FRIDAY.replace(hour=16)
    assert staffing.on_shift() == 0
    (tmp_path / FILE).unlink()
    assert staffing.on_shift() is None


def test_a_mistake_in_the_roster_is_told_and_changes_nothing(tmp_path: Path) -> None:
    accounts.add(tmp_path, "Ana")
    staffing = Staffing(tmp_path, lambda: (), lambda: FRIDAY)
    _replace(tmp_path / FILE, "[steps]\nagain_s = 10\n" + SHIFT)
    assert staffing.rules().of("find").after[1] == 10
    _replace(tmp_path / FILE, "[steps]\nagain_s = -1\n")
    assert staffing.on_shift() == 1
    assert staffing.rules().of("find").after[1] == 10
    assert FILE in staffing.trouble
    _replace(tmp_path / FILE, "")
    assert not staffing.trouble
    assert staffing.rules() == Rules()


def test_damaged_accounts_make_nobody_absent(tmp_path: Path) -> None:
    _replace(tmp_path / FILE, SHIFT)
    _replace(tmp_path / "staff.json", "{")
    assert Staffing(tmp_path, lambda: (), lambda: FRIDAY).on_shift() is None


def test_nobody_is_there_while_the_store_is_closed(tmp_path: Path) -> None:
    _replace(tmp_path / FILE, "")
    staffing = Staffing(tmp_path, lambda: (Opening(4, 8 * 60, 10 * 60),), lambda: FRIDAY)
    assert staffing.on_shift() == 0


def test_the_check_up_looks_at_the_file(tmp_path: Path) -> None:
    assert list(check(tmp_path)) == []
    _replace(tmp_path / FILE, SHIFT)
    (part,) = check(tmp_path)
    assert (part.name, part.state, part.detail) == ("roster", "working", "shifts: 1, absences: 0")
    _replace(tmp_path / FILE, SHIFT.replace("fri", "friday"))
    (part,) = check(tmp_path)
    assert part.state == "down"
    assert "'friday' is no day" in part.detail
