"""Listening for one utterance: microphone, voice activity and end of turn put together, on a thread of their own."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

import numpy as np

from voice.echo import level
from voice.turns import Event, Turn, TurnOptions
from voice.types import RATE, VoiceError

_LEVEL_FRAMES = 3
"""Frames between two loudness reports: 96 ms."""
_QUIET_DB, _LOUD_DB = -55.0, -10.0
"""Loudness shown as 0 and as 1, decibels below full scale."""
_ECHO_FRAMES = 5
"""Frames dropped after the kiosk's own speech has ended: what is still under way and the room's echo, 160 ms."""


class Frames(Protocol):
    """What listening needs of a microphone."""

    def open(self) -> AbstractContextManager[Iterator[bytes]]:
        """Frames of FRAME samples, RATE 16-bit mono, until the block is left."""
        ...


class Activity(Protocol):
    """What listening needs of a voice-activity detector."""

    def reset(self) -> None: ...

    def probability(self, frame: bytes) -> float: ...


class Others(Protocol):
    """What listening needs of an echo's guard."""

    def is_other(self, heard: float, now: float, seconds: float) -> bool: ...


_OVER_START_S = 0.16
"""Speech in a row over the kiosk's own that begins a turn: longer than in silence, where a mistake costs nothing."""
_OVER_WAIT_S = 120.0
"""Longest answer that is listened over, seconds."""


class Ears:
    """Listens to one utterance at a time. Its callbacks come from the listening thread."""

    def __init__(
        self,
        microphone: Frames,
        activity: Activity,
        happened: Callable[[Event], None],
        level: Callable[[float], None],
        lost: Callable[[str], None],
        deaf: Callable[[], bool],
        options: TurnOptions | None = None,
        others: Others | None = None,
    ) -> None:
        """`deaf()`: the kiosk itself is speaking, so that what the microphone hears is not the shopper, unless
        `others` knows better."""
        self._microphone = microphone
        self._activity = activity
        self._happened = happened
        self._level = level
        self._lost = lost
        self._deaf = deaf
        self._options = options or TurnOptions()
        self._others = others
        self._lock = threading.Lock()
        self._turn: Turn | None = None
        self._thread: threading.Thread | None = None

    @property
    def listening(self) -> bool:
        with self._lock:
            return self._turn is not None

    def listen(self, over: bool = False) -> None:
        """Open the microphone for one utterance; one that is still being heard is dropped without a word. `over`: also
        while the kiosk itself speaks."""
        self.stop(cancel=True)
        over = over and self._others is not None
        options = replace(self._options, start_s=_OVER_START_S, no_speech_s=_OVER_WAIT_S) if over else self._options
        turn = Turn(options)
        with self._lock:
            self._turn = turn
        self._thread = threading.Thread(target=self._run, args=(turn, over), name="ears", daemon=True)
        self._thread.start()

    def stop(self, cancel: bool) -> None:
        """End the utterance: what was said so far counts, unless `cancel`; then nothing more is reported of it."""
        with self._lock:
            turn, self._turn = self._turn, None
            events = turn.stop() if turn is not None else []
        # Joined first, so that what is reported of the turn is in order.
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
            self._thread = None
        if not cancel:
            for event in events:
                self._happened(event)

    def recognized(self, complete: bool) -> None:
        """Tell whether what was recognised so far is a whole question."""
        with self._lock:
            if self._turn is not None:
                self._turn.recognized(complete)

    def _run(self, turn: Turn, over: bool) -> None:
        try:
            with self._microphone.open() as frames:
                self._hear(turn, frames, over)
        except VoiceError as error:
            with self._lock:
                mine = self._turn is turn
                if mine:
                    self._turn = None
            if mine:
                self._lost(str(error))

    def _hear(self, turn: Turn, frames: Iterator[bytes], over: bool) -> None:
        self._activity.reset()
        loudest, counted, echo = 0.0, 0, 0
        for frame in frames:
            if turn.over:
                return
            if self._deaf():
                echo = _ECHO_FRAMES + 1
            if echo:
                echo -= 1
                if not over:
                    continue
            probability = self._activity.probability(frame)
            if echo and not turn.began and not self._is_other(frame):
                probability = 0.0
            loudest = max(loudest, loudness(frame))
            counted += 1
            if counted == _LEVEL_FRAMES:
                self._level(loudest)
                loudest, counted = 0.0, 0
            with self._lock:
                if self._turn is not turn:
                    return
                events = turn.feed(frame, probability)
                if turn.over:
                    self._turn = None
            for event in events:
                self._happened(event)

    def _is_other(self, frame: bytes) -> bool:
        seconds = len(frame) / 2 / RATE
        return self._others is not None and self._others.is_other(level(frame), time.monotonic(), seconds)


def loudness(frame: bytes) -> float:
    """How loud a frame of 16-bit sound is, 0 (quiet room) to 1 (shouting into the microphone)."""
    samples = np.frombuffer(frame, "<i2").astype(np.float64)
    power = float(np.mean(samples * samples)) / 32768.0**2
    decibels = 10 * math.log10(power) if power > 0 else -200.0
    return min(1.0, max(0.0, (decibels - _QUIET_DB) / (_LOUD_DB - _QUIET_DB)))
