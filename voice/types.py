"""What recognisers and speakers of this project take and give. Audio is 16-bit little-endian mono PCM."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

RATE = 16_000
"""Samples a second of all audio given to a recogniser."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was heard."""

    text: str
    confidence: float
    """0 to 1; under .5 the kiosk asks "did you say ...?"."""
    alternatives: tuple[str, ...] = ()
    language: str = "en"
    seconds: float = 0.0
    """Length of the audio."""
    busy: float = 0.0
    """Seconds of work it took."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the shop's shoppers may say: made from the catalog by the engine, which knows both rooms."""

    phrases: tuple[str, ...]
    """Product, brand, category, department and service names as spoken, plain words, most wanted first."""
    version: str = ""
    sentences: tuple[str, ...] = ()
    """Whole questions that shoppers ask, such as the ways to ask for a policy."""
    departments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The phrases of each department, by its key."""
    pronunciations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How the store says some words, in CMU phones, as `read_pronunciations` gives them."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What will probably be said next: it follows from what is on screen and what was just asked."""

    answers: tuple[str, ...] = ()
    """Whole utterances: "yes", "the large one"."""
    things: tuple[str, ...] = ()
    """Names of the things that the shopper sees or that were spoken of, most likely first."""
    department: str = ""
    """Key of the department the talk is about, '' if none; its names stand in the vocabulary."""


ANYTHING = Expected()


class Recognizer(Protocol):
    """Sound to words, one utterance at a time."""

    name: str
    languages: tuple[str, ...]
    complete: bool
    """Whether the text that `accept` gave last is a whole sentence, so that the turn may end sooner."""

    def learn(self, vocabulary: Vocabulary) -> None:
        """Take over what may be said; not while an utterance is being heard. Raises VoiceError."""
        ...

    def start(self, expected: Expected = ANYTHING) -> None:
        """Begin an utterance; what is expected is heard more easily, anything else still."""
        ...

    def accept(self, pcm: bytes) -> str:
        """Take some audio (RATE, 16-bit mono); the text so far ('' if none yet)."""
        ...

    def pause(self) -> str:
        """Nobody speaks just now: work out all of what was said, since the utterance is probably over; the text."""
        ...

    def finish(self) -> Transcript:
        """End the utterance. Silence and noise give an empty text."""
        ...


class Speaker(Protocol):
    """Words to sound."""

    name: str
    languages: tuple[str, ...]
    rate: int
    """Samples a second of what `speak` yields."""

    def speak(self, text: str, language: str, speed: float = 1.0, *, more: bool = False) -> Iterator[bytes]:
        """PCM chunks as they are made, so that the first can sound at once. `speed`: 1 is usual, 2 twice as fast.
        `more`: the sentence goes on after this text, so that no pause ends it."""
        ...


class VoiceError(Exception):
    """A part of the voice cannot work: the text names the device, file or part and the remedy."""


def words_of(parts: Sequence[str]) -> str:
    """Join recognised words, collapsing white space."""
    return " ".join(" ".join(parts).split())
