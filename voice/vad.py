"""Is somebody speaking? Silero's voice-activity model, which the faster-whisper wheel carries, on ONNX Runtime."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from voice.types import RATE, VoiceError

FRAME = 512
"""Samples of a frame: 32 ms at RATE."""
_CONTEXT = 64
_STATE = 128


class Vad:
    """Speech probability of a stream of frames; keeps the model's memory from frame to frame."""

    def __init__(self) -> None:
        """Load the model. Raises VoiceError."""
        import onnxruntime

        path = _model()
        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = 1
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        try:
            self._session: Any = onnxruntime.InferenceSession(
                str(path), providers=["CPUExecutionProvider"], sess_options=options
            )
        except Exception as error:
            raise VoiceError(f"{path} cannot be loaded ({error}): install the package faster-whisper again") from error
        self.reset()

    def reset(self) -> None:
        """Forget the stream heard so far."""
        self._h: npt.NDArray[np.float32] = np.zeros((1, 1, _STATE), np.float32)
        self._c: npt.NDArray[np.float32] = np.zeros((1, 1, _STATE), np.float32)
        self._context: npt.NDArray[np.float32] = np.zeros(_CONTEXT, np.float32)

    def probability(self, frame: bytes) -> float:
        """0 to 1 that the next FRAME samples (RATE, 16-bit mono) hold speech."""
        samples = np.frombuffer(frame, "<i2").astype(np.float32) / 32768.0
        if len(samples) != FRAME:
            raise ValueError(f"a frame is {FRAME} samples, not {len(samples)}")
        given = np.concatenate([self._context, samples])[None]
        out, self._h, self._c = self._session.run(None, {"input": given, "h": self._h, "c": self._c})
        self._context = samples[-_CONTEXT:]
        return float(np.asarray(out).ravel()[0])


def has_speech(vad: Vad, pcm: bytes, least_s: float = 0.1, sure: float = 0.5) -> bool:
    """Whether a recording (RATE, 16-bit mono) holds at least so many seconds of speech in a row."""
    vad.reset()
    needed = max(1, round(least_s * RATE / FRAME))
    spoken = 0
    for at in range(0, len(pcm) - 2 * FRAME + 1, 2 * FRAME):
        spoken = spoken + 1 if vad.probability(pcm[at : at + 2 * FRAME]) >= sure else 0
        if spoken >= needed:
            return True
    return False


def _model() -> Path:
    spec = importlib.util.find_spec("faster_whisper")
    if spec is None or spec.origin is None:
        raise VoiceError("the voice-activity model is missing: install the Python package faster-whisper")
    found = sorted((Path(spec.origin).parent / "assets").glob("silero_vad*.onnx"))
    if not found:
        raise VoiceError(f"{Path(spec.origin).parent}/assets has no silero_vad*.onnx: install faster-whisper again")
    return found[-1]
