"""The report on calls for staff: read week by week between shoppers' requests, worked out beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Protocol

import msgspec

from kiosk import protocol
from kiosk.engine.catalog import ready_catalog
from kiosk.engine.client import EngineAwayError, EngineClient
from kiosk.engine.errors import RequestError
from kiosk.engine.staffing import Staffing
from kiosk.engine.state import open_state
from kiosk.settings import Settings
from kiosk.staff import PageStore, StaffError, accounts
from kiosk.staff.past import PastCall, past_calls
from kiosk.staff.report import report
from kiosk.staff.roster import FILE, Roster
from local_catalog import Catalog

MOST_DAYS = 3660
_PIECE = timedelta(days=7)


class House(Protocol):
    """Where calls are kept: the engine of a kiosk, or a hub."""

    @property
    def core_thread(self) -> ThreadPoolExecutor: ...
    @property
    def past_calls(self) -> Callable[[datetime, datetime], Sequence[PastCall]]: ...
    @property
    def staffing(self) -> Staffing: ...
    @property
    def catalog(self) -> Catalog: ...


async def page_report(house: House, request: protocol.PageReport) -> protocol.PageReportReply:
    """How calls went in the last days. A long span keeps no shopper waiting. Raises RequestError."""
    loop, now = asyncio.get_running_loop(), datetime.now(UTC)
    since = _since(now, request.days)
    calls: list[PastCall] = []
    for first, last in _pieces(since, now):
        calls += await loop.run_in_executor(house.core_thread, house.past_calls, first, last)
    try:
        rules, team = house.staffing.rules(), house.staffing.team()
    except StaffError as error:
        raise RequestError(error.code, str(error)) from error
    rows = await loop.run_in_executor(None, lambda: report(calls, rules, team, local=datetime.astimezone, now=now))
    named = await loop.run_in_executor(house.core_thread, _named, rows, house.catalog)
    return protocol.PageReportReply(id=request.id, since=since.isoformat(), until=now.isoformat(), rows=named)


def asked(settings: Settings, days: int) -> protocol.PageReportReply:
    """The report from the running engine or, without one, the state file. Raises StateError, CatalogError and, for a
    mistake in roster or accounts, StaffError."""
    try:
        with EngineClient(settings.socket) as client:
            return client.request(protocol.PageReport(id=client.next_id(), days=days), protocol.PageReportReply)
    except EngineAwayError:
        now = datetime.now(UTC)
        since = _since(now, days)
        rules, team = Roster.load(settings.data_dir / FILE).rules, accounts.associates(settings.data_dir)
        with open_state(settings.state_file) as connection:
            PageStore(connection, settings.kiosk.name)  # makes or migrates the tables
            calls = past_calls(connection, since, now)
        catalog = ready_catalog(settings)
        try:
            rows = _named(report(calls, rules, team, local=datetime.astimezone, now=now), catalog)
        finally:
            catalog.close()
        return protocol.PageReportReply(id=0, since=since.isoformat(), until=now.isoformat(), rows=rows)


def _since(now: datetime, days: int) -> datetime:
    """The midnight of the store's day with which the last `days` begin, today included."""
    first = now.astimezone().date() - timedelta(days=max(1, min(days, MOST_DAYS)) - 1)
    return datetime(first.year, first.month, first.day).astimezone()


def _pieces(since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    while since < until:
        yield since, min(since + _PIECE, until)
        since += _PIECE


def _named(rows: Sequence[protocol.ReportRow], catalog: Catalog) -> list[protocol.ReportRow]:
    """With the names of departments and products."""
    departments = {department.id: department.name for department in catalog.departments}

    def name(row: protocol.ReportRow) -> str:
        if row.by not in ("department", "lacking"):
            return ""
        product = catalog.product(row.key) if row.key not in departments else None
        return product.name if product is not None else departments.get(row.key, "")

    return [msgspec.structs.replace(row, name=name(row)) for row in rows]
