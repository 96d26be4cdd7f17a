"""espeak-ng by its C functions, which the piper-tts wheel carries whole in its `espeakbridge` library.

One library, one voice at a time, not reentrant: every use goes through one lock. Other users of the same library in
the process (Piper's phonemizer) may change voice and callback between two uses, so each use sets its own first.
"""

from __future__ import annotations

import ctypes
import importlib.util
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voice.types import VoiceError

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_CHUNK_MS = 60
_RATE_PARAMETER, _PITCH_PARAMETER, _RANGE_PARAMETER, _GAP_PARAMETER = 1, 3, 4, 7
_UTF8 = 1
_IPA_SEPARATED = 0x02 | ord("_") << 8
_END_PAUSE = 0x1000

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is spoken."""

    voice: str = "en-us"
    """An espeak voice, with a variant behind a plus sign if wanted: en-us, es, en-us+f2."""
    speed: int = 160
    """Words a minute, 80 to 450."""
    pitch: int = 50
    """0 to 100."""
    range: int = 50
    """Liveliness of the melody, 0 (monotone) to 100."""
    gap: int = 0
    """Pause between words, units of 10 ms."""
    pause: bool = True
    """Whether a pause follows, as after a sentence."""


class Espeak:
    """The library, loaded once a process; see `espeak()`."""

    def __init__(self) -> None:
        """Load the library and its data. Raises VoiceError."""
        spec = importlib.util.find_spec("piper")
        if spec is None or spec.origin is None:
            raise VoiceError("espeak-ng is missing: install the Python package piper-tts")
        folder = Path(spec.origin).parent
        found = sorted(folder.glob("espeakbridge*.so")) + sorted(folder.glob("espeakbridge*.pyd"))
        if not found:
            raise VoiceError(f"{folder} has no espeakbridge library: install the Python package piper-tts again")
        try:
            self._library = ctypes.CDLL(str(found[0]))
        except OSError as error:
            raise VoiceError(f"{found[0]} cannot be loaded: {error}") from error
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._lock = threading.Lock()
        data = folder / "espeak-ng-data"
        self.rate = self._library.espeak_Initialize(_SYNCHRONOUS, _CHUNK_MS, str(data).encode(), _DONT_EXIT)
        """Samples a second of what `speak` yields."""
        if self.rate <= 0:
            raise VoiceError(f"espeak-ng cannot read its data in {data}: install the Python package piper-tts again")

    def speak(self, text: str, manner: Manner) -> Iterator[bytes]:
        """16-bit mono PCM at `rate`, a piece at a time as it is made; closing the iterator ends the making.

        Raises VoiceError when espeak does not know the voice.
        """
        # The C function calls back until the whole text is spoken, so it runs beside the reader of the pieces.
        pieces: queue.Queue[bytes | VoiceError | None] = queue.Queue(maxsize=64)
        given_up = threading.Event()

        def put(piece: bytes | VoiceError | None) -> None:
            while not given_up.is_set():
                try:
                    pieces.put(piece, timeout=0.1)
                except queue.Full:
                    continue
                return

        def made(samples: ctypes._Pointer[ctypes.c_short], count: int, _events: int | None) -> int:
            if count > 0:
                put(ctypes.string_at(samples, 2 * count))
            return int(given_up.is_set())

        callback = _Callback(made)

        def run() -> None:
            try:
                with self._lock:
                    self._set(manner)
                    self._library.espeak_SetSynthCallback(callback)
                    flags = _UTF8 | (_END_PAUSE if manner.pause else 0)
                    spoken = text.replace("\0", " ").encode("utf-8", "replace")
                    self._library.espeak_Synth(spoken, ctypes.c_size_t(len(spoken) + 1), 0, 0, 0, flags, None, None)
            except VoiceError as error:
                put(error)
            put(None)

        worker = threading.Thread(target=run, name="espeak", daemon=True)
        worker.start()
        try:
            while (piece := pieces.get()) is not None:
                if isinstance(piece, VoiceError):
                    raise piece
                yield piece
        finally:
            given_up.set()
            worker.join()

    def phonemes(self, text: str, voice: str = "en-us") -> list[list[str]]:
        """IPA phonemes of each word, stress marks left on them. Raises VoiceError when the voice is unknown."""
        with self._lock:
            self._set(Manner(voice))
            rest = ctypes.c_char_p(text.replace("\0", " ").encode("utf-8", "replace"))
            words: list[list[str]] = []
            while rest.value:
                clause = self._library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA_SEPARATED)
                spoken = (clause or b"").decode("utf-8", "replace")
                words += [[phoneme for phoneme in word.split("_") if phoneme] for word in spoken.split()]
        return words

    def _set(self, manner: Manner) -> None:
        if self._library.espeak_SetVoiceByName(manner.voice.encode()) != 0:
            raise VoiceError(f"espeak-ng has no voice {manner.voice!r}")
        for parameter, value in (
            (_RATE_PARAMETER, manner.speed),
            (_PITCH_PARAMETER, manner.pitch),
            (_RANGE_PARAMETER, manner.range),
            (_GAP_PARAMETER, manner.gap),
        ):
            self._library.espeak_SetParameter(parameter, value, 0)


_shared: Espeak | None = None
_loading = threading.Lock()


def espeak() -> Espeak:
    """The process's one espeak. Raises VoiceError."""
    global _shared
    with _loading:
        if _shared is None:
            _shared = Espeak()
        return _shared
