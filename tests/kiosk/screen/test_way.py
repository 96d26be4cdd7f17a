"""The way through the shop, and past a whole list."""

from __future__ import annotations

import heapq
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import protocol as p
from kiosk.screen.directions import Instruction, directions
from kiosk.screen.tour import EXACT, shortest_order, walked
from kiosk.screen.way import CELL, TURN, Point, Walks
from tests.kiosk.screen import shop

OPEN = ("entrance", "kiosk")


def box(id_: str, kind: str, x: float, y: float, w: float, h: float, aisle: str | None = None) -> p.FixtureView:
    return p.FixtureView(id=id_, kind=kind, label=id_, x=x, y=y, width=w, height=h, aisle=aisle, bay=aisle)


def plan(width: float, depth: float, *fixtures: p.FixtureView) -> p.FloorMapReply:
    return p.FloorMapReply(id=1, width=width, depth=depth, fixtures=list(fixtures))


def blocked(fixtures: list[p.FixtureView], x: float, y: float) -> bool:
    return any(f.kind not in OPEN and f.x < x < f.x + f.width and f.y < y < f.y + f.height for f in fixtures)


def through_nothing(floor: p.FloorMapReply, corners: list[Point]) -> bool:
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        assert ax == bx or ay == by
        for step in range(41):
            if blocked(floor.fixtures, ax + (bx - ax) * step / 40, ay + (by - ay) * step / 40):
                return False
    return True


@pytest.mark.parametrize(("aisle", "bay"), [("1", "1"), ("3", "2"), ("7", "8"), ("21", "8"), ("21", "1")])
def test_the_way_ends_beside_the_bay_and_goes_through_nothing(aisle: str, bay: str) -> None:
    floor = shop.floor()
    corners = Walks(floor, "kiosk-1").way(aisle, bay)
    goal = next(f for f in floor.fixtures if f.aisle == aisle and f.bay == bay)
    x, y = corners[-1]
    assert goal.x - 2 * CELL <= x <= goal.x + goal.width + 2 * CELL
    assert goal.y - 2 * CELL <= y <= goal.y + goal.height + 2 * CELL
    assert abs(corners[0][0] - 12.05) <= CELL
    assert through_nothing(floor, corners)


def test_people_walk_straight_on() -> None:
    assert len(Walks(shop.floor(), "kiosk-1").way("10", "3")) <= 5


@pytest.mark.parametrize(("aisle", "bay"), [("99", "1"), ("3", "77"), ("", "")])
def test_no_way_to_what_is_not_there(aisle: str, bay: str) -> None:
    assert Walks(shop.floor(), "kiosk-1").way(aisle, bay) == []


def test_any_kiosk_stands_in_for_an_unknown_one() -> None:
    assert Walks(shop.floor(), "kiosk-9").way("3", "2") == Walks(shop.floor(), "kiosk-1").way("3", "2")


def test_a_bay_behind_walls_has_no_way() -> None:
    floor = plan(
        10, 10, box("k", "kiosk", 1, 1, 1, 1), box("w", "wall", 0, 5, 10, 1), box("s", "shelf", 4, 8, 1, 1, "1")
    )
    assert Walks(floor, "k").way("1", "1") == []
    assert Walks(floor, "k").tour([("1", "1")]).order == ()
    assert Walks(plan(0, 0, *floor.fixtures), "k").way("1", "1") == []
    assert Walks(plan(10, 10, floor.fixtures[2]), "k").way("1", "1") == []


def test_a_kiosk_that_is_drawn_inside_a_shelf_still_finds_a_way() -> None:
    floor = plan(
        10, 10, box("k", "kiosk", 4, 4, 1, 1), box("w", "wall", 4, 4, 1, 1), box("s", "shelf", 8, 8, 1, 1, "1")
    )
    assert len(Walks(floor, "k").way("1", "1")) >= 2


def small_floors() -> st.SearchStrategy[p.FloorMapReply]:
    at = st.integers(0, 9).map(float)
    side = st.integers(1, 4).map(float)
    walls = st.lists(st.tuples(at, at, side, side), max_size=8)
    return st.tuples(walls, st.tuples(at, at), st.tuples(at, at)).map(
        lambda drawn: plan(
            10, 10,
            *(box(f"w{n}", "wall", *wall) for n, wall in enumerate(drawn[0])),
            box("k", "kiosk", *drawn[1], 0.5, 0.5),
            box("s", "shelf", *drawn[2], 1, 1, "1"),
        )
    )  # fmt: skip


def cheapest(floor: p.FloorMapReply, begin: Point, ends: set[Point]) -> float:
    """Price of the cheapest walk between centres of steps, by Dijkstra over places and directions, drawn from the plan
    alone."""
    queue: list[tuple[int, Point, Point]] = [(0, begin, (0, 0))]
    seen: set[tuple[Point, Point]] = set()
    while queue:
        spent, at, heading = heapq.heappop(queue)
        if at in ends:
            return spent
        if (at, heading) in seen:
            continue
        seen.add((at, heading))
        for side in ((CELL, 0.0), (-CELL, 0.0), (0.0, CELL), (0.0, -CELL)):
            onward = at[0] + side[0], at[1] + side[1]
            if 0 < onward[0] < floor.width and 0 < onward[1] < floor.depth and not blocked(floor.fixtures, *onward):
                turn = TURN if heading not in ((0, 0), side) else 0
                heapq.heappush(queue, (spent + 1 + turn, onward, side))
    return float("inf")


@settings(max_examples=60, deadline=None)
@given(small_floors())
def test_the_way_is_the_cheapest_there_is(floor: p.FloorMapReply) -> None:
    corners = Walks(floor, "k").way("1", "1")
    if not corners:
        return
    assert through_nothing(floor, corners)
    shelf = floor.fixtures[-1]
    x, y = corners[-1]
    assert shelf.x - CELL < x < shelf.x + shelf.width + CELL
    assert shelf.y - CELL < y < shelf.y + shelf.height + CELL
    ends = {
        (shelf.x + dx, shelf.y + dy)
        for along in (0.25, 0.75)
        for dx, dy in ((along, -0.25), (along, 1.25), (-0.25, along), (1.25, along))
    }
    steps = sum(abs(bx - ax) + abs(by - ay) for (ax, ay), (bx, by) in itertools.pairwise(corners)) / CELL
    price = steps + TURN * max(0, len(corners) - 2)
    assert price == cheapest(floor, corners[0], ends)


@settings(max_examples=40, deadline=None)
@given(small_floors())
def test_where_there_is_a_way_it_is_found(floor: p.FloorMapReply) -> None:
    kiosk, shelf = floor.fixtures[-2:]
    begin = kiosk.x + 0.25, kiosk.y + 0.25
    ends = {
        (shelf.x + dx, shelf.y + dy)
        for along in (0.25, 0.75)
        for dx, dy in ((along, -0.25), (along, 1.25), (-0.25, along), (1.25, along))
    }
    if not blocked(floor.fixtures, *begin) and cheapest(floor, begin, ends) < float("inf"):
        assert Walks(floor, "k").way("1", "1")


# --- past a whole list ----------------------------------------------------------------------------------------------


def distances(count: int) -> st.SearchStrategy[tuple[list[list[int]], list[int]]]:
    """Between `count` places and the start on a plane, as people walk, and from each to the end."""
    points = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=count + 2, max_size=count + 2)

    def measure(at: list[tuple[int, int]]) -> tuple[list[list[int]], list[int]]:
        rows = [[abs(ax - bx) + abs(ay - by) for bx, by in at[:-1]] for ax, ay in at[:-1]]
        return rows, [abs(x - at[-1][0]) + abs(y - at[-1][1]) for x, y in at[:-1]]

    return points.map(measure)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 6).flatmap(distances))
def test_a_short_list_is_walked_in_the_shortest_order(given_: tuple[list[list[int]], list[int]]) -> None:
    between, last = given_
    places = range(1, len(between))
    best = min(walked(order, between, last) for order in itertools.permutations(places))
    order = shortest_order(between, last)
    assert sorted(order) == list(places)
    assert walked(order, between, last) == best


@settings(max_examples=25, deadline=None)
@given(st.integers(EXACT + 1, 30).flatmap(distances))
def test_a_long_list_is_walked_in_a_good_order(given_: tuple[list[list[int]], list[int]]) -> None:
    between, last = given_
    order = shortest_order(between, last)
    assert sorted(order) == list(range(1, len(between)))
    price = walked(order, between, last)
    for a, b in itertools.combinations(range(len(order)), 2):
        turned = order[:a] + order[a : b + 1][::-1] + order[b + 1 :]
        assert price <= walked(turned, between, last), "turning a piece round makes it shorter"


def test_a_tour_passes_everything_once_and_ends_at_the_checkouts() -> None:
    floor = shop.floor()
    stops = [("21", "8"), ("1", "1"), ("99", "9"), ("10", "4"), ("3", "2")]
    tour = Walks(floor, "kiosk-1").tour(stops)
    assert sorted(tour.order) == [0, 1, 3, 4]
    assert through_nothing(floor, list(tour.corners))
    x, y = tour.corners[-1]
    tills = [f for f in floor.fixtures if f.kind == "checkout"]
    assert any(abs(x - t.x - t.width / 2) < t.width and abs(y - t.y - t.height / 2) < t.height for t in tills)
    walked_m = sum(abs(bx - ax) + abs(by - ay) for (ax, ay), (bx, by) in itertools.pairwise(tour.corners))
    assert abs(tour.length - walked_m) < 1e-6


def test_a_tour_of_nothing() -> None:
    assert Walks(shop.floor(), "kiosk-1").tour([]).corners == ()


# --- in words -------------------------------------------------------------------------------------------------------


def test_the_way_in_words() -> None:
    floor = plan(
        20, 20, box("k", "kiosk", 2, 1, 0.5, 0.5), box("Wall", "wall", 0, 3, 8, 6), box("7", "shelf", 10, 4, 1, 8, "7"),
    )  # fmt: skip
    goal = floor.fixtures[-1]
    assert directions([(2.25, 1.25), (9.25, 1.25), (9.25, 8.25)], floor, goal) == [
        Instruction(turn="start", metres=7, aisle="7"),
        Instruction(turn="left", metres=7, aisle="7"),
        Instruction(turn="there", side="right"),
    ]


def test_a_short_step_aside_is_not_told() -> None:
    floor = plan(20, 20, box("k", "kiosk", 2, 1, 0.5, 0.5), box("7", "shelf", 10, 12, 1, 1, "7"))
    corners = [(2.25, 1.25), (2.25, 5.25), (2.75, 5.25), (2.75, 12.25), (9.25, 12.25)]
    told = directions(corners, floor, floor.fixtures[-1])
    assert [one.turn for one in told] == ["start", "right", "there"]
    assert told[0].metres == 11
    assert told[-1].side == "ahead"


def test_no_way_no_words() -> None:
    floor = shop.floor()
    assert directions([], floor, floor.fixtures[-1]) == []
