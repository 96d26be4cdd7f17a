"""The language model as a process: `python -m kiosk.engine.workers.llm --models DIR --wanted auto --threads N`.

Sends `ready {name, words_answers, warning}` once the model is loaded, or `failed {detail}` and ends with code 3.
Operations: `understand {text, context}` and `word {question, facts, draft, language}`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.engine.pipe import Fields, Pipe, RefusedError, serve
from models import Context, LanguageModel, ModelError, load_model

EXIT_NO_MODEL = 3


def main(arguments: Sequence[str] | None = None) -> int:
    pipe = Pipe()
    parser = argparse.ArgumentParser(description="language model worker")
    parser.add_argument("--models", type=Path, default=None, help="folder with instruct models (GGUF)")
    parser.add_argument("--wanted", default="auto", help="auto, embedded, or the name of a file in that folder")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(arguments)
    try:
        model, warning = load_model(options.models, wanted=options.wanted, threads=options.threads)
    except ModelError as error:
        pipe.emit("failed", detail=str(error))
        return EXIT_NO_MODEL
    pipe.emit("ready", name=model.name, words_answers=model.words_answers, warning=warning)
    serve(pipe, {"understand": _understand(model), "word": _word(model)})
    return 0


def _understand(model: LanguageModel) -> Any:
    def understand(text: str, context: Mapping[str, Any] | None = None) -> Fields:
        try:
            reading = model.understand(text, _context(context or {}))
        except ModelError as error:
            raise RefusedError("unavailable", str(error)) from error
        return {
            "intent": reading.intent,
            "confidence": reading.confidence,
            "probabilities": dict(reading.probabilities),
            "words": list(reading.words),
            "tags": list(reading.tags),
            "slots": dict(reading.slots),
        }

    return understand


def _word(model: LanguageModel) -> Any:
    def word(question: str, facts: Sequence[str], draft: str, language: str) -> Fields:
        try:
            return {"text": model.word(question, facts, draft, language)}
        except ModelError as error:
            raise RefusedError("unavailable", str(error)) from error

    return word


def _context(fields: Mapping[str, Any]) -> Context:
    return Context(
        shown=tuple(str(name) for name in fields.get("shown") or ()),
        last_intent=fields.get("last_intent"),
        last_query=fields.get("last_query"),
        last_say=fields.get("last_say"),
        language=str(fields.get("language") or "en"),
    )


if __name__ == "__main__":
    sys.exit(main())
