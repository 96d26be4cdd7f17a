"""When a shopper's turn begins and ends: a pure state machine, frames in, events out, no clock but the frames."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from voice.types import RATE


@dataclass(frozen=True, slots=True)
class TurnOptions:
    """Seconds of sound and probabilities of speech (0 to 1)."""

    start: float = 0.5
    """A frame at least this likely to be speech counts as speech while waiting for the first word."""
    keep: float = 0.35
    """The same once somebody speaks: lower, so that soft endings stay in."""
    start_s: float = 0.096
    """Speech in a row that begins the turn; clicks and knocks are shorter."""
    silence_s: float = 0.7
    """Silence that ends the turn."""
    complete_silence_s: float = 0.45
    """The same when what was recognised so far is a whole question."""
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
class Heard:
    """The turn is over. reason: end_of_turn, too_long or stopped."""

    reason: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Nobody spoke."""


Event = Speech | Heard | Silence


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
    _complete: bool = field(default=False, init=False)

    def feed(self, frame: bytes, probability: float) -> list[Event]:
        """Take the next frame of sound and its probability of speech."""
        if self.over:
            return []
        seconds = len(frame) / 2 / RATE
        self._waited_s += seconds
        return self._go_on(frame, seconds, probability) if self.began else self._wait(frame, seconds, probability)

    def recognized(self, complete: bool) -> None:
        """Tell whether the words recognised so far make a whole question; the turn then ends sooner."""
        self._complete = complete

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
        options = self.options
        self._silent_s = 0.0 if probability >= options.keep else self._silent_s + seconds
        enough = options.complete_silence_s if self._complete else options.silence_s
        events: list[Event] = [Speech(frame)]
        if self._silent_s >= enough:
            self.over = True
            events.append(Heard("end_of_turn"))
        elif self._waited_s >= options.longest_s:
            self.over = True
            events.append(Heard("too_long"))
        return events
