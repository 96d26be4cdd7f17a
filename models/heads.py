"""The small layers on top of the embedded model: what is asked, and what each word is. Plain numpy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from models.types import INTENTS, TAGS, ModelError

Floats = NDArray[np.float32]

ON_SCREEN = frozenset({"find", "detail", "compare", "recommend", "offers", "list"})
"""Intents after which products are on screen."""

CONTEXT_WIDTH = len(INTENTS) + 2
"""The last intent (one place each, one for none), and whether products are on screen."""


def context_vector(last_intent: str | None, shown: bool) -> Floats:
    """What the intent head knows of the conversation; shape (CONTEXT_WIDTH,)."""
    vector = np.zeros(CONTEXT_WIDTH, dtype=np.float32)
    vector[INTENTS.index(last_intent) if last_intent in INTENTS else len(INTENTS)] = 1.0
    vector[-1] = float(shown)
    return vector


@dataclass(frozen=True, slots=True)
class Heads:
    """Weights of both heads for a body of width `d`."""

    intent_weight: Floats
    """(len(INTENTS), d + CONTEXT_WIDTH)"""
    intent_bias: Floats
    tag_weight: Floats
    """(len(TAGS), d)"""
    tag_bias: Floats
    temperature: float
    """Divides the intent logits, so that a confidence of .8 is right eight times of ten (Guo et al. 2017)."""

    def probabilities(self, pieces: Floats, context: Floats) -> Floats:
        """Of each of INTENTS, from all piece vectors (n, d) and the context vector."""
        inputs = np.concatenate([pieces.mean(axis=0), context])
        logits = (self.intent_weight @ inputs + self.intent_bias) / self.temperature
        odds = np.exp(logits - logits.max())
        result: Floats = odds / odds.sum()
        return result

    def tags(self, first_pieces: Floats) -> list[str]:
        """A tag for each word, from the vectors (words, d) of the words' first pieces."""
        scores = first_pieces @ self.tag_weight.T + self.tag_bias
        return [TAGS[best] for best in scores.argmax(axis=1)]

    def save(self, path: Path) -> None:
        np.savez(
            path,
            intent_weight=self.intent_weight,
            intent_bias=self.intent_bias,
            tag_weight=self.tag_weight,
            tag_bias=self.tag_bias,
            temperature=np.float32(self.temperature),
        )

    @classmethod
    def load(cls, path: Path, width: int, remedy: str = "install Aislewise again") -> Heads:
        """Heads for a body of that width. Raises ModelError for a file that is damaged or of another shape."""
        try:
            with np.load(path, allow_pickle=False) as file:
                arrays: dict[str, Any] = {name: file[name] for name in file.files}
        except (OSError, ValueError, EOFError, BadZipFile) as error:
            raise ModelError(f"{path} cannot be read ({error}): {remedy}") from error
        shapes = {
            "intent_weight": (len(INTENTS), width + CONTEXT_WIDTH),
            "intent_bias": (len(INTENTS),),
            "tag_weight": (len(TAGS), width),
            "tag_bias": (len(TAGS),),
            "temperature": (),
        }
        for name, shape in shapes.items():
            if name not in arrays or arrays[name].shape != shape:
                raise ModelError(f"{path} does not hold {name} of shape {shape}: {remedy}")
        temperature = float(arrays.pop("temperature"))
        return cls(
            **{name: arrays[name].astype(np.float32) for name in arrays if name in shapes}, temperature=temperature
        )
