"""Searches narrowed, products compared and wrong facts reported, with the demo store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine import beside
from kiosk.engine.core import Core
from kiosk.engine.errors import RequestError
from kiosk.engine.state import open_state
from kiosk.settings import Settings
from local_catalog import Catalog, build_catalog, demo_source

LITRE, HALF_GALLON, CHEESE = "130292", "130291", "130511"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("store") / "catalog.db"
    build_catalog(demo_source(), path, today=date(2026, 11, 20))
    return path


@pytest.fixture
def core(tmp_path: Path, file: Path) -> Iterator[Core]:
    with open_state(tmp_path / "state.db") as connection:
        core = Core(Settings(data_dir=tmp_path), Catalog.open(file), connection, None)
        yield core
        core.close()
    core.catalog.close()


@pytest.fixture
def session(core: Core) -> str:
    return core.do(lambda: core.start_session("en")).id


def search(core: Core, session: str, **values: object) -> protocol.Results:
    request = protocol.Search(id=1, session=session, query="milk", limit=60, **values)  # type: ignore[arg-type]
    return core.do(lambda: core.search(request))


def test_a_search_is_narrowed_and_tells_by_what(core: Core, session: str) -> None:
    everything = search(core, session, facets=True)
    assert everything.facets is not None
    vegan = next(share for share in everything.facets.diets if share.of == "vegan")
    narrowed = search(core, session, diet=["vegan"], in_stock=True, max_price=300, sort="price")
    assert 0 < narrowed.total <= vegan.count
    prices = [card.price for card in narrowed.cards]
    assert prices == sorted(prices)
    assert prices[-1] <= 300
    assert all(card.stock for card in narrowed.cards)
    assert narrowed.facets is None


def test_an_order_that_does_not_exist_is_that_of_relevance(core: Core, session: str) -> None:
    assert search(core, session, sort="1; DROP TABLE product").cards == search(core, session).cards


def compare(core: Core, session: str, *skus: str) -> protocol.CompareReply:
    return core.do(lambda: beside.compare(core, protocol.Compare(id=1, session=session, skus=list(skus))))


def test_products_beside_each_other_have_one_unit(core: Core, session: str) -> None:
    reply = compare(core, session, LITRE, HALF_GALLON, LITRE, "no such")
    assert [page.card.sku for page in reply.products] == [LITRE, HALF_GALLON]
    assert reply.unit == "100 ml"
    assert reply.unit_prices == [35, 25]
    assert [product.sku for product in core.conversation(session).shown] == [LITRE, HALF_GALLON]


def test_things_of_different_measure_have_none(core: Core, session: str) -> None:
    reply = compare(core, session, LITRE, CHEESE)
    assert (reply.unit, reply.unit_prices) == ("", [])


@pytest.mark.parametrize("skus", [[], [LITRE], [LITRE, LITRE], [LITRE, "no such"]])
def test_one_product_is_not_compared(core: Core, session: str, skus: list[str]) -> None:
    with pytest.raises(RequestError, match="no two products"):
        compare(core, session, *skus)


def test_what_is_wrong_goes_on_record_without_who_said_it(core: Core, session: str) -> None:
    report = protocol.ReportWrong(id=1, session=session, sku=LITRE, what="place")
    core.do(lambda: beside.report_wrong(core, report))
    event = core.do(lambda: core.events.since(0))[-1]
    assert (event["event"], event["sku"], event["what"]) == ("wrong", LITRE, "place")
    assert session not in str(event)


@pytest.mark.parametrize(("sku", "what"), [(LITRE, "my name is Ann"), ("no such", "price")])
def test_what_cannot_be_wrong_is_refused(core: Core, session: str, sku: str, what: str) -> None:
    before = len(core.do(lambda: core.events.since(0)))
    report = protocol.ReportWrong(id=1, session=session, sku=sku, what=what)
    with pytest.raises(RequestError):
        core.do(lambda: beside.report_wrong(core, report))
    assert len(core.do(lambda: core.events.since(0))) == before


def test_what_was_reported_most_often_comes_first(core: Core, session: str) -> None:
    for sku, what in ((CHEESE, "price"), (LITRE, "place"), (LITRE, "place"), (LITRE, "price")):
        report = protocol.ReportWrong(id=1, session=session, sku=sku, what=what)
        core.do(lambda report=report: beside.report_wrong(core, report))  # type: ignore[misc]
    facts = core.do(lambda: beside.wrong(core, protocol.Wrong(id=1))).facts
    assert (facts[0].sku, facts[0].what, facts[0].times) == (LITRE, "place", 2)
    assert {(fact.sku, fact.what) for fact in facts} == {(LITRE, "place"), (LITRE, "price"), (CHEESE, "price")}
    assert facts[0].name == "Oat Drink Original"
    assert core.do(lambda: beside.wrong(core, protocol.Wrong(id=1, limit=1))).facts == facts[:1]
