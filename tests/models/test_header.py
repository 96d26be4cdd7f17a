from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.embedded import SHIPPED
from models.header import HeaderError, read_header
from tests.models.tiny import write_tiny_model


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny.gguf").read_bytes()


def test_what_a_header_says() -> None:
    header = read_header(SHIPPED / "reader.gguf")
    assert header.text("general.architecture") == "bert"
    assert header.values["bert.embedding_length"] == 384
    assert header.arrays["tokenizer.ggml.tokens"] == 30_522
    assert header.text("no such key", "none") == "none"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a GGUF"),
        (b"PK\x03\x04 a zip", "not a GGUF"),
        (b"GGUF", "cut short"),
        (b"GGUF" + (1).to_bytes(4, "little"), "version 1"),
        (b"GGUF" + (3).to_bytes(4, "little") + b"\xff" * 16, "damaged"),
    ],
)
def test_what_is_no_gguf(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.gguf"
    path.write_bytes(data)
    with pytest.raises(HeaderError, match=why):
        read_header(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(HeaderError, match="No such file"):
        read_header(tmp_path / "none.gguf")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.floats(0, 0.999))
def test_a_download_that_stopped_is_noticed(tmp_path: Path, whole: bytes, part: float) -> None:
    path = tmp_path / "cut.gguf"
    path.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(HeaderError):
        read_header(path)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 9_000), junk=st.binary(min_size=1, max_size=9))
def test_a_damaged_header_never_breaks_the_reader(tmp_path: Path, whole: bytes, at: int, junk: bytes) -> None:
    path = tmp_path / "bad.gguf"
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    header = None
    with suppress(HeaderError):
        header = read_header(path)
    assert header is None or header.values
