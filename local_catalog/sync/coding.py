"""Numbers and texts as the bytes of a patchset: small numbers in few bytes, everything checked when it is read."""

from __future__ import annotations

import lzma
import struct
from collections.abc import Sequence

import zstandard

from local_catalog.types import CatalogError

_FILTERS = [
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 20, "lc": 3, "lp": 0, "pb": 0}
]
"""No literal of a column of numbers depends on where it stands: pb=0 took 3 % less than the default of 2. The
dictionary is memory on both sides: 12 MiB to pack and 1 to unpack, where the preset's own would take 674 and 64."""
_LEVEL = 22
_MOST = 64 << 20
"""Bytes that a patchset may unpack to; a bigger change is cheaper as a snapshot."""

_DAMAGED = "the patchset is damaged; sync again"


class Writer:
    """Collects numbers (see `packed`)."""

    def __init__(self) -> None:
        self._data = bytearray()

    def natural(self, value: int) -> None:
        """A number from 0, seven bits a byte, lowest first."""
        while value > 127:
            self._data.append(value & 127 | 128)
            value >>= 7
        self._data.append(value)

    def integer(self, value: int) -> None:
        """Any whole number; the sign is the lowest bit, so that small ones of both signs are short."""
        self.natural(2 * value if value >= 0 else -2 * value - 1)

    def real(self, value: float) -> None:
        """Eight bytes, exactly."""
        self._data += struct.pack("<d", value)

    def nulls(self, values: Sequence[object]) -> None:
        """Which of the values are not known: 0 if none, else 1 and a bit each."""
        bits = sum((value is None) << place for place, value in enumerate(values))
        self.natural(1 if bits else 0)
        if bits:
            self._data += bits.to_bytes((len(values) + 7) // 8, "little")

    def packed(self) -> bytes:
        """All of it, compressed."""
        return lzma.compress(bytes(self._data), format=lzma.FORMAT_RAW, filters=_FILTERS)


class Numbers:
    """Reads what a Writer packed. Raises CatalogError where there is nothing more or too much."""

    def __init__(self, packed: bytes) -> None:
        try:
            self._data = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=_FILTERS).decompress(packed, _MOST)
        except lzma.LZMAError as error:
            raise CatalogError(_DAMAGED) from error
        self._place = 0

    def natural(self) -> int:
        """See Writer."""
        value = shift = 0
        while True:
            byte = self._bytes(1)[0]
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7
            if shift > 70:
                raise CatalogError(_DAMAGED)

    def integer(self) -> int:
        """See Writer."""
        value = self.natural()
        return -(value + 1 >> 1) if value & 1 else value >> 1

    def real(self) -> float:
        """See Writer."""
        [value] = struct.unpack("<d", self._bytes(8))
        return float(value)

    def count(self) -> int:
        """A number of things of at least one bit each that follow: never more than the data has."""
        value = self.natural()
        if value > 8 * len(self._data):
            raise CatalogError(_DAMAGED)
        return value

    def nulls(self, count: int) -> list[bool]:
        """See Writer."""
        bits = int.from_bytes(self._bytes((count + 7) // 8), "little") if self.natural() else 0
        return [bool(bits >> place & 1) for place in range(count)]

    def end(self) -> None:
        """Nothing may follow."""
        if self._place != len(self._data):
            raise CatalogError(_DAMAGED)

    def _bytes(self, count: int) -> bytes:
        found = self._data[self._place : self._place + count]
        if len(found) < count:
            raise CatalogError(_DAMAGED)
        self._place += count
        return found


def pack_texts(texts: Sequence[str], known: bytes) -> bytes:
    """Compressed against `known`, which the reader must have too. Raises CatalogError if a text holds a NUL."""
    if any("\0" in text for text in texts):
        raise CatalogError("a text holds a NUL character; clean it at the source")
    data = "".join(f"{text}\0" for text in texts).encode()
    settings = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, source_size=len(data), dict_size=len(known), write_content_size=False, write_dict_id=False
    )
    return zstandard.ZstdCompressor(dict_data=_dictionary(known), compression_params=settings).compress(data)


def unpack_texts(packed: bytes, known: bytes) -> list[str]:
    """What `pack_texts` packed against the same `known`."""
    try:
        data = zstandard.ZstdDecompressor(dict_data=_dictionary(known)).decompress(packed, max_output_size=_MOST)
        texts = data.decode().split("\0")
    except (zstandard.ZstdError, UnicodeDecodeError) as error:
        raise CatalogError(_DAMAGED) from error
    if texts.pop():
        raise CatalogError(_DAMAGED)
    return texts


def _dictionary(known: bytes) -> zstandard.ZstdCompressionDict | None:
    # The library takes no empty dictionary.
    return zstandard.ZstdCompressionDict(known, dict_type=zstandard.DICT_TYPE_RAWCONTENT) if len(known) > 8 else None
