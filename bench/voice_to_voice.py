"""From the last sample of a question to the first of its answer: `python bench/voice_to_voice.py [--each] [--limit N]`.

A whole kiosk, `aislewise run` with all its processes and the demo store, on a PulseAudio server of its own. Questions
by six synthetic voices are played into its virtual microphone, and its speaker is recorded. Both are recorded in the
same way, at the monitors of the two virtual devices, so that the recorder's own delay falls out of the difference. The
last sample of a question is the last one of its sound that can be heard (over 200 of 32,768).

Printed are the median and the 95th percentile, milliseconds, of the whole, and of its stages by the engine's own
pushes, as a client of its socket sees them: end of turn (to `Listening thinking`), recognition (to the final
`Caption`), understanding and answer (to `Answered` or `DidYouSay`), first sound (to the speaker). `--each`: every
question with what was heard. `--mic-latency` tells what of the end of turn is the way from the bus to whoever records
the virtual microphone. The settings are the defaults, but for the listening tone, which is off. On a quiet machine.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from kiosk.engine.client import EngineAwayError, EngineClient
from tests.voice.made import speech
from tests.voice.pulse import VirtualAudio
from tests.whole.kiosk import Kiosk
from voice import RATE, write_wav

VOICES = ("en-us+f2", "en-us", "en-us+m7", "en+m3", "en-us+f5", "en+f3")
TALKS = (
    ("do you have any oat milk", "how much is it", "anything cheaper"),
    ("where is the olive oil", "which aisle is that", "is it on offer"),
    ("how much is the cream cheese", "add it to my list", "what's on my list"),
    ("what time do you close today",),
    ("where are the restrooms",),
    ("I'm looking for paper towels", "show me the cheapest", "how many are left"),
    ("can I talk to a person please", "no thanks"),
    ("do you sell dishwasher tablets", "where are they"),
    ("can I return something without a receipt",),
    ("is there any gluten free pasta", "yes please"),
    ("help me find a birthday cake", "no"),
    ("do you take credit cards",),
    ("where can I find the eggs", "and the peanut butter"),
    ("what's on sale this week",),
    ("do you carry lactose free milk", "the second one", "is there sugar in it"),
)
STAGES = ("end of turn", "recognition", "understanding and answer", "first sound", "whole")
_AUDIBLE = 200
_PATIENCE_S = 12.0
Wanted = Callable[[protocol.Message], object]


@dataclass(frozen=True, slots=True)
class Timed:
    """One question: when what happened, monotonic seconds; None if it did not."""

    ended: float
    turn: float | None
    text: float | None
    answer: float | None
    sound: float | None
    heard: str
    said: str

    def stages(self) -> tuple[float, ...] | None:
        """Seconds of each of STAGES; None when there was no answer."""
        if self.turn is None or self.text is None or self.answer is None or self.sound is None:
            return None
        points = (self.ended, self.turn, self.text, self.answer, self.sound)
        return (*(b - a for a, b in itertools.pairwise(points)), self.sound - self.ended)


class Pushes:
    """A client of the engine that notes when each push came."""

    def __init__(self, socket: Path) -> None:
        self._client = EngineClient(socket, timeout_s=3600.0, role="screen")
        self._came: list[tuple[float, protocol.Message]] = []
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.__exit__(kind, error, trace)

    def session(self) -> str:
        """Begin one."""
        began = time.monotonic()
        self.send(protocol.StartSession(id=self.next_id()))
        started = self.first(began, lambda message: isinstance(message, protocol.SessionStarted))[1]
        assert isinstance(started, protocol.SessionStarted)
        return started.session

    def next_id(self) -> int:
        return self._client.next_id()

    def send(self, message: protocol.Request) -> None:
        self._client.send(message)

    def find(self, after: float, wanted: Wanted) -> tuple[float, protocol.Message] | None:
        """The first such message that came after a time, if it did."""
        with self._news:
            return next(((at, message) for at, message in self._came if at > after and wanted(message)), None)

    def first(self, after: float, wanted: Wanted) -> tuple[float, protocol.Message]:
        """The same, waited for."""
        deadline = time.monotonic() + _PATIENCE_S
        with self._news:
            while (found := self.find(after, wanted)) is None:
                if not self._news.wait(deadline - time.monotonic()):
                    raise EngineAwayError("the engine did not say what was waited for")
            return found

    def _read(self) -> None:
        def note(message: protocol.Message) -> bool:
            with self._news:
                self._came.append((time.monotonic(), message))
                self._news.notify_all()
            return False

        try:
            self._client.wait_for(note)
        except EngineAwayError:
            return


class Line:
    """A recording of a virtual device, while a block runs, with the time of each sample."""

    def __init__(self, pulse: VirtualAudio, device: str, *, monitor: bool = True) -> None:
        name = f"{device}.monitor" if monitor else device
        self._recorder = subprocess.Popen(
            ["parec", f"--device={name}", f"--rate={RATE}", "--channels=1", "--format=s16le", "--latency-msec=10"],
            env={**os.environ, **pulse.env},
            stdout=subprocess.PIPE,
        )
        self._pieces: list[bytes] = []
        self._began: float | None = None
        """Of the first sample, as the piece tells that was least late."""
        self._lock = threading.Lock()
        self._running = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        assert self._running.wait(_PATIENCE_S), "nothing can be recorded"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._recorder.terminate()
        self._recorder.wait(timeout=10)
        self._reader.join()

    def first(self, after: float) -> float | None:
        """When it was first to be heard after a time."""
        with self._lock:
            pcm = b"".join(self._pieces)
            began = self._began or 0.0
        samples = np.abs(np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2").astype(int))
        at = max(0, round((after - began) * RATE))
        loud = np.flatnonzero(samples[at:] > _AUDIBLE)
        return began + (at + int(loud[0])) / RATE if len(loud) else None

    def _read(self) -> None:
        assert self._recorder.stdout is not None
        size = 0
        while piece := os.read(self._recorder.stdout.fileno(), 65_536):
            now = time.monotonic()
            size += len(piece)
            with self._lock:
                self._pieces.append(piece)
                began = now - size / 2 / RATE
                self._began = began if self._began is None else min(self._began, began)
            self._running.set()


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="from the question's last sample to the answer's first")
    options.add_argument("--each", action="store_true", help="print every question")
    options.add_argument("--limit", type=int, default=len(TALKS), help="talks, at most")
    options.add_argument("--mic-latency", action="store_true", help="measure the virtual microphone's own delay")
    options.add_argument("--models", type=Path, help="a models folder to use instead of the embedded ones")
    chosen = options.parse_args()
    with VirtualAudio() as pulse, tempfile.TemporaryDirectory() as folder:
        if chosen.mic_latency:
            delays = sorted(microphone_delay(pulse, Path(folder)) for _ in range(5))
            print(f"the virtual microphone is recorded {delays[2] * 1000:.0f} ms after its bus", flush=True)
        settings = {**pulse.env, "AISLEWISE_KIOSK__IDLE_S": "600", "AISLEWISE_VOICE__TONE": "false"}
        kiosk = Kiosk(Path(folder), settings)
        if chosen.models:
            (kiosk.data / "models").symlink_to(chosen.models.resolve())
        kiosk.start()
        try:
            kiosk.wait_working("llm", "stt", "tts", "microphone", "speaker")
            show(list(talks(pulse, kiosk, Path(folder), chosen.limit, chosen.each)))
        finally:
            kiosk.stop()


def show(found: list[Timed]) -> None:
    stages = [stages for timed in found if (stages := timed.stages()) is not None]
    print(f"{len(found)} questions, {len(stages)} answered by voice")
    if not stages:
        return
    print(f"{'milliseconds':<28}{'p50':>6}{'p95':>6}{'most':>6}")
    for name, spent in zip(STAGES, zip(*stages, strict=True), strict=True):
        p50, p95 = np.percentile(spent, [50, 95]) * 1000
        print(f"{name:<28}{p50:>6.0f}{p95:>6.0f}{max(spent) * 1000:>6.0f}")


def talks(pulse: VirtualAudio, kiosk: Kiosk, folder: Path, limit: int, each: bool) -> Iterator[Timed]:
    """Every question of the talks, asked."""
    number = 0
    with Pushes(kiosk.data / "run" / "engine.sock") as pushes:
        ask(pulse, pushes, pushes.session(), folder, "where are the eggs", VOICES[0])  # what is loaded when first used
        for questions in TALKS[:limit]:
            session = pushes.session()
            for question in questions:
                timed = ask(pulse, pushes, session, folder, question, VOICES[number % len(VOICES)])
                number += 1
                if each:
                    spent = timed.stages()
                    times = " ".join(f"{second * 1000:>5.0f}" for second in spent) if spent else "not answered"
                    print(f"  {times}  {question!r} heard {timed.heard!r}, said {timed.said[:60]!r}", flush=True)
                yield timed


def ask(pulse: VirtualAudio, pushes: Pushes, session: str, folder: Path, question: str, voice: str) -> Timed:
    """Tap, speak, and wait for the answer's first sound."""
    pcm = speech(question, voice, lead_s=0.1, trail_s=0.1)
    write_wav(folder / "question.wav", pcm)
    pushes.send(protocol.Listen(id=pushes.next_id(), session=session))
    began = time.monotonic()
    opened, _ = pushes.first(began, lambda push: isinstance(push, protocol.Listening) and push.state == "listening")
    # The microphone is open when the next one comes, with a level.
    pushes.first(opened, lambda push: isinstance(push, protocol.Listening) and push.state == "listening")
    with Line(pulse, "micbus") as bus, Line(pulse, "spk") as speaker:
        pulse.speak_into_mic(folder / "question.wav")
        began_to_sound = bus.first(began)
        assert began_to_sound is not None, "the virtual microphone stayed silent"
        ended = began_to_sound + audible_s(pcm)

        def done() -> bool:
            idle = pushes.find(began, lambda push: isinstance(push, protocol.Listening) and push.state == "idle")
            answered = pushes.find(began, lambda push: isinstance(push, protocol.Speaking) and push.on)
            return bool(answered) or (bool(idle) and pushes.find(began, is_answer) is None)

        while time.monotonic() < ended + _PATIENCE_S and not done():
            time.sleep(0.02)
        time.sleep(0.4)
        sound = speaker.first(ended)
    pushes.send(protocol.Hush(id=pushes.next_id(), session=session))
    time.sleep(0.4)
    thinking = pushes.find(began, lambda push: isinstance(push, protocol.Listening) and push.state == "thinking")
    text = pushes.find(began, is_text)
    answer = pushes.find(began, is_answer)
    return Timed(
        ended,
        thinking and thinking[0],
        text and text[0],
        answer and answer[0],
        sound,
        getattr(text and text[1], "text", ""),
        said_in(answer[1]) if answer else "",
    )


def is_text(push: protocol.Message) -> bool:
    return isinstance(push, protocol.DidYouSay) or (isinstance(push, protocol.Caption) and push.final)


def is_answer(push: protocol.Message) -> bool:
    return isinstance(push, protocol.Answered | protocol.DidYouSay)


def said_in(push: protocol.Message) -> str:
    return push.answer.say if isinstance(push, protocol.Answered) else f"did you say {getattr(push, 'choices', '')}"


def audible_s(pcm: bytes) -> float:
    """Seconds from the first to the last sample that can be heard."""
    loud = np.flatnonzero(np.abs(np.frombuffer(pcm, "<i2").astype(int)) > _AUDIBLE)
    return float(loud[-1] - loud[0]) / RATE


def microphone_delay(pulse: VirtualAudio, folder: Path) -> float:
    """How much later than the bus the virtual microphone is recorded, by a click."""
    click = np.zeros(RATE // 2, "<i2")
    click[RATE // 4 : RATE // 4 + 160] = 16_000
    write_wav(folder / "click.wav", click.tobytes())
    began = time.monotonic()
    with Line(pulse, "micbus") as bus, Line(pulse, "mic", monitor=False) as microphone:
        time.sleep(0.3)
        pulse.speak_into_mic(folder / "click.wav")
        time.sleep(0.3)
        heard, played = microphone.first(began), bus.first(began)
    assert heard is not None, "the virtual microphone stayed silent"
    assert played is not None, "the bus of the virtual microphone stayed silent"
    return heard - played


if __name__ == "__main__":
    main()
