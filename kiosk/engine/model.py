"""The language model as the assistant sees it, with the worker process behind it."""

from __future__ import annotations

import itertools
import queue
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import asdict

from kiosk.engine.pipe import Fields
from kiosk.engine.worker import Worker, WorkerError
from models import Context, ModelError, Reading

UNDERSTAND_S = 6.0
"""An answer must come within ten seconds whatever happens; after this long the rules answer instead."""
WORD_S = 3.0
LOOK_S = 0.05
"""How often a stream is looked at whether it is to stop."""


class WorkerModel:
    """A LanguageModel whose work is done by a supervised child process."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._streams = itertools.count(1)

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

    def word_stream(
        self,
        question: str,
        facts: Sequence[str],
        draft: str,
        language: str,
        *,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Generator[str]:
        """The same sentence by sentence; ends early once `stopped()` is true. Who closes it stops the model too.

        Raises ModelError like `understand`, also after some sentences.
        """
        stream = f"words {next(self._streams)}"
        heard: queue.SimpleQueue[Fields | None] = queue.SimpleQueue()
        deadline = time.monotonic() + WORD_S
        with self._worker.hearing(stream, heard.put):
            reply = self._worker.submit(
                "word_stream", stream=stream, question=question, facts=list(facts), draft=draft, language=language
            )
            reply.add_done_callback(lambda _: heard.put(None))
            try:
                while not stopped():
                    if (left := deadline - time.monotonic()) <= 0:
                        self._worker.kill()
                        raise ModelError(f"{self.name} did not answer within {WORD_S:g} s")
                    try:
                        event = heard.get(timeout=min(left, LOOK_S))
                    except queue.Empty:
                        continue
                    if event is None:
                        reply.result()
                        return
                    yield str(event["text"])
            except WorkerError as error:
                raise ModelError(error.detail) from error
            finally:
                if not reply.done():
                    self._worker.submit("stop", stream=stream)
