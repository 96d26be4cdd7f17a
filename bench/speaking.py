"""How fast the kiosk speaks, falls silent and lets itself be interrupted: `python bench/speaking.py [--runs N]`.

The real sound and voice processes on a PulseAudio server of their own, whose speaker and microphone are recorded; times
are taken from the recordings, to some 20 ms. Prints, in milliseconds, the median and the worst of N runs:

- first sound: from asking for an answer to its first sample out of the speaker, by language;
- tap to silence: from `hush` to the last sample that sounds;
- speech to ducked: from the first sample of a shopper's speech in the microphone to the volume having fallen by half;
- cutting in: how often the volume fell, and how often the kiosk stopped, in answers that nobody cuts into and in
  answers that a shopper as loud as the kiosk does cut into, with the kiosk's echo in the microphone so many decibels
  louder than what it plays.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.demo import demo_vocabulary
from kiosk.engine.pipe import pack, unpack
from tests.voice.made import speech, tone
from tests.voice.process import WorkerProcess
from tests.voice.pulse import Recording, VirtualAudio
from voice import RATE, Act, CuttingIn, recognize_pcm, spoken_text, write_wav
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer

ANSWERS = {
    "en": "Larkfield Whole Milk (1 gal) is $3.49, in aisle 7, bay 3.",
    "es": "Larkfield Whole Milk (1 gal) cuesta 3,49 $ y está en el pasillo 7, módulo 3.",
    "fr": "Larkfield Whole Milk (1 gal) coûte 3,49 $, dans l'allée 7, travée 3.",
    "de": "Larkfield Whole Milk (1 gal) kostet 3,49 $ und steht in Gang 7, Regal 3.",
}
QUESTIONS = ("where are the eggs please", "how much is the cream cheese", "stop talking", "do you have paper towels")
_SOUNDS = 200
"""Samples louder than this sound."""
_BLOCK = RATE // 100


class Line:
    """A recording with the time of its first sample."""

    def __init__(self, recorder: Recording) -> None:
        self._recorder = recorder
        self._began = time.monotonic()

    def blocks(self) -> tuple[float, npt.NDArray[np.float64]]:
        """The time of the first block, and the level of each 10 ms."""
        samples = np.frombuffer(self._recorder.heard(), "<i2").astype(float)
        cut = samples[: len(samples) // _BLOCK * _BLOCK].reshape(-1, _BLOCK)
        return self._began, np.sqrt((cut * cut).mean(axis=1))


@contextmanager
def line(pulse: VirtualAudio, device: str = "spk") -> Iterator[Line]:
    with pulse.recording(device) as recorder:
        yield Line(recorder)


def first(began: float, levels: npt.NDArray[np.float64], after: float, above: float = _SOUNDS) -> float:
    """When it first sounds after a time."""
    at = max(0, round((after - began) * 100))
    return began + (at + int(np.argmax(levels[at:] > above))) / 100


def show(name: str, seconds: list[float]) -> None:
    print(f"{name:<28}{statistics.median(seconds) * 1000:8.0f}{max(seconds) * 1000:8.0f}")


def speak(tts: WorkerProcess, audio: WorkerProcess, text: str, language: str, names: list[str]) -> None:
    """As the engine does: each piece of sound goes to the speaker as it comes."""
    seen = len(tts.messages)
    number = tts.submit("speak", text=text, language=language, speech=1, names=names, names_language="en")
    chunk = tts.event("chunk", seen)
    audio.submit("play", pcm=chunk["pcm"], rate=chunk["rate"])
    tts.answer(number)
    for later in tts.events("chunk", seen)[1:]:
        audio.submit("play", pcm=later["pcm"], rate=later["rate"])
    audio.submit("play", pcm="", rate=22_050, last=True)


def first_sounds(pulse: VirtualAudio, audio: WorkerProcess, runs: int) -> None:
    with tempfile.TemporaryDirectory() as models, WorkerProcess("tts", "--models", models) as tts:
        tts.event("ready")
        for language, text in ANSWERS.items():
            names = ["Larkfield", "Whole Milk"] if language != "en" else []
            tts.call("speak", text="1", language=language, speech=0)
            took = []
            for _ in range(runs):
                with line(pulse) as recording:
                    asked = time.monotonic()
                    seen = len(audio.messages)
                    speak(tts, audio, text, language, names)
                    audio.event("playing", seen, on=True)
                    time.sleep(0.5)
                    began, levels = recording.blocks()
                audio.call("hush")
                audio.event("playing", seen, on=False)
                took.append(first(began, levels, asked) - asked)
            show(f"first sound, {language}", took)


def silences(pulse: VirtualAudio, audio: WorkerProcess, runs: int) -> None:
    took = []
    for _ in range(runs):
        with line(pulse) as recording:
            seen = len(audio.messages)
            audio.submit("play", pcm=pack(tone(10.0)), rate=RATE, first=True, last=True)
            audio.event("playing", seen, on=True)
            time.sleep(0.5)
            tapped = time.monotonic()
            audio.submit("hush")
            time.sleep(0.7)
            began, levels = recording.blocks()
        sounding = np.nonzero(levels > _SOUNDS)[0]
        took.append(began + (sounding[-1] + 1) / 100 - tapped)
        audio.event("playing", seen, on=False)
    show("tap to silence", took)


def ducks(pulse: VirtualAudio, audio: WorkerProcess, runs: int, folder: Path) -> None:
    took = []
    for number in range(runs):
        write_wav(folder / "question.wav", speech(QUESTIONS[number % len(QUESTIONS)]))
        with line(pulse) as recording, line(pulse, "micbus") as microphone:
            seen = len(audio.messages)
            audio.submit("listen", over=True)
            audio.submit("play", pcm=pack(tone(10.0)), rate=RATE, first=True, last=True)
            audio.event("playing", seen, on=True)
            time.sleep(0.6)
            began_at = time.monotonic()
            pulse.speak_into_mic(folder / "question.wav")
            time.sleep(0.3)
            mic_began, mic = microphone.blocks()
            began, levels = recording.blocks()
        audio.call("stop_listening", cancel=True)
        audio.call("hush")
        audio.event("playing", seen, on=False)
        spoke = first(mic_began, mic, began_at)
        at = round((spoke - began) * 100)
        usual = float(np.median(levels[at - 30 : at - 5]))
        took.append((int(np.argmax(levels[at:] < usual / 2)) if (levels[at:] < usual / 2).any() else 999) / 100)
    show("speech to ducked", took)


def cut_ins(pulse: VirtualAudio, audio: WorkerProcess, runs: int, folder: Path) -> None:
    recogniser = PocketSphinxRecognizer(demo_vocabulary())
    answer = " ".join(["We have several.", ANSWERS["en"], "There are others on the screen."])

    def heard(seen: int) -> bool:
        """Whether what was heard over the answer stops it."""
        pcm = b"".join(unpack(event["pcm"]) for event in audio.events("speech", seen))
        said = recognize_pcm(pcm, recogniser)
        cut = CuttingIn()
        cut.begin()
        cut.says(answer)
        cut.says(spoken_text(answer))
        cut.sound()
        return cut.ended(said.text, said.confidence) is Act.STOP

    for real, decibels in ((False, 0), (False, -12), (True, -12), (False, -24), (True, -24)):
        pulse.echo(decibels)
        ducked = stopped = 0
        for number in range(runs):
            seen = len(audio.messages)
            voice = ("en-us+f5", "en-us", "en-us+m7", "en+f3")[number % 4]
            audio.submit("listen", over=True)
            audio.submit("play", pcm=pack(speech(spoken_text(answer), voice)), rate=RATE, first=True, last=True)
            audio.event("playing", seen, on=True)
            if real:
                time.sleep(1.0)
                write_wav(folder / "question.wav", speech(QUESTIONS[number % len(QUESTIONS)], "en-us+m3", trail_s=1.2))
                pulse.speak_into_mic(folder / "question.wav")
            else:
                audio.event("playing", seen, on=False)
            ducked += bool(audio.events("ducked", seen))
            stopped += heard(seen)
            audio.call("stop_listening", cancel=True)
            audio.call("hush")
            audio.event("playing", seen, on=False)
        what = "questions over the answer" if real else "answers alone"
        print(f"{runs} {what}, echo {decibels} dB: the volume fell in {ducked}, the kiosk stopped in {stopped}")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="how fast the kiosk speaks and is silent")
    options.add_argument("--runs", type=int, default=8)
    runs = options.parse_args().runs
    with (
        VirtualAudio() as pulse,
        tempfile.TemporaryDirectory() as folder,
        WorkerProcess("audio", env=pulse.env) as audio,
    ):
        audio.event("ready")
        print(f"{'milliseconds':<28}{'median':>8}{'worst':>8}")
        first_sounds(pulse, audio, runs)
        silences(pulse, audio, runs)
        ducks(pulse, audio, runs, Path(folder))
        cut_ins(pulse, audio, runs, Path(folder))


if __name__ == "__main__":
    main()
