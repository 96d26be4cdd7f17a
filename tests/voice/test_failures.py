"""Everything that goes wrong with sound, on a real engine with its workers and a PulseAudio server of its own.

Each time: the screen is told, touch works all the while, nothing hangs, and the next question is answered.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from bench.noises import crowd_with_music
from kiosk import protocol
from kiosk.engine.client import EngineAwayError
from local_catalog import build_catalog, demo_source
from tests.voice.made import speech
from tests.voice.pulse import VirtualAudio, missing
from tests.whole.kiosk import Kiosk, until
from voice import RATE, write_wav

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
    pytest.mark.timeout(300),
]
QUESTION = "how much is the cream cheese"
PARTS = ("audio", "stt", "tts", "microphone", "speaker")
P = TypeVar("P", bound=protocol.Push)


class Shop:
    """An engine without a screen, what it tells the screen, and the shopper before it."""

    def __init__(self, data: Path, sound: VirtualAudio) -> None:
        self.sound, self.data = sound, data
        self.kiosk = Kiosk(data, {**sound.env, "AISLEWISE_CATALOG": str(dairy(data))})
        self.kiosk.start_engine()
        self.pushes: list[protocol.Message] = []
        self._listener = self.kiosk.client("screen", 600)
        threading.Thread(target=self._read, daemon=True).start()
        self._touch = self.kiosk.client("screen")
        self.session = ""
        self._speaking: subprocess.Popen[bytes] | None = None

    def close(self) -> None:
        self._touch.__exit__(None, None, None)
        self.kiosk.stop()

    def greet(self) -> None:
        """A new shopper."""
        self.kiosk.wait_working(*PARTS, seconds=100)
        started = self._touch.request(protocol.StartSession(id=self._touch.next_id()), protocol.SessionStarted)
        self.session = started.session
        self.pushes.clear()

    def tap(self) -> None:
        """Tap to talk; returns when the microphone is open."""
        self.pushes.clear()
        self._touch.request(protocol.Listen(id=self._touch.next_id(), session=self.session), protocol.Done)

        def sounds() -> int:
            """One push tells that it listens, the next ones how loud it is."""
            told = [push for push in list(self.pushes) if isinstance(push, protocol.Listening)]
            return sum((push.session, push.state) == (self.session, "listening") for push in told)

        until(lambda: sounds() > 1, "a sound")

    def touches(self) -> None:
        """Touch works: a search is answered at once."""
        began = time.monotonic()
        search = protocol.Search(id=self._touch.next_id(), session=self.session, query="oat milk")
        assert self._touch.request(search, protocol.Results).cards
        assert time.monotonic() - began < 5

    def speak(self, pcm: bytes) -> None:
        """Speak to the end."""
        write_wav(self.data / "said.wav", pcm)
        self.sound.speak_into_mic(self.data / "said.wav")

    def begin_to_speak(self) -> None:
        """Tap and begin a long question; returns when its first words have come."""
        self.tap()
        write_wav(self.data / "said.wav", speech(", ".join([QUESTION] * 4), trail_s=0))
        self._speaking = self.sound.speak_into_mic(self.data / "said.wav", wait=False)
        self.pushed(protocol.Listening, lambda push: push.level > 0.4)

    def stop_speaking(self) -> None:
        """Break off what was begun."""
        if self._speaking is not None:
            self._speaking.kill()
            self._speaking.wait()

    def pushed(self, kind: type[P], wanted: Callable[[P], object] = lambda push: True, seconds: float = 90) -> P:
        """Wait for a push of that kind since the last tap."""

        def found() -> P | None:
            return next((push for push in list(self.pushes) if isinstance(push, kind) and wanted(push)), None)

        deadline = time.monotonic() + seconds
        while (push := found()) is None:
            assert time.monotonic() < deadline, f"no such {kind.__name__} came, but {self.told()}"
            time.sleep(0.05)
        return push

    def told(self) -> list[str]:
        """What came, in short."""
        return [
            f"{type(push).__name__}{getattr(push, 'state', '')}{getattr(push, 'text', '')}"
            for push in self.pushes
            if not isinstance(push, protocol.Listening) or push.state != "listening"
        ]

    def failed(self, detail: str) -> None:
        """The screen is told that the question was lost, and why."""
        self.pushed(protocol.Listening, lambda push: (push.state, push.detail) == ("failed", detail))

    def over(self) -> protocol.Listening:
        """The question is over, one way or another."""
        return self.pushed(
            protocol.Listening, lambda push: push.session == self.session and push.state in ("idle", "failed")
        )

    def works_again(self) -> None:
        """The next question is heard and answered."""
        self.stop_speaking()
        self.kiosk.wait_working(*PARTS, seconds=40)
        self.tap()
        self.speak(speech(QUESTION))
        self.is_answered()

    def is_answered(self) -> None:
        """The question is answered; asked back what was said, the shopper taps it."""
        told = self.pushed(protocol.Push, lambda push: isinstance(push, protocol.Answered | protocol.DidYouSay))
        if isinstance(told, protocol.DidYouSay):
            assert QUESTION in told.choices
            ask = protocol.Ask(id=self._touch.next_id(), session=self.session, text=QUESTION, via="tapped", speak=True)
            answer = self._touch.request(ask, protocol.Answer)
        else:
            assert isinstance(told, protocol.Answered)
            answer = told.answer
        assert "cream cheese" in answer.say.lower()

    def pid(self, part: str) -> int:
        found = self.kiosk.pid(f"kiosk.engine.workers.{part}")
        assert found is not None
        return found

    def _read(self) -> None:
        def keep(message: protocol.Message) -> bool:
            self.pushes.append(message)
            return False

        try:
            self._listener.wait_for(keep)
        except (EngineAwayError, ValueError):
            return


def dairy(folder: Path) -> Path:
    """The catalog of a store that sells dairy products alone: its recogniser starts and hears sooner."""
    shutil.copytree(
        demo_source(), folder / "store", ignore=lambda at, names: [
            name for name in names if Path(at).name == "products" and not name.startswith("dairy")
        ],
    )  # fmt: skip
    build_catalog(folder / "store", folder / "dairy.db", today=date(2026, 11, 21))
    return folder / "dairy.db"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with VirtualAudio() as sound:
        shop = Shop(tmp_path_factory.mktemp("shop"), sound)
        try:
            yield shop
        finally:
            shop.close()


@pytest.fixture
def shop(running: Shop) -> Shop:
    running.greet()
    return running


# --- devices --------------------------------------------------------------------------------------------------------


def test_the_microphone_is_pulled_out_in_mid_sentence(shop: Shop) -> None:
    shop.begin_to_speak()
    shop.sound.pull_out("mic")
    shop.failed("microphone")
    gone = shop.pushed(protocol.HealthChanged, lambda push: any(part.name == "microphone" for part in push.parts))
    assert [part.state for part in gone.parts if part.name == "microphone"] == ["absent"]
    shop.touches()
    shop.sound.plug_in("mic")
    shop.works_again()


def test_the_sound_server_dies_and_comes_back(shop: Shop) -> None:
    shop.tap()
    shop.sound.stop()
    shop.failed("microphone")
    shop.touches()
    shop.sound.start()
    shop.works_again()


# --- workers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("part", "detail"), [("audio", "microphone"), ("stt", "recogniser")])
def test_a_worker_is_killed_in_mid_sentence(shop: Shop, part: str, detail: str) -> None:
    shop.begin_to_speak()
    os.kill(shop.pid(part), signal.SIGKILL)
    shop.failed(detail)
    shop.touches()
    shop.works_again()


def test_the_voice_is_killed_while_it_speaks(shop: Shop) -> None:
    shop.tap()
    shop.speak(speech(QUESTION))
    shop.pushed(protocol.Speaking, lambda push: push.on)
    os.kill(shop.pid("tts"), signal.SIGKILL)
    shop.pushed(protocol.Speaking, lambda push: not push.on)
    shop.touches()
    shop.works_again()


def test_the_sound_process_hangs(shop: Shop) -> None:
    shop.tap()
    os.kill(shop.pid("audio"), signal.SIGSTOP)
    shop.touches()
    shop.failed("microphone")
    shop.works_again()


# --- what is no question --------------------------------------------------------------------------------------------


def noise(seconds: float) -> bytes:
    return np.random.default_rng(3).normal(0, 3_000, round(seconds * RATE)).astype("<i2").tobytes()


def radio(seconds: float) -> bytes:
    return crowd_with_music(seconds).clip(-32768, 32767).astype("<i2").tobytes()


def two_people() -> bytes:
    said = (("where do I find the washing powder for wool", "en-us+f3"), ("we still need apples and onions", "en+m5"))
    both = [np.frombuffer(speech(text, voice), "<i2").astype(float) for text, voice in said]
    length = max(map(len, both))
    mixed = sum(np.pad(samples, (0, length - len(samples))) for samples in both)
    return np.asarray(mixed).clip(-32768, 32767).astype("<i2").tobytes()


def test_silence(shop: Shop) -> None:
    shop.tap()
    assert shop.over() == protocol.Listening(session=shop.session, state="idle", detail="nothing_heard")
    shop.works_again()


def test_thirty_seconds_of_noise(shop: Shop) -> None:
    """Nothing is heard in it, however often the shopper taps."""
    playing = threading.Thread(target=shop.speak, args=(noise(30),))
    playing.start()
    while playing.is_alive():
        shop.tap()
        assert shop.over().detail == "nothing_heard"
        assert not [push for push in shop.pushes if isinstance(push, protocol.Answered | protocol.DidYouSay)]
        shop.touches()
    playing.join()
    shop.works_again()


@pytest.mark.parametrize("sound", [radio(14), two_people()], ids=["radio", "two people"])
def test_what_cannot_be_understood_comes_to_an_end(shop: Shop, sound: bytes) -> None:
    playing = threading.Thread(target=shop.speak, args=(sound,))
    shop.tap()
    playing.start()
    shop.over()
    shop.touches()
    playing.join()
    shop.greet()
    shop.works_again()


def test_the_disk_is_full(shop: Shop) -> None:
    """No byte more can be written. The question is answered and staff are told; then all is as before."""
    engine = shop.kiosk.pid("kiosk.cli", "engine")
    assert engine is not None
    usual = resource.prlimit(engine, resource.RLIMIT_FSIZE)
    resource.prlimit(engine, resource.RLIMIT_FSIZE, (0, usual[1]))
    try:
        shop.tap()
        shop.speak(speech(QUESTION))
        shop.is_answered()
        shop.touches()
        assert shop.kiosk.health()["state"] == "down"
    finally:
        resource.prlimit(engine, resource.RLIMIT_FSIZE, usual)
    shop.kiosk.wait_working("state")
    shop.works_again()
