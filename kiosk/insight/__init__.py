"""What happened: events, and what is read from them."""

from kiosk.insight.events import (
    CatalogServed,
    CatalogSynced,
    Event,
    EventLog,
    Missed,
    NotFound,
    PageStepped,
    PartChanged,
    Rated,
    ResultShown,
    Searched,
    SessionEnded,
    TurnTaken,
    product_words,
)

__all__ = [
    "CatalogServed",
    "CatalogSynced",
    "Event",
    "EventLog",
    "Missed",
    "NotFound",
    "PageStepped",
    "PartChanged",
    "Rated",
    "ResultShown",
    "Searched",
    "SessionEnded",
    "TurnTaken",
    "product_words",
]
