"""Stand-ins with the interfaces of the real parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.assistant import FreshProduct, HandsError, ListLine, PageReceipt
from local_catalog import Catalog, Money, Product
from models import Context, ModelError, Reading


@dataclass
class FakeHands:
    """Keeps calls and the list in memory. With `broken`, nothing can be done."""

    catalog: Catalog
    broken: bool = False
    calls: list[dict[str, object]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    live: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Stock and price of this moment, by SKU."""
    there: int | None = None
    """How many of the staff are on shift."""

    def call_staff(
        self, *, reason: str, department: str | None, priority: str, words: str, sku: str | None, said: str
    ) -> PageReceipt:
        self._check()
        for number, call in enumerate(self.calls, 1):
            if call["reason"] == reason:
                return PageReceipt(f"page-{number}", reason, department, priority)
        self.calls.append({"reason": reason, "department": department, "priority": priority, "words": words,
                           "sku": sku, "said": said})  # fmt: skip
        return PageReceipt(f"page-{len(self.calls)}", reason, department, priority)

    def on_shift(self) -> int | None:
        return self.there

    def list_lines(self) -> tuple[ListLine, ...]:
        self._check()
        found = ((self.catalog.product(sku), quantity) for sku, quantity in self.lines.items())
        return tuple(ListLine(product, quantity) for product, quantity in found if product is not None)

    def list_set(self, sku: str, quantity: int) -> None:
        self._check()
        if quantity:
            self.lines[sku] = quantity
        else:
            self.lines.pop(sku, None)

    def list_clear(self) -> None:
        self._check()
        self.lines.clear()

    def fresh(self, products: Sequence[Product]) -> Mapping[str, FreshProduct]:
        found = ((product, self.live[product.sku]) for product in products if product.sku in self.live)
        return {
            product.sku: FreshProduct(
                replace(product, stock=stock, price=Money(price), offer=None), "2026-11-20T15:04:00"
            )
            for product, (stock, price) in found
        }

    def _check(self) -> None:
        if self.broken:
            raise HandsError("the state file cannot be written")


@dataclass
class ScriptedModel:
    """Reads by a script and words by a script; what is not in it fails as a model that is away does."""

    readings: Mapping[str, Reading] = field(default_factory=dict)
    wordings: Sequence[str] = ()
    name: str = "scripted"
    words_answers: bool = False
    asked: list[tuple[str, Context]] = field(default_factory=list)
    facts: list[Sequence[str]] = field(default_factory=list)

    def understand(self, text: str, context: Context) -> Reading:
        self.asked.append((text, context))
        if text not in self.readings:
            raise ModelError("the language model is away: it is being started again")
        return self.readings[text]

    def word(self, question: str, facts: Sequence[str], draft: str, language: str) -> str:
        self.facts.append(facts)
        if len(self.facts) > len(self.wordings):
            raise ModelError("the language model is away: it is being started again")
        return self.wordings[len(self.facts) - 1]


def ticks() -> _Ticks:
    """A timer that goes on by a millisecond at each look."""
    return _Ticks()


class _Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.001
        return self.now
