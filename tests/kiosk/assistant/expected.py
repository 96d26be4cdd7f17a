"""Checks a turn against what a table of turns asks of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from kiosk.assistant import Turn
from local_catalog import Product

HERE = Path(__file__).parent


def whole(name: str) -> dict[str, Any]:
    """A TOML file beside this one."""
    with (HERE / name).open("rb") as file:
        return tomllib.load(file)


def turns() -> list[dict[str, Any]]:
    """All single turns."""
    return [turn for path in sorted((HERE / "turns").glob("*.toml")) for turn in table(f"turns/{path.name}", "turn")]


def table(name: str, key: str) -> list[dict[str, Any]]:
    """The entries of one table of such a file."""
    found: list[dict[str, Any]] = whole(name)[key]
    return found


def _full(product: Product) -> str:
    return f"{product.brand} {product.name} {product.size}"


def faults(turn: Turn, want: dict[str, Any]) -> list[str]:
    """What does not hold; empty if all does."""
    first = turn.products[0] if turn.products else None
    wrong = []

    def must(true: bool, what: str) -> None:
        if not true:
            wrong.append(what)

    for key, attribute in (("intent", "intent"), ("control", "control"), ("show", "show"), ("offer", "offer_staff")):
        if key in want:
            must(getattr(turn, attribute) == want[key], f"{key} is {getattr(turn, attribute)!r}, not {want[key]!r}")
    for key in ("aspect", "op", "topic", "sort", "quantity"):
        if key in want:
            must(turn.request.get(key) == want[key], f"{key} is {turn.request.get(key)!r}, not {want[key]!r}")
    for key, name in (("max", "max_price"), ("min", "min_price")):
        if key in want:
            must(turn.request.get(name) == want[key], f"{name} is {turn.request.get(name)!r}")
    if "query" in want:
        must(want["query"] in str(turn.request.get("query", "")), f"query is {turn.request.get('query')!r}")
    for trait in want.get("traits", ()):
        named = turn.request.get("attributes", [])
        must(isinstance(named, list) and trait in named, f"attributes are {named!r}")
    if "product" in want:
        must(first is not None and want["product"] in _full(first), f"first product is {first and _full(first)!r}")
    if "among" in want:
        must(any(want["among"] in _full(p) for p in turn.products), f"products are {[_full(p) for p in turn.products]}")
    if "category" in want:
        must(first is not None and want["category"] in first.category, f"category is {first and first.category!r}")
    if want.get("none"):
        must(not turn.products, f"products are {[_full(p) for p in turn.products]}")
    for part in want.get("says", ()):
        must(part in turn.say, f"does not say {part!r}")
    for part in want.get("never", ()):
        must(part not in turn.say, f"says {part!r}")
    if "page" in want:
        called = turn.page.reason if turn.page else ""
        must(called == want["page"], f"page is {called!r}, not {want['page']!r}")
    if "urgent" in want:
        must(turn.page is not None and (turn.page.priority == "urgent") == want["urgent"], "priority of the page")
    must(bool(turn.say.strip()), "says nothing")
    must(len(turn.say) < 420, f"says {len(turn.say)} characters")
    return wrong
