"""Sessions of several turns: what 'it', 'the second one' and 'anything cheaper' mean, answered without a model."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.assistant import Assistant
from local_catalog import Catalog
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.expected import faults, table
from tests.kiosk.assistant.fakes import FakeHands

DIALOGUES = table("dialogues.toml", "dialogue")


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=[d["name"] for d in DIALOGUES])
def test_dialogue(assistant: Assistant, catalog: Catalog, hands: FakeHands, dialogue: dict[str, Any]) -> None:
    conversation = assistant.begin()
    for number, step in enumerate(dialogue["steps"], 1):
        if "shows" in step:
            conversation.showing([catalog.search(step["shows"], limit=1).hits[0].product])
        turn = assistant.turn(conversation, step["text"], hands, FRIDAY)
        wrong = faults(turn, step)
        if "list" in step and sum(hands.lines.values()) != step["list"]:
            wrong.append(f"{sum(hands.lines.values())} things are on the list, not {step['list']}")
        if "calls" in step and len(hands.calls) != step["calls"]:
            wrong.append(f"{len(hands.calls)} calls were made, not {step['calls']}")
        assert not wrong, f"step {number}, {step['text']!r}: {turn.intent} {dict(turn.request)}: {turn.say}"


def test_there_are_enough_dialogues() -> None:
    assert len(DIALOGUES) >= 25
