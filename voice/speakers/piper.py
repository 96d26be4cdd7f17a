"""A Piper voice that its user put into the models folder: NAME.onnx with NAME.onnx.json beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from piper import PiperVoice

from voice.types import VoiceError


class PiperSpeaker:
    """Speaks with one Piper voice, in that voice's language."""

    def __init__(self, model: Path) -> None:
        """Load a voice. Raises VoiceError naming the file."""
        if not model.with_name(model.name + ".json").is_file():
            raise VoiceError(f"{model}: its settings {model.name}.json are not beside it; put both files there")
        try:
            self._voice = PiperVoice.load(model)
        except Exception as error:
            raise VoiceError(f"{model}: not a Piper voice that can be used ({error}); fetch it again") from error
        self.name = f"piper {model.stem}"
        self.languages: tuple[str, ...] = (str(self._voice.config.espeak_voice).split("-")[0].lower(),)
        self.rate: int = int(self._voice.config.sample_rate)

    def speak(self, text: str, language: str) -> Iterator[bytes]:
        """PCM, a chunk a sentence, as they are made. `language` is the voice's own. Raises VoiceError."""
        if not any(sign.isalnum() for sign in text):
            return
        try:
            for chunk in self._voice.synthesize(text):
                yield chunk.audio_int16_bytes
        except Exception as error:
            raise VoiceError(f"{self.name}: could not speak ({error})") from error
