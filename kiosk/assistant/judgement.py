"""Weighs the model's reading, the rules and the evidence of the shop against each other with learned weights.

A multinomial logistic regression: for each intent its log-probability by the model, its vote and its score by the
rules, and what is known of the utterance, the look-up and the conversation. `kiosk/assistant/fit.py` makes weights.npz
from readings of turns by models that were not trained on them, so the outcome is a probability that can be believed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.evidence import Evidence
from kiosk.assistant.parse import Parse
from kiosk.assistant.text import Utterance
from models import INTENTS, TAGS, Reading

Floats = NDArray[np.float64]
WEIGHTS = Path(__file__).parent / "weights.npz"
_LEAST = 1e-3
"""A model is never surer than this that something is not meant."""
_LONG = 20
_MUCH = 5


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for each intent, and what is known besides."""

    own: Floats
    """(len(INTENTS), 3): log-probability by the model, vote and score by the rules."""
    shared: Floats


def signs(
    utterance: Utterance,
    parsed: Parse,
    reading: Reading,
    evidence: Evidence,
    conversation: Conversation,
    scores: Mapping[str, float],
    *,
    cover: float,
    pointed: bool,
    beyond_scope: bool,
    question: bool,
) -> Signs:
    """`scores` are those of the rules; `cover` is how far the catalog is trusted to cover the query; `question`: it
    begins with a word that asks."""
    own = [
        (
            float(np.log(max(reading.probabilities.get(name, 0.0), _LEAST))),
            parsed.votes.get(name, 0.0),
            min(1.0, scores.get(name, 0.0)),
        )
        for name in INTENTS
    ]
    last = conversation.last_request.intent if conversation.last_request else ""
    marked = set(reading.tags)
    shared = [
        1.0,
        evidence.match.cover,
        cover,
        cover >= 0.95,
        evidence.policy,
        evidence.policy >= 0.55,
        evidence.department is not None,
        evidence.kind is not None,
        not parsed.content,
        min(1.0, len(parsed.content) / _MUCH),
        parsed.weak,
        pointed,
        bool(conversation.shown),
        bool(parsed.traits.references),
        min(1.0, len(utterance.words) / _LONG),
        question,
        beyond_scope,
        any(c.isdigit() for c in utterance.text),
        bool(parsed.prices.most or parsed.prices.least),
        parsed.quantity is not None,
        parsed.correction or parsed.also,
        *(tag in marked for tag in TAGS[1:]),
        *(name == last for name in INTENTS),
    ]
    return Signs(np.array(own), np.array(shared, dtype=np.float64))


@dataclass(frozen=True, slots=True)
class Weights:
    """own: (len(INTENTS), 3); shared: (len(INTENTS), number of shared signs)."""

    own: Floats
    shared: Floats

    def probabilities(self, signs: Signs) -> dict[str, float]:
        """Of each intent."""
        logits = (self.own * signs.own).sum(1) + self.shared @ signs.shared
        odds = np.exp(logits - logits.max())
        return dict(zip(INTENTS, (odds / odds.sum()).tolist(), strict=True))


@cache
def weights() -> Weights:
    """Those that ship with the kiosk."""
    with np.load(WEIGHTS, allow_pickle=False) as file:
        return Weights(file["own"], file["shared"])
