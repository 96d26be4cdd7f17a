"""Which recogniser and voice this kiosk has: a drop-in from the models folder, else the one that needs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from voice.types import Recognizer, Speaker, Vocabulary, VoiceError


class ChosenRecognizer(NamedTuple):
    """A recogniser, and a warning for staff when a drop-in had to be passed over ('' if none)."""

    recognizer: Recognizer
    warning: str


class ChosenSpeaker(NamedTuple):
    """A voice, and a warning as above."""

    speaker: Speaker
    warning: str


def choose_recognizer(models: Path | None, vocabulary: Vocabulary, language: str) -> ChosenRecognizer:
    """A faster-whisper model (a folder `whisper*` in `models`) if there is a good one, else PocketSphinx.

    Raises VoiceError when neither can be had. Loading either takes a second or more, and their libraries memory, so
    they are imported only when chosen.
    """
    warnings: list[str] = []
    for folder in sorted(models.glob("whisper*")) if models is not None and models.is_dir() else ():
        from voice.recognizers.whisper import WhisperRecognizer

        try:
            whisper = WhisperRecognizer(folder, language)
        except VoiceError as error:
            warnings.append(str(error))
            continue
        whisper.learn(vocabulary)
        return ChosenRecognizer(whisper, "; ".join(warnings))
    from voice.recognizers.pocketsphinx import PocketSphinxRecognizer

    return ChosenRecognizer(PocketSphinxRecognizer(vocabulary), "; ".join(warnings))


def choose_speaker(models: Path | None, language: str) -> ChosenSpeaker:
    """A Piper voice of that language (*.onnx with *.onnx.json in `models`) if there is a good one, else espeak.

    Raises VoiceError when neither can be had.
    """
    warnings: list[str] = []
    for file in sorted(models.glob("*.onnx")) if models is not None and models.is_dir() else ():
        from voice.speakers.piper import PiperSpeaker, read_config, voice_language

        try:
            if voice_language(read_config(file)) == language.split("-")[0].lower():
                return ChosenSpeaker(PiperSpeaker(file), "; ".join(warnings))
        except VoiceError as error:
            warnings.append(str(error))
    from voice.speakers.espeak import EspeakSpeaker

    return ChosenSpeaker(EspeakSpeaker(), "; ".join(warnings))
