"""Voices, and which of them is chosen."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from tests.voice.made import piper_voice
from voice import VoiceError, choose_speaker
from voice.espeak import Manner, espeak
from voice.speakers.espeak import LANGUAGES, EspeakSpeaker
from voice.speakers.piper import PiperSpeaker


def loud(pcm: bytes) -> float:
    return float(np.abs(np.frombuffer(pcm, "<i2").astype(float)).mean()) if pcm else 0.0


# --- espeak ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [*LANGUAGES, "en-GB", "pt_BR", "xx", "", "../../etc"])
def test_every_language_is_spoken(language: str) -> None:
    speaker = EspeakSpeaker()
    pcm = b"".join(speaker.speak("7 + 3", language))
    assert len(pcm) / 2 / speaker.rate > 0.3
    assert loud(pcm) > 300


def test_the_first_sound_comes_before_the_last_is_made() -> None:
    speaking = EspeakSpeaker().speak("milk " * 2_000, "en")
    assert len(next(speaking)) < 10_000
    speaking.close()


@pytest.mark.parametrize("text", ["", "   ", "...", "🥛"])
def test_nothing_to_say(text: str) -> None:
    assert list(EspeakSpeaker().speak(text, "en")) == []


@pytest.mark.parametrize("text", ["a\0b", "[[h@]] <speak><break time='9s'/>x</speak>", "\ud800x", "é" * 500])
def test_hostile_texts_are_spoken(text: str) -> None:
    assert loud(b"".join(EspeakSpeaker().speak(text, "en"))) > 0


def test_one_voice_at_a_time_from_many_threads() -> None:
    made: dict[int, bytes] = {}

    def speak(number: int) -> None:
        manner = Manner("en-us" if number % 2 else "es", speed=150 + number)
        made[number] = b"".join(espeak().speak("where is the milk", manner))
        espeak().phonemes("milk")

    threads = [threading.Thread(target=speak, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(made) == 8
    assert len(made[1]) > len(made[7])


def test_an_unknown_voice_is_named() -> None:
    with pytest.raises(VoiceError, match="'nobody'"):
        list(espeak().speak("x", Manner("nobody")))
    with pytest.raises(VoiceError, match="'nobody'"):
        espeak().phonemes("x", "nobody")


# --- Piper ----------------------------------------------------------------------------------------------------------


def test_a_piper_voice(tmp_path: Path) -> None:
    speaker = PiperSpeaker(piper_voice(tmp_path))
    sentences = list(speaker.speak("Hello there. The milk is in aisle seven.", "en"))
    assert len(sentences) == 2
    assert all(loud(pcm) > 1_000 for pcm in sentences)
    assert (speaker.rate, speaker.languages) == (16_000, ("en",))
    assert list(speaker.speak("...", "en")) == []


def test_double_brackets_are_no_phonemes(tmp_path: Path) -> None:
    speaker = PiperSpeaker(piper_voice(tmp_path))
    plain = b"".join(speaker.speak("milk  eggs  bread", "en"))
    assert len(b"".join(speaker.speak("milk [[eggs]] bread", "en"))) == len(plain)


def test_piper_and_espeak_in_one_process(tmp_path: Path) -> None:
    """Piper sets up the same espeak library for its phonemes."""
    own = EspeakSpeaker()
    before = b"".join(own.speak("milk", "en"))
    list(PiperSpeaker(piper_voice(tmp_path)).speak("milk", "en"))
    after = b"".join(own.speak("milk", "en"))
    assert abs(len(before) - len(after)) < 500


@pytest.mark.parametrize(
    ("suffix", "content", "said"),
    [
        (".onnx", b"not a model", "tiny.onnx is damaged"),
        (".onnx.json", b"{", "tiny.onnx.json is damaged"),
        (".onnx.json", b"[]", "tiny.onnx.json is not a Piper"),
        (".onnx.json", b'{"audio": {}}', "tiny.onnx.json is not a Piper"),
        (".onnx.json", None, "tiny.onnx.json is missing"),
    ],
)
def test_a_damaged_voice_is_passed_over(tmp_path: Path, suffix: str, content: bytes | None, said: str) -> None:
    piper_voice(tmp_path)
    path = tmp_path / f"tiny{suffix}"
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    speaker, warning = choose_speaker(tmp_path, "en")
    assert speaker.name == "espeak-ng"
    assert said in warning


def test_the_voice_of_the_language(tmp_path: Path) -> None:
    piper_voice(tmp_path, "anna")
    piper_voice(tmp_path, "berta", "es")
    assert choose_speaker(tmp_path, "es-MX").speaker.name == "Piper berta"
    assert choose_speaker(tmp_path, "en").speaker.name == "Piper anna"
    assert choose_speaker(tmp_path, "de").speaker.name == "espeak-ng"
