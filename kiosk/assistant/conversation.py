"""What one session's talk was about so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.assistant.request import Request
from kiosk.assistant.types import PageReceipt
from local_catalog import Catalog, Product


@dataclass(frozen=True, slots=True)
class CallWish:
    """A call for staff that is to be made, or that was offered. `words` are the shopper's."""

    reason: str
    department: str | None = None
    priority: str = "normal"
    words: str = ""
    sku: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """The question that the kiosk asked last. kind: call (staff), clear (the list), choose (of `options`),
    find (what was not understood was probably a product)."""

    kind: str
    call: CallWish | None = None
    options: tuple[str, ...] = ()
    """Texts of which one may be said or tapped, each a full question."""


LIVE = "live"
"""As the version of a conversation's products: of the turn's own moment, to be taken from the catalog again."""


@dataclass
class Conversation:
    """The context of one session. The assistant writes it; the screen may tell what the shopper has before them."""

    language: str = "en"
    shown: tuple[Product, ...] = ()
    """Products on screen or said last, in order."""
    focus: Product | None = None
    """The one product that 'it' means."""
    last_request: Request | None = None
    page: PageReceipt | None = None
    """The last call for staff."""
    last_say: str = ""
    last_words: str = ""
    """The words of the last request, as patterns see them."""
    trail: tuple[Product, ...] = ()
    """What was found turn after turn, for 'add all of them'."""
    pending: Pending | None = None
    failures: int = 0
    """Turns in a row that were not understood."""
    anger: int = 0
    """Angry turns so far."""
    turns: int = 0
    version: str = ""
    """Of the catalog that the products are from."""

    def renew(self, catalog: Catalog) -> None:
        """Take the products as a newer version of the catalog has them; those it no longer has are forgotten."""
        if self.version == catalog.info.version:
            return
        if self.version:
            self.shown = _renewed(self.shown, catalog)
            self.trail = _renewed(self.trail, catalog)
            self.focus = catalog.product(self.focus.sku) if self.focus else None
        self.version = catalog.info.version

    def showing(self, products: Sequence[Product]) -> None:
        """The shopper sees these products by touch."""
        self.shown = tuple(products)
        self.focus = products[0] if len(products) == 1 else None

    def looking_at(self, product: Product) -> None:
        """The shopper opened this product by touch; what was shown before stays in order if it is among it."""
        if all(product.sku != p.sku for p in self.shown):
            self.shown = (product,)
        self.focus = product


def _renewed(products: tuple[Product, ...], catalog: Catalog) -> tuple[Product, ...]:
    known = (catalog.product(product.sku) for product in products)
    return tuple(product for product in known if product is not None)
