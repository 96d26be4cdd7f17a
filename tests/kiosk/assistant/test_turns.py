"""One question each, as people put it to a kiosk, answered without a language model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.assistant import Turn
from tests.kiosk.assistant.expected import faults, turns

TURNS = turns()


@pytest.mark.parametrize("want", TURNS, ids=[f"{n}:{t['text'][:40]}" for n, t in enumerate(TURNS)])
def test_turn(ask: Callable[..., Turn], want: dict[str, Any]) -> None:
    turn = ask(want["text"])
    assert not faults(turn, want), f"{turn.intent} {dict(turn.request)}: {turn.say}"


def test_there_are_enough_turns() -> None:
    assert len(TURNS) >= 150
    assert len({t["text"] for t in TURNS}) == len(TURNS)
