"""Departments and categories of a catalog: the store's own, and those that the products bring with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from local_catalog.building.store_data import Row, StoreData, to_json
from local_catalog.text import spoken

SEPARATOR = " > "
"""Between the titles of a category's path."""


class Groups:
    """Hands out departments and categories, and makes those that the store does not have."""

    def __init__(self, store: StoreData) -> None:
        self._own = {str(row[0]): row for row in store.tables["department"]}
        self._ids = {_same_name(str(row[2])): str(row[0]) for row in store.tables["department"]}
        self._made: dict[str, str] = {}
        self._aisles: dict[str, set[str]] = {}
        self._known = store.positions
        self._categories: dict[str, tuple[str, str]] = {}

    def department(self, name: str) -> str:
        """Id of the department of this name, made if there is none."""
        same = _same_name(name)
        identity = self._ids.get(same)
        if identity is None:
            identity = self._unused(_slug(name))
            self._ids[same] = identity
            self._made[identity] = name
        return identity

    def category(self, path: str, department: str, leaf: str) -> None:
        """Take note of a category."""
        self._categories.setdefault(path, (department, leaf))

    def stands_in(self, department: str, aisle: str) -> None:
        """Take note that a product of the department stands in the aisle."""
        if department in self._made:
            self._aisles.setdefault(department, set()).add(aisle)

    def name(self, department: str) -> str:
        """As it is shown."""
        return self._made.get(department) or str(self._own[department][2])

    def words(self, department: str) -> str:
        """What shoppers call it, as the JSON array in its row."""
        return "[]" if department in self._made else str(self._own[department][4])

    def department_rows(self) -> list[Row]:
        """The store's own first, in their order; those made by their names."""
        rows = [*self._own.values()]
        after = max((int(row[1]) for row in rows), default=-1) + 1
        for place, (identity, name) in enumerate(sorted(self._made.items(), key=lambda made: (made[1], made[0]))):
            aisles = sorted(self._aisles.get(identity, ()), key=_natural)
            rows.append((identity, after + place, name, to_json(aisles), "[]"))
        return rows

    def category_rows(self) -> list[Row]:
        """Those known before at the position they had, new ones behind."""
        known = [(self._known[path], path) for path in self._categories if path in self._known]
        after = max(self._known.values(), default=-1) + 1
        new = [path for path in self._categories if path not in self._known]
        placed = [*sorted(known), *((after + place, path) for place, path in enumerate(new))]
        return [(path, position, *self._categories[path]) for position, path in placed]

    def _unused(self, slug: str) -> str:
        taken = {*self._own, *self._made}
        return next(name for name in _numbered(slug) if name not in taken)


def _numbered(slug: str) -> Iterable[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def _slug(name: str) -> str:
    plain = "-".join("".join(c for c in word if c.isascii()) for word in spoken(name).split())
    return plain.strip("-")[:40] or f"d{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _same_name(name: str) -> str:
    return spoken(name) or name


def _natural(aisle: str) -> tuple[int, int, str]:
    return (0, int(aisle), "") if aisle.isascii() and aisle.isdigit() else (1, 0, aisle)
