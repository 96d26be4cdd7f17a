"""The voice that needs nothing: espeak-ng, in over a hundred languages."""

from __future__ import annotations

from collections.abc import Iterator

from voice.espeak import Espeak, Manner, espeak
from voice.types import VoiceError

_VOICES = {"en": "en-us", "en-gb": "en", "zh": "cmn", "no": "nb"}
"""Languages whose espeak voice has another name."""
_OWN_VARIANT = "+f5"
"""A lighter variant of the plain voice, understood as well by the kiosk's own recogniser."""
_WORDS_A_MINUTE = 155
LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "nl", "pl", "uk", "ru", "ar", "zh", "hi", "vi", "tr", "ko")
"""Languages offered; espeak itself knows more."""


class EspeakSpeaker:
    """Speaks with espeak-ng."""

    name = "espeak-ng"
    languages: tuple[str, ...] = LANGUAGES

    def __init__(self) -> None:
        """Raises VoiceError when the library cannot be loaded."""
        self._espeak: Espeak = espeak()
        self.rate: int = self._espeak.rate

    def speak(self, text: str, language: str, speed: float = 1.0, *, more: bool = False) -> Iterator[bytes]:
        """PCM chunks as they are made. An unknown language is spoken with the English voice."""
        if not any(sign.isalnum() for sign in text):
            return
        try:
            yield from self._espeak.speak(text, _manner(language, speed, more))
        except VoiceError:
            yield from self._espeak.speak(text, _manner("en", speed, more))


def _manner(language: str, speed: float = 1.0, more: bool = False) -> Manner:
    tag = language.lower().replace("_", "-")
    voice = _VOICES.get(tag) or _VOICES.get(tag.split("-")[0]) or tag
    words = min(450, max(80, round(_WORDS_A_MINUTE * speed)))
    return Manner(voice + _OWN_VARIANT, speed=words, pitch=45, range=55, gap=1, pause=not more)
