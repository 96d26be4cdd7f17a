"""What a kiosk keeps of a shopper, and how it is forgotten."""

from kiosk.shoppers.lists import MAX_QUANTITY, Line, ListError, Lists

__all__ = ["MAX_QUANTITY", "Line", "ListError", "Lists"]
