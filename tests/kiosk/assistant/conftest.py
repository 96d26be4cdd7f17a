"""A kiosk's conversation over the demo store without a language model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from kiosk.assistant import Assistant, Turn
from local_catalog import Catalog
from tests.kiosk.assistant.fakes import FakeHands, ticks

FRIDAY = datetime(2026, 11, 20, 15, 4)  # noqa: DTZ001  (the store's own clock)


@pytest.fixture
def hands(catalog: Catalog) -> FakeHands:
    return FakeHands(catalog)


@pytest.fixture(scope="session")
def assistant(catalog: Catalog) -> Assistant:
    return Assistant(catalog, None, timer=ticks())


@pytest.fixture
def ask(assistant: Assistant, hands: FakeHands) -> Callable[..., Turn]:
    """Asks in one session: a text for each turn; the last turn comes back."""
    conversation = assistant.begin()

    def one(*texts: str, now: datetime = FRIDAY) -> Turn:
        turns = [assistant.turn(conversation, text, hands, now) for text in texts]
        return turns[-1]

    return one
