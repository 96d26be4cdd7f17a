"""Signed-in phones: how long, for whom, across restarts, and what lies on disk."""

import stat
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.staff import accounts
from kiosk.staff.web.sessions import FILE, LASTS, Sessions, form_token


class Time:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def sam(tmp_path):
    return accounts.add(tmp_path, "Sam")[0]


@pytest.fixture
def sessions(tmp_path, time):
    return Sessions(tmp_path, time)


def test_a_session_lasts_a_shift_and_a_restart(sessions, sam, tmp_path, time):
    token = sessions.begin(sam)
    again = Sessions(tmp_path, time)
    time.now += LASTS - timedelta(seconds=1)
    assert sessions.who(token) == again.who(token) == sam
    time.now += timedelta(seconds=1)
    assert sessions.who(token) is again.who(token) is None


def test_signing_out_ends_one_session(sessions, sam, tmp_path, time):
    one, two = sessions.begin(sam), sessions.begin(sam)
    sessions.end(one)
    for now in (sessions, Sessions(tmp_path, time)):
        assert now.who(one) is None
        assert now.who(two) == sam


def test_a_new_pin_or_a_removed_account_ends_all_of_its_sessions(sessions, sam, tmp_path):
    token = sessions.begin(sam)
    pin = accounts.set_pin(tmp_path, "Sam")
    assert sessions.who(token) is None
    sam = accounts.check(tmp_path, "Sam", pin)
    token = sessions.begin(sam)
    accounts.remove(tmp_path, "Sam")
    accounts.add(tmp_path, "Sam", pin=pin)
    assert sessions.who(token) is None


def test_tokens_are_long_and_only_their_hashes_are_kept(sessions, sam, tmp_path):
    tokens = {sessions.begin(sam) for _ in range(5)}
    file = tmp_path / FILE
    assert len(tokens) == 5
    assert all(len(token) >= 43 for token in tokens)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not any(token in file.read_text() for token in tokens)


def test_one_account_cannot_pile_up_sessions(sessions, sam):
    tokens = [sessions.begin(sam) for _ in range(25)]
    assert [sessions.who(token) is not None for token in tokens] == [False] * 5 + [True] * 20


def test_ended_sessions_leave_the_file(sessions, sam, tmp_path, time):
    sessions.begin(sam)
    time.now += LASTS
    sessions.begin(sam)
    assert (tmp_path / FILE).read_text().count(sam.key) == 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"a": 1}', '{"a": {"key": "k", "expires": "soon"}}', '{"a":{"key":"k","expires":1e400}}']
)
def test_a_damaged_file_means_signing_in_again(tmp_path, sam, time, text):
    (tmp_path / FILE).write_text(text)
    sessions = Sessions(tmp_path, time)
    assert sessions.who(sessions.begin(sam)) == sam


def test_the_form_token_belongs_to_one_session():
    assert form_token("a") != form_token("b")
    assert "a" * 43 not in form_token("a" * 43)
