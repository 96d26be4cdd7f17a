"""Orders heard right in noise: `python bench/coffee.py --data DIR --noise FILE --snr clean,24,12,6 [--limit N]`.

Picovoice's speech-to-intent benchmark (github.com/Picovoice/speech-to-intent-benchmark): recorded coffee orders, mixed
with noise as published (a random part of the noise, its loudest frame of 2,048 samples so many decibels below the
order's loudest, then half of full scale), the part of the noise fixed for each file. DIR holds the FLAC files and
labels.json. Every recording is given whole to the kiosk's own recogniser, which has learnt a grammar made from the slot
lists. `--noise` may be given again; the word `crowd` is a noise of our own making, voices over music.

Right: all labelled slots have their value. Exact: and there is no other slot. Printed beside the published engines,
with CPU seconds a second of sound. A third of the recordings, chosen by a hash of their names, is what the recogniser
was tuned on: `--part tune`; the others are the default. `--recognizer` takes the folder of a Whisper model.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.noises import crowd_with_music
from voice import Recognizer, Vocabulary, read_sound, wav
from voice.carriers import expand
from voice.grammar import Fsg, Network
from voice.numbers.english import cardinal
from voice.recognizers.grammar import GrammarRecognizer

SLOTS = {
    "size": "small|medium|large|eight ounce|twelve ounce|sixteen ounce|twenty ounce",
    "roast": "light roast|medium roast|dark roast",
    "numberOfShots": "single shot|double shot|triple shot",
    "coffeeDrink": "americano|cappuccino|espresso|iced mocha|latte|mocha|coffee|drip coffee|house coffee|iced coffee",
    "milkAmount": "[a little bit of|a bit of|some|a lot of|lots of] ([skim|whole|soy|almond] milk|cream)",
    "sugarAmount": "[a little bit of|a bit of|some|a lot of|lots of] (sugar|brown sugar|sweetener)",
}
ORDER = "(brew|can i get|can i have|i want|get me|give me|i'd like|make me|may i have) [a|an]"
PUBLISHED = {
    "Picovoice Rhino": {24: 0.99, 12: 0.98, 6: 0.96},
    "Microsoft LUIS": {24: 0.93, 12: 0.90, 6: 0.86},
    "IBM Watson": {24: 0.96, 12: 0.89, 6: 0.72},
    "Amazon Lex": {24: 0.88, 12: 0.85, 6: 0.80},
    "Google Dialogflow": {24: 0.83, 12: 0.78, 6: 0.70},
}
Samples = npt.NDArray[np.float64]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="coffee orders heard right in noise")
    options.add_argument("--data", type=Path, required=True, help="folder with the recordings and labels.json")
    options.add_argument("--noise", action="append", default=[], help="sound file, or `crowd`")
    options.add_argument("--snr", default="clean,24,12,6", help="decibels, with commas; `clean` is without noise")
    options.add_argument("--limit", type=int, help="recordings heard, at most")
    options.add_argument("--part", choices=("check", "tune", "all"), default="check")
    options.add_argument("--recognizer", default="pocketsphinx", help="pocketsphinx, or the folder of a Whisper model")
    options.add_argument("--wrong", action="store_true", help="print the orders that were heard wrong")
    chosen = options.parse_args()
    labels = json.loads((chosen.data / "labels.json").read_text("utf-8"))
    names = [name for name in sorted(labels) if chosen.part == "all" or part_of(name) == chosen.part][: chosen.limit]
    recognizer = made_recognizer(chosen.recognizer)
    levels = [None if level == "clean" else int(level) for level in chosen.snr.split(",")]
    print(f"{recognizer.name}, {len(names)} orders\n{'noise':<16} {'dB':>5} {'right':>6} {'exact':>6} {'CPU s/s':>8}")
    if None in levels:
        measure(recognizer, chosen.data, names, labels, None, None, chosen.wrong)
    for noise in chosen.noise:
        sound = noise_of(noise)
        for level in filter(None, levels):
            measure(recognizer, chosen.data, names, labels, (Path(noise).stem, sound), level, chosen.wrong)
    for engine, right in PUBLISHED.items():
        for level in filter(right.get, levels):
            print(f"{engine:<16} {level:>5} {right[level]:>6.2f}   (published, kitchen noise, all orders)")


def part_of(name: str) -> str:
    """Whether the recogniser was tuned on this recording, or is checked by it."""
    return "check" if hashlib.sha256(name.encode()).digest()[0] % 3 else "tune"


def made_recognizer(name: str) -> Recognizer:
    """The kiosk's recogniser for orders: by the grammar, or Whisper with the orders' words as hints."""
    if name == "pocketsphinx":
        return GrammarRecognizer(coffee_grammar())
    from voice.recognizers.whisper import WhisperRecognizer

    whisper = WhisperRecognizer(Path(name))
    whisper.learn(Vocabulary(tuple(" ".join(way) for template in SLOTS.values() for way in expand(template))))
    return whisper


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


def measure(
    recognizer: Recognizer,
    folder: Path,
    names: list[str],
    labels: dict[str, dict[str, dict[str, str]]],
    noise: tuple[str, Samples] | None,
    level: int | None,
    wrong: bool,
) -> None:
    """One line of the table; `wrong`: and the orders that were not exact."""
    right = exact = 0
    cpu = seconds = 0.0
    for name, pcm in sounds(folder, names, noise[1] if noise else None, level):
        began = time.process_time()
        recognizer.start()
        recognizer.accept(pcm)
        heard = recognizer.finish()
        cpu, seconds = cpu + time.process_time() - began, seconds + heard.seconds
        got, wanted = slots(heard.text), labels[name]["slots"]
        right += all(got.get(slot) == value for slot, value in wanted.items())
        exact += got == wanted
        if wrong and got != wanted:
            print(f"  {name[:8]} {heard.confidence:.2f} {heard.text!r}, not {wanted}")
    shares = f"{right / len(names):>6.3f} {exact / len(names):>6.3f} {cpu / seconds:>8.3f}"
    print(f"{noise[0] if noise else '-':<16} {'clean' if level is None else level:>5} {shares}", flush=True)


def sounds(folder: Path, names: list[str], noise: Samples | None, level: int | None) -> Iterator[tuple[str, bytes]]:
    """The recordings with noise."""
    for name in names:
        spoken = np.frombuffer(read_sound(folder / name), "<i2").astype(float)
        if noise is not None and level is not None:
            seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[1:5], "little")
            at = np.random.default_rng(seed).integers(0, len(noise) - len(spoken))
            spoken = mixed(spoken, noise[at : at + len(spoken)], level)
        yield name, spoken.astype("<i2").tobytes()


def mixed(spoken: Samples, noise: Samples, decibels: float) -> Samples:
    """Speech with noise so many decibels below it, as published."""

    def loudest(samples: Samples) -> float:
        whole = len(samples) // 2048 * 2048
        return float((samples[:whole].reshape(-1, 2048) ** 2).sum(axis=1).max())

    both = spoken + noise * np.sqrt(loudest(spoken) / (loudest(noise) * 10 ** (decibels / 10)))
    return both * (16_384 / np.abs(both).max())


def noise_of(name: str) -> Samples:
    """A noise by its file, or our own."""
    if name == "crowd":
        return crowd_with_music(120.0)
    wav.LONGEST_S = 3_600.0
    return np.frombuffer(read_sound(name), "<i2").astype(float)


def slots(text: str) -> dict[str, str]:
    """The slots of a recognised order."""
    text = re.sub(r"\d+", lambda number: cardinal(int(number[0][:6])), text.lower())
    text = " ".join(re.findall(r"[a-z']+", text))
    found = {}
    for slot, template in SLOTS.items():
        ways = sorted((" ".join(words) for words in expand(template)), key=len, reverse=True)
        said = re.search(rf"\b({'|'.join(map(re.escape, ways))})\b(?! roast)", text)
        if said:
            found[slot] = said[1]
    return found


if __name__ == "__main__":
    main()
