"""`aislewise hear --partial`: what was heard so far, while it is heard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk import cli
from kiosk.engine import sound
from voice import ANYTHING, RATE, Expected, Transcript, Vocabulary, recognize_pcm, write_wav

SO_FAR = ("", "where", "where", "where are the", "where are the eggs", "where are the eggs")


class Hears:
    """A recogniser that hears a question word by word, whatever it is given."""

    name = "fake"
    languages = ("en",)
    complete = False

    def learn(self, vocabulary: Vocabulary) -> None: ...

    def start(self, expected: Expected = ANYTHING) -> None:
        self._pieces = 0

    def accept(self, pcm: bytes) -> str:
        self._pieces += 1
        return SO_FAR[min(self._pieces, len(SO_FAR)) - 1]

    def pause(self) -> str:
        return SO_FAR[-1]

    def finish(self) -> Transcript:
        return Transcript("where are the eggs", 0.9)


class Answers:
    def ask(self, session: str, text: str, via: str = "typed") -> dict[str, object]:
        return {"say": f"About {text}."}


@pytest.fixture
def question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    @contextmanager
    def asker(_settings: object) -> Iterator[Answers]:
        yield Answers()

    monkeypatch.setattr(sound, "recogniser", lambda _settings: Hears())
    monkeypatch.setattr(cli.asking, "asker", asker)
    file = tmp_path / "question.wav"
    write_wav(file, bytes(2 * RATE))
    return file


def test_each_new_text_is_told_once() -> None:
    told: list[str] = []
    assert recognize_pcm(bytes(2 * RATE), Hears(), told.append).text == "where are the eggs"
    assert told == ["where", "where are the", "where are the eggs"]


def test_partial_texts_as_json_lines_before_the_turn(question: Path) -> None:
    done = CliRunner().invoke(cli.app, ["hear", str(question), str(question), "--json", "--partial"])
    assert done.exit_code == 0, done.output
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    texts = [{"partial": text} for text in ("where", "where are the", "where are the eggs")]
    assert lines[:3] == lines[4:7] == texts
    assert lines[3]["heard"]["text"] == lines[7]["heard"]["text"] == "where are the eggs"
    assert len(lines) == 8


def test_without_it_there_is_nothing_but_the_turn(question: Path) -> None:
    done = CliRunner().invoke(cli.app, ["hear", str(question), "--json"])
    assert [json.loads(line)["say"] for line in done.stdout.splitlines()] == ["About where are the eggs."]


def test_partial_texts_as_lines_where_there_is_no_terminal(question: Path) -> None:
    done = CliRunner().invoke(cli.app, ["hear", str(question), "--partial"])
    assert done.stdout.splitlines() == [
        "... where", "... where are the", "... where are the eggs", "heard: where are the eggs",
        "About where are the eggs.",
    ]  # fmt: skip
