"""What docs/ringing.md tells operators is so."""

from __future__ import annotations

import json
import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.settings import load
from kiosk.staff import REASONS
from kiosk.staff.hooks.hook import facts
from kiosk.staff.signing import sign, verify
from tests.kiosk.staff.hooks.telling import ring

PAGE = (Path(__file__).parents[4] / "docs" / "ringing.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture
def example() -> dict[str, Any]:
    """The functions of the page."""
    names: dict[str, Any] = {}
    for block in blocks("python"):
        exec(block, names)
    return names


def test_its_check_of_a_signature_takes_ours_and_no_other(example: dict[str, Any]) -> None:
    now = datetime.fromtimestamp(time.time(), UTC)
    header = sign(b"body", "secret", now)
    assert example["is_genuine"](header, b"body", "secret")
    assert not example["is_genuine"](header, b"b0dy", "secret")
    assert not example["is_genuine"](header, b"body", "s3cret")
    assert not example["is_genuine"](sign(b"body", "secret", datetime(2026, 1, 1, tzinfo=UTC)), b"body", "secret")


def test_its_signature_is_taken_by_us(example: dict[str, Any]) -> None:
    verify(example["signature"](b"body", "secret"), b"body", "secret", datetime.fromtimestamp(time.time(), UTC))


def test_its_settings_are_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("\n".join(blocks("toml")))
    monkeypatch.setenv("AISLEWISE_SETTINGS", str(file))
    staff = load().staff
    assert (staff.mqtt.tls, staff.webhook.url[:8], staff.command.run[1], len(staff.button)) == (
        True, "https://", "--loud", 1,
    )  # fmt: skip
    assert staff.gateways.file is not None


def test_its_example_has_the_fields_that_are_told_and_its_list_the_reasons() -> None:
    [told] = blocks("json")
    assert list(json.loads(told)) == list(facts(ring(), words=False))
    assert set(facts(ring(), words=True)) - set(facts(ring(), words=False)) == {"words", "product"}
    for reason in REASONS:
        assert f"`{reason}`" in PAGE
