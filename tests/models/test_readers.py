from __future__ import annotations

from pathlib import Path

import pytest

from models import Context, ModelError, load_model, readers
from models import embedded as embedded_module
from models.choice import MOST_TRIES, trying
from tests.models.tiny import write_tiny_model
from tests.models.tiny_reader import seal, write_tiny_reader


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny reader in the place of the one that comes with the program."""
    folder = write_tiny_reader(tmp_path / "shipped", {None: "find"}, name="the shipped one")
    monkeypatch.setattr(embedded_module.EmbeddedModel.__init__, "__defaults__", (folder,))
    return folder


@pytest.fixture
def models(tmp_path: Path, shipped: Path) -> Path:
    """A models folder with two trained readers."""
    folder = tmp_path / "models"
    write_tiny_reader(folder / "readers" / "store-1", {None: "staff"}, name="store-1")
    write_tiny_reader(folder / "readers" / "store-2", {None: "policy"}, name="store-2")
    return folder


def name_of(models: Path) -> str:
    return load_model(models, threads=1).model.name


def test_there_and_back(models: Path) -> None:
    assert readers.trained(models) == ("store-1", "store-2")
    assert readers.in_use(models) is None
    assert name_of(models) == "the shipped one"
    readers.promote(models, "store-1")
    loaded = load_model(models, threads=1)
    assert (loaded.model.name, loaded.warning) == ("store-1", "")
    assert loaded.model.understand("mulch", Context()).intent == "staff"
    readers.promote(models, "store-2")
    assert name_of(models) == "store-2"
    assert [entry.name for entry in readers.promoted(models)] == ["store-1", "store-2"]
    assert readers.back(models) == "store-1"
    assert name_of(models) == "store-1"
    assert readers.back(models) == readers.SHIPPED
    assert name_of(models) == "the shipped one"
    with pytest.raises(ModelError, match="none before it"):
        readers.back(models)
    assert sorted(path.name for path in (models / "readers").iterdir()) == ["in_use.txt", "store-1", "store-2"]


def test_it_is_also_what_an_instruct_model_asks_in_the_second_place(models: Path) -> None:
    readers.promote(models, "store-1")
    write_tiny_model(models / "chat.gguf", name="Chat")
    assert name_of(models) == "Chat"
    assert load_model(models, wanted="embedded", threads=1).model.name == "store-1"


@pytest.mark.parametrize("damage", ["gone", "cut", "changed", "another", "left alone", "heads"])
def test_a_reader_that_does_not_load_is_passed_over_with_a_warning(models: Path, damage: str) -> None:
    readers.promote(models, "store-1")
    folder = models / "readers" / "store-1"
    file = folder / "reader.gguf"
    if damage == "gone":
        for path in folder.iterdir():
            path.unlink()
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:-100])
    elif damage == "changed":
        file.write_bytes(file.read_bytes()[:-1] + b"\x7f")
    elif damage == "another":
        (folder / "manifest.json").write_bytes((models / "readers" / "store-2" / "manifest.json").read_bytes())
    elif damage == "left alone":
        for _ in range(MOST_TRIES):
            trying(file)
    else:
        (folder / "heads.npz").write_bytes(b"PK")
    loaded = load_model(models, threads=1)
    assert loaded.model.name == "the shipped one"
    assert "store-1" in loaded.warning
    assert "aislewise models" in loaded.warning
    assert "install Aislewise" not in loaded.warning
    assert readers.back(models) == readers.SHIPPED
    assert load_model(models, threads=1).warning == ""


def test_a_file_that_llama_cannot_load_is_tried_twice_and_then_left_alone(models: Path) -> None:
    """Its header and checksums are good; a tensor is missing."""
    import gguf

    folder = models / "readers" / "store-1"
    (folder / "reader.gguf").unlink()
    writer = gguf.GGUFWriter(folder / "reader.gguf", "bert")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    seal(folder, "store-1")
    readers.promote(models, "store-1")
    assert "cannot be loaded" in load_model(models, threads=1).warning
    assert "cannot be loaded" in load_model(models, threads=1).warning
    loaded = load_model(models, threads=1)
    assert loaded.model.name == "the shipped one"
    assert "left alone after 2 tries" in loaded.warning


def test_without_any_reader_both_reasons_are_told(models: Path, shipped: Path) -> None:
    readers.promote(models, "store-1")
    (models / "readers" / "store-1" / "heads.npz").unlink()
    (shipped / "heads.npz").unlink()
    with pytest.raises(ModelError, match=r"shipped.*store-1"):
        load_model(models, threads=1)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\n", b"store-1\n", b"../x " + b"0" * 64, b"store-1 " + b"g" * 64, b"x" * 10**6]
)
def test_a_damaged_pointer_is_the_shipped_one(models: Path, data: bytes) -> None:
    readers.in_use_file(models).write_bytes(data)
    assert readers.in_use(models) is None
    assert name_of(models) == "the shipped one"
    readers.promote(models, "store-2")
    assert name_of(models) == "store-2"


@pytest.mark.parametrize("name", ["", "..", "a/b", "Store", "x" * 41, "shipped", "auto", ".x", "a\n"])
def test_names_that_cannot_be(models: Path, name: str) -> None:
    with pytest.raises(ModelError, match="no name for a reader"):
        readers.promote(models, name)


def test_what_is_in_use_is_neither_promoted_again_nor_removed(models: Path) -> None:
    readers.promote(models, "store-1")
    with pytest.raises(ModelError, match="already"):
        readers.promote(models, "store-1")
    with pytest.raises(ModelError, match="models back"):
        readers.remove(models, "store-1")
    readers.remove(models, "store-2")
    assert readers.trained(models) == ("store-1",)
    with pytest.raises(ModelError, match="cannot be read"):
        readers.promote(models, "store-2")


def test_many_promotions_are_remembered_up_to_a_bound(models: Path) -> None:
    for _ in range(40):
        readers.promote(models, "store-1")
        readers.promote(models, "store-2")
    assert len(readers.promoted(models)) == 50
    assert name_of(models) == "store-2"


def test_a_folder_that_cannot_be_written(models: Path) -> None:
    readers.in_use_file(models).mkdir()
    with pytest.raises(ModelError, match="cannot be written"):
        readers.promote(models, "store-1")
