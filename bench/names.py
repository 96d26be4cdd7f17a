"""Names of products heard right: `python bench/names.py [--names N] [--store N] [--seed N] [--voices a,b] [--wrong]`.

Names of the demo store's products in carrier sentences, spoken by six synthetic voices, none of them the one that the
recogniser asks for pronunciations (en-us), to the kiosk's recogniser: with twelve products on screen, one of them the
one meant; with the talk about the name's department; and without any talk before. Prints the share of names of which
every word was heard, in order, by grammar, voice and source of the pronunciation (dictionary: every word is in the CMU
dictionary or in pronunciations.toml; espeak: one is not), how sure the recogniser was, and seconds of work a second of
sound. The names are drawn by the seed; the recogniser was tuned with other voices and another seed.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.demo import demo_catalog
from kiosk.engine.sound import vocabulary
from tests.voice.made import speech
from voice import ANYTHING, Expected, Vocabulary, recognize_pcm
from voice.numbers.english import cardinal
from voice.pronounce import Pronouncer, plain_words
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer

VOICES = ("en-us+f2", "en-us+m7", "en-us-nyc+f5", "en+m3", "en-gb-x-rp+f3", "en-us+Andrea")
CARRIERS = (
    "where can I find the {}",
    "do you have any {}",
    "I'm looking for {}",
    "how much is the {}",
    "is there any {} left",
    "add {} to my list",
)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="names of products heard right")
    options.add_argument("--names", type=int, default=12, help="names of each department")
    options.add_argument("--store", type=int, default=108, help="of them, names asked for without any talk before")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--voices", default=",".join(VOICES), help="espeak voices, with commas")
    options.add_argument("--wrong", action="store_true", help="print the names that were heard wrong")
    chosen = options.parse_args()
    words, names = demo_words()
    draw = random.Random(chosen.seed)
    asked = [
        (key, name) for key in sorted(names) for name in draw.sample(names[key], min(chosen.names, len(names[key])))
    ]
    voices = chosen.voices.split(",")
    table = Table(PocketSphinxRecognizer(words), voices, chosen.wrong)
    for number, (key, name) in enumerate(asked):
        shown = draw.sample([*names[key], name][-60:], 11)
        table.measure("screen", Expected((), tuple(dict.fromkeys((*shown, name))), key), name, number)
        table.measure("department", Expected(department=key), name, number)
    for number, (_, name) in enumerate(draw.sample(asked, min(chosen.store, len(asked)))):
        table.measure("store", ANYTHING, name, number)
    table.print()


def demo_words() -> tuple[Vocabulary, dict[str, list[str]]]:
    """The store's vocabulary, and the names of each department's products."""
    names: dict[str, list[str]] = defaultdict(list)
    with demo_catalog() as (catalog, path), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        words = vocabulary(catalog)
        for department, name in file.execute("SELECT department, name FROM product ORDER BY popularity DESC, id"):
            names[department].append(name)
    return words, {key: list(dict.fromkeys(found)) for key, found in names.items()}


class Table:
    """What was heard right, counted by several keys."""

    def __init__(self, recognizer: PocketSphinxRecognizer, voices: Sequence[str], wrong: bool) -> None:
        self._recognizer = recognizer
        self._voices = voices
        self._wrong = wrong
        self._asked: Counter[str] = Counter()
        self._right: Counter[str] = Counter()
        self._cpu: Counter[str] = Counter()
        self._seconds: Counter[str] = Counter()
        self._pronouncer = Pronouncer()

    def measure(self, grammar: str, expected: Expected, name: str, number: int) -> None:
        """Speak a name to the recogniser, which expects something."""
        voice = self._voices[number % len(self._voices)]
        carrier = CARRIERS[(number // len(self._voices) + number) % len(CARRIERS)]
        pcm = speech(carrier.format(name.lower()), voice)
        began = time.process_time()
        heard = recognize_pcm(pcm, self._recognizer, expected=expected)
        self._cpu[grammar] += time.process_time() - began
        self._seconds[grammar] += heard.seconds
        known = all(self._pronouncer.knows(word) for word in plain_words(name))
        right = bare(name) in bare(heard.text)
        source = "dictionary" if known else "espeak"
        sure = f"confidence {int(heard.confidence * 5) / 5:.1f}"
        for key in (grammar, f"{grammar}, {voice}", f"{grammar}, {source}", f"{grammar}, {sure}"):
            self._asked[key] += 1
            self._right[key] += right
        if any(bare(name) in bare(text) for text in (heard.text, *heard.alternatives)):
            self._right[f"{grammar}, or an alternative"] += 1
        self._asked[f"{grammar}, or an alternative"] += 1
        if self._wrong and not right:
            print(
                f"  {grammar}, {voice}: {carrier.format(name)!r} as {heard.text!r}, {heard.confidence:.2f}", flush=True
            )

    def print(self) -> None:
        for key in sorted(self._asked):
            print(f"{key:<28} {self._right[key]:>4} of {self._asked[key]:>4} {self._right[key] / self._asked[key]:.3f}")
        for grammar, seconds in self._seconds.items():
            print(f"{grammar:<28} CPU seconds a second {self._cpu[grammar] / seconds:.2f}")


def bare(text: str) -> str:
    """A text by its letters only, numbers as words, so that it does not matter where a word is parted."""
    words = (cardinal(int(word[:6])) if word.isdecimal() else word for word in plain_words(text))
    return re.sub(r"[^a-z]", "", "".join(words))


if __name__ == "__main__":
    main()
