"""Trains the reader in use on a retailer's own turns.

Nothing but what lies on a kiosk and the `training` extra is needed: body, vocabulary and heads come from the reader's
own files, the words that take the place of marked ones from the store's catalog and the turns. So that nothing is
forgotten, most examples are the project's turns (rehearsal, Robins 1995).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import torch

from models.embedded import checked
from models.heads import Heads
from models.training.body import read_body
from models.training.export import export
from models.training.lists import StoreWords, build_for_store
from models.training.network import Pieces, restored
from models.training.own import OwnTurns, project_turns
from models.training.prepare import Example, example
from models.training.train import drawing, fit, fit_temperature, judge
from models.types import ModelError

WEIGHT = 20
"""A turn of the retailer's is drawn as often as this many of the project's. With more, few are learned by heart."""
MOST_SHARE = 0.3
"""Of the retailer's turns in the examples, unless there are more of them even one for one."""
BODY_RATE = 1e-5
HEAD_RATE = 1e-4
"""With rates three times as high more is forgotten than learned."""


def tune(
    source: Path,
    own: OwnTurns,
    store: StoreWords,
    into: Path,
    *,
    name: str,
    steps: int,
    threads: int,
    seed: int,
    told: Callable[[int, int, float], None],
) -> None:
    """Write reader.gguf, heads.npz and manifest.json of a reader that went on learning from that in `source`.

    The same source, turns, catalog, steps, seed and package versions give the same reader on the same kind of
    processor. `told(step, steps, loss)` after each step. Nothing is written before the last. Raises ModelError.
    """
    remedy = "install Aislewise again, or go back with `aislewise models back`"
    width = int(checked(source, remedy)["width"])
    body = read_body(source / "reader.gguf")
    if body.shape.width != width:
        raise ModelError(f"{source / 'manifest.json'} is of another model: {remedy}")
    reader, pieces = restored(body, Heads.load(source / "heads.npz", width, remedy)), Pieces(body.pieces)
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    project = project_turns("turns")
    everything = [*project, *own.training]
    lists = build_for_store(everything, store)
    rehearsal = drawing(project, lists, rng)
    share = own_share(len(own.training), len(project))

    def batch() -> list[Example]:
        return [example(rng.choice(own.training), lists, rng) if rng.random() < share else item for item in rehearsal()]

    fit(reader, pieces, batch, steps, told=told, body_rate=BODY_RATE, head_rate=HEAD_RATE)
    # On the same turns as for the reader that comes with the program, and on none of the retailer's.
    logits, wanted, *_ = judge(reader, pieces, project_turns("held_out"))
    try:
        export(reader, body.pieces, into, temperature=fit_temperature(logits, wanted), name=name)
    except OSError as error:
        raise ModelError(f"{into} cannot be written ({error.strerror}): make room or make it writable") from error


def own_share(own: int, project: int) -> float:
    """Part of the examples that are drawn from the retailer's turns."""
    return max(own / (own + project), min(MOST_SHARE, WEIGHT * own / (WEIGHT * own + project)))
