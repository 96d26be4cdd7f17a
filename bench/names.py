"""Names of products heard right: `python bench/names.py [--names N] [--departments N] [--wrong]`.

Names of the demo store's products in carrier sentences, spoken by six synthetic voices, none of them the one that the
recogniser asks for pronunciations (en-us), to the kiosk's recogniser: with the words of the name's department, and with
those of the whole store. Prints the share of names of which every word was heard, in order, by grammar, voice and
source of the pronunciation (dictionary: every word is in the CMU dictionary or in pronunciations.toml; espeak: one is
not), and CPU seconds a second of sound. The names are drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from local_catalog import Catalog, build_catalog, demo_source
from tests.voice.made import speech
from voice import Vocabulary
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
    options.add_argument("--names", type=int, default=6, help="names of each department")
    options.add_argument("--departments", type=int, help="departments, at most")
    options.add_argument("--wrong", action="store_true", help="print the names that were heard wrong")
    chosen = options.parse_args()
    store, words = demo_words()
    draw = random.Random(1)
    departments = draw.sample(sorted(words), chosen.departments or len(words))
    asked = {department: draw.sample(words[department][0], chosen.names) for department in departments}
    table = Table(chosen.wrong)
    for department in departments:
        names, others = words[department]
        table.measure("department", Vocabulary((*names, *others)), asked[department])
    table.measure("store", store, [name for department in departments for name in asked[department]])
    table.print()


def demo_words() -> tuple[Vocabulary, dict[str, tuple[list[str], list[str]]]]:
    """The store's vocabulary, and of each department its names of products, and its brands and categories."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        build_catalog(demo_source(), path, today=date(2026, 11, 21))
        catalog = Catalog.open(path)
        questions = tuple(phrase for policy in catalog.policies for phrase in policy.phrases)
        store = Vocabulary(catalog.vocabulary(), catalog.info.version, questions)
        catalog.close()
        names: dict[str, list[str]] = defaultdict(list)
        others: dict[str, list[str]] = defaultdict(list)
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
            query = "SELECT department, name, brand, category FROM product ORDER BY popularity DESC, id"
            for department, name, brand, category in file.execute(query):
                names[department].append(name)
                others[department] += [f"{brand} {name}", brand, category.rpartition(" > ")[2]]
        file.close()
    return store, {key: (list(dict.fromkeys(names[key])), list(dict.fromkeys(others[key]))) for key in names}


class Table:
    """What was heard right, counted by several keys."""

    def __init__(self, wrong: bool) -> None:
        self._wrong = wrong
        self._asked: Counter[str] = Counter()
        self._right: Counter[str] = Counter()
        self._cpu: Counter[str] = Counter()
        self._seconds: Counter[str] = Counter()
        self._pronouncer = Pronouncer()

    def measure(self, grammar: str, vocabulary: Vocabulary, names: list[str]) -> None:
        """Speak the names to a recogniser that has learnt the vocabulary."""
        recognizer = PocketSphinxRecognizer(vocabulary)
        for number, name in enumerate(names):
            voice = VOICES[number % len(VOICES)]
            carrier = CARRIERS[(number // len(VOICES) + number) % len(CARRIERS)]
            pcm = speech(carrier.format(name.lower()), voice)
            began = time.process_time()
            recognizer.start()
            recognizer.accept(pcm)
            heard = recognizer.finish()
            self._cpu[grammar] += time.process_time() - began
            self._seconds[grammar] += heard.seconds
            known = all(self._pronouncer.knows(word) for word in plain_words(name))
            right = bare(name) in bare(heard.text)
            source = "dictionary" if known else "espeak"
            for key in (grammar, f"{grammar}, {voice}", f"{grammar}, {source}"):
                self._asked[key] += 1
                self._right[key] += right
            if self._wrong and not right:
                print(f"  {grammar}, {voice}: {carrier.format(name)!r} as {heard.text!r}", flush=True)

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
