"""What a kiosk keeps of a shopper, and how it is forgotten."""

from kiosk.shoppers.lists import MAX_QUANTITY, Line, ListError, Lists
from kiosk.shoppers.sessions import OpenSession, Sessions, begin_session

__all__ = ["MAX_QUANTITY", "Line", "ListError", "Lists", "OpenSession", "Sessions", "begin_session"]
