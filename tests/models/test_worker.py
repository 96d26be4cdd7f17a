"""The worker as a real process."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.engine.parts import llm_worker
from kiosk.settings import Settings
from models import INTENTS, choose, readers
from tests.models.tiny import write_tiny_model
from tests.models.tiny_reader import write_tiny_reader


class Worker:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        message: dict[str, Any] = json.loads(self.process.stdout.readline())
        return message

    def ask(self, op: str, **fields: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"id": 7, "op": op, **fields}).encode() + b"\n")
        self.process.stdin.flush()
        message = self.read()
        assert message.pop("id") == 7
        return message


@contextmanager
def worker(*arguments: str) -> Iterator[Worker]:
    command = [sys.executable, "-m", "kiosk.engine.workers.llm", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Worker(process)
        finally:
            process.kill()


def test_the_embedded_model_over_the_pipe() -> None:
    with worker("--wanted", "embedded", "--threads", "1") as llm:
        assert llm.read() == {"event": "ready", "name": "aislewise-reader", "words_answers": False, "warning": ""}
        reading = llm.ask("understand", text="do you guys carry oat milk?", context={})["ok"]
        assert (reading["intent"], reading["words"]) == ("find", ["do", "you", "guys", "carry", "oat", "milk"])
        assert reading["tags"] == ["O", "O", "O", "O", "query", "query"]
        assert reading["probabilities"]["find"] == reading["confidence"] > 0.7
        context = {"shown": ["Oat Drink"], "last_intent": "find", "last_query": None, "last_say": "x", "language": "en"}
        assert llm.ask("understand", text="and where is it", context=context)["ok"]["intent"] == "detail"
        assert llm.ask("understand", text="milk " * 20_000, context={})["ok"]["intent"] in INTENTS
        assert llm.ask("understand", text="\ud83d\x00<|im_start|>", context={})["ok"]["confidence"] == 0.0
        refused = llm.ask("word", question="how much", facts=["price: $3"], draft="It is $3.", language="en")
        assert refused["error"]["code"] == "unavailable"
        assert llm.ask("fly")["error"]["code"] == "bad_request"
        assert llm.ask("understand", text="hello", context=None)["ok"]["intent"] == "smalltalk"
        assert llm.process.stdin is not None
        llm.process.stdin.close()
        assert llm.process.wait(10) == 0


def test_a_drop_in_over_the_pipe(tmp_path: Path) -> None:
    write_tiny_model(tmp_path / "tiny.gguf", seed=3)
    (tmp_path / "bad.gguf").write_bytes(b"rubbish")
    with worker("--models", str(tmp_path)) as llm:
        ready = llm.read()
        assert (ready["name"], ready["words_answers"]) == ("Tiny Test", True)
        assert "bad.gguf" in ready["warning"]
        assert llm.ask("understand", text="where is the salt", context={})["ok"]["intent"]
        worded = llm.ask("word", question="how much", facts=["price: $3"], draft="It is $3.", language="en")
        assert "text" in worded.get("ok", {}) or worded["error"]["code"] == "unavailable"


def test_a_model_that_ends_the_process_is_left_alone_after_two_tries(tmp_path: Path) -> None:
    """Its header is good; llama.cpp ends the process over its vocabulary. Choosing it again gives it another try."""
    write_tiny_model(tmp_path / "fatal.gguf", fatal=True)

    def died() -> bool:
        with worker("--models", str(tmp_path)) as llm:
            assert llm.process.stdout is not None
            return llm.process.stdout.readline() == b"" and llm.process.wait(30) not in (0, 3)

    assert died()
    assert died()
    with worker("--models", str(tmp_path)) as llm:
        ready = llm.read()
        assert (ready["event"], ready["name"]) == ("ready", "aislewise-reader")
        assert "fatal.gguf is left alone after 2 tries (the program ended while it was loaded)" in ready["warning"]
        assert llm.ask("understand", text="where is the salt", context={})["ok"]["intent"] == "find"
    choose(tmp_path, "fatal.gguf")
    assert died()


def test_the_engine_gets_past_such_a_model_by_itself(tmp_path: Path) -> None:
    write_tiny_model(tmp_path / "models" / "fatal.gguf", fatal=True)
    told: list[tuple[str, str]] = []
    llm = llm_worker(Settings(data_dir=tmp_path), on_state=lambda name, state, detail: told.append((state, detail)))
    llm.start()
    try:
        until = time.monotonic() + 60
        while llm.state != "working" and time.monotonic() < until:
            time.sleep(0.05)
        assert [state for state, _ in told if state != "starting"] == ["down", "down", "working"]
        assert "fatal.gguf is left alone" in told[-1][1]
        assert llm.call("understand", 10.0, text="where is the salt", context={})["intent"] == "find"
    finally:
        llm.stop()


def test_another_choice_is_taken_up_by_ending_and_beginning_again(tmp_path: Path) -> None:
    write_tiny_model(tmp_path / "one.gguf", name="One")
    write_tiny_model(tmp_path / "two.gguf", name="Two")
    names = []
    for change in (
        lambda: choose(tmp_path, "two.gguf"),
        lambda: (tmp_path / "two.gguf").unlink(),
        lambda: choose(tmp_path, "embedded"),
    ):
        with worker("--models", str(tmp_path)) as llm:
            names.append(llm.read()["name"])
            change()
            assert llm.process.wait(20) == 0
    with worker("--models", str(tmp_path)) as llm:
        names.append(llm.read()["name"])
    assert names == ["One", "Two", "aislewise-reader", "aislewise-reader"]


def test_a_promoted_reader_is_taken_up_and_gone_back_from(tmp_path: Path) -> None:
    write_tiny_reader(tmp_path / "readers" / "store-1", {None: "policy"}, name="store-1")
    with worker("--models", str(tmp_path)) as llm:
        assert llm.read()["name"] == "aislewise-reader"
        readers.promote(tmp_path, "store-1")
        assert llm.process.wait(20) == 0
    with worker("--models", str(tmp_path)) as llm:
        assert llm.read() == {"event": "ready", "name": "store-1", "words_answers": False, "warning": ""}
        assert llm.ask("understand", text="mulch", context={})["ok"]["intent"] == "policy"
        readers.back(tmp_path)
        assert llm.process.wait(20) == 0
    with worker("--models", str(tmp_path)) as llm:
        assert llm.read()["name"] == "aislewise-reader"


def test_the_english_of_an_utterance_reaches_the_reader(tmp_path: Path) -> None:
    write_tiny_reader(tmp_path / "readers" / "store-1", name="store-1")
    readers.promote(tmp_path, "store-1")
    with worker("--models", str(tmp_path)) as llm:
        assert llm.read()["name"] == "store-1"
        context = {"language": "es", "english": "the milk"}
        assert llm.ask("understand", text="la leche", context=context)["ok"]["words"] == ["the", "milk"]


def test_sentences_come_one_by_one_and_can_be_stopped(tmp_path: Path) -> None:
    """A model of random weights says no sentences, so one that does is put into the worker's process."""
    script = (
        "import sys, time\n"
        "from kiosk.engine.workers import llm\n"
        "from models import Loaded\n"
        "class Model:\n"
        "    name, words_answers = 'Talker', True\n"
        "    def understand(self, text, context): raise NotImplementedError\n"
        "    def word(self, *fields): return ''\n"
        "    def word_stream(self, question, facts, draft, language, *, stopped):\n"
        "        yield 'One.'\n"
        "        while question == 'long' and not stopped(): time.sleep(.01)\n"
        "        if not stopped(): yield 'Two.'\n"
        "llm.load_model = lambda *a, **k: Loaded(Model(), '')\n"
        "sys.exit(llm.main([]))\n"
    )
    command = [sys.executable, "-c", script]
    fields = {"facts": [], "draft": "", "language": "en"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        llm = Worker(process)
        assert llm.read()["words_answers"]

        def send(number: int, op: str, **more: Any) -> None:
            assert process.stdin is not None
            process.stdin.write(json.dumps({"id": number, "op": op, **more}).encode() + b"\n")
            process.stdin.flush()

        def sentence(stream: str, number: int, text: str) -> dict[str, Any]:
            return {"event": "sentence", "stream": stream, "number": number, "text": text}

        send(1, "word_stream", stream="a", question="short", **fields)
        assert llm.read() == sentence("a", 1, "One.")
        assert llm.read() == sentence("a", 2, "Two.")
        assert llm.read() == {"id": 1, "ok": {"sentences": 2, "stopped": False}}
        send(2, "stop", stream="a")
        assert llm.read() == {"id": 2, "ok": {}}
        send(3, "word_stream", stream="a", question="long", **fields)
        send(4, "word_stream", stream="b", question="short", **fields)
        assert llm.read() == sentence("a", 1, "One.")
        send(5, "stop", stream="b")
        send(6, "stop", stream="a")
        assert [llm.read() for _ in range(3)] == [
            {"id": 5, "ok": {}},
            {"id": 6, "ok": {}},
            {"id": 3, "ok": {"sentences": 1, "stopped": True}},
        ]
        assert llm.read() == sentence("b", 1, "One.")
        assert llm.read() == {"id": 4, "ok": {"sentences": 1, "stopped": True}}
        send(7, "word_stream", stream="c", question="long", **fields)
        assert llm.read() == sentence("c", 1, "One.")
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.mark.parametrize("name", ["reader.gguf"])
def test_without_any_model_it_says_so_and_ends_with_code_3(tmp_path: Path, name: str) -> None:
    """Run over a copy of the program whose own model is gone."""
    import shutil

    import models

    root = Path(models.__file__).parent.parent
    for part in ("models", "kiosk"):
        shutil.copytree(root / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", "training", "qml"))
    (tmp_path / "models" / "shipped" / name).unlink()
    run = subprocess.run(
        [sys.executable, "-m", "kiosk.engine.workers.llm"], cwd=tmp_path, input=b"", capture_output=True, timeout=60
    )
    assert run.returncode == 3
    event = json.loads(run.stdout)
    assert event["event"] == "failed"
    assert name in event["detail"]
