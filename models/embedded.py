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
REMEDY = "install Aislewise again"
CONTEXT = 256
"""Word pieces that are read of one utterance, with the two that frame it."""


class EmbeddedModel:
    """Reads an utterance in one pass: which intent, and what each word is. Deterministic; words no answers."""

    words_answers = False

    def __init__(self, folder: Path = SHIPPED, *, threads: int = 1, remedy: str = REMEDY) -> None:
        """`remedy`: what errors tell to do. Raises ModelError for a file that is missing or has another checksum."""
        manifest = checked(folder, remedy)
        self.name = str(manifest["name"])
        width = int(manifest["width"])
        self._heads = Heads.load(folder / "heads.npz", width, remedy)
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
            raise ModelError(f"{folder / 'reader.gguf'} has width {self._llama.n_embd()}, not {width}: {remedy}")

    def understand(self, text: str, context: Context) -> Reading:
        """Read one utterance, in English or put into it.

        What is beyond 2,000 characters, 120 words or 254 word pieces is not read. Raises ModelError if llama.cpp fails.
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


def checked(folder: Path, remedy: str = REMEDY) -> dict[str, Any]:
    """The manifest of a reader whose files are as it says: name, width and sha256. Raises ModelError."""
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): {remedy}") from error
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{path} is damaged ({error}): {remedy}") from error
    whole = isinstance(manifest, dict) and {"name", "width", "sha256"} <= manifest.keys()
    if not whole or not isinstance(manifest["sha256"], dict):
        raise ModelError(f"{path} is damaged: {remedy}")
    for file, digest in manifest["sha256"].items():
        _check(folder / file, digest, remedy)
    known: dict[str, Any] = manifest
    return known


def _check(path: Path, digest: str, remedy: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): {remedy}") from error
    if found != digest:
        raise ModelError(f"{path} is damaged (its checksum is wrong): {remedy}")
