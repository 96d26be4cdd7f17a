"""What the tests of the voice share: the demo store's words, a recogniser that knows them, virtual sound devices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from local_catalog import Catalog, build_catalog, demo_source
from tests.voice.process import WorkerProcess
from tests.voice.pulse import VirtualAudio
from voice import Vocabulary
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer


@pytest.fixture(scope="session")
def store_words(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    """What the demo store's shoppers may say."""
    path: Path = tmp_path_factory.mktemp("store") / "catalog.db"
    build_catalog(demo_source(), path, today=date(2026, 11, 21))
    catalog = Catalog.open(path)
    asked = tuple(phrase for policy in catalog.policies for phrase in policy.phrases)
    departments = {department.id: catalog.vocabulary(department.id) for department in catalog.departments}
    words = Vocabulary(catalog.vocabulary(), catalog.info.version, asked, departments)
    catalog.close()
    return words


@pytest.fixture(scope="session")
def pocketsphinx(store_words: Vocabulary) -> PocketSphinxRecognizer:
    return PocketSphinxRecognizer(store_words)


@pytest.fixture
def pulse() -> Iterator[VirtualAudio]:
    """A sound server of its own."""
    with VirtualAudio() as server:
        yield server


@pytest.fixture
def audio(pulse: VirtualAudio) -> Iterator[WorkerProcess]:
    """The audio process on it."""
    with WorkerProcess("audio", env=pulse.env) as process:
        process.event("ready")
        yield process
