"""Phones that were let in: what is kept of them, for how long, and that they can be let out."""

import json
import multiprocessing
import stat
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import devices
from kiosk.staff.errors import DoorError

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
AGENTS = {
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
    "Mobile/15E148 Safari/604.1": ("iphone", "Safari"),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 "
    "Mobile/15E148 Safari/604.1": ("iphone", "Chrome"),
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36":
        ("android_phone", "Chrome"),
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 "
    "Mobile Safari/537.36": ("android_phone", "Samsung Internet"),
    "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0": ("android_phone", "Firefox"),
    "Mozilla/5.0 (Linux; Android 14; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36":
        ("android_tablet", "Chrome"),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 "
    "Edg/131.0.0.0": ("windows", "Edge"),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
    "Safari/605.1.15": ("mac", "Safari"),
    "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0": ("linux", "Firefox"),
    "curl/8.5.0": ("other", ""),
}  # fmt: skip


@pytest.mark.parametrize("agent", AGENTS)
def test_a_browser_is_called_what_it_is(agent):
    assert devices.described(agent) == AGENTS[agent]


@given(st.text(max_size=1000))
def test_any_browser_has_a_kind(agent):
    kind, browser = devices.described(agent)
    assert kind
    assert len(browser) < 20


def test_a_phone_is_known_by_its_token_alone(tmp_path):
    phone, token = devices.add(tmp_path, "iPhone", NOW)
    other, _ = devices.add(tmp_path, "", NOW)
    assert devices.find(tmp_path, token, NOW) == phone
    assert devices.find(tmp_path, phone.hash, NOW) is devices.find(tmp_path, "", NOW) is None
    assert phone.id != other.id
    assert len(token) >= 43
    file = tmp_path / devices.FILE
    assert token not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_phone_that_was_not_used_for_half_a_year_is_let_in_anew(tmp_path):
    phone, token = devices.add(tmp_path, "", NOW)
    devices.used(tmp_path, phone.id, NOW + timedelta(days=100), "Sam")
    later = NOW + timedelta(days=100) + devices.LASTS
    assert devices.find(tmp_path, token, later - timedelta(seconds=1)).by == "Sam"
    assert devices.find(tmp_path, token, later) is None
    fresh, _ = devices.add(tmp_path, "", later)
    assert devices.devices(tmp_path) == (fresh,)


def test_a_clock_that_was_set_back_makes_no_phone_older(tmp_path):
    phone, _ = devices.add(tmp_path, "", NOW)
    devices.used(tmp_path, phone.id, NOW - timedelta(days=1), "Sam")
    assert devices.devices(tmp_path)[0].used == NOW


def test_a_revoked_phone_is_not_known(tmp_path):
    phone, token = devices.add(tmp_path, "", NOW)
    assert devices.revoke(tmp_path, f" {phone.id.upper()} ").id == phone.id
    assert devices.find(tmp_path, token, NOW) is None
    with pytest.raises(DoorError, match="aislewise staff devices"):
        devices.revoke(tmp_path, phone.id)


def test_another_process_knows_at_once(tmp_path):
    phone, token = devices.add(tmp_path, "", NOW)
    assert devices.find(tmp_path, token, NOW)
    other = multiprocessing.get_context("spawn").Process(target=devices.revoke, args=(tmp_path, phone.id))
    other.start()
    other.join(30)
    assert other.exitcode == 0
    assert devices.find(tmp_path, token, NOW) is None


def test_the_last_used_comes_first(tmp_path):
    one, _ = devices.add(tmp_path, "", NOW)
    two, _ = devices.add(tmp_path, "", NOW + timedelta(seconds=1))
    devices.used(tmp_path, one.id, NOW + timedelta(hours=1), "Sam")
    assert [phone.id for phone in devices.devices(tmp_path)] == [one.id, two.id]


@pytest.mark.parametrize(
    ("given", "kept"), [("  Front  desk ", "Front desk"), ("", ""), ("هاتف المدخل", "هاتف المدخل")]
)
def test_a_phone_can_have_a_name(tmp_path, given, kept):
    phone, _ = devices.add(tmp_path, "", NOW)
    devices.rename(tmp_path, phone.id, given)
    assert devices.devices(tmp_path)[0].name == kept


@pytest.mark.parametrize("name", ["x" * 41, "a\x00b", "a\u202eb", "\u2066"])
def test_a_name_that_cannot_be_shown_is_refused(tmp_path, name):
    phone, _ = devices.add(tmp_path, "", NOW)
    with pytest.raises(DoorError, match="40 letters"):
        devices.rename(tmp_path, phone.id, name)
    assert devices.devices(tmp_path)[0].name == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 1, "devices": [{}]}', '{"format": 9}'])
def test_a_damaged_file_is_told_and_kept(tmp_path, text):
    file = tmp_path / devices.FILE
    file.write_text(text)
    with pytest.raises(DoorError, match=str(file)):
        devices.find(tmp_path, "a", NOW)
    with pytest.raises(DoorError, match=str(file)):
        devices.add(tmp_path, "", NOW)
    assert file.read_text() == text


@pytest.mark.parametrize(("field", "value"), [("id", ""), ("hash", 1), ("name", None), ("used", "x"), ("used", 1e400)])
def test_a_field_of_the_wrong_type_is_damage(tmp_path, field, value):
    devices.add(tmp_path, "", NOW)
    file = tmp_path / devices.FILE
    entries = json.loads(file.read_text())
    entries["devices"][0][field] = value
    file.write_text(json.dumps(entries))
    with pytest.raises(DoorError, match="is damaged"):
        devices.devices(tmp_path)
