"""The main job as its people do it: a shopper taps and talks, a person comes."""

from __future__ import annotations

import json
import os
import signal
import time
import wave
from pathlib import Path

import numpy as np
import pytest
import soxr

from kiosk import protocol
from kiosk.engine.client import EngineClient
from tests.kiosk.staff.browser import phone, sign_in
from tests.voice.made import alike
from tests.voice.pulse import VirtualAudio
from tests.whole.kiosk import Kiosk, until
from tests.whole.screen import Screen
from voice import RATE

pytestmark = [pytest.mark.whole, pytest.mark.timeout(300)]


def listen(awake: Screen, kiosk: Kiosk) -> None:
    """Tap to talk; returns when the kiosk listens, which it tells every screen."""
    button = awake.wait_for("Tap to talk")
    with EngineClient(kiosk.data / "run" / "engine.sock", role="screen") as client:
        awake.tap_at(button.x, button.y)
        client.wait_for(lambda m: isinstance(m, protocol.Listening) and m.state == "listening")


def test_a_product_is_found_by_typing(awake: Screen) -> None:
    awake.tap("Search products and brands")
    awake.wait_for("Hide")
    awake.type("duct tpe")
    awake.tap("Larkfield 30 yd")
    awake.wait_for("Aisle 18")
    awake.wait_for("Shelf 2")
    awake.wait_for("Entrance")


def test_a_spoken_question_is_answered_on_the_screen_and_out_of_the_speaker(
    awake: Screen, kiosk: Kiosk, audio: VirtualAudio, tmp_path: Path
) -> None:
    question = tmp_path / "question.wav"
    assert kiosk.command("say", "how much are the bananas", "--out", str(question)).returncode == 0
    listen(awake, kiosk)
    with audio.recording() as recorder:
        audio.speak_into_mic(question)
        # What is not heard for sure is asked back, as a shopper would see it.
        until(lambda: awake.find("costs") or awake.find("Did you say"), "an answer")
        if not awake.find("costs"):
            awake.tap("the bananas")
            awake.wait_for("costs")
        awake.wait_for("Bananas")
        time.sleep(8)
        recorded = recorder.heard()
    # Before `ask`, which is a turn of its own.
    turn = next(e for e in reversed(kiosk.events()) if e["event"] == "turn")
    assert turn["via"] in ("spoken", "tapped")
    assert turn["results"] > 0
    answer = json.loads(kiosk.command("ask", "how much are the bananas", "--json").stdout)["say"]
    assert alike(said(kiosk, tmp_path, answer), recorded) > 0.8
    assert alike(said(kiosk, tmp_path, "Larkfield Apples (1 lb) costs $0.69."), recorded) < 0.8


def said(kiosk: Kiosk, folder: Path, text: str) -> bytes:
    """What the kiosk's voice makes of a text: RATE, 16-bit mono."""
    path = folder / "said.wav"
    assert kiosk.command("say", text, "--out", str(path)).returncode == 0
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32)
        return soxr.resample(samples, file.getframerate(), RATE).clip(-32768, 32767).astype("<i2").tobytes()


def test_a_call_is_answered_on_a_phone_and_the_shopper_sees_who_comes(awake: Screen, kiosk: Kiosk) -> None:
    awake.tap("Call staff")
    with phone(f"http://127.0.0.1:{kiosk.port}/", folder=kiosk.data) as page:
        sign_in(page, "Staff", kiosk.pin)
        awake.tap("Finding something")
        awake.wait_for("has been called")
        page.get_by_role("button", name="I’ll take it").click()
        awake.wait_for("Staff")
        page.get_by_role("button", name="I’m on my way").click()
        awake.wait_for("Staff is on the way")
        page.get_by_role("button", name="Done").click()
    steps = [e["state"] for e in kiosk.events() if e["event"] == "page"]
    assert steps[-4:] == ["called", "claimed", "coming", "resolved"]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("llm", ("kiosk.engine.workers.llm",)),
        ("stt", ("kiosk.engine.workers.stt",)),
        ("tts", ("kiosk.engine.workers.tts",)),
        ("microphone", ("kiosk.engine.workers.audio",)),
        ("staff", ("kiosk.staff.web",)),
        ("engine", ("kiosk.cli", "engine")),
        ("screen", ("kiosk.screen",)),
    ],
)
def test_killed_while_a_shopper_talks_it_is_back_and_the_screen_stays(
    awake: Screen, kiosk: Kiosk, part: str, words: tuple[str, ...]
) -> None:
    listen(awake, kiosk)
    screen_before = kiosk.pid("kiosk.screen")
    killed = until(lambda: kiosk.pid(*words), f"finding {part}")
    os.kill(killed, signal.SIGKILL)
    until(lambda: kiosk.pid(*words) not in (None, killed), f"a new {part}", 10)
    if part == "screen":
        awake.wait_for("every shelf", 10)
        return
    if part == "engine":
        until(lambda: kiosk.health(), "the engine's answering", 10)
    else:
        kiosk.wait_working(part, seconds=10)
    assert kiosk.pid("kiosk.screen") == screen_before
    kiosk.wait_working("llm", "stt", "tts", "microphone", "speaker", "staff", seconds=20)
    awake.tap("Home")
    awake.wait_for("What are you looking for")


def test_a_call_survives_a_killed_engine(awake: Screen, kiosk: Kiosk) -> None:
    awake.tap("Call staff")
    awake.tap("Product advice")
    awake.wait_for("has been called")
    os.kill(until(lambda: kiosk.pid("kiosk.cli", "engine"), "finding the engine"), signal.SIGKILL)
    until(lambda: kiosk.health().get("staff") == "working", "the engine's coming back", 20)
    with phone(f"http://127.0.0.1:{kiosk.port}/", folder=kiosk.data) as page:
        sign_in(page, "Staff", kiosk.pin)
        page.get_by_role("button", name="I’ll take it").click()
        awake.wait_for("Staff", 20)
        page.get_by_role("button", name="Done").click()
