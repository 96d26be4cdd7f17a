"""Sound out, piece by piece as it is made, and silent at once when told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from voice.devices import Sound
from voice.level import level
from voice.types import VoiceError

_BLOCK_S = 0.02
_LATENCY_S = 0.06
"""Sound held by the device: enough that a busy machine does not stutter; `hush` drops it."""
_LONGEST_DELAY_S = 0.6
"""What a device that is not broken holds at most (Bluetooth), seconds."""
_STARVED_S = 3.0
"""A speech whose next piece does not come for this long is over, seconds."""
_STUCK_S = 2.0
"""A device that takes no sound for this long has gone away, seconds."""
_DUCKED = 0.18
"""Loudness while somebody seems to cut in, share of the usual (-15 dB): still there, and easily talked over."""
_SOFT_FROM = 0.7
"""What is made louder than this, share of full scale, is bent instead of cut off."""


class Loudspeaker:
    """Plays queued pieces on one device, opened for each stretch of sound. `play` and `hush` are for one thread."""

    def __init__(
        self,
        sound: Sound,
        wanted: str,
        changed: Callable[[bool], None],
        lost: Callable[[str], None],
        played: Callable[[float], None] | None = None,
    ) -> None:
        """`played` gets the level of each block that goes out (root mean square, share of full scale), on the device's
        own thread. `changed(True)` comes when sound really starts. `changed(False)` ends each stretch, also one that
        was hushed or lost before it sounded; `lost(why)` comes before it when the device cannot be used. From another
        thread."""
        self._sound = sound
        self._wanted = wanted
        self._changed = changed
        self._lost = lost
        self._played = played
        self._volume = 1.0
        self._ducked = False
        self._gain = 1.0
        self._lock = threading.Lock()
        self._waiting: list[tuple[bytes, int, bool, bool]] = []
        self._playing: threading.Thread | None = None
        self._before: threading.Thread | None = None
        self._stream: Any = None
        self._closing = threading.Lock()
        self._hushed = False
        self._buffer: npt.NDArray[np.int16] = np.zeros(0, "<i2")
        self._convert: Any = None
        self._source = 0
        self._ended = False

    @property
    def busy(self) -> bool:
        """Whether sound is playing or about to."""
        with self._lock:
            return self._playing is not None

    def play(self, pcm: bytes, rate: int, first: bool, last: bool) -> None:
        """Queue a piece, 16-bit mono at `rate`. `first` begins a speech and `last` ends it. Returns at once."""
        with self._lock:
            self._waiting.append((pcm, rate, first, last))
            if self._playing is None:
                self._hushed = self._ducked = False
                self._gain = self._volume
                self._playing = threading.Thread(
                    target=self._run, args=(self._before,), name="loudspeaker", daemon=True
                )
                self._before = self._playing
                self._playing.start()

    def set_volume(self, volume: float) -> None:
        """How loud from now on; 1 is as the voice gives it."""
        self._volume = volume

    def duck(self, on: bool) -> None:
        """Speak quietly, or as loud as before, from the next block on."""
        self._ducked = on

    def hush(self) -> None:
        """Be silent now; what is queued is dropped."""
        with self._lock:
            self._hushed = self._playing is not None
            self._waiting.clear()
            self._buffer = np.zeros(0, "<i2")
            playing = self._playing
        # Not under the lock: the device waits here for its callback, which takes it.
        with self._closing:
            if self._stream is not None:
                self._stream.abort(ignore_errors=True)
        if playing is not None:
            playing.join()

    def _run(self, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        started = threading.Event()
        try:
            while self._more():
                self._stretch(started)
        except VoiceError as error:
            with self._lock:
                self._waiting.clear()
                self._forget_buffer()
                self._playing = None
            self._lost(str(error))
        self._changed(False)

    def _more(self) -> bool:
        with self._lock:
            if self._hushed or not (self._waiting or len(self._buffer)):
                self._forget_buffer()
                self._playing = None
                return False
            return True

    def _stretch(self, started: threading.Event) -> None:
        """Open the device and play until nothing is left."""
        index, name = self._sound.pick("output", self._wanted)
        rate, channels = self._sound.settings("output", index)
        library = self._sound.library
        first_sound, finished = threading.Event(), threading.Event()
        state = {"starved": 0, "blocks": 0, "held": 0, "silent": 0, "done": False}

        def fill(out: Any, count: int, at: Any, _status: object) -> None:
            state["blocks"] += 1
            samples, over = self._take(count, rate)
            samples = self._loud(samples)
            if len(samples):
                state["starved"] = 0
                first_sound.set()
            else:
                state["starved"] += count
            block = np.zeros((count, channels), "<i2")
            block[: len(samples)] = samples[:, None]
            out[:] = block.tobytes()
            # A device drops what it still holds when its callback stops: silence pushes the last words out of it.
            delay = max(_LATENCY_S, at.outputBufferDacTime - at.currentTime)
            state["held"] = max(state["held"], round(min(delay, _LONGEST_DELAY_S) * rate) + 2 * count)
            state["silent"] = state["silent"] + count - len(samples) if over else 0
            if state["silent"] > state["held"] or state["starved"] > _STARVED_S * rate:
                state["done"] = True
                raise library.CallbackStop

        with self._sound.stream(
            "output",
            device=index,
            channels=channels,
            samplerate=rate,
            blocksize=round(rate * _BLOCK_S),
            latency=_LATENCY_S,
            callback=fill,
            finished_callback=finished.set,
        ) as stream:
            with self._closing:
                self._stream = stream
            try:
                while not finished.is_set() and not self._hushed:
                    if not started.is_set() and first_sound.wait(_STUCK_S):
                        started.set()
                        self._changed(True)
                    blocks = state["blocks"]
                    if not finished.wait(_STUCK_S) and state["blocks"] == blocks:
                        break
            finally:
                with self._closing:
                    self._stream = None
        if not state["done"] and not self._hushed:
            raise VoiceError(f"the speaker {name} went away")

    def _take(self, count: int, rate: int) -> tuple[npt.NDArray[np.int16], bool]:
        """The next samples for the device, and whether they are the last."""
        import soxr

        with self._lock:
            while len(self._buffer) < count and self._waiting:
                pcm, source, first, last = self._waiting.pop(0)
                if first or self._convert is None or self._source != source:
                    self._convert, self._source = soxr.ResampleStream(source, rate, 1, dtype="int16"), source
                samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2")
                self._buffer = np.concatenate([self._buffer, self._convert.resample_chunk(samples, last=last)])
                self._ended = last
                if last:
                    self._convert = None
            samples, self._buffer = self._buffer[:count], self._buffer[count:]
            return samples, self._ended and not len(self._buffer) and not self._waiting

    def _loud(self, samples: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
        """Made as loud as wanted, without a click where that changes."""
        wanted = self._volume * (_DUCKED if self._ducked else 1.0)
        before, self._gain = self._gain, wanted
        if before == wanted == 1.0 or not len(samples):
            loud = samples
        else:
            shares = samples.astype(np.float32) / 32768.0 * np.linspace(before, wanted, len(samples), dtype=np.float32)
            over = np.abs(shares) > _SOFT_FROM
            room = 1.0 - _SOFT_FROM
            bent = np.sign(shares) * (_SOFT_FROM + room * np.tanh((np.abs(shares) - _SOFT_FROM) / room))
            loud = (np.where(over, bent, shares) * 32767.0).astype("<i2")
        if self._played is not None and len(loud):
            self._played(level(loud))
        return loud

    def _forget_buffer(self) -> None:
        self._buffer = np.zeros(0, "<i2")
        self._convert = None
        self._ended = False
