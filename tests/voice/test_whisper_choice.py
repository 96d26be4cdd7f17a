"""Which Whisper model is taken: the largest that fits this machine and is fast enough on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.voice.made import whisper_model
from voice import Vocabulary, choose_recognizer, registry
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
    recognizer, warning = choose_recognizer(tmp_path, WORDS, ("en",))
    assert recognizer.name == "PocketSphinx"
    assert "lacks model.bin" in warning


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
