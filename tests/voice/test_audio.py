"""Microphone and speaker for real: the audio process on a PulseAudio server of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kiosk.engine.pipe import pack, unpack
from tests.voice.made import speech, tone
from tests.voice.process import Message, WorkerProcess
from tests.voice.pulse import VirtualAudio, missing
from voice import RATE, recognize_pcm, write_wav
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]
QUESTION = "do you have any trash bags"


def speak_into(pulse: VirtualAudio, folder: Path, text: str = QUESTION) -> None:
    write_wav(folder / "question.wav", speech(text))
    pulse.speak_into_mic(folder / "question.wav")


def heard(messages: list[Message]) -> bytes:
    return b"".join(unpack(message["pcm"]) for message in messages if message.get("event") == "speech")


def loudest(pcm: bytes) -> int:
    return int(np.abs(np.frombuffer(pcm, "<i2").astype(int)).max()) if pcm else 0


def test_a_question_through_the_microphone(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path, pocketsphinx: PocketSphinxRecognizer
) -> None:
    ready = audio.event("ready")
    assert (ready["microphone"], ready["speaker"], ready["detail"]) == ("mic", "spk", "")
    assert audio.call("devices")["microphones"][-1] == "mic"
    audio.call("listen")
    speak_into(pulse, tmp_path)
    assert audio.event("heard")["reason"] == "end_of_turn"
    assert recognize_pcm(heard(audio.messages), pocketsphinx).text == QUESTION
    assert max(message["level"] for message in audio.events("level")) > 0.4
    assert audio.events("alive")


def test_an_answer_out_of_the_speaker(
    pulse: VirtualAudio, audio: WorkerProcess, pocketsphinx: PocketSphinxRecognizer
) -> None:
    pcm = speech(QUESTION)
    with pulse.recording() as recorder:
        for at in range(0, len(pcm), 6_400):
            audio.call("play", pcm=pack(pcm[at : at + 6_400]), rate=16_000, first=at == 0, last=False)
        audio.call("play", pcm="", rate=16_000, first=False, last=True)
        audio.event("playing", on=False)
        out = recorder.heard()
    assert audio.events("playing")[0]["on"]
    assert recognize_pcm(out, pocketsphinx).text == QUESTION


@pytest.mark.parametrize("seconds", [0.05, 0.313])
def test_the_last_word_is_played_to_its_end(pulse: VirtualAudio, audio: WorkerProcess, seconds: float) -> None:
    with pulse.recording() as recorder:
        audio.call("play", pcm=pack(tone(seconds)), rate=RATE, first=True, last=True)
        audio.event("playing", on=False)
        pulse.record_speaker(0.3)
        sounding = np.flatnonzero(np.abs(np.frombuffer(recorder.heard(), "<i2").astype(int)) > 300)
    assert (sounding[-1] - sounding[0]) / RATE == pytest.approx(seconds, abs=0.005)


def test_hush_is_silence(pulse: VirtualAudio, audio: WorkerProcess) -> None:
    pcm = speech("this is a very long answer about milk and bread and butter and cheese and eggs")
    audio.call("play", pcm=pack(pcm), rate=16_000, first=True, last=True)
    audio.event("playing", on=True)
    audio.call("hush")
    audio.event("playing", on=False)
    assert loudest(pulse.record_speaker(0.5)[3_200:]) < 50


def test_the_kiosk_does_not_hear_itself(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path, pocketsphinx: PocketSphinxRecognizer
) -> None:
    """What comes in while the speaker plays is dropped; the shopper's question after it is heard."""
    write_wav(tmp_path / "echo.wav", speech("paper towels are in aisle seven"))
    audio.call("listen")
    audio.call("play", pcm=pack(speech("paper towels are in aisle seven and the napkins too")), rate=16_000, last=True)
    audio.event("playing", on=True)
    pulse.speak_into_mic(tmp_path / "echo.wav", wait=False)
    audio.event("playing", on=False)
    assert not audio.events("speech")
    speak_into(pulse, tmp_path)
    audio.event("heard")
    assert recognize_pcm(heard(audio.messages), pocketsphinx).text == QUESTION


def test_stopping_by_hand_and_silence(pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path) -> None:
    audio.call("listen")
    audio.call("stop_listening", cancel=True)
    audio.call("listen")
    audio.call("stop_listening", cancel=False)
    assert len(audio.events("silence")) == 1
    audio.call("listen")
    write_wav(tmp_path / "question.wav", speech(QUESTION))
    playing = pulse.speak_into_mic(tmp_path / "question.wav", wait=False)
    audio.event("speech")
    audio.call("stop_listening", cancel=False)
    assert audio.event("heard")["reason"] == "stopped"
    playing.wait(20)


def test_devices_that_go_and_come_back(pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path) -> None:
    audio.call("listen")
    audio.event("level")
    pulse.stop()
    assert "went away" in audio.event("lost")["detail"]
    gone = audio.event("devices", microphone=None, speaker=None)
    assert gone["detail"]
    refused = audio.answer(audio.submit("listen"))
    assert refused["error"]["code"] == "unavailable"
    assert audio.answer(audio.submit("play", pcm="", rate=16_000))["error"]["code"] == "unavailable"
    pulse.start()
    audio.event("devices", microphone="mic", speaker="spk")
    audio.call("listen")
    speak_into(pulse, tmp_path)
    audio.event("heard")


def test_a_device_with_another_name(pulse: VirtualAudio) -> None:
    with WorkerProcess("audio", "--microphone", "studio", "--speaker", "pulse", env=pulse.env) as audio:
        ready = audio.event("ready")
        assert ready["microphone"] is None
        assert ready["speaker"] == "spk"
        assert "'studio'" in ready["detail"]


def test_no_sound_at_all(tmp_path: Path) -> None:
    nowhere = {name: str(tmp_path) for name in ("PULSE_RUNTIME_PATH", "XDG_RUNTIME_DIR", "HOME")}
    with WorkerProcess("audio", env={**nowhere, "PULSE_SERVER": f"unix:{tmp_path}/none"}) as audio:
        ready = audio.event("ready")
        assert isinstance(ready["detail"], str)
        assert audio.call("devices").keys() >= {"microphones", "speakers"}
        audio.event("alive")
