"""Waits for the wake word, on this machine and for nothing else: microWakeWord models, which pymicro-wakeword carries."""

from __future__ import annotations

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
            from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model

            self._model: Any = MicroWakeWord.from_builtin(Model(word))
            self._features: Any = MicroWakeWordFeatures()
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
        return any([bool(self._model.process_streaming(part)) for part in self._features.process_streaming(frame)])
