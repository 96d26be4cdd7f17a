"""Which way of marking turns a chat template uses, told from the template itself."""

from __future__ import annotations

_MARKS = (
    ("llama-3", "<|start_header_id|>"),
    ("chatml", "<|im_start|>"),
    ("gemma", "<start_of_turn>"),
    ("phi-3", "<|end|>"),
    ("mistral", "[INST]"),
    ("zephyr", "<|user|>"),
)


def prompt_format(template: str) -> str:
    """The name of the format: llama-3, chatml, gemma, phi-3, mistral, zephyr; "own" for another, '' for none.

    For people only: the template itself is what is used.
    """
    if not template:
        return ""
    return next((name for name, mark in _MARKS if mark in template), "own")
