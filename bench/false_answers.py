"""Answers to nobody: `python bench/false_answers.py --minutes 10 [--noise FILE]`.

Plays minutes of noise (the FILE, such as kitchen noise, or hiss), of music and of a crowd of voices with music, a third
of the time each, into the kiosk's own ears, voice activity, gain and recogniser, faster than it is. Somebody seems to
tap to talk again and again: each turn that ends begins the next. Counted by kind of noise: turns, turns in which
somebody seemed to speak, those of which the recogniser made words, and those it is sure of (confidence .5 and more,
which the kiosk answers; below, it asks back only what makes sense in the store). A crowd of voices says real words.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import noises
from bench.demo import demo_vocabulary
from kiosk.engine.unsure import SURE
from voice import RATE, Recognizer, Transcript, VoiceError, read_sound, wav
from voice.ears import Ears
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer
from voice.turns import Event, Heard, Paused, Speech
from voice.vad import FRAME, Vad

Samples = npt.NDArray[np.float64]
_PIECE = round(0.09 * RATE) * 2
"""Bytes of sound that go to the recogniser at once, as in the kiosk."""
KINDS = ("noise", "music", "crowd and music")


class Tape:
    """A microphone that hears a recording once, as fast as it is listened to."""

    def __init__(self, pcm: bytes) -> None:
        self._pcm = pcm
        self._at = 0

    @contextmanager
    def open(self) -> Iterator[Iterator[bytes]]:
        def frames() -> Iterator[bytes]:
            while self._at + 2 * FRAME <= len(self._pcm):
                self._at += 2 * FRAME
                yield self._pcm[self._at - 2 * FRAME : self._at]
            raise VoiceError("the tape has ended")

        yield frames()


@dataclass(slots=True)
class Count:
    """What came of one recording."""

    turns: int = 0
    spoken: int = 0
    heard: list[Transcript] = field(default_factory=list)
    """Those with words."""

    @property
    def sure(self) -> list[Transcript]:
        return [transcript for transcript in self.heard if transcript.confidence >= SURE]


def listen_to(pcm: bytes, recognizer: Recognizer) -> Count:
    """Tap to talk until the recording ends."""
    count, over, ended = Count(), threading.Event(), threading.Event()
    said = bytearray()

    def happened(event: Event) -> None:
        if isinstance(event, Speech):
            said.extend(event.pcm)
        if len(said) >= _PIECE or not isinstance(event, Speech):
            text = recognizer.accept(bytes(said)) if said else ""
            said.clear()
            ears.recognized(recognizer.complete, text)
        match event:
            case Paused():
                text = recognizer.pause()
                ears.recognized(recognizer.complete, text)
            case Heard():
                count.spoken += 1
                transcript = recognizer.finish()
                if transcript.text:
                    count.heard.append(transcript)
        if not isinstance(event, Speech | Paused):
            over.set()

    def lost(_detail: str) -> None:
        ended.set()
        over.set()

    ears = Ears(Tape(pcm), Vad(), happened, lambda level: None, lost, lambda: False)
    while not ended.is_set():
        over.clear()
        count.turns += 1
        recognizer.start()
        ears.listen()
        over.wait()
    ears.close()
    return count


def sound(kind: str, seconds: float, file: Path | None) -> bytes:
    """A kind of noise, as loud as a busy shop."""
    count = round(seconds * RATE)
    if kind == "noise" and file is not None:
        wav.LONGEST_S = 3_600.0
        recorded = np.frombuffer(read_sound(file), "<i2").astype(float)
        samples = np.resize(recorded, count)
        samples *= 3_000 / np.sqrt(np.mean(samples**2))
    elif kind == "noise":
        samples = np.random.default_rng(0).normal(0, 3_000, count)
    elif kind == "music":
        samples = noises._even(noises._music(count, np.random.default_rng(0)))
    else:
        samples = noises.crowd_with_music(seconds)
    return samples.clip(-32768, 32767).astype("<i2").tobytes()


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="answers to nobody")
    options.add_argument("--minutes", type=float, default=10.0)
    options.add_argument("--noise", type=Path, help="sound file; default: hiss")
    options.add_argument("--words", action="store_true", help="print what was heard")
    chosen = options.parse_args()
    recognizer = PocketSphinxRecognizer(demo_vocabulary())
    each = 60 * chosen.minutes / len(KINDS)
    print(
        f"{recognizer.name}, {chosen.minutes:g} minutes\n{'':<16} {'turns':>6} {'spoken':>6} {'words':>6} {'sure':>6}"
    )
    for kind in KINDS:
        count = listen_to(sound(kind, each, chosen.noise), recognizer)
        print(f"{kind:<16} {count.turns:>6} {count.spoken:>6} {len(count.heard):>6} {len(count.sure):>6}", flush=True)
        for heard in count.heard if chosen.words else ():
            print(f"    {heard.confidence:.2f} {heard.text}")


if __name__ == "__main__":
    main()
