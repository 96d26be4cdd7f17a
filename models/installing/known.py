"""The registry: models by name, where each is published and what it needs. TOML files, checked by field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.machine import guessed_memory
from models.types import ModelError

BUILT_IN = (Path(__file__).parent / "known.toml", Path(__file__).parent / "speech.toml")
OWN = "models.toml"
"""A retailer's own registry: in the models folder, or beside the files on a stick."""
LARGEST_FILE = 1_000_000
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,120}\.gguf", re.IGNORECASE)
SHA256 = re.compile(r"[0-9a-f]{64}")
LANGUAGE, RECOGNISER, VOICE = "language", "recogniser", "voice"
"""Kinds of models: an instruct model, a Whisper model in CTranslate2's format, a Piper voice."""
WHISPER_NAME = re.compile(r"whisper[a-z0-9._-]{0,50}")
"""Recognisers are found in the models folder by their folder's name, which is the model's."""
_FOLDERS = r"([A-Za-z0-9][A-Za-z0-9._+-]{0,120}/){0,8}"
_FILES = {
    LANGUAGE: FILE_NAME,
    RECOGNISER: re.compile(_FOLDERS + r"model\.bin"),
    VOICE: re.compile(_FOLDERS + r"[A-Za-z0-9][A-Za-z0-9._+-]{0,120}\.onnx"),
}
_RESERVED = ("auto", "embedded", "pocketsphinx", "espeak")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}")
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}")
_REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,95}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True)
class KnownModel:
    """One entry of a registry."""

    name: str
    file: str
    """Name of the file, here as there. Of a recogniser and a voice: where the file with the weights lies there; what
    belongs to it lies beside it."""
    kind: str = LANGUAGE
    title: str = ""
    repository: str = ""
    """OWNER/NAME on the hub; '' for one that comes by `url` or on a stick."""
    revision: str = "main"
    """A full commit hash or a tag keeps what is fetched the same; a branch does not."""
    url: str = ""
    size: int = 0
    """Bytes, rounded; 0 if not known."""
    memory: int = 0
    """Bytes while it runs; reckoned from the size where it is not given."""
    sha256: str = ""
    """'' if nobody vouches for one."""
    licence: str = ""
    licence_url: str = ""
    format: str = ""
    languages: tuple[str, ...] = ()


def known_models(folder: Path | None = None) -> dict[str, KnownModel]:
    """What is known by name: the program's own list, then the retailer's in `folder`, which goes first.

    Raises ModelError naming file and entry.
    """
    found = {name: model for path in BUILT_IN for name, model in read_registry(path).items()}
    own = None if folder is None else folder / OWN
    if own is not None and own.exists():
        found |= read_registry(own)
    return found


def read_registry(path: Path) -> dict[str, KnownModel]:
    """The entries of one file by name. Raises ModelError naming file, entry and field."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise ModelError(f"{path}: larger than {LARGEST_FILE} bytes; is it a list of models?")
        tables = tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ModelError(f"{path}: is not a TOML file ({error}); correct that line") from error
    entries = tables.get("model")
    if not isinstance(entries, list) or set(tables) != {"model"}:
        raise ModelError(f"{path}: give each model as a [[model]] table and nothing else")
    found: dict[str, KnownModel] = {}
    for number, entry in enumerate(entries, 1):
        model = _entry(f"{path}, model {number}", entry)
        if model.name in found:
            raise ModelError(f"{path}, model {number}: the name {model.name} is there already; names are given once")
        found[model.name] = model
    return found


def _entry(where: str, entry: Any) -> KnownModel:
    if not isinstance(entry, dict):
        raise ModelError(f"{where}: is not a table")
    unknown = set(entry) - set(KnownModel.__dataclass_fields__)
    if unknown:
        raise ModelError(f"{where}: there is no field {min(unknown)!r}; correct or remove it")
    kind = _text(where, entry, "kind") or LANGUAGE
    if kind not in _FILES:
        raise ModelError(f"{where}: field 'kind' cannot be {kind[:80]!r}; it is one of {', '.join(_FILES)}")
    model = KnownModel(
        kind=kind,
        name=_text(where, entry, "name", WHISPER_NAME if kind == RECOGNISER else _NAME, needed=True),
        file=_text(where, entry, "file", _FILES[kind], needed=True),
        title=_text(where, entry, "title"),
        repository=_text(where, entry, "repository", _REPOSITORY),
        revision=_text(where, entry, "revision", _REVISION) or "main",
        url=_text(where, entry, "url", re.compile(r"https?://[!-~]+")),
        size=_number(where, entry, "size"),
        memory=_number(where, entry, "memory"),
        sha256=_text(where, {**entry, "sha256": _lower(entry.get("sha256", ""))}, "sha256", SHA256),
        licence=_text(where, entry, "licence"),
        licence_url=_text(where, entry, "licence_url"),
        format=_text(where, entry, "format"),
        languages=_languages(where, entry),
    )
    if model.name in _RESERVED:
        raise ModelError(f"{where}: field 'name' cannot be {model.name!r}, which means something else")
    if ".." in model.revision:
        raise ModelError(f"{where}: field 'revision' cannot be {model.revision!r}")
    return model


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _text(
    where: str, entry: Mapping[str, Any], field: str, form: re.Pattern[str] | None = None, *, needed: bool = False
) -> str:
    value = entry.get(field, "")
    if not isinstance(value, str) or len(value) > 300 or not value.isprintable():
        raise ModelError(f"{where}: field {field!r} must be one line of text")
    if needed and not value:
        raise ModelError(f"{where}: field {field!r} is missing")
    if value and form is not None and form.fullmatch(value) is None:
        raise ModelError(f"{where}: field {field!r} cannot be {value[:80]!r}")
    return value


def _number(where: str, entry: Mapping[str, Any], field: str) -> int:
    value = entry.get(field, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 50:
        raise ModelError(f"{where}: field {field!r} must be a number of bytes")
    return value


def _languages(where: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    value = entry.get("languages", [])
    if not isinstance(value, list) or len(value) > 200:
        raise ModelError(f"{where}: field 'languages' must be a list of codes such as \"en\"")
    for code in value:
        if not isinstance(code, str) or _LANGUAGE.fullmatch(code) is None:
            raise ModelError(f"{where}: field 'languages': {str(code)[:40]!r} is no code such as \"en\"")
    return tuple(value)


def wanted_memory(model: KnownModel) -> int:
    """Bytes it will need while it runs, 0 if nothing is known of it."""
    return model.memory or (guessed_memory(model.size) if model.size and model.kind == LANGUAGE else 0)
