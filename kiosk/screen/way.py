"""The way through the shop: from the kiosk to a bay, or past everything on a list, around all that stands on the floor.

The floor is a grid of square steps; what a fixture touches is closed. A walk goes from step to step along the axes.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kiosk.protocol import FixtureView, FloorMapReply
from kiosk.screen.tour import shortest_order

CELL = 0.5
"""Side of a step, metres, on floors of up to MAX_CELLS steps; longer on larger ones."""
MAX_CELLS = 40_000
TURN = 3
"""A turn costs as much as this many steps: people walk straight on."""
FIELDS_KEPT = 200
"""Distances to so many bays are kept, as many as a list may have: two bytes a step of the floor for each."""

_OPEN_KINDS = frozenset({"entrance", "kiosk"})
_FAR = 0xFFFF
_CLOSED = 0xFFFE
_MOST = 1 << 30

Point = tuple[float, float]
Stop = tuple[str, str]
"""Aisle and bay."""


@dataclass(frozen=True, slots=True)
class Tour:
    """A walk past several bays. `order`: indices of the stops as they are met; those that cannot be reached are left
    out. `corners`: of the whole walk, from the kiosk to the checkouts if there are any, metres. `length`: metres."""

    order: tuple[int, ...] = ()
    corners: tuple[Point, ...] = ()
    length: float = 0.0


class Walks:
    """All walks on one floor from one kiosk. `kiosk` is the id of its fixture; any kiosk stands in for one that is not
    on the plan."""

    def __init__(self, floor: FloorMapReply, kiosk: str) -> None:
        self._floor = floor
        self._bays = {(f.aisle, f.bay): f for f in floor.fixtures if f.aisle is not None and f.bay is not None}
        self.here = here(floor, kiosk)
        self._field = lru_cache(FIELDS_KEPT)(self._field_to)

    def way(self, aisle: str, bay: str) -> list[Point]:
        """Corners of a walk of straight pieces, metres, from the kiosk to beside the bay; empty if there is none."""
        goal = self._beside((aisle, bay))
        if self._start is None or not goal:
            return []
        return self._corners(self._walk(self._start, goal))

    def tour(self, stops: Sequence[Stop]) -> Tour:
        """The shortest walk past all stops that was found: exact for few of them, see `shortest_order`."""
        start = self._start
        if start is None:
            return Tour()
        cells = [self._beside(stop) for stop in stops]
        reached = [at for at, goal in enumerate(cells) if goal and self._field(goal)[start] < _CLOSED]
        if not reached:
            return Tour()
        places = [frozenset({start}), *(cells[at] for at in reached)]
        ends = self._checkouts
        fields = [self._field(place) for place in places]
        between = [[min(field[cell] for cell in place) for field in fields] for place in places]
        last = [min(self._field(ends)[cell] for cell in place) if ends else 0 for place in places]
        order = shortest_order(between, last)
        legs = [places[at] for at in order] + ([ends] if ends and last[0] < _CLOSED else [])
        cells_walked = [start]
        for goal in legs:
            cells_walked += self._walk(cells_walked[-1], goal)[1:]
        corners = tuple(self._corners(cells_walked))
        return Tour(tuple(reached[at - 1] for at in order), corners, (len(cells_walked) - 1) * self._side)

    def bay(self, aisle: str, bay: str) -> FixtureView | None:
        """The fixture of a bay."""
        return self._bays.get((aisle, bay))

    def forget(self) -> None:
        """Keep no distances any more."""
        self._field.cache_clear()

    # --- the grid ---------------------------------------------------------------------------------------------------

    @cached_property
    def _side(self) -> float:
        return max(CELL, math.sqrt(max(0.0, self._floor.width * self._floor.depth) / MAX_CELLS))

    @cached_property
    def _columns(self) -> int:
        return max(1, int(self._floor.width / self._side))

    @cached_property
    def _rows(self) -> int:
        return max(1, int(self._floor.depth / self._side))

    @cached_property
    def _sides(self) -> tuple[int, int, int, int]:
        """What leads from a cell to its neighbours. Around the floor lies a closed ring, so that none is outside."""
        return 1, -1, self._columns + 2, -self._columns - 2

    @cached_property
    def _ground(self) -> array[int]:
        """Each cell: closed, or as far as can be."""
        wide = self._columns + 2
        ground = array("H", [_CLOSED]) * (wide * (self._rows + 2))
        for row in range(1, self._rows + 1):
            ground[row * wide + 1 : row * wide + 1 + self._columns] = array("H", [_FAR]) * self._columns
        for fixture in self._floor.fixtures:
            if fixture.kind not in _OPEN_KINDS:
                for cell in self._under(fixture):
                    ground[cell] = _CLOSED
        return ground

    @cached_property
    def _start(self) -> int | None:
        """The free cell at the kiosk."""
        spot = self.here
        if spot is None or self._floor.width <= 0 or self._floor.depth <= 0:
            return None
        middle = self._cell(spot.x + spot.width / 2, spot.y + spot.height / 2)
        nearby = [middle, *sorted(self._around(self._under(spot)))]
        return next((cell for cell in nearby if self._ground[cell] == _FAR), None)

    @cached_property
    def _checkouts(self) -> frozenset[int]:
        """Free cells beside any checkout."""
        tills = (f for f in self._floor.fixtures if f.kind == "checkout")
        return frozenset(cell for till in tills for cell in self._free_beside(till))

    def _beside(self, stop: Stop) -> frozenset[int]:
        bay = self._bays.get(stop)
        return self._free_beside(bay) if bay is not None else frozenset()

    def _free_beside(self, fixture: FixtureView) -> frozenset[int]:
        around = self._around(self._under(fixture))
        return frozenset(cell for cell in around if self._ground[cell] == _FAR)

    def _around(self, cells: set[int]) -> set[int]:
        return {cell + side for cell in cells for side in self._sides} - cells

    def _cell(self, x: float, y: float) -> int:
        column = min(self._columns - 1, max(0, int(x / self._side)))
        row = min(self._rows - 1, max(0, int(y / self._side)))
        return (row + 1) * (self._columns + 2) + column + 1

    def _under(self, fixture: FixtureView) -> set[int]:
        first = self._cell(fixture.x, fixture.y)
        last = self._cell(fixture.x + fixture.width - 1e-6, fixture.y + fixture.height - 1e-6)
        wide = self._columns + 2
        across = last % wide - first % wide
        return {cell for row in range(first, last + 1, wide) for cell in range(row, row + across + 1)}

    def _centre(self, cell: int) -> Point:
        row, column = divmod(cell, self._columns + 2)
        return (column - 0.5) * self._side, (row - 0.5) * self._side

    # --- walking ----------------------------------------------------------------------------------------------------

    def _field_to(self, goals: frozenset[int]) -> array[int]:
        """Steps from each cell to the nearest goal, by breadth-first search."""
        field = self._ground[:]
        edge = list(goals)
        for cell in edge:
            field[cell] = 0
        steps = 0
        while edge:
            steps = min(steps + 1, _CLOSED - 1)
            following = []
            for cell in edge:
                for side in self._sides:
                    if field[cell + side] == _FAR:
                        field[cell + side] = steps
                        following.append(cell + side)
            edge = following
        return field

    def _walk(self, begin: int, goals: frozenset[int]) -> list[int]:
        """Cells of the cheapest walk, by A* over cells and directions: a step costs 1, a turn `TURN`. Empty if there is
        none."""
        field = self._field(goals)
        if field[begin] >= _CLOSED:
            return []
        queue: list[tuple[int, int, int, int]] = [(field[begin], 0, begin, 0)]
        cost: dict[tuple[int, int], int] = {(begin, 0): 0}
        came: dict[tuple[int, int], tuple[int, int]] = {}
        while queue:
            _, spent, cell, heading = heapq.heappop(queue)
            if cell in goals:
                path = [(cell, heading)]
                while path[-1] in came:
                    path.append(came[path[-1]])
                return [cell for cell, _ in reversed(path)]
            if spent > cost[cell, heading]:
                continue
            for side in self._sides:
                following = cell + side
                if field[following] >= _CLOSED:
                    continue
                total = spent + 1 + (TURN if heading not in (0, side) else 0)
                if total < cost.get((following, side), _MOST):
                    cost[following, side] = total
                    came[following, side] = cell, heading
                    heapq.heappush(queue, (total + field[following], total, following, side))
        return []

    def _corners(self, cells: Sequence[int]) -> list[Point]:
        """First, last and every cell in which the direction changes."""
        last = len(cells) - 1
        return [
            self._centre(cell)
            for at, cell in enumerate(cells)
            if at in (0, last) or cell - cells[at - 1] != cells[at + 1] - cell
        ]


def here(floor: FloorMapReply, kiosk: str) -> FixtureView | None:
    """The fixture of this kiosk, or of any kiosk."""
    kiosks = [f for f in floor.fixtures if f.kind == "kiosk"]
    return next((f for f in kiosks if f.id == kiosk), kiosks[0] if kiosks else None)
