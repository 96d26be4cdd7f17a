"""How well the default recogniser hears: `python bench/listening.py`.

Speaks the hundred questions of tests/voice/questions.toml with eight espeak voices into the kiosk's recogniser and
prints the share of wrong words, the questions whose product words were all heard, by voice and by confidence, and CPU
seconds a second of sound. Recorded people in noise: bench/coffee.py; names of
products: bench/names.py.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.demo import demo_vocabulary
from tests.voice.made import speech
from voice import recognize_pcm
from voice.agreement import word_errors
from voice.recognizers import pocketsphinx as sphinx

VOICES = ("en-us", "en-us+f2", "en+m3", "en-us+f5", "en", "en-us+m7", "en-us+Andrea", "en+f3")
SPEEDS = (150, 165, 140, 175)
SAME = {"2": "two", "3": "three", "4": "four", "10": "ten", "bbq": "barbecue", "aluminium": "aluminum"}


def main() -> None:
    """Measure and print."""
    words = demo_vocabulary()
    began = time.perf_counter()
    recognizer = sphinx.PocketSphinxRecognizer(words)
    print(f"built for {len(words.phrases)} phrases in {time.perf_counter() - began:.1f} s")
    file = Path(__file__).parent.parent / "tests" / "voice" / "questions.toml"
    questions = tomllib.loads(file.read_text("utf-8"))["question"]
    errors = spoken = 0
    right: Counter[str] = Counter()
    asked_by: Counter[str] = Counter()
    cpu = seconds = 0.0
    for number, question in enumerate(questions):
        voice = VOICES[number % len(VOICES)]
        pcm = speech(question["say"], voice, SPEEDS[number // len(VOICES) % len(SPEEDS)])
        began = time.process_time()
        heard = recognize_pcm(pcm, recognizer)
        cpu, seconds = cpu + time.process_time() - began, seconds + heard.seconds
        got = [SAME.get(word, word) for word in heard.text.split()]
        wanted = question["say"].lower().split()
        errors, spoken = errors + word_errors(wanted, got), spoken + len(wanted)
        for key in ("all", voice, f"confidence {int(heard.confidence * 5) / 5:.1f}"):
            asked_by[key] += 1
            right[key] += set(question["words"].split()) <= set(got)
    print(f"wrong words {errors / spoken:.3f}, CPU seconds a second {cpu / seconds:.2f}")
    for key in sorted(asked_by):
        print(f"  {key:<16} right product words {right[key]:>3} of {asked_by[key]}")


if __name__ == "__main__":
    main()
