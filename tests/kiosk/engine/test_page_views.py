"""What of a call each of its shoppers sees."""

from __future__ import annotations

from kiosk.engine.page_views import page_view
from kiosk.staff import Page, states
from local_catalog import Catalog
from tests.kiosk.staff.histories import at, call

JOINS = {"priority": "normal", "said": "", "sku": None}


def joined() -> Page:
    """A call of two shoppers."""
    first = call(session="a", words="a rash", said="I cannot advise on medicines.", sku="100")
    return states.join(first, "b", at(60), words="a ladder", **JOINS)


def test_who_joins_a_call_sees_nothing_of_what_the_first_one_asked_or_said(catalog: Catalog) -> None:
    product = catalog.popular(1)[0]
    staff, first, second = (page_view(joined(), product, session) for session in (None, "a", "b"))
    assert (staff.words, staff.session, staff.callers) == ("a rash / a ladder", "a", 2)
    assert (first.words, first.said, first.session) == ("a rash", "I cannot advise on medicines.", "a")
    assert (second.words, second.said, second.session, second.product) == ("a ladder", "", "b", None)
    assert first.product is not None
    beyond = page_view(joined(), product, "one too many")
    assert (beyond.words, beyond.said, beyond.session, beyond.product) == ("", "", "one too many", None)


def test_who_cancelled_sees_no_more_of_a_call_that_others_wait_for() -> None:
    page = states.cancel(joined(), "a", at(70))
    assert [page_view(page, None, session).state for session in (None, "a", "b")] == ["called", "cancelled", "called"]
    page = states.resolve(states.claim(page, "Ana", at(80)), "Ana", at(90))
    assert [page_view(page, None, session).state for session in (None, "a", "b")] == [
        "resolved",
        "cancelled",
        "resolved",
    ]
