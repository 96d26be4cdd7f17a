from __future__ import annotations

import json
from pathlib import Path

import pytest

from models import ModelError, choose, chosen, gave_up
from models.choice import CHOICE, MOST_TRIES, TRIED, failed, passed, trying
from tests.models.tiny import write_tiny_model


def test_what_staff_chose(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    assert chosen(folder) == "auto"
    choose(folder, "a.gguf")
    assert chosen(folder) == "a.gguf"
    choose(folder, "embedded")
    assert chosen(folder) == "embedded"
    assert [path.name for path in folder.iterdir()] == [CHOICE]


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe", b"a\x1b[2J"])
def test_a_damaged_choice_is_auto(tmp_path: Path, data: bytes) -> None:
    (tmp_path / CHOICE).write_bytes(data)
    assert chosen(tmp_path) == "auto"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ModelError, match="cannot be written"):
        choose(tmp_path / "file", "auto")


def test_it_is_left_alone_after_two_tries_and_tried_anew_when_it_changes(tmp_path: Path) -> None:
    path = write_tiny_model(tmp_path / "a.gguf")
    for _ in range(MOST_TRIES):
        assert gave_up(path) == ""
        trying(path)
    assert gave_up(path) == "the program ended while it was loaded"
    failed(path, "it took too long")
    assert gave_up(path) == "it took too long"
    assert gave_up(tmp_path / "b.gguf") == ""
    choose(tmp_path, "a.gguf")
    assert gave_up(path) == ""
    trying(path)
    trying(path)
    write_tiny_model(path, seed=2)
    assert gave_up(path) == ""
    trying(path)
    passed(path)
    trying(path)
    assert gave_up(path) == ""


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a.gguf": 7}', '{"a.gguf": ["x", "y", "z"]}', json.dumps([[]] * 9)])
def test_a_damaged_record_holds_nothing_against_a_model(tmp_path: Path, text: str) -> None:
    path = write_tiny_model(tmp_path / "a.gguf")
    (tmp_path / TRIED).write_text(text)
    assert gave_up(path) == ""
    trying(path)
    trying(path)
    assert gave_up(path)
