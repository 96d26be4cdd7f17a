"""Figures of the model as the kiosk runs it (the GGUF and the numpy heads), on turns it never saw.

    python -m models.training.evaluate [--model models/shipped] [--turns held_out test] [--wrong]

Needs nothing but what the kiosk needs.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.embedded import SHIPPED, EmbeddedModel
from models.heads import ON_SCREEN
from models.training.turns import DATA, TAUGHT, Turn, in_english, read
from models.types import INTENTS, Context, Reading

Confidences = NDArray[np.float64]
Flags = NDArray[np.bool_]

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--turns", nargs="+", default=["held_out", "test"], help="folders under models/training/data")
    parser.add_argument("--wrong", action="store_true", help="list the turns that were read wrongly")
    options = parser.parse_args(arguments)
    model = EmbeddedModel(options.model)
    for name in options.turns:
        everything = [in_english(turn) for turn in read(DATA / name)]
        for language in sorted({turn.language for turn in everything}, key=("en", *TAUGHT).index):
            turns = [turn for turn in everything if turn.language == language]
            began = time.perf_counter()
            readings = [model.understand(" ".join(turn.words), context_of(turn)) for turn in turns]
            each = (time.perf_counter() - began) / len(turns) * 1000
            print(f"\n== {name}, {language}: {len(turns)} turns, {each:.1f} ms each")
            report(turns, readings)
            if options.wrong:
                list_wrong(turns, readings)


def context_of(turn: Turn) -> Context:
    """The context a turn was written for."""
    return Context(shown=("a product",) if turn.after in ON_SCREEN else (), last_intent=turn.after)


def report(turns: Sequence[Turn], readings: Sequence[Reading]) -> None:
    right = np.array([r.intent == t.intent for t, r in zip(turns, readings, strict=True)])
    sure = np.array([r.confidence for r in readings])
    error = (right.mean() * (1 - right.mean()) / len(right)) ** 0.5
    print(f"intents right: {right.mean():.3f} (standard error {error:.3f})")
    by_intent: dict[str, list[bool]] = defaultdict(list)
    for turn, ok in zip(turns, right, strict=True):
        by_intent[turn.intent].append(bool(ok))
    guesses = Counter(r.intent for r in readings)
    for name in INTENTS:
        if by_intent[name]:
            hits = sum(by_intent[name])
            print(
                f"  {name:10} {hits:3} of {len(by_intent[name]):3} found, {hits:3} of {guesses[name]:3} guesses right"
            )
    for tag in ("query", "brand", "attribute", "avoid", "reference", "topic", "max_price"):
        print(f"  words tagged {tag:10} {_precision_recall(turns, readings, tag)}")
    named = [(t, r) for t, r in zip(turns, readings, strict=True) if {"query", "brand"} & set(t.tags)]
    exact = np.mean([_product_words(t.words, t.tags) == _product_words(r.words, r.tags) for t, r in named])
    print(f"product words exactly right: {exact:.3f} of the {len(named)} turns that name a product")
    both = np.mean([ok and r.tags == t.tags for t, r, ok in zip(turns, readings, right, strict=True)])
    print(f"intent and every tag right: {both:.3f}")
    for low, high in pairwise(BINS):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            part, mean = right[inside].mean(), sure[inside].mean()
            print(f"  confidence {low:.1f} to {min(high, 1):.1f} ({mean:.3f}): {part:.3f} right of {inside.sum()}")
    print(f"expected calibration error: {calibration_error(sure, right):.3f}")
    print(f"AUROC of confidence, right over wrong: {_auroc(sure, right):.3f}")


def list_wrong(turns: Sequence[Turn], readings: Sequence[Reading]) -> None:
    for turn, reading in zip(turns, readings, strict=True):
        if turn.intent != reading.intent:
            print(f"  {turn.intent:10} read as {reading.intent:10} {reading.confidence:.2f}  {' '.join(turn.words)}")


def _product_words(words: tuple[str, ...], tags: tuple[str, ...]) -> list[str]:
    return [word for word, tag in zip(words, tags, strict=True) if tag in ("query", "brand")]


def _precision_recall(turns: Sequence[Turn], readings: Sequence[Reading], tag: str) -> str:
    pairs = [pair for t, r in zip(turns, readings, strict=True) for pair in zip(t.tags, r.tags, strict=True)]
    both = sum(a == b == tag for a, b in pairs)
    marked, found = sum(a == tag for a, _ in pairs), sum(b == tag for _, b in pairs)
    return f"precision {both / max(found, 1):.2f}, recall {both / max(marked, 1):.2f} ({marked} words)"


def calibration_error(sure: Confidences, right: Flags) -> float:
    """Mean distance of confidence and hit rate over ten bins, weighted by their size (Naeini et al. 2015)."""
    bins = np.minimum((sure * 10).astype(int), 9)
    parts = [(bins == i) for i in range(10)]
    return float(sum(p.mean() * abs(sure[p].mean() - right[p].mean()) for p in parts if p.any()))


def _auroc(sure: Confidences, right: Flags) -> float:
    good, bad = sure[right], sure[~right]
    if not len(good) or not len(bad):
        return 1.0
    return float((good[:, None] > bad).mean() + 0.5 * (good[:, None] == bad).mean())


if __name__ == "__main__":
    main()
