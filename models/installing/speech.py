"""Installing what hears and speaks: a Whisper model in CTranslate2's format, and a Piper voice.

The hash is that of the file with the weights, the only one that native code reads; those beside it are text, checked to
be what they should be.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from models.installing.fetch import forget
from models.installing.known import RECOGNISER, VOICE, WHISPER_NAME, KnownModel
from models.installing.steps import About, Bring, Installed, WrongError, record_of, write_record
from models.types import ModelError

T = TypeVar("T")
WEIGHTS = "model.bin"
_NEEDED: tuple[tuple[type, tuple[str, ...]], ...] = (
    (dict, ("config.json",)), (dict, ("tokenizer.json",)), (list, ("vocabulary.txt", "vocabulary.json")),
)  # fmt: skip
"""What belongs to a Whisper model, and what its JSON files hold; of several names one, as the converter wrote it."""
_LOCAL = "preprocessor_config.json"
"""Only the largest models have it."""
_LARGEST_TEXT = 20_000_000
_HEAD = 64
_SPEC = b"WhisperSpec"
"""Name of the model's shape, in the head of the file (CTranslate2's ModelSpec.save)."""


class WhisperFolder:
    """See `Kind`. A folder, filled beside and renamed when whole."""

    def file(self, model: KnownModel) -> str:
        return model.name

    def part(self, folder: Path, file: str) -> Path:
        filled = folder / f".{file}.part"
        filled.mkdir(exist_ok=True)
        return filled / f"{WEIGHTS}.part"

    def check(self, part: Path, file: str) -> About:
        if _SPEC not in _head(part):
            raise WrongError(f"{file}: {WEIGHTS} is no Whisper model in CTranslate2's format; get the file again")
        return About("CTranslate2")

    def gather(self, source: str | Path, part: Path, bring: Bring) -> None:
        for holds, names in _NEEDED:
            for name in names:
                try:
                    bring(_beside(source, name), part.with_name(name))
                    break
                except ModelError:
                    if name == names[-1]:
                        raise
            if name.endswith(".json"):
                _read(part.with_name(name), holds)
        if isinstance(source, Path) and source.with_name(_LOCAL).is_file():
            bring(source.with_name(_LOCAL), part.with_name(_LOCAL))

    def place(self, part: Path, path: Path, record: Installed) -> None:
        filled, old = part.parent, path.with_name(f".{path.name}.old")
        write_record(record, filled / "installed.json")
        part.replace(part.with_name(WEIGHTS))
        forget(part)
        shutil.rmtree(old, ignore_errors=True)
        with suppress(FileNotFoundError):
            path.replace(old)
        filled.replace(path)
        shutil.rmtree(old, ignore_errors=True)


class PiperVoice:
    """See `Kind`. Two files; without the description beside it a voice is not taken."""

    def file(self, model: KnownModel) -> str:
        return model.file.rpartition("/")[2]

    def part(self, folder: Path, file: str) -> Path:
        return folder / f"{file}.part"

    def check(self, part: Path, file: str) -> About:
        # An ONNX file is a protobuf that begins with its version (field 1, a number).
        if not _head(part).startswith(b"\x08"):
            raise WrongError(f"{file} is no Piper voice; get the file again")
        return About("Piper")

    def gather(self, source: str | Path, part: Path, bring: Bring) -> None:
        described = self._description(part)
        bring(_beside(source, "{}.json"), described)
        if not isinstance(_read(described, dict).get("audio"), dict):
            forget(described)
            raise ModelError(f"{described.stem} is not a Piper voice's description; get the two files again")

    def place(self, part: Path, path: Path, record: Installed) -> None:
        write_record(record, record_of(path.parent, path.name))
        self._description(part).replace(f"{path}.json")
        part.replace(path)
        forget(self._description(part))

    def _description(self, part: Path) -> Path:
        return part.with_name(f"{part.stem}.json.part")


def entry(at: Sequence[str]) -> KnownModel | None:
    """An entry for a file with weights, by the parts of its path or address; None if it is neither kind."""
    *folders, file = at
    if file == WEIGHTS:
        named = [re.search("whisper.*", folder.lower()) for folder in folders]
        name = next(
            (found[0] for found in reversed(named) if found), f"whisper-{folders[-1].lower()}" if folders else ""
        )
        return KnownModel(name=name, file=file, kind=RECOGNISER) if WHISPER_NAME.fullmatch(name) else None
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,120}\.onnx", file):
        return KnownModel(name=file[:-5].lower(), file=file, kind=VOICE)
    return None


def _beside(source: str | Path, name: str) -> str | Path:
    """What lies beside a file under a name, in which {} is the file's."""
    if isinstance(source, Path):
        return source.with_name(name.format(source.name))
    address = urlsplit(source)
    folder, _, file = address.path.rpartition("/")
    return address._replace(path=f"{folder}/{name.format(file)}").geturl()


def _head(part: Path) -> bytes:
    with part.open("rb") as file:
        return file.read(_HEAD)


def _read(path: Path, holds: type[T]) -> T:
    """What is in a small JSON file; one that holds something else is thrown away. Raises ModelError."""
    found: object = None
    with suppress(ValueError, OSError, RecursionError):
        if path.stat().st_size <= _LARGEST_TEXT:
            found = json.loads(path.read_bytes())
    if not isinstance(found, holds):
        forget(path)
        raise ModelError(f"{path.name.removesuffix('.part')} is damaged; get it again")
    return found
