"""What the header of a GGUF file says of it, read without llama.cpp, so that a damaged file harms nothing."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MAX_STRING = 16 * 1024 * 1024
MAX_ITEMS = 8 * 1024 * 1024
"""Bounds on what a header may claim, so that a damaged one asks for no absurd amount of memory."""

_NUMBERS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_STRING, _ARRAY = 8, 9
_BLOCKS = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 36), 10: (256, 84),
    11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292), 16: (256, 66), 17: (256, 74),
    18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82), 23: (256, 136), 24: (1, 1), 25: (1, 2),
    26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2), 34: (256, 54), 35: (256, 66), 39: (32, 17),
}  # fmt: skip
"""Values and bytes of a block, by ggml's number of the tensor type."""


class HeaderError(Exception):
    """The file is no whole GGUF: the text says why."""


@dataclass(frozen=True, slots=True)
class Header:
    """Scalar metadata of a model file; arrays (the vocabulary) are skipped."""

    values: Mapping[str, str | int | float | bool]
    arrays: Mapping[str, int]
    """Number of items of each array."""

    def text(self, key: str, default: str = "") -> str:
        value = self.values.get(key, default)
        return value if isinstance(value, str) else default


def read_header(path: Path) -> Header:
    """Read and check a file's header, and that the file is as long as its tensors need. Raises HeaderError."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return _read(file, size)
    except OSError as error:
        raise HeaderError(error.strerror or str(error)) from error


def _read(file: BinaryIO, size: int) -> Header:
    if file.read(4) != MAGIC:
        raise HeaderError("it is not a GGUF file")
    version = _number(file, "<I")
    if version not in VERSIONS:
        raise HeaderError(f"its GGUF version {version} is not supported")
    tensors, pairs = int(_number(file, "<Q")), int(_number(file, "<Q"))
    if max(tensors, pairs) > MAX_ITEMS:
        raise HeaderError("its header is damaged")
    values: dict[str, str | int | float | bool] = {}
    arrays: dict[str, int] = {}
    for _ in range(pairs):
        key, kind = _string(file), int(_number(file, "<I"))
        if kind == _ARRAY:
            arrays[key] = _skip_array(file)
        else:
            values[key] = _string(file) if kind == _STRING else _number(file, _format(kind))
    end = 0
    for _ in range(tensors):
        _string(file)
        count = 1
        for _ in range(_bounded(file, "<I", 8)):
            count *= int(_number(file, "<Q"))
        kind, offset = int(_number(file, "<I")), int(_number(file, "<Q"))
        if kind in _BLOCKS:
            per_block, bytes_per_block = _BLOCKS[kind]
            end = max(end, offset + count // per_block * bytes_per_block)
    alignment = values.get("general.alignment", 32)
    if not isinstance(alignment, int) or alignment < 1:
        raise HeaderError("its header is damaged")
    start = -(-file.tell() // alignment) * alignment
    if size < start + end:
        raise HeaderError(f"it is cut short: {size} bytes of {start + end}")
    return Header(values, arrays)


def _number(file: BinaryIO, form: str) -> int | float | bool:
    length = struct.calcsize(form)
    data = file.read(length)
    if len(data) < length:
        raise HeaderError("it is cut short")
    value: int | float | bool = struct.unpack(form, data)[0]
    return value


def _format(kind: int) -> str:
    if kind not in _NUMBERS:
        raise HeaderError("its header is damaged")
    return _NUMBERS[kind]


def _bounded(file: BinaryIO, form: str, most: int) -> int:
    value = int(_number(file, form))
    if value > most:
        raise HeaderError("its header is damaged")
    return value


def _string(file: BinaryIO) -> str:
    length = _bounded(file, "<Q", MAX_STRING)
    data = file.read(length)
    if len(data) < length:
        raise HeaderError("it is cut short")
    return data.decode("utf-8", errors="replace")


def _skip_array(file: BinaryIO) -> int:
    kind, count = int(_number(file, "<I")), _bounded(file, "<Q", MAX_ITEMS)
    if kind == _STRING:
        for _ in range(count):
            file.seek(_bounded(file, "<Q", MAX_STRING), 1)
    else:
        file.seek(count * struct.calcsize(_format(kind)), 1)
    return count
