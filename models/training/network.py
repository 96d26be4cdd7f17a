"""MiniLM (a BERT of six layers) with the two heads, in PyTorch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import nn

from models.heads import CONTEXT_WIDTH, Heads
from models.training.body import SPECIAL, Body, Shape
from models.types import INTENTS, TAGS


class Layer(nn.Module):  # type: ignore[misc,unused-ignore]
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.output = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.output_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.up, self.down = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)
        self.final_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        rows, length, width = x.shape

        def heads(y: torch.Tensor) -> torch.Tensor:
            return y.view(rows, length, self.heads, width // self.heads).transpose(1, 2)

        attended = nn.functional.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=mask[:, None, None, :]
        )
        x = self.output_norm(x + self.output(attended.transpose(1, 2).reshape(rows, length, width)))
        result: torch.Tensor = self.final_norm(x + self.down(nn.functional.gelu(self.up(x))))
        return result


class Reader(nn.Module):  # type: ignore[misc,unused-ignore]
    """Body and heads. The word embeddings are frozen: words that training never shows keep their meaning."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.types = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = nn.Dropout(0.1)
        self.intent = nn.Linear(shape.width + CONTEXT_WIDTH, len(INTENTS))
        self.tag = nn.Linear(shape.width, len(TAGS))

    def forward(
        self, pieces: torch.Tensor, mask: torch.Tensor, firsts: torch.Tensor, context: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Intent logits (rows, intents) and tag logits (rows, words, tags).

        pieces: (rows, length) ids; mask: the same shape, False for padding; firsts: (rows, words), the place of each
        word's first piece (0 for padding); context: (rows, CONTEXT_WIDTH).
        """
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.types.weight[0]
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        pooled = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        at_words = x.gather(1, firsts[..., None].expand(-1, -1, x.shape[-1]))
        return self.intent(torch.cat([self.dropout(pooled), context], 1)), self.tag(self.dropout(at_words))


def pretrained(folder: Path) -> Reader:
    """The body as published, the heads fresh."""
    from safetensors.torch import load_file

    shape = _shape(folder)
    reader = Reader(shape)
    published = load_file(folder / "model.safetensors")
    state = {}
    for ours, theirs in tensor_names(shape.layers).items():
        state[ours] = published[theirs]
    missing, unexpected = reader.load_state_dict(state, strict=False)
    if unexpected or {name.split(".")[0] for name in missing} != {"intent", "tag"}:
        raise ValueError(f"{folder} is not the MiniLM that is expected: missing {missing}, too many {unexpected}")
    return reader


def restored(body: Body, heads: Heads) -> Reader:
    """A reader as its files hold it, to train on."""
    reader = Reader(body.shape)
    state = {name: torch.from_numpy(values) for name, values in body.tensors.items()}
    state["intent.weight"], state["intent.bias"] = (
        torch.from_numpy(a) for a in (heads.intent_weight, heads.intent_bias)
    )
    state["tag.weight"], state["tag.bias"] = (torch.from_numpy(a) for a in (heads.tag_weight, heads.tag_bias))
    reader.load_state_dict(state)
    return reader


def _shape(folder: Path) -> Shape:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return Shape(
        config["vocab_size"], config["hidden_size"], config["num_hidden_layers"], config["num_attention_heads"],
        config["intermediate_size"], config["max_position_embeddings"], config["layer_norm_eps"],
    )  # fmt: skip


def tensor_names(layers: int) -> dict[str, str]:
    """Our names of the body's tensors, to those of the published weights."""
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "types.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "output_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "final_norm": "output.LayerNorm",
    }
    for number in range(layers):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{number}.{ours}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
    return names


class Pieces:
    """Words to word pieces, each word by itself."""

    def __init__(self, source: Path | Sequence[str]) -> None:
        """From the folder of a published model, or from a vocabulary as its vocab.txt has it."""
        made = Tokenizer.from_file(str(source / "tokenizer.json")) if isinstance(source, Path) else _word_pieces(source)
        self._tokenizer = made
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}
        self.cls, self.sep = self._tokenizer.encode("").ids

    def ids(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """Piece ids of an utterance, and the place of each word's first piece."""
        ids, firsts = [self.cls], []
        for word in words:
            if word not in self._known:
                self._known[word] = self._tokenizer.encode(word, add_special_tokens=False).ids
            firsts.append(min(len(ids), 253))
            ids += self._known[word]
        return [*ids[:254], self.sep], firsts


def _word_pieces(vocabulary: Sequence[str]) -> Tokenizer:
    """BERT's own way of cutting words, lower case and without accents (Devlin et al. 2018)."""
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    made = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100))  # noqa: S106
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", numbers["[SEP]"]), ("[CLS]", numbers["[CLS]"]))
    made.add_special_tokens(list(SPECIAL))
    return made
