"""`aislewise models` as an operator runs it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.commands.models import app
from tests.models.installing.shelf import serving
from tests.models.tiny import write_tiny_model
from tests.voice.made import piper_voice, whisper_model
from voice import Choice, Vocabulary, choose_recognizer, chosen

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("AISLEWISE_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("AISLEWISE_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "settings.toml").write_text("")
    runner = CliRunner()
    return lambda *arguments, text="": runner.invoke(app, [str(a) for a in arguments], input=text)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    data = write_tiny_model(folder / "ours.gguf", name="Ours").read_bytes()
    (folder / "models.toml").write_text(
        f'[[model]]\nname = "shop-model"\nfile = "ours.gguf"\nlicence = "MIT"\nsha256 = "{digest(data)}"\n'
    )
    return folder


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def rows(run: Run) -> dict[str, dict[str, object]]:
    done = run("list", "--json")
    assert done.exit_code == 0
    return {row["name"]: row for row in map(json.loads, done.stdout.splitlines())}


def test_the_whole_way_from_a_stick(run: Run, stick: Path, tmp_path: Path) -> None:
    assert rows(run)["embedded"]["used"]
    assert rows(run)["qwen2.5-1.5b"]["state"] == "known"
    done = run("install", stick, "--yes")
    assert done.exit_code == 0, done.stderr
    assert "aislewise models use shop-model" in done.stdout
    row = rows(run)["shop-model"]
    assert (row["used"], row["file"], row["format"], row["licence"]) == (True, "ours.gguf", "chatml", "MIT")
    assert run("use", "embedded").exit_code == 0
    assert rows(run)["embedded"]["used"]
    for name in ("shop-model", "ours", "ours.gguf"):
        assert run("use", name).exit_code == 0
        assert (tmp_path / "data" / "models" / "chosen.txt").read_text() == "ours.gguf\n"
    listed = run("list")
    assert "* shop-model" in listed.stdout
    assert all(len(line) < 250 for line in listed.stdout.splitlines())
    assert run("remove", "shop-model").exit_code == 0
    assert rows(run)["embedded"]["used"]
    assert "shop-model" not in rows(run)


def test_a_licence_is_asked_for(run: Run, stick: Path) -> None:
    done = run("install", stick)
    assert done.exit_code == 2
    assert "licence MIT" in done.stderr
    assert "--yes" in done.stderr
    assert "Traceback" not in done.stderr
    assert "shop-model" not in rows(run)


def test_from_an_address_whose_hash_nobody_knows(run: Run, stick: Path) -> None:
    data = (stick / "ours.gguf").read_bytes()
    with serving() as shelf:
        shelf.files["/ours.gguf"] = data
        done = run("install", f"{shelf.address}/ours.gguf", "--yes")
        assert done.exit_code == 2
        assert f"--sha256 {digest(data)}" in done.stderr
        assert run("install", f"{shelf.address}/ours.gguf", "--yes", "--sha256", digest(data)).exit_code == 0
    assert rows(run)["ours"]["sha256"] == digest(data)


def test_from_a_mirror_of_the_hub(run: Run, stick: Path) -> None:
    with serving() as shelf:
        shelf.files["/Qwen/Qwen2.5-0.5B-Instruct-GGUF/resolve/main/qwen2.5-0.5b-instruct-q4_k_m.gguf"] = (
            stick / "ours.gguf"
        ).read_bytes()
        done = run("install", "qwen2.5-0.5b", "--yes", "--accept-unknown", "--hub", shelf.address)
    assert done.exit_code == 0, done.stderr
    assert rows(run)["qwen2.5-0.5b"]["state"] == "installed"


def test_what_cannot_be_used_is_told_in_a_line(run: Run, tmp_path: Path) -> None:
    models = tmp_path / "data" / "models"
    models.mkdir(parents=True)
    (models / "bad.gguf").write_bytes(b"GGUFrubbish")
    write_tiny_model(models / "base.gguf", template=None)
    assert rows(run)["bad"]["problem"]
    assert rows(run)["embedded"]["used"]
    for arguments, why in (
        (("use", "bad"), "cannot be used"),
        (("use", "base"), "no chat template"),
        (("use", "qwen2.5-3b"), "`aislewise models install qwen2.5-3b` brings it"),
        (("remove", "fish"), "fish is not installed (installed: bad.gguf, base.gguf)"),
        (("install", "fish"), "neither a file nor a folder nor a known model"),
        (("install", models / "bad.gguf", "--yes"), "cannot be used"),
    ):
        done = run(*arguments)
        assert done.exit_code == 2
        assert why in done.stderr
        assert done.stderr.count("\n") == 1
    (models / "models.toml").write_text("x = 1")
    assert "models.toml" in run("list").stderr


def test_the_settings_go_first_and_it_is_said(run: Run, stick: Path, tmp_path: Path) -> None:
    run("install", stick, "--yes")
    (tmp_path / "settings.toml").write_text('[model]\nwanted = "embedded"\n')
    done = run("use", "shop-model")
    assert "model.wanted = 'embedded'" in done.stderr
    assert rows(run)["embedded"]["used"]


def test_recognisers_and_voices(run: Run, tmp_path: Path) -> None:
    models = tmp_path / "data" / "models"
    found = rows(run)
    assert (found["pocketsphinx"]["used"], found["espeak"]["used"]) == (True, True)
    assert found["espeak"]["languages"] == ["en", "es", "fr", "de"]
    assert (found["whisper-base"]["kind"], found["whisper-base"]["state"]) == ("recogniser", "known")
    made = tmp_path / "made"
    made.mkdir()
    whisper = whisper_model(made / "whisper-base")
    voice = piper_voice(made, "en_US-kristin-medium")
    for what in (whisper, voice):
        done = run("install", what, "--yes", "--accept-unknown")
        assert done.exit_code == 0, done.stderr
        name = done.stdout.splitlines()[-1].rpartition(" ")[2]
        assert run("use", name).exit_code == 0
    assert chosen(models) == Choice("whisper-base", {"en": "en_US-kristin-medium.onnx"})
    found = rows(run)
    assert not found["pocketsphinx"]["used"]
    assert found["whisper-base"]["used"]
    assert found["piper-en-kristin"]["used"]
    assert (found["espeak"]["used"], found["espeak"]["languages"]) == (True, ["es", "fr", "de"])
    assert choose_recognizer(models, Vocabulary(("milk",)), ("en",)).recognizer.name == "Whisper whisper-base"
    assert run("use", "pocketsphinx").exit_code == run("use", "espeak", "--speak", "en").exit_code == 0
    assert rows(run)["pocketsphinx"]["used"]
    assert not rows(run)["piper-en-kristin"]["used"]
    assert run("use", "auto", "--hear", "--speak", "en").exit_code == 0
    assert rows(run)["whisper-base"]["used"]
    assert rows(run)["piper-en-kristin"]["used"]
    assert "speaks en, es" in run("use", "espeak", "--speak", "xx").stderr
    assert run("remove", "whisper-base").exit_code == run("remove", "en_US-kristin-medium").exit_code == 0
    found = rows(run)
    assert found["whisper-base"]["state"] == found["piper-en-kristin"]["state"] == "known"
    assert found["pocketsphinx"]["used"]


def test_a_damaged_recogniser_or_voice_is_told(run: Run, tmp_path: Path) -> None:
    models = tmp_path / "data" / "models"
    (models / "whisper-mine").mkdir(parents=True)
    (models / "mine.onnx").write_bytes(b"x")
    found = rows(run)
    assert found["whisper-mine"]["problem"] == "model.bin is missing"
    assert "mine.onnx.json is missing" in str(found["mine"]["problem"])
    assert (found["pocketsphinx"]["used"], found["espeak"]["used"]) == (True, True)
    for name, why in (("whisper-mine", "lacks model.bin"), ("mine", "mine.onnx.json is missing")):
        done = run("use", name)
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert why in done.stderr
