"""The share of everyday questions answered sensibly does not fall, kind by kind."""

from __future__ import annotations

import pytest

from local_catalog import Catalog
from tests.local_catalog.everyday.questions import asked, kinds

RIGHT = {
    "amounts": 45, "asked": 50, "brands": 33, "diets": 40, "false_friends": 22, "heard": 29, "nothing": 79,
    "occasions": 74, "plain": 98, "spaces": 40, "typos": 60, "unseen": 184, "words": 134,
    "french": 74, "german": 83, "spanish": 72, "unseen_languages": 120,
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
