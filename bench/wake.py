"""The wake word: `python bench/wake.py [--minutes 10] [--word okay_nabu] [--noise FILE]`.

Says the word with espeak's voices, near and in noise, and prints how many were heard and how long before or after their
end; plays minutes of noise, music and a crowd of voices with music, and prints how often nobody was heard; and prints
CPU seconds a second of waiting.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.false_answers import KINDS, sound
from tests.voice.made import speech
from voice import RATE
from voice.vad import FRAME
from voice.wake import WORDS, WakeWord

VOICES = ("en-us", "en-us+f2", "en+m3", "en-us+f5", "en", "en-us+m7", "en-us+Andrea", "en+f3", "en-gb-scotland")
SPEEDS = (120, 140, 160)
SNR_DB = (None, 12, 6)


def heard_at(wake: WakeWord, pcm: bytes) -> list[float]:
    """Seconds at which the word was heard."""
    wake.reset()
    found = []
    for at in range(0, len(pcm) - 2 * FRAME + 1, 2 * FRAME):
        if wake.heard(pcm[at : at + 2 * FRAME]):
            found.append((at / 2 + FRAME) / RATE)
            wake.reset()
    return found


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="the wake word")
    options.add_argument("--minutes", type=float, default=10.0)
    options.add_argument("--word", choices=WORDS, default=WORDS[0])
    options.add_argument("--noise", type=Path, help="sound file; default: hiss")
    chosen = options.parse_args()
    wake = WakeWord(chosen.word)
    crowd = np.frombuffer(sound(KINDS[-1], 60, None), "<i2").astype(float)
    for level in SNR_DB:
        late: list[float] = []
        said = 0
        for number, (voice, speed) in enumerate((voice, speed) for voice in VOICES for speed in SPEEDS):
            pcm = np.frombuffer(speech(chosen.word.replace("_", " "), voice, speed, 1.0, 0.6), "<i2").astype(float)
            if level is not None:
                around = crowd[number * RATE :][: len(pcm)]
                loud = np.sqrt(np.mean(pcm[RATE:-RATE] ** 2) if len(pcm) > 2 * RATE else np.mean(pcm**2))
                pcm = pcm + around * loud / np.sqrt(np.mean(around**2)) * 10 ** (-level / 20)
            found = heard_at(wake, pcm.clip(-32768, 32767).astype("<i2").tobytes())
            said += 1
            late += [found[0] - (len(pcm) / RATE - 0.6)] if found else []
        name = "quiet" if level is None else f"crowd {level} dB"
        after = f"{np.median(late):+.2f} s" if late else "-"
        print(f"{chosen.word}, {name:<12} {len(late):>3} of {said}, after its end (median): {after}")
    busy, seconds = 0.0, 60 * chosen.minutes / len(KINDS)
    for kind in KINDS:
        pcm = sound(kind, seconds, chosen.noise)
        began = time.process_time()
        print(f"{kind:<16} {seconds / 60:.1f} minutes, woken {len(heard_at(wake, pcm))}", flush=True)
        busy += time.process_time() - began
    print(f"CPU seconds a second: {busy / seconds / len(KINDS):.4f}")


if __name__ == "__main__":
    main()
