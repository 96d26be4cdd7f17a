"""What happened: events, and what is read from them."""

from kiosk.insight.events import (
    CatalogServed,
    CatalogSynced,
    Event,
    EventLog,
    Missed,
    NotFound,
    OperatorActed,
    PageStepped,
    PartChanged,
    Rated,
    ReportedWrong,
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
    "OperatorActed",
    "PageStepped",
    "PartChanged",
    "Rated",
    "ReportedWrong",
    "ResultShown",
    "Searched",
    "SessionEnded",
    "TurnTaken",
    "product_words",
]
