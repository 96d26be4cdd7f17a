"""Sound and models made for tests: speech by espeak, a tiny Piper voice, a tiny Whisper model."""

from __future__ import annotations

import functools
import itertools
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soxr

from voice import RATE

_ESPEAK_RATE = 22_050
_SPEAK = """
import sys
from voice.espeak import Manner, espeak
assert espeak().rate == int(sys.argv[4])
for piece in espeak().speak(sys.argv[1], Manner(sys.argv[2], int(sys.argv[3]))):
    sys.stdout.buffer.write(piece)
"""


def speech(text: str, voice: str = "en-us", speed: int = 150, lead_s: float = 0.3, trail_s: float = 0.4) -> bytes:
    """A sentence as a microphone hears it: RATE, 16-bit mono, with some silence around it; the same at each call."""
    samples = soxr.resample(np.frombuffer(_spoken(text, voice, speed), "<i2") * np.float32(0.5), _ESPEAK_RATE, RATE)
    around = [np.zeros(round(seconds * RATE), np.float32) for seconds in (lead_s, trail_s)]
    return np.concatenate([around[0], samples, around[1]]).clip(-32768, 32767).astype("<i2").tobytes()


@functools.cache
def _spoken(text: str, voice: str, speed: int) -> bytes:
    # In a process of its own, as espeak's sounds depend on what it spoke before.
    command = [sys.executable, "-c", _SPEAK, text, voice, str(speed), str(_ESPEAK_RATE)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=Path(__file__).parents[2]).stdout


def alike(spoken: bytes, recording: bytes) -> float:
    """How much some part of a recording sounds like what was spoken, up to 1: RATE, 16-bit mono.

    The same sentence comes to .9 and more, others of the same voice to .3 to .6.
    """
    wanted, there = _bands(spoken), _bands(recording)
    assert len(there) >= len(wanted)
    wanted -= wanted.mean()
    parts = np.lib.stride_tricks.sliding_window_view(there, len(wanted), axis=0).transpose(0, 2, 1)
    parts = parts - parts.mean((1, 2), keepdims=True)
    norms = np.sqrt((parts**2).sum((1, 2))) * np.sqrt((wanted**2).sum())
    return float(((parts * wanted).sum((1, 2)) / np.maximum(norms, 1e-9)).max())


def _bands(pcm: bytes) -> npt.NDArray[np.float64]:
    """Loudness in decibels, by hundredths of a second and twelve bands up to 4 kHz; silence is cut off at both ends."""
    samples = np.trim_zeros(np.frombuffer(pcm, "<i2").astype(np.float32))
    frames = samples[: len(samples) // 160 * 160].reshape(-1, 160) * np.hanning(160)
    power = (np.abs(np.fft.rfft(frames))[:, 1:37] ** 2).reshape(len(frames), 12, 3).sum(2)
    return np.asarray(10 * np.log10(power + 1e6), np.float64)


def tone(seconds: float, rate: int = RATE, hertz: float = 440.0, loud: float = 0.3) -> bytes:
    """A sine, 16-bit mono."""
    at = np.arange(round(seconds * rate)) / rate
    return (np.sin(2 * np.pi * hertz * at) * loud * 32767).astype("<i2").tobytes()


def piper_voice(folder: Path, name: str = "tiny", language: str = "en") -> Path:
    """A Piper voice that hums: 256 samples of a tone for each phoneme."""
    import onnx
    from onnx import TensorProto, helper

    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    hum = np.sin(2 * np.pi * 220 * np.arange(256) / 16_000).astype(np.float32) * 0.5
    constants = [
        helper.make_tensor("hum", TensorProto.FLOAT, [1, 1, 256], hum.tolist()),
        helper.make_tensor("zero", TensorProto.FLOAT, [], [0.0]),
        helper.make_tensor("one", TensorProto.FLOAT, [], [1.0]),
        helper.make_tensor("last", TensorProto.INT64, [1], [2]),
        helper.make_tensor("flat", TensorProto.INT64, [4], [1, 1, 1, -1]),
    ]
    nodes = [
        helper.make_node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["ids", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "one"], ["each"]),
        helper.make_node("Unsqueeze", ["each", "last"], ["column"]),
        helper.make_node("Mul", ["column", "hum"], ["pieces"]),
        helper.make_node("Reshape", ["pieces", "flat"], ["output"]),
    ]
    outputs = [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "samples"])]
    graph = helper.make_graph(nodes, "voice", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    path = folder / f"{name}.onnx"
    onnx.save(model, str(path))
    signs = "_^$ abcdefghijklmnopqrstuvwxyzæðŋɐɑɔəɚɛɜɡɪɹʃʊʌʒˈˌː.,?!θɾᵻ"
    about = {
        "audio": {"sample_rate": 16_000},
        "espeak": {"voice": "en-us" if language == "en" else language},
        "language": {"code": f"{language}_XX", "family": language},
        "inference": {},
        "num_symbols": len(signs),
        "num_speakers": 1,
        "phoneme_id_map": {sign: [number] for number, sign in enumerate(signs)},
    }
    Path(f"{path}.json").write_text(json.dumps(about), "utf-8")
    return path


def whisper_model(folder: Path, hears: str = "milk", languages: tuple[str, ...] = (), loop: bool = False) -> Path:
    """A Whisper model with two tiny layers, which hears the same words in everything, by the real code.

    `hears`: up to twenty different words; with `loop` they are heard over and over. `languages`: makes it one that
    knows these and takes everything for the last of them; otherwise it knows English only.
    """
    import tokenizers
    from ctranslate2.specs import WhisperSpec

    said = hears.split()
    special = [f"<|{name}|>" for name in (
        "endoftext", "startoftranscript", *(languages or ("en",)), "translate", "transcribe", "startoflm",
        "startofprev", "nospeech", "notimestamps", *(f"{number / 50:.2f}" for number in range(1501)),
    )]  # fmt: skip
    # The library tells a model for many languages by the empty word in its vocabulary.
    vocabulary = [*said, *(f"w{number}" for number in range(300)), *([""] if languages else []), *special]
    by_word = {token: number for number, token in enumerate(vocabulary)}
    spec = WhisperSpec(2, 2, 2, 2)
    _fill(spec, "", len(vocabulary), np.random.default_rng(1))
    # Each layer of the decoder passes on what it gets, so that each token alone decides which one follows.
    for layer in spec.decoder.layer:
        for last in (layer.self_attention.linear[-1], layer.attention.linear[-1], layer.ffn.linear_1):
            last.weight[:] = 0
    spec.decoder.position_encodings.encodings[:] = 0
    spec.decoder.embeddings.weight[:] = 0
    spec.decoder.projection.weight[:] = 0
    chain = ["<|notimestamps|>", *said, said[0] if loop else "<|endoftext|>"]
    pairs = [*itertools.pairwise(chain), *(("<|startoftranscript|>", f"<|{code}|>") for code in languages[-1:])]
    for place, (token, following) in enumerate(pairs):
        spec.decoder.embeddings.weight[by_word[token], place] = 1
        spec.decoder.projection.weight[by_word[following], place] = 4
    spec.register_vocabulary(vocabulary)
    spec.config.suppress_ids, spec.config.suppress_ids_begin = [], []
    spec.config.lang_ids, spec.config.alignment_heads = [by_word[f"<|{code}|>"] for code in languages], []
    spec.validate()
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(by_word, unk_token=vocabulary[len(said)]))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


_WIDTH, _MELS = 32, 80


def _fill(part: object, path: str, words: int, random: np.random.Generator) -> None:
    """Random weights for everything that a layer leaves open."""
    for name, value in vars(part).items():
        here = f"{path}.{name}"
        if isinstance(value, list):
            for number, item in enumerate(value):
                _fill(item, f"{here}[{number}]", words, random)
        elif hasattr(value, "validate"):
            _fill(value, here, words, random)
        elif value is None or name == "encodings":
            shape = _shape(here, words)
            fixed = 1.0 if name == "gamma" else 0.0
            weights = np.full(shape, fixed) if name in ("gamma", "beta") else random.normal(0, 0.3, shape)
            setattr(part, name, weights.astype(np.float32))


def _shape(path: str, words: int) -> tuple[int, ...]:
    d = _WIDTH
    shapes = {
        "conv1.weight": (d, _MELS, 3),
        "conv2.weight": (d, d, 3),
        "encoder.position_encodings.encodings": (1500, d),
        "decoder.position_encodings.encodings": (448, d),
        "self_attention.linear[0].weight": (3 * d, d),
        ".attention.linear[1].weight": (2 * d, d),
        "linear_0.weight": (4 * d, d),
        "linear_1.weight": (d, 4 * d),
        "embeddings.weight": (words, d),
        "projection.weight": (words, d),
        "gamma": (d,),
        "beta": (d,),
    }
    return next((shape for end, shape in shapes.items() if path.endswith(end)), (d, d))
