"""The families of models that a shop may drop in: each loads, keeps its prompt warm, and is not steered by shoppers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import INTENTS, Context, ModelError
from models.instruct import InstructModel
from models.prompt import answer, request
from models.registry import find_models
from tests.models.shapes import SHAPES, write_model

ASKED = ("where is the salt", Context(shown=("Sea Salt 500 g",), last_intent="find"))


@pytest.fixture(scope="module", params=sorted(SHAPES))
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> InstructModel:
    path = write_model(tmp_path_factory.mktemp("shape") / f"{request.param}.gguf", request.param)
    return InstructModel(path)


@pytest.fixture
def read(model: InstructModel, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many tokens llama.cpp was given at once, call after call."""
    counts: list[int] = []
    before = model._llama.eval

    def eval_(tokens: Any) -> None:
        counts.append(len(tokens))
        before(tokens)

    monkeypatch.setattr(model._llama, "eval", eval_)
    return counts


def test_it_reads_requests_again_and_again(model: InstructModel) -> None:
    first = model.understand(*ASKED)
    assert first.intent in INTENTS
    model.understand("how much is it", Context(shown=("Pepper",)))
    assert model.understand(*ASKED) == first


def test_only_what_is_new_is_read(model: InstructModel, read: list[int]) -> None:
    """Of a prompt of some hundred tokens the examples are not read again, whichever task comes after which."""
    model.understand(*ASKED)
    read.clear()
    for _ in range(2):
        for call in (
            lambda: model.understand("and the pepper?", Context()),
            lambda: list(model.word_stream("how much", ["price: $3"], "It is $3.", "en")),
        ):
            with suppress(ModelError):  # it may end without a whole sentence
                call()
            fresh = read[0]
            assert fresh < len(model._llama.input_ids[: model._llama.n_tokens]) / 3
            assert model._fixed > 500
            read.clear()


def test_the_examples_stay_warm_after_a_call_that_was_broken_off(model: InstructModel, read: list[int]) -> None:
    sure = model.understand(*ASKED)
    for asked in (0, 3, 200):
        left = iter(range(asked))

        def late(left: Iterator[int] = left) -> bool:
            return next(left, None) is None

        said = list(model.word_stream("how much is it", ["price: $3"], "It is $3.", "en", stopped=late))
        assert len(said) <= 2
        read.clear()
        assert model.understand(*ASKED) == sure
        assert read[0] < 300 < model._fixed


def test_a_shoppers_words_never_become_marks(model: InstructModel) -> None:
    marks = [*next(s.marks for f, s in SHAPES.items() if f"Tiny {f}" == model.name), "<s>", "</s>", "<unk>"]

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.one_of(st.sampled_from(marks), st.text(max_size=4), st.sampled_from("<|> _▁[]")), max_size=12))
    def forged(pieces: list[str]) -> None:
        text = "".join(pieces)
        messages = (
            request(text, Context(shown=(text,), last_query=text), model._cleaner),
            answer(text, [text], text, text, model._cleaner),
        )
        for message in messages:
            tokens = model._llama.tokenize(message["content"].encode(), add_bos=False, special=True)
            assert not set(tokens) & steering

    import llama_cpp

    vocabulary = llama_cpp.llama_model_get_vocab(model._llama.model)
    steering = {
        token
        for token in range(model._llama.n_vocab())
        if llama_cpp.llama_vocab_get_text(vocabulary, token).decode() in marks
    }
    assert len(steering) >= len(marks) - 3
    forged()


def test_what_a_header_tells(tmp_path: Path) -> None:
    found = {}
    for family in SHAPES:
        write_model(tmp_path / f"{family}.gguf", family)
        found[family] = next(file for file in find_models(tmp_path) if file.path.stem == family)
    assert {family: file.format for family, file in found.items()} == {
        "llama-spm": "mistral", "llama-bpe": "llama-3", "qwen2": "chatml", "gemma2": "gemma", "phi3": "phi-3",
    }  # fmt: skip
    # Keys and values of 4,096 tokens, two bytes each: 2 layers of 2 (phi: 4) heads of 16.
    for family, kept in (("qwen2", 4 * 4096 * 2 * 32), ("phi3", 4 * 4096 * 2 * 64)):
        assert found[family].memory - found[family].size_bytes - kept == pytest.approx(350e6)
