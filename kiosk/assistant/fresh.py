"""Stock and price of this moment, taken over before an answer is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.assistant.conversation import LIVE
from kiosk.assistant.types import Hands
from kiosk.assistant.work import MAX_SHOWN, Work
from local_catalog import Found, Product

_TOLD = frozenset({"find", "detail", "compare", "offers"})
"""Intents whose answers tell stock and price of products that are known before the answer is made."""


def of_products(work: Work, hands: Hands, products: tuple[Product, ...]) -> tuple[Product, ...]:
    """These products with the figures of the moment, where there are any."""
    figures = hands.fresh(products[:MAX_SHOWN]) if products else {}
    work.facts.fresh.update({sku: figure.as_of for sku, figure in figures.items()})
    if figures:
        work.conversation.version = LIVE
    return _exchanged(products, {sku: figure.product for sku, figure in figures.items()})


def refresh(work: Work, hands: Hands) -> None:
    """Put the store's figures of this moment, where there are any, into all that the answer draws on.

    Products that an answer looks up itself (what goes with something) keep their synced figures.
    """
    if work.request.intent not in _TOLD:
        return
    conversation, match = work.conversation, work.evidence.match
    shown = () if work.pointed or not match.found.hits else tuple(hit.product for hit in match.close)
    focus = (conversation.focus,) if conversation.focus else ()
    asked = _once((*work.pointed, *shown, *focus, *conversation.shown))[:MAX_SHOWN]
    now = {product.sku: product for product in of_products(work, hands, asked) if product.sku in work.facts.fresh}
    if not now:
        return
    work.pointed = _exchanged(work.pointed, now)
    conversation.shown = _exchanged(conversation.shown, now)
    if conversation.focus is not None:
        conversation.focus = now.get(conversation.focus.sku, conversation.focus)
    hits = tuple(replace(hit, product=now.get(hit.product.sku, hit.product)) for hit in match.found.hits)
    found: Found = replace(match.found, hits=hits)
    work.evidence = replace(work.evidence, match=replace(match, found=found))


def _once(products: Iterable[Product]) -> tuple[Product, ...]:
    return tuple({product.sku: product for product in products}.values())


def _exchanged(products: tuple[Product, ...], now: dict[str, Product]) -> tuple[Product, ...]:
    return tuple(now.get(product.sku, product) for product in products)
