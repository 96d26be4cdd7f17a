"""A turn as JSON, as `aislewise ask --json` prints it."""

from __future__ import annotations

from kiosk.assistant.types import Turn, money_json
from local_catalog import Product


def product_json(product: Product) -> dict[str, object]:
    """A product of an answer; the price is what the shopper pays, as a JSON number."""
    price, place = product.current_price, product.location
    return {
        "sku": product.sku,
        "name": product.name,
        "brand": product.brand,
        "category": product.category,
        "price": money_json(price),
        "currency": price.currency,
        "stock": product.stock,
        "location": {"aisle": place.aisle, "bay": place.bay} if place else None,
    }


def turn_json(turn: Turn, session: str) -> dict[str, object]:
    """The turn with exactly the keys of the contract."""
    page = turn.page
    return {
        "session": session,
        "text": turn.text,
        "lang": turn.language,
        "intent": turn.intent,
        "request": dict(turn.request),
        "products": [product_json(product) for product in turn.products],
        "say": turn.say,
        "page": None
        if page is None
        else {"id": page.id, "reason": page.reason, "department": page.department, "priority": page.priority},
        "offer_staff": turn.offer_staff,
        "sources": [{"table": s.table, "key": s.key, "synced_at": s.synced_at} for s in turn.sources],
        "path": turn.path,
        "confidence": round(turn.confidence, 3),
        "latency_ms": {stage: round(ms, 2) for stage, ms in turn.latency_ms.items()},
    }
