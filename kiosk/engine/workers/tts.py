"""The speaking voice as a process: `python -m kiosk.engine.workers.tts --models DIR`.

Sends `ready {name, languages, rate, warning}`, or `failed {detail}` and ends with code 3.
Operation: `speak {text, language, speech}`, which sends `chunk {speech, pcm, rate}` and replies `{speech, seconds}`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.engine.pipe import Fields, Pipe, RefusedError, pack, serve
from voice import Speaker, VoiceError, choose_speaker, spoken_text

EXIT_NO_VOICE = 3


def main(arguments: Sequence[str] | None = None) -> int:
    pipe = Pipe()
    parser = argparse.ArgumentParser(description="speaking worker")
    parser.add_argument("--models", type=Path, default=None, help="folder with Piper voices")
    parser.add_argument("--language", default="en")
    options = parser.parse_args(arguments)
    try:
        speaker, warning = choose_speaker(options.models, options.language)
    except VoiceError as error:
        pipe.emit("failed", detail=str(error))
        return EXIT_NO_VOICE
    pipe.emit("ready", name=speaker.name, languages=list(speaker.languages), rate=speaker.rate, warning=warning)
    serve(pipe, {"speak": _speak(pipe, speaker)})
    return 0


def _speak(pipe: Pipe, speaker: Speaker) -> Any:
    def speak(text: str, language: str, speech: int) -> Fields:
        seconds = 0.0
        try:
            for pcm in speaker.speak(spoken_text(text, language), language):
                pipe.emit("chunk", speech=speech, pcm=pack(pcm), rate=speaker.rate)
                seconds += len(pcm) / 2 / speaker.rate
        except VoiceError as error:
            raise RefusedError("unavailable", str(error)) from error
        return {"speech": speech, "seconds": round(seconds, 3)}

    return speak


if __name__ == "__main__":
    sys.exit(main())
