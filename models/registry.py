"""Which model files lie in the models folder, and which of them the kiosk uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models import choice
from models.formats import prompt_format
from models.header import HeaderError, read_header
from models.machine import memory_needed
from models.readers import open_reader
from models.types import LanguageModel, ModelError

if TYPE_CHECKING:
    from models.embedded import EmbeddedModel

WANTED = ("auto", "embedded")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One GGUF file of the models folder."""

    path: Path
    name: str
    architecture: str
    size_bytes: int
    instruct: bool
    """Has a chat template, so it can be asked."""
    problem: str = ""
    """Why it cannot be used, in words for staff; empty if it can."""
    memory: int = 0
    """Bytes it needs while it runs; 0 if damaged."""
    format: str = ""
    """How its chat template marks turns, for people."""


class Loaded(NamedTuple):
    """A model that works, and what staff should know of one that does not (empty if nothing)."""

    model: LanguageModel
    warning: str
    path: Path | None = None
    """The file of an instruct model, None for the embedded one."""


def find_models(folder: Path) -> tuple[ModelFile, ...]:
    """The GGUF files of a folder by file name; none if there is no such folder. Damaged ones are in it, marked."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".gguf" and path.is_file())
    except OSError:
        return ()
    return tuple(_describe(path) for path in paths)


def load_model(folder: Path | None, *, wanted: str = "auto", threads: int) -> Loaded:
    """The model to use. "auto": the one that staff chose, else the first instruct model of the folder that loads, or
    else the embedded one (the reader that the store promoted, or the one that comes with the program); "embedded": the
    embedded one; any other text: the instruct model of that file name.

    `threads` are for an instruct model; the embedded one is quickest on a single thread. A file that is damaged, that
    does not load, or whose loading ended the program twice is passed over with a warning. Raises ModelError if nothing
    loads.
    """
    embedded, why = None, ""
    try:
        embedded, why = open_reader(folder)
    except ModelError as error:
        why = str(error)
    if wanted == "auto" and folder is not None:
        wanted = choice.chosen(folder)
    warnings = []
    if wanted != "embedded" and folder is not None:
        for file in find_models(folder):
            if wanted not in ("auto", file.path.name):
                continue
            if reason := _hindrance(file):
                warnings.append(reason)
                continue
            try:
                instruct = _load(file.path, threads, embedded)
                return Loaded(instruct, " ".join([*warnings, why]).strip(), file.path)
            except ModelError as error:
                warnings.append(str(error))
    if wanted not in WANTED and not warnings:
        warnings.append(f"there is no model {wanted} in {folder}: the embedded model is used")
    if embedded is None:
        raise ModelError(" ".join([why, *warnings]))
    return Loaded(embedded, " ".join([*warnings, why]).strip())


def _hindrance(file: ModelFile) -> str:
    """Why a file is not even tried, '' if it is."""
    if file.problem:
        return f"{file.path} cannot be used, {file.problem}: copy the model file again"
    if not file.instruct:
        return f"{file.path} has no chat template: use an instruct model"
    if reason := choice.gave_up(file.path):
        return (
            f"{file.path} is left alone after {choice.MOST_TRIES} tries ({reason}): install it again or another one, "
            f"or try once more with `aislewise models use {file.path.stem}`"
        )
    return ""


def _load(path: Path, threads: int, embedded: EmbeddedModel | None) -> LanguageModel:
    """Load on the record, so that a file which ends this process is known by the next."""
    from models.instruct import InstructModel

    choice.trying(path)
    try:
        model = InstructModel(path, threads=threads, second=embedded.understand if embedded else None)
    except ModelError as error:
        choice.failed(path, str(error))
        raise
    choice.passed(path)
    return model


def _describe(path: Path) -> ModelFile:
    size = path.stat().st_size
    try:
        header = read_header(path)
    except HeaderError as error:
        return ModelFile(path, path.stem, "", size, instruct=False, problem=str(error))
    first_part = not header.values.get("split.no")
    return ModelFile(
        path=path,
        name=header.text("general.name", path.stem) or path.stem,
        architecture=header.text("general.architecture"),
        size_bytes=size,
        instruct="tokenizer.chat_template" in header.values and first_part,
        memory=memory_needed(header, size),
        format=prompt_format(header.text("tokenizer.chat_template")),
    )
