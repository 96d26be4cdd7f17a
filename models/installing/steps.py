"""The steps that all installs share: what is asked, allowed and recorded; copying, hashing, and putting in place."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from models.installing.fetch import PIECE, Progress, check_disk, forget
from models.installing.known import LANGUAGE, KnownModel
from models.machine import in_words
from models.types import ModelError

HUB = "https://huggingface.co"


class UnvouchedError(ModelError):
    """The file is whole, but nobody said which hash it must have. It is kept; `sha256` is what was found."""

    def __init__(self, file: str, sha256: str, declared: str) -> None:
        same = ", which the hub says too" if declared else ""
        super().__init__(
            f"{file} has the sha256 {sha256}{same}. Compare it with what its maker publishes, then run the same "
            f"command again with --sha256 {sha256}, or with --accept-unknown"
        )
        self.sha256 = sha256


@dataclass(frozen=True, slots=True)
class Terms:
    """What staff accept before a model comes onto the kiosk."""

    model: str
    licence: str
    """'' if neither the registry nor the file names one."""
    licence_url: str


@dataclass(frozen=True, slots=True)
class Installed:
    """The record beside an installed file."""

    name: str
    file: str
    source: str
    sha256: str
    licence: str
    format: str
    memory: int
    """Bytes it needs while it runs."""
    commit: str
    at: str
    kind: str = LANGUAGE


@dataclass(frozen=True, slots=True)
class Wish:
    """What the operator allowed."""

    sha256: str = ""
    accept_unknown: bool = False
    insecure: bool = False
    hub: str = HUB


@dataclass(frozen=True, slots=True)
class About:
    """What a file tells of itself."""

    format: str
    memory: int = 0
    """Bytes it needs while it runs, 0 if that cannot be told from it."""
    licence: str = ""
    licence_url: str = ""


Bring = Callable[[str | Path, Path], None]
"""Fetch or copy a small file from a source to a place. Raises ModelError."""


class Kind(Protocol):
    """What installing one kind of model takes."""

    def file(self, model: KnownModel) -> str:
        """Name of the file or folder in the models folder."""
        ...

    def part(self, folder: Path, file: str) -> Path:
        """Where the file with the weights lies until all is well."""
        ...

    def check(self, part: Path, file: str) -> About:
        """Look into the file with the weights. Raises WrongError."""
        ...

    def gather(self, source: str | Path, part: Path, bring: Bring) -> None:
        """Bring what belongs to the file, from beside its source, and check it. Raises ModelError."""
        ...

    def place(self, part: Path, path: Path, record: Installed) -> None:
        """Put everything where the kiosk finds it, in one step. Raises OSError."""
        ...


class WrongError(ModelError):
    """The file is not what it should be, and more of the same would not mend it."""


def agree(accept: Callable[[Terms], bool], terms: Terms) -> None:
    if not accept(terms):
        raise ModelError(f"{terms.model} was not installed: its licence was not accepted")


def fits(file: str, needed: int, room: int) -> None:
    if needed > room:
        raise WrongError(
            f"{file} needs {in_words(needed)} of memory, and this machine has {in_words(room)} for a model: "
            "use a smaller one (`aislewise models list`)"
        )


def copy(source: Path, part: Path, progress: Progress) -> None:
    """From a stick; what a broken copy left is not gone on with."""
    forget(part)
    try:
        total = source.stat().st_size
        check_disk(part.parent, total)
        done = 0
        with source.open("rb") as file, part.open("wb") as into:
            while piece := file.read(PIECE):
                into.write(piece)
                done += len(piece)
                progress("copying", done, total)
            into.flush()
            os.fsync(into.fileno())
    except OSError as error:
        forget(part)
        raise ModelError(f"{source}: cannot be copied ({error.strerror or error}); is the stick in?") from error


def sha256_of(path: Path, progress: Progress) -> str:
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            done += len(piece)
            progress("checking", done, total)
    return digest.hexdigest()


def write_record(record: Installed, path: Path) -> None:
    """Raises OSError."""
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1), "utf-8")
    fresh.replace(path)


def record_of(folder: Path, file: str) -> Path:
    """Where the record of an installed file or folder lies."""
    return folder / file / "installed.json" if (folder / file).is_dir() else folder / f"{file}.installed"


def settle(folder: Path) -> None:
    """What was renamed in a folder stays so when the power goes. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
