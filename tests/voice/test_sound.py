"""Sound files, voice activity, and listening to one utterance."""

from __future__ import annotations

import threading
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from tests.voice.made import speech, tone
from voice import RATE, VoiceError, read_sound, write_wav
from voice.ears import Ears, loudness
from voice.turns import Event, Heard, Paused, Silence, Speech
from voice.vad import FRAME, Vad, has_speech

# --- files ----------------------------------------------------------------------------------------------------------


def write_any(path: Path, samples: np.ndarray, rate: int, width: int) -> None:
    """A WAV file of any sample size; samples are -1 to 1, one column a channel."""
    if width == 1:
        data = ((samples + 1) * 127.5).astype("u1").tobytes()
    else:
        whole = (samples * (2 ** (8 * width - 1) - 1)).astype("<i4")
        data = whole.reshape(-1, 1).view("u1").reshape(-1, 4)[:, :width].tobytes()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(samples.shape[1])
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(data)


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_any_wav(tmp_path: Path, rate: int, channels: int, width: int) -> None:
    at = np.arange(rate) / rate
    sine = np.repeat(0.5 * np.sin(2 * np.pi * 300 * at)[:, None], channels, axis=1)
    write_any(tmp_path / "a.wav", sine, rate, width)
    pcm = read_sound(tmp_path / "a.wav")
    samples = np.frombuffer(pcm, "<i2").astype(float)
    assert abs(len(samples) - RATE) < RATE * 0.01
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    assert abs(np.argmax(spectrum) * RATE / len(samples) - 300) < 3
    assert abs(np.sqrt(np.mean(samples**2)) - 0.5 / np.sqrt(2) * 32767) < 800


def test_write_and_read_again(tmp_path: Path) -> None:
    pcm = tone(0.5)
    write_wav(tmp_path / "a.wav", pcm)
    assert read_sound(tmp_path / "a.wav") == pcm


def test_flac(tmp_path: Path) -> None:
    import av

    samples = np.frombuffer(tone(0.5), "<i2")
    with av.open(str(tmp_path / "a.flac"), "w") as file:
        stream = file.add_stream("flac", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples[None], format="s16", layout="mono")
        frame.sample_rate = RATE
        for packet in (*stream.encode(frame), *stream.encode(None)):
            file.mux(packet)
    assert read_sound(tmp_path / "a.flac") == samples.tobytes()


@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"not sound at all" * 100, b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0" + bytes(16)]
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.wav"
    path.write_bytes(content)
    with pytest.raises(VoiceError, match=r"bad\.wav"):
        read_sound(path)


def test_missing_folder_and_too_long(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="does not exist"):
        read_sound(tmp_path / "none.wav")
    with pytest.raises(VoiceError, match=str(tmp_path)):
        read_sound(tmp_path)
    write_wav(tmp_path / "long.wav", bytes(2 * 8_000 * 130), 8_000)
    with pytest.raises(VoiceError, match="longer than"):
        read_sound(tmp_path / "long.wav")
    with pytest.raises(VoiceError, match="cannot be written"):
        write_wav(tmp_path / "no" / "a.wav", b"")


# --- voice activity -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def vad() -> Vad:
    return Vad()


def test_speech_is_told_from_other_sound(vad: Vad) -> None:
    assert has_speech(vad, speech("where is the milk"))
    assert not has_speech(vad, bytes(2 * RATE))
    assert not has_speech(vad, tone(1.0))
    noise = np.random.default_rng(0).normal(0, 2_000, RATE).astype("<i2").tobytes()
    assert not has_speech(vad, noise)


def test_frames_have_one_size(vad: Vad) -> None:
    with pytest.raises(ValueError, match="512"):
        vad.probability(bytes(100))


# --- listening ------------------------------------------------------------------------------------------------------


class FakeMicrophone:
    """Frames from a list; lost at its end if `breaks`, else silent for ever."""

    def __init__(self, pcm: bytes, breaks: bool = False) -> None:
        self.pcm = pcm
        self.breaks = breaks
        self.opened = 0

    @contextmanager
    def open(self) -> Iterator[Iterator[bytes]]:
        self.opened += 1

        def frames() -> Iterator[bytes]:
            for at in range(0, len(self.pcm) - 2 * FRAME + 1, 2 * FRAME):
                yield self.pcm[at : at + 2 * FRAME]
            if self.breaks:
                raise VoiceError("the microphone went away")
            while True:
                yield bytes(2 * FRAME)

        yield frames()


class Record:
    """What a pair of ears reports."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.levels: list[float] = []
        self.lost: list[str] = []
        self.over = threading.Event()

    def happened(self, event: Event) -> None:
        self.events.append(event)
        if not isinstance(event, Speech | Paused):
            self.over.set()

    def went_away(self, detail: str) -> None:
        self.lost.append(detail)
        self.over.set()

    def ears(self, microphone: FakeMicrophone, deaf: bool = False) -> Ears:
        return Ears(microphone, Vad(), self.happened, self.levels.append, self.went_away, lambda: deaf)


def test_one_utterance() -> None:
    record = Record()
    said = speech("where is the milk", lead_s=1.0)
    ears = record.ears(FakeMicrophone(said))
    ears.listen()
    assert record.over.wait(20)
    assert record.events[-1] == Heard("end_of_turn")
    heard = b"".join(event.pcm for event in record.events if isinstance(event, Speech))
    assert RATE < len(heard) / 2 < len(said) / 2 + RATE
    assert max(record.levels) > 0.5
    assert not ears.listening


def test_nothing_is_heard_while_the_kiosk_speaks() -> None:
    record = Record()
    ears = record.ears(FakeMicrophone(speech("where is the milk"), breaks=True), deaf=True)
    ears.listen()
    assert record.over.wait(20)
    assert record.lost == ["the microphone went away"]
    assert record.events == []


def test_stopping_and_cancelling() -> None:
    record = Record()
    ears = record.ears(FakeMicrophone(b""))
    ears.listen()
    ears.stop(cancel=True)
    assert record.events == []
    ears.listen()
    ears.stop(cancel=False)
    assert record.events == [Silence()]
    ears.stop(cancel=False)
    assert record.events == [Silence()]


def test_loudness() -> None:
    assert loudness(bytes(1024)) == 0.0
    assert loudness(tone(0.1, loud=0.001)) < loudness(tone(0.1, loud=0.05)) < loudness(tone(0.1, loud=0.9)) == 1.0
