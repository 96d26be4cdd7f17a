"""Training and judging the reader. `tune` needs PyTorch and is loaded by those who train; the rest needs it not."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.training.gate import Row, Verdict
    from models.training.lists import StoreWords
    from models.training.own import OwnTurns, read_own
    from models.training.trials import Trial, free_name, record, trial, unfinished
    from models.training.tuning import tune

__all__ = [
    "OwnTurns",
    "Row",
    "StoreWords",
    "Trial",
    "Verdict",
    "free_name",
    "read_own",
    "record",
    "trial",
    "tune",
    "unfinished",
]

_WHERE = {
    "Row": "gate", "Verdict": "gate", "StoreWords": "lists", "OwnTurns": "own", "read_own": "own", "Trial": "trials",
    "free_name": "trials", "record": "trials", "trial": "trials", "unfinished": "trials", "tune": "tuning",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name in _WHERE:
        return getattr(import_module(f"models.training.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
