"""Sound to words and words to sound."""

from voice.types import RATE, Recognizer, Speaker, Transcript, Vocabulary, VoiceError, words_of

__all__ = ["RATE", "Recognizer", "Speaker", "Transcript", "Vocabulary", "VoiceError", "words_of"]
