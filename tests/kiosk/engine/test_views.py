"""What the page of the store tells."""

from __future__ import annotations

from kiosk.engine.views import store_info
from local_catalog import Opening, Policy, Store

WEEK = Store(
    name="Larkfield Market", address="120 Mill Street", phone="", currency="USD", languages=("en",),
    hours=(
        *(Opening(weekday, 7 * 60, 22 * 60) for weekday in range(4)), Opening(4, None, None),
        Opening(5, 9 * 60 + 30, 12 * 60), Opening(5, 13 * 60, 18 * 60), Opening(6, 18 * 60, 24 * 60),
    ),
)  # fmt: skip


def test_the_page_of_the_store() -> None:
    page = store_info(WEEK, [Policy("returns", "Returns", "Within 30 days.")], 7)
    assert (page.id, page.name, page.address) == (7, "Larkfield Market", "120 Mill Street")
    assert [(d.weekday, d.opens, d.closes) for d in page.hours][4:] == [
        (4, None, None),
        (5, "09:30", "12:00"),
        (5, "13:00", "18:00"),
        (6, "18:00", "00:00"),
    ]
    assert [service.title for service in page.services] == ["Returns"]
