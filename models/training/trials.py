"""A trained reader on trial: the files it was made into, and what the gate says of it beside the reader in use."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from models import readers
from models.embedded import EmbeddedModel, checked
from models.training.gate import Verdict, compare, judge
from models.training.own import Line, as_entries, lines_of, project_turns
from models.types import ModelError

GATE = "gate.json"
_REMEDY = "train it again"


@dataclass(frozen=True, slots=True)
class Trial:
    """One reader beside another."""

    name: str
    before: str
    """The reader in use; for the reader in use itself, the one that comes with the program."""
    verdict: Verdict
    warning: str = ""
    """Why another reader than the promoted one is what it is compared with."""


def trial(models: Path, folder: Path, own: Sequence[Line] | None = None, *, told: Callable[[int, int], None]) -> Trial:
    """Judge the reader in `folder` on the project's held-out and test turns and on `own`, by default those of its
    gate.json. `told(done, total)` after each reading. Raises ModelError.
    """
    lines = held_back(folder) if own is None else own
    name = str(checked(folder, _REMEDY)["name"])
    entry = readers.in_use(models)
    itself = entry is not None and readers.folder_of(models, entry.name) == folder
    old, warning = (EmbeddedModel(), "") if itself else readers.open_reader(models)
    in_use = readers.SHIPPED if itself or warning or entry is None else entry.name
    turns, project = [line.turn() for line in lines], project_turns("held_out", "test")
    total = 2 * (len(turns) + len(project))
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        told(done, total)

    before = judge(old.understand, turns, project, step)
    after = judge(EmbeddedModel(folder, remedy=_REMEDY).understand, turns, project, step)
    return Trial(name, in_use, compare(before, after), warning)


def free_name(models: Path, wanted: str) -> str:
    """The wanted name, or store-1, store-2 ... Raises ModelError for one that is taken or cannot be."""
    if not wanted:
        taken = set(readers.trained(models)) | {entry.name for entry in readers.promoted(models)}
        return next(name for number in range(1, len(taken) + 2) if (name := f"store-{number}") not in taken)
    if readers.folder_of(models, wanted).exists():
        raise ModelError(f"there is a reader {wanted} already: choose another --name, or remove it first")
    return wanted


@contextmanager
def unfinished(models: Path, name: str) -> Iterator[Path]:
    """A folder to write a reader to, which becomes the reader's own if all goes well, and else is gone.

    Raises ModelError.
    """
    goal = readers.folder_of(models, name)
    folder = goal.with_name(f".{name}.unfinished")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        yield folder
        for path in folder.iterdir():
            _sync(path)
        folder.rename(goal)
        _sync(goal.parent)
    except OSError as error:
        raise ModelError(f"{goal} cannot be written ({error.strerror}): make room or make it writable") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def record(folder: Path, own: Sequence[Line], training: Mapping[str, object], verdict: Verdict) -> None:
    """Write gate.json, and put it into the manifest with the other files. Raises ModelError."""
    manifest = checked(folder, _REMEDY)
    kept = {
        "training": training,
        "rows": [asdict(row) for row in verdict.rows],
        "objections": verdict.objections,
        "held_back": as_entries(own),
    }
    (folder / GATE).write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    manifest["sha256"][GATE] = hashlib.sha256((folder / GATE).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def held_back(folder: Path) -> tuple[Line, ...]:
    """The retailer's turns that this reader was not trained on. Raises ModelError."""
    path = folder / GATE
    try:
        kept: Any = json.loads(path.read_text(encoding="utf-8"))
        return lines_of(kept["held_back"])
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): {_REMEDY}") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ModelError(f"{path} is damaged ({error}): {_REMEDY}") from error


def _sync(path: Path) -> None:
    at = os.open(path, os.O_RDONLY)
    try:
        os.fsync(at)
    finally:
        os.close(at)
