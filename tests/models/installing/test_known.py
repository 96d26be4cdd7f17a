from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import ModelError
from models.installing import known_models, wanted_memory
from models.installing.known import BUILT_IN, read_registry

ONE = '[[model]]\nname = "one"\nfile = "one.gguf"\n'


def test_what_comes_with_the_program() -> None:
    known = known_models()
    assert len(known) >= 9
    for model in known.values():
        assert model.repository
        assert model.licence
        assert model.licence_url.startswith("https://")
        assert model.size < wanted_memory(model) < 5_000_000_000
        assert model.languages
    assert "not for commercial use" in known["qwen2.5-3b"].licence


def test_a_retailers_own_list_goes_first(tmp_path: Path) -> None:
    (tmp_path / "models.toml").write_text(
        ONE + f'[[model]]\nname = "gemma-2-2b"\nfile = "ours.gguf"\nsha256 = "{"A" * 64}"\nsize = 1000\n'
    )
    known = known_models(tmp_path)
    assert known["one"].file == "one.gguf"
    assert (known["gemma-2-2b"].file, known["gemma-2-2b"].sha256) == ("ours.gguf", "a" * 64)
    assert known.keys() == {*known_models(), "one"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = 1", r"\[\[model\]\]"),
        ("[[model]", "not a TOML file"),
        ("model = [1]", "model 1: is not a table"),
        ('[[model]]\nfile = "a.gguf"', "'name' is missing"),
        ('[[model]]\nname = "a"', "'file' is missing"),
        ('[[model]]\nname = "a"\nfile = "../a.gguf"', "'file' cannot be"),
        ('[[model]]\nname = "a"\nfile = "/etc/passwd"', "'file' cannot be"),
        ('[[model]]\nname = "auto"\nfile = "a.gguf"', "'name' cannot be"),
        ('[[model]]\nname = "a"\nfile = "a.gguf"\nkind = "fish"', "'kind' cannot be 'fish'; it is one of language, "),
        ('[[model]]\nname = "a"\nfile = "a.gguf"\nkind = "voice"', "'file' cannot be"),
        ('[[model]]\nname = "a"\nfile = "model.bin"\nkind = "recogniser"', "'name' cannot be"),
        ('[[model]]\nname = "whisper-a"\nfile = "../model.bin"\nkind = "recogniser"', "'file' cannot be"),
        ('[[model]]\nname = "espeak"\nfile = "a.onnx"\nkind = "voice"', "'name' cannot be"),
        (ONE + ONE, "model 2: the name one is there already"),
        (ONE + 'sha256 = "abc"', "'sha256' cannot be"),
        (ONE + "sha256 = 7", "'sha256' must be one line"),
        (ONE + 'size = "big"', "'size' must be a number"),
        (ONE + "size = -1", "'size' must be a number"),
        (ONE + "memory = true", "'memory' must be a number"),
        (ONE + 'repository = "a/b/c"', "'repository' cannot be"),
        (ONE + 'revision = "../x"', "'revision' cannot be"),
        (ONE + 'url = "file:///etc/passwd"', "'url' cannot be"),
        (ONE + 'licence = "a\\u001b[2J"', "'licence' must be one line"),
        (ONE + 'languages = "en"', "'languages' must be a list"),
        (ONE + 'languages = ["English"]', "no code"),
        (ONE + 'colour = "red"', "no field 'colour'"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "models.toml"
    path.write_text(text)
    with pytest.raises(ModelError, match=why) as caught:
        read_registry(path)
    assert "models.toml" in str(caught.value)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 9000), junk=st.binary(min_size=1, max_size=6))
def test_a_damaged_list_is_an_error_of_ours(tmp_path: Path, at: int, junk: bytes) -> None:
    whole = b"".join(path.read_bytes() for path in BUILT_IN)
    path = tmp_path / "models.toml"
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    with suppress(ModelError):
        assert read_registry(path)
