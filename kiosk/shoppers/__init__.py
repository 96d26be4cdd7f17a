"""What a kiosk keeps of a shopper, and how it is forgotten."""

from kiosk.shoppers.lists import MAX_QUANTITY, Line, ListError, Lists
from kiosk.shoppers.sessions import OpenSession, Sessions

__all__ = ["MAX_QUANTITY", "Line", "ListError", "Lists", "OpenSession", "Sessions"]
