from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sentences import Sentences


def said(pieces: list[str], *, whole: bool = True) -> list[str]:
    sentences = Sentences()
    done = [sentence for piece in pieces for sentence in sentences.feed(piece)]
    rest = sentences.finish(whole=whole)
    return [*done, rest] if rest else done


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        (
            "It is $3.49. It is in aisle 7. Anything else?",
            True,
            ["It is $3.49.", "It is in aisle 7.", "Anything else?"],
        ),
        ("It is $3.49 in aisle 7", True, ["It is $3.49 in aisle 7"]),
        ("It is $3.49 in ai", False, []),
        ("It is $3.49! It is in ai", False, ["It is $3.49!"]),
        ("Yes! It is $3.", False, ["Yes!"]),
        ("Yes. It is here.", False, ["Yes.", "It is here."]),
        ("It is in aisle no. 7 by the door. Yes.", True, ["It is in aisle no. 7 by the door.", "Yes."]),
        ("The answer is no. It is sold out.", True, ["The answer is no.", "It is sold out."]),
        ("Try milk, e.g. Oat Drink. Yes.", True, ["Try milk, e.g. Oat Drink.", "Yes."]),
        ("Approx. 5 left. Ask Mr. Kim.", True, ["Approx. 5 left.", "Ask Mr. Kim."]),
        ("Offen ab dem 3. mai. Ja.", True, ["Offen ab dem 3. mai.", "Ja."]),
        ('"Yes." It is… Well?! Good.', True, ['"Yes."', "It is…", "Well?!", "Good."]),
        ("在7号通道。价格是3元。", True, ["在7号通道。", "价格是3元。"]),
        ("هل تريد شيئا؟ نعم.", True, ["هل تريد شيئا؟", "نعم."]),
        ("Visit shop.example.com today. Yes.", True, ["Visit shop.example.com today.", "Yes."]),
        ("", True, []),
        (" \n ", True, []),
    ],
)
def test_sentences(text: str, whole: bool, expected: list[str]) -> None:
    assert said([text], whole=whole) == expected


PIECES = st.sampled_from(
    ["It", " is", " 3", ".", ".49", "!", "?", " no", " e.g.", '"', ")", "\n", " ", "。", "」", "在", "A", " b", "…"]
)


@given(st.lists(PIECES, max_size=20), st.booleans())
def test_how_it_comes_makes_no_difference(pieces: list[str], whole: bool) -> None:
    text = "".join(pieces)
    assert said(pieces, whole=whole) == said([text], whole=whole) == said(list(text), whole=whole)


@given(st.text(max_size=80))
def test_no_word_is_lost(text: str) -> None:
    assert "".join("".join(said(list(text))).split()) == "".join(text.split())
