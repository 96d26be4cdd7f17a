"""What of an answer or a page is in the catalog's own language, whatever the shopper speaks: names, labels, rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from kiosk.assistant import Turn
from local_catalog import Catalog, Product

_COMMA = re.compile(r"[,،] |$")
_MOST_COMMAS = 3
"""In a product's name."""
_ISOLATES = "\u2066\u2067\u2068\u2069"
"""Around what runs in the other direction than the text."""


def catalog_texts(turn: Turn, catalog: Catalog) -> tuple[str, ...]:
    """Those texts of the catalog that the answer says; none where both are in one language."""
    if turn.language == catalog_language(catalog):
        return ()
    return _said(turn.say, turn.products, catalog)


def page_texts(text: str, language: str, catalog: Catalog) -> tuple[str, ...]:
    """The same of a page in that language as it is read aloud: sentences, some of which begin with a product's name."""
    if language == catalog_language(catalog):
        return ()
    return _said(text, (product for name in _beginnings(text) for product in catalog.exact(name)), catalog)


def _beginnings(text: str) -> Iterator[str]:
    """What each sentence says up to each of its first commas."""
    for sentence in text.split(". "):
        for comma in islice(_COMMA.finditer(sentence), _MOST_COMMAS + 1):
            yield sentence[: comma.start()].strip(_ISOLATES)


def _said(text: str, products: Iterable[Product], catalog: Catalog) -> tuple[str, ...]:
    texts: set[str] = {catalog.store.name, catalog.store.address}
    for product in products:
        texts |= {product.name, product.brand, product.description or "", product.ingredients or ""}
        if product.offer is not None:
            texts.add(product.offer.label)
    texts.update(department.name for department in catalog.departments)
    texts.update(policy.text for policy in catalog.policies)
    return tuple(each for each in texts if each and each in text)


def catalog_language(catalog: Catalog) -> str:
    """The language of its names."""
    return catalog.store.languages[0] if catalog.store.languages else "en"
