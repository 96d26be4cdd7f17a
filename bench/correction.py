"""Transcripts mended towards the catalog: `python bench/correction.py [--limit N] [--seed N] [--wrong] [--fit]`.

Prints
1. how many right transcripts are harmed: the English turns of models/training/data/held_out and test as they are;
2. how many misheard ones are mended: names of the demo store's products inside questions of the held-out turns, written
   as a recogniser writes what it does not know (the usual words of which the CMU phones are nearest, some phones
   exchanged for near ones before), by how far the sound is from what was written; and the written mishearings of
   bench/misheard.toml;
3. the time of a transcript, and of building for the demo store and for ten times as many products.
--usual DIR writes voice/data/usual_en.txt: the words and pairs of words that occur twice or more in the turns of
models/training/data/turns and in DIR/text: CLINC150 (clinc/oos-eval, CC BY 3.0), SLURP (CC BY 4.0) and Taskmaster-4
(CC BY 4.0), most frequent first.
--fit prints the weights of voice/correction.py, fitted to the turns of models/training/data/turns: names in one half
of the files distorted, with the usual words of the other half, so that words are as new as in a shop.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from bench.demo import demo_vocabulary
from voice.agreement import word_errors
from voice.correction import Change, Corrector, Usual, usual_words
from voice.phones import CHANGE, signs
from voice.pronounce import Pronouncer, plain_words

DATA = Path(__file__).parent.parent / "models" / "training" / "data"
OTHER = re.compile(r"(de|es|fr)_|.*misheard|nonnative")
"""Files of turns that are not in the words of somebody who writes English well."""
_SHARES = (50, 95, 100)
MARK = re.compile(r"\[([^\]]*)\]\((\w+)!?\)")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="transcripts mended by sound")
    options.add_argument("--limit", type=int, default=400, help="names")
    options.add_argument("--seed", type=int, default=20261121)
    options.add_argument("--wrong", action="store_true", help="print what was harmed and what was not mended")
    options.add_argument("--usual", type=Path, metavar="DIR", help="write the usual words instead")
    options.add_argument("--fit", action="store_true", help="print weights instead")
    chosen = options.parse_args()
    if chosen.usual:
        usual(chosen.usual)
        return
    phrases, asked = demo_words()
    if chosen.fit:
        fit(phrases, asked, chosen.seed)
        return
    began = time.process_time()
    corrector = Corrector(phrases, asked)
    print(f"built for {len(phrases)} phrases in {time.process_time() - began:.1f} s")
    harm(corrector, chosen.wrong)
    mend(corrector, phrases, random.Random(chosen.seed), chosen.limit, chosen.wrong)
    written(corrector, phrases, chosen.wrong)
    large(phrases, asked, random.Random(chosen.seed))


def demo_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The demo store's phrases and its questions."""
    words = demo_vocabulary()
    return words.phrases, words.sentences


def turns(folder: str, files: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
    """File and marked text of each English turn."""
    for path in sorted((DATA / folder).glob("*.txt")):
        if path.name in files if files is not None else not OTHER.match(path.name):
            for line in path.read_text("utf-8").splitlines():
                if "|" in line and not line.startswith("#"):
                    yield path.name, line.partition("|")[2].strip()


def bare(text: str) -> str:
    """Letters and digits only: where words are parted does not count."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


# --- harm -------------------------------------------------------------------------------------------------------------


def harm(corrector: Corrector, show: bool) -> None:
    """Right transcripts that are changed."""
    count = changed = 0
    spent: list[float] = []
    for folder in ("held_out", "test"):
        for file, marked in turns(folder):
            text = MARK.sub(r"\1", marked)
            began = time.process_time()
            made = corrector.correct(text)
            spent.append(time.process_time() - began)
            count += 1
            if bare(made) != bare(text):
                changed += 1
                if show:
                    print(f"  harmed, {file}: {text!r} to {made!r}")
    print(f"right transcripts harmed     {changed:>4} of {count:>4} {changed / count:.4f}")
    milliseconds = np.percentile(np.array(spent) * 1000, _SHARES)
    print("ms a transcript              p50 {:.2f} p95 {:.2f} longest {:.2f}".format(*milliseconds))


# --- mended -----------------------------------------------------------------------------------------------------------


class Distorter:
    """Writes words as a recogniser that does not know them: usual words that sound nearly so."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._pronouncer = Pronouncer()
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word, rare in usual_words()[0].items():
            if rare < (0.02 if len(word) < 3 else 0.7) and set(word) & set("aeiouy") and self._pronouncer.knows(word):
                for way in self._pronouncer.of(word):
                    self._by_sound[signs(way)].append(word)
        self._near: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for a, others in CHANGE.items():
            self._near[a] += [(b, cost) for b, cost in others.items() if 0 < cost <= 0.3]

    def distort(self, words: Sequence[str]) -> tuple[list[str], float] | None:
        """Other words of nearly this sound, and how far the sound is (cost a phone); None if there are none."""
        ways = [self._pronouncer.of(word) for word in words]
        if not all(ways):
            return None
        phones = "".join(signs(self._draw.choice(way)) for way in ways)
        best: dict[int, tuple[float, float, tuple[str, ...]]] = {0: (0.0, 0.0, ())}
        for end in range(1, len(phones) + 1):
            found = []
            for begin in range(max(0, end - 9), end):
                if begin in best:
                    for word, cost in self._written(phones[begin:end]):
                        price = best[begin][0] + cost + 0.4 + 0.5 * self._draw.random()
                        found.append((price, best[begin][1] + cost, (*best[begin][2], word)))
            if found:
                best[end] = min(found)
        if len(phones) not in best:
            return None
        _, cost, said = best[len(phones)]
        return (list(said), cost / len(phones)) if bare("".join(said)) != bare("".join(words)) else None

    def _written(self, phones: str) -> Iterator[tuple[str, float]]:
        for word in self._by_sound.get(phones, ()):
            yield word, 0.0
        for at, sign in enumerate(phones):
            for other, cost in self._near[sign]:
                for word in self._by_sound.get(phones[:at] + other + phones[at + 1 :], ()):
                    yield word, cost
        for at, sign in enumerate(phones):
            if len(phones) > 3 and sign in "xiTDHN":
                for word in self._by_sound.get(phones[:at] + phones[at + 1 :], ()):
                    yield word, 0.5


def misheard(
    marked: Sequence[str], names: Sequence[tuple[str, ...]], distorter: Distorter, draw: random.Random
) -> Iterator[tuple[str, str, str, float]]:
    """What was said, the name in it, what was written, and how far that is: a name of the store in place of the thing
    that a turn asks for, one or two of its words heard as others."""
    for text in marked:
        asked = [mark for mark in MARK.finditer(text) if mark.group(2) == "query"]
        if len(asked) != 1:
            continue
        name = draw.choice(names)
        long = [at for at, word in enumerate(name) if len(word) > 3]
        if not long:
            continue
        begin = draw.choice(long)
        end = min(len(name), begin + draw.choice((1, 1, 2)))
        made = distorter.distort(name[begin:end])
        if made is None:
            continue
        head, tail = MARK.sub(r"\1", text[: asked[0].start()]), MARK.sub(r"\1", text[asked[0].end() :])
        heard = " ".join([*name[:begin], *made[0], *name[end:]])
        yield f"{head}{' '.join(name)}{tail}", " ".join(name), f"{head}{heard}{tail}", made[1]


def mend(corrector: Corrector, phrases: Sequence[str], draw: random.Random, limit: int, show: bool) -> None:
    """Made mishearings of names in held-out questions."""
    names = [tuple(plain_words(phrase)) for phrase in phrases]
    marked = [text for folder in ("held_out", "test") for _, text in turns(folder)]
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    worse: Counter[str] = Counter()
    distorter = Distorter(draw)
    while count["all"] < limit:
        draw.shuffle(marked)
        for said, name, heard, far in misheard(marked, names, distorter, draw):
            made = corrector.correct(heard)
            good = bare(name) in bare(made)
            for key in ("all", "same sound" if far < 0.02 else "near sound" if far < 0.08 else "farther"):
                count[key] += 1
                right[key] += good
                worse[key] += not good and _errors(said, made) > _errors(said, heard)
            if show and not good:
                print(f"  {name!r}: {heard!r} to {made!r}")
            if count["all"] >= limit:
                break
    for key in sorted(count):
        print(
            f"made mishearings, {key:<10} {right[key]:>4} of {count[key]:>4} mended {right[key] / count[key]:.3f}, "
            f"{worse[key]} made worse"
        )


def _errors(said: str, made: str) -> int:
    return word_errors(plain_words(said), plain_words(made))


def written(corrector: Corrector, phrases: Sequence[str], show: bool) -> None:
    """Mishearings that were written by hand."""
    store = {word for phrase in phrases for word in plain_words(phrase)}
    listed = tomllib.loads((Path(__file__).parent / "misheard.toml").read_text("utf-8"))
    for file, spans in listed.items():
        texts = [MARK.sub(r"\1", text) for _, text in turns("turns", [file])]
        count = right = 0
        for heard, meant in spans.items():
            text = next((text for text in texts if f" {heard} " in f" {text.replace(',', '')} "), None)
            if text is None:
                raise SystemExit(f"bench/misheard.toml: {file} has no {heard!r}; correct that line")
            if not set(plain_words(meant)) - set(plain_words(heard)) <= store:
                continue
            made = corrector.correct(text)
            count += 1
            right += bare(meant) in bare(made)
            if show and bare(meant) not in bare(made):
                print(f"  {meant!r}: {text!r} to {made!r}")
        print(f"written, {file:<19} {right:>4} of {count:>4} mended {right / count:.3f} (words that the store has)")


def large(phrases: Sequence[str], asked: Sequence[str], draw: random.Random) -> None:
    """Ten times the phrases, with made words."""
    words = sorted({word for phrase in phrases for word in phrase.split() if word.isalpha() and len(word) > 4})
    syllables = [word[:at] for word in words for at in (3, 4)]
    made = ["".join(draw.sample(syllables, 2)) for _ in range(20_000)]
    more = [f"{draw.choice(made)} {phrase}" for phrase in phrases for _ in range(9)]
    began = time.process_time()
    corrector = Corrector([*phrases, *more], asked)
    print(f"built for {len(more) + len(phrases)} phrases in {time.process_time() - began:.1f} s")
    spent = []
    for _, marked in turns("held_out"):
        began = time.process_time()
        corrector.correct(MARK.sub(r"\1", marked))
        spent.append((time.process_time() - began) * 1000)
    print(
        "ms a transcript              p50 {:.2f} p95 {:.2f} longest {:.2f}".format(*np.percentile(spent, (50, 95, 100)))
    )


# --- usual words ------------------------------------------------------------------------------------------------------

TEXTS = {"clinc150.tsv": 2, "slurp_dev_test.tsv": 1, "taskmaster4_coffee_user_turns.tsv": 0}
"""Files of texts, and the column of the text."""


def usual(data: Path) -> None:
    """Write what people usually say."""
    texts = [MARK.sub(r"\1", marked) for _, marked in turns("turns")]
    for name, column in TEXTS.items():
        lines = (data / "text" / name).read_text("utf-8").splitlines()[1:]
        texts += [fields[column] for line in lines if len(fields := line.split("\t")) > column]
    said = [plain_words(text) for text in texts]
    words = Counter(word for line in said for word in line if word.isascii() and len(word) < 24)
    known = {word for word, times in words.items() if times > 1}
    pairs = Counter(f"{a} {b}" for line in said for a, b in pairwise(line) if a in known and b in known)
    rows = [text for counted in (words, pairs) for text, times in often(counted) if times > 1]
    file = Path(__file__).parent.parent / "voice" / "data" / "usual_en.txt"
    file.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{len(known)} words, {len(rows) - len(known)} pairs in {file}")


def often(counted: Counter[str]) -> list[tuple[str, int]]:
    """Most frequent first, then by letters."""
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


# --- weights ----------------------------------------------------------------------------------------------------------


def fit(phrases: Sequence[str], asked: Sequence[str], seed: int) -> None:
    """Print weights fitted to the turns that may be learnt from."""
    draw = random.Random(seed)
    names = [tuple(plain_words(phrase)) for phrase in phrases]
    files = sorted({file for file, _ in turns("turns")})
    distorter = Distorter(draw)
    rows: list[tuple[float, ...]] = []
    good: list[float] = []
    weight: list[float] = []
    for part in (0, 1):
        theirs, others = files[part::2], files[1 - part :: 2]
        corrector = Corrector(phrases, asked, without(theirs, others))
        marked = [text for _, text in turns("turns", theirs)]
        for text in marked:
            words = plain_words(MARK.sub(r"\1", text))
            for change in filter(weighed, corrector.changes(words)):
                rows.append(change.evidence)
                good.append(0.0)
                weight.append(RIGHT)
        for said, _, heard, _ in misheard(marked * 3, names, distorter, draw):
            words, meant = plain_words(heard), plain_words(said)
            before = word_errors(meant, words)
            for change in filter(weighed, corrector.changes(words)):
                after = word_errors(meant, [*words[: change.begin], *change.words, *words[change.end :]])
                rows.append(change.evidence)
                good.append(float(after < before))
                weight.append(1.0)
    x, y, w = np.array(rows), np.array(good), np.array(weight)
    print(f"{len(y)} changes, {int(y.sum())} of them good")
    found = logistic(x, y, w)
    scores = x @ found
    clean = w == RIGHT
    spoken = sum(1 for _ in turns("turns"))
    for harmed in (0.001, 0.002, 0.003, 0.004, 0.006, 0.01, 0.02, 0.04):
        border = np.sort(scores[clean])[-max(1, round(harmed * spoken))]
        print(f"  harmed {harmed:.3f}: border {border:.2f}, good changes made {(scores[y == 1] > border).mean():.3f}")
    print("_WEIGHTS = (" + ", ".join(f"{value:.2f}" for value in found) + ")")


RIGHT = 5.0
"""Weight of a right transcript beside a misheard one."""


def weighed(change: Change) -> bool:
    """Whether a change is decided by weights."""
    return bool(change.evidence)


def without(files: Sequence[str], others: Sequence[str]) -> Usual:
    """The usual words without those that only these files of turns have."""
    words, pairs = usual_words()
    mine, rest = (Counter[object](), Counter[object]())
    for counter, named in ((mine, files), (rest, others)):
        for _, text in turns("turns", named):
            said = plain_words(MARK.sub(r"\1", text))
            counter.update(said)
            counter.update(pairwise(said))
    return (
        {word: rare for word, rare in words.items() if not (mine[word] and not rest[word])},
        frozenset(pair for pair in pairs if not (mine[pair] and not rest[pair])),
    )


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray, rounds: int = 60, ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method."""
    found = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        step = np.linalg.solve(
            (x * (weight * p * (1 - p))[:, None]).T @ x + ridge * np.eye(x.shape[1]),
            x.T @ (weight * (y - p)) - ridge * found,
        )
        found = found + step
        if np.abs(step).max() < 1e-6:
            break
    return found


if __name__ == "__main__":
    main()
