"""Sound to words and words to sound."""

from voice.choice import Choice, choose_hearing, choose_voice, chosen
from voice.cutting_in import Act, CuttingIn
from voice.pronounce import read_pronunciations
from voice.recognizers.apart import ApartRecognizer, GoneError
from voice.registry import (
    ChosenRecognizer,
    ChosenSpeaker,
    choose_recognizer,
    choose_speaker,
    memory_needed,
    voice_files,
    whisper_folders,
)
from voice.spoken import parted
from voice.spoken import spoken as spoken_text
from voice.types import ANYTHING, RATE, Expected, Recognizer, Speaker, Transcript, Vocabulary, VoiceError, words_of
from voice.wav import read_sound, recognize_file, recognize_pcm, write_wav

__all__ = [
    "ANYTHING",
    "RATE",
    "Act",
    "ApartRecognizer",
    "Choice",
    "ChosenRecognizer",
    "ChosenSpeaker",
    "CuttingIn",
    "Expected",
    "GoneError",
    "Recognizer",
    "Speaker",
    "Transcript",
    "Vocabulary",
    "VoiceError",
    "choose_hearing",
    "choose_recognizer",
    "choose_speaker",
    "choose_voice",
    "chosen",
    "memory_needed",
    "parted",
    "read_pronunciations",
    "read_sound",
    "recognize_file",
    "recognize_pcm",
    "spoken_text",
    "voice_files",
    "whisper_folders",
    "words_of",
    "write_wav",
]
