"""What a model needs of the machine, and what the machine has."""

from __future__ import annotations

import os
from pathlib import Path

from models.header import Header

CONTEXT = 4096
"""Tokens of context that an instruct model is given."""
OVERHEAD = 350_000_000
"""Bytes beside weights and context: Python, llama.cpp's work space, the vocabulary, the embedded model."""
REST_OF_KIOSK = 1_200_000_000
"""Bytes that the other processes of a kiosk and its system need."""


def memory_needed(header: Header, size_bytes: int) -> int:
    """Bytes of memory of a running model: the file, which is mapped whole, and keys and values of its context.

    Two bytes a number, for keys and for values: 4 * context * layers * heads for keys and values * width of a head.
    """
    kind = header.text("general.architecture")

    def number(key: str, default: int) -> int:
        value = header.values.get(f"{kind}.{key}", default)
        return value if isinstance(value, int) and 0 < value < 1_000_000_000 else default

    heads = number("attention.head_count", 1)
    width = number("attention.key_length", number("embedding_length", 0) // heads)
    kept = number("block_count", 0) * number("attention.head_count_kv", heads) * width
    return size_bytes + 4 * min(CONTEXT, number("context_length", CONTEXT)) * kept + OVERHEAD


def guessed_memory(size_bytes: int) -> int:
    """The same from the size of the file alone."""
    return size_bytes + size_bytes // 6 + OVERHEAD


def memory_for_models(limits: Path = Path("/sys/fs/cgroup/memory.max")) -> int:
    """Bytes that a model may take here: what the machine (or the container's limit) has, less the rest of a kiosk."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        text = limits.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        text = ""
    if text.isdigit():
        total = min(total, int(text))
    return max(0, total - REST_OF_KIOSK)


def in_words(size_bytes: int) -> str:
    """A size as a person reads it: 940 MB, 2.1 GB."""
    if size_bytes < 1_000_000:
        return f"{max(1, size_bytes // 1000)} kB"
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1_000_000_000 else f"{round(size_bytes / 1e6)} MB"
