"""Learns weights.npz: how much the model, the rules and the evidence of the shop count for each intent.

    python -m kiosk.assistant.fit READINGS.jsonl [--out kiosk/assistant/weights.npz]

READINGS are made by `python -m models.training.folds`: turns as they were read by models that were not trained on them.
Each is asked of the demo store in its own context. Needs nothing but what the kiosk needs; some two minutes.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.evidence import gather
from kiosk.assistant.judgement import WEIGHTS, Floats, Signs
from kiosk.assistant.marked import marked_queries, unwanted, without
from kiosk.assistant.parse import parse
from kiosk.assistant.reference import resolve
from kiosk.assistant.reflexes import reflex
from kiosk.assistant.request import Request
from kiosk.assistant.text import take_apart
from kiosk.assistant.understanding import rule_scores, way_on, weigh
from kiosk.assistant.word_lists import word_lists
from local_catalog import Catalog, build_catalog, demo_source
from models import INTENTS, Reading
from models.heads import ON_SCREEN

DECAY = 2e-4
STEPS = 1_500
TODAY = date(2026, 11, 20)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    lines = [json.loads(line) for path in options.readings for line in path.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        build_catalog(demo_source(), Path(folder) / "demo.db", today=TODAY)
        catalog = Catalog.open(Path(folder) / "demo.db", clock=lambda: TODAY)
        pairs = list(_pairs(lines, catalog))
    own, shared = np.stack([s.own for s, _ in pairs]), np.stack([s.shared for s, _ in pairs])
    wanted = np.array([INTENTS.index(intent) for _, intent in pairs])
    print(f"{len(lines)} turns, {len(pairs)} of them weighed")
    for fifth in range(5):
        test = np.arange(len(pairs)) * 5 // len(pairs) == fifth
        parts = fit(own[~test], shared[~test], wanted[~test])
        right = (logits(parts, own[test], shared[test]).argmax(1) == wanted[test]).mean()
        alone = (own[test][:, :, 0].argmax(1) == wanted[test]).mean()
        print(f"kept fifth {fifth}: model alone {alone:.4f}, weighed {right:.4f}")
    weights = fit(own, shared, wanted)
    np.savez(options.out, own=weights[0], shared=weights[1])
    print(f"wrote {options.out}")


def talk_before(after: str | None, language: str, catalog: Catalog) -> Conversation:
    """A conversation as a turn that goes on from the intent `after` finds it: some milk on screen, or the returns just
    explained."""
    conversation = Conversation(language=language, version=catalog.info.version)
    if after in ON_SCREEN:
        conversation.showing([hit.product for hit in catalog.search("milk", limit=4).hits])
        conversation.focus = conversation.shown[0]
    if after is not None:
        query, topic = "milk" if after in ON_SCREEN else "", "returns" if after == "policy" else None
        conversation.last_request = Request(after, query=query, topic=topic)
    return conversation


def _pairs(lines: Sequence[dict[str, Any]], catalog: Catalog) -> Iterator[tuple[Signs, str]]:
    lists = word_lists("en")
    for number, line in enumerate(lines):
        if number % 1000 == 0:
            print(f"{number} of {len(lines)}", flush=True)
        conversation = talk_before(line["after"], line["language"], catalog)
        utterance = take_apart(line["text"], lists.text, line["language"])
        if not utterance.words or reflex(utterance, conversation, catalog, lists) is not None:
            continue
        parsed = parse(utterance, lists, catalog.store.currency)
        odds = line["probabilities"]
        read_as = max(odds, key=lambda name: odds[name])
        reading = Reading(read_as, odds[read_as], odds, tuple(line["words"]), tuple(line["tags"]))
        parsed = without(parsed, unwanted(reading, lists))
        evidence = gather(catalog, utterance, parsed, marked_queries(reading), lists.traits.weak)
        pointed = resolve(parsed, utterance.padded, conversation)
        if way_on(parsed, reading, evidence, conversation, pointed) is not None:
            continue
        scores, beyond_scope = rule_scores(utterance, parsed, evidence, conversation, pointed, lists)
        yield (
            weigh(utterance, parsed, reading, evidence, conversation, lists, scores, pointed, beyond_scope),
            line["intent"],
        )


def logits(weights: tuple[Floats, Floats], own: Floats, shared: Floats) -> Floats:
    """(turns, intents) of own (turns, intents, 3) and shared (turns, signs)."""
    result: Floats = (own * weights[0]).sum(2) + shared @ weights[1].T
    return result


def fit(own: Floats, shared: Floats, wanted: np.ndarray[Any, Any]) -> tuple[Floats, Floats]:
    """Least cross-entropy with weight decay, by Adam over all turns at once."""
    rows = np.arange(len(wanted))
    start = np.zeros((len(INTENTS), 3))
    start[:, 0] = 1.0
    weights = [start, np.zeros((len(INTENTS), shared.shape[1]))]
    moments = [(np.zeros_like(w), np.zeros_like(w)) for w in weights]
    for step in range(1, STEPS + 1):
        scores = logits((weights[0], weights[1]), own, shared)
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        odds[rows, wanted] -= 1.0
        odds /= len(wanted)
        slopes = [
            (odds[:, :, None] * own).sum(0) + DECAY * (weights[0] - start),
            odds.T @ shared + DECAY * weights[1],
        ]
        rate = 0.03 * (1 - step / (STEPS + 1))
        for number, (slope, (first, second)) in enumerate(zip(slopes, moments, strict=True)):
            first += 0.1 * (slope - first)
            second += 0.01 * (slope**2 - second)
            weights[number] -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
    return weights[0], weights[1]


if __name__ == "__main__":
    main()
