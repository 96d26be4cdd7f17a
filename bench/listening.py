"""How well the default recogniser hears: `python bench/listening.py [--coffee FOLDER] [--noise FILE]`.

Speaks the hundred questions of tests/voice/questions.toml with eight espeak voices into the kiosk's recogniser and
prints the share of wrong words, the questions whose product words were all heard, by voice and by confidence, and CPU
seconds a second of sound. With a folder of recorded coffee orders (FLAC files and labels.json of Picovoice's
speech-to-intent benchmark) it also hears these with a coffee grammar, compiled and decoded as the shop's is: clean, and
with `--noise` mixed in by the ratio of the loudest 2,048-sample frames.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
import tempfile
import time
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from local_catalog import Catalog, build_catalog, demo_source
from tests.voice.made import speech
from voice import RATE, Vocabulary, read_sound, recognize_pcm, wav
from voice.carriers import expand
from voice.grammar import Fsg, Network
from voice.pronounce import Pronouncer
from voice.recognizers import pocketsphinx as sphinx

VOICES = ("en-us", "en-us+f2", "en+m3", "en-us+f5", "en", "en-us+m7", "en-us+Andrea", "en+f3")
SPEEDS = (150, 165, 140, 175)
SAME = {"2": "two", "3": "three", "4": "four", "10": "ten", "bbq": "barbecue", "aluminium": "aluminum"}

SLOTS = {
    "size": "small|medium|large|eight ounce|twelve ounce|sixteen ounce|twenty ounce",
    "roast": "light roast|medium roast|dark roast",
    "numberOfShots": "single shot|double shot|triple shot",
    "coffeeDrink": "americano|cappuccino|espresso|iced mocha|latte|mocha|coffee|drip coffee|house coffee|iced coffee",
    "milkAmount": "[a little bit of|a bit of|some|a lot of|lots of] ([skim|whole|soy|almond] milk|cream)",
    "sugarAmount": "[a little bit of|a bit of|some|a lot of|lots of] (sugar|brown sugar|sweetener)",
}
ORDER = "(brew|can i get|can i have|i want|get me|give me|i'd like|make me|may i have) [a|an]"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="how well the default recogniser hears")
    options.add_argument("--coffee", type=Path)
    options.add_argument("--noise", type=Path)
    options.add_argument("--orders", type=int, default=40, help="recordings heard at each level of noise")
    chosen = options.parse_args()
    shop_questions()
    if chosen.coffee is not None:
        coffee_orders(chosen.coffee, chosen.noise, chosen.orders)


# --- shop questions -------------------------------------------------------------------------------------------------


def shop_questions() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        build_catalog(demo_source(), path, today=date(2026, 11, 21))
        catalog = Catalog.open(path)
        asked = tuple(phrase for policy in catalog.policies for phrase in policy.phrases)
        words = Vocabulary(catalog.vocabulary(), catalog.info.version, asked)
        catalog.close()
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
        errors, spoken = errors + distance(wanted, got), spoken + len(wanted)
        for key in ("all", voice, f"confidence {int(heard.confidence * 5) / 5:.1f}"):
            asked_by[key] += 1
            right[key] += set(question["words"].split()) <= set(got)
    print(f"wrong words {errors / spoken:.3f}, CPU seconds a second {cpu / seconds:.2f}")
    for key in sorted(asked_by):
        print(f"  {key:<16} right product words {right[key]:>3} of {asked_by[key]}")


def distance(wanted: list[str], got: list[str]) -> int:
    """Words to change, leave out or put in."""
    row = list(range(len(got) + 1))
    for a, word in enumerate(wanted, 1):
        last, row[0] = row[0], a
        for b, other in enumerate(got, 1):
            last, row[b] = row[b], min(row[b] + 1, row[b - 1] + 1, last + (word != other))
    return row[-1]


# --- coffee orders --------------------------------------------------------------------------------------------------


def coffee_grammar() -> Fsg:
    """An order: opening, size, roast and shots in any order, the drink, and with milk and sugar in any order."""
    network = Network()
    opened, drink, final = network.state(), network.state(), network.state()
    for words in expand(ORDER):
        network.say(0, words, opened)
    described = {frozenset[str](): opened}
    for count in range(4):
        for done in map(frozenset, itertools.combinations(("size", "roast", "numberOfShots"), count)):
            described.setdefault(done, network.state())
    for done, state in described.items():
        for slot in {"size", "roast", "numberOfShots"} - done:
            for words in expand(SLOTS[slot]):
                network.say(state, words, described[done | {slot}])
        for words in expand(SLOTS["coffeeDrink"]):
            network.say(state, words, drink)
    network.jump(drink, final)
    for first, second in (("milkAmount", "sugarAmount"), ("sugarAmount", "milkAmount")):
        after, joined = network.state(), network.state()
        for words in expand(SLOTS[first]):
            network.say(drink, ("with", *words), after)
        network.jump(after, final)
        network.say(after, ("and",), joined)
        network.say(after, ("with",), joined)
        network.jump(after, joined)
        for words in expand(SLOTS[second]):
            network.say(joined, words, final)
    return network.compile(final)


def coffee_orders(folder: Path, noise: Path | None, count: int) -> None:
    grammar = coffee_grammar()
    with tempfile.TemporaryDirectory() as made:
        words = {word for *_, word in grammar.arcs}
        decoder = sphinx.make_decoder(
            sphinx.write_dictionary(Path(made) / "words.dict", words, Pronouncer()), bestpath=False
        )
    decoder.add_fsg("order", decoder.create_fsg("order", 0, grammar.final, grammar.transitions()))
    decoder.activate_search("order")
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    names = sorted(labels)[:count]
    wav.LONGEST_S = 3_600.0
    sound = np.frombuffer(read_sound(noise), "<i2").astype(float) if noise is not None else None
    for level in (None, 24, 12, 6) if sound is not None else (None,):
        slots_right = exact = 0
        for seed, name in enumerate(names):
            pcm = read_sound(folder / name)
            if level is not None and sound is not None:
                pcm = mixed(pcm, sound, level, seed)
            text, whole = sphinx.hear(decoder, sphinx.with_floor(pcm))
            got, wanted = slots(text if whole else ""), labels[name]["slots"]
            slots_right += all(got.get(slot) == value for slot, value in wanted.items())
            exact += got == wanted
        heard = "clean" if level is None else f"{level} dB"
        print(f"coffee orders, {heard:<5}: labelled slots right {slots_right}, exact {exact} of {len(names)}")


def slots(text: str) -> dict[str, str]:
    """The slots of a recognised order."""
    found = {}
    for slot, template in SLOTS.items():
        ways = sorted((" ".join(words) for words in expand(template)), key=len, reverse=True)
        said = re.search(rf"\b({'|'.join(map(re.escape, ways))})\b(?! roast)", text)
        if said:
            found[slot] = said[1]
    return found


def mixed(pcm: bytes, noise: np.ndarray, decibels: float, seed: int) -> bytes:
    """Speech with noise so many decibels below it, by their loudest 2,048-sample frames."""

    def loudest(samples: np.ndarray) -> float:
        whole = len(samples) // 2048 * 2048
        return float((samples[:whole].reshape(-1, 2048) ** 2).sum(axis=1).max())

    spoken = np.frombuffer(pcm, "<i2").astype(float)
    at = np.random.default_rng(seed).integers(0, len(noise) - len(spoken) - RATE)
    part = noise[at : at + len(spoken)]
    both = spoken + part * np.sqrt(loudest(spoken) / loudest(part) / 10 ** (decibels / 10))
    return (both / max(1.0, float(np.abs(both).max()) / 32_000)).astype("<i2").tobytes()


if __name__ == "__main__":
    main()
