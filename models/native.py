"""The way into llama.cpp that all models share: threads that do not spin, its messages kept away, clean errors."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from models.header import HeaderError, read_header
from models.types import ModelError


def open_llama(path: Path, *, threads: int, context: int, batch: int, **options: Any) -> Any:
    """A llama_cpp.Llama. Raises ModelError naming the file.

    Both thread counts are set: with the default for batches, a busy second core turns 40 ms into a second.
    """
    try:
        read_header(path)
    except HeaderError as error:
        raise ModelError(f"{path} cannot be used, {error}: copy the model file again") from error
    # When llama.cpp gives up, the process ends at once instead of calling a debugger over seconds.
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")
    try:
        from llama_cpp import Llama
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelError(f"llama-cpp-python cannot be loaded ({error}): install Aislewise again") from error
    try:
        return Llama(
            str(path),
            n_ctx=context,
            n_batch=batch,
            n_ubatch=batch,
            n_threads=threads,
            n_threads_batch=threads,
            verbose=False,
            **options,
        )
    except (ValueError, OSError, RuntimeError, KeyError, AssertionError) as error:
        raise ModelError(f"{path} cannot be loaded ({error}): use another model file") from error
