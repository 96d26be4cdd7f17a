"""The recogniser as a process: `python -m kiosk.engine.workers.stt --models DIR --language en`.

Sends `ready {name, languages, warning}`, or `failed {detail}` and ends with code 3.
Operations: `vocabulary {phrases, sentences, version, departments, pronunciations}`, then for each utterance
`start {answers, things, department}`, `audio {pcm}` and, when the shopper falls silent, `pause` -> {partial, complete},
and `finish` -> {text, confidence, alternatives, language, seconds, busy} or `drop`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from kiosk.engine.pipe import Fields, Pipe, RefusedError, serve, unpack
from kiosk.engine.workers.chosen_anew import end_when_chosen_anew
from voice import (
    ApartRecognizer,
    Expected,
    GoneError,
    Recognizer,
    Vocabulary,
    VoiceError,
    choose_recognizer,
    whisper_folders,
)

T = TypeVar("T")

EXIT_NO_RECOGNISER = 3
_FIRST_WORDS = Vocabulary(("help",))
"""What is known before the store's words are told."""


class Hearing:
    """What the process does."""

    def __init__(self, models: Path | None, language: str, told: Callable[[str, str], None]) -> None:
        """`told(version, why)`: words were learnt, or why not. Raises VoiceError when no recogniser can be had."""
        self._version = ""
        self._recogniser: Recognizer
        self.warning = ""
        if whisper_folders(models):
            self._recogniser, self.warning = choose_recognizer(models, _FIRST_WORDS, language.split(","))
            if self._recogniser.name != ApartRecognizer.name:
                return
        self._recogniser = ApartRecognizer(told)

    @property
    def name(self) -> str:
        return self._recogniser.name

    @property
    def languages(self) -> tuple[str, ...]:
        return self._recogniser.languages

    def vocabulary(
        self,
        phrases: Sequence[str],
        version: str,
        sentences: Sequence[str] = (),
        departments: Mapping[str, Sequence[str]] | None = None,
        pronunciations: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Learn the store's words; the same version again changes nothing."""
        if version and version == self._version:
            return
        by_department = {key: tuple(words) for key, words in (departments or {}).items()}
        said = {word: tuple(ways) for word, ways in (pronunciations or {}).items()}
        words = Vocabulary(tuple(phrases), version, tuple(sentences), by_department, said)
        self._do(self._recogniser.learn, words)
        self._version = version

    def start(self, answers: Sequence[str] = (), things: Sequence[str] = (), department: str = "") -> None:
        self._do(self._recogniser.start, Expected(tuple(answers), tuple(things), department))

    def audio(self, pcm: str) -> Fields:
        return {"partial": self._do(self._recogniser.accept, unpack(pcm)), "complete": self._recogniser.complete}

    def pause(self) -> Fields:
        return {"partial": self._do(self._recogniser.pause), "complete": self._recogniser.complete}

    def finish(self) -> Fields:
        return asdict(self._do(self._recogniser.finish))

    def drop(self) -> None:
        self._do(self._recogniser.start)

    def _do(self, act: Callable[..., T], *arguments: object) -> T:
        try:
            return act(*arguments)
        except GoneError as error:
            # The engine starts this process again and tells it the store's words.
            sys.exit(str(error))
        except VoiceError as error:
            raise RefusedError("unavailable", str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    pipe = Pipe()
    parser = argparse.ArgumentParser(description="recogniser worker")
    parser.add_argument("--models", type=Path, default=None, help="folder with faster-whisper models")
    parser.add_argument("--language", default="en", help="the store's languages, the usual one first: en,es")
    options = parser.parse_args(arguments)

    def told(version: str, why: str) -> None:
        if why:
            pipe.emit("unlearnt", version=version, detail=why)
        else:
            pipe.emit("learnt", version=version)

    end_when_chosen_anew(options.models)
    try:
        hearing = Hearing(options.models, options.language, told)
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
