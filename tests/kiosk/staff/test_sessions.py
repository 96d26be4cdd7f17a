"""Signed-in phones: how long, for whom, across restarts, and what lies on disk."""

import stat
from datetime import timedelta

import pytest

from kiosk.staff import accounts, devices
from kiosk.staff.web.sessions import FILE, IDLE, LASTS, Sessions, form_token
from tests.kiosk.staff.clock import Time


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def sam(tmp_path):
    return accounts.add(tmp_path, "Sam")[0]


@pytest.fixture
def phone(tmp_path, time):
    return new_phone(tmp_path, time)


def new_phone(folder, time):
    return devices.add(folder, "iPhone", time.now)[0]


def who(sessions, token):
    me = sessions.who(token)
    return me.associate if me else None


@pytest.fixture
def sessions(tmp_path, time):
    return Sessions(tmp_path, time)


def test_a_session_lasts_a_shift_and_a_restart(sessions, sam, phone, tmp_path, time):
    token = sessions.begin(sam, phone)
    end = time.now + LASTS
    while time.now < end - timedelta(minutes=1):
        time.now += timedelta(minutes=1)
        assert sessions.who(token).associate == sam
    assert sessions.who(token).device.id == phone.id
    again = Sessions(tmp_path, time)
    assert who(again, token) == sam
    time.now = end
    assert sessions.who(token) is again.who(token) is None


def test_a_phone_that_nothing_is_heard_of_is_signed_out(sessions, sam, phone, tmp_path, time):
    token = sessions.begin(sam, phone)
    time.now += IDLE
    assert who(sessions, token) == sam
    time.now += IDLE
    assert who(Sessions(tmp_path, time), token) == sam
    time.now += IDLE + timedelta(seconds=1)
    assert sessions.who(token) is None
    assert Sessions(tmp_path, time).who(token) is None


def test_what_a_phone_was_last_heard_of_is_written_now_and_then(sessions, sam, phone, tmp_path, time):
    token = sessions.begin(sam, phone)
    began = time.now
    for minute in range(1, 13):
        time.now = began + timedelta(minutes=minute)
        sessions.who(token)
        (written,) = devices.devices(tmp_path)
        assert written.used == began + timedelta(minutes=10 if minute >= 10 else 0)
        assert sessions.used(written) == time.now
    assert written.by == "Sam"


def test_signing_out_ends_one_session(sessions, sam, tmp_path, time):
    one, two = sessions.begin(sam, new_phone(tmp_path, time)), sessions.begin(sam, new_phone(tmp_path, time))
    sessions.end(one)
    for now in (sessions, Sessions(tmp_path, time)):
        assert now.who(one) is None
        assert who(now, two) == sam


def test_signing_out_everywhere_ends_all_of_ones_own(sessions, sam, tmp_path, time):
    alex = accounts.add(tmp_path, "Alex")[0]
    own = [sessions.begin(sam, new_phone(tmp_path, time)) for _ in range(3)]
    other = sessions.begin(alex, new_phone(tmp_path, time))
    sessions.end_all(sam)
    for now in (sessions, Sessions(tmp_path, time)):
        assert [now.who(token) for token in own] == [None] * 3
        assert who(now, other) == alex


def test_on_one_phone_one_person_is_signed_in(sessions, sam, phone, tmp_path):
    alex = accounts.add(tmp_path, "Alex")[0]
    first = sessions.begin(sam, phone)
    second = sessions.begin(alex, phone)
    assert sessions.who(first) is None
    assert who(sessions, second) == alex


def test_a_new_pin_or_a_removed_account_ends_all_of_its_sessions(sessions, sam, phone, tmp_path):
    token = sessions.begin(sam, phone)
    pin = accounts.set_pin(tmp_path, "Sam")
    assert sessions.who(token) is None
    sam = accounts.check(tmp_path, "Sam", pin)
    token = sessions.begin(sam, phone)
    accounts.remove(tmp_path, "Sam")
    accounts.add(tmp_path, "Sam", pin=pin)
    assert sessions.who(token) is None


def test_a_revoked_phone_is_out_for_good(sessions, sam, phone, tmp_path, time):
    other = sessions.begin(sam, new_phone(tmp_path, time))
    token = sessions.begin(sam, phone)
    devices.revoke(tmp_path, phone.id)
    assert sessions.who(token) is None
    assert who(sessions, other) == sam
    sessions.end(other)
    assert phone.id not in (tmp_path / FILE).read_text()


def test_tokens_are_long_and_only_their_hashes_are_kept(sessions, sam, tmp_path, time):
    tokens = {sessions.begin(sam, new_phone(tmp_path, time)) for _ in range(5)}
    file = tmp_path / FILE
    assert len(tokens) == 5
    assert all(len(token) >= 43 for token in tokens)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not any(token in file.read_text() for token in tokens)


def test_one_account_cannot_pile_up_sessions(sessions, sam, tmp_path, time):
    tokens = [sessions.begin(sam, new_phone(tmp_path, time)) for _ in range(25)]
    assert [sessions.who(token) is not None for token in tokens] == [False] * 5 + [True] * 20


def test_ended_sessions_leave_the_file(sessions, sam, tmp_path, time):
    sessions.begin(sam, new_phone(tmp_path, time))
    time.now += LASTS
    sessions.begin(sam, new_phone(tmp_path, time))
    assert (tmp_path / FILE).read_text().count(sam.key) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"a": 1}',
        '{"a": {"key": "k", "device": "d", "expires": "soon"}}',
        '{"a":{"key":"k","device":"d","expires":1e400}}',
        '{"a":{"key":"k","expires":1}}',
    ],
)
def test_a_damaged_file_means_signing_in_again(tmp_path, sam, phone, time, text):
    (tmp_path / FILE).write_text(text)
    sessions = Sessions(tmp_path, time)
    assert who(sessions, sessions.begin(sam, phone)) == sam


def test_the_form_token_belongs_to_one_session():
    assert form_token("a") != form_token("b")
    assert "a" * 43 not in form_token("a" * 43)
