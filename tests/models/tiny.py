"""A chat model of a few thousand random weights as a GGUF file: real loading and decoding, senseless words."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

CHATML = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
NO_SYSTEM = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system role') }}{% endif %}" + CHATML
WIDTH, INNER, LAYERS, HEADS = 32, 64, 1, 2


def write_tiny_model(
    path: Path,
    *,
    seed: int = 1,
    template: str | None = CHATML,
    context: int = 8192,
    name: str = "Tiny Test",
    fatal: bool = False,
) -> Path:
    """Write the file and return its path.

    `fatal`: a whole file whose vocabulary lacks the pieces for single bytes; llama.cpp ends the process over it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    kinds = gguf.TokenType
    tokens = [("<unk>", kinds.UNKNOWN), ("<s>", kinds.CONTROL), ("</s>", kinds.CONTROL)]
    tokens += [("<|im_start|>", kinds.CONTROL), ("<|im_end|>", kinds.CONTROL)]
    tokens += [(f"x{byte}", kinds.NORMAL) if fatal else (f"<0x{byte:02X}>", kinds.BYTE) for byte in range(256)]
    tokens += [(letter, kinds.NORMAL) for letter in map(chr, range(33, 127))]
    tokens += [("\u2581", kinds.NORMAL), ("\u2581find", kinds.NORMAL), ("é", kinds.NORMAL)]

    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name(name)
    writer.add_context_length(context)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list([token for token, _ in tokens])
    writer.add_token_scores([0.0 if kind != kinds.NORMAL else -1.0 for _, kind in tokens])
    writer.add_token_types([kind for _, kind in tokens])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(4)
    writer.add_unk_token_id(0)
    if template is not None:
        writer.add_chat_template(template)

    def weight(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return rng.normal(0, 0.3, shape).astype(np.float32)

    writer.add_tensor("token_embd.weight", weight(len(tokens), WIDTH))
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, dtype=np.float32))
    writer.add_tensor("output.weight", weight(len(tokens), WIDTH))
    for layer in range(LAYERS):
        writer.add_tensor(f"blk.{layer}.attn_norm.weight", np.ones(WIDTH, dtype=np.float32))
        writer.add_tensor(f"blk.{layer}.ffn_norm.weight", np.ones(WIDTH, dtype=np.float32))
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            writer.add_tensor(f"blk.{layer}.{part}.weight", weight(WIDTH, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_gate.weight", weight(INNER, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_up.weight", weight(INNER, WIDTH))
        writer.add_tensor(f"blk.{layer}.ffn_down.weight", weight(WIDTH, INNER))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
