"""Installing a language model: one GGUF file with a chat template."""

from __future__ import annotations

from pathlib import Path

from models.formats import prompt_format
from models.header import Header, HeaderError, read_header
from models.installing.known import KnownModel
from models.installing.steps import About, Bring, Installed, WrongError, record_of, write_record
from models.machine import memory_needed


class InstructFile:
    """See `Kind`."""

    def file(self, model: KnownModel) -> str:
        return model.file

    def part(self, folder: Path, file: str) -> Path:
        return folder / f"{file}.part"

    def check(self, part: Path, file: str) -> About:
        header = _whole_header(part, file)
        name, link = _licence(header)
        memory = memory_needed(header, part.stat().st_size)
        return About(prompt_format(header.text("tokenizer.chat_template")), memory, name, link)

    def gather(self, source: str | Path, part: Path, bring: Bring) -> None:
        """Nothing else belongs to it."""

    def place(self, part: Path, path: Path, record: Installed) -> None:
        """The record first: a file without one is only nameless, a record without its file is not looked at."""
        write_record(record, record_of(path.parent, path.name))
        part.replace(path)


def _whole_header(part: Path, name: str) -> Header:
    try:
        header = read_header(part)
    except HeaderError as error:
        raise WrongError(f"{name} cannot be used, {error}: get the file again") from error
    if int(header.values.get("split.count", 1) or 1) > 1:
        raise WrongError(f"{name} is one part of several: join them first with llama-gguf-split --merge")
    if "tokenizer.chat_template" not in header.values:
        raise WrongError(f"{name} has no chat template: use an instruct model")
    return header


def _licence(header: Header) -> tuple[str, str]:
    """Name and address of the licence as the file gives them; they are foreign text for a terminal."""
    named = header.text("general.license.name") or header.text("general.license")
    parts = (named, header.text("general.license.link"))
    name, link = ("".join(c for c in text if c.isprintable())[:200] for text in parts)
    return name, link
