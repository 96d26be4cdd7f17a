"""A reader of a few thousand numbers: a real BERT of random weights in llama.cpp, with heads that can be told what to
say."""

from __future__ import annotations

import hashlib
import json
import string
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from models.heads import CONTEXT_WIDTH, Heads
from models.training.body import SPECIAL, Body, Shape, tensor_names, write_body
from models.types import INTENTS, TAGS

LETTERS = (*string.ascii_lowercase, *string.digits, *"$%'-.")
PIECES = (*SPECIAL, *LETTERS, *(f"##{letter}" for letter in LETTERS), "milk", "##ing")
SHAPE = Shape(len(PIECES), width=32, layers=1, heads=2, inner=64, positions=512, epsilon=1e-12)


def tiny_body(seed: int = 1) -> Body:
    rng = np.random.default_rng(seed)
    sizes = {
        "words": (SHAPE.vocabulary, 32), "positions": (512, 32), "types": (2, 32), "up": (64, 32), "down": (32, 64),
        "query": (32, 32), "key": (32, 32), "value": (32, 32), "output": (32, 32),
    }  # fmt: skip
    tensors = {}
    for name in tensor_names(SHAPE.layers):
        *_, part, kind = name.split(".")
        if part.endswith("norm"):
            tensors[name] = np.full(32, float(kind == "weight"), dtype=np.float32)
        else:
            shape = sizes[part] if kind == "weight" else sizes[part][:1]
            tensors[name] = rng.normal(0, 0.2, shape).astype(np.float32)
    return Body(SHAPE, tensors, PIECES)


def write_tiny_reader(
    folder: Path, says: Mapping[str | None, str] | None = None, *, name: str = "tiny", seed: int = 1
) -> Path:
    """Write reader.gguf, heads.npz and manifest.json. `says`: the intent for each last intent, else smalltalk."""
    folder.mkdir(parents=True)
    write_body(tiny_body(seed), folder / "reader.gguf", name=name)
    intents = np.zeros((len(INTENTS), SHAPE.width + CONTEXT_WIDTH), dtype=np.float32)
    for last, intent in (says or {}).items():
        place = INTENTS.index(last) if last is not None else len(INTENTS)
        intents[INTENTS.index(intent), SHAPE.width + place] = 5.0
    bias = np.where(np.array(INTENTS) == "smalltalk", 2.5, 0.0).astype(np.float32)
    tags = np.where(np.array(TAGS) == "O", 1.0, 0.0).astype(np.float32)
    Heads(intents, bias, np.zeros((len(TAGS), SHAPE.width), dtype=np.float32), tags, 1.0).save(folder / "heads.npz")
    seal(folder, name)
    return folder


def seal(folder: Path, name: str = "tiny") -> None:
    """Write the manifest over what lies there."""
    files = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name in ("reader.gguf", "heads.npz", "gate.json")
    }
    manifest = {"name": name, "width": SHAPE.width, "sha256": files}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
