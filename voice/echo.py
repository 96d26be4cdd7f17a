"""Tells a shopper from the kiosk's own voice in the microphone, by loudness alone.

A double-talk detector as Geigel's (D. Duttweiler, IEEE Trans. Comm. 26, 1978): the microphone hears somebody when it
is louder than what was played in the last moments, times the loudest echo known of this room. It learns the room.
"""

from __future__ import annotations

from collections import deque

WINDOW_S = 0.45
"""What is played is heard within this: device, sound server and room, seconds."""
MARGIN = 1.6
"""Times louder than its echo (4 dB) a sound must be that is not the kiosk."""
LEAST = 0.06
"""Echo below this counts as this loud (-24 dB): what echo cancellation leaves comes in bursts, and no shopper before
the kiosk is so soft."""
LEARN_S = 0.4
"""Sound played at first in which only the echo is learned, in all: nobody cuts into a first word."""
FORGET = 0.998
"""The echo known shrinks so much with every frame of 32 ms: by half in 11 s of speaking. Rooms get quieter again, and
who spoke over the very first word is not taken for the room for long."""
RISE = 1.03
"""And grows at most so much with a frame that was no louder than an echo: with `FORGET` it settles where one frame of
sixteen is louder, and a shopper who speaks softly does not teach it to be deaf."""
HOLD = 2
"""Frames after a louder one that count with it: speech is not loud in every one."""
_FAINT = 0.003
"""Played sound below this has no echo to learn from, share of full scale."""


class Echo:
    """One room, as long as the process lives. Levels are root mean squares, share of full scale."""

    def __init__(self) -> None:
        self.gain = 0.0
        """The loudest echo known: microphone over loudspeaker."""
        self._played: deque[tuple[float, float]] = deque()
        self._learned_s = 0.0
        self._held = 0
        self._loudest = 0.0

    def played(self, loudness: float, now: float) -> None:
        """A piece of sound went to the device at `now`, seconds on any clock."""
        self._played.append((now, loudness))
        while self._played[0][0] < now - WINDOW_S:
            self._played.popleft()

    def is_other(self, heard: float, now: float, seconds: float) -> bool:
        """Whether a frame of the microphone that came at `now` holds more than the kiosk's own echo."""
        reference = max((loud for at, loud in tuple(self._played) if at >= now - WINDOW_S), default=0.0)
        if reference < _FAINT:
            return True
        ratio = heard / reference
        self._loudest = max(self._loudest * FORGET, ratio)
        self.gain *= FORGET
        if self._learned_s < LEARN_S:
            self._learned_s += seconds
            self.gain = max(self.gain, ratio)
            return False
        if ratio > max(self.gain, LEAST) * MARGIN:
            self._held = HOLD
            return True
        if self._held:
            self._held -= 1
            return True
        self.gain = min(max(self.gain, ratio), self.gain * RISE)
        return False

    def mistaken(self) -> None:
        """What was taken for somebody else was the echo after all."""
        self.gain = max(self.gain, min(self._loudest, 2 * self.gain + 0.01))
