from __future__ import annotations

import pytest

from kiosk.assistant.patterns import PatternError, Patterns, compile_pattern


def found(pattern: str, words: str, **lists: str) -> bool:
    return compile_pattern(pattern, lists).search("".join(" " + w for w in words.split())) is not None


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [
        ("where (is|are) the", "hey where are the eggs", True),
        ("where (is|are) the", "where the eggs", False),
        ("where is [the] bread", "where is bread", True),
        ("where is [the] bread", "where is the bread", True),
        ("^ help $", "help", True),
        ("^ help $", "help me", False),
        ("check * back", "can you check in the back", True),
        ("check * back", "check one two three four five six back", False),
        ("fire", "fireplace", False),
        ("(a|b c) d", "b c d", True),
        ("lost (my|our) (son $|son and)", "i lost my son and i", True),
        ("lost (my|our) (son $|son and)", "i lost my son a gift", False),
        ("wi-fi 2%", "wi-fi 2%", True),
    ],
)
def test_pattern(pattern: str, words: str, expected: bool) -> None:
    assert found(pattern, words) is expected


def test_named_lists_stand_for_their_choices() -> None:
    assert found("my <child> is", "where my little boy is", child="kid|little boy")


@pytest.mark.parametrize("pattern", ["where (is", "where is)", "[the bread", "<nobody> is", "a | b)"])
def test_a_malformed_pattern_is_named(pattern: str) -> None:
    with pytest.raises(PatternError, match="pattern"):
        compile_pattern(pattern, {})


def test_spans_leave_out_what_a_star_stands_for() -> None:
    patterns = Patterns.of(["does the * have"], {})
    assert sorted(patterns.spans(" does the soy sauce have wheat")) == [(0, 2), (4, 5)]
