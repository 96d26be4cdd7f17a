"""Codes that let a phone in: one phone, ten minutes, and slips of the eye forgiven."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import invites
from kiosk.staff.errors import DoorError

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_code_lets_one_phone_in(tmp_path):
    code = invites.make(tmp_path, NOW).code
    assert invites.use(tmp_path, code, NOW)
    assert not invites.use(tmp_path, code, NOW)


def test_many_phones_at_once_with_one_code_are_one_phone(tmp_path):
    code = invites.make(tmp_path, NOW).code
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: invites.use(tmp_path, code, NOW), range(32))) == 1


def test_it_ends_after_ten_minutes(tmp_path):
    invite = invites.make(tmp_path, NOW)
    assert invite.until == NOW + timedelta(minutes=10)
    assert not invites.use(tmp_path, invite.code, invite.until)
    assert invites.use(tmp_path, invite.code, invite.until - SECOND)


def test_a_clock_that_is_set_back_makes_no_code_last_longer(tmp_path):
    code = invites.make(tmp_path, NOW).code
    assert not invites.use(tmp_path, code, NOW - SECOND)


def test_a_new_code_ends_the_one_before(tmp_path):
    old, new = invites.make(tmp_path, NOW).code, invites.make(tmp_path, NOW).code
    assert not invites.use(tmp_path, old, NOW)
    assert invites.use(tmp_path, new, NOW)


def test_a_wrong_code_leaves_the_right_one_as_it_is(tmp_path):
    code = invites.make(tmp_path, NOW).code
    assert not invites.use(tmp_path, "0000-0000-0000", NOW)
    assert invites.use(tmp_path, code, NOW)


def test_only_its_hash_is_kept_for_this_user_alone(tmp_path):
    code = invites.make(tmp_path, NOW).code
    file = tmp_path / invites.FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert code.replace("-", "") not in file.read_text().replace("-", "")


def test_it_is_told_whether_a_code_waits(tmp_path):
    assert not invites.waiting(tmp_path, NOW)
    invite = invites.make(tmp_path, NOW)
    assert invites.waiting(tmp_path, NOW)
    assert not invites.waiting(tmp_path, invite.until)
    invites.use(tmp_path, invite.code, NOW)
    assert not invites.waiting(tmp_path, NOW)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"hash": 1, "until": "soon"}', '{"hash": "a", "until": 1e400}'])
def test_a_damaged_file_lets_nobody_in_and_is_replaced(tmp_path, text):
    (tmp_path / invites.FILE).write_text(text)
    assert not invites.use(tmp_path, "0000-0000-0000", NOW)
    assert invites.use(tmp_path, invites.make(tmp_path, NOW).code, NOW)


def test_a_folder_that_takes_nothing_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DoorError, match=r"staff-invites\.json: cannot be written"):
        invites.make(tmp_path / "file", NOW)


@given(st.text(alphabet="0123456789abcdefghjkmnpqrstvwxyz", min_size=12, max_size=12), st.data())
def test_a_code_is_read_however_it_is_typed(letters, data):
    typed = "".join(
        data.draw(st.sampled_from({"0": "0Oo", "1": "1IiLl"}.get(c, c + c.upper())))
        + data.draw(st.sampled_from(["", "-", " ", "  "]))
        for c in letters
    )
    assert invites.plain(typed) == letters.upper()


@given(st.text(max_size=200))
def test_whatever_is_typed_is_a_code_or_none(text):
    letters = invites.plain(text)
    assert letters is None or (len(letters) == 12 and letters.isascii() and letters.isalnum())
