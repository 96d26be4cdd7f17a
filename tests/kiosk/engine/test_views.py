"""When the store opens, and what its page tells."""

from __future__ import annotations

from datetime import datetime

import pytest

from kiosk.engine.views import open_until, opens_at, store_info
from local_catalog import Opening, Policy, Store

WEEK = Store(
    name="Larkfield Market", address="120 Mill Street", phone="", currency="USD", languages=("en",),
    hours=(
        *(Opening(weekday, 7 * 60, 22 * 60) for weekday in range(5)),
        Opening(5, 9 * 60 + 30, 12 * 60), Opening(5, 13 * 60, 18 * 60), Opening(6, None, None),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-20T06:00", "2026-11-20T07:00"),
        ("2026-11-20T07:00", ""),
        ("2026-11-20T21:59", ""),
        ("2026-11-20T22:00", "2026-11-21T09:30"),
        ("2026-11-21T12:30", "2026-11-21T13:00"),
        ("2026-11-21T18:00", "2026-11-23T07:00"),
        ("2026-11-22T12:00", "2026-11-23T07:00"),
    ],
)
def test_when_it_opens_next(now: str, opens: str) -> None:
    assert opens_at(WEEK, datetime.fromisoformat(now)) == opens


def test_a_store_without_hours_never_says_when() -> None:
    store = Store(name="x", address="", phone="", currency="USD", languages=("en",), hours=())
    now = datetime.fromisoformat("2026-11-20T06:00")
    assert opens_at(store, now) == ""
    assert open_until(store, now.date(), 360) is None


def test_the_page_of_the_store() -> None:
    page = store_info(WEEK, [Policy("returns", "Returns", "Within 30 days.")], 7)
    assert (page.id, page.name, page.address) == (7, "Larkfield Market", "120 Mill Street")
    assert [(d.weekday, d.opens, d.closes) for d in page.hours][4:] == [
        (4, "07:00", "22:00"),
        (5, "09:30", "12:00"),
        (5, "13:00", "18:00"),
        (6, None, None),
    ]
    assert [service.title for service in page.services] == ["Returns"]
