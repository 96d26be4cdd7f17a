"""The trained reader as files that the kiosk runs: a BERT GGUF at Q8_0, the heads, and a manifest with checksums."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import gguf
import numpy as np
import torch

from models.heads import Heads
from models.training.network import Reader

NAME = "aislewise-reader"

_PARTS = {
    "query": "attn_q",
    "key": "attn_k",
    "value": "attn_v",
    "output": "attn_output",
    "output_norm": "attn_output_norm",
    "up": "ffn_up",
    "down": "ffn_down",
    "final_norm": "layer_output_norm",
}


def export(reader: Reader, vocabulary: Path, folder: Path, *, temperature: float) -> None:
    """Write reader.gguf, heads.npz and manifest.json. `vocabulary`: MiniLM's vocab.txt, one piece a line."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_body(reader, vocabulary.read_text(encoding="utf-8").splitlines(), folder / "reader.gguf")
    heads_of(reader, temperature).save(folder / "heads.npz")
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("reader.gguf", "heads.npz")}
    manifest = {"name": NAME, "width": reader.shape.width, "sha256": files}
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


def _write_body(reader: Reader, pieces: list[str], path: Path) -> None:
    shape = reader.shape
    writer = gguf.GGUFWriter(path, "bert")
    writer.add_name(NAME)
    writer.add_license("Apache-2.0")
    writer.add_context_length(shape.positions)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads)
    writer.add_layer_norm_eps(shape.epsilon)
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.NONE)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0)
    writer.add_tokenizer_model("bert")
    writer.add_token_type_count(2)
    writer.add_token_list([_piece(piece) for piece in pieces])
    special = {"[PAD]", "[CLS]", "[SEP]", "[MASK]"}
    kinds = (gguf.TokenType.CONTROL, gguf.TokenType.UNKNOWN, gguf.TokenType.NORMAL)
    writer.add_token_types([kinds[0] if p in special else kinds[1] if p == "[UNK]" else kinds[2] for p in pieces])
    writer.add_bos_token_id(pieces.index("[CLS]"))
    writer.add_eos_token_id(pieces.index("[SEP]"))
    writer.add_sep_token_id(pieces.index("[SEP]"))
    writer.add_pad_token_id(pieces.index("[PAD]"))
    writer.add_unk_token_id(pieces.index("[UNK]"))
    writer.add_mask_token_id(pieces.index("[MASK]"))
    for name, tensor in reader.state_dict().items():
        if name.split(".")[0] in ("intent", "tag"):
            continue
        values = tensor.float().numpy()
        small = values.ndim == 1 or name.startswith(("positions", "types"))
        kind = gguf.GGMLQuantizationType.F32 if small else gguf.GGMLQuantizationType.Q8_0
        writer.add_tensor(_name(name), values if small else gguf.quants.quantize(values, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _piece(piece: str) -> str:
    """llama.cpp marks the pieces that begin a word, the vocabulary file those that go on."""
    if piece.startswith("[") and piece.endswith("]"):
        return piece
    return piece[2:] if piece.startswith("##") else "\u2581" + piece


def _name(ours: str) -> str:
    top = {"words": "token_embd", "positions": "position_embd", "types": "token_types", "norm": "token_embd_norm"}
    first, *rest = ours.split(".")
    if first in top:
        return f"{top[first]}.{rest[-1]}"
    number, part, kind = rest
    return f"blk.{number}.{_PARTS[part]}.{kind}"
