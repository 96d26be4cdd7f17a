"""What a shopper may say, with how likely: the store's phrases inside the carrier phrases.

A product is rarely named whole, so every run of words of a phrase counts as a way to name it. Words that sound like two
others in a row ("lightbulb", "light bulb") are written as the two.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from voice.carriers import THING, Words, carriers
from voice.grammar import Flow, Fsg, Network, flow
from voice.pronounce import Pronouncer, plain_words

_WHOLE = 0.8
"""Share of the ways to name a thing that name it whole. People say parts more often, but a part is heard in any noise:
of 48 names in their department's network 40 are right with .8, 39 with .5."""
_OTHER_NUMBER = 0.1
"""Weight of the plural of a phrase, or its singular, beside the phrase itself."""
_HALF_AS_WANTED = 300
"""A phrase this far down the vocabulary, most wanted first, is asked for half as often as the first."""
_LINKS = frozenset({"and", "with", "of", "for", "the", "in", "or", "a", "to", "from", "on"})
"""A run of words does not begin or end with one of these."""
_MOST_WORDS = 7
_BEFORE = 0.15
"""How often something is said before the question itself: "excuse me", "hi"."""
_ASKED = 0.12
"""How often a whole question of the store's own is asked."""
_ANSWERED = 0.5
"""How often what was just asked is answered, rather than something else said."""
_SLOT = "<thing>"

Weighted = Mapping[Words, float]
K = TypeVar("K")


class Sums(defaultdict[K, float]):
    """Sums of weights by key; a new key is 0."""

    def __init__(self) -> None:
        super().__init__(float)


@dataclass(frozen=True, slots=True)
class Sentences:
    """A weighted network for `create_fsg`: arcs with a word, and free jumps."""

    states: int
    start: int
    final: int
    arcs: tuple[tuple[int, int, float, str], ...]
    jumps: tuple[tuple[int, int, float], ...]


def things(phrases: Sequence[str], pronouncer: Pronouncer, likely: Sequence[float] | None = None) -> dict[Words, float]:
    """The ways to name the store's things, with probabilities that add up to 1.

    `likely`: weight of each phrase; without, the first ones are most wanted.
    """
    if likely is None:
        likely = [1 / (1 + rank / _HALF_AS_WANTED) for rank in range(len(phrases))]
    whole = Sums[Words]()
    split = [tuple(plain_words(phrase))[:_MOST_WORDS] for phrase in phrases]
    weighed = [(words, wanted) for words, wanted in zip(split, likely, strict=True) if words]
    split = _two_for_one([words for words, _ in weighed], pronouncer)
    for words, (_, wanted) in zip(split, weighed, strict=True):
        whole[words] = max(whole[words], wanted)
        last = _other_number(words[-1], pronouncer)
        if last:
            other = (*words[:-1], last)
            whole[other] = max(whole[other], wanted * _OTHER_NUMBER)
    ways = Sums[Words]()
    for words, weight in whole.items():
        runs = [
            words[i:j]
            for i in range(len(words))
            for j in range(i + 1, len(words) + 1)
            if j - i < len(words) and words[i] not in _LINKS and words[j - 1] not in _LINKS
        ]
        ways[words] += weight * (_WHOLE if runs else 1.0)
        for run in runs:
            ways[run] += weight * (1 - _WHOLE) / len(runs)
    sayable = {words: weight for words, weight in ways.items() if all(pronouncer.of(word) for word in words)}
    total = sum(sayable.values())
    return {words: weight / total for words, weight in sayable.items()}


def questions(asked: Sequence[str], pronouncer: Pronouncer) -> dict[Words, float]:
    """The carrier phrases, with THING in them, and whole questions that shoppers ask, with their probabilities."""
    known = {words: weight * (1 - _ASKED) for words, weight in carriers().sentences}
    whole = [tuple(plain_words(text)) for text in asked]
    whole = [words for words in whole if words and all(pronouncer.of(word) for word in words)]
    for words in whole:
        known[words] = known.get(words, 0.0) + _ASKED / len(whole)
    return known


@dataclass(frozen=True, slots=True)
class Carried:
    """Questions compiled: what is said before a thing, or without one, and what may follow a thing."""

    openings: tuple[Fsg, Flow]
    endings: tuple[Fsg, Flow]


def carried(asked: Weighted) -> Carried:
    """Compile questions (most of a second for all of the package).

    What may follow a thing is shared by all questions, which keeps the network small.
    """
    left, right = Sums[Words](), Sums[Words]()
    for words, weight in asked.items():
        if THING not in words:
            left[words] += weight
            continue
        cut = words.index(THING)
        left[(*words[:cut], _SLOT)] += weight
        rest = words[cut + 1 :]
        while THING in rest:
            cut = rest.index(THING)
            right[(*rest[:cut], _SLOT)] += weight
            rest = rest[cut + 1 :]
        right[rest] += weight
    return Carried(_compiled(left), _compiled(right))


def sentences(asked: Carried, named: Weighted, answers: Weighted | None = None) -> Sentences:
    """Everything that may be said, as one network: [before] question, where {thing} leads through `named` and back.

    `answers` are whole utterances that may be said instead, half of the time.
    """
    net = _Joined()
    openings = net.states(asked.openings)
    names = net.states(named_net := _compiled(named))
    endings = net.states(asked.endings)
    final, start = net.state(), net.state()
    share = _ANSWERED if answers else 0.0
    net.jump(start, openings, (1 - _BEFORE) * (1 - share))
    for words in carriers().before:
        net.say(start, words, openings, _BEFORE * (1 - share) / len(carriers().before))
    if answers:
        total = sum(answers.values())
        for words, weight in answers.items():
            net.say(start, words, final, share * weight / total)
    net.take(asked.openings, openings, names, final)
    net.take(asked.endings, endings, names, final)
    net.take(named_net, names, names, endings)
    return Sentences(net.count, start, final, tuple(net.arcs), tuple(net.jumps))


class _Joined:
    """Networks put side by side, their states numbered on."""

    def __init__(self) -> None:
        self.count = 0
        self.arcs: list[tuple[int, int, float, str]] = []
        self.jumps: list[tuple[int, int, float]] = []

    def state(self) -> int:
        self.count += 1
        return self.count - 1

    def states(self, net: tuple[Fsg, Flow]) -> int:
        """Room for the states of a network; the number of its first."""
        self.count += net[0].states
        return self.count - net[0].states

    def jump(self, a: int, b: int, weight: float) -> None:
        self.jumps.append((a, b, weight))

    def say(self, a: int, words: Words, b: int, weight: float) -> None:
        """From a to b by words of their own states."""
        for word in words[:-1]:
            following = self.state()
            self.arcs.append((a, following, weight, word))
            a, weight = following, 1.0
        self.arcs.append((a, b, weight, words[-1]))

    def take(self, net: tuple[Fsg, Flow], offset: int, names: int, end: int) -> None:
        """The arcs of a network: its slot leads to `names`, its ends to `end`."""
        weights = net[1]
        for (a, b, word), weight in weights.arcs.items():
            if word == _SLOT:
                self.jump(offset + a, names, weight)
            else:
                self.arcs.append((offset + a, offset + b, weight, word))
        for a, weight in weights.ends.items():
            self.jump(offset + a, end, weight)


def _compiled(weighted: Weighted) -> tuple[Fsg, Flow]:
    """The minimal network of some word sequences, with the probabilities that their weights give its arcs."""
    network = Network()
    final = network.state()
    for words in weighted:
        network.say(0, words, final)
    fsg = network.compile(final)
    return fsg, flow(fsg, weighted.items())


def _two_for_one(phrases: Sequence[Words], pronouncer: Pronouncer) -> list[Words]:
    """Write a word as two where it sounds like two that stand in a row as often."""
    alone = Counter(word for words in phrases for word in set(words))
    pairs = Counter(pair for words in phrases for pair in set(itertools.pairwise(words)))
    sounds: dict[str, tuple[str, str]] = {}
    for first, second in pairs:
        sounds.setdefault(first + second, (first, second))
        for front in pronouncer.of(first)[:2]:
            for back in pronouncer.of(second)[:2]:
                sounds.setdefault(f"{front} {back}", (first, second))
    two: dict[str, tuple[str, str]] = {}
    for word, times in alone.items():
        for same in (word, *pronouncer.of(word)):
            pair = sounds.get(same)
            if pair and "and" not in pair and pairs[pair] >= times:
                two[word] = pair
    return [tuple(part for word in words for part in two.get(word, (word,))) for words in phrases]


def _other_number(word: str, pronouncer: Pronouncer) -> str | None:
    """The plural or singular of a word, if it is a usual word."""
    if word.endswith("ies"):
        guesses = [word[:-1], word[:-3] + "y"] if len(word) < 5 else [word[:-3] + "y", word[:-1]]
    elif word.endswith("s") and not word.endswith("ss"):
        guesses = [word[:-2], word[:-1]] if word.endswith("es") else [word[:-1]]
    elif word.endswith("y"):
        guesses = [word[:-1] + "ies"]
    else:
        guesses = [word + "es", word + "s"]
    return next((guess for guess in guesses if pronouncer.knows(guess)), None)
