"""The way through the shop: from the kiosk to a bay, around everything that stands on the floor."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from kiosk.protocol import FixtureView, FloorMapReply

CELL = 0.5
"""Side of a step, metres, on floors of up to MAX_CELLS steps; longer on larger ones."""
MAX_CELLS = 20_000
TURN = 3.0
"""A turn costs as much as this many steps: people walk straight on."""

_OPEN_KINDS = frozenset({"entrance", "kiosk"})
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))

Point = tuple[float, float]
Cell = tuple[int, int]


def way(floor: FloorMapReply, kiosk: str, aisle: str, bay: str) -> list[Point]:
    """Corners of a walk of straight pieces, metres, from the kiosk to beside the bay; empty if there is none.

    `kiosk` is the id of the kiosk's fixture; any kiosk stands in for one that is not on the plan. Dijkstra's
    algorithm over a grid of steps, with a price for each turn.
    """
    start = here(floor, kiosk)
    goal = next((f for f in floor.fixtures if f.aisle == aisle and f.bay == bay), None)
    if start is None or goal is None or floor.width <= 0 or floor.depth <= 0:
        return []
    side = max(CELL, math.sqrt(floor.width * floor.depth / MAX_CELLS))
    grid = _Grid(floor, side)
    begin = grid.cell(start.x + start.width / 2, start.y + start.height / 2)
    goals = grid.beside(goal)
    cells = _walk(grid, begin, goals)
    return [grid.centre(cell) for cell in _corners(cells)]


def here(floor: FloorMapReply, kiosk: str) -> FixtureView | None:
    """The fixture of this kiosk, or of any kiosk."""
    kiosks = [f for f in floor.fixtures if f.kind == "kiosk"]
    return next((f for f in kiosks if f.id == kiosk), kiosks[0] if kiosks else None)


class _Grid:
    """The floor in square cells; cells under fixtures are blocked."""

    def __init__(self, floor: FloorMapReply, side: float) -> None:
        self.side = side
        self.columns = max(1, int(floor.width / side))
        self.rows = max(1, int(floor.depth / side))
        self.blocked: set[Cell] = set()
        for fixture in floor.fixtures:
            if fixture.kind not in _OPEN_KINDS:
                self.blocked.update(self._under(fixture))

    def cell(self, x: float, y: float) -> Cell:
        return min(self.columns - 1, max(0, int(x / self.side))), min(self.rows - 1, max(0, int(y / self.side)))

    def centre(self, cell: Cell) -> Point:
        return (cell[0] + 0.5) * self.side, (cell[1] + 0.5) * self.side

    def free(self, cell: Cell) -> bool:
        return 0 <= cell[0] < self.columns and 0 <= cell[1] < self.rows and cell not in self.blocked

    def beside(self, fixture: FixtureView) -> set[Cell]:
        """Free cells that touch a fixture."""
        under = self._under(fixture)
        around = {(x + dx, y + dy) for x, y in under for dx, dy in _SIDES} - under
        return {cell for cell in around if self.free(cell)}

    def _under(self, fixture: FixtureView) -> set[Cell]:
        left, front = self.cell(fixture.x, fixture.y)
        right, back = self.cell(fixture.x + fixture.width - 1e-6, fixture.y + fixture.height - 1e-6)
        return {(x, y) for x in range(left, right + 1) for y in range(front, back + 1)}


def _walk(grid: _Grid, begin: Cell, goals: set[Cell]) -> list[Cell]:
    cost: dict[Cell, float] = {begin: 0.0}
    came: dict[Cell, Cell] = {}
    queue: list[tuple[float, Cell]] = [(0.0, begin)]
    while queue:
        spent, cell = heapq.heappop(queue)
        if cell in goals:
            path = [cell]
            while path[-1] in came:
                path.append(came[path[-1]])
            return path[::-1]
        if spent > cost[cell]:
            continue
        before = came.get(cell)
        for dx, dy in _SIDES:
            following = cell[0] + dx, cell[1] + dy
            if not grid.free(following):
                continue
            turns = before is not None and (cell[0] - before[0], cell[1] - before[1]) != (dx, dy)
            total = spent + 1.0 + (TURN if turns else 0.0)
            if total < cost.get(following, math.inf):
                cost[following] = total
                came[following] = cell
                heapq.heappush(queue, (total, following))
    return []


def _corners(cells: Sequence[Cell]) -> list[Cell]:
    """First, last and every cell in which the direction changes."""
    return [
        cell
        for at, cell in enumerate(cells)
        if at in (0, len(cells) - 1)
        or (cell[0] - cells[at - 1][0], cell[1] - cells[at - 1][1])
        != (cells[at + 1][0] - cell[0], cells[at + 1][1] - cell[1])
    ]
