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
