"""The language model as a process: `python -m kiosk.engine.workers.llm --models DIR --wanted auto --threads N`.

Sends `ready {name, words_answers, warning}` once the model is loaded, or `failed {detail}` and ends with code 3.
Operations: `understand {text, context}` and `word {question, facts, draft, language}`. `word_stream` takes the fields
of `word` and a `stream`, a name of the caller's choice; it sends an event `sentence {stream, number, text}` for each
sentence as soon as it is whole and replies `{sentences, stopped}` at the end. `stop {stream}` ends that one early; it
is answered at once, whatever else is at work.

When staff choose another model or promote a reader, or the file in use goes or is replaced, the process ends between
two calls; the engine starts it again, with the model of now.
"""

from __future__ import annotations

import argparse
import os
import queue
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.engine.pipe import Call, Fields, Pipe, RefusedError, serve
from models import CHOICE, Context, LanguageModel, ModelError, StreamingModel, chosen, load_model, readers

EXIT_NO_MODEL = 3
LOOK_S = 2.0
"""How often the choice of staff is looked at."""


class _StoppablePipe(Pipe):
    """With `reads_ahead` it reads on a thread of its own, so that `stop` is heard while another call is at work.

    A model without streams has nothing to stop: without the second thread each of its answers comes sooner.
    """

    def __init__(self) -> None:
        super().__init__()
        self._queue: queue.Queue[Call | None] = queue.Queue()
        self._streams: dict[str, bool] = {}
        """Those asked for and not ended yet: is it to stop?"""
        self._closed = False
        self.reads_ahead = False
        self.busy = threading.Lock()
        """Held from the moment a call is taken until it is answered."""

    def calls(self) -> Iterator[Call]:
        for call in self._ahead() if self.reads_ahead else super().calls():
            with self.busy:
                yield call

    def stopped(self, stream: str) -> bool:
        return self._closed or self._streams.get(stream, False)

    def ended(self, stream: str) -> None:
        self._streams.pop(stream, None)

    def _ahead(self) -> Iterator[Call]:
        threading.Thread(target=self._read, name="pipe", daemon=True).start()
        while (call := self._queue.get()) is not None:
            yield call

    def _read(self) -> None:
        try:
            for call in super().calls():
                stream = str(call.fields.get("stream"))
                if call.op == "stop":
                    if stream in self._streams:
                        self._streams[stream] = True
                    self.reply(call)
                    continue
                if call.op == "word_stream":
                    self._streams[stream] = False
                self._queue.put(call)
        finally:
            self._closed = True
            self._queue.put(None)


def main(arguments: Sequence[str] | None = None) -> int:
    pipe = _StoppablePipe()
    parser = argparse.ArgumentParser(description="language model worker")
    parser.add_argument("--models", type=Path, default=None, help="folder with instruct models (GGUF)")
    parser.add_argument("--wanted", default="auto", help="auto, embedded, or the name of a file in that folder")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(arguments)
    choice = _choice(options.models)
    try:
        loaded = load_model(options.models, wanted=options.wanted, threads=options.threads)
    except ModelError as error:
        pipe.emit("failed", detail=str(error))
        return EXIT_NO_MODEL
    model, before = loaded.model, (choice, _sign(loaded.path))
    pipe.emit("ready", name=model.name, words_answers=model.words_answers, warning=loaded.warning)
    if options.models is not None:
        watched = (pipe, options.models, loaded.path, before)
        threading.Thread(target=_watch, args=watched, name="choice", daemon=True).start()
    operations = {"understand": _understand(model), "word": _word(model)}
    if isinstance(model, StreamingModel):
        operations["word_stream"] = _word_stream(model, pipe)
        pipe.reads_ahead = True
    serve(pipe, operations)
    return 0


def _choice(folder: Path | None) -> tuple[str, ...]:
    """What staff chose, and when: choosing the same again asks for another try."""
    return () if folder is None else (chosen(folder), _sign(folder / CHOICE), _sign(readers.in_use_file(folder)))


def _sign(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        found = path.stat()
    except OSError:
        return "gone"
    return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}"


def _watch(pipe: _StoppablePipe, folder: Path, path: Path | None, before: object) -> None:
    while (_choice(folder), _sign(path)) == before:
        time.sleep(LOOK_S)
    with pipe.busy:
        os._exit(0)


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


def _word_stream(model: StreamingModel, pipe: _StoppablePipe) -> Any:
    def word_stream(stream: str, question: str, facts: Sequence[str], draft: str, language: str) -> Fields:
        said = 0
        try:
            for text in model.word_stream(question, facts, draft, language, stopped=lambda: pipe.stopped(stream)):
                said += 1
                pipe.emit("sentence", stream=stream, number=said, text=text)
            return {"sentences": said, "stopped": pipe.stopped(stream)}
        except ModelError as error:
            raise RefusedError("unavailable", str(error)) from error
        finally:
            pipe.ended(stream)

    return word_stream


def _context(fields: Mapping[str, Any]) -> Context:
    return Context(
        shown=tuple(str(name) for name in fields.get("shown") or ()),
        last_intent=fields.get("last_intent"),
        last_query=fields.get("last_query"),
        last_say=fields.get("last_say"),
        language=str(fields.get("language") or "en"),
        english=str(fields.get("english") or ""),
    )


if __name__ == "__main__":
    sys.exit(main())
