"""The operator's PIN: guessing is slow, is counted on disk, and gains nothing from a restart."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.engine.door import FILE, LIMITS, TICKET_LASTS, Door, Refused, set_pin
from kiosk.staff import AccountError
from kiosk.staff.guessing import LOCKED

PIN = "270918"
WRONG = "000001"


class Time:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    set_pin(tmp_path, PIN)
    return tmp_path


@pytest.fixture
def door(folder: Path, time: Time) -> Door:
    return Door(folder, time)


def refused(door: Door, pin: str) -> Refused:
    with pytest.raises(Refused) as caught:
        door.open(pin)
    return caught.value


def lock(door: Door, time: Time) -> None:
    """Guess until nothing more may be tried."""
    for _ in range(LIMITS.lock):
        answer = refused(door, WRONG)
        assert answer.why == "wrong"
        time.now += timedelta(seconds=answer.wait_s)
    time.now -= timedelta(seconds=answer.wait_s)


def test_without_a_pin_nothing_opens(tmp_path: Path, time: Time) -> None:
    assert refused(Door(tmp_path, time), "").why == "unset"
    assert not (tmp_path / FILE).exists()


def test_the_right_pin_gives_a_ticket_and_nothing_else_does(door: Door) -> None:
    ticket = door.open(PIN)
    assert door.admits(ticket)
    assert not door.admits("")
    assert not door.admits(ticket + "x")
    assert not door.admits("ü")


@pytest.mark.parametrize("pin", ["", PIN + "0", PIN[:-1], "x" * 100_000, "\0", "٢٧٠٩١٨"])
def test_what_is_not_the_pin_is_wrong(door: Door, pin: str) -> None:
    assert refused(door, pin).why == "wrong"


def test_the_file_is_its_owners_alone_and_holds_no_pin(folder: Path) -> None:
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert PIN not in (folder / FILE).read_text()
    assert "argon2id" in (folder / FILE).read_text()


@pytest.mark.parametrize("pin", ["12345", "111111", "123456", "abcdef", "1" * 13])
def test_an_easy_pin_is_not_taken_and_the_old_one_stays(door: Door, folder: Path, pin: str) -> None:
    with pytest.raises(AccountError):
        set_pin(folder, pin)
    assert door.open(PIN)


def test_a_pin_is_made_up_where_none_is_given(tmp_path: Path, time: Time) -> None:
    assert Door(tmp_path, time).open(set_pin(tmp_path))


def test_guessing_waits_longer_and_longer_even_with_the_right_pin_and_after_a_restart(
    door: Door, folder: Path, time: Time
) -> None:
    assert [refused(door, WRONG).wait_s for _ in range(LIMITS.free)] == [0] * LIMITS.free
    assert refused(door, WRONG).wait_s == 2
    for again in (door, Door(folder, time)):
        assert refused(again, PIN).why == "wait"
    time.now += timedelta(seconds=2)
    assert Door(folder, time).open(PIN)


def test_enough_wrong_pins_lock_for_a_quarter_of_an_hour(door: Door, folder: Path, time: Time) -> None:
    lock(door, time)
    answer = refused(Door(folder, time), PIN)
    assert (answer.why, answer.wait_s) == ("wait", LOCKED.total_seconds())
    time.now += LOCKED
    assert door.open(PIN)
    assert refused(door, WRONG).wait_s == 0


def test_a_clock_that_was_set_back_does_not_lock_for_longer(door: Door, time: Time) -> None:
    lock(door, time)
    time.now -= timedelta(days=400)
    assert refused(door, PIN).wait_s <= LOCKED.total_seconds()


def test_a_new_pin_ends_the_lock(door: Door, folder: Path, time: Time) -> None:
    lock(door, time)
    set_pin(folder, "481516")
    assert door.open("481516")


def test_a_ticket_ends_when_unused_when_shut_and_with_the_next(door: Door, time: Time) -> None:
    first = door.open(PIN)
    second = door.open(PIN)
    assert not door.admits(first)
    time.now += TICKET_LASTS
    assert door.admits(second)
    time.now += TICKET_LASTS + timedelta(seconds=1)
    assert not door.admits(second)
    third = door.open(PIN)
    door.shut()
    assert not door.admits(third)
    assert not door.admits("")


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", "null", '{"format": 1}', '{"format": 1, "pin_hash": 7}', '{"format": 9, "pin_hash": "x"}',
     '{"format": 1, "pin_hash": "x", "wrong": "many", "last": "", "until": ""}'],
)  # fmt: skip
def test_a_damaged_file_opens_nothing(door: Door, folder: Path, content: str) -> None:
    (folder / FILE).write_text(content)
    assert refused(door, PIN).why == "damaged"


def test_a_hash_that_is_none_opens_nothing(door: Door, folder: Path) -> None:
    (folder / FILE).write_text(json.dumps({"format": 1, "pin_hash": "270918"}))
    assert refused(door, PIN).why == "wrong"


def test_who_cannot_be_counted_may_not_try(door: Door, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("kiosk.engine.door.private.write", full)
    with pytest.raises(OSError, match="No space"):
        door.open(PIN)
