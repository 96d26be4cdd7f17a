"""From the filters of a search to conditions of SQL, with the values bound."""

from __future__ import annotations

import math
from collections.abc import Callable

from local_catalog.text import Token, measure, tokens
from local_catalog.types import Filters

Binder = Callable[[object], str]

PAID = "COALESCE(o.price, p.price)"
"""What the shopper pays for one now."""
PAID_PER_UNIT = f"p.base_price * {PAID} / p.price"

_HELD = "p.price * 1000000.0 / p.base_price"
"""Base units in a pack."""
_AS_GOOD_AS = 0.03
"""Share by which two amounts may differ that are the same to a shopper."""
_DIMENSIONS = {"g": "mass", "ml": "volume", "mm": "length", "ct": "count"}
"""By the unit in which the index has amounts."""
_LONGEST_SIZE = 80

_ALLERGENS: dict[str, tuple[str, ...]] = {
    "dairy": ("milk",),
    "lactose": ("milk",),
    "egg": ("eggs",),
    "gluten": ("gluten", "wheat"),
    "wheat": ("gluten", "wheat"),
    "nut": ("nuts", "peanuts"),
    "nuts": ("nuts", "peanuts"),
    "tree nuts": ("nuts",),
    "tree nut": ("nuts",),
    "peanut": ("peanuts",),
    "soya": ("soy",),
    "soybeans": ("soy",),
    "shellfish": ("shellfish", "crustaceans", "molluscs"),
    "seafood": ("fish", "shellfish", "crustaceans", "molluscs"),
    "sulfites": ("sulphites",),
}
"""What a shopper avoids, and what stands on labels. Someone who says nuts is not given peanuts."""


def conditions(filters: Filters, categories: list[str] | None) -> tuple[str, dict[str, object]]:
    """SQL to be put behind WHERE over product p and offer o, and its values. `categories` are paths, None for all."""
    clauses: list[str] = ["1"]
    values: dict[str, object] = {}

    def bind(value: object) -> str:
        name = f"f{len(values)}"
        # Half a surrogate pair, as broken input may have, is nothing that SQLite takes.
        values[name] = value.encode(errors="replace").decode() if isinstance(value, str) else value
        return f":{name}"

    if filters.max_price is not None:
        clauses.append(f"{PAID} <= {bind(filters.max_price.minor)}")
    if filters.min_price is not None:
        clauses.append(f"{PAID} >= {bind(filters.min_price.minor)}")
    if filters.brand is not None:
        clauses.append(f"p.brand = {bind(filters.brand)} COLLATE NOCASE")
    if categories is not None:
        clauses.append(f"p.category IN ({', '.join(bind(path) for path in categories) or 'NULL'})")
    for diet in filters.diet:
        wanted = bind(diet.strip().lower().replace(" ", "-"))
        clauses.append(f"EXISTS (SELECT 1 FROM json_each(p.diet) WHERE value = {wanted})")  # noqa: S608
    clauses.extend(_without(avoided.strip().lower(), bind) for avoided in filters.without_allergens)
    if filters.in_stock:
        clauses.append("p.stock > 0")
    if filters.on_offer:
        clauses.append("o.id IS NOT NULL")
    if filters.own_brand:
        clauses.append("p.own_brand")
    if filters.size is not None:
        clauses.append(_of_size(filters.size[:_LONGEST_SIZE], bind))
    return " AND ".join(clauses), values


def _of_size(text: str, bind: Binder) -> str:
    """Packs that hold as much in all, or whose size has the amounts ('330 ml' also in '6 x 330 ml', '60 W')."""
    amounts = [token for token in tokens(text) if token.kind == "amount"]
    if not amounts:
        return f"p.size = {bind(text.strip())} COLLATE NOCASE"
    printed = " AND ".join(
        "(" + " OR ".join(f"instr(' ' || t.size || ' ', {bind(f' {form} ')})" for form in (a.norm, *a.also)) + ")"
        for a in amounts
    )
    ways = [f"EXISTS (SELECT 1 FROM product_text t WHERE t.id = p.id AND {printed})"]  # noqa: S608
    for form in (amounts[-1].norm, *amounts[-1].also):
        measured = measure(form)
        if measured is not None and measured[1] in _DIMENSIONS:
            amount = measured[0] * _packs(amounts[:-1])
            ways.append(
                f"(p.dimension = {bind(_DIMENSIONS[measured[1]])} AND p.base_price > 0"
                f" AND abs({_HELD} - {bind(amount)}) <= {bind(amount * _AS_GOOD_AS)})"
            )
    return f"({' OR '.join(ways)})"


def _packs(amounts: list[Token]) -> float:
    """The 6 of '6 x 330 ml'."""
    counts = [measured[0] for measured in map(measure, (a.norm for a in amounts)) if measured and measured[1] == "ct"]
    return math.prod(counts)


def _without(avoided: str, bind: Binder) -> str:
    """No label names it, not even as a trace; products without a list of ingredients are unknown, so left out."""
    names = _ALLERGENS.get(avoided, (avoided,))
    listed = ", ".join(bind(name) for name in names)
    inside = bind(avoided)
    return (
        "p.ingredients <> ''"  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 FROM json_each(p.allergens) WHERE value IN ({listed}))"
        f" AND NOT EXISTS (SELECT 1 FROM json_each(p.may_contain) WHERE value IN ({listed}))"
        f" AND instr(lower(p.ingredients), {inside}) = 0"
    )
