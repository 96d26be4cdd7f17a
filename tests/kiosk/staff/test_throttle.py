"""Guessing PINs becomes slow, and stays slow."""

from datetime import timedelta

import pytest

from kiosk.staff.guessing import FORGIVEN, LOCKED, Limits
from kiosk.staff.web.throttle import Throttle
from tests.kiosk.staff.clock import Time


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def throttle(time):
    return Throttle(Limits(free=3, lock=10), time)


def test_each_wrong_pin_beyond_the_free_ones_doubles_the_wait_until_it_locks(throttle, time):
    waits = []
    for _ in range(10):
        throttle.attempt("sam")
        waits.append(throttle.wait("sam"))
        time.now += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 60, LOCKED.total_seconds()]
    throttle.attempt("sam")
    assert throttle.wait("sam") == LOCKED.total_seconds()


def test_keys_are_counted_apart(throttle):
    for _ in range(9):
        throttle.attempt("sam")
    assert throttle.wait("alex") == 0


def test_a_right_pin_starts_anew(throttle):
    for _ in range(9):
        throttle.attempt("sam")
    throttle.forgive("sam")
    throttle.attempt("sam")
    assert throttle.wait("sam") == 0


def test_a_right_pin_taken_back_leaves_the_wrong_ones_counted(throttle):
    for _ in range(3):
        throttle.attempt("address")
    throttle.attempt("address")
    throttle.take_back("address")
    assert throttle.wait("address") == 0
    throttle.attempt("address")
    assert throttle.wait("address") == 2


def test_a_quiet_while_forgives(throttle, time):
    for _ in range(9):
        throttle.attempt("sam")
    time.now += FORGIVEN + timedelta(seconds=1)
    throttle.attempt("sam")
    assert throttle.wait("sam") == 0


def test_memory_is_bounded_and_the_oldest_key_goes_first(throttle):
    for number in range(10_500):
        throttle.attempt(f"name{number}")
    assert len(throttle._counts) == 10_000
    assert "name499" not in throttle._counts
    assert "name500" in throttle._counts
