"""What is told of the parts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from kiosk.engine.parts import Parts
from kiosk.engine.worker import Worker
from kiosk.protocol import PartHealth
from kiosk.settings import Settings
from local_catalog import Catalog, build_catalog, demo_source


class FakeRecogniser:
    """One that works and has something to say."""

    detail = "shop: the model in the folder is broken"

    def call(self, op: str, timeout_s: float, **fields: Any) -> dict[str, Any]:
        return {}


@pytest.mark.parametrize("wrong", [False, True])
def test_the_recogniser_is_told_by_its_name_beside_any_warning(tmp_path: Path, wrong: bool) -> None:
    build_catalog(demo_source(), tmp_path / "catalog.db", today=date(2026, 11, 21))
    catalog = Catalog.open(tmp_path / "catalog.db")
    settings = Settings(data_dir=tmp_path)
    if wrong:
        settings.pronunciations_file.write_text("= nothing")
    told: list[PartHealth] = []
    parts = Parts(settings, catalog, lambda name, event: None, told.append)
    parts.stt = cast(Worker, FakeRecogniser())
    parts._teach()
    catalog.close()
    part = next(part for part in parts.health() if part.name == "stt")
    assert part.state == "working"
    assert part.detail.startswith(FakeRecogniser.detail)
    assert ("pronunciations" in part.detail) == wrong
