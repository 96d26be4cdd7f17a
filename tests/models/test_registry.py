from __future__ import annotations

from pathlib import Path

import pytest

from models import ModelError, find_models, load_model
from models import embedded as embedded_module
from tests.models.tiny import write_tiny_model


def test_what_lies_in_a_folder(tmp_path: Path) -> None:
    write_tiny_model(tmp_path / "b.gguf", name="Bee")
    write_tiny_model(tmp_path / "c.gguf", template=None)
    (tmp_path / "a.gguf").write_bytes(b"GGUFrubbish")
    (tmp_path / "readme.txt").write_text("x")
    (tmp_path / "folder.gguf").mkdir()
    files = find_models(tmp_path)
    assert [file.path.name for file in files] == ["a.gguf", "b.gguf", "c.gguf"]
    assert [bool(file.problem) for file in files] == [True, False, False]
    assert [file.instruct for file in files] == [False, True, False]
    assert (files[1].name, files[1].architecture) == ("Bee", "llama")
    assert files[1].size_bytes == (tmp_path / "b.gguf").stat().st_size
    assert find_models(tmp_path / "none") == ()


@pytest.mark.parametrize("folder", [None, "empty", "missing"])
def test_without_a_drop_in_the_embedded_model_is_used(tmp_path: Path, folder: str | None) -> None:
    (tmp_path / "empty").mkdir()
    loaded = load_model(None if folder is None else tmp_path / folder, threads=1)
    assert (loaded.model.name, loaded.model.words_answers, loaded.warning) == ("aislewise-reader", False, "")


def test_a_drop_in_is_used_unless_it_is_not_wanted(tmp_path: Path) -> None:
    write_tiny_model(tmp_path / "one.gguf", name="One")
    write_tiny_model(tmp_path / "two.gguf", name="Two")
    assert load_model(tmp_path, threads=1).model.name == "One"
    assert load_model(tmp_path, wanted="two.gguf", threads=1).model.name == "Two"
    assert load_model(tmp_path, wanted="embedded", threads=1).model.name == "aislewise-reader"
    loaded = load_model(tmp_path, wanted="three.gguf", threads=1)
    assert loaded.model.name == "aislewise-reader"
    assert "three.gguf" in loaded.warning


def test_a_damaged_drop_in_is_passed_over_with_a_warning(tmp_path: Path) -> None:
    path = write_tiny_model(tmp_path / "a.gguf")
    path.write_bytes(path.read_bytes()[:-500])
    write_tiny_model(tmp_path / "b.gguf", template=None)
    loaded = load_model(tmp_path, threads=1)
    assert loaded.model.name == "aislewise-reader"
    assert "a.gguf" in loaded.warning
    assert "copy the model file again" in loaded.warning
    assert "b.gguf has no chat template" in loaded.warning
    write_tiny_model(tmp_path / "c.gguf", name="Cee")
    assert load_model(tmp_path, threads=1).model.name == "Cee"


def test_nothing_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_module.EmbeddedModel.__init__, "__defaults__", (tmp_path / "none",))
    with pytest.raises(ModelError, match=r"manifest\.json"):
        load_model(None, threads=1)
    write_tiny_model(tmp_path / "one.gguf", name="One")
    loaded = load_model(tmp_path, threads=1)
    assert loaded.model.name == "One"
    assert "manifest.json" in loaded.warning
