"""The screen offscreen: real QML, a real socket, a scripted engine, an invented clock."""

from __future__ import annotations

import os

# Qt reads it when its application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.screen.app import furnish, prepare
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand

prepare()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> None:
    furnish()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[FakeEngine]:
    fake = FakeEngine(tmp_path / "engine.sock")
    fake.start()
    yield fake
    fake.stop()


@pytest.fixture
def hand(engine: FakeEngine, fonts: None, qapp: QGuiApplication) -> Iterator[Hand]:
    """A screen that has found its engine, asleep, and a hand to use it."""
    made = Hand(engine)
    made.until(lambda: made.screen.store.online and bool(made.screen.store.offers))
    yield made
    made.close()
