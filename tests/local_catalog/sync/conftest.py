from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.local_catalog.sync.hq import Hq, Kiosk, Server


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a loss of power would show the difference, and it is most of the time of these tests."""
    monkeypatch.setattr("os.fsync", lambda _: None)


@pytest.fixture
def hq(tmp_path: Path, small_file: Path) -> Hq:
    folder = tmp_path / "hq"
    folder.mkdir()
    return Hq(folder, small_file)


@pytest.fixture
def server(hq: Hq) -> Iterator[Server]:
    server = Server(hq.public)
    yield server
    server.close()


@pytest.fixture
def kiosk(tmp_path: Path, hq: Hq, server: Server) -> Kiosk:
    return Kiosk(tmp_path / "kiosk", hq.root, server.url)
