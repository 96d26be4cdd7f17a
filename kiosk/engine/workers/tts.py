"""The speaking voice as a process: `python -m kiosk.engine.workers.tts --models DIR`.

Sends `ready {name, languages, rate, warning}`, or `failed {detail}` and ends with code 3.
Operations: `speak {text, language, speech, speed, names, names_language}`, where `names` are parts of the text that are
in another language, spoken with its voice; sends `chunk {speech, pcm, rate}` as sound is made and replies
{speech, seconds, stopped}; `stop` ends the making of what is being spoken and drops what waits.
"""

from __future__ import annotations

import argparse
import queue
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.engine.pipe import Call, Fields, Pipe, pack
from kiosk.engine.workers.chosen_anew import end_when_chosen_anew
from voice import Speaker, VoiceError, choose_speaker, parted, spoken_text

EXIT_NO_VOICE = 3
_CHUNK_S = 0.25
"""Sound sent at once after the first piece, seconds."""


class Mouth:
    """What the process does: the pipe is read here, and sound made on a thread of its own."""

    def __init__(self, pipe: Pipe, models: Path | None, language: str) -> None:
        """Raises VoiceError when no voice can be had."""
        self._pipe = pipe
        self._models = models
        self._speakers: dict[str, Speaker] = {}
        self._waiting: queue.SimpleQueue[tuple[int, Call] | None] = queue.SimpleQueue()
        self._era = 0
        """Calls made before the last `stop` are of an older era and not spoken."""
        self.default, self.warning = choose_speaker(models, language)
        self._speakers[_primary(language)] = self.default

    def run(self) -> None:
        """Work until the engine goes away."""
        speaking = threading.Thread(target=self._speak_all, name="mouth", daemon=True)
        speaking.start()
        for call in self._pipe.calls():
            if call.op == "speak":
                self._waiting.put((self._era, call))
            elif call.op == "stop":
                self._era += 1
                self._pipe.reply(call)
            else:
                self._pipe.fail(call, "bad_request", f"this worker has no operation {call.op!r}")
        self._era += 1
        self._waiting.put(None)
        speaking.join()

    def _speak_all(self) -> None:
        while (item := self._waiting.get()) is not None:
            era, call = item
            try:
                self._speak(era, call, self._pieces(call.fields), float(call.fields.get("speed", 1.0)))
            except VoiceError as error:
                self._pipe.fail(call, "unavailable", str(error))
            except KeyError as error:
                self._pipe.fail(call, "bad_request", f"speak needs {error}")
            except Exception as error:  # noqa: BLE001  one text that cannot be spoken must not end the voice
                self._pipe.fail(call, "failed", f"{type(error).__name__}: {error}")

    def _speak(self, era: int, call: Call, pieces: Sequence[tuple[str, str]], speed: float) -> None:
        speech = call.fields.get("speech")
        speed = min(3.0, max(0.3, speed))
        seconds = 0.0
        for number, (text, language) in enumerate(pieces, 1):
            speaker = self._speaker(language)
            sound = speaker.speak(spoken_text(text, language), language, speed, more=number < len(pieces))
            for pcm in _gathered(sound, round(_CHUNK_S * speaker.rate) * 2):
                if era != self._era:
                    break
                self._pipe.emit("chunk", speech=speech, pcm=pack(pcm), rate=speaker.rate)
                seconds += len(pcm) / 2 / speaker.rate
        self._pipe.reply(call, speech=speech, seconds=round(seconds, 3), stopped=era != self._era)

    def _pieces(self, fields: Fields) -> list[tuple[str, str]]:
        """The text with its language; names apart, if the voice of their language is of the same make."""
        text, language = str(fields["text"]), str(fields["language"])
        names, theirs = [str(name) for name in fields.get("names", ())], str(fields.get("names_language", "en"))
        if not names or _primary(theirs) == _primary(language):
            return [(text, language)]
        if type(self._speaker(theirs)) is not type(self._speaker(language)):
            return [(text, language)]
        return [(part, theirs if named else language) for part, named in parted(text, names)]

    def _speaker(self, language: str) -> Speaker:
        """The voice for a language, loaded when it is first needed."""
        primary = _primary(language)
        if primary not in self._speakers:
            self._speakers[primary] = choose_speaker(self._models, language).speaker
        return self._speakers[primary]


def _primary(language: str) -> str:
    return language.split("-")[0].lower()


def _gathered(sound: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The first piece as it comes, the others joined to at least `size` bytes."""
    held, first = b"", True
    for piece in sound:
        held += piece
        if held and (first or len(held) >= size):
            yield held
            held, first = b"", False
    if held:
        yield held


def main(arguments: Sequence[str] | None = None) -> int:
    pipe = Pipe()
    parser = argparse.ArgumentParser(description="speaking worker")
    parser.add_argument("--models", type=Path, default=None, help="folder with Piper voices")
    parser.add_argument("--language", default="en")
    options = parser.parse_args(arguments)
    end_when_chosen_anew(options.models)
    try:
        mouth = Mouth(pipe, options.models, options.language)
    except VoiceError as error:
        pipe.emit("failed", detail=str(error))
        return EXIT_NO_VOICE
    voice = mouth.default
    pipe.emit("ready", name=voice.name, languages=list(voice.languages), rate=voice.rate, warning=mouth.warning)
    mouth.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
