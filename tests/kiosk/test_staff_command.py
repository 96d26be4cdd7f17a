"""`aislewise staff`: phones and the certificate, from a terminal."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kiosk import settings
from kiosk.cli import app
from kiosk.engine.checkup import checkup
from kiosk.protocol import PartHealth
from kiosk.staff import certificates, devices, invites


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AISLEWISE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("AISLEWISE_STAFF__HOST", "127.0.0.1")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["staff", *arguments])


def certificate(data: Path) -> PartHealth:
    """What the check-up says of it."""
    return next(part for part in checkup(settings.load()) if part.name == "certificate")


def test_a_code_lets_a_phone_in(data: Path) -> None:
    done = run("invite")
    assert done.exit_code == 0, done.output
    assert "http://127.0.0.1:8765/join" in done.output
    code = re.search(r"type (\S+)", done.output)
    assert code
    assert invites.use(data, code[1], datetime.now(UTC))


def test_phones_are_listed_and_revoked(data: Path) -> None:
    assert "No phone was let in yet" in run("devices").output
    now = datetime.now(UTC)
    phone, token = devices.add(data, "Mozilla/5.0 (iPhone) Version/18 Safari/604", now)
    devices.rename(data, phone.id, "Front desk")
    devices.used(data, phone.id, now, "Sam")
    assert f"{phone.id}  {now.astimezone():%Y-%m-%d %H:%M}  Front desk, iphone, Safari, Sam" in run("devices").output
    assert run("revoke", phone.id).exit_code == 0
    assert devices.find(data, token, now) is None
    again = run("revoke", phone.id)
    assert again.exit_code == 2
    assert "aislewise staff devices" in again.output


def test_damaged_phones_are_told_in_one_line(data: Path) -> None:
    (data / devices.FILE).write_text("{")
    for done in (run("devices"), run("revoke", "a")):
        assert done.exit_code == 2
        assert done.output.startswith(f"aislewise: {data / devices.FILE}: is damaged")
        assert done.output.count("\n") == 1


def test_a_certificate_is_made_and_told_how_to_be_trusted(data: Path) -> None:
    assert certificate(data).state == "absent"
    done = run("certificate", "--name", "staff.store.example")
    assert done.exit_code == 0, done.output
    made = certificates.read(certificates.own_files(data))
    assert "staff.store.example" in made.names
    assert made.fingerprint in done.output
    assert "https://127.0.0.1:8765/ca.crt" in done.output
    assert "https://127.0.0.1:8765/join" in run("invite").output
    assert certificate(data).detail.startswith("39")
    wrong = run("certificate", "--name", "other.example")
    assert wrong.exit_code == 2
    assert "--new" in wrong.output
    assert run("certificate", "--name", "other.example", "--new").exit_code == 0


def test_one_that_the_store_brings_is_left_alone_and_checked(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificates.make(data, "127.0.0.1", (), datetime.now(UTC) - timedelta(days=500))
    own = certificates.own_files(data)
    monkeypatch.setenv("AISLEWISE_STAFF__CERTIFICATE", str(own.certificate))
    half = run("certificate")
    assert half.exit_code == 2
    assert "set both" in half.output
    monkeypatch.setenv("AISLEWISE_STAFF__KEY", str(own.key))
    assert "take `certificate` out" in run("certificate").output
    assert certificate(data).state == "down"
    assert "ended on" in certificate(data).detail
