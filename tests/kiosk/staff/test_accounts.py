"""Accounts of associates: names, PINs, and the file they lie in."""

import json
import stat
import subprocess
import sys

import pytest

from kiosk.staff import AccountError, Role, accounts


def test_the_first_account_is_made_once(tmp_path):
    name, pin = accounts.ensure_first(tmp_path)
    assert name == "Staff"
    assert len(pin) == 6
    assert pin.isdigit()
    assert accounts.ensure_first(tmp_path) is None
    (first,) = accounts.associates(tmp_path)
    assert first.role is Role.LEAD
    assert first.in_charge
    assert accounts.check(tmp_path, "staff", pin) == first


def test_two_programs_starting_at_once_make_one_first_account(tmp_path):
    code = (
        "import sys, pathlib; from kiosk.staff import accounts; print(accounts.ensure_first(pathlib.Path(sys.argv[1])))"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, text=True) for _ in "ab"]
    told = sorted(process.communicate()[0].strip() for process in both)
    assert told[1] == "None"
    assert len(accounts.associates(tmp_path)) == 1


def test_only_the_owner_reads_the_file_and_no_pin_is_in_it(tmp_path):
    _, pin = accounts.add(tmp_path / "new", "Sam", pin="380214", departments=["hardware", "garden", "hardware"])
    file = tmp_path / "new" / "staff.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert pin not in file.read_text()
    assert "$argon2id$" in file.read_text()
    assert accounts.find(file.parent, "SAM").departments == ("hardware", "garden")
    assert {path.name for path in file.parent.iterdir()} == {"staff.json", ".staff.json.lock"}


def test_only_the_right_pin_of_the_right_name_signs_in(tmp_path):
    sam, _ = accounts.add(tmp_path, "Sam", pin="380214")
    _, other = accounts.add(tmp_path, "Zoë")
    assert accounts.check(tmp_path, "Sam", "380214") == sam
    assert accounts.check(tmp_path, " zoe\u0308 ", other).name == "Zoë"
    for name, pin in (("Sam", other), ("Sam", ""), ("Sam", "380214 "), ("Nobody", "380214"), ("", "")):
        assert accounts.check(tmp_path, name, pin) is None


def test_a_new_pin_and_a_new_account_of_the_same_name_have_new_keys(tmp_path):
    first, old = accounts.add(tmp_path, "Sam")
    pin = accounts.set_pin(tmp_path, "sam")
    second = accounts.check(tmp_path, "Sam", pin)
    assert accounts.check(tmp_path, "Sam", old) is None
    accounts.remove(tmp_path, "Sam")
    assert accounts.associates(tmp_path) == ()
    third, _ = accounts.add(tmp_path, "Sam", pin=pin)
    assert len({first.key, second.key, third.key}) == 3


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567890123", "111111", "123456", "654321", "121212", "907907", "12345a"]
)
def test_weak_pins_are_refused(tmp_path, pin):
    with pytest.raises(AccountError, match="PIN"):
        accounts.add(tmp_path, "Sam", pin=pin)
    assert accounts.associates(tmp_path) == ()


@pytest.mark.parametrize("name", ["", "  ", "<b>", "7", "a" * 31, "Sam<", "Sam;", "-"])
def test_names_that_cannot_be_used_are_refused(tmp_path, name):
    with pytest.raises(AccountError, match="name"):
        accounts.add(tmp_path, name)


@pytest.mark.parametrize("name", ["Jo", "Mary-Jane", "D’Arcy", "Sam K.", "李", "Zoë 2", "A"])
def test_names_people_have_are_taken(tmp_path, name):
    assert accounts.add(tmp_path, name)[0].name == name


def test_names_are_unique_whatever_their_case(tmp_path):
    accounts.add(tmp_path, "Sam")
    with pytest.raises(AccountError, match="already"):
        accounts.add(tmp_path, "sAM")


def test_unknown_accounts_are_told(tmp_path):
    for attempt in (lambda: accounts.remove(tmp_path, "Sam"), lambda: accounts.set_pin(tmp_path, "Sam")):
        with pytest.raises(AccountError, match="no account 'Sam'"):
            attempt()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 1}', '{"format": 1, "associates": [{"name": 1}]}', '{"format": 3}', "\udcff"]
)
def test_a_damaged_file_is_named_and_kept(tmp_path, text):
    file = tmp_path / "staff.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    for attempt in (lambda: accounts.associates(tmp_path), lambda: accounts.ensure_first(tmp_path)):
        with pytest.raises(AccountError, match=r"staff\.json"):
            attempt()
    assert file.read_bytes() == text.encode("utf-8", "surrogateescape")


def test_an_entry_with_a_wrong_type_is_damage(tmp_path):
    accounts.add(tmp_path, "Sam")
    file = tmp_path / "staff.json"
    fields = json.loads(file.read_text())
    fields["associates"][0]["role"] = "king"
    file.write_text(json.dumps(fields))
    with pytest.raises(AccountError, match="damaged"):
        accounts.associates(tmp_path)


def test_a_file_from_before_there_were_roles_is_read(tmp_path):
    accounts.add(tmp_path, "Ana", role=Role.LEAD)
    accounts.add(tmp_path, "Ben")
    file = tmp_path / "staff.json"
    fields = json.loads(file.read_text())
    fields["format"] = 1
    for entry in fields["associates"]:
        entry["lead"] = entry.pop("role") == "lead"
    file.write_text(json.dumps(fields))
    assert [a.role for a in accounts.associates(tmp_path)] == [Role.LEAD, Role.ASSOCIATE]
    accounts.add(tmp_path, "Cem", role=Role.MANAGER)
    assert [a.role for a in accounts.associates(tmp_path)] == [Role.LEAD, Role.ASSOCIATE, Role.MANAGER]


def test_a_new_role_keeps_pin_and_sessions(tmp_path):
    before, _ = accounts.add(tmp_path, "Ana", pin="380214")
    accounts.set_role(tmp_path, "ana", Role.MANAGER)
    after = accounts.check(tmp_path, "Ana", "380214")
    assert (after.role, after.key) == (Role.MANAGER, before.key)
    with pytest.raises(AccountError, match="no account 'Ben'"):
        accounts.set_role(tmp_path, "Ben", Role.LEAD)
