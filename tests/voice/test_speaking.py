"""Speaking for real: voice and sound devices as processes on a PulseAudio server of their own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kiosk.engine.pipe import pack
from tests.voice.made import speech, tone
from tests.voice.process import Message, WorkerProcess
from tests.voice.pulse import VirtualAudio, missing
from voice import write_wav

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]
LONG = "this is a very long answer about milk and bread and butter and cheese and eggs. " * 2


def rms(pcm: bytes) -> float:
    return float(np.sqrt(np.mean(np.square(np.frombuffer(pcm, "<i2").astype(float)))))


def begin(audio: WorkerProcess, pcm: bytes) -> None:
    audio.call("play", pcm=pack(pcm), rate=16_000, first=True, last=True)
    audio.event("playing", on=True)


def test_the_next_sentence_is_there_before_the_last_one_ends(audio: WorkerProcess, tmp_path: Path) -> None:
    with WorkerProcess("tts", "--models", str(tmp_path)) as tts:
        order: list[tuple[str, object]] = []

        def play(message: Message) -> bool:
            if message.get("event") == "chunk":
                order.append(("made", message["speech"]))
                audio.submit("play", pcm=message["pcm"], rate=message["rate"], first=False, last=False)
            return "ok" in message

        for number, text in enumerate(("We have Larkfield Oat Milk.", "It is $3.49.", "It is in aisle 7."), 1):
            seen = len(tts.messages)
            asked = tts.submit("speak", text=text, language="en", speech=number)
            tts.answer(asked)
            for message in tts.messages[seen:]:
                play(message)
            order.append(("over", len(audio.events("playing")) > 1))
        audio.submit("play", pcm="", rate=22_050, first=False, last=True)
        audio.event("playing", on=False)
    assert [event["on"] for event in audio.events("playing")] == [True, False], "a gap between two sentences"
    assert ("over", True) not in order, "the voice was silent before the next sentence was made"
    assert [what for what in order if what[0] == "made"] == sorted(what for what in order if what[0] == "made")


def test_louder_and_quieter(pulse: VirtualAudio, audio: WorkerProcess) -> None:
    pcm = speech(LONG)
    loud = []
    for volume in (0.25, 1.0, 3.0):
        audio.call("volume", level=volume)
        seen = len(audio.messages)
        audio.call("play", pcm=pack(pcm), rate=16_000, first=True, last=True)
        audio.event("playing", after=seen, on=True)
        loud.append(rms(pulse.record_speaker(1.0)))
        audio.call("hush")
        audio.event("playing", after=seen, on=False)
    assert 2.5 < loud[1] / loud[0] < 6
    assert 1.3 < loud[2] / loud[1] < 3.2
    assert audio.answer(audio.submit("volume", level=9))["error"]["code"] == "bad_request"


def test_a_shopper_who_cuts_in_is_heard_and_the_kiosk_is_quiet(
    pulse: VirtualAudio, audio: WorkerProcess, tmp_path: Path
) -> None:
    audio.call("listen", over=True)
    # A hum, whose loudness does not change by itself.
    begin(audio, tone(12.0))
    before = rms(pulse.record_speaker(0.8))
    write_wav(tmp_path / "question.wav", speech("where are the eggs please"))
    seen = len(audio.messages)
    playing = pulse.speak_into_mic(tmp_path / "question.wav", wait=False)
    audio.event("ducked", seen)
    audio.event("speech", seen)
    assert rms(pulse.record_speaker(0.8)[6_400:]) < before / 2.5
    playing.wait(20)
    audio.call("resume")
    assert rms(pulse.record_speaker(0.8)[6_400:]) > before / 1.5
    audio.call("hush")
    audio.event("playing", on=False)


def test_its_own_voice_in_the_microphone_is_nobody(pulse: VirtualAudio, audio: WorkerProcess) -> None:
    pulse.echo()
    audio.call("listen", over=True)
    begin(audio, speech(LONG))
    audio.event("playing", on=False)
    assert not audio.events("ducked")
    assert not audio.events("speech")
