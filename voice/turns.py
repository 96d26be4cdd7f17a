"""When a shopper's turn begins and ends: a pure state machine, frames in, events out, no clock but the frames.

A turn ends after a silence, whose length depends on what was recognised so far: short after a whole question, long
after words that want more. Soon after the silence begins the machine says `Paused`, so that the recogniser works out
the text while the turn still waits. What it says (`recognized`) counts for this silence only, since with the next word
it is out of date.

The waiting times were chosen by bench/turn_taking.py.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum, auto

from voice.types import RATE
from voice.unfinished import is_unfinished


@dataclass(frozen=True, slots=True)
class TurnOptions:
    """Seconds of sound and probabilities of speech (0 to 1)."""

    start: float = 0.6
    """A frame at least this likely to be speech counts as speech while waiting for the first word. At .5 kitchen noise
    began 3 of 66 turns too early, at .6 one. The first word is then noticed up to .3 s late: the pre-roll covers it."""
    keep: float = 0.5
    """The same once somebody speaks. With noise at 12 dB it counts on after the last word in 6 of 66 orders, at .35 in
    27."""
    start_s: float = 0.096
    """Speech in a row that begins the turn; clicks and knocks are shorter."""
    resume_s: float = 0.064
    """Speech in a row that ends a silence; shorter bursts of noise do not."""
    pause_s: float = 0.12
    """Silence after which the recogniser is asked for the whole text so far. Four in ten orders have one inside, so it
    rarely works in vain."""
    silence_s: float = 0.6
    """Silence that ends the turn."""
    unheard_silence_s: float = 1.1
    """The same while the recogniser is still at work on what was said: its text is needed before anything can be
    answered, so nothing is lost, and the shopper may go on."""
    complete_silence_s: float = 0.35
    """The same when what was recognised so far is a whole question."""
    open_silence_s: float = 1.4
    """The same when it ends in words that want more, such as "where is the"."""
    pre_roll_s: float = 0.3
    """Sound kept from before the turn began, so that the first consonant is in it."""
    no_speech_s: float = 6.0
    """Waiting time for the first word."""
    longest_s: float = 12.0
    """Longest turn; what comes later is cut off."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Sound of the turn, RATE 16-bit mono; the first one begins with the pre-roll."""

    pcm: bytes


@dataclass(frozen=True, slots=True)
class Paused:
    """The shopper has fallen silent, for now; once in each silence that lasts so long and does not end the turn."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The turn is over. reason: end_of_turn, too_long or stopped."""

    reason: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Nobody spoke."""


Event = Speech | Paused | Heard | Silence


class Said(Enum):
    """What was said so far, as far as is known."""

    WHOLE = auto()
    """A whole question."""
    OPEN = auto()
    """The beginning of a sentence, which wants more."""
    OTHER = auto()
    """Anything else."""
    UNHEARD = auto()
    """Not known yet."""


@dataclass(slots=True)
class Turn:
    """One utterance, from the opening of the microphone to its end. After Heard or Silence it takes nothing more."""

    options: TurnOptions = field(default_factory=TurnOptions)
    began: bool = field(default=False, init=False)
    over: bool = field(default=False, init=False)
    _kept: deque[bytes] = field(default_factory=deque, init=False)
    _kept_s: float = field(default=0.0, init=False)
    _waited_s: float = field(default=0.0, init=False)
    _spoken_s: float = field(default=0.0, init=False)
    _silent_s: float = field(default=0.0, init=False)
    _paused: bool = field(default=False, init=False)
    _said: Said = field(default=Said.UNHEARD, init=False)

    def feed(self, frame: bytes, probability: float) -> list[Event]:
        """Take the next frame of sound and its probability of speech."""
        if self.over:
            return []
        seconds = len(frame) / 2 / RATE
        self._waited_s += seconds
        return self._go_on(frame, seconds, probability) if self.began else self._wait(frame, seconds, probability)

    def recognized(self, complete: bool, text: str = "") -> None:
        """Tell what was said so far, and whether it makes a whole question; it counts until there is more."""
        self._said = Said.WHOLE if complete else Said.OPEN if is_unfinished(text) else Said.OTHER

    def stop(self) -> list[Event]:
        """The shopper tapped: what was said so far is the question."""
        if self.over:
            return []
        self.over = True
        return [Heard("stopped") if self.began else Silence()]

    def _wait(self, frame: bytes, seconds: float, probability: float) -> list[Event]:
        options = self.options
        self._spoken_s = self._spoken_s + seconds if probability >= options.start else 0.0
        self._kept.append(frame)
        self._kept_s += seconds
        while self._kept_s - len(self._kept[0]) / 2 / RATE >= options.pre_roll_s + self._spoken_s:
            self._kept_s -= len(self._kept.popleft()) / 2 / RATE
        if self._spoken_s >= options.start_s:
            self.began = True
            self._waited_s = self._spoken_s
            said = b"".join(self._kept)
            self._kept.clear()
            return [Speech(said)]
        # A word that has just begun is not cut off by the end of the waiting time.
        if self._waited_s >= options.no_speech_s and self._spoken_s == 0.0:
            self.over = True
            return [Silence()]
        return []

    def _go_on(self, frame: bytes, seconds: float, probability: float) -> list[Event]:
        self._listen(seconds, probability)
        events: list[Event] = [Speech(frame)]
        if self._silent_s >= self._patience():
            self.over = True
            events.append(Heard("end_of_turn"))
        elif self._waited_s >= self.options.longest_s:
            self.over = True
            events.append(Heard("too_long"))
        elif self._silent_s >= self.options.pause_s and not self._paused:
            self._paused = True
            events.append(Paused())
        return events

    def _listen(self, seconds: float, probability: float) -> None:
        """Count the silence, which goes on through what is too short for speech."""
        spoken = probability >= self.options.keep
        self._spoken_s = self._spoken_s + seconds if spoken else 0.0
        if self._spoken_s >= self.options.resume_s:
            self._silent_s, self._paused, self._said = 0.0, False, Said.UNHEARD
        elif self._silent_s or not spoken:
            self._silent_s += seconds

    def _patience(self) -> float:
        match self._said:
            case Said.WHOLE:
                return self.options.complete_silence_s
            case Said.OPEN:
                return self.options.open_silence_s
            case Said.UNHEARD:
                return self.options.unheard_silence_s
            case _:
                return self.options.silence_s
