"""Products beside each other, and what shoppers say is wrong of them. On the core thread."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kiosk import insight, protocol
from kiosk.engine import views
from kiosk.engine.core import Core
from kiosk.engine.errors import RequestError

LEAST, MOST = 2, 4
"""How many products are compared."""
WRONG = ("price", "stock", "place", "label", "picture", "other")
"""What can be told wrong of a product."""


def compare(core: Core, request: protocol.Compare) -> protocol.CompareReply:
    """Products beside each other. Raises RequestError not_found when fewer than two of them are in the catalog."""
    session = core.session(request.session)
    there = (core.catalog.product(sku) for sku in dict.fromkeys(request.skus[:MOST]))
    products = [product for product in there if product is not None]
    if len(products) < LEAST:
        raise RequestError("not_found", "there are no two products of this store with these numbers")
    session.conversation.showing(tuple(products))
    return views.comparison(request.id, core.catalog, products)


def report_wrong(core: Core, request: protocol.ReportWrong) -> protocol.Done:
    """Put on record that something told of a product is wrong. Raises RequestError."""
    core.session(request.session)
    if request.what not in WRONG:
        raise RequestError("bad_request", f"what is wrong is one of {', '.join(WRONG)}")
    if core.catalog.product(request.sku) is None:
        raise RequestError("not_found", "no product of this store has that number")
    core.record(insight.ReportedWrong(sku=request.sku, what=request.what, version=core.catalog.info.version))
    return protocol.Done(id=request.id)


def wrong(core: Core, request: protocol.Wrong) -> protocol.WrongReply:
    """What shoppers reported as wrong in the last days."""
    since = datetime.now(UTC) - timedelta(days=max(1, min(request.days, 3660)))
    facts = []
    for sku, what, times, last in core.events.reported(since, max(1, min(request.limit, 1000))):
        product = core.catalog.product(sku)
        name = product.name if product is not None else ""
        facts.append(protocol.WrongFact(sku=sku, name=name, what=what, times=times, last=last))
    return protocol.WrongReply(id=request.id, facts=facts)
