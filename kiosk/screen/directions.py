"""A walk in words: codes and numbers for sentences such as "turn right, 12 m along aisle 3"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.protocol import FixtureView, FloorMapReply

SHORTEST = 1.2
"""Pieces of a walk shorter than this, metres, are not worth a sentence."""
LABELLED = frozenset({"entrance", "checkout", "service", "restroom"})

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Instruction:
    """One sentence. turn: start, left, right, back, and there at the end. `metres`: how far to go then. `aisle` or
    `label`: what the piece leads to, if anything on the plan does. side, of the last: left, right or ahead."""

    turn: str
    metres: int = 0
    aisle: str = ""
    label: str = ""
    side: str = ""


def directions(corners: Sequence[Point], floor: FloorMapReply, goal: FixtureView) -> list[Instruction]:
    """The way to a bay, piece by piece; empty if there is no way."""
    pieces = _pieces(corners)
    told = []
    heading: Point | None = None
    for a, b in pieces:
        onward = (b[0] - a[0], b[1] - a[1])
        mark = _mark(floor, a, b, goal)
        told.append(
            Instruction(
                turn=_turn(heading, onward),
                metres=max(1, round(math.dist(a, b))),
                aisle=(mark.aisle or "") if mark is not None else "",
                label=mark.label if mark is not None and not mark.aisle else "",
            )
        )
        heading = onward
    if corners:
        told.append(Instruction(turn="there", side=_side(heading, corners[-1], goal)))
    return told


def _pieces(corners: Sequence[Point]) -> list[tuple[Point, Point]]:
    """Straight pieces without the shortest ones; what lies on both sides of one goes on in one piece if it can."""
    joined: list[tuple[Point, Point]] = []
    for a, b in pairwise(corners):
        if math.dist(a, b) < SHORTEST:
            continue
        if joined and _turn(_minus(*joined[-1]), _minus(a, b)) == "ahead":
            joined[-1] = joined[-1][0], b
        else:
            joined.append((a, b))
    return joined


def _minus(a: Point, b: Point) -> Point:
    return b[0] - a[0], b[1] - a[1]


def _turn(before: Point | None, onward: Point) -> str:
    if before is None:
        return "start"
    across = before[0] * onward[1] - before[1] * onward[0]
    along = before[0] * onward[0] + before[1] * onward[1]
    if abs(across) > abs(along):
        return "left" if across > 0 else "right"
    return "ahead" if along > 0 else "back"


def _side(heading: Point | None, at: Point, goal: FixtureView) -> str:
    """Where the bay is for who comes to the end of the walk. It may be longer than the walkway is wide."""
    if heading is None:
        return "ahead"
    nearest = (
        min(max(at[0], goal.x), goal.x + goal.width),
        min(max(at[1], goal.y), goal.y + goal.height),
    )
    side = _turn(heading, _minus(at, nearest))
    return side if side in ("left", "right") else "ahead"


def _mark(floor: FloorMapReply, a: Point, b: Point, goal: FixtureView) -> FixtureView | None:
    """What is best named as the end of a piece: the aisle's own shelves, else the nearest aisle or labelled place that
    lies onward."""
    reach = 6.0
    onward = _minus(a, b)
    found: list[tuple[float, FixtureView]] = []
    for fixture in floor.fixtures:
        if not (fixture.aisle or fixture.kind in LABELLED):
            continue
        x = min(max(b[0], fixture.x), fixture.x + fixture.width)
        y = min(max(b[1], fixture.y), fixture.y + fixture.height)
        away = math.dist(b, (x, y))
        middle = fixture.x + fixture.width / 2 - a[0], fixture.y + fixture.height / 2 - a[1]
        if away <= reach and middle[0] * onward[0] + middle[1] * onward[1] > 0:
            favour = 0.5 if fixture.aisle == goal.aisle else 1.0
            found.append((away * favour, fixture))
    return min(found, key=lambda one: one[0])[1] if found else None
