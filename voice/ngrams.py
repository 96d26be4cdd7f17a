"""A trigram language model of the same questions: the second opinion, for what the grammar does not cover.

Counts are expected counts under the carriers and names, so no text is ever generated. Smoothing is by a fixed discount
(a share of every context's probability goes to the next shorter context, Katz' back-off without the counts of counts).
Where a carrier has a name, that share is raised by the probability of a name, and single words have the probability
with which they begin a name: a context that asks for a name thus backs off to the names.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from voice.carriers import THING, Carriers, Words

_BEGIN, _END = "<s>", "</s>"
_DISCOUNT = 0.1
_CARRIER_SHARE = 0.05
"""Share of the words of carriers, not names, among the words that are possible anywhere."""
_LEAST = 1e-7

Counts = defaultdict[Words, float]


@dataclass(slots=True)
class _Names:
    """What a name is made of, per name said."""

    first: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    last: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    ones: Counts = field(default_factory=lambda: defaultdict(float))
    twos: Counts = field(default_factory=lambda: defaultdict(float))
    threes: Counts = field(default_factory=lambda: defaultdict(float))


def arpa(carriers: Carriers, names: Mapping[Words, float]) -> str:
    """The model in the ARPA format."""
    parts = _parts(names)
    counts = [_counts(carriers, size) for size in (1, 2, 3)]
    said = counts[0].pop((THING,), 0.0)
    singles = _singles(counts[0], parts)
    pairs, pair_rest = _pairs(counts[1], parts, said)
    two, one_back = _discounted(pairs, pair_rest, lambda context, word: singles.get(word, _LEAST))
    triples, triple_rest = _triples(counts[2], parts, said)
    two_known = {key: value for key, value in triples.items() if key in two}

    def shorter(context: Words, word: str) -> float:
        pair = (context[-1], word)
        return two.get(pair) or one_back.get(context[-1:], 1.0) * singles.get(word, _LEAST)

    three, two_back = _discounted(two_known, triple_rest, shorter)
    return _written(singles, one_back, two, two_back, three)


def _parts(names: Mapping[Words, float]) -> _Names:
    parts = _Names()
    for words, weight in names.items():
        parts.first[words[0]] += weight
        parts.last[words[-1]] += weight
        for word in words:
            parts.ones[(word,)] += weight
        for two in pairwise(words):
            parts.twos[two] += weight
        for three in zip(words, words[1:], words[2:], strict=False):
            parts.threes[three] += weight
    return parts


def _counts(carriers: Carriers, size: int) -> Counts:
    counts: Counts = defaultdict(float)
    for sentence, weight in carriers.sentences:
        whole = (_BEGIN, *sentence, _END)
        for at in range(len(whole) - size + 1):
            counts[whole[at : at + size]] += weight
    if size == 2:
        firsts = {pair[1]: weight for pair, weight in counts.items() if pair[0] == _BEGIN}
        lasts = {pair[0]: weight for pair, weight in counts.items() if pair[1] == _END}
        for words in carriers.before:
            share = 0.1 / len(carriers.before)
            for pair in pairwise((_BEGIN, *words)):
                counts[pair] += share
            for word, weight in firsts.items():
                counts[words[-1], word] += share * weight
        for words in carriers.after:
            share = 0.1 / len(carriers.after)
            for pair in pairwise((*words, _END)):
                counts[pair] += share
            for word, weight in lasts.items():
                counts[word, words[0]] += share * weight
    if size == 1:
        for words in (*carriers.before, *carriers.after):
            for word in words:
                counts[(word,)] += 0.1 / (len(carriers.before) + len(carriers.after))
    return counts


def _singles(counts: Counts, parts: _Names) -> dict[str, float]:
    carrier = {words[0]: weight for words, weight in counts.items() if words[0] != _BEGIN}
    total = sum(carrier.values())
    share = _CARRIER_SHARE if parts.first else 1.0
    words = {*carrier, *(one[0] for one in parts.ones)}
    singles = {
        word: max(_LEAST, (1 - share) * parts.first.get(word, 0.0) + share * carrier.get(word, 0.0) / total)
        for word in words
    }
    whole = sum(singles.values())
    return {word: weight / whole for word, weight in singles.items()}


Grouped = dict[Words, dict[str, float]]


def _pairs(counts: Counts, parts: _Names, said: float) -> tuple[Grouped, dict[Words, float]]:
    """Counts of a word after a context of one, and those that go to a name, which is not told apart."""
    grouped: Grouped = defaultdict(lambda: defaultdict(float))
    rest: dict[Words, float] = defaultdict(float)
    following: dict[str, float] = defaultdict(float)
    for (a, b), weight in counts.items():
        if a == THING:
            following[b] += weight
        elif b == THING:
            rest[(a,)] += weight
        else:
            grouped[(a,)][b] += weight
    for two, weight in parts.twos.items():
        grouped[two[:1]][two[1]] += weight * said
    for last, weight in parts.last.items():
        for word, after in following.items():
            if word == THING:
                rest[(last,)] += weight * after
            else:
                grouped[(last,)][word] += weight * after
    return grouped, rest


def _triples(counts: Counts, parts: _Names, said: float) -> tuple[Grouped, dict[Words, float]]:
    grouped: Grouped = defaultdict(lambda: defaultdict(float))
    rest: dict[Words, float] = defaultdict(float)
    for (a, b, c), weight in counts.items():
        if THING in (a, b):
            continue
        if c == THING:
            rest[a, b] += weight
        else:
            grouped[a, b][c] += weight
    for two, weight in parts.twos.items():
        rest[two] += weight * said
    for (a, b, c), weight in parts.threes.items():
        grouped[a, b][c] += weight * said
        rest[a, b] = max(0.0, rest[a, b] - weight * said)
    return grouped, rest


def _discounted(grouped: Grouped, rest: Mapping[Words, float], shorter: object) -> tuple[Counts, dict[Words, float]]:
    """Probabilities of the longer sequences, and the back-off weight of each context."""
    assert callable(shorter)
    found: Counts = defaultdict(float)
    back: dict[Words, float] = {}
    for context in {*grouped, *rest}:
        ways = grouped.get(context, {})
        total = sum(ways.values()) + rest.get(context, 0.0)
        if not ways or total <= 0:
            continue
        for word, weight in ways.items():
            found[(*context, word)] = (1 - _DISCOUNT) * weight / total
        free = _DISCOUNT + (1 - _DISCOUNT) * rest.get(context, 0.0) / total
        covered = sum(shorter(context, word) for word in ways)
        back[context] = free / max(1 - covered, 1e-3)
    return found, back


def _written(
    singles: Mapping[str, float],
    one_back: Mapping[Words, float],
    two: Mapping[Words, float],
    two_back: Mapping[Words, float],
    three: Mapping[Words, float],
) -> str:
    def log(value: float) -> str:
        return f"{math.log10(max(value, _LEAST)):.3f}"

    lines = ["\\data\\", f"ngram 1={len(singles) + 1}", f"ngram 2={len(two)}", f"ngram 3={len(three)}", ""]
    lines += ["\\1-grams:", f"-99 {_BEGIN} {log(one_back.get((_BEGIN,), 1.0))}"]
    lines += [f"{log(singles[word])} {word} {log(one_back.get((word,), 1.0))}" for word in sorted(singles)]
    lines += ["", "\\2-grams:"]
    lines += [f"{log(two[key])} {key[0]} {key[1]} {log(two_back.get(key, 1.0))}" for key in sorted(two)]
    lines += ["", "\\3-grams:"]
    lines += [f"{log(three[key])} {' '.join(key)}" for key in sorted(three)]
    return "\n".join([*lines, "", "\\end\\", ""])
