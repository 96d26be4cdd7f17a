"""Microphones that come and go, the tone, the wake word and the echo, on a PulseAudio server of their own."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from kiosk.engine.pipe import pack, unpack
from tests.voice.made import speech
from tests.voice.process import Message, WorkerProcess
from tests.voice.pulse import VirtualAudio, missing
from voice import RATE, recognize_pcm, write_wav
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer
from voice.tone import TONE_S

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]
QUESTION = "do you have any trash bags"
needs_wake = pytest.mark.skipif(
    importlib.util.find_spec("pymicro_wakeword") is None, reason="not installed: pymicro-wakeword"
)


def speak(pulse: VirtualAudio, folder: Path, pcm: bytes, wait: bool = True) -> None:
    write_wav(folder / "said.wav", pcm)
    pulse.speak_into_mic(folder / "said.wav", wait)


def heard(messages: list[Message]) -> bytes:
    return b"".join(unpack(message["pcm"]) for message in messages if message.get("event") == "speech")


def loudness_db(pcm: bytes) -> float:
    samples = np.frombuffer(pcm, "<i2").astype(float)
    return float(10 * np.log10(np.mean(samples**2) + 1e-9))


# --- come and gone --------------------------------------------------------------------------------------------------


def test_a_named_microphone_pulled_out_in_mid_sentence_and_plugged_in_again(
    pulse: VirtualAudio, tmp_path: Path
) -> None:
    pulse.plug_in("usb")
    with WorkerProcess("audio", "--microphone", "USB", env=pulse.env) as audio:
        assert audio.event("ready")["microphone"] == "usb"
        audio.call("listen")
        speak(pulse, tmp_path, speech(f"{QUESTION} and where is the oat milk and the butter"), wait=False)
        audio.event("speech")
        pulse.pull_out("usb")
        assert "went away" in audio.event("lost")["detail"]
        gone = audio.event("devices", microphone=None)
        assert gone["speaker"] == "spk"
        audio.wait_for(lambda message: "no microphone 'USB'" in message.get("detail", ""), "its name")
        before = len(audio.messages)
        pulse.plug_in("usb")
        audio.event("devices", before, microphone="usb", detail="")
        audio.call("listen")
        speak(pulse, tmp_path, speech(QUESTION))
        audio.event("heard", before)


def test_the_only_microphone_goes_while_nobody_listens_and_another_comes(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path
) -> None:
    """The sound server then offers what the speaker plays as a microphone: it is none."""
    pulse.pull_out("mic")
    audio.event("devices", microphone=None, detail="this machine has no microphone; plug one in")
    assert audio.answer(audio.submit("listen"))["error"]["code"] == "unavailable"
    assert audio.events("lost")[-1]["detail"] == "this machine has no microphone; plug one in"
    pulse.plug_in("headset")
    audio.event("devices", microphone="headset", detail="")
    audio.call("listen")
    speak(pulse, tmp_path, speech(QUESTION))
    audio.event("heard")


@pytest.mark.parametrize("rate", [8_000, 44_100])
def test_a_microphone_with_another_rate(
    pulse: VirtualAudio, tmp_path: Path, pocketsphinx: PocketSphinxRecognizer, rate: int
) -> None:
    pulse.plug_in("old", rate)
    with WorkerProcess("audio", "--microphone", "old", env=pulse.env) as audio:
        assert audio.event("ready")["microphone"] == "old"
        audio.call("listen")
        speak(pulse, tmp_path, speech(QUESTION))
        audio.event("heard")
        # A telephone's rate holds no hiss of an s: enough for most words, not for all.
        assert recognize_pcm(heard(audio.messages), pocketsphinx).text.startswith("do you have")


# --- the tone -------------------------------------------------------------------------------------------------------


def test_the_tone_sounds_and_is_nobodys_turn(pulse: VirtualAudio, audio: WorkerProcess) -> None:
    pulse.echo()
    with pulse.recording() as recorder:
        audio.call("listen", tone=True)
        audio.wait_for(lambda message: message.get("event") == "level" and message["level"] > 0.3, "the tone's echo")
        for _ in range(12):
            audio.event("level", len(audio.messages))
        out = np.abs(np.frombuffer(recorder.heard(), "<i2").astype(int))
    sounding = np.flatnonzero(out > 300)
    assert TONE_S / 2 < (sounding[-1] - sounding[0]) / RATE < 1.2 * TONE_S
    assert not audio.events("speech")
    assert not audio.events("playing")


def test_who_speaks_at_once_is_heard_from_the_first_word(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path, pocketsphinx: PocketSphinxRecognizer
) -> None:
    audio.call("listen")
    audio.event("level")
    speak(pulse, tmp_path, speech(QUESTION, lead_s=0.0), wait=False)
    audio.call("listen", tone=True)
    audio.event("heard")
    assert recognize_pcm(heard(audio.messages), pocketsphinx).text == QUESTION


def test_an_answer_while_the_tone_sounds(pulse: VirtualAudio, audio: WorkerProcess) -> None:
    audio.call("listen", tone=True)
    audio.call("play", pcm=pack(speech("seven")), rate=RATE, first=True, last=True)
    audio.event("playing", on=True)
    audio.event("playing", on=False)


# --- loudness -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("loud", "clipped"), [(1.0, False), (8.0, True)])
def test_a_voice_too_loud_for_the_microphone_is_told(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path, loud: float, clipped: bool
) -> None:
    samples = np.frombuffer(speech(QUESTION), "<i2").astype(float) * loud
    audio.call("listen")
    speak(pulse, tmp_path, samples.clip(-32768, 32767).astype("<i2").tobytes())
    assert audio.event("heard")["clipped"] is clipped


# --- the wake word --------------------------------------------------------------------------------------------------


def test_a_wake_word_that_there_is_not(audio: WorkerProcess) -> None:
    refused = audio.answer(audio.submit("wake", word="hello shop"))["error"]
    assert refused["code"] == "unavailable"
    assert "'hello shop'" in refused["detail"]
    assert "okay_nabu" in refused["detail"]
    assert audio.event("wake", word="hello shop")["detail"] == refused["detail"]
    audio.call("listen")
    audio.event("level")


@needs_wake
def test_the_wake_word_and_a_question_in_one_breath(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path, pocketsphinx: PocketSphinxRecognizer
) -> None:
    audio.call("wake", word="okay_nabu")
    speak(pulse, tmp_path, speech("where is the oat milk"))
    assert not audio.events("woken")
    breath = speech("okay nabu", speed=130, lead_s=0.5, trail_s=0.0) + speech(QUESTION, lead_s=0.0)
    speak(pulse, tmp_path, breath, wait=False)
    audio.event("woken")
    assert not audio.events("speech")
    assert not audio.events("level")
    audio.call("listen", tone=True)
    audio.event("heard")
    text = recognize_pcm(heard(audio.messages), pocketsphinx).text
    assert text.split()[-2:] == ["trash", "bags"]
    before = len(audio.messages)
    speak(pulse, tmp_path, speech("okay nabu", speed=130, lead_s=0.5))
    audio.event("woken", before)
    assert not audio.events("speech", before)


@needs_wake
def test_after_the_wake_word_the_kiosk_waits_for_the_question(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path, pocketsphinx: PocketSphinxRecognizer
) -> None:
    audio.call("wake", word="okay_nabu")
    speak(pulse, tmp_path, speech("okay nabu", speed=130, lead_s=0.5, trail_s=0.0), wait=False)
    audio.event("woken")
    audio.call("listen", tone=True)
    speak(pulse, tmp_path, speech(QUESTION, lead_s=1.0))
    audio.event("heard")
    assert recognize_pcm(heard(audio.messages), pocketsphinx).text == QUESTION


@needs_wake
def test_the_wake_word_counts_again_when_the_microphone_is_back(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path
) -> None:
    audio.call("wake", word="okay_nabu")
    pulse.pull_out("mic")
    audio.event("devices", microphone=None)
    pulse.plug_in("headset")
    audio.event("devices", microphone="headset")
    speak(pulse, tmp_path, speech("okay nabu", speed=130, lead_s=1.5))
    audio.event("woken")


# --- echo -----------------------------------------------------------------------------------------------------------


def test_echo_cancellation_as_packaged(
    pulse: VirtualAudio, tmp_path: Path, pocketsphinx: PocketSphinxRecognizer
) -> None:
    """The microphone hears the speaker half as loud as it is; the kiosk hears next to none of it."""
    pulse.cancel_echo()
    pulse.echo(-6)
    answer = speech("paper towels are in aisle seven and the napkins are in aisle nine next to the plates", trail_s=0)
    with WorkerProcess("audio", env=pulse.env) as audio:
        ready = audio.event("ready")
        assert (ready["microphone"], ready["speaker"]) == ("Microphone without echo", "Speaker without echo")
        with pulse.recording("micbus") as raw, pulse.recording("aislewise.echo-cancel") as without:
            audio.call("play", pcm=pack(answer * 2), rate=RATE, first=True, last=True)
            audio.event("playing", on=True)
            audio.call("listen", over=True)
            audio.event("playing", on=False)
            assert loudness_db(raw.heard()) - loudness_db(without.heard()) > 15
        assert not audio.events("ducked")
        speak(pulse, tmp_path, speech(QUESTION))
        audio.event("heard")
        assert recognize_pcm(heard(audio.messages), pocketsphinx).text == QUESTION
