"""What one turn of the conversation takes and gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from local_catalog import Money, Product

PRIORITIES = ("normal", "urgent")
REASONS = (
    "help", "find", "stock", "product", "medicine", "allergy", "age_check", "locked_case", "checkout", "complaint",
    "emergency", "lost_child", "injury", "theft", "manager", "other",
)  # fmt: skip
"""Why staff is called."""


@dataclass(frozen=True, slots=True)
class PageReceipt:
    """Proof that a call for staff is on disk."""

    id: str
    reason: str
    department: str | None
    priority: str


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of the shopping list."""

    product: Product
    quantity: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class FreshProduct:
    """A product with the stock and price that the store's own system told a moment ago."""

    product: Product
    as_of: str
    """ISO 8601."""


class Hands(Protocol):
    """What the assistant can do in the shop. Each returns only when it is on disk; each may raise HandsError."""

    def call_staff(
        self, *, reason: str, department: str | None, priority: str, words: str, sku: str | None, said: str
    ) -> PageReceipt:
        """Call a person. An open page of this session for the same reason is returned again, not doubled."""
        ...

    def on_shift(self) -> int | None:
        """How many of the staff are on shift at this moment; None where the store keeps no roster. Never raises."""
        ...

    def list_lines(self) -> tuple[ListLine, ...]: ...

    def list_set(self, sku: str, quantity: int) -> None:
        """Put a product on the list with a quantity; 0 takes it off."""
        ...

    def list_clear(self) -> None: ...

    def fresh(self, products: Sequence[Product]) -> Mapping[str, FreshProduct]:
        """By SKU, those of the products for which the store's own system told figures in time; often none."""
        ...


class HandsError(Exception):
    """An action could not be done; nothing was written."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What words would be taken for."""

    what: str
    """The intent, or the kind of reflex that answers them at once."""
    confidence: float
    """0 to 1, see `understanding.SURE`."""
    products: tuple[str, ...] = ()
    """SKUs of the products they may mean, best first."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact of the answer comes from."""

    table: str
    key: str
    synced_at: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange, as understood and as answered."""

    text: str
    language: str
    intent: str
    request: Mapping[str, object]
    """query, brand, category, max_price, min_price, sort, attributes, aspect, op, quantity, topic, reason, urgent."""
    say: str
    products: tuple[Product, ...] = ()
    page: PageReceipt | None = None
    offer_staff: bool = False
    sources: tuple[Source, ...] = ()
    path: str = "fallback"
    """reflex, model or fallback (rules, when the model is away or unsure)."""
    confidence: float = 0.0
    latency_ms: Mapping[str, float] = field(default_factory=dict)
    """understand, look_up, answer."""
    suggestions: tuple[str, ...] = ()
    """Short texts the shopper may tap instead of typing: 'Where is it?', 'Call someone'."""
    show: str = "conversation"
    """conversation, results, product, map, list, staff, offers, compare or none."""
    control: str | None = None
    """A control action for the screen and voice: repeat, louder, quieter, slower, faster, stop, start_over, back,
    text_larger, text_smaller, language:es ..."""


def money_json(money: Money) -> float:
    """Major units as a JSON number; for output only, nothing computes with it."""
    return float(money.amount)
