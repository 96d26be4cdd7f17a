"""The microphone and the speaker, through sounddevice (PortAudio). Nothing here raises anything but VoiceError.

Behind a sound server (PulseAudio, or PipeWire in its place) PortAudio sees one device. Which of the server's own it
means is told to libpulse by the variables PULSE_SOURCE and PULSE_SINK of this process, read at each opening.
"""

from __future__ import annotations

import os
import queue
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from voice import sound_server
from voice.sound_server import Device, Server
from voice.types import RATE, VoiceError
from voice.vad import FRAME

PREFERRED = ("pulse", "pipewire", "default")
"""Sound servers, asked before PortAudio's own default: they follow plugged and unplugged hardware."""
_SERVED = "pulse"
"""PortAudio's name for the sound server."""
_WHAT = {"input": "microphone", "output": "speaker"}
_POINTS = {"input": "PULSE_SOURCE", "output": "PULSE_SINK"}
_ECHO_FREE = re.compile(r"echo.?cancel", re.IGNORECASE)
"""Names of devices that take the kiosk's own voice out of the microphone: see packaging/echo-cancel."""
_LOST_S = 1.5
"""A microphone that gives nothing for this long has gone away, seconds."""
_OUTPUT_RATE = 48_000


class Sound:
    """PortAudio and its list of devices. One for a process; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._library: Any = None
        self._streams = 0
        self._chosen: dict[str, str] = {}
        """The sound server's own names of the devices in use, by kind."""

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
        devices = self._devices(kind)
        server = _server(devices)
        real = [device.description for device in server.devices(kind) if not device.monitor] if server else []
        return [str(device["name"]) for device in devices] + real

    def pick(self, kind: str, wanted: str) -> tuple[int, str]:
        """Number and name of the device to use; an empty `wanted` is the machine's usual one, or one without echo.
        Raises VoiceError."""
        devices = self._devices(kind)
        server = _server(devices)
        names = {str(device["name"]): int(device["index"]) for device in reversed(devices)}
        self._chosen.pop(kind, None)
        if server is not None and wanted in ("", _SERVED):
            return names[_SERVED], self._point(kind, _usual(server, kind))
        if wanted:
            served = server.devices(kind) if server is not None else []
            called = [(device.name, device) for device in served] + [(device.description, device) for device in served]
            for same in (lambda name: name == wanted, lambda name: wanted.lower() in name.lower()):
                for name, device in called:
                    if same(name):
                        return names[_SERVED], self._point(kind, device)
                for name, index in names.items():
                    if same(name):
                        return index, name
            known = ", ".join(sorted({*names, *(device.description for device in served if not device.monitor)}))
            raise VoiceError(f"there is no {_WHAT[kind]} {wanted!r}; this machine has {known or 'none at all'}")
        for name in PREFERRED:
            if name in names:
                return names[name], name
        usual = self.library.default.device[0 if kind == "input" else 1]
        for found in devices:
            if found["index"] == usual:
                return int(usual), str(found["name"])
        if devices:
            return int(devices[0]["index"]), str(devices[0]["name"])
        raise VoiceError(f"this machine has no {_WHAT[kind]}")

    def gone(self, kind: str) -> bool:
        """Whether the sound server no longer has the device last picked. It may have moved a stream to another one by
        then, such as the monitor of the speaker."""
        name = self._chosen.get(kind)
        server = sound_server.ask() if name else None
        return server is not None and all(device.name != name for device in server.devices(kind))

    def _point(self, kind: str, device: Device) -> str:
        """Tell libpulse which device is meant at the next opening; the device's name for people."""
        self._chosen[kind] = device.name
        if os.environ.get(_POINTS[kind]) != device.name:
            os.environ[_POINTS[kind]] = device.name
        return device.description

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


def _server(devices: Sequence[Any]) -> Server | None:
    """The sound server, if it is one of PortAudio's devices and answers."""
    return sound_server.ask() if any(device["name"] == _SERVED for device in devices) else None


def _usual(server: Server, kind: str) -> Device:
    """A device without echo, else the server's default, else any; never a speaker's monitor. Raises VoiceError."""
    real = [device for device in server.devices(kind) if not device.monitor]
    for device in real:
        if _ECHO_FREE.search(device.name):
            return device
    for device in real:
        if device.name == server.default(kind):
            return device
    if real:
        return real[0]
    raise VoiceError(f"this machine has no {_WHAT[kind]}; plug one in")


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
