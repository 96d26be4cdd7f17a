"""The share of everyday questions answered sensibly does not fall, kind by kind."""

from __future__ import annotations

import pytest

from local_catalog import Catalog
from tests.local_catalog.everyday.questions import asked, kinds

RIGHT = {
    "amounts": 44, "asked": 49, "brands": 33, "diets": 37, "false_friends": 23, "heard": 15, "nothing": 72,
    "occasions": 73, "plain": 93, "spaces": 38, "typos": 57, "words": 129,
    "french": 0, "german": 0, "spanish": 0,
}  # fmt: skip
"""Questions of each kind that were right; raise a figure when more are."""
_SLACK = 1


def test_every_kind_has_its_figure() -> None:
    assert set(RIGHT) == set(kinds())


@pytest.mark.parametrize("kind", kinds())
def test_as_many_are_right_as_were(demo: Catalog, kind: str) -> None:
    answers = asked(demo, kind)
    assert len({answer.query for answer in answers}) == len(answers)
    wrong = [str(answer) for answer in answers if not answer.right]
    assert len(answers) - len(wrong) >= RIGHT[kind] - _SLACK, "\n".join(wrong)
