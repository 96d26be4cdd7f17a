"""The language model as the assistant sees it, with the worker process behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from kiosk.engine.worker import Worker, WorkerError
from models import Context, ModelError, Reading

UNDERSTAND_S = 6.0
"""An answer must come within ten seconds whatever happens; after this long the rules answer instead."""
WORD_S = 3.0


class WorkerModel:
    """A LanguageModel whose work is done by a supervised child process."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    @property
    def name(self) -> str:
        return str(self._worker.info.get("name", "model"))

    @property
    def words_answers(self) -> bool:
        return bool(self._worker.info.get("words_answers", False))

    def understand(self, text: str, context: Context) -> Reading:
        """Read one utterance. Raises ModelError when the worker is away, fails or is too slow."""
        try:
            reply = self._worker.call("understand", UNDERSTAND_S, text=text, context=asdict(context))
        except WorkerError as error:
            raise ModelError(error.detail) from error
        return Reading(
            intent=str(reply["intent"]),
            confidence=float(reply["confidence"]),
            probabilities=reply.get("probabilities", {}),
            words=tuple(reply.get("words", ())),
            tags=tuple(reply.get("tags", ())),
            slots=reply.get("slots", {}),
        )

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        """A worded answer from facts. Raises ModelError like `understand`."""
        try:
            reply = self._worker.call(
                "word", WORD_S, question=question, facts=list(facts), draft=draft, language=language
            )
        except WorkerError as error:
            raise ModelError(error.detail) from error
        return str(reply["text"])
