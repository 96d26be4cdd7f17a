"""What a report on calls for staff is made of."""

from __future__ import annotations

from kiosk.protocol.base import Part


class ReportRow(Part, frozen=True, kw_only=True):
    """Some calls together, by what `by` says: all; department (`key` its id), reason, hour (of the store's day, 00 to
    23), day (ISO 8601), lacking (a SKU or, without one, a department of whose calls staff said that there is no such
    thing), taken_by (the role of those who took them first, and department where they are several).

    A call counts as missed, once, if it expired, if its shopper went before anybody took it, or if it was late: taken,
    if ever, only after everyone had been rung. Times are whole seconds, medians and ninetieth percentiles by nearest
    rank: of the calls taken, and of those that ended well; None where there are none.
    """

    by: str
    key: str
    name: str = ""
    """Of the department or product, in the catalog's language."""
    calls: int = 0
    taken: int = 0
    answer_s: int | None = None
    answer_p90_s: int | None = None
    helped_s: int | None = None
    in_first: int = 0
    """Taken before it rang a second time."""
    missed: int = 0
    expired: int = 0
    gone: int = 0
    """The shopper cancelled before anybody took it."""
    late: int = 0
    silent: int = 0
    """Claims of which nothing was heard any more, so that it rang anew."""
    done: int = 0
    no_such_thing: int = 0
    nobody_there: int = 0
