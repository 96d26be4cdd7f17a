"""News as hooks get it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from kiosk.protocol import Card, PageView
from kiosk.staff.hooks.hook import Kind, News
from tests.kiosk.staff.hooks.fakes import NOON

OIL = Card(
    sku="7", name="Olive Oil", brand="Grove", size="500 ml", category="Food > Oils", department="grocery", price=899,
    was=None, currency="USD", unit_price=1798, unit="l", stock=4, aisle="5", bay="2", shelf="3",
)  # fmt: skip
PAGE = PageView(
    id="abc234", kiosk="Kiosk 1", place="by the bakery", reason="stock", department="grocery", priority="normal",
    state="called", words="mi secreto", product=OIL, created_at=NOON.isoformat(), changed_at=NOON.isoformat(),
    claimed_by=None, session="s1", said="Aisle 5.",
)  # fmt: skip


def ring(**changes: Any) -> News:
    page = replace(PAGE, **changes)
    return News(f"{page.id}.{page.round}.{page.step}", Kind.RING, page, page.round, page.step)


def calm(**changes: Any) -> News:
    page = replace(PAGE, **{"state": "claimed", "claimed_by": "Ana", **changes})
    return News(f"{page.id}.{page.round}.{page.step}.{page.state}", Kind.CALM, page, page.round, page.step)
