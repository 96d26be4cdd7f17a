"""Waits for the wake word and for nothing else: the microWakeWord models that the package pymicro-wakeword carries."""

from __future__ import annotations

import importlib
from typing import Any

from voice.types import VoiceError

WORDS = ("okay_nabu", "hey_jarvis", "hey_mycroft", "alexa")
"""What can be waited for, as written in the settings."""


class WakeWord:
    """One wake word in a stream of sound. Nothing of the sound is kept."""

    def __init__(self, word: str) -> None:
        """Raises VoiceError for another word than WORDS, or without the package."""
        if word not in WORDS:
            raise VoiceError(f"there is no wake word {word!r}; the setting voice.wake_word takes {', '.join(WORDS)}")
        try:
            # Loaded by its name, since it takes 5 MB and is wanted only when a wake word is set.
            package: Any = importlib.import_module("pymicro_wakeword")
            self._model: Any = package.MicroWakeWord.from_builtin(package.Model(word))
            self._features: Any = package.MicroWakeWordFeatures()
        except (ImportError, OSError, ValueError) as error:
            raise VoiceError(
                f"the wake word {word!r} cannot be listened for ({error}): install the package pymicro-wakeword, "
                "or set voice.wake_word to ''"
            ) from error
        self.word = word

    def reset(self) -> None:
        """Forget the sound heard so far."""
        self._model.reset()
        self._features.reset()

    def heard(self, frame: bytes) -> bool:
        """Whether the word ended in this next piece of sound (RATE, 16-bit mono) or shortly before it."""
        found = False
        for part in self._features.process_streaming(frame):
            found = bool(self._model.process_streaming(part)) or found
        return found
