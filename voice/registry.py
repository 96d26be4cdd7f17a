"""Which recogniser and voice this kiosk has: a drop-in from the models folder, else the one that needs nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from voice.choice import ESPEAK, POCKETSPHINX, chosen
from voice.types import Recognizer, Speaker, Vocabulary, VoiceError

_FACTOR, _OVERHEAD = 1.1, 150_000_000
"""Memory of a Whisper model while it is loaded, when it takes most: its file and so much more. Measured: 206 MB for a
file of 115 MB, 312 for 198, 698 for 563; afterwards less, as the weights are made bytes."""
_REST_OF_KIOSK = 400_000_000
"""Bytes that the kiosk's other processes, which start at the same time, still take."""
_SLOWEST = 0.8
"""Seconds that a question may take to decode."""
_MEMORY = Path("/proc/meminfo")
_LIMIT = Path("/sys/fs/cgroup")


class ChosenRecognizer(NamedTuple):
    """A recogniser, and a warning for staff when a drop-in had to be passed over ('' if none)."""

    recognizer: Recognizer
    warning: str


class ChosenSpeaker(NamedTuple):
    """A voice, and a warning as above."""

    speaker: Speaker
    warning: str


def choose_recognizer(models: Path | None, vocabulary: Vocabulary, languages: Sequence[str]) -> ChosenRecognizer:
    """The faster-whisper model (a folder `whisper*` in `models`) that staff chose, or else the largest that fits this
    machine's memory and is fast enough on it, or else PocketSphinx.

    `languages`: ISO 639-1 codes of the store's, the usual one first. Where that is not English, which is all that
    PocketSphinx hears, a model that is too slow is better than none. Raises VoiceError when nothing can be had. Loading
    takes a second or more, and the libraries memory, so they are imported only when used.
    """
    warnings: list[str] = []
    slow: list[tuple[float, Path]] = []
    wanted = chosen(models).recognizer
    folders = [] if wanted == POCKETSPHINX else sorted(whisper_folders(models), key=lambda path: path.name != wanted)
    for folder in folders:
        from voice.recognizers.whisper import WhisperRecognizer

        needed, room = memory_needed(folder), available_memory()
        if room is not None and needed > room - _REST_OF_KIOSK:
            warnings.append(
                f"{folder} needs {_mb(needed)} of memory and {_mb(max(0, room - _REST_OF_KIOSK))} are free: "
                "remove it, and copy a smaller Whisper model"
            )
            continue
        try:
            whisper = WhisperRecognizer(folder, languages)
            pace = whisper.pace(_SLOWEST)
        except VoiceError as error:
            warnings.append(str(error))
            continue
        if pace > _SLOWEST and folder.name == wanted:
            warnings.append(f"{folder} takes {pace:.1f} s for a question on this machine; a smaller one is quicker")
        if pace <= _SLOWEST or folder.name == wanted:
            whisper.learn(vocabulary)
            return ChosenRecognizer(whisper, "; ".join(warnings))
        del whisper
        slow.append((pace, folder))
        warnings.append(f"{folder} takes {pace:.1f} s for a question on this machine: copy a smaller Whisper model")
    if slow and languages and not languages[0].lower().startswith("en"):
        whisper = WhisperRecognizer(min(slow)[1], languages)
        whisper.learn(vocabulary)
        return ChosenRecognizer(whisper, "; ".join(warnings))
    from voice.recognizers.pocketsphinx import PocketSphinxRecognizer

    return ChosenRecognizer(PocketSphinxRecognizer(vocabulary), "; ".join(warnings))


def memory_needed(folder: Path) -> int:
    """Bytes of memory that the Whisper model in a folder takes, 0 if there is none."""
    try:
        return round((folder / "model.bin").stat().st_size * _FACTOR) + _OVERHEAD
    except OSError:
        return 0


def available_memory(system: Path = _MEMORY, group: Path = _LIMIT) -> int | None:
    """Bytes of memory that are free for a new process, of the machine and of the container; None if nobody says."""
    rooms: list[int] = []
    free = re.search(r"^MemAvailable:\s+(\d+) kB", _text(system), re.MULTILINE)
    if free:
        rooms.append(int(free[1]) * 1024)
    most, used = _text(group / "memory.max").strip(), _text(group / "memory.current").strip()
    if most.isdigit() and used.isdigit():
        # What files are kept in memory of is given back when it is needed.
        cached = re.search(r"^file (\d+)$", _text(group / "memory.stat"), re.MULTILINE)
        rooms.append(int(most) - int(used) + (int(cached[1]) if cached else 0))
    return max(0, min(rooms)) if rooms else None


def choose_speaker(models: Path | None, language: str) -> ChosenSpeaker:
    """The Piper voice of that language (*.onnx with *.onnx.json in `models`) that staff chose, or else the first that
    works, or else espeak.

    Raises VoiceError when neither can be had.
    """
    warnings: list[str] = []
    code = language.split("-")[0].lower()
    wanted = chosen(models).voices.get(code)
    files = [] if wanted == ESPEAK else sorted(voice_files(models), key=lambda path: path.name != wanted)
    for file in files:
        from voice.speakers.piper import PiperSpeaker, read_config, voice_language

        try:
            if voice_language(read_config(file)) == code:
                return ChosenSpeaker(PiperSpeaker(file), "; ".join(warnings))
        except VoiceError as error:
            warnings.append(str(error))
    from voice.speakers.espeak import EspeakSpeaker

    return ChosenSpeaker(EspeakSpeaker(), "; ".join(warnings))


def whisper_folders(models: Path | None) -> list[Path]:
    """Those of the models folder that may hold a recogniser, the largest first."""
    if models is None or not models.is_dir():
        return []
    found = (path for path in models.glob("whisper*") if path.is_dir())
    return sorted(found, key=lambda folder: (-memory_needed(folder), folder.name))


def voice_files(models: Path | None) -> list[Path]:
    """Those of the models folder that may hold a voice, by name."""
    return sorted(models.glob("*.onnx")) if models is not None and models.is_dir() else []


def _text(file: Path) -> str:
    try:
        return file.read_text("ascii", "replace")
    except OSError:
        return ""


def _mb(size_bytes: int) -> str:
    return f"{round(size_bytes / 1e6)} MB"
