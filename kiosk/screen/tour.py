"""In which order to pass several places so that the walk is short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

EXACT = 9
"""Up to so many places the shortest order is found; more are put in a good one."""
MOST_PASSES = 30

Steps = Sequence[Sequence[int]]


def shortest_order(between: Steps, last: Sequence[int]) -> list[int]:
    """The places 1 ... n in the order in which they are passed, beginning at place 0.

    `between[a][b]`: steps from a to b; `last[a]`: steps from a to where the walk ends. Up to EXACT places by the
    dynamic programme of Held and Karp (1962), else from the nearest neighbour improved by 2-opt and by moving
    single places.
    """
    count = len(between) - 1
    if count <= EXACT:
        return _exact(between, last)
    return _improved(_nearest(between), between, last)


def walked(order: Sequence[int], between: Steps, last: Sequence[int]) -> int:
    """Steps of the whole walk."""
    at, total = 0, 0
    for place in order:
        total += between[at][place]
        at = place
    return total + last[at]


def _exact(between: Steps, last: Sequence[int]) -> list[int]:
    places = range(1, len(between))
    if not places:
        return []
    best: dict[tuple[frozenset[int], int], tuple[int, int]] = {
        (frozenset({place}), place): (between[0][place], 0) for place in places
    }
    for size in range(2, len(places) + 1):
        for chosen in map(frozenset, combinations(places, size)):
            for place in chosen:
                rest = chosen - {place}
                best[chosen, place] = min((best[rest, before][0] + between[before][place], before) for before in rest)
    left = frozenset(places)
    at = min(places, key=lambda place: best[left, place][0] + last[place])
    order = []
    while at:
        order.append(at)
        left, at = left - {at}, best[left, at][1]
    return order[::-1]


def _nearest(between: Steps) -> list[int]:
    order: list[int] = []
    left = set(range(1, len(between)))
    at = 0
    while left:
        at = min(left, key=lambda place: (between[at][place], place))
        left.remove(at)
        order.append(at)
    return order


def _improved(order: list[int], between: Steps, last: Sequence[int]) -> list[int]:
    """Turns pieces of the walk round and moves single places, as long as that makes it shorter."""
    for _ in range(MOST_PASSES):
        if not (_turned(order, between, last) | _moved(order, between, last)):
            break
    return order


def _turned(order: list[int], between: Steps, last: Sequence[int]) -> bool:
    changed = False
    for first in range(len(order) - 1):
        before = order[first - 1] if first else 0
        for end in range(first + 1, len(order)):
            a, b = order[first], order[end]
            now = between[before][a] + _onward(order, end, between, last)
            then = between[before][b] + _hop(a, order, end + 1, between, last)
            if then < now:
                order[first : end + 1] = order[first : end + 1][::-1]
                changed = True
    return changed


def _moved(order: list[int], between: Steps, last: Sequence[int]) -> bool:
    changed = False
    for place in tuple(order):
        at = order.index(place)
        before = order[at - 1] if at else 0
        rest = order[:at] + order[at + 1 :]
        saved = between[before][place] + _onward(order, at, between, last) - _hop(before, rest, at, between, last)
        costs = [
            between[rest[to - 1] if to else 0][place]
            + (between[place][rest[to]] if to < len(rest) else last[place])
            - _hop(rest[to - 1] if to else 0, rest, to, between, last)
            for to in range(len(order))
        ]
        cost = min(costs)
        if cost < saved:
            rest.insert(costs.index(cost), place)
            order[:] = rest
            changed = True
    return changed


def _hop(place: int, order: Sequence[int], at: int, between: Steps, last: Sequence[int]) -> int:
    """Steps from a place to what stands at `at` of an order, or to the end."""
    return between[place][order[at]] if at < len(order) else last[place]


def _onward(order: Sequence[int], at: int, between: Steps, last: Sequence[int]) -> int:
    return _hop(order[at], order, at + 1, between, last)
