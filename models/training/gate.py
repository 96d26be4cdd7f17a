"""Whether a reader may take the place of another: both read the same turns, none of which either was trained on.

Each measure is right or wrong for a turn, so two readers are compared by the turns on which they differ: of those, an
equally good one has as many to its credit as the other, give or take chance. How likely chance alone does what is seen,
is told by the exact one-sided sign test on them (McNemar 1947). The calibration is no matter of right or wrong: its
expected error is compared on samples of the turns, drawn again with repetition (paired bootstrap, Efron 1979).

- `understood`, `intents` and `product words` must not be worse at a level of .05 each.
- All other measures together at a level of .05: each at .05 divided by their number (Bonferroni).
- Not one call for a person less is heard, whatever chance allows.
- More turns are understood than by the other: of the retailer's own, or of all where there are fewer than 30 of these.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.training.evaluate import calibration_error, context_of
from models.training.turns import TAUGHT, Turn
from models.types import INTENTS, TAGS, Context, Reading

Flags = NDArray[np.bool_]
Sure = NDArray[np.float64]

LEVEL = 0.05
ENOUGH = 30
"""Turns of the retailer's own that are enough to decide by."""
SAMPLES = 4000
"""Of turns, for the calibration: enough to tell a chance of one in a thousand."""
OWN, PROJECT = "own", "project"
CALLS, UNDERSTOOD = "calls for a person heard", "understood"
MAIN = (UNDERSTOOD, "intents", "product words")

_PRODUCT = ("query", "brand", "avoid")

Reads = Callable[[str, Context], Reading]
Hit = Callable[[Turn, Reading], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of two readers on one set of turns."""

    turns: str
    """OWN or PROJECT."""
    name: str
    count: int
    """Turns that it is about."""
    before: float
    """Part of them that the reader in use has right; for the calibration, its expected error."""
    after: float
    gained: int
    """Turns that the new reader has right and the one in use has not."""
    lost: int
    chance: float
    """How likely an equally good reader is to look as bad as this, or worse."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says."""

    rows: tuple[Row, ...]
    objections: tuple[str, ...]
    """Why the new reader may not take the place of the other; empty if it may."""

    @property
    def passed(self) -> bool:
        return not self.objections


@dataclass(frozen=True, slots=True)
class Judged:
    """The turns of the gate with what a reader made of them."""

    own: tuple[tuple[Turn, Reading], ...]
    project: tuple[tuple[Turn, Reading], ...]


def judge(reads: Reads, own: Sequence[Turn], project: Sequence[Turn], told: Callable[[], None] | None = None) -> Judged:
    """Let a reader read all turns; `told` is called after each."""

    def all_of(turns: Sequence[Turn]) -> Iterator[tuple[Turn, Reading]]:
        for turn in turns:
            yield turn, reads(" ".join(turn.words), context_of(turn))
            if told is not None:
                told()

    return Judged(tuple(all_of(own)), tuple(all_of(project)))


def compare(before: Judged, after: Judged) -> Verdict:
    """May the reader that made `after` take the place of the one that made `before`?"""
    rows = tuple(
        row
        for name, old, new in ((OWN, before.own, after.own), (PROJECT, before.project, after.project))
        if old
        for row in _rows(name, old, new)
    )
    return Verdict(rows, tuple(_objections(rows)))


def _rows(name: str, old: Sequence[tuple[Turn, Reading]], new: Sequence[tuple[Turn, Reading]]) -> Iterator[Row]:
    readings = [(turn, a, b) for (turn, a), (_, b) in zip(old, new, strict=True)]
    for label, concerns, hit in _measures():
        chosen = [(turn, a, b) for turn, a, b in readings if concerns(turn, a) or concerns(turn, b)]
        if chosen:
            had = np.array([hit(turn, a) for turn, a, _ in chosen])
            has = np.array([hit(turn, b) for turn, _, b in chosen])
            gained, lost = int((has & ~had).sum()), int((had & ~has).sum())
            yield Row(
                name, label, len(chosen), float(had.mean()), float(has.mean()), gained, lost, sign_test(gained, lost)
            )
    yield _calibration(name, readings)


def _measures() -> Iterator[tuple[str, Callable[[Turn, Reading], bool], Hit]]:
    """Name, which turns it is about (by the turn or by a reading of it), and what is right."""
    yield UNDERSTOOD, _any, _understood
    yield "intents", _any, lambda turn, reading: reading.intent == turn.intent
    yield "product words", lambda turn, _: bool({"query", "brand"} & set(turn.tags)), _same(_PRODUCT)
    yield "intent and every tag", _any, _whole
    yield CALLS, lambda turn, _: turn.intent == "staff", lambda _, reading: reading.intent == "staff"
    yield "no false call", lambda turn, _: turn.intent != "staff", lambda _, reading: reading.intent != "staff"
    yield "out of scope known", lambda turn, _: turn.intent == "other", lambda _, reading: reading.intent == "other"
    yield "in scope known", lambda turn, _: turn.intent != "other", lambda _, reading: reading.intent != "other"
    for language in ("en", *TAUGHT):
        yield f"intents in {language}", _spoken(language), lambda turn, reading: reading.intent == turn.intent
    for intent in INTENTS:
        if intent not in ("staff", "other"):
            yield f"intent {intent}", _meant(intent), lambda turn, reading: reading.intent == turn.intent
    for tag in TAGS[1:]:
        yield f"words: {tag}", _tagged(tag), _same((tag,))


def _any(_turn: Turn, _reading: Reading) -> bool:
    return True


def _spoken(language: str) -> Hit:
    return lambda turn, _: turn.language == language


def _meant(intent: str) -> Hit:
    return lambda turn, _: turn.intent == intent


def _tagged(tag: str) -> Hit:
    return lambda turn, reading: tag in turn.tags or tag in reading.tags


def _same(tags: Sequence[str]) -> Hit:
    """Are the words under these tags the marked ones?"""

    def same(turn: Turn, reading: Reading) -> bool:
        found = _tags(turn, reading)
        return all(a == b for a, b in zip(turn.tags, found, strict=True) if a in tags or b in tags)

    return same


def _understood(turn: Turn, reading: Reading) -> bool:
    return reading.intent == turn.intent and _same(_PRODUCT)(turn, reading)


def _whole(turn: Turn, reading: Reading) -> bool:
    return reading.intent == turn.intent and _tags(turn, reading) == turn.tags


def _tags(turn: Turn, reading: Reading) -> tuple[str, ...]:
    """One a word of the turn, also where a reader did not read to its end."""
    return (*reading.tags, *("O",) * len(turn.tags))[: len(turn.tags)]


def _calibration(name: str, readings: Sequence[tuple[Turn, Reading, Reading]]) -> Row:
    had = np.array([a.intent == turn.intent for turn, a, _ in readings])
    has = np.array([b.intent == turn.intent for turn, _, b in readings])
    sure_before = np.array([a.confidence for _, a, _ in readings])
    sure_after = np.array([b.confidence for _, _, b in readings])
    chance = worse_calibrated(sure_before, had, sure_after, has)
    before, after = calibration_error(sure_before, had), calibration_error(sure_after, has)
    return Row(name, "error of confidence", len(readings), before, after, 0, 0, chance)


def sign_test(gained: int, lost: int) -> float:
    """How likely at least `lost` of `gained + lost` fair coins show tails."""
    tosses = gained + lost
    return float(sum(math.comb(tosses, k) for k in range(lost, tosses + 1)) / 2**tosses)


def worse_calibrated(sure_before: Sure, had: Flags, sure_after: Sure, has: Flags) -> float:
    """Part of samples in which the new error is not above the old one; 1 for fewer than ENOUGH turns."""
    number = len(had)
    if number < ENOUGH:
        return 1.0
    rng = np.random.default_rng(1)
    before, after = _by_bin(sure_before, had), _by_bin(sure_after, has)
    fine = 0
    for _ in range(SAMPLES // 100):
        times = rng.multinomial(number, np.full(number, 1 / number), 100).astype(np.float64)
        rise = np.abs(times @ after).sum(1) - np.abs(times @ before).sum(1)
        fine += int((rise <= 1e-9).sum())
    return (fine + 1) / (SAMPLES + 1)


def _by_bin(sure: Sure, right: Flags) -> Sure:
    """What each turn adds to the error of its bin; shape (turns, 10)."""
    table = np.zeros((len(sure), 10))
    table[np.arange(len(sure)), np.minimum((sure * 10).astype(int), 9)] = sure - right
    return table


def _objections(rows: Sequence[Row]) -> Iterator[str]:
    whose = {OWN: "of your own turns", PROJECT: "of the project's turns"}
    others = sum(row.name not in MAIN for row in rows)
    for row in rows:
        allowed = LEVEL if row.name in MAIN else LEVEL / others
        if row.name == CALLS and row.lost > row.gained:
            fewer = row.lost - row.gained
            yield f"{fewer} fewer of {row.count} {CALLS}, {whose[row.turns]}: not one may be missing"
        elif row.chance < allowed:
            yield (
                f"{row.name} worse on {row.count} {whose[row.turns]}: {row.after:.3f} after {row.before:.3f} "
                f"(chance does that {row.chance:.1%} of times, less than {allowed:.1%})"
            )
    understood = [row for row in rows if row.name == UNDERSTOOD]
    own = [row for row in understood if row.turns == OWN and row.count >= ENOUGH]
    gain = sum(row.gained - row.lost for row in own or understood)
    if gain <= 0:
        number = sum(row.count for row in own or understood)
        which = whose[OWN] if own else f"of all turns (fewer than {ENOUGH} of your own are held back)"
        yield f"no better: {gain:+d} turns understood of {number} {which}"
