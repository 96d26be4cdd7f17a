"""The microphone and the speaker, through sounddevice (PortAudio). Nothing here raises anything but VoiceError."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from voice.types import RATE, VoiceError
from voice.vad import FRAME

PREFERRED = ("pulse", "pipewire", "default")
"""Sound servers, asked before PortAudio's own default: they follow plugged and unplugged hardware."""
_LOST_S = 1.5
"""A microphone that gives nothing for this long has gone away, seconds."""
_OUTPUT_RATE = 48_000


class Sound:
    """PortAudio and its list of devices. One for a process; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._library: Any = None
        self._streams = 0

    @property
    def library(self) -> Any:
        """The sounddevice module. Raises VoiceError when PortAudio is not installed."""
        with self._lock:
            if self._library is None:
                try:
                    import sounddevice
                except (ImportError, OSError) as error:
                    raise VoiceError(f"no sound: PortAudio is missing; install libportaudio2 ({error})") from error
                self._library = sounddevice
            return self._library

    def refresh(self) -> None:
        """Look for devices anew, unless one is open. PortAudio never notices a new device otherwise."""
        with self._lock:
            if self._streams == 0:
                library = self.library
                try:
                    library._terminate()
                    library._initialize()
                except library.PortAudioError as error:
                    raise VoiceError(f"the sound system does not start: {error}") from error

    def names(self, kind: str) -> list[str]:
        """Names of the devices that can be opened. kind: input or output. Raises VoiceError."""
        return [str(device["name"]) for device in self._devices(kind)]

    def pick(self, kind: str, wanted: str) -> tuple[int, str]:
        """Number and name of the device to use; an empty `wanted` is the machine's usual one. Raises VoiceError."""
        devices = self._devices(kind)
        what = "microphone" if kind == "input" else "speaker"
        names = {str(device["name"]): int(device["index"]) for device in reversed(devices)}
        if wanted:
            for name, index in names.items():
                if name == wanted:
                    return index, name
            for name, index in names.items():
                if wanted.lower() in name.lower():
                    return index, name
            there = ", ".join(sorted(names)) or "none at all"
            raise VoiceError(f"there is no {what} {wanted!r}; this machine has {there}")
        for name in PREFERRED:
            if name in names:
                return names[name], name
        usual = self.library.default.device[0 if kind == "input" else 1]
        for device in devices:
            if device["index"] == usual:
                return int(usual), str(device["name"])
        if devices:
            return int(devices[0]["index"]), str(devices[0]["name"])
        raise VoiceError(f"this machine has no {what}")

    def check(self, kind: str, wanted: str) -> str:
        """Name of the device that `wanted` means, which can be opened just now. Raises VoiceError."""
        with self._lock:
            index, name = self.pick(kind, wanted)
            self.settings(kind, index)
            return name

    def settings(self, kind: str, index: int) -> tuple[int, int]:
        """Samples a second and channels that a device takes, the fitting ones first. Raises VoiceError."""
        library = self.library
        check = library.check_input_settings if kind == "input" else library.check_output_settings
        with self._lock:
            try:
                about = library.query_devices(index)
                rates = [RATE if kind == "input" else _OUTPUT_RATE, round(about["default_samplerate"])]
                for channels in (1, 2):
                    for rate in rates:
                        try:
                            check(device=index, channels=channels, dtype="int16", samplerate=rate)
                        except library.PortAudioError:
                            continue
                        return rate, channels
            except (library.PortAudioError, ValueError) as error:
                raise VoiceError(f"the sound device cannot be asked: {error}") from error
        raise VoiceError(f"{about['name']} cannot be opened; is it in use by another program?")

    @contextmanager
    def stream(self, kind: str, **options: Any) -> Iterator[Any]:
        """A raw PortAudio stream, running, stopped at once and closed at the end. Raises VoiceError."""
        library = self.library
        make = library.RawInputStream if kind == "input" else library.RawOutputStream
        with self._lock:
            self._streams += 1
            try:
                stream = make(dtype="int16", **options)
                stream.start()
            except (library.PortAudioError, ValueError) as error:
                self._streams -= 1
                raise VoiceError(f"the sound device cannot be opened: {error}") from error
        try:
            yield stream
        finally:
            with self._lock:
                self._streams -= 1
                stream.abort(ignore_errors=True)
                stream.close(ignore_errors=True)

    def _devices(self, kind: str) -> list[Any]:
        with self._lock:
            library = self.library
            try:
                found = list(library.query_devices())
            except library.PortAudioError as error:
                raise VoiceError(f"the sound devices cannot be listed: {error}") from error
        return [device for device in found if device[f"max_{kind}_channels"] > 0]


class Microphone:
    """Frames of sound as they come: FRAME samples each, RATE, 16-bit mono."""

    def __init__(self, sound: Sound, wanted: str = "") -> None:
        self._sound = sound
        self._wanted = wanted

    @contextmanager
    def open(self) -> Iterator[Iterator[bytes]]:
        """Frames, until the block is left; their iterator raises VoiceError when the device goes away."""
        import soxr

        index, name = self._sound.pick("input", self._wanted)
        rate, channels = self._sound.settings("input", index)
        pieces: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        convert = soxr.ResampleStream(rate, RATE, 1, dtype="int16") if rate != RATE else None

        def came(data: Any, _frames: int, _time: object, _status: object) -> None:
            pieces.put(bytes(data))

        def frames() -> Iterator[bytes]:
            held = b""
            while True:
                try:
                    piece = pieces.get(timeout=_LOST_S)
                except queue.Empty:
                    raise VoiceError(f"the microphone {name} went away") from None
                samples = np.frombuffer(piece, "<i2")
                if channels > 1:
                    samples = samples.reshape(-1, channels).mean(axis=1).astype("<i2")
                if convert is not None:
                    samples = convert.resample_chunk(samples)
                held += samples.tobytes()
                while len(held) >= 2 * FRAME:
                    yield held[: 2 * FRAME]
                    held = held[2 * FRAME :]

        with self._sound.stream(
            "input",
            device=index,
            channels=channels,
            samplerate=rate,
            blocksize=round(FRAME * rate / RATE),
            latency="low",
            callback=came,
        ):
            yield frames()
