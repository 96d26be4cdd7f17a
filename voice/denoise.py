"""Noise suppression by RNNoise (Valin 2018, arXiv:1709.08243), whose library the pyrnnoise wheel carries.

Only the library of that package is used, through its C functions: its Python side wants plotting packages.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from voice.types import RATE

Samples = npt.NDArray[np.float32]

_RATE = 48_000
"""The only rate that RNNoise knows."""
_LATE = 2
"""Frames that what comes out is late."""
_NAMES = {"darwin": "librnnoise.dylib", "win32": "rnnoise.dll"}


class Denoiser:
    """RNNoise, loaded once; every sound is heard with a fresh state."""

    def __init__(self, library: Path) -> None:
        """Raises OSError when the library cannot be loaded."""
        loaded = ctypes.CDLL(str(library))
        loaded.rnnoise_create.argtypes = [ctypes.c_void_p]
        loaded.rnnoise_create.restype = ctypes.c_void_p
        loaded.rnnoise_destroy.argtypes = [ctypes.c_void_p]
        loaded.rnnoise_process_frame.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
        loaded.rnnoise_process_frame.restype = ctypes.c_float
        self._frame = int(loaded.rnnoise_get_frame_size())
        self._library = loaded

    def __call__(self, samples: Samples) -> Samples:
        """The speech in some sound (RATE, on the scale of 16-bit samples), as long as that and in step with it."""
        stream = self.stream()
        return np.concatenate([stream(samples), stream.finish()])

    def stream(self) -> DenoiseStream:
        """The same for sound that comes piece by piece."""
        return DenoiseStream(self._library, self._frame)


class DenoiseStream:
    """One sound on its way through RNNoise. What comes out is late, but in step with what went in."""

    def __init__(self, library: Any, frame: int) -> None:
        import soxr

        self._library, self._frame = library, frame
        self._state = library.rnnoise_create(None)
        self._up = soxr.ResampleStream(RATE, _RATE, 1, dtype="float32")
        self._down = soxr.ResampleStream(_RATE, RATE, 1, dtype="float32")
        self._held = np.zeros(0, np.float32)
        self._late = _LATE
        self._owed = 0

    def __call__(self, samples: Samples) -> Samples:
        """Take the next samples; those that are ready."""
        self._owed += len(samples)
        return self._through(self._up.resample_chunk(samples.astype(np.float32, copy=False)), last=False)

    def finish(self) -> Samples:
        """The rest."""
        rest = self._up.resample_chunk(np.zeros(0, np.float32), last=True)
        silence = np.zeros((_LATE + 1) * self._frame, np.float32)
        made = self._through(np.concatenate([rest, silence]), last=True)
        short = self._owed
        self._owed = 0
        return np.pad(made, (0, max(0, short)))

    def _through(self, fast: Samples, *, last: bool) -> Samples:
        held = np.concatenate([self._held, fast])
        count = len(held) // self._frame
        frames, self._held = np.ascontiguousarray(held[: count * self._frame]), held[count * self._frame :]
        at, size = frames.ctypes.data, 4 * self._frame
        for number in range(count):
            self._library.rnnoise_process_frame(self._state, at + number * size, at + number * size)
        skip = min(self._late, count)
        self._late -= skip
        slow: Samples = self._down.resample_chunk(frames[skip * self._frame :], last=last)[: self._owed]
        self._owed -= len(slow)
        return slow

    def __del__(self) -> None:
        self._library.rnnoise_destroy(self._state)


def denoiser() -> Denoiser | None:
    """RNNoise, or nothing where its package is not installed or has no library for this machine."""
    spec = importlib.util.find_spec("pyrnnoise")
    if spec is None or spec.origin is None:
        return None
    library = Path(spec.origin).parent / _NAMES.get(sys.platform, "librnnoise.so")
    try:
        return Denoiser(library)
    except OSError:
        return None
