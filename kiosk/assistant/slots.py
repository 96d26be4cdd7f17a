"""What a model filled in or marked, where the rules did not tell; a number must stand in the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.assistant.amounts import number_at
from kiosk.assistant.marked import amount as marked_amount
from kiosk.assistant.marked import quantity as marked_quantity
from kiosk.assistant.request import Request
from kiosk.assistant.word_lists import WordLists
from local_catalog import Money
from models import Reading

_ASPECTS = {
    "price": "price", "stock": "stock", "location": "location", "size": "size", "ingredients": "ingredients",
    "allergens": "allergens", "nutrition": "nutrition",
}  # fmt: skip
_OPS = ("add", "remove", "show", "clear", "send")
_SORTS = {"cheapest": "price", "dearest": "price_desc"}


def fill(request: Request, reading: Reading | None, words: Sequence[str], lists: WordLists, currency: str) -> Request:
    """The request with the slots or marks of the reading in its empty fields."""
    if reading is None:
        return request
    if not reading.slots:
        return replace(
            request,
            max_price=request.max_price or marked_amount(reading, "max_price", lists, currency),
            min_price=request.min_price or marked_amount(reading, "min_price", lists, currency),
            quantity=request.quantity or (marked_quantity(reading, lists) if request.intent == "list" else None),
        )
    slots = reading.slots
    said = {number.value for at in range(len(words)) if (number := number_at(words, at, lists.amounts)) is not None}

    def amount(name: str) -> Money | None:
        value = slots.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return next((Money(round(v * 100), currency) for v in said if abs(float(v) - value) < 0.005), None)

    quantity = amount("quantity")
    op = str(slots.get("op", ""))
    return replace(
        request,
        max_price=request.max_price or amount("max_price"),
        min_price=request.min_price or amount("min_price"),
        sort=request.sort or _SORTS.get(str(slots.get("sort", ""))),
        aspect=request.aspect or (_ASPECTS.get(str(slots.get("aspect", ""))) if request.intent == "detail" else None),
        op=request.op or (op if request.intent == "list" and op in _OPS else None),
        quantity=request.quantity or (quantity.minor // 100 if quantity and quantity.minor % 100 == 0 else None),
    )
