"""Sound files: read any of them as the recognisers want it, write WAV."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path

from voice.types import ANYTHING, RATE, Expected, Recognizer, Transcript, VoiceError

LONGEST_S = 120.0
"""Longest recording that is taken, seconds: a question is a few, and the whole is held in memory."""
_PIECE_S = 0.1


def read_sound(path: str | Path) -> bytes:
    """A WAV or FLAC file (any rate, channels and sample size) as RATE, 16-bit, mono PCM.

    Raises VoiceError that names the file when it is missing, damaged, not sound, or too long.
    """
    import av
    from av.audio.frame import AudioFrame

    made: list[bytes] = []
    size = 0
    try:
        with av.open(str(path), metadata_errors="ignore") as file:
            if not file.streams.audio:
                raise VoiceError(f"{path} holds no sound; give a WAV or FLAC recording")
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            for frame in (*file.decode(file.streams.audio[0]), None):
                for piece in resampler.resample(frame):
                    assert isinstance(piece, AudioFrame)
                    made.append(piece.to_ndarray().tobytes())
                    size += len(made[-1])
                if size > LONGEST_S * RATE * 2:
                    raise VoiceError(f"{path} is longer than {LONGEST_S:.0f} s; give one question only")
    except FileNotFoundError as error:
        raise VoiceError(f"{path} does not exist") from error
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise VoiceError(f"{path} cannot be read as sound ({error}); give a WAV or FLAC recording") from error
    if size == 0:
        raise VoiceError(f"{path} is empty or damaged: no sound could be read from it")
    return b"".join(made)


def write_wav(path: str | Path, pcm: bytes, rate: int = RATE) -> None:
    """Write 16-bit mono PCM as a WAV file. Raises VoiceError when the file cannot be written."""
    try:
        with Path(path).open("wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(pcm)
    except OSError as error:
        raise VoiceError(f"{path} cannot be written: {error.strerror or error}") from error


def recognize_pcm(
    pcm: bytes,
    recognizer: Recognizer,
    partial: Callable[[str], None] | None = None,
    expected: Expected = ANYTHING,
) -> Transcript:
    """Hear one utterance, RATE 16-bit mono, given to the recogniser in pieces as a microphone would.

    `partial` gets the text so far whenever it changes.
    """
    step = int(_PIECE_S * RATE) * 2
    recognizer.start(expected)
    so_far = ""
    for at in range(0, len(pcm), step):
        text = recognizer.accept(pcm[at : at + step])
        if partial is not None and text != so_far:
            partial(text)
        so_far = text
    return recognizer.finish()


def recognize_file(
    path: str | Path, recognizer: Recognizer, partial: Callable[[str], None] | None = None
) -> Transcript:
    """Hear one recorded utterance, as `recognize_pcm` does. Raises VoiceError when the file cannot be read."""
    return recognize_pcm(read_sound(path), recognizer, partial)
