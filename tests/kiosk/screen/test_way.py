"""The way through the shop."""

from __future__ import annotations

import itertools

import pytest

from kiosk import protocol as p
from kiosk.screen.way import CELL, way
from tests.kiosk.screen import shop


def blocked(fixtures: list[p.FixtureView], x: float, y: float) -> bool:
    return any(
        f.kind not in ("entrance", "kiosk") and f.x < x < f.x + f.width and f.y < y < f.y + f.height for f in fixtures
    )


@pytest.mark.parametrize(("aisle", "bay"), [("1", "1"), ("3", "2"), ("7", "8"), ("21", "8"), ("21", "1")])
def test_the_way_ends_beside_the_bay_and_goes_through_nothing(aisle: str, bay: str) -> None:
    floor = shop.floor()
    corners = way(floor, "kiosk-1", aisle, bay)
    goal = next(f for f in floor.fixtures if f.aisle == aisle and f.bay == bay)
    x, y = corners[-1]
    assert goal.x - 2 * CELL <= x <= goal.x + goal.width + 2 * CELL
    assert goal.y - 2 * CELL <= y <= goal.y + goal.height + 2 * CELL
    assert abs(corners[0][0] - 12.05) <= CELL
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        assert ax == bx or ay == by
        for step in range(11):
            assert not blocked(floor.fixtures, ax + (bx - ax) * step / 10, ay + (by - ay) * step / 10)


def test_people_walk_straight_on() -> None:
    assert len(way(shop.floor(), "kiosk-1", "10", "3")) <= 5


@pytest.mark.parametrize(("aisle", "bay"), [("99", "1"), ("3", "77"), ("", "")])
def test_no_way_to_what_is_not_there(aisle: str, bay: str) -> None:
    assert way(shop.floor(), "kiosk-1", aisle, bay) == []


def test_any_kiosk_stands_in_for_an_unknown_one() -> None:
    assert way(shop.floor(), "kiosk-9", "3", "2") == way(shop.floor(), "kiosk-1", "3", "2")


def test_a_bay_behind_walls_has_no_way() -> None:
    def box(id_: str, kind: str, x: float, y: float, w: float, h: float, aisle: str | None = None) -> p.FixtureView:
        return p.FixtureView(id=id_, kind=kind, label="", x=x, y=y, width=w, height=h, aisle=aisle, bay=aisle)

    fixtures = [
        box("k", "kiosk", 1, 1, 1, 1), box("w", "wall", 0, 5, 10, 1), box("s", "shelf", 4, 8, 1, 1, "1"),
    ]  # fmt: skip
    assert way(p.FloorMapReply(id=1, width=10, depth=10, fixtures=fixtures), "k", "1", "1") == []
    assert way(p.FloorMapReply(id=1, width=0, depth=0, fixtures=fixtures), "k", "1", "1") == []
