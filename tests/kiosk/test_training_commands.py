"""`aislewise models train | evaluate | promote | back` as a retailer runs them."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

import models.training
from kiosk.commands import training
from kiosk.commands.models import app
from kiosk.settings import Settings
from models import embedded, readers
from models.training import StoreWords
from models.training.body import read_body
from tests.models.tiny_reader import seal, write_tiny_reader

Run = Callable[..., Result]

BETTER = {"find": "detail", "detail": "detail", "offers": "find"}
"""What the better of two tiny readers says after these intents; the other says nothing but smalltalk."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("AISLEWISE_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("AISLEWISE_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "settings.toml").write_text("")
    shipped = write_tiny_reader(tmp_path / "shipped", name="shipped")
    monkeypatch.setattr(embedded, "SHIPPED", shipped)
    monkeypatch.setattr(embedded.EmbeddedModel.__init__, "__defaults__", (shipped,))
    sold = StoreWords(names=("mulch", "leaf mould", "twine"), brands=("felco",))
    monkeypatch.setattr(training, "_store_words", lambda settings: sold)
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path, run: Run) -> Path:
    """The models folder."""
    return tmp_path / "data" / "models"


@pytest.fixture
def turns(tmp_path: Path) -> Path:
    path = tmp_path / "turns" / "garden.txt"
    path.parent.mkdir()
    lines = [f"find after offers | and [mulch {number}](query)" for number in range(40)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def trained(folder: Path, name: str, says: dict[str | None, str] | None = None, own: int = 0) -> Path:
    made = write_tiny_reader(folder / "readers" / name, says, name=name)
    lines = [["garden", f"find after offers | anything nicer {number}"] for number in range(own)]
    (made / "gate.json").write_text(json.dumps({"held_back": lines}))
    seal(made, name)
    return made


def test_a_better_reader_is_promoted_and_gone_back_from(run: Run, folder: Path) -> None:
    trained(folder, "store-1", BETTER)
    done = run("evaluate", "store-1")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "store-1 passes the gate" in done.stdout
    assert "calls for a person heard" in done.stdout
    done = run("promote", "store-1")
    assert done.exit_code == 0, done.stderr
    assert "aislewise models back" in done.stdout
    rows = {row["name"]: row for row in map(json.loads, run("list", "--json").stdout.splitlines())}
    assert (rows["store-1"]["state"], rows["store-1"]["used"]) == ("in use", True)
    assert rows["embedded"]["used"]
    assert "* store-1" in run("list").stdout
    done = run("evaluate")
    assert done.exit_code == 0
    assert "shipped" in done.stdout.splitlines()[0]
    for command in ("promote", "remove"):
        done = run(command, "store-1")
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "comes with the program" in run("back").stdout
    assert readers.in_use(folder) is None
    done = run("back")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert run("remove", "store-1").exit_code == 0
    assert readers.trained(folder) == ()


def test_one_that_is_worse_is_refused_and_it_is_said_where(run: Run, folder: Path) -> None:
    trained(folder, "store-1", BETTER)
    trained(folder, "store-2", {"find": "detail"})
    assert run("promote", "store-1").exit_code == 0
    done = run("evaluate", "store-2")
    assert done.exit_code == 1
    assert "no better: " in done.stderr
    done = run("promote", "store-2")
    assert done.exit_code == 2
    assert "no better: " in done.stderr
    assert "does not pass the gate" in done.stderr
    assert [entry.name for entry in readers.promoted(folder)] == ["store-1"]
    row = json.loads(run("evaluate", "store-2", "--json").stdout)
    assert (row["passed"], row["beside"]) == (False, "store-1")
    assert {"own", "project"} >= {r["turns"] for r in row["rows"]}


def test_ones_own_turns_decide(run: Run, folder: Path) -> None:
    trained(folder, "store-1", BETTER, own=40)
    trained(folder, "store-2", {"find": "detail", "detail": "detail"}, own=40)
    assert run("evaluate", "store-1").exit_code == 0
    done = run("evaluate", "store-2")
    assert "no better: +0 turns understood of 40 of your own turns" in done.stderr


def test_a_damaged_reader_is_neither_judged_nor_promoted(run: Run, folder: Path) -> None:
    made = trained(folder, "store-1", BETTER)
    (made / "gate.json").write_text("{}")
    for command in ("evaluate", "promote"):
        done = run(command, "store-1")
        assert done.exit_code == 2
        assert "gate.json is damaged" in done.stderr
        assert "Traceback" not in done.stderr
    seal(made, "store-1")
    assert "gate.json is damaged" in run("promote", "store-1").stderr
    for name, why in (
        ("store-9", "no trained reader store-9 (there are: store-1)"),
        ("", "name a trained one (store-1)"),
    ):
        done = run("evaluate", *([name] if name else []))
        assert done.exit_code == 2
        assert why in done.stderr


def test_a_broken_reader_in_use_is_judged_as_what_takes_its_place(run: Run, folder: Path) -> None:
    made = trained(folder, "store-1", BETTER)
    trained(folder, "store-2", BETTER)
    readers.promote(folder, "store-1")
    (made / "reader.gguf").write_bytes(b"GGUF")
    done = run("promote", "store-2")
    assert done.exit_code == 0, done.stderr
    assert readers.in_use(folder) is not None


def test_the_words_of_the_store_are_names_and_brands(tmp_path: Path) -> None:
    words = training._store_words(Settings(data_dir=tmp_path, language="en"))
    assert {"whole milk", "bananas"} <= set(words.names)
    assert {"old tannerby", "sprintwell"} <= set(words.brands)
    assert not set(words.names) & {*words.brands, "opening hours"}


def fake_tune(says: dict[str | None, str], end: BaseException | None = None) -> Callable[..., None]:
    def tune(source: Path, own: object, store: object, into: Path, *, name: str, told: object, **rest: object) -> None:
        made = write_tiny_reader(into / "made", says, name=name)
        for path in made.iterdir():
            path.rename(into / path.name)
        made.rmdir()
        if end is not None:
            raise end

    return tune


def test_training_writes_a_reader_that_can_be_promoted(
    run: Run, folder: Path, turns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(vars(models.training), "tune", fake_tune(BETTER))
    done = run("train", turns)
    assert done.exit_code == 0, done.output
    assert "store-1 is trained. Use it: aislewise models promote store-1" in done.stdout
    made = folder / "readers" / "store-1"
    assert sorted(path.name for path in made.iterdir()) == ["gate.json", "heads.npz", "manifest.json", "reader.gguf"]
    kept = json.loads((made / "gate.json").read_text("utf-8"))
    assert kept["training"]["own_turns"] + len(kept["held_back"]) == 40
    assert run("promote", "store-1").exit_code == 0
    assert "begins from store-1" in run("train", turns.parent).stderr
    assert readers.trained(folder) == ("store-1", "store-2")
    done = run("train", turns, "--name", "store-1")
    assert (done.exit_code, "there is a reader store-1 already" in done.stderr) == (2, True)


@pytest.mark.parametrize("end", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_what_breaks_off_leaves_nothing(
    run: Run, folder: Path, turns: Path, monkeypatch: pytest.MonkeyPatch, end: BaseException
) -> None:
    monkeypatch.setitem(vars(models.training), "tune", fake_tune(BETTER, end))
    done = run("train", turns)
    assert done.exit_code == (130 if isinstance(end, KeyboardInterrupt) else 2)
    assert ("nothing was written" if isinstance(end, KeyboardInterrupt) else "No space left") in done.stderr
    assert "Traceback" not in done.output
    assert list((folder / "readers").iterdir()) == []


def test_bad_turns_and_names_are_told_before_anything_is_done(
    run: Run, folder: Path, turns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(vars(models.training), "tune", fake_tune(BETTER))
    assert "no name for a reader" in run("train", turns, "--name", "A/b").stderr
    turns.write_text(turns.read_text() + "\nfind | [mulch](plant)\n")
    done = run("train", turns)
    assert done.exit_code == 2
    assert f"{turns}:41: unknown tag 'plant'" in done.stderr
    assert not (folder / "readers").exists()


def test_without_torch_the_remedy_is_told(run: Run, turns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    for name in [name for name in sys.modules if name.startswith("models.training.")]:
        monkeypatch.delitem(sys.modules, name)
    done = run("train", turns)
    assert done.exit_code == 2
    assert done.stderr == (
        "aislewise: torch is not installed; install Aislewise with its part for training: [training]\n"
    )


def test_the_command_starts_without_what_trains() -> None:
    script = (
        "import sys, kiosk.cli; "
        "heavy = {'torch', 'gguf', 'tokenizers', 'models.training.gate'} & set(sys.modules); "
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", script], timeout=60).returncode == 0


def test_a_real_training_on_a_tiny_reader(run: Run, folder: Path, turns: Path) -> None:
    pytest.importorskip("torch", reason="needs the training extra")
    first = run("train", turns, "--steps", "10", "--threads", "1")
    assert first.exit_code == 0, first.output
    assert "step 10 of 10, loss" in first.stderr
    second = run("train", turns, "--steps", "10", "--threads", "1", "--name", "again")
    assert second.exit_code == 0
    made, again = (folder / "readers" / name for name in ("store-1", "again"))
    assert (made / "heads.npz").read_bytes() == (again / "heads.npz").read_bytes()
    bodies = [read_body(path / "reader.gguf").tensors for path in (embedded.SHIPPED, made, again)]
    learned = "layers.0.final_norm.weight"
    assert not np.array_equal(bodies[0][learned], bodies[1][learned])
    assert all(np.array_equal(values, bodies[2][name]) for name, values in bodies[1].items())
    assert np.array_equal(bodies[0]["words.weight"], bodies[1]["words.weight"])


@pytest.mark.whole
@pytest.mark.timeout(300)
def test_a_training_is_stopped_by_ctrl_c(run: Run, folder: Path, turns: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="needs the training extra")
    shutil.copytree(embedded.SHIPPED, tmp_path / "source")
    script = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from pathlib import Path\n"
        "from models import embedded\n"
        f"embedded.SHIPPED = Path({str(tmp_path / 'source')!r})\n"
        "from kiosk.cli import app; app()"
    )
    command = [sys.executable, "-c", script, "models", "train", str(turns), "--steps", "20000", "--threads", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = ""
        until = time.monotonic() + 240
        while "step 50 of" not in told and time.monotonic() < until:
            told = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert "Stopped; nothing was written" in process.stderr.read()
        assert process.wait(30) == 130
    assert list((folder / "readers").iterdir()) == []
