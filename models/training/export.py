"""The trained reader as files that the kiosk runs: a BERT GGUF at Q8_0, the heads, and a manifest with checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from models.heads import Heads
from models.training.body import Body, write_body
from models.training.network import Reader

NAME = "aislewise-reader"


def export(
    reader: Reader, vocabulary: Path | Sequence[str], folder: Path, *, temperature: float, name: str = NAME
) -> None:
    """Write reader.gguf, heads.npz and manifest.json. `vocabulary`: MiniLM's vocab.txt or its lines, a piece each."""
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(vocabulary, Path):
        vocabulary = vocabulary.read_text(encoding="utf-8").splitlines()
    state = {
        name: tensor for name, tensor in reader.state_dict().items() if name.split(".")[0] not in ("intent", "tag")
    }
    tensors = {name: tensor.float().numpy() for name, tensor in state.items()}
    write_body(Body(reader.shape, tensors, tuple(vocabulary)), folder / "reader.gguf", name=name)
    heads_of(reader, temperature).save(folder / "heads.npz")
    files = {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in ("reader.gguf", "heads.npz")}
    manifest = {"name": name, "width": reader.shape.width, "sha256": files}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def heads_of(reader: Reader, temperature: float) -> Heads:
    def array(tensor: torch.Tensor) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        values: np.ndarray[tuple[int, ...], np.dtype[np.float32]] = tensor.detach().float().numpy()
        return values

    return Heads(
        intent_weight=array(reader.intent.weight),
        intent_bias=array(reader.intent.bias),
        tag_weight=array(reader.tag.weight),
        tag_bias=array(reader.tag.bias),
        temperature=temperature,
    )
