"""A trigram model of what shoppers say, worked out from the questions and the names of things without sampling.

Written in the ARPA format that PocketSphinx reads (https://cmusphinx.github.io/wiki/arpaformat/). Within a name every
trigram counts; over the edge of a name the model backs off to what begins or follows any name.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from pathlib import Path

from voice.carriers import THING, Words, carriers
from voice.phrasing import Sums, Weighted

_BEGIN, _END = "<s>", "</s>"
_UNSEEN = 0.1
"""Share of probability kept for words not seen after a word or pair."""
_CARRIER = 0.05
"""Share of carrier words in the unigrams; the rest is what names of things begin with."""
_BEFORE, _AFTER = 0.15, 0.1
"""How often something is said before and after the question itself."""
_LEAST = 1e-9

Pair = tuple[str, str]
Triple = tuple[str, str, str]


def write_arpa(path: Path, asked: Weighted, named: Weighted) -> Path:
    """Write the model to a file; returns its path."""
    ones, twos, threes = _carrier_counts(asked)
    slot = ones.pop(THING, 0.0)
    starts, inner_two, inner_three = _name_counts(named)
    follows = {b: weight for (a, b), weight in twos.items() if a == THING}
    follows = {b: weight / sum(follows.values()) for b, weight in follows.items()}
    unigrams = _unigrams(ones, named, starts)

    seen: dict[str, Sums[str]] = defaultdict(Sums)
    total, to_name = Sums[str](), Sums[str]()
    for (a, b), weight in twos.items():
        if a != THING:
            total[a] += weight
            if b == THING:
                to_name[a] += weight
            else:
                seen[a][b] += weight
    for (a, b), weight in inner_two.items():
        seen[a][b] += slot * weight
        total[a] += slot * weight
    for words, weight in named.items():
        total[words[-1]] += slot * weight
        for b, share in follows.items():
            if b == THING:
                to_name[words[-1]] += slot * weight * share
            else:
                seen[words[-1]][b] += slot * weight * share
    bigrams: dict[Pair, float] = {}
    backoff: dict[str, float] = {}
    for a, after in seen.items():
        left = _UNSEEN + (1 - _UNSEEN) * to_name[a] / total[a]
        bigrams |= {(a, b): (1 - _UNSEEN) * weight / total[a] for b, weight in after.items()}
        backoff[a] = left / max(1 - sum(unigrams.get(b, 0.0) for b in after), 1e-3)

    after_pair: dict[Pair, Sums[str]] = defaultdict(Sums)
    pair_total, pair_left = Sums[Pair](), Sums[Pair]()
    for (a, b, c), weight in threes.items():
        if THING not in (a, b):
            pair_total[a, b] += weight
            if c == THING:
                pair_left[a, b] += weight
            else:
                after_pair[a, b][c] += weight
    for pair, weight in inner_two.items():
        pair_total[pair] += slot * weight
        pair_left[pair] += slot * weight
    for (a, b, c), weight in inner_three.items():
        after_pair[a, b][c] += slot * weight
        pair_left[a, b] -= slot * weight
    trigrams: dict[Triple, float] = {}
    pair_backoff: dict[Pair, float] = {}
    for pair, after in after_pair.items():
        if pair not in bigrams:
            continue
        left = _UNSEEN + (1 - _UNSEEN) * max(pair_left[pair], 0.0) / pair_total[pair]
        trigrams |= {(*pair, c): (1 - _UNSEEN) * weight / pair_total[pair] for c, weight in after.items()}
        lower = sum(bigrams.get((pair[1], c)) or backoff.get(pair[1], 1.0) * unigrams.get(c, _LEAST) for c in after)
        pair_backoff[pair] = left / max(1 - lower, 1e-3)
    path.write_text(_arpa(unigrams, backoff, bigrams, pair_backoff, trigrams), "utf-8")
    return path


def _carrier_counts(asked: Weighted) -> tuple[Sums[str], Sums[Pair], Sums[Triple]]:
    """Expected counts of the questions, THING counted as a word, with what may be said before and after them."""
    ones, twos, threes = Sums[str](), Sums[Pair](), Sums[Triple]()
    for words, weight in asked.items():
        _count((_BEGIN, *words, _END), weight, ones, twos, threes)
    firsts = {b: weight for (a, b), weight in twos.items() if a == _BEGIN}
    lasts = {a: weight for (a, b), weight in twos.items() if b == _END}
    for words in carriers().before:
        weight = _BEFORE / len(carriers().before)
        _count(words, weight, ones, twos, threes)
        twos[_BEGIN, words[0]] += weight
        for b, share in firsts.items():
            twos[words[-1], b] += weight * share
    for words in carriers().after:
        weight = _AFTER / len(carriers().after)
        _count(words, weight, ones, twos, threes)
        twos[words[-1], _END] += weight
        for a, share in lasts.items():
            twos[a, words[0]] += weight * share
    return ones, twos, threes


def _count(words: Words, weight: float, ones: Sums[str], twos: Sums[Pair], threes: Sums[Triple]) -> None:
    for word in words:
        ones[word] += weight
    for pair in itertools.pairwise(words):
        twos[pair] += weight
    for triple in zip(words, words[1:], words[2:], strict=False):
        threes[triple] += weight


def _name_counts(named: Weighted) -> tuple[Sums[str], Sums[Pair], Sums[Triple]]:
    """What names begin with, and the pairs and triples inside them."""
    starts, ones, twos, threes = Sums[str](), Sums[str](), Sums[Pair](), Sums[Triple]()
    for words, weight in named.items():
        starts[words[0]] += weight
        _count(words, weight, ones, twos, threes)
    return starts, twos, threes


def _unigrams(carrier: Sums[str], named: Weighted, starts: Sums[str]) -> dict[str, float]:
    """Probabilities of words by themselves: after a backing off, mostly what names begin with."""
    words = {word for name in named for word in name} | (set(carrier) - {_BEGIN})
    total = sum(weight for word, weight in carrier.items() if word != _BEGIN)
    raw = {word: max((1 - _CARRIER) * starts[word] + _CARRIER * carrier[word] / total, 1e-7) for word in words}
    scale = sum(raw.values())
    return {word: weight / scale for word, weight in raw.items()}


def _arpa(
    unigrams: dict[str, float],
    backoff: dict[str, float],
    bigrams: dict[Pair, float],
    pair_backoff: dict[Pair, float],
    trigrams: dict[Triple, float],
) -> str:
    def log(value: float) -> str:
        return f"{math.log10(max(value, _LEAST)):.4f}"

    lines = ["\\data\\", f"ngram 1={len(unigrams) + 1}", f"ngram 2={len(bigrams)}", f"ngram 3={len(trigrams)}"]
    lines += ["", "\\1-grams:", f"-99 {_BEGIN} {log(backoff.get(_BEGIN, 1.0))}"]
    lines += [f"{log(p)} {word} {log(backoff.get(word, 1.0))}" for word, p in sorted(unigrams.items())]
    lines += ["", "\\2-grams:"]
    lines += [f"{log(p)} {a} {b} {log(pair_backoff.get((a, b), 1.0))}" for (a, b), p in sorted(bigrams.items())]
    lines += ["", "\\3-grams:"]
    lines += [f"{log(p)} {' '.join(words)}" for words, p in sorted(trigrams.items())]
    return "\n".join([*lines, "", "\\end\\", ""])
