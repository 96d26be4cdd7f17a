"""Sentences through the language model's real process: one by one, stopped, killed in the middle, too late."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from kiosk.engine import model as model_module
from kiosk.engine.child import command
from kiosk.engine.model import WorkerModel
from kiosk.engine.parts import llm_worker
from kiosk.engine.worker import Worker
from kiosk.settings import Settings
from models import Context, ModelError, StreamingModel
from tests.kiosk.engine.test_worker import until
from tests.models.tiny import write_tiny_model

REST: tuple[list[str], str, str] = ([], "the draft", "en")


@pytest.fixture
def worker() -> Iterator[Worker]:
    events: list[object] = []
    worker = Worker("llm", command("tests.kiosk.engine.talking_model"), on_event=lambda _, e: events.append(e["event"]))
    worker.start()
    assert worker.wait_settled(20)
    yield worker
    worker.stop()
    assert "sentence" not in events


@pytest.fixture
def model(worker: Worker) -> WorkerModel:
    return WorkerModel(worker)


def test_sentences_come_one_by_one(model: WorkerModel) -> None:
    assert isinstance(model, StreamingModel)
    assert list(model.word_stream("both", *REST)) == ["One.", "Two."]
    assert list(model.word_stream("both", *REST)) == ["One.", "Two."]


def test_stopped_it_ends_at_once_and_the_model_is_free(model: WorkerModel) -> None:
    looks: list[bool] = []

    def after_some_looks() -> bool:
        looks.append(True)
        return len(looks) > 4

    assert list(model.word_stream("wait", *REST, stopped=after_some_looks)) == ["One."]
    assert model.understand("oat milk", Context()).intent == "find"


def test_who_closes_the_stream_frees_the_model_too(model: WorkerModel) -> None:
    stream = model.word_stream("wait", *REST)
    assert list(islice(stream, 1)) == ["One."]
    stream.close()
    assert model.understand("oat milk", Context()).intent == "find"


def test_one_that_dies_in_the_middle_is_told_and_comes_back(worker: Worker, model: WorkerModel) -> None:
    stream = model.word_stream("die", *REST)
    assert next(stream) == "One."
    with pytest.raises(ModelError, match="stopped while it worked"):
        next(stream)
    with pytest.raises(ModelError, match="not there"):
        next(model.word_stream("both", *REST))
    until(lambda: worker.state == "working")
    assert list(model.word_stream("both", *REST)) == ["One.", "Two."]


def test_what_the_model_says_of_its_failure_is_told(model: WorkerModel) -> None:
    with pytest.raises(ModelError, match="took too long"):
        list(model.word_stream("fail", *REST))


def test_one_that_hangs_after_a_sentence_is_killed_in_time(
    worker: Worker, model: WorkerModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_module, "WORD_S", 0.4)
    before, stream = worker.pid, model.word_stream("hang", *REST)
    assert next(stream) == "One."
    with pytest.raises(ModelError, match="within"):
        next(stream)
    until(lambda: worker.state == "working" and worker.pid != before)


def test_the_embedded_model_has_no_words_of_its_own(tmp_path: Path) -> None:
    worker = llm_worker(Settings(data_dir=tmp_path))
    worker.start()
    try:
        assert worker.wait_settled(20)
        with pytest.raises(ModelError, match="no operation"):
            list(WorkerModel(worker).word_stream("both", *REST))
    finally:
        worker.stop()


def test_senseless_words_of_a_real_model_come_or_fail_in_time(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    write_tiny_model(settings.models_dir / "tiny.gguf")
    worker = llm_worker(settings)
    worker.start()
    try:
        assert worker.wait_settled(60)
        model = WorkerModel(worker)
        assert (model.name, model.words_answers) == ("Tiny Test", True)
        began = time.monotonic()
        try:
            said = list(model.word_stream("how much is it", ["price: $3"], "It is $3.", "en"))
        except ModelError as error:
            said = [str(error)]
        assert said
        assert time.monotonic() - began < 2 * model_module.WORD_S
        assert model.understand("where is it", Context()).intent
    finally:
        worker.stop()
