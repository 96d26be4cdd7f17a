"""Listening: microphone, wake word, voice activity, end of turn and gain put together, on a thread of their own."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from voice.gain import Gain
from voice.level import decibels, level
from voice.turns import Event, Speech, Turn, TurnOptions
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


class Waking(Protocol):
    """What listening needs of a wake word's detector."""

    def reset(self) -> None: ...

    def heard(self, frame: bytes) -> bool: ...


_OVER_START_S = 0.16
"""Speech in a row over the kiosk's own that begins a turn: longer than in silence, where a mistake costs nothing."""
_OVER_WAIT_S = 120.0
"""Longest answer that is listened over, seconds."""
_WOKEN_START_S = 0.35
"""Speech in a row that begins a turn after the wake word, whose own end is shorter."""
_WOKEN_FRAMES = 62
"""Sound since the wake word that is kept until `listen` comes, 2 s; later the word counts for nothing."""
_TONE_FRAMES = 4
"""Frames after the kiosk's tone that may still hold it, 128 ms; they and the tone begin no turn, but are kept."""
_TONE_PRE_ROLL_S = 0.6
"""Sound kept from before the turn began when a tone hid its beginning."""
_NOBODY = 0.3
"""Below this probability of speech a frame is the room's noise."""


@dataclass(slots=True)
class _Hearing:
    """One utterance that is being heard."""

    turn: Turn
    over: bool
    gain: Gain
    loudest: float = 0.0
    counted: int = 0
    echo: int = 0
    tone: int = 0


class Ears:
    """Listens to one utterance at a time, and between them for the wake word, if there is one.

    The microphone is open while there is something to listen for. Callbacks come from the listening thread and from
    callers of `stop`, in order.
    """

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
        toning: Callable[[], bool] = lambda: False,
        woken: Callable[[], None] = lambda: None,
    ) -> None:
        """`deaf()`: the kiosk itself is speaking, so that what the microphone hears is not the shopper, unless
        `others` knows better. `toning()`: its short tone sounds. `woken()`: the wake word was said."""
        self._microphone = microphone
        self._activity = activity
        self._happened = happened
        self._level = level
        self._lost = lost
        self._deaf = deaf
        self._options = options or TurnOptions()
        self._others = others
        self._toning = toning
        self._woken = woken
        self._gain = Gain()
        self._lock = threading.RLock()
        self._hearing: _Hearing | None = None
        self._waking: Waking | None = None
        self._since: deque[bytes] | None = None
        """Sound since the wake word, None when it was not said."""
        self._echo = 0
        self._thread: threading.Thread | None = None
        self._gone = ""

    @property
    def listening(self) -> bool:
        """Whether an utterance is being heard."""
        with self._lock:
            return self._hearing is not None

    @property
    def open(self) -> bool:
        """Whether the microphone is, or is about to be."""
        with self._lock:
            return self._thread is not None

    @property
    def clipped(self) -> bool:
        """Whether the last utterance was louder than the microphone can take."""
        return self._gain.clipped

    def listen(self, over: bool = False, tone: bool = False) -> bool:
        """Open the microphone for one utterance; one that is still being heard is dropped without a word. `over`: also
        while the kiosk itself speaks. `tone`: a tone may be played at the same time; whether it should, since nobody
        speaks already. After the wake word, what was said since belongs to the utterance."""
        with self._lock:
            over = over and self._others is not None
            since, self._since = self._since or (), None
            options = self._options
            if over:
                options = replace(options, start_s=_OVER_START_S, no_speech_s=_OVER_WAIT_S)
            elif since:
                options = replace(options, start_s=_WOKEN_START_S)
            elif tone:
                options = replace(options, pre_roll_s=_TONE_PRE_ROLL_S)
            hearing = _Hearing(Turn(options), over, self._gain)
            self._hearing = hearing
            self._activity.reset()
            spoken = False
            for frame in since:
                spoken = self._hear(hearing, frame)
            self._begin()
            return tone and not spoken

    def watch(self, waking: Waking | None) -> None:
        """From now on wait for this wake word whenever nothing else is heard; None: no more."""
        with self._lock:
            self._waking, self._since = waking, None
            if waking is not None:
                waking.reset()
                self._begin()

    def stop(self, cancel: bool) -> None:
        """End the utterance: what was said so far counts, unless `cancel`; then nothing more is reported of it."""
        with self._lock:
            hearing, self._hearing = self._hearing, None
            if self._waking is not None and hearing is not None:
                self._waking.reset()
            if hearing is not None and not cancel:
                for event in hearing.turn.stop():
                    self._happened(event)

    def lose(self, detail: str) -> None:
        """The microphone is known to be gone, although sound may still come."""
        with self._lock:
            self._gone = detail if self._thread is not None else ""

    def close(self) -> None:
        """Stop everything, and wait for the microphone to be closed."""
        with self._lock:
            self._hearing = self._waking = self._since = None
            thread = self._thread
        if thread is not None:
            thread.join()

    def recognized(self, complete: bool, text: str = "") -> None:
        """Tell what was recognised so far, and whether it is a whole question."""
        with self._lock:
            if self._hearing is not None:
                self._hearing.turn.recognized(complete, text)

    # --- the listening thread ---------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="ears", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        wanted = True
        while wanted:
            detail = self._while_open()
            with self._lock:
                wanted = not detail and self._wanted
                if wanted:
                    continue
                self._thread, self._gone = None, ""
                self._hearing = self._since = None
        if detail:
            self._lost(detail)

    @property
    def _wanted(self) -> bool:
        return self._hearing is not None or self._waking is not None

    def _while_open(self) -> str:
        """Hear until nothing is listened for; why the microphone was lost, '' if it was not."""
        try:
            with self._microphone.open() as frames:
                for frame in frames:
                    with self._lock:
                        if self._gone:
                            return self._gone
                        if self._hearing is not None:
                            self._hear(self._hearing, frame)
                        elif self._waking is not None:
                            self._wait(self._waking, frame)
                        if not self._wanted:
                            return ""
        except VoiceError as error:
            return str(error)
        return ""

    def _wait(self, waking: Waking, frame: bytes) -> None:
        """Nothing but the wake word is listened for, while the kiosk is silent."""
        if self._since is not None:
            self._since.append(frame)
            if len(self._since) > _WOKEN_FRAMES:
                self._since = None
                waking.reset()
            return
        if self._deaf() or self._toning():
            self._echo = _ECHO_FRAMES + 1
        if self._echo:
            self._echo -= 1
            if not self._echo:
                waking.reset()
            return
        if waking.heard(frame):
            self._since = deque()
            self._woken()

    def _hear(self, hearing: _Hearing, frame: bytes) -> bool:
        """One frame of an utterance; whether somebody speaks."""
        turn = hearing.turn
        if self._deaf():
            hearing.echo = _ECHO_FRAMES + 1
        if hearing.echo:
            hearing.echo -= 1
            if not hearing.over:
                return False
        probability = self._activity.probability(frame)
        if hearing.echo and not turn.began and not self._is_other(frame):
            probability = 0.0
        if self._toning():
            hearing.tone = _TONE_FRAMES + 1
        if hearing.tone:
            hearing.tone -= 1
            if not turn.began:
                probability = 0.0
        self._measure(hearing, frame, probability)
        began = turn.began
        events = turn.feed(frame, probability)
        if turn.over:
            self._hearing = None
            if self._waking is not None:
                self._waking.reset()
        for event in events:
            if isinstance(event, Speech):
                spoken = probability >= turn.options.keep
                pcm = hearing.gain.go_on(event.pcm, spoken) if began else hearing.gain.begin(event.pcm)
                event = Speech(pcm)
            self._happened(event)
        return probability >= turn.options.start

    def _measure(self, hearing: _Hearing, frame: bytes, probability: float) -> None:
        """How loud it is, for the shopper to see and for the gain."""
        if not hearing.turn.began and probability < _NOBODY and not hearing.echo and not hearing.tone:
            hearing.gain.wait(frame)
        hearing.loudest = max(hearing.loudest, loudness(frame))
        hearing.counted += 1
        if hearing.counted == _LEVEL_FRAMES:
            self._level(hearing.loudest)
            hearing.loudest, hearing.counted = 0.0, 0

    def _is_other(self, frame: bytes) -> bool:
        seconds = len(frame) / 2 / RATE
        return self._others is not None and self._others.is_other(level(frame), time.monotonic(), seconds)


def loudness(frame: bytes) -> float:
    """How loud a frame of 16-bit sound is, 0 (quiet room) to 1 (shouting into the microphone)."""
    return min(1.0, max(0.0, (decibels(level(frame)) - _QUIET_DB) / (_LOUD_DB - _QUIET_DB)))
