"""Which recogniser and voices staff chose: a small file beside the models."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from voice.types import VoiceError

CHOICE = "chosen-speech.json"
AUTO = "auto"
"""The largest recogniser that fits, the first voice of a language."""
POCKETSPHINX, ESPEAK = "pocketsphinx", "espeak"
"""The recogniser and the voice that need no model."""
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be used where it works."""

    recognizer: str = AUTO
    """Name of a folder in the models folder, pocketsphinx, or auto."""
    voices: Mapping[str, str] = field(default_factory=dict)
    """File name of a Piper voice, or espeak, by language (ISO 639-1); auto for those that are not in it."""


def chosen(models: Path | None) -> Choice:
    """What was chosen; a file that cannot be read counts for nothing."""
    if models is None:
        return Choice()
    try:
        with (models / CHOICE).open("rb") as file:
            found = json.loads(file.read(_LONGEST))
        voices = {str(language): str(name) for language, name in found["voices"].items()}
        return Choice(str(found["recognizer"]), voices)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Choice()


def choose_hearing(models: Path, recognizer: str) -> None:
    """From now on hear with this one. Raises VoiceError."""
    _write(models, replace(chosen(models), recognizer=recognizer))


def choose_voice(models: Path, language: str, voice: str) -> None:
    """From now on speak this language with this voice. Raises VoiceError."""
    before = chosen(models)
    _write(models, replace(before, voices={**before.voices, language: voice}))


def _write(models: Path, choice: Choice) -> None:
    path = models / CHOICE
    fresh = path.with_name(f".{CHOICE}.{os.getpid()}")
    try:
        models.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(choice), file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise VoiceError(f"{path} cannot be written ({error.strerror}): make the folder writable") from error
