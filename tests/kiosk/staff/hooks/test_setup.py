"""What the doctor tells of hooks while the kiosk is closed."""

from pathlib import Path

from kiosk.settings import (
    CommandSettings,
    GatewaySettings,
    MqttSettings,
    Settings,
    StaffSettings,
    WebhookSettings,
)
from kiosk.staff.hooks.setup import check


def test_only_what_is_set_up_is_told(tmp_path: Path) -> None:
    assert list(check(Settings(data_dir=tmp_path))) == []


def test_files_that_cannot_be_used_are_found_before_anybody_calls(tmp_path: Path) -> None:
    secret, gateways = tmp_path / "secret", tmp_path / "gateways"
    staff = StaffSettings(
        mqtt=MqttSettings(host="broker", password=tmp_path / "missing"),
        webhook=WebhookSettings(url="https://x/", secret=secret),
        command=CommandSettings(run=("true",)),
        gateways=GatewaySettings(file=gateways),
    )
    secret.write_text("hush")
    gateways.write_text("carrierpigeon://roof\n")
    for path in (secret, gateways):
        path.chmod(0o600)
    found = {part.name: (part.state, part.detail) for part in check(Settings(data_dir=tmp_path, staff=staff))}
    assert {name: state for name, (state, _) in found.items()} == {
        "hook mqtt": "down", "hook webhook": "absent", "hook command": "absent", "hook gateways": "down",
    }  # fmt: skip
    assert "missing" in found["hook mqtt"][1]
    assert "no such address" in found["hook gateways"][1]
