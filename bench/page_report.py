"""How long the report on calls takes, how long it keeps a shopper waiting, and what the usual times cost.

    OMP_NUM_THREADS=1 python bench/page_report.py

A quarter of 30,000 made-up calls (seed 7), written as the store writes them. Medians of five runs, milliseconds.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk import protocol
from kiosk.staff.past import past_calls
from kiosk.staff.report import report
from kiosk.staff.rules import Rules
from kiosk.staff.sheet import csv_text
from kiosk.staff.times import Times
from tests.kiosk.staff.quarter import CALLS, UNTIL, invented, on_disk

RUNS = 5
SINCE = UNTIL - timedelta(days=91)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection = on_disk(Path(folder) / "state.db", list(invented(7)))

        def read(since: datetime = SINCE, until: datetime = UNTIL) -> list[object]:
            return list(past_calls(connection, since, until))

        calls = past_calls(connection, SINCE, UNTIL)

        def worked_out() -> list[protocol.ReportRow]:
            return report(calls, Rules(), (), local=lambda at: at.astimezone(UTC), now=UNTIL)

        rows = worked_out()
        encoded = protocol.encode(protocol.PageReportReply(id=1, since="", until="", rows=rows))
        times = Times(lambda since, until: past_calls(connection, since, until), lambda at: at.astimezone(UTC))
        print(f"{CALLS} calls, {len(rows)} rows, {len(encoded) / 1024:.0f} KiB\n")
        _show("read, all of it", _ms(read))
        _show("read, a week: the longest a shopper's request waits", _ms(lambda: read(UNTIL - timedelta(days=7))))
        _show("worked out, beside shoppers' requests", _ms(worked_out))
        _show("table for spreadsheets", _ms(lambda: csv_text(rows)))
        _show("usual times, at the first call", _ms(lambda: times.usual("dairy", UNTIL), runs=1))
        later = iter(range(1, 100))
        _show(
            "usual times, anew each minute", _ms(lambda: times.usual("dairy", UNTIL + timedelta(minutes=next(later))))
        )
        last = UNTIL + timedelta(minutes=next(later))
        times.usual("dairy", last)
        _show("usual times, asked again", _ms(lambda: times.usual("dairy", last)))
        connection.close()


def _ms(work: Callable[[], object], runs: int = RUNS) -> float:
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def _show(what: str, taken_ms: float) -> None:
    print(f"  {what:<55}{taken_ms:>9.2f}")


if __name__ == "__main__":
    main()
