"""The grammar of what is said in a shop: carrier phrases around the names of its things, every arc with its probability.

    before ─► left part of a carrier ─► a name ─► right part of a carrier ─► end
                       └────────────────── a sentence without a name ──────────┘

There is one copy of the names, whichever carrier leads to them; so what follows a name does not depend on what went
before it. That keeps the network small enough to be searched in a fraction of real time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from voice.carriers import THING, Carriers, Words
from voice.grammar import Flow, Fsg, Network, flow

_BEFORE = 0.12
"""How often a question is led in by a "hi" or an "excuse me"."""
_AFTER = 0.05
"""How often a "please" or the like follows."""
_TO_NAMES = "<name>"


@dataclass(frozen=True, slots=True)
class Questions:
    """A weighted network with one start and one end."""

    states: int
    start: int
    final: int
    arcs: tuple[tuple[int, int, float, str], ...]
    """From, to, probability, word."""
    jumps: tuple[tuple[int, int, float], ...]
    """From, to, probability."""

    def words(self) -> set[str]:
        """Every word that can be said."""
        return {word for *_, word in self.arcs}


class _Join:
    """Networks put side by side, their states renumbered."""

    def __init__(self) -> None:
        self.states = 0
        self.arcs: list[tuple[int, int, float, str]] = []
        self._jumps: dict[tuple[int, int], float] = defaultdict(float)

    def add(self, grammar: Fsg) -> int:
        """Room for a grammar; the number of its first state."""
        first = self.states
        self.states += grammar.states
        return first

    def state(self) -> int:
        self.states += 1
        return self.states - 1

    def jump(self, a: int, b: int, probability: float) -> None:
        self._jumps[a, b] += probability

    def lay(self, flow: Flow, first: int, end: int, special: Mapping[str, int]) -> None:
        """Put a grammar's arcs at `first`, its ends to `end`, and its placeholder words to where they lead."""
        for (a, b, word), probability in flow.arcs.items():
            if word in special:
                self.jump(first + a, special[word], probability)
            else:
                self.arcs.append((first + a, first + b, probability, word))
        for a, probability in flow.ends.items():
            self.jump(first + a, end, probability)

    def phrase(self, a: int, b: int, words: Words, probability: float) -> None:
        """A chain of words from a to b."""
        for position, word in enumerate(words):
            following = b if position == len(words) - 1 else self.state()
            self.arcs.append((a, following, probability, word))
            a, probability = following, 1.0

    def jumps(self) -> tuple[tuple[int, int, float], ...]:
        return tuple((a, b, min(1.0, probability)) for (a, b), probability in sorted(self._jumps.items()))


def shop_questions(carriers: Carriers, names: Mapping[Words, float]) -> Questions:
    """The grammar of all questions; `names` with their probabilities may be empty."""
    opening, closing = _halves(carriers, with_names=bool(names))
    join = _Join()
    start, said, final = join.state(), join.state(), join.state()
    left, right = _compiled(opening), _compiled(closing)
    first_left, first_right = join.add(left), join.add(right)
    special = {}
    if names:
        things = _compiled(names)
        first_thing = join.add(things)
        join.lay(flow(things, names.items()), first_thing, first_right, {})
        special = {_TO_NAMES: first_thing}
    join.lay(flow(left, opening.items()), first_left, said, special)
    join.lay(flow(right, closing.items()), first_right, said, special)
    join.jump(start, first_left, 1 - _BEFORE)
    for words in carriers.before:
        join.phrase(start, first_left, words, _BEFORE / len(carriers.before))
    join.jump(said, final, 1 - _AFTER)
    for words in carriers.after:
        join.phrase(said, final, words, _AFTER / len(carriers.after))
    return Questions(join.states, start, final, tuple(join.arcs), join.jumps())


def _halves(carriers: Carriers, *, with_names: bool) -> tuple[dict[Words, float], dict[Words, float]]:
    """What is said up to the first name (or without one), and what is said from a name on."""
    opening: dict[Words, float] = defaultdict(float)
    closing: dict[Words, float] = defaultdict(float)
    for sentence, weight in carriers.sentences:
        if THING not in sentence:
            opening[sentence] += weight
        elif with_names:
            at = sentence.index(THING)
            opening[(*sentence[:at], _TO_NAMES)] += weight
            rest = sentence[at + 1 :]
            while THING in rest:
                at = rest.index(THING)
                closing[(*rest[:at], _TO_NAMES)] += weight
                rest = rest[at + 1 :]
            closing[rest] += weight
    return opening, closing


def _compiled(sentences: Mapping[Words, float]) -> Fsg:
    network = Network()
    final = network.state()
    for words in sentences:
        network.say(0, words, final)
    return network.compile(final)
