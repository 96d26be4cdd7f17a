"""A tenth of the wordings of bench/guard.py: false ones are stopped, true ones pass."""

from __future__ import annotations

import random

import pytest

from kiosk.assistant.guard import check
from kiosk.assistant.word_lists import word_lists
from local_catalog import Catalog
from tests.kiosk.assistant.said.fields import Said, Store

EN = word_lists("en")
MOST_STOPPED = 0.02


@pytest.fixture(scope="module")
def store(catalog: Catalog) -> Store:
    return Store(catalog)


def _tenth(store: Store, *names: str) -> list[Said]:
    said = [s for name in names for s in store.said(name)]
    return random.Random(3).sample(said, len(said) // 10)


def test_nothing_false_gets_through(store: Store) -> None:
    tenth = _tenth(store, "false", "more_false")
    assert len(tenth) > 200
    through = [s.text for s in tenth if not check(s.text, s.facts, EN, s.draft)]
    assert not through


def test_true_wordings_pass(store: Store) -> None:
    tenth = _tenth(store, "true", "more_true")
    stopped = [s.text for s in tenth if check(s.text, s.facts, EN, s.draft)]
    assert len(stopped) <= 1 + MOST_STOPPED * len(tenth), stopped


def test_a_template_answer_passes_as_it_is(store: Store) -> None:
    for said in _tenth(store, "true", "more_true"):
        assert not check(said.draft, said.facts, EN, said.draft), said.draft
