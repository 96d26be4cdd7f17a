"""What hears and speaks, for `aislewise models`: what is installed, and what staff choose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.commands.common import InputError
from voice import VoiceError, choose_hearing, choose_voice, chosen, memory_needed, voice_files, whisper_folders
from voice.choice import AUTO, ESPEAK, POCKETSPHINX
from voice.speakers.piper import read_config, voice_language

LANGUAGES = ("en", "es", "fr", "de")
"""Those that the kiosk speaks."""


def rows(folder: Path, room: int) -> list[dict[str, Any]]:
    """One for each recogniser and voice that is built in or installed. `room`: bytes of memory for a model."""
    return [*_recognisers(folder, room), *_voices(folder)]


def use(folder: Path, name: str, *, hear: bool, speak: str) -> bool:
    """Choose a recogniser or a voice; whether the name means one. Raises InputError, VoiceError."""
    if name == AUTO and (hear or speak):
        if hear:
            choose_hearing(folder, AUTO)
        if speak:
            choose_voice(folder, _language(speak), AUTO)
        return True
    if name == POCKETSPHINX:
        choose_hearing(folder, name)
        return True
    if name == ESPEAK:
        for language in [_language(speak)] if speak else LANGUAGES:
            choose_voice(folder, language, name)
        return True
    found = find(folder, name)
    if found is None:
        return False
    if found.is_dir():
        if not memory_needed(found):
            raise InputError(f"{found} lacks model.bin; install it again")
        choose_hearing(folder, found.name)
    else:
        choose_voice(folder, voice_language(read_config(found)), found.name)
    return True


def find(folder: Path, name: str) -> Path | None:
    """The installed recogniser or voice that a name means: one of the registry, of a record, or of the file."""
    from models.installing import installed

    names = {file: record.name for file, record in installed(folder).items()}
    for path in [*whisper_folders(folder), *voice_files(folder)]:
        if name in (path.name, path.name.removesuffix(".onnx"), names.get(path.name)):
            return path
    return None


def _language(code: str) -> str:
    if code not in LANGUAGES:
        raise InputError(f"--speak {code}: a kiosk speaks {', '.join(LANGUAGES)}")
    return code


def _recognisers(folder: Path, room: int) -> Iterator[dict[str, Any]]:
    choice = chosen(folder).recognizer
    folders = whisper_folders(folder)
    there = [path for path in folders if memory_needed(path)]
    fitting = [path for path in there if memory_needed(path) <= room]
    wanted = [path for path in fitting if path.name == choice]
    # Whether it is quick enough, only the kiosk finds out, which says so in `aislewise doctor`.
    used = None if choice == POCKETSPHINX else next(iter([*wanted, *fitting]), None)
    yield _row("recogniser", POCKETSPHINX, "built in", used is None, languages=["en"])
    for path in folders:
        memory = memory_needed(path)
        yield _row(
            "recogniser",
            path.name,
            "installed",
            path == used,
            file=path.name,
            size=_size(path / "model.bin"),
            memory=memory,
            fits=memory <= room,
            problem="" if memory else "model.bin is missing",
            folder=folder,
        )


def _voices(folder: Path) -> Iterator[dict[str, Any]]:
    voices = chosen(folder).voices
    by_language: dict[str, list[Path]] = {}
    problems: dict[Path, str] = {}
    for path in voice_files(folder):
        try:
            by_language.setdefault(voice_language(read_config(path)), []).append(path)
        except VoiceError as error:
            problems[path] = str(error)
    used = {}
    for language in LANGUAGES:
        paths = by_language.get(language, [])
        wanted = [path for path in paths if path.name == voices.get(language)]
        if paths and voices.get(language) != ESPEAK:
            used[language] = (wanted or paths)[0]
    spoken_by_espeak = [language for language in LANGUAGES if language not in used]
    yield _row("voice", ESPEAK, "built in", bool(spoken_by_espeak), languages=spoken_by_espeak)
    for path in voice_files(folder):
        languages = [language for language, paths in by_language.items() if path in paths]
        yield _row(
            "voice",
            path.name,
            "installed",
            path in used.values(),
            file=path.name,
            size=_size(path),
            languages=languages,
            problem=problems.get(path, ""),
            folder=folder,
        )


def _row(
    kind: str,
    name: str,
    state: str,
    used: bool,
    *,
    file: str = "",
    size: int = 0,
    memory: int = 0,
    fits: bool = True,
    problem: str = "",
    languages: list[str] | None = None,
    folder: Path | None = None,
) -> dict[str, Any]:
    from models.installing import installed

    record = installed(folder).get(file) if folder is not None else None
    return {
        "kind": kind, "name": record.name if record else name.removesuffix(".onnx"), "file": file, "state": state,
        "used": used, "size": size, "memory": memory, "fits": fits, "format": record.format if record else "",
        "languages": languages or [], "problem": problem, "sha256": record.sha256 if record else "",
        "licence": record.licence if record else "",
    }  # fmt: skip


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
