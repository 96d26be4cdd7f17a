from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.training.gate import CALLS, ENOUGH, Judged, Verdict, compare, judge, sign_test, worse_calibrated
from models.training.turns import Turn, parse
from models.types import Context, Reading

FIND = parse("find | where is the [mulch](query)", "garden")
STAFF = parse("staff | can somebody help me", "garden")
OTHER = parse("other | who won the cup", "es_garden")
PROJECT = [FIND] * 100 + [STAFF] * 20 + [OTHER] * 20


def read(turn: Turn, *, right: bool = True, words: bool = True, sure: float = 0.9) -> Reading:
    intent = turn.intent if right else "smalltalk"
    tags = turn.tags if words else ("O",) * len(turn.tags)
    return Reading(intent, sure, words=turn.words, tags=tags)


def judged(project: list[Reading], own: list[Reading] | None = None) -> Judged:
    own = own or []
    return Judged(tuple(zip([FIND] * len(own), own, strict=True)), tuple(zip(PROJECT, project, strict=True)))


def wrong(*places: int, **how: bool) -> list[Reading]:
    """Readings of the project's turns that are right but for some places."""
    return [read(turn, **({"right": False, **how} if n in places else {})) for n, turn in enumerate(PROJECT)]


def row(verdict: Verdict, name: str, turns: str = "project") -> tuple[int, float, float, int, int]:
    found = next(r for r in verdict.rows if (r.turns, r.name) == (turns, name))
    return found.count, found.before, found.after, found.gained, found.lost


def test_a_better_one_passes() -> None:
    verdict = compare(judged(wrong(0, 1, 2)), judged(wrong(3)))
    assert verdict.passed
    assert row(verdict, "intents") == (140, pytest.approx(137 / 140), pytest.approx(139 / 140), 3, 1)
    assert row(verdict, "intents in es")[0] == 20
    assert row(verdict, "intents in en")[0] == 120


def test_one_that_is_no_better_does_not() -> None:
    same = judged(wrong(0))
    assert compare(same, same).objections == (
        "no better: +0 turns understood of 140 of all turns (fewer than 30 of your own are held back)",
    )


def test_ones_own_turns_decide_when_there_are_enough_of_them() -> None:
    few, enough = ENOUGH - 1, ENOUGH
    for number, passes in ((few, True), (enough, False)):
        own = [read(FIND)] * number
        assert compare(judged(wrong(0), own), judged(wrong(), own)).passed is passes
    own = [read(FIND)] * enough
    worse = [read(FIND, right=False), *own[1:]]
    assert compare(judged(wrong(), worse), judged(wrong(0), own)).passed, "one worse of 140 may be chance"


def test_not_one_call_for_a_person_may_be_missing() -> None:
    before = judged(wrong(0, 1, 2))
    verdict = compare(before, judged(wrong(100)))
    assert [o for o in verdict.objections if CALLS in o] == [
        "1 fewer of 20 calls for a person heard, of the project's turns: not one may be missing"
    ]
    assert compare(judged(wrong(0, 100)), judged(wrong(101))).passed, "as many are heard, if not the same"


def test_product_words_that_are_lost_are_told() -> None:
    verdict = compare(judged(wrong()), judged(wrong(*range(8), right=True, words=False)))
    told = " ".join(verdict.objections)
    assert "product words worse on 100 of the project's turns: 0.920 after 1.000" in told
    assert row(verdict, "words: query") == (100, 1.0, pytest.approx(0.92), 0, 8)
    assert row(verdict, "intents")[3:] == (0, 0)


def test_a_small_group_that_is_ruined_is_told() -> None:
    better = wrong(*range(120, 140))
    verdict = compare(judged(wrong(*range(60))), judged(better))
    assert not verdict.passed
    assert any(o.startswith("intents in es worse on 20") for o in verdict.objections)
    assert not any(o.startswith("intents worse") for o in verdict.objections)


def test_confidence_that_tells_less_is_told() -> None:
    sure = [read(turn, right=n % 2 == 0, sure=0.99 if n % 2 == 0 else 0.01) for n, turn in enumerate(PROJECT)]
    blind = [read(turn, right=n % 2 == 0 or n == 1, sure=0.9) for n, turn in enumerate(PROJECT)]
    verdict = compare(judged(sure), judged(blind))
    assert [o.split(" worse")[0] for o in verdict.objections] == ["error of confidence"]


def test_a_reader_that_stops_early_is_wrong_and_not_an_error() -> None:
    short = Judged((), ((FIND, Reading("find", 0.9, words=FIND.words[:2], tags=FIND.tags[:2])),))
    whole = Judged((), ((FIND, read(FIND)),))
    verdict = compare(whole, short)
    assert row(verdict, "product words") == (1, 1.0, 0.0, 0, 1)


def test_every_turn_is_read_once_in_its_context() -> None:
    after = parse("find after detail | got any [cheaper](attribute) ones", "garden")
    seen: list[tuple[str, Context]] = []

    def reads(text: str, context: Context) -> Reading:
        seen.append((text, context))
        return Reading("find", 0.5)

    count: list[int] = []
    judge(reads, [after], [STAFF], lambda: count.append(1))
    assert [text for text, _ in seen] == ["got any cheaper ones", "can somebody help me"]
    assert seen[0][1] == Context(shown=("a product",), last_intent="detail")
    assert len(count) == 2


@pytest.mark.parametrize(
    ("gained", "lost", "chance"), [(0, 0, 1), (0, 5, 1 / 32), (5, 0, 1), (1, 1, 0.75), (3, 3, 42 / 64)]
)
def test_the_sign_test_by_hand(gained: int, lost: int, chance: float) -> None:
    assert sign_test(gained, lost) == pytest.approx(chance)


@given(st.integers(0, 60), st.integers(0, 60))
def test_both_sides_of_the_sign_test_fit_together(gained: int, lost: int) -> None:
    tie = math.comb(gained + lost, lost) / 2 ** (gained + lost)
    assert sign_test(gained, lost) + sign_test(lost, gained) == pytest.approx(1 + tie)


def test_a_change_of_calibration_that_is_noise_is_left_to_chance() -> None:
    rng = np.random.default_rng(3)
    sure = rng.uniform(0.3, 1.0, 600)
    right = rng.uniform(size=600) < sure
    other = np.clip(sure + rng.normal(0, 0.01, 600), 0, 1)
    assert worse_calibrated(sure, right, other, right) > 0.05
    assert worse_calibrated(sure, right, np.ones(600), right) < 0.001
    assert worse_calibrated(np.ones(600), right, sure, right) == 1.0
    assert worse_calibrated(sure, right, sure, right) == 1.0
    assert worse_calibrated(sure[:5], right[:5], np.ones(5), right[:5]) == 1.0
