from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models import ModelError
from models.training.body import Body, read_body, write_body
from tests.models.tiny_reader import PIECES, SHAPE, tiny_body


def test_what_was_written_is_read(tmp_path: Path) -> None:
    body = tiny_body()
    write_body(body, tmp_path / "a.gguf", name="tiny")
    again = read_body(tmp_path / "a.gguf")
    assert again.pieces == PIECES
    assert again.shape.epsilon == pytest.approx(SHAPE.epsilon)
    assert (again.shape.width, again.shape.layers, again.shape.heads) == (SHAPE.width, SHAPE.layers, SHAPE.heads)
    assert again.tensors.keys() == body.tensors.keys()
    for name, values in body.tensors.items():
        exact = values.ndim == 1 or name.startswith(("positions", "types"))
        step = 0.0 if exact else float(np.abs(values).max()) / 127
        assert np.allclose(again.tensors[name], values, atol=0.51 * step, rtol=1e-3 * (not exact))


def test_reading_and_writing_again_changes_no_byte(tmp_path: Path) -> None:
    write_body(tiny_body(), tmp_path / "a.gguf", name="tiny")
    again = read_body(tmp_path / "a.gguf")
    write_body(Body(SHAPE, again.tensors, again.pieces), tmp_path / "b.gguf", name="tiny")
    assert (tmp_path / "a.gguf").read_bytes() == (tmp_path / "b.gguf").read_bytes()


@pytest.mark.parametrize("damage", ["cut", "rubbish", "missing", "another"])
def test_a_damaged_file_is_named(tmp_path: Path, damage: str) -> None:
    from tests.models.tiny import write_tiny_model

    path = tmp_path / "a.gguf"
    if damage == "another":
        write_tiny_model(path)
    elif damage != "missing":
        write_body(tiny_body(), path, name="tiny")
        path.write_bytes({"cut": path.read_bytes()[:-10], "rubbish": b"GGUF" + b"\xff" * 99}[damage])
    with pytest.raises(ModelError, match=r"a\.gguf"):
        read_body(path)
