"""What of an answer stands in the catalog's own language, whatever the shopper speaks: names, labels, rules."""

from __future__ import annotations

from kiosk.assistant import Turn
from local_catalog import Catalog


def catalog_texts(turn: Turn, catalog: Catalog) -> tuple[str, ...]:
    """Those texts of the catalog that the answer says; none where both are in one language."""
    if turn.language == catalog_language(catalog):
        return ()
    texts: set[str] = {catalog.store.name, catalog.store.address}
    for product in turn.products:
        texts |= {product.name, product.brand, product.description or "", product.ingredients or ""}
        if product.offer is not None:
            texts.add(product.offer.label)
    texts.update(department.name for department in catalog.departments)
    texts.update(policy.text for policy in catalog.policies)
    return tuple(text for text in texts if text and text in turn.say)


def catalog_language(catalog: Catalog) -> str:
    """The language of its names."""
    return catalog.store.languages[0] if catalog.store.languages else "en"
