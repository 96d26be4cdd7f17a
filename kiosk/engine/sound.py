"""Sound files in and out, with the same recogniser and voice as the kiosk's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.engine.catalog import ready_catalog
from kiosk.settings import Settings
from local_catalog import Catalog
from voice import (
    Recognizer,
    Vocabulary,
    VoiceError,
    choose_recognizer,
    choose_speaker,
    read_pronunciations,
    recognize_file,
    spoken_text,
    write_wav,
)

Pronunciations = Mapping[str, tuple[str, ...]]


def vocabulary(catalog: Catalog, said: Pronunciations | None = None) -> Vocabulary:
    """What this store's shoppers may say, and how it says some words of it."""
    asked = tuple(phrase for policy in catalog.policies for phrase in policy.phrases)
    departments = {department.id: catalog.vocabulary(department.id) for department in catalog.departments}
    return Vocabulary(catalog.vocabulary(), catalog.info.version, asked, departments, said or {})


def pronunciations(settings: Settings) -> tuple[Pronunciations, str]:
    """How this store says some words, and what is wrong with the file that tells it ('' if nothing): then none."""
    try:
        return read_pronunciations(settings.pronunciations_file), ""
    except VoiceError as error:
        return {}, str(error)


def languages(settings: Settings, catalog: Catalog) -> tuple[str, ...]:
    """Those that shoppers are heard in: the kiosk's own first, then its store's."""
    return tuple(dict.fromkeys((settings.language, *catalog.store.languages)))


def recogniser(settings: Settings) -> Recognizer:
    """The kiosk's recogniser, knowing the store's words. Raises VoiceError or CatalogError."""
    catalog = ready_catalog(settings)
    said = read_pronunciations(settings.pronunciations_file)
    words, heard = vocabulary(catalog, said), languages(settings, catalog)
    catalog.close()
    return choose_recognizer(settings.models_dir, words, heard).recognizer


def hear(file: Path, recogniser: Recognizer, partial: Callable[[str], None] | None = None) -> dict[str, object]:
    """What was said in a sound file: {text, confidence, alternatives, language, seconds, busy}; times in seconds.
    `partial` gets the text so far whenever it changes.

    Raises VoiceError naming a file that cannot be read.
    """
    heard = recognize_file(file, recogniser, partial)
    return {
        "text": heard.text,
        "confidence": round(heard.confidence, 3),
        "alternatives": list(heard.alternatives),
        "language": heard.language,
        "seconds": round(heard.seconds, 3),
        "busy": round(heard.busy, 3),
    }


def say(settings: Settings, text: str, language: str, out: Path) -> float:
    """Speak a text into a WAV file; returns its length in seconds. Raises VoiceError."""
    speaker = choose_speaker(settings.models_dir, language).speaker
    pcm = b"".join(speaker.speak(spoken_text(text, language), language))
    write_wav(out, pcm, speaker.rate)
    return len(pcm) / 2 / speaker.rate
