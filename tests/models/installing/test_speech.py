"""Recognisers and voices come as language models do: fetched or copied, checked, in place in one step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from models import ModelError
from models.installing import (
    RECOGNISER,
    VOICE,
    Installed,
    UnvouchedError,
    Wish,
    install,
    installed,
    known_models,
    remove,
)
from tests.models.installing.shelf import Shelf, serving
from tests.models.installing.test_install import Staff, hashed, left

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
WEIGHTS = b"\x06\x00\x00\x00\x0c\x00WhisperSpec\x00" + bytes(9_000)
WHISPER = {"model.bin": WEIGHTS, "config.json": b"{}", "tokenizer.json": b'{"a": 1}', "vocabulary.txt": b"a\nb\n"}
SOUND = b"\x08\x08:\x94\x0b" + bytes(5_000)
DESCRIPTION = json.dumps({"audio": {"sample_rate": 16_000}, "language": {"code": "en_US"}}).encode()
VOICES = {"en_US-kristin-medium.onnx": SOUND, "en_US-kristin-medium.onnx.json": DESCRIPTION}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with serving() as shelf:
        yield shelf


def bring(what: object, folder: Path, staff: Staff | None = None, **wish: Any) -> list[Installed]:
    wished = Wish(**{"accept_unknown": True, **wish})
    return install(str(what), folder, now=NOW, accept=staff or Staff(), wish=wished, memory=10**10)


def stick(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "installed.json"}


def test_a_known_recogniser_comes_from_the_hub(shelf: Shelf, folder: Path) -> None:
    """And goes on where the connection broke."""
    at = "/Systran/faster-whisper-base/resolve/main/"
    shelf.files = {at + name: data for name, data in WHISPER.items()}
    shelf.cut_after = [4_000]
    staff = Staff()
    [record] = bring("whisper-base", folder, staff, hub=shelf.address)
    assert contents(folder / "whisper-base") == WHISPER
    assert (record.kind, record.file, record.sha256, record.licence) == (
        RECOGNISER, "whisper-base", hashed(WEIGHTS), "MIT",
    )  # fmt: skip
    assert [terms.licence for terms in staff.asked] == ["MIT"]
    assert shelf.requests[1] == (at + "model.bin", "bytes=4000-")
    assert left(folder) == {"whisper-base"}
    assert installed(folder) == {"whisper-base": record}


def test_a_known_voice_comes_from_the_hub(shelf: Shelf, folder: Path) -> None:
    model = known_models()["piper-en-kristin"]
    at = f"/{model.repository}/resolve/{model.revision}/{model.file.rpartition('/')[0]}/"
    shelf.files = {at + name: data for name, data in VOICES.items()}
    [record] = bring("piper-en-kristin", folder, hub=shelf.address)
    assert (record.kind, record.file) == (VOICE, "en_US-kristin-medium.onnx")
    assert {name: (folder / name).read_bytes() for name in VOICES} == VOICES
    assert left(folder) == {*VOICES, "en_US-kristin-medium.onnx.installed"}
    assert installed(folder) == {record.file: record}


def test_from_addresses(shelf: Shelf, folder: Path) -> None:
    """With the vocabulary as other converters write it, and what an address may have behind it."""
    other = {**WHISPER, "vocabulary.json": b'["a"]'}
    del other["vocabulary.txt"]
    shelf.files = {f"/ours/faster-whisper-shop/{name}": data for name, data in other.items()}
    shelf.files |= {f"/ours/{name}?v=2": data for name, data in VOICES.items()}
    [record] = bring(f"{shelf.address}/ours/faster-whisper-shop/model.bin", folder)
    assert record.name == "whisper-shop"
    assert contents(folder / "whisper-shop") == other
    [record] = bring(f"{shelf.address}/ours/en_US-kristin-medium.onnx?v=2", folder)
    assert record.name == "piper-en-kristin"


def test_from_a_stick(tmp_path: Path, folder: Path) -> None:
    whisper = stick(tmp_path / "whisper-base", {**WHISPER, "preprocessor_config.json": b"{}"})
    assert bring(whisper, folder)[0].name == "whisper-base"
    assert (folder / "whisper-base" / "preprocessor_config.json").exists()
    voices = stick(tmp_path / "stick", {name.replace("kristin", "ours"): data for name, data in VOICES.items()})
    assert bring(voices, folder)[0].file == "en_US-ours-medium.onnx"
    stick(voices / "whisper-tiny", WHISPER)
    with pytest.raises(ModelError, match=r"one model or a models.toml; found: en_US-ours-medium.onnx, whisper-t"):
        bring(voices, folder)
    (voices / "models.toml").write_text(
        f'[[model]]\nkind = "recogniser"\nname = "whisper-shop"\nfile = "whisper-tiny/model.bin"\n'
        f'sha256 = "{hashed(WEIGHTS)}"\n[[model]]\nkind = "voice"\nname = "ours"\nfile = "en_US-ours-medium.onnx"\n'
        f'sha256 = "{hashed(SOUND)}"\nlicence = "ours"\n'
    )
    assert [record.name for record in bring(voices, folder, accept_unknown=False)] == ["whisper-shop", "ours"]
    assert installed(folder).keys() == {"whisper-base", "whisper-shop", "en_US-ours-medium.onnx"}


def test_the_new_one_takes_the_place_of_the_old(tmp_path: Path, folder: Path) -> None:
    bring(stick(tmp_path / "a" / "whisper-base", WHISPER), folder)
    newer = {**WHISPER, "tokenizer.json": b'{"b": 2}'}
    bring(stick(tmp_path / "b" / "whisper-base", newer), folder)
    assert contents(folder / "whisper-base") == newer
    assert left(folder) == {"whisper-base"}


def test_without_a_hash_it_is_shown_and_kept(tmp_path: Path, folder: Path) -> None:
    path = stick(tmp_path / "whisper-base", WHISPER)
    with pytest.raises(UnvouchedError) as told:
        bring(path, folder, accept_unknown=False)
    assert told.value.sha256 == hashed(WEIGHTS)
    assert not installed(folder)
    assert bring(path, folder, accept_unknown=False, sha256=hashed(WEIGHTS))
    with pytest.raises(ModelError, match="it should be"):
        bring(path, folder, sha256="0" * 64)
    assert installed(folder).keys() == {"whisper-base"}


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({**WHISPER, "model.bin": b"GGUF" + bytes(99)}, "no Whisper model in CTranslate2's format"),
        ({**WHISPER, "config.json": b"[]"}, "config.json is damaged"),
        ({**WHISPER, "tokenizer.json": b"{" * 9_999}, "tokenizer.json is damaged"),
        (
            {name: data for name, data in WHISPER.items() if name != "vocabulary.txt"},
            "vocabulary.json: cannot be copied",
        ),
        ({**VOICES, "en_US-kristin-medium.onnx": b"hello"}, "is no Piper voice"),
        ({**VOICES, "en_US-kristin-medium.onnx.json": b"{}"}, "not a Piper voice's description"),
        ({"en_US-kristin-medium.onnx": SOUND}, "onnx.json: cannot be copied"),
        ({"fish.onnx.json": DESCRIPTION}, "must hold one model or a models.toml; found: none"),
    ],
)
def test_what_is_no_model_is_refused(tmp_path: Path, folder: Path, files: dict[str, bytes], why: str) -> None:
    bring(stick(tmp_path / "good" / "whisper-base", WHISPER), folder)
    before = contents(folder / "whisper-base")
    with pytest.raises(ModelError, match=why):
        bring(stick(tmp_path / "whisper-base", files), folder)
    assert contents(folder / "whisper-base") == before
    assert installed(folder).keys() == {"whisper-base"}


def test_removing(tmp_path: Path, folder: Path) -> None:
    bring(stick(tmp_path / "whisper-base", WHISPER), folder)
    bring(stick(tmp_path / "stick", VOICES), folder)
    remove(folder, "whisper-base")
    remove(folder, "en_US-kristin-medium.onnx")
    assert left(folder) == set()
