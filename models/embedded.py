"""The model that comes with the program: a fine-tuned MiniLM in llama.cpp, its two heads in numpy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from models.heads import Heads, context_vector
from models.native import open_llama
from models.types import INTENTS, Context, ModelError, Reading
from models.words import split

SHIPPED = Path(__file__).parent / "shipped"
CONTEXT = 256
"""Word pieces that are read of one utterance, with the two that frame it."""


class EmbeddedModel:
    """Reads an utterance in one pass: which intent, and what each word is. Deterministic; words no answers."""

    words_answers = False

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 1) -> None:
        """Raises ModelError for a file that is missing or is not the one that was shipped."""
        manifest = _manifest(folder)
        self.name = str(manifest["name"])
        for file, digest in manifest["sha256"].items():
            _check(folder / file, digest)
        width = int(manifest["width"])
        self._heads = Heads.load(folder / "heads.npz", width)
        from llama_cpp import LLAMA_POOLING_TYPE_NONE

        self._llama = open_llama(
            folder / "reader.gguf",
            threads=threads,
            context=CONTEXT,
            batch=CONTEXT,
            embedding=True,
            pooling_type=LLAMA_POOLING_TYPE_NONE,
        )
        if self._llama.n_embd() != width:
            raise ModelError(
                f"{folder / 'reader.gguf'} has width {self._llama.n_embd()}, not {width}: install Aislewise again"
            )

    def understand(self, text: str, context: Context) -> Reading:
        """Read one utterance, in English or put into it. What is beyond 2,000 characters, 120 words or 254 word pieces
        is not read.

        Raises ModelError if llama.cpp fails.
        """
        words, firsts = self._place(split(context.english or text))
        if not words:
            return Reading(intent="other", confidence=0.0)
        try:
            pieces = np.array(self._llama.embed(" ".join(words)), dtype=np.float32)
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"the language model did not answer ({error})") from error
        odds = self._heads.probabilities(pieces, context_vector(context.last_intent, bool(context.shown)))
        best = int(odds.argmax())
        return Reading(
            intent=INTENTS[best],
            confidence=float(odds[best]),
            probabilities={name: float(p) for name, p in zip(INTENTS, odds, strict=True)},
            words=words,
            tags=tuple(self._heads.tags(pieces[firsts])),
        )

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        """Never: this model has no voice of its own."""
        raise ModelError(f"{self.name} words no answers: use the draft")

    def _place(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], list[int]]:
        """The words that fit, and where the first piece of each lies (0 is the piece that opens every text)."""
        firsts: list[int] = []
        end = 1
        for number, word in enumerate(words):
            length = len(self._llama.tokenize(word.encode("utf-8", errors="ignore"), add_bos=False, special=False))
            if end + length > CONTEXT - 1:
                return words[:number], firsts
            firsts.append(end)
            end += length
        return words, firsts


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): install Aislewise again") from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged ({error}): install Aislewise again") from error
    if not isinstance(manifest, dict) or not {"name", "width", "sha256"} <= manifest.keys():
        raise ModelError(f"{path} is damaged: install Aislewise again")
    return manifest


def _check(path: Path, digest: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): install Aislewise again") from error
    if found != digest:
        raise ModelError(f"{path} is damaged (its checksum is wrong): install Aislewise again")
