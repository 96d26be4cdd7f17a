"""The drop-in voice: any Piper voice (NAME.onnx and NAME.onnx.json) in the models folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from voice.types import VoiceError


class PiperSpeaker:
    """Speaks with one Piper voice, a sentence at a time."""

    def __init__(self, model: Path, threads: int = 1) -> None:
        """Load the voice. Raises VoiceError naming the file that is missing or damaged."""
        import onnxruntime
        from piper import PiperVoice
        from piper.config import PiperConfig

        about = read_config(model)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # A waiting thread pool must not eat the core on which the screen draws.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            config = PiperConfig.from_dict(about)
        except (KeyError, TypeError, ValueError) as error:
            raise VoiceError(f"{model}.json is not a Piper voice's description ({error!r}); copy it again") from error
        try:
            session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise VoiceError(f"{model} is damaged or not a Piper voice; copy it again") from error
        self._voice: Any = PiperVoice(session=session, config=config)
        self.name = f"Piper {model.stem}"
        self.languages: tuple[str, ...] = (voice_language(about),)
        self.rate: int = config.sample_rate

    def speak(self, text: str, language: str, speed: float = 1.0, *, more: bool = False) -> Iterator[bytes]:
        """PCM of one sentence after the other, in the voice's own language. Raises VoiceError."""
        from piper.config import SynthesisConfig

        if not any(sign.isalnum() for sign in text):
            return
        # Double brackets hold raw phonemes for Piper; they are no business of a text's.
        try:
            manner = SynthesisConfig(length_scale=self._voice.config.length_scale / speed)
            for chunk in self._voice.synthesize(text.replace("[[", " ").replace("]]", " "), manner):
                yield chunk.audio_int16_bytes
        except Exception as error:
            raise VoiceError(f"{self.name} cannot say this: {error}") from error


def read_config(model: Path) -> dict[str, Any]:
    """The description beside a voice. Raises VoiceError."""
    path = Path(f"{model}.json")
    try:
        about = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise VoiceError(f"{path} is missing; a Piper voice is two files, copy both") from error
    except ValueError as error:
        raise VoiceError(f"{path} is damaged ({error}); copy it again") from error
    if not isinstance(about, dict) or not isinstance(about.get("audio"), dict):
        raise VoiceError(f"{path} is not a Piper voice's description; copy it again")
    return about


def voice_language(about: dict[str, Any]) -> str:
    """A voice's language: en, es, pt ..."""
    language = about.get("language")
    code = language.get("family") or language.get("code") if isinstance(language, dict) else None
    espeak = about.get("espeak")
    code = code or (espeak.get("voice") if isinstance(espeak, dict) else None) or "en"
    return str(code).replace("_", "-").split("-")[0].lower()
