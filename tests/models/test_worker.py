"""The worker as a real process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.models.tiny import write_tiny_model


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
        assert llm.ask("understand", text="milk " * 20_000, context={})["ok"]["intent"] == "find"
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
