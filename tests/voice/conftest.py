"""What the tests of listening share: the demo store's words, and a recogniser that knows them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from local_catalog import Catalog, build_catalog, demo_source
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
