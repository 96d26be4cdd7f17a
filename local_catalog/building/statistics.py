"""What must be known of all products of a category before the rows of one can be written; counted as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from local_catalog.sizes import Size
from local_catalog.text import spoken
from local_catalog.units import UNITS

_MANY = 5.0
"""Minor units: things cheaper than this each are priced by the hundred."""
_SMALL = {"mass": float(UNITS["lb"].factor), "volume": float(UNITS["qt"].factor)}
"""Where the usual pack holds less, the unit price is by the ounce."""
_PRUNED_EVERY = 1000
"""Names after which rare words of a category are forgotten, so that memory does not grow with the number of names
(lossy counting, Manku and Motwani 2002): a share is then told too small by at most a thousandth."""


@dataclass(slots=True)
class _Packs:
    """Of one category and dimension."""

    systems: Counter[str] = field(default_factory=Counter)
    small: int = 0
    cheapest: float = float("inf")
    """Minor units for one base unit."""

    def system(self, dimension: str) -> str:
        """What to price in: metric, us, 'us small' or hundred."""
        if dimension == "count" and self.cheapest < _MANY:
            return "hundred"
        system = max(sorted(self.systems), key=self.systems.__getitem__)
        # The middle one of the packs is small where more than half of them are.
        return "us small" if system == "us" and self.small > self.systems.total() // 2 else system


@dataclass(slots=True)
class _Names:
    """Of one category: in how many names each stem is."""

    names: int = 0
    stems: dict[str, int] = field(default_factory=dict)

    def add(self, found: Iterable[str]) -> None:
        self.names += 1
        for stem in found:
            self.stems[stem] = self.stems.get(stem, 0) + 1
        if self.names % _PRUNED_EVERY == 0:
            rounds = self.names // _PRUNED_EVERY
            self.stems = {stem: times for stem, times in self.stems.items() if times > rounds}


class Statistics:
    """Over all articles of a catalog."""

    def __init__(self, store_name: str, own_brand: str | None) -> None:
        self._store = f"{spoken(store_name)} "
        self._given_brand = own_brand
        self._brands: dict[str, bool] = {}
        self._names: dict[str, _Names] = {}
        self._packs: dict[tuple[str, str], _Packs] = {}

    def add_name(self, category: str, stems: Iterable[str]) -> None:
        """The stems of the name of one family."""
        self._names.setdefault(category, _Names()).add(set(stems))

    def add_pack(self, category: str, size: Size, price: int) -> None:
        """One pack; `price` in minor units."""
        packs = self._packs.setdefault((category, size.dimension), _Packs())
        amount = float(size.amount)
        packs.systems[size.system] += 1
        packs.small += amount < _SMALL.get(size.dimension, 0.0)
        packs.cheapest = min(packs.cheapest, price / amount)

    def add_brand(self, brand: str) -> None:
        """One that is sold."""
        if brand not in self._brands:
            self._brands[brand] = self._store.startswith(f"{spoken(brand)} ")

    def unit_systems(self) -> dict[tuple[str, str], str]:
        """Of each category and dimension, the kind of unit to price in, so that its unit prices can be compared."""
        return {group: packs.system(group[1]) for group, packs in self._packs.items()}

    def usual_words(self, category: str) -> Mapping[str, float]:
        """The stems in the names of a category with the share of names that have them."""
        known = self._names.get(category)
        if known is None:
            return MappingProxyType({})
        return {stem: times / known.names for stem, times in known.stems.items()}

    def own_brand(self) -> str | None:
        """The store's own brand: as the store says, else the longest with which the store's name begins."""
        if self._given_brand:
            return self._given_brand
        fitting = sorted(brand for brand, fits in self._brands.items() if fits and brand)
        return max(fitting, key=len, default=None)
