"""Noise suppression by RNNoise (Valin 2018, arXiv:1709.08243), whose library the pyrnnoise wheel carries.

Only the library of that package is used, through its C functions: its Python side wants plotting packages.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from voice.types import RATE

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

    def __call__(self, samples: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The speech in some sound (RATE, on the scale of 16-bit samples), as long as that and in step with it."""
        import soxr

        fast = soxr.resample(samples.astype(np.float32, copy=False), RATE, _RATE)
        count = -(-len(fast) // self._frame) + _LATE
        frames = np.zeros(count * self._frame, np.float32)
        frames[: len(fast)] = fast
        state = self._library.rnnoise_create(None)
        try:
            at, size = frames.ctypes.data, 4 * self._frame
            for number in range(count):
                self._library.rnnoise_process_frame(state, at + number * size, at + number * size)
        finally:
            self._library.rnnoise_destroy(state)
        slow = soxr.resample(frames[_LATE * self._frame : _LATE * self._frame + len(fast)], _RATE, RATE)
        return np.pad(slow, (0, max(0, len(samples) - len(slow))))[: len(samples)]


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
