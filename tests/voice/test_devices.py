"""Microphone and speaker, with a PortAudio that exists only in this file."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.voice.made import tone
from voice import RATE, VoiceError, sound_server
from voice.devices import Microphone, Sound
from voice.loudspeaker import Loudspeaker
from voice.sound_server import Device, Server
from voice.vad import FRAME


class PortAudioError(Exception):
    pass


class CallbackStop(Exception):  # noqa: N818  sounddevice's own name
    pass


class FakeStream:
    """A stream whose clock is a thread: it calls back as fast as it can."""

    def __init__(self, library: FakeLibrary, kind: str, options: dict[str, Any]) -> None:
        self.library, self.kind, self.options = library, kind, options
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self.thread.start()

    def _run(self) -> None:
        frames, channels = self.options["blocksize"], self.options["channels"]
        while not self.stopping.is_set() and not self.library.unplugged:
            if self.kind == "input":
                block = self.library.heard[: frames * channels]
                self.library.heard = self.library.heard[frames * channels :]
                self.options["callback"](
                    np.resize(block, frames * channels).astype("<i2").tobytes(), frames, None, None
                )
            else:
                out = bytearray(2 * frames * channels)
                try:
                    self.options["callback"](out, frames, SimpleNamespace(currentTime=1, outputBufferDacTime=1.1), None)
                except CallbackStop:
                    # What a device still holds is lost then, this block included.
                    del self.library.played[-2 * channels * round(0.1 * self.options["samplerate"]) :]
                    break
                self.library.played += out
            time.sleep(0.001)
        if self.kind == "output":
            self.options["finished_callback"]()

    def abort(self, ignore_errors: bool = True) -> None:
        self.stopping.set()
        self.thread.join()

    close = abort


class FakeLibrary:
    """As much of sounddevice as is used."""

    PortAudioError, CallbackStop = PortAudioError, CallbackStop

    def __init__(
        self, *devices: tuple[str, int, int], rates: tuple[int, ...] = (16_000, 48_000), mono: bool = True
    ) -> None:
        self.devices = list(devices)
        self.rates, self.mono = rates, mono
        self.default = SimpleNamespace(device=[-1, -1])
        self.unplugged = False
        self.refreshed = 0
        self.heard = np.zeros(0, "<i2")
        self.played = bytearray()

    def query_devices(self, index: int | None = None) -> Any:
        found = [
            {"name": name, "index": number, "max_input_channels": ins, "max_output_channels": outs,
             "default_samplerate": float(self.rates[-1])}
            for number, (name, ins, outs) in enumerate(self.devices)
        ]  # fmt: skip
        return found if index is None else found[index]

    def check_input_settings(self, device: int, channels: int, dtype: str, samplerate: int) -> None:
        if self.unplugged or samplerate not in self.rates or (channels == 1 and not self.mono):
            raise PortAudioError("cannot be opened")

    check_output_settings = check_input_settings

    def RawInputStream(self, **options: Any) -> FakeStream:
        return FakeStream(self, "input", options)

    def RawOutputStream(self, **options: Any) -> FakeStream:
        if self.unplugged:
            raise PortAudioError("gone")
        return FakeStream(self, "output", options)

    def _terminate(self) -> None:
        self.refreshed += 1

    def _initialize(self) -> None:
        pass


@pytest.fixture
def sound_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[FakeLibrary], Sound]:
    def make(library: FakeLibrary) -> Sound:
        monkeypatch.setattr(Sound, "library", library)
        return Sound()

    return make


MakeSound = Callable[[FakeLibrary], Sound]

# --- choosing -------------------------------------------------------------------------------------------------------


def test_by_name_part_of_a_name_and_default(sound_of: MakeSound) -> None:
    library = FakeLibrary(("HDMI 0", 0, 2), ("USB Mic: Audio (hw:1,0)", 1, 0), ("pulse", 32, 32), ("default", 32, 32))
    sound = sound_of(library)
    assert sound.pick("input", "USB Mic: Audio (hw:1,0)") == (1, "USB Mic: Audio (hw:1,0)")
    assert sound.pick("input", "usb mic") == (1, "USB Mic: Audio (hw:1,0)")
    assert sound.pick("output", "hdmi")[0] == 0
    assert sound.pick("input", "") == (2, "pulse")
    assert sound.names("output") == ["HDMI 0", "pulse", "default"]


def test_without_a_sound_server(sound_of: MakeSound) -> None:
    library = FakeLibrary(("card", 1, 2), ("other card", 1, 2))
    library.default.device = [1, -1]
    sound = sound_of(library)
    assert sound.pick("input", "")[0] == 1
    assert sound.pick("output", "")[0] == 0


def test_what_is_not_there_is_told(sound_of: MakeSound) -> None:
    sound = sound_of(FakeLibrary(("pulse", 0, 32)))
    with pytest.raises(VoiceError, match="no microphone"):
        sound.pick("input", "")
    with pytest.raises(VoiceError, match="no speaker 'boom'; this machine has pulse"):
        sound.check("output", "boom")


def test_a_device_in_use(sound_of: MakeSound) -> None:
    library = FakeLibrary(("pulse", 1, 1))
    library.unplugged = True
    with pytest.raises(VoiceError, match="in use"):
        sound_of(library).check("input", "")


def test_portaudio_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def broken(name: str, *rest: Any) -> Any:
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", broken)
    with pytest.raises(VoiceError, match="libportaudio2"):
        Sound().names("input")


def test_no_new_look_while_a_stream_is_open(sound_of: MakeSound) -> None:
    library = FakeLibrary(("pulse", 1, 1))
    sound = sound_of(library)
    with Microphone(sound).open():
        sound.refresh()
        assert library.refreshed == 0
    sound.refresh()
    assert library.refreshed == 1


# --- behind a sound server ------------------------------------------------------------------------------------------

USB = Device("alsa_input.usb-Jabra-00.mono", "Jabra Speak Mono")
BUILT_IN = Device("alsa_input.pci", "Built-in Audio")
MONITOR = Device("alsa_output.pci.monitor", "Monitor of Built-in Audio", monitor=True)
WITHOUT_ECHO = Device("aislewise.echo-cancel", "Microphone without echo")


@pytest.fixture
def served(sound_of: MakeSound, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Sound]:
    def make(*inputs: Device, default: str = "") -> Sound:
        monkeypatch.setenv("PULSE_SOURCE", "")
        monkeypatch.setattr("voice.sound_server.ask", lambda: Server(list(inputs), [], default, ""))
        return sound_of(FakeLibrary(("hw:0", 2, 2), ("pulse", 32, 32)))

    return make


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("", BUILT_IN.name), ("pulse", BUILT_IN.name), ("jabra", USB.name), (USB.description, USB.name),
        (USB.name, USB.name), (MONITOR.name, MONITOR.name),
    ],
)  # fmt: skip
def test_a_microphone_of_the_sound_server(served: Callable[..., Sound], wanted: str, name: str) -> None:
    sound = served(USB, MONITOR, BUILT_IN, default=BUILT_IN.name)
    index, description = sound.pick("input", wanted)
    assert index == 1
    assert os.environ["PULSE_SOURCE"] == name
    assert description in (USB.description, BUILT_IN.description, MONITOR.description)


def test_one_without_echo_goes_before_the_default(served: Callable[..., Sound]) -> None:
    sound = served(BUILT_IN, WITHOUT_ECHO, default=BUILT_IN.name)
    assert sound.pick("input", "")[1] == WITHOUT_ECHO.description
    assert sound.pick("input", "built")[1] == BUILT_IN.description


def test_a_speakers_monitor_is_no_microphone(served: Callable[..., Sound]) -> None:
    sound = served(MONITOR, default=MONITOR.name)
    with pytest.raises(VoiceError, match="no microphone"):
        sound.pick("input", "")
    assert served(MONITOR, USB, default=MONITOR.name).pick("input", "")[1] == USB.description


def test_a_card_by_its_own_name_beside_a_sound_server(served: Callable[..., Sound]) -> None:
    sound = served(USB)
    assert sound.pick("input", "hw:0") == (0, "hw:0")
    assert not sound.gone("input")
    with pytest.raises(VoiceError, match="'boom'; this machine has Jabra Speak Mono, hw:0, pulse"):
        sound.pick("input", "boom")


def test_a_device_that_the_server_no_longer_has(served: Callable[..., Sound], monkeypatch: pytest.MonkeyPatch) -> None:
    sound = served(USB, BUILT_IN)
    assert not sound.gone("input")
    sound.pick("input", "jabra")
    assert not sound.gone("input")
    monkeypatch.setattr("voice.sound_server.ask", lambda: Server([BUILT_IN, MONITOR], [], "", ""))
    assert sound.gone("input")
    monkeypatch.setattr("voice.sound_server.ask", lambda: None)
    assert not sound.gone("input"), "a server that does not answer tells nothing"


def test_no_sound_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    assert sound_server.ask() is None


def test_a_sound_server_that_does_not_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("voice.sound_server._PATIENCE_S", 0.1)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.bind(str(tmp_path / "native"))
        silent.listen()
        monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
        assert sound_server.ask() is None


# --- microphone -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rates", "mono"), [((16_000,), True), ((48_000,), True), ((44_100,), False)])
def test_frames_at_the_recognisers_rate(sound_of: MakeSound, rates: tuple[int, ...], mono: bool) -> None:
    library = FakeLibrary(("card", 2, 0), rates=rates, mono=mono)
    rate = rates[0]
    heard = np.frombuffer(tone(1.2, rate, hertz=500), "<i2")
    library.heard = heard if mono else np.repeat(heard, 2)
    with Microphone(sound_of(library)).open() as frames:
        got = b"".join(next(frames) for _ in range(30))
    samples = np.frombuffer(got, "<i2").astype(float)[2_000:]
    assert len(got) == 30 * 2 * FRAME
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    assert abs(np.argmax(spectrum) * RATE / len(samples) - 500) < 5


def test_a_microphone_pulled_out(sound_of: MakeSound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voice.devices._LOST_S", 0.05)
    library = FakeLibrary(("card", 1, 0))
    with Microphone(sound_of(library)).open() as frames:
        next(frames)
        library.unplugged = True
        with pytest.raises(VoiceError, match="card went away"):
            for _ in frames:
                pass


# --- speaker --------------------------------------------------------------------------------------------------------


class Played:
    """What a loudspeaker reports."""

    def __init__(self, library: FakeLibrary, sound: Sound) -> None:
        self.library = library
        self.told: list[bool | str] = []
        self.ended = threading.Event()
        self.speaker = Loudspeaker(sound, "", self._changed, self.told.append)

    def _changed(self, on: bool) -> None:
        self.told.append(on)
        if not on:
            self.ended.set()

    def loud_s(self) -> float:
        samples = np.frombuffer(bytes(self.library.played), "<i2")
        return float((np.abs(samples) > 1_000).sum()) / 48_000


@pytest.fixture
def played(sound_of: MakeSound) -> Played:
    library = FakeLibrary(("pulse", 0, 2))
    return Played(library, sound_of(library))


def test_pieces_in_order_then_the_end(played: Played) -> None:
    sound = tone(0.4, 22_050)
    played.speaker.play(sound[:4_000], 22_050, first=True, last=False)
    played.speaker.play(sound[4_000:], 22_050, first=False, last=False)
    played.speaker.play(b"", 22_050, first=False, last=True)
    assert played.ended.wait(10)
    assert played.told == [True, False]
    assert played.loud_s() == pytest.approx(0.4 * 0.9, abs=0.06)
    assert not played.speaker.busy


def test_two_speeches_in_a_row(played: Played) -> None:
    for _ in range(2):
        played.speaker.play(tone(0.2, 16_000), 16_000, first=True, last=True)
    assert played.ended.wait(10)
    assert played.loud_s() == pytest.approx(0.4 * 0.9, abs=0.06)


def test_hush_drops_everything(played: Played) -> None:
    for _ in range(200):
        played.speaker.play(tone(0.5, 48_000), 48_000, first=False, last=False)
    time.sleep(0.05)
    played.speaker.hush()
    assert played.told == [True, False]
    length = len(played.library.played)
    assert length < 2 * 48_000 * 100
    time.sleep(0.05)
    assert len(played.library.played) == length
    played.speaker.play(tone(0.1, 48_000), 48_000, first=True, last=True)
    played.ended.clear()
    assert played.ended.wait(10)
    assert played.told[-2:] == [True, False]


def test_hush_with_nothing_to_hush(played: Played) -> None:
    played.speaker.hush()
    assert played.told == []


def test_a_speech_whose_end_never_comes(played: Played) -> None:
    played.speaker.play(tone(0.1, 48_000), 48_000, first=True, last=False)
    assert played.ended.wait(10)
    assert played.told == [True, False]


def test_a_speaker_pulled_out(played: Played) -> None:
    played.library.unplugged = True
    played.speaker.play(tone(0.1, 48_000), 48_000, first=True, last=True)
    assert played.ended.wait(10)
    assert len(played.told) == 2
    assert "in use" in str(played.told[0])
    played.library.unplugged = False
    played.ended.clear()
    played.speaker.play(tone(0.1, 48_000), 48_000, first=True, last=True)
    assert played.ended.wait(10)
    assert played.told[-2:] == [True, False]


def test_a_stereo_speaker_without_the_usual_rate(sound_of: MakeSound) -> None:
    library = FakeLibrary(("card", 0, 2), rates=(44_100,), mono=False)
    played = Played(library, sound_of(library))
    played.speaker.play(tone(0.3, 22_050), 22_050, first=True, last=True)
    assert played.ended.wait(10)
    samples = np.frombuffer(bytes(library.played), "<i2").reshape(-1, 2)
    assert (samples[:, 0] == samples[:, 1]).all()
    assert (np.abs(samples[:, 0]) > 1_000).sum() / 44_100 == pytest.approx(0.3 * 0.9, abs=0.05)
