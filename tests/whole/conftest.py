"""One kiosk on a virtual screen, with a virtual microphone and speaker, for all tests of the whole way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.voice.pulse import VirtualAudio
from tests.whole.kiosk import Kiosk, running_kiosk
from tests.whole.screen import Screen, virtual_screen


@pytest.fixture(scope="module")
def audio() -> Iterator[VirtualAudio]:
    with VirtualAudio() as audio:
        yield audio


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with virtual_screen() as screen:
        yield screen


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory, audio: VirtualAudio, screen: Screen) -> Iterator[Kiosk]:
    data: Path = tmp_path_factory.mktemp("kiosk")
    settings = {"DISPLAY": screen.display, "AISLEWISE_KIOSK__IDLE_S": "120", **audio.env}
    with running_kiosk(data, **settings) as kiosk:
        kiosk.wait_working("llm", "stt", "tts", "microphone", "speaker", "staff")
        yield kiosk


@pytest.fixture
def awake(kiosk: Kiosk, screen: Screen) -> Screen:
    """The screen with a shopper before it, on the home page."""
    if screen.find("every shelf"):
        screen.tap("every shelf")
    else:
        screen.tap("Home")
    screen.wait_for("What are you looking for")
    return screen
