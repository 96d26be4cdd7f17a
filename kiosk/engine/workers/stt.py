"""The recogniser as a process: `python -m kiosk.engine.workers.stt --models DIR --language en`.

Sends `ready {name, languages, warning}`, or `failed {detail}` and ends with code 3.
Operations: `vocabulary {phrases, sentences, version}`, then for each utterance `start {answers, things, department}`,
`audio {pcm}` and, when the shopper falls silent, `pause` -> {partial, complete}, and `finish` -> {text, confidence,
alternatives, language, seconds, busy} or `drop`.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from kiosk.engine.pipe import Fields, Pipe, RefusedError, serve, unpack
from voice import Expected, Recognizer, Vocabulary, VoiceError, choose_recognizer

EXIT_NO_RECOGNISER = 3
_FIRST_WORDS = Vocabulary(("help",))
"""What is known before the store's words are told."""


class Hearing:
    """What the process does."""

    def __init__(self, models: Path | None, language: str) -> None:
        """Raises VoiceError when no recogniser can be had."""
        self._version = ""
        self._recogniser: Recognizer
        self._recogniser, self.warning = choose_recognizer(models, _FIRST_WORDS, language.split(","))

    @property
    def name(self) -> str:
        return self._recogniser.name

    @property
    def languages(self) -> tuple[str, ...]:
        return self._recogniser.languages

    def vocabulary(self, phrases: Sequence[str], version: str, sentences: Sequence[str] = ()) -> None:
        """Learn the store's words; the same version again changes nothing."""
        if version and version == self._version:
            return
        try:
            self._recogniser.learn(Vocabulary(tuple(phrases), version, tuple(sentences)))
        except VoiceError as error:
            raise RefusedError("unavailable", str(error)) from error
        self._version = version
        self._recogniser.start()
        _give_back_memory()

    def start(self, answers: Sequence[str] = (), things: Sequence[str] = (), department: str = "") -> None:
        self._recogniser.start(Expected(tuple(answers), tuple(things), department))

    def pause(self) -> Fields:
        """Nobody speaks just now: the whole text."""
        try:
            return {"partial": self._recogniser.pause(), "complete": self._recogniser.complete}
        except VoiceError as error:
            raise RefusedError("unavailable", str(error)) from error

    def drop(self) -> None:
        self._recogniser.start()

    def audio(self, pcm: str) -> Fields:
        try:
            return {"partial": self._recogniser.accept(unpack(pcm)), "complete": self._recogniser.complete}
        except VoiceError as error:
            raise RefusedError("unavailable", str(error)) from error

    def finish(self) -> Fields:
        try:
            return asdict(self._recogniser.finish())
        except VoiceError as error:
            raise RefusedError("unavailable", str(error)) from error


def _give_back_memory() -> None:
    """Building the grammar takes some 50 MB that are free again, but stay with the process unless asked back."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def main(arguments: Sequence[str] | None = None) -> int:
    pipe = Pipe()
    parser = argparse.ArgumentParser(description="recogniser worker")
    parser.add_argument("--models", type=Path, default=None, help="folder with faster-whisper models")
    parser.add_argument("--language", default="en", help="the store's languages, the usual one first: en,es")
    options = parser.parse_args(arguments)
    try:
        hearing = Hearing(options.models, options.language)
    except VoiceError as error:
        pipe.emit("failed", detail=str(error))
        return EXIT_NO_RECOGNISER
    pipe.emit("ready", name=hearing.name, languages=list(hearing.languages), warning=hearing.warning)
    serve(
        pipe,
        {
            "vocabulary": hearing.vocabulary,
            "start": hearing.start,
            "audio": hearing.audio,
            "pause": hearing.pause,
            "finish": hearing.finish,
            "drop": hearing.drop,
        },
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
