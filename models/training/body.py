"""The body of a reader (a BERT) as a GGUF at Q8_0: written, and read back into numbers that training can go on from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from numpy.typing import NDArray

from models.header import HeaderError, read_header
from models.types import ModelError

Floats = NDArray[np.float32]

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")

_TOP = {"words": "token_embd", "positions": "position_embd", "types": "token_types", "norm": "token_embd_norm"}
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
_WORD_BEGINS = "\u2581"


@dataclass(frozen=True, slots=True)
class Shape:
    """Dimensions of the body."""

    vocabulary: int
    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Body:
    """All that a GGUF of ours holds."""

    shape: Shape
    tensors: Mapping[str, Floats]
    """By our names: "words.weight", "layers.0.query.bias" ..."""
    pieces: tuple[str, ...]
    """The vocabulary as MiniLM's vocab.txt has it: pieces that go on begin with ##."""


def write_body(body: Body, path: Path, *, name: str) -> None:
    """Write the file. Matrices are rounded to eight bits in blocks of 32 numbers (Q8_0): widths are multiples of 32."""
    shape, pieces = body.shape, body.pieces
    writer = gguf.GGUFWriter(path, "bert")
    writer.add_name(name)
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
    writer.add_token_types([_kind(piece) for piece in pieces])
    writer.add_bos_token_id(pieces.index("[CLS]"))
    writer.add_eos_token_id(pieces.index("[SEP]"))
    writer.add_sep_token_id(pieces.index("[SEP]"))
    writer.add_pad_token_id(pieces.index("[PAD]"))
    writer.add_unk_token_id(pieces.index("[UNK]"))
    writer.add_mask_token_id(pieces.index("[MASK]"))
    for ours, values in body.tensors.items():
        small = values.ndim == 1 or ours.startswith(("positions", "types"))
        kind = gguf.GGMLQuantizationType.F32 if small else gguf.GGMLQuantizationType.Q8_0
        writer.add_tensor(_name(ours), values if small else gguf.quants.quantize(values, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def read_body(path: Path) -> Body:
    """The numbers of a file that `write_body` wrote, at most half a step of Q8_0 from those given to it.

    Raises ModelError for a file that is damaged or no reader.
    """
    try:
        read_header(path)
    except HeaderError as error:
        raise ModelError(f"{path} cannot be used, {error}: install Aislewise again") from error
    try:
        return _read(gguf.GGUFReader(path))
    except (ValueError, KeyError, IndexError, UnicodeDecodeError) as error:
        raise ModelError(f"{path} is no reader to go on from ({error}): install Aislewise again") from error


def _read(file: Any) -> Body:
    found = {tensor.name: tensor for tensor in file.tensors}
    pieces = file.fields["tokenizer.ggml.tokens"]
    shape = Shape(
        vocabulary=len(pieces.data),
        width=int(_number(file, "bert.embedding_length")),
        layers=int(_number(file, "bert.block_count")),
        heads=int(_number(file, "bert.attention.head_count")),
        inner=int(_number(file, "bert.feed_forward_length")),
        positions=int(_number(file, "bert.context_length")),
        epsilon=_number(file, "bert.attention.layer_norm_epsilon"),
    )
    tensors = {}
    for ours in tensor_names(shape.layers):
        tensor = found[_name(ours)]
        values = gguf.quants.dequantize(tensor.data, tensor.tensor_type)
        tensors[ours] = np.array(values, dtype=np.float32)
    texts = (bytes(pieces.parts[at]).decode("utf-8") for at in pieces.data)
    return Body(shape, tensors, tuple(_as_in_vocabulary(text) for text in texts))


def tensor_names(layers: int) -> tuple[str, ...]:
    """Our names of the body's tensors."""
    top = ("words.weight", "positions.weight", "types.weight", "norm.weight", "norm.bias")
    return (
        *top,
        *(f"layers.{n}.{part}.{kind}" for n in range(layers) for part in _PARTS for kind in ("weight", "bias")),
    )


def _number(file: Any, key: str) -> float:
    field = file.fields[key]
    return float(field.parts[field.data[0]][0])


def _kind(piece: str) -> gguf.TokenType:
    if piece not in SPECIAL:
        return gguf.TokenType.NORMAL
    return gguf.TokenType.UNKNOWN if piece == "[UNK]" else gguf.TokenType.CONTROL


def _piece(piece: str) -> str:
    """llama.cpp marks the pieces that begin a word, the vocabulary file those that go on."""
    if piece.startswith("[") and piece.endswith("]"):
        return piece
    return piece[2:] if piece.startswith("##") else _WORD_BEGINS + piece


def _as_in_vocabulary(piece: str) -> str:
    if piece.startswith("[") and piece.endswith("]"):
        return piece
    return piece[1:] if piece.startswith(_WORD_BEGINS) else f"##{piece}"


def _name(ours: str) -> str:
    first, *rest = ours.split(".")
    if first in _TOP:
        return f"{_TOP[first]}.{rest[-1]}"
    number, part, kind = rest
    return f"blk.{number}.{_PARTS[part]}.{kind}"
