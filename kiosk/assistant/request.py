"""What is asked, in the terms of the shop: the outcome of understanding and the order for looking up."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.assistant.types import money_json
from local_catalog import Filters, Money


@dataclass(frozen=True, slots=True)
class Request:
    """One request; empty fields do not apply. `attributes` are the traits as the shopper named them."""

    intent: str
    query: str = ""
    brand: str | None = None
    category: str | None = None
    max_price: Money | None = None
    min_price: Money | None = None
    sort: str | None = None
    diet: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    """What it shall not be; of several words in one text a product would have all."""
    own_brand: bool = False
    aspect: str | None = None
    op: str | None = None
    quantity: int | None = None
    topic: str | None = None
    reason: str | None = None
    urgent: bool = False

    def filters(self, in_stock: bool = False) -> Filters:
        """The request as filters of a search; brand and category are searched for as words."""
        return Filters(
            max_price=self.max_price,
            min_price=self.min_price,
            diet=self.diet,
            without_allergens=self.avoid,
            in_stock=in_stock,
            own_brand=self.own_brand,
            sort=self.sort or "relevance",
        )

    @property
    def narrows(self) -> bool:
        """Whether prices or traits restrict what is sought."""
        return bool(self.max_price or self.min_price or self.diet or self.avoid or self.own_brand or self.sort)

    def as_json(self) -> dict[str, object]:
        """The fields that apply, prices in major units; the intent is given beside it."""
        values: dict[str, object] = {
            "query": self.query,
            "brand": self.brand,
            "category": self.category,
            "max_price": money_json(self.max_price) if self.max_price else None,
            "min_price": money_json(self.min_price) if self.min_price else None,
            "sort": self.sort,
            "attributes": [*self.attributes, *(f"not {text}" for text in self.unwanted)],
            "aspect": self.aspect,
            "op": self.op,
            "quantity": self.quantity,
            "topic": self.topic,
            "reason": self.reason,
            "urgent": self.urgent,
        }
        return {key: value for key, value in values.items() if value not in (None, "", [], False)}
