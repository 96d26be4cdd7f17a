"""Grammars as minimal deterministic finite-state networks, the form in which PocketSphinx searches them fastest.

Written as a network with free jumps (epsilon arcs), then compiled: subset construction, then minimisation by partition
refinement (Moore). A compiled grammar says what may be said; `flow` adds how often each way is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Arc = tuple[int, int, str]
"""From a state, to a state, by a word."""


@dataclass(frozen=True, slots=True)
class Fsg:
    """A compiled network. State 0 is the start; `jumps` lead from states where a sentence may end to `final`."""

    states: int
    final: int
    arcs: tuple[Arc, ...]
    jumps: tuple[tuple[int, int], ...]

    def transitions(self) -> list[tuple[int, int, float] | tuple[int, int, float, str]]:
        """As PocketSphinx' `create_fsg` takes them, every probability 1."""
        return [(a, b, 1.0, word) for a, b, word in self.arcs] + [(a, b, 1.0) for a, b in self.jumps]

    def accepts(self, words: Iterable[str]) -> bool:
        """Whether a sentence is in the grammar."""
        step = {(a, word): b for a, b, word in self.arcs}
        state: int | None = 0
        for word in words:
            state = step.get((state, word)) if state is not None else None
        return state == self.final or (state, self.final) in self.jumps


@dataclass(frozen=True, slots=True)
class Flow:
    """How probable each arc and each end is, out of its state."""

    arcs: dict[Arc, float]
    ends: dict[int, float]


def flow(grammar: Fsg, sentences: Iterable[tuple[Sequence[str], float]]) -> Flow:
    """Weigh a grammar's arcs by sentences with their weights; each must be in the grammar."""
    steps: dict[int, dict[str, int]] = defaultdict(dict)
    for a, b, word in grammar.arcs:
        steps[a][word] = b
    passed: dict[Arc, float] = defaultdict(float)
    ended: dict[int, float] = defaultdict(float)
    seen: dict[int, float] = defaultdict(float)
    for words, weight in sentences:
        state = 0
        for word in words:
            following = steps[state][word]
            passed[state, following, word] += weight
            seen[state] += weight
            state = following
        ended[state] += weight
        seen[state] += weight
    return Flow(
        {arc: weight / seen[arc[0]] for arc, weight in passed.items()},
        {state: weight / seen[state] for state, weight in ended.items()},
    )


class Network:
    """A grammar under construction. State 0 is the start."""

    def __init__(self) -> None:
        self._count = 1
        self._arcs: dict[int, list[tuple[str, int]]] = defaultdict(list)
        self._free: dict[int, set[int]] = defaultdict(set)

    def state(self) -> int:
        """A new state."""
        self._count += 1
        return self._count - 1

    def jump(self, a: int, b: int) -> None:
        """From a to b without a word."""
        self._free[a].add(b)

    def say(self, a: int, words: Iterable[str], b: int) -> None:
        """From a to b by a sequence of words; none is a jump."""
        at, sequence = a, list(words)
        if not sequence:
            self.jump(a, b)
        for position, word in enumerate(sequence):
            following = b if position == len(sequence) - 1 else self.state()
            self._arcs[at].append((word, following))
            at = following

    def compile(self, final: int) -> Fsg:
        """The minimal deterministic grammar of all word sequences from state 0 to `final`."""
        steps, ending = _prune(*self._determinise(final))
        return _number(_minimise(steps, ending), steps, ending)

    def _closure(self, states: Iterable[int]) -> frozenset[int]:
        seen = set(states)
        todo = list(seen)
        while todo:
            fresh = self._free.get(todo.pop(), set()) - seen
            seen |= fresh
            todo.extend(fresh)
        return frozenset(seen)

    def _determinise(self, final: int) -> tuple[list[dict[str, int]], set[int]]:
        """Steps of each subset state by word, and those that hold `final`."""
        start = self._closure([0])
        numbers = {start: 0}
        todo = [start]
        steps: list[dict[str, int]] = [{}]
        for subset in todo:
            reached: dict[str, set[int]] = defaultdict(set)
            for state in subset:
                for word, following in self._arcs.get(state, ()):
                    reached[word].add(following)
            for word, states in reached.items():
                closed = self._closure(states)
                if closed not in numbers:
                    numbers[closed] = len(numbers)
                    todo.append(closed)
                    steps.append({})
                steps[numbers[subset]][word] = numbers[closed]
        return steps, {number for subset, number in numbers.items() if final in subset}


def _prune(steps: list[dict[str, int]], ending: set[int]) -> tuple[list[dict[str, int]], set[int]]:
    """Leave out the steps into states from which no end can be reached."""
    before: dict[int, set[int]] = defaultdict(set)
    for state, ways in enumerate(steps):
        for following in ways.values():
            before[following].add(state)
    useful, todo = set(ending), list(ending)
    while todo:
        fresh = before[todo.pop()] - useful
        useful |= fresh
        todo.extend(fresh)
    return [{word: to for word, to in ways.items() if to in useful} for ways in steps], ending


def _minimise(steps: list[dict[str, int]], ending: set[int]) -> list[int]:
    """The class of each state: two states share one when the same sentences lead from both to an end."""
    classes = [int(state in ending) for state in range(len(steps))]
    count = len(set(classes))
    while True:
        signatures: dict[tuple[int, frozenset[tuple[str, int]]], int] = {}
        refined = []
        for state, ways in enumerate(steps):
            signature = (classes[state], frozenset((word, classes[to]) for word, to in ways.items()))
            refined.append(signatures.setdefault(signature, len(signatures)))
        classes = refined
        if len(signatures) == count:
            return classes
        count = len(signatures)


def _number(classes: list[int], steps: list[dict[str, int]], ending: set[int]) -> Fsg:
    """Number the classes that can be reached from the start, add one final state."""
    numbers = {classes[0]: 0}
    todo = [0]
    arcs: list[Arc] = []
    ends: set[int] = set()
    for state in todo:
        number = numbers[classes[state]]
        if state in ending:
            ends.add(number)
        for word, to in sorted(steps[state].items()):
            if classes[to] not in numbers:
                numbers[classes[to]] = len(numbers)
                todo.append(to)
            arcs.append((number, numbers[classes[to]], word))
    leaving = {a for a, _, _ in arcs}
    dead_ends = ends - leaving
    if len(dead_ends) == 1 and len(ends) == 1:
        return Fsg(len(numbers), dead_ends.pop(), tuple(arcs), ())
    final = dead_ends.pop() if dead_ends else len(numbers)
    count = max(len(numbers), final + 1)
    return Fsg(count, final, tuple(arcs), tuple((a, final) for a in sorted(ends - {final})))
