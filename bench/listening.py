"""How well the default recogniser hears: `python bench/listening.py [--level DB] [--every N]`.

Speaks the hundred questions of tests/voice/questions.toml with eight espeak voices into the kiosk's recogniser and
prints the share of wrong words, the questions whose product words were all heard, by voice and by confidence, and CPU
seconds a second of sound. Recorded people in noise: bench/coffee.py; names of
products: bench/names.py. With `--level -30` each question is so many decibels softer, in a room's faint noise, and
comes through the kiosk's voice activity, turns and gain.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.demo import demo_vocabulary
from bench.false_answers import listen_to
from tests.voice.made import speech
from voice import RATE, Recognizer, Transcript, recognize_pcm
from voice.agreement import word_errors
from voice.recognizers import pocketsphinx as sphinx

VOICES = ("en-us", "en-us+f2", "en+m3", "en-us+f5", "en", "en-us+m7", "en-us+Andrea", "en+f3")
SPEEDS = (150, 165, 140, 175)
SAME = {"2": "two", "3": "three", "4": "four", "10": "ten", "bbq": "barbecue", "aluminium": "aluminum"}


def from_afar(pcm: bytes, decibels: float, recognizer: Recognizer) -> Transcript:
    """What is heard of a question so much softer, by way of the kiosk's ears."""
    samples = np.frombuffer(pcm + bytes(3 * RATE), "<i2") * 10 ** (decibels / 20)
    samples = samples + np.random.default_rng(0).normal(0, 2, len(samples))
    heard = listen_to(samples.round().clip(-32768, 32767).astype("<i2").tobytes(), recognizer).heard
    return heard[0] if heard else Transcript("", 0.0)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="how well questions are heard")
    options.add_argument("--level", type=float, help="decibels, less than 0 for softer")
    options.add_argument("--every", type=int, default=1, help="take every so-manyth question")
    chosen = options.parse_args()
    words = demo_vocabulary()
    began = time.perf_counter()
    recognizer = sphinx.PocketSphinxRecognizer(words)
    print(f"built for {len(words.phrases)} phrases in {time.perf_counter() - began:.1f} s")
    file = Path(__file__).parent.parent / "tests" / "voice" / "questions.toml"
    questions = tomllib.loads(file.read_text("utf-8"))["question"][:: chosen.every]
    errors = spoken = 0
    right: Counter[str] = Counter()
    asked_by: Counter[str] = Counter()
    cpu = seconds = 0.0
    for number, question in enumerate(questions):
        voice = VOICES[number % len(VOICES)]
        pcm = speech(question["say"], voice, SPEEDS[number // len(VOICES) % len(SPEEDS)])
        began = time.process_time()
        far = chosen.level is not None
        heard = from_afar(pcm, chosen.level, recognizer) if far else recognize_pcm(pcm, recognizer)
        cpu, seconds = cpu + time.process_time() - began, seconds + len(pcm) / 2 / RATE
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
