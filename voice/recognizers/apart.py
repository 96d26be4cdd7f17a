"""PocketSphinx in a process of its own: a new vocabulary is built in another one while this one goes on hearing.

PocketSphinx holds Python's lock while it builds a network, for seconds, so a thread would not do. The new process takes
over between two utterances; a vocabulary that comes meanwhile supersedes it. See voice/recognizers/apart_process.py.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from voice.pronounce import plain_words
from voice.types import ANYTHING, Expected, Transcript, Vocabulary, VoiceError

Told = Callable[[str, str], None]
"""A vocabulary's version, and why it could not be learnt, '' if it was."""


class GoneError(VoiceError):
    """The process ended by itself."""


class ApartRecognizer:
    """A `Recognizer` that is never busy learning. Safe for one caller."""

    name = "PocketSphinx"
    languages: tuple[str, ...] = ("en",)

    def __init__(self, told: Told = lambda version, why: None) -> None:
        """Without words yet: learn some before an utterance. `told` is called on a thread, after each later `learn`."""
        self._told = told
        self._lock = threading.Lock()
        self._now: _Process | None = None
        self._next: _Process | None = None
        self._built = False
        """Whether the next process can take over."""
        self._within = False
        """An utterance is being heard."""
        self.complete = False

    def learn(self, vocabulary: Vocabulary) -> None:
        """The first time, build and wait; later, build beside and return at once. Raises VoiceError, nothing lost."""
        if not any(plain_words(phrase) for phrase in vocabulary.phrases):
            raise VoiceError("the catalog gives the recogniser no words; build it again")
        process = _Process()
        if self._now is None:
            try:
                process.call("learn", vocabulary)
            except VoiceError:
                process.end()
                raise
            self._now = process
            return
        with self._lock:
            if self._next is not None:
                self._next.end()
            self._next, self._built = process, False
        threading.Thread(target=self._build, args=(process, vocabulary), name="learn", daemon=True).start()

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance. Raises VoiceError, as all below."""
        with self._lock:
            self._within = False
            self._take_over()
            self.complete = False
            self._call("start", expected)

    def accept(self, pcm: bytes) -> str:
        with self._lock:
            self._within = True
            text, self.complete = self._call("accept", pcm)
        return str(text)

    def pause(self) -> str:
        with self._lock:
            text, self.complete = self._call("pause")
        return str(text)

    def finish(self) -> Transcript:
        with self._lock:
            heard: Transcript = self._call("finish")
            self._within = False
            self._take_over()
        return heard

    def close(self) -> None:
        """End the processes."""
        with self._lock:
            for process in (self._now, self._next):
                if process is not None:
                    process.end()
            self._now = self._next = None

    def _call(self, name: str, *arguments: object) -> Any:
        if self._now is None:
            raise VoiceError("the recogniser has not been told the store's words yet")
        return self._now.call(name, *arguments)

    def _build(self, process: _Process, vocabulary: Vocabulary) -> None:
        why = ""
        try:
            process.call("learn", vocabulary)
        except VoiceError as error:
            why = str(error)
        with self._lock:
            if process is not self._next:
                return
            if why:
                self._next = None
                process.end()
            else:
                self._built = True
                if not self._within:
                    self._take_over()
        self._told(vocabulary.version, why)

    def _take_over(self) -> None:
        if self._built and self._next is not None:
            if self._now is not None:
                self._now.end()
            self._now, self._next, self._built = self._next, None, False


class _Process:
    """One recogniser in a process, spoken to by one caller at a time."""

    def __init__(self) -> None:
        line = [sys.executable, "-m", "voice.recognizers.apart_process"]
        self._process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def call(self, name: str, *arguments: object) -> Any:
        """What the recogniser answers. Raises VoiceError; GoneError when the process has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            pickle.dump((name, arguments), self._process.stdin)
            self._process.stdin.flush()
            value, error = pickle.load(self._process.stdout)  # noqa: S301  our own process
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as gone:
            raise GoneError("the recogniser's process ended; it is started again") from gone
        if error:
            raise VoiceError(error)
        return value

    def end(self) -> None:
        """End the process, whatever it does; nothing of it is needed."""
        self._process.kill()
        self._process.wait()
