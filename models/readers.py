"""Readers that a store trained itself, and which of them is in use.

Each lies in a folder of its own under `readers` in the models folder. `in_use.txt` beside them has a line for each
that was promoted, newest last: its name and the SHA-256 of its manifest, so that what is loaded is what passed.
Without a line, the reader that comes with the program is in use.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models import choice
from models.types import ModelError

if TYPE_CHECKING:
    from models.embedded import EmbeddedModel

FOLDER = "readers"
IN_USE = "in_use.txt"
SHIPPED = "shipped"
"""What the reader that comes with the program is called."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_LINE = re.compile(rf"(?P<name>{_NAME.pattern}) (?P<digest>[0-9a-f]{{64}})")
_MOST = 50
"""Promotions that are remembered."""
_LONGEST = 16_384
"""Bytes of the file that are read."""


class Promoted(NamedTuple):
    """A trained reader that was taken into use."""

    name: str
    digest: str
    """SHA-256 of its manifest, which holds those of its other files."""


def check_name(name: str) -> None:
    """Raises ModelError for a name that no reader can have."""
    if not _NAME.fullmatch(name) or name in (SHIPPED, "embedded", "auto"):
        raise ModelError(f"{name!r} is no name for a reader: use up to 40 small letters, digits, dots and dashes")


def folder_of(models: Path, name: str) -> Path:
    """Where the reader of that name lies. Raises ModelError for what cannot be a name."""
    check_name(name)
    return models / FOLDER / name


def in_use_file(models: Path) -> Path:
    """The file that changes when another reader is taken into use."""
    return models / FOLDER / IN_USE


def trained(models: Path) -> tuple[str, ...]:
    """Names of the readers that were trained here."""
    try:
        found = sorted(path.name for path in (models / FOLDER).iterdir() if (path / "manifest.json").is_file())
    except OSError:
        return ()
    return tuple(name for name in found if _NAME.fullmatch(name))


def promoted(models: Path) -> tuple[Promoted, ...]:
    """All that were promoted and not gone back from, newest last. Lines that cannot be read count as none."""
    try:
        with in_use_file(models).open("rb") as file:
            lines = file.read(_LONGEST).decode("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    found = (_LINE.fullmatch(line.strip()) for line in lines)
    return tuple(Promoted(match["name"], match["digest"]) for match in found if match)


def in_use(models: Path) -> Promoted | None:
    """The one that the kiosk uses, None for the one that comes with the program."""
    return next(reversed(promoted(models)), None)


def promote(models: Path, name: str) -> None:
    """Take a reader into use. Whether it is good enough was decided before. Raises ModelError."""
    folder = folder_of(models, name)
    before = promoted(models)
    fresh = Promoted(name, _digest(folder))
    if before and before[-1] == fresh:
        raise ModelError(f"{name} is in use already")
    _write(models, (*before[1 - _MOST :], fresh))
    choice.passed(folder / "reader.gguf")


def back(models: Path) -> str:
    """Take the reader before this one into use; its name, "shipped" at last. Raises ModelError if there is none."""
    before = promoted(models)
    if not before:
        raise ModelError("the reader that comes with the program is in use: there is none before it")
    _write(models, before[:-1])
    if len(before) == 1:
        return SHIPPED
    choice.passed(folder_of(models, before[-2].name) / "reader.gguf")
    return before[-2].name


def remove(models: Path, name: str) -> None:
    """Delete a trained reader. Raises ModelError for one that is in use, or that `back` would lead to."""
    folder = folder_of(models, name)
    if name in [entry.name for entry in promoted(models)]:
        raise ModelError(f"{name} is in use or was before: go back from it first with `aislewise models back`")
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise ModelError(f"{folder} cannot be removed ({error.strerror})") from error


def open_reader(models: Path | None) -> tuple[EmbeddedModel, str]:
    """The reader in use, loaded. If it is damaged or does not load, the one that comes with the program and a warning.

    Raises ModelError if that one fails too.
    """
    from models.embedded import EmbeddedModel

    entry = in_use(models) if models is not None else None
    warning = ""
    if models is not None and entry is not None:
        try:
            return _load(models, entry), ""
        except ModelError as error:
            warning = f"the reader {entry.name} is not used: {error}. The one that comes with the program is used"
    try:
        return EmbeddedModel(), warning
    except ModelError as error:
        raise ModelError(f"{error} {warning}".strip()) from error


def _load(models: Path, entry: Promoted) -> EmbeddedModel:
    """Load on the record, so that a file which ends this process is known by the next. Raises ModelError."""
    from models.embedded import EmbeddedModel

    folder = folder_of(models, entry.name)
    path = folder / "reader.gguf"
    remedy = "train it again, or go back with `aislewise models back`"
    if _digest(folder) != entry.digest:
        raise ModelError(f"{folder} was changed after it was promoted: {remedy}")
    if reason := choice.gave_up(path):
        raise ModelError(f"{path} is left alone after {choice.MOST_TRIES} tries ({reason}): {remedy}")
    choice.trying(path)
    try:
        model = EmbeddedModel(folder, remedy=remedy)
    except ModelError as error:
        choice.failed(path, str(error))
        raise
    choice.passed(path)
    return model


def _digest(folder: Path) -> str:
    path = folder / "manifest.json"
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): see `aislewise models list`") from error


def _write(models: Path, entries: tuple[Promoted, ...]) -> None:
    path = in_use_file(models)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        choice.replace(path, "".join(f"{entry.name} {entry.digest}\n" for entry in entries))
    except OSError as error:
        raise ModelError(f"{path} cannot be written ({error.strerror}): make the folder writable") from error
