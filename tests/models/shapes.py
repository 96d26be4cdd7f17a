"""Chat models with random weights in the shapes, tokenizers and templates of common families: a few thousand numbers
each. Real loading, real tokenizing, senseless words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import gguf
import numpy as np

from tests.models.tiny import CHATML

WIDTH, INNER, HEADS, KV_HEADS, LAYERS = 64, 64, 4, 2, 2
HEAD = WIDTH // HEADS
KINDS = gguf.TokenType

LLAMA_3 = (
    "{{ bos_token }}{% for m in messages %}<|start_header_id|>{{ m['role'] }}<|end_header_id|>\n\n"
    "{{ m['content'] | trim }}<|eot_id|>{% endfor %}"
    "{% if add_generation_prompt %}<|start_header_id|>assistant<|end_header_id|>\n\n{% endif %}"
)
GEMMA = (
    "{{ bos_token }}"
    "{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
    "{% for m in messages %}{% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('Conversation roles must alternate user/assistant') }}{% endif %}"
    "<start_of_turn>{{ 'model' if m['role'] == 'assistant' else m['role'] }}\n{{ m['content'] | trim }}<end_of_turn>\n"
    "{% endfor %}{% if add_generation_prompt %}<start_of_turn>model\n{% endif %}"
)
PHI_3 = (
    "{% for m in messages %}<|{{ m['role'] }}|>\n{{ m['content'] }}<|end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>\n{% endif %}"
)
MISTRAL = (
    "{{ bos_token }}{% set at = namespace(system='') %}{% for m in messages %}{% if m['role'] == 'system' %}"
    "{% set at.system = m['content'] + '\n\n' %}"
    "{% elif m['role'] == 'user' %}[INST] {{ at.system + m['content'] }} [/INST]"
    "{% set at.system = '' %}{% else %}{{ m['content'] }}{{ eos_token }}{% endif %}{% endfor %}"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A family: its architecture, tokenizer, template, and the tokens that steer it."""

    architecture: str
    tokenizer: str
    template: str
    marks: tuple[str, ...]
    ends: str
    pre: str = "default"


SHAPES = {
    "llama-spm": Shape("llama", "llama", MISTRAL, ("[INST]", "[/INST]", "[TOOL_CALLS]"), "</s>"),
    "llama-bpe": Shape(
        "llama", "gpt2", LLAMA_3,
        ("<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>", "<|eom_id|>",
         "<|python_tag|>"), "<|eot_id|>", "llama-bpe",
    ),
    "qwen2": Shape(
        "qwen2", "gpt2", CHATML, ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<tool_call>", "</tool_call>"),
        "<|im_end|>", "qwen2",
    ),
    "gemma2": Shape(
        "gemma2", "llama", GEMMA, ("<start_of_turn>", "<end_of_turn>", "[multimodal]"), "<end_of_turn>"
    ),
    "phi3": Shape(
        "phi3", "llama", PHI_3, ("<|user|>", "<|assistant|>", "<|system|>", "<|end|>", "<|endoftext|>"), "<|end|>"
    ),
}  # fmt: skip


def write_model(path: Path, family: str, *, seed: int = 1, weights: Callable[..., np.ndarray] | None = None) -> Path:  # type: ignore[type-arg]
    """Write the file and return its path. `weights(*shape)` makes other numbers than small random ones."""
    shape = SHAPES[family]
    rng = np.random.default_rng(seed)
    tokens = _spm(shape) if shape.tokenizer == "llama" else _bpe(shape)
    writer = gguf.GGUFWriter(path, shape.architecture)
    writer.add_name(f"Tiny {family}")
    writer.add_context_length(8192)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    kv_heads = HEADS if shape.architecture == "phi3" else KV_HEADS
    writer.add_head_count_kv(kv_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(HEAD)
    if shape.architecture == "gemma2":
        writer.add_key_length(HEAD)
        writer.add_value_length(HEAD)
        writer.add_sliding_window(64)
        writer.add_attn_logit_softcapping(50.0)
        writer.add_final_logit_softcapping(30.0)
    if shape.architecture == "phi3":
        writer.add_rope_scaling_orig_ctx_len(8192)
    writer.add_tokenizer_model(shape.tokenizer)
    writer.add_tokenizer_pre(shape.pre)
    writer.add_token_list([token for token, _ in tokens])
    writer.add_token_types([kind for _, kind in tokens])
    names = [token for token, _ in tokens]
    if shape.tokenizer == "llama":
        writer.add_token_scores([-1.0 if kind == KINDS.NORMAL else 0.0 for _, kind in tokens])
        writer.add_unk_token_id(0)
        writer.add_bos_token_id(names.index("<s>"))
    else:
        writer.add_token_merges(["Ġ t", "h e"])
        writer.add_bos_token_id(names.index(shape.marks[0]))
    writer.add_eos_token_id(names.index(shape.ends))
    writer.add_chat_template(shape.template)

    def weight(*size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        made = rng.normal(0, 0.3, size) if weights is None else weights(*size)
        return made.astype(np.float32)

    ones = np.ones(WIDTH, dtype=np.float32)
    keys = kv_heads * HEAD
    writer.add_tensor("token_embd.weight", weight(len(tokens), WIDTH))
    writer.add_tensor("output_norm.weight", ones)
    if shape.architecture != "gemma2":
        writer.add_tensor("output.weight", weight(len(tokens), WIDTH))
    for layer in range(LAYERS):
        parts = {
            "attn_norm": ones,
            "ffn_norm": ones,
            "attn_output": weight(WIDTH, WIDTH),
            "ffn_down": weight(WIDTH, INNER),
        }
        if shape.architecture == "phi3":
            parts |= {"attn_qkv": weight(WIDTH + 2 * keys, WIDTH), "ffn_up": weight(2 * INNER, WIDTH)}
        else:
            parts |= {"attn_q": weight(WIDTH, WIDTH), "attn_k": weight(keys, WIDTH), "attn_v": weight(keys, WIDTH)}
            parts |= {"ffn_gate": weight(INNER, WIDTH), "ffn_up": weight(INNER, WIDTH)}
        if shape.architecture == "gemma2":
            parts |= {"post_attention_norm": ones, "post_ffw_norm": ones}
        for name, values in parts.items():
            writer.add_tensor(f"blk.{layer}.{name}.weight", values)
        if shape.architecture == "qwen2":
            for name, size in (("attn_q", WIDTH), ("attn_k", keys), ("attn_v", keys)):
                writer.add_tensor(f"blk.{layer}.{name}.bias", weight(size))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _spm(shape: Shape) -> list[tuple[str, gguf.TokenType]]:
    """Pieces with byte fallback. Phi and Gemma files carry some marks as user-defined, which match in any text."""
    tokens = [("<unk>", KINDS.UNKNOWN), ("<s>", KINDS.CONTROL), ("</s>", KINDS.CONTROL)]
    kind = KINDS.USER_DEFINED if shape.architecture in ("phi3", "gemma2") else KINDS.CONTROL
    tokens += [(mark, kind) for mark in shape.marks]
    tokens += [("\n\n", KINDS.USER_DEFINED), ("\u2581\u2581", KINDS.USER_DEFINED)]
    tokens += [(f"<0x{byte:02X}>", KINDS.BYTE) for byte in range(256)]
    tokens += [(letter, KINDS.NORMAL) for letter in map(chr, range(33, 127))]
    return [*tokens, ("\u2581", KINDS.NORMAL), ("\u2581find", KINDS.NORMAL)]


def _bpe(shape: Shape) -> list[tuple[str, gguf.TokenType]]:
    """GPT-2's letters for the 256 bytes, two merges, the marks last, as those files have them."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {byte: chr(byte) for byte in plain}
    letters |= {byte: chr(256 + n) for n, byte in enumerate(b for b in range(256) if b not in letters)}
    tokens = [(letters[byte], KINDS.NORMAL) for byte in range(256)]
    tokens += [("Ġt", KINDS.NORMAL), ("he", KINDS.NORMAL)]
    return [*tokens, *((mark, KINDS.CONTROL) for mark in shape.marks)]
