"""Which model files lie in the models folder, and which of them the kiosk uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from models.header import HeaderError, read_header
from models.types import LanguageModel, ModelError

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


class Loaded(NamedTuple):
    """A model that works, and what staff should know of one that does not (empty if nothing)."""

    model: LanguageModel
    warning: str


def find_models(folder: Path) -> tuple[ModelFile, ...]:
    """The GGUF files of a folder by file name; none if there is no such folder. Damaged ones are in it, marked."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".gguf" and path.is_file())
    except OSError:
        return ()
    return tuple(_describe(path) for path in paths)


def load_model(folder: Path | None, *, wanted: str = "auto", threads: int) -> Loaded:
    """The model to use. "auto": the first instruct model of the folder that loads, or else the embedded one;
    "embedded": the embedded one; any other text: the instruct model of that file name.

    `threads` are for an instruct model; the embedded one is quickest on a single thread. A file that is damaged or
    does not load is passed over with a warning. Raises ModelError if nothing loads.
    """
    from models.embedded import EmbeddedModel

    embedded, why = None, ""
    try:
        embedded = EmbeddedModel()
    except ModelError as error:
        why = str(error)
    warnings = []
    if wanted != "embedded" and folder is not None:
        for file in find_models(folder):
            if wanted not in ("auto", file.path.name):
                continue
            if file.problem:
                warnings.append(f"{file.path} cannot be used, {file.problem}: copy the model file again")
                continue
            if not file.instruct:
                warnings.append(f"{file.path} has no chat template: use an instruct model")
                continue
            from models.instruct import InstructModel

            try:
                instruct = InstructModel(file.path, threads=threads, second=embedded.understand if embedded else None)
                return Loaded(instruct, " ".join([*warnings, why]).strip())
            except ModelError as error:
                warnings.append(str(error))
    if wanted not in WANTED and not warnings:
        warnings.append(f"there is no model {wanted} in {folder}: the embedded model is used")
    if embedded is None:
        raise ModelError(" ".join([why, *warnings]))
    return Loaded(embedded, " ".join(warnings))


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
    )
