"""Which Whisper model is taken: the largest that fits this machine and is fast enough on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.voice.made import piper_voice, whisper_model
from voice import (
    Choice,
    Vocabulary,
    choose_hearing,
    choose_recognizer,
    choose_speaker,
    choose_voice,
    chosen,
    registry,
)
from voice.choice import CHOICE
from voice.recognizers.whisper import WhisperRecognizer

WORDS = Vocabulary(("oat milk", "paper towels"))
MB = 1_000_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whisper_model(tmp_path_factory.mktemp("made") / "whisper", languages=("en", "de"))


@pytest.fixture
def models(made: Path, tmp_path: Path) -> Path:
    """Three models; what is behind the end of their file is not read."""
    for name, size in (("whisper-base", 20), ("whisper-small", 40), ("whisper-tiny", 0)):
        shutil.copytree(made, tmp_path / name)
        with (tmp_path / name / "model.bin").open("ab") as file:
            file.truncate(file.tell() + size * MB)
    return tmp_path


def pace(monkeypatch: pytest.MonkeyPatch, **seconds: float) -> None:
    monkeypatch.setattr(WhisperRecognizer, "pace", lambda self, enough: seconds[self.name.rpartition("-")[2]])


def test_the_pace_is_measured(models: Path) -> None:
    recognizer = WhisperRecognizer(models / "whisper-tiny")
    tries: list[int] = []
    transcribe = recognizer._model.transcribe

    def counted(*sound: object, **asked: object) -> object:
        tries.append(1)
        return transcribe(*sound, **asked)

    recognizer._model.transcribe = counted
    assert 0 < recognizer.pace(60.0) < 60
    assert len(tries) == 1
    assert recognizer.pace(1e-9) > 1e-9
    assert len(tries) == 2


def test_the_largest_is_taken(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pace(monkeypatch, tiny=0.1, base=0.2, small=0.7)
    recognizer, warning = choose_recognizer(models, WORDS, ("en", "de", "xx"))
    assert (recognizer.name, warning) == ("Whisper whisper-small", "")
    assert recognizer.languages == ("en", "de")


def test_one_that_does_not_fit_is_passed_over(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pace(monkeypatch, tiny=0.1, base=0.2, small=0.7)
    room = registry.memory_needed(models / "whisper-base") + registry._REST_OF_KIOSK
    monkeypatch.setattr(registry, "available_memory", lambda: room)
    recognizer, warning = choose_recognizer(models, WORDS, ("en",))
    assert recognizer.name == "Whisper whisper-base"
    assert "whisper-small needs " in warning
    assert "copy a smaller" in warning


def test_one_that_is_too_slow_is_passed_over(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pace(monkeypatch, tiny=0.4, base=0.9, small=3.0)
    recognizer, warning = choose_recognizer(models, WORDS, ("en",))
    assert recognizer.name == "Whisper whisper-tiny"
    assert "whisper-small takes 3.0 s" in warning
    assert "whisper-base takes 0.9 s" in warning


def test_a_slow_one_is_better_than_the_wrong_language(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pace(monkeypatch, tiny=2.0, base=1.5, small=3.0)
    assert choose_recognizer(models, WORDS, ("en", "de")).recognizer.name == "PocketSphinx"
    recognizer, warning = choose_recognizer(models, WORDS, ("de", "en"))
    assert (recognizer.name, recognizer.languages) == ("Whisper whisper-base", ("de", "en"))
    assert warning.count("takes") == 3


@pytest.mark.parametrize("damaged", ["model.bin", "tokenizer.json"])
def test_a_damaged_one_is_passed_over(models: Path, monkeypatch: pytest.MonkeyPatch, damaged: str) -> None:
    pace(monkeypatch, tiny=0.1, base=0.2, small=0.7)
    path = models / "whisper-small" / damaged
    path.write_bytes(path.read_bytes()[:1_000].ljust(45 * MB, b"\xff"))
    recognizer, warning = choose_recognizer(models, WORDS, ("en",))
    assert recognizer.name == "Whisper whisper-base"
    assert "whisper-small is damaged" in warning


def test_without_a_model(tmp_path: Path) -> None:
    (tmp_path / "whisper.txt").write_text("not a model")
    (tmp_path / "whisper-base").mkdir()
    recognizer, warning = choose_recognizer(tmp_path, WORDS, ("en",))
    assert recognizer.name == "PocketSphinx"
    assert warning.endswith("whisper-base lacks model.bin; copy the whole Whisper model again")


def test_staff_choose(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Theirs is taken although another is larger, and although it is slow; one that is gone counts for nothing."""
    pace(monkeypatch, tiny=2.0, base=0.2, small=0.7)
    choose_hearing(models, "whisper-tiny")
    recognizer, warning = choose_recognizer(models, WORDS, ("en",))
    assert recognizer.name == "Whisper whisper-tiny"
    assert "takes 2.0 s" in warning
    choose_hearing(models, "pocketsphinx")
    assert choose_recognizer(models, WORDS, ("en",)).recognizer.name == "PocketSphinx"
    choose_hearing(models, "whisper-large")
    assert choose_recognizer(models, WORDS, ("en",)).recognizer.name == "Whisper whisper-small"


def test_staff_choose_a_voice(tmp_path: Path) -> None:
    for name, language in (("one", "en"), ("two", "en"), ("eins", "de")):
        piper_voice(tmp_path, name, language)
    assert choose_speaker(tmp_path, "en").speaker.name == "Piper one"
    choose_voice(tmp_path, "en", "two.onnx")
    assert choose_speaker(tmp_path, "en").speaker.name == "Piper two"
    choose_voice(tmp_path, "de", "espeak")
    assert choose_speaker(tmp_path, "de-AT").speaker.name.startswith("espeak")
    assert chosen(tmp_path).voices == {"en": "two.onnx", "de": "espeak"}
    (tmp_path / "two.onnx").write_bytes(b"no voice")
    speaker, warning = choose_speaker(tmp_path, "en")
    assert (speaker.name, "two.onnx is damaged" in warning) == ("Piper one", True)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"recognizer": 1, "voices": 2}', "[" * 9_000, "\xff"])
def test_a_choice_that_cannot_be_read_counts_for_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / CHOICE).write_text(text, "latin-1")
    assert chosen(tmp_path) == Choice()
    choose_hearing(tmp_path, "whisper-base")
    assert chosen(tmp_path) == Choice("whisper-base")


def test_free_memory(tmp_path: Path) -> None:
    system = tmp_path / "meminfo"
    system.write_text("MemTotal:       4000000 kB\nMemAvailable:    2000000 kB\n")
    assert registry.available_memory(system, tmp_path) == 2_048_000_000
    (tmp_path / "memory.max").write_text("max\n")
    (tmp_path / "memory.current").write_text("900000000\n")
    assert registry.available_memory(system, tmp_path) == 2_048_000_000
    (tmp_path / "memory.max").write_text("1000000000\n")
    assert registry.available_memory(system, tmp_path) == 100_000_000
    (tmp_path / "memory.stat").write_text("anon 1\nfile 300000000\nfile_mapped 7\n")
    assert registry.available_memory(system, tmp_path) == 400_000_000
    assert registry.available_memory(tmp_path / "none", tmp_path / "none") is None
