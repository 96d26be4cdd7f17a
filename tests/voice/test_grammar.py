"""Grammars compiled to minimal deterministic networks."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from voice.grammar import Fsg, Network

WORDS = ("milk", "oat", "the", "where")
sentences_of = st.sets(st.lists(st.sampled_from(WORDS), min_size=0, max_size=4).map(tuple), min_size=1, max_size=12)


def compiled(sentences: set[tuple[str, ...]]) -> Fsg:
    network = Network()
    final = network.state()
    for words in sentences:
        network.say(0, words, final)
    return network.compile(final)


def language(grammar: Fsg, longest: int) -> set[tuple[str, ...]]:
    return {
        words
        for size in range(longest + 1)
        for words in itertools.product(WORDS, repeat=size)
        if grammar.accepts(words)
    }


@given(sentences_of)
def test_exactly_its_sentences(sentences: set[tuple[str, ...]]) -> None:
    assert language(compiled(sentences), 5) == sentences


@given(sentences_of)
def test_deterministic(sentences: set[tuple[str, ...]]) -> None:
    grammar = compiled(sentences)
    assert len({(a, word) for a, _, word in grammar.arcs}) == len(grammar.arcs)


@given(sentences_of)
def test_minimal(sentences: set[tuple[str, ...]]) -> None:
    """No two states but the extra end have the same sentences ahead of them."""
    grammar = compiled(sentences)
    ends = {grammar.final, *(a for a, _ in grammar.jumps)}

    def ahead(state: int) -> frozenset[tuple[str, ...]]:
        found = {()} if state in ends else set()
        for a, b, word in grammar.arcs:
            if a == state:
                found |= {(word, *rest) for rest in ahead(b)}
        return frozenset(found)

    states = {0, *(b for _, b, _ in grammar.arcs)}
    assert len({ahead(state) for state in states}) == len(states)
    assert all(ahead(state) for state in states)


Way = tuple[int, tuple[str, ...], int]
ways_of = st.lists(
    st.tuples(st.integers(0, 4), st.lists(st.sampled_from(WORDS), max_size=2).map(tuple), st.integers(0, 4)), max_size=9
)


def walked(ways: list[Way], final: int, words: tuple[str, ...]) -> bool:
    """Whether a sentence leads from 0 to `final`, by trying every way; the network as it was written."""
    todo, seen = [(0, words)], set()
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        state, rest = at
        if state == final and not rest:
            return True
        for a, said, b in ways:
            if a == state and rest[: len(said)] == said:
                todo.append((b, rest[len(said) :]))
    return False


@given(ways_of)
def test_the_same_sentences_before_and_after(ways: list[Way]) -> None:
    """Any network, with loops, free jumps in circles, and ways that lead nowhere."""
    network = Network()
    for _ in range(4):
        network.state()
    for a, said, b in ways:
        network.say(a, said, b)
    grammar = network.compile(4)
    for size in range(4):
        for words in itertools.product(WORDS, repeat=size):
            assert grammar.accepts(words) == walked(ways, 4, words), words


@given(ways_of)
def test_never_larger_than_one_compiled_twice(ways: list[Way]) -> None:
    """Compiling what was compiled changes its size no more."""
    network = Network()
    for _ in range(4):
        network.state()
    for a, said, b in ways:
        network.say(a, said, b)
    once = network.compile(4)
    again = Network()
    for _ in range(once.states):
        again.state()
    for a, b, word in once.arcs:
        again.say(a, [word], b)
    for a, b in once.jumps:
        again.jump(a, b)
    twice = again.compile(once.final)
    assert (len(twice.arcs), len(twice.jumps)) == (len(once.arcs), len(once.jumps))
    assert {probability for _, _, probability, *_ in once.transitions()} <= {1.0}


def test_shared_beginnings_and_ends_make_it_small() -> None:
    """Six hundred and twenty-five sentences by twenty arcs."""
    grammar = compiled(set(itertools.product(("a", "b", "c", "d", "e"), repeat=4)))
    assert (grammar.states, len(grammar.arcs), grammar.jumps) == (5, 20, ())


def test_loops_and_free_jumps() -> None:
    network = Network()
    final = network.state()
    network.say(0, ["the"], 0)
    network.jump(0, final)
    network.say(final, ["milk"], final)
    grammar = network.compile(final)
    assert language(grammar, 3) == {
        ("the",) * a + ("milk",) * b for a in range(4) for b in range(4) if a + b <= 3
    }  # fmt: skip


def test_ways_that_lead_nowhere_are_left_out() -> None:
    network = Network()
    final, nowhere = network.state(), network.state()
    network.say(0, ["milk"], final)
    network.say(0, ["oat"], nowhere)
    grammar = network.compile(final)
    assert {word for *_, word in grammar.arcs} == {"milk"}


def test_every_arc_weighs_the_same() -> None:
    grammar = compiled({("oat", "milk"), ("milk",), ("oat",)})
    assert {transition[2] for transition in grammar.transitions()} == {1.0}
    assert {transition[3] for transition in grammar.transitions() if len(transition) == 4} == {"oat", "milk"}
