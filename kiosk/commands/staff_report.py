"""`aislewise staff roster` and `aislewise staff report`: who is there, and how calls went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk import settings as settings_module
from kiosk.commands.common import InputError, Json, print_json, told
from kiosk.engine import reporting
from kiosk.engine.catalog import ready_catalog
from kiosk.protocol import ReportRow, builtins
from kiosk.staff import Associate, accounts, sheet
from kiosk.staff.roster import FILE, Roster
from local_catalog import Catalog


def roster() -> None:
    """Who is on shift now; checks the roster's file. Exit code 1 where a name or a department in it is unknown."""
    with told():
        settings = settings_module.load()
        kept = Roster.load(settings.data_dir / FILE)
        team = accounts.associates(settings.data_dir)
        catalog = ready_catalog(settings)
        try:
            typer.echo(_there(kept, team, catalog))
            doubts = list(_doubts(kept, team, catalog))
        finally:
            catalog.close()
        for doubt in doubts:
            typer.echo(f"{FILE}: {doubt}")
        raise typer.Exit(1 if doubts else 0)


def _there(kept: Roster, team: Sequence[Associate], catalog: Catalog) -> str:
    there = kept.on_shift([a.name for a in team], datetime.now().astimezone(), catalog.store.hours)
    if there is None:
        return "No shifts are kept: whoever is signed in may be called."
    shown = [f"{a.name} ({', '.join((a.role, *a.departments))})" for a in team if a.name in there]
    return f"On shift now: {', '.join(shown)}." if shown else "Nobody is on shift now."


def _doubts(kept: Roster, team: Sequence[Associate], catalog: Catalog) -> Iterator[str]:
    for who in kept.strangers(a.name for a in team):
        yield f"{who} has no account, so no phone of theirs rings; `aislewise staff add {who}` makes one"
    departments = {department.id for department in catalog.departments}
    for reason, rule in kept.rules.special.items():
        if rule.department is not None and rule.department not in departments:
            known = ", ".join(sorted(departments))
            yield f"[reason.{reason}]: the store has no department {rule.department!r}; it has {known}"


def report(
    days: Annotated[int, typer.Option(min=1, max=reporting.MOST_DAYS, help="How many days back.")] = 30,
    csv: Annotated[
        Path | None, typer.Option(help="Write a table for spreadsheets here; - for standard output.")
    ] = None,
    as_json: Json = False,
) -> None:
    """How calls for staff went: how fast they were taken, which were missed, what the store lacked."""
    with told():
        reply = reporting.asked(settings_module.load(), days)
        if as_json:
            for row in reply.rows:
                print_json(builtins(row))
        elif csv is not None and str(csv) != "-":
            _save(csv, sheet.csv_text(reply.rows))
            typer.echo(f"{csv}: {len(reply.rows)} rows")
        elif csv is not None:
            typer.echo(sheet.csv_text(reply.rows), nl=False)
        else:
            for line in _table(reply.rows):
                typer.echo(line)


def _save(path: Path, text: str) -> None:
    """With a mark at the beginning by which spreadsheets know UTF-8."""
    try:
        path.write_text(text, "utf-8-sig", newline="")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error}); give another file") from error


_TITLES = {
    "department": "By department",
    "reason": "By reason",
    "hour": "By hour",
    "lacking": "Said to be lacking",
    "taken_by": "Taken by",
}


def _table(rows: Sequence[ReportRow]) -> Iterator[str]:
    everything = rows[0]
    if not everything.calls:
        yield "Nobody called staff in these days."
        return
    yield f"{'':<28}{'calls':>7}{'taken':>7}{'median':>11}{'9 of 10':>11}{'at once':>9}{'missed':>8}{'silent':>8}"
    yield _line("All", everything)
    for by, title in _TITLES.items():
        some = [row for row in rows if row.by == by]
        if some:
            yield f"\n{title}"
        for row in some:
            label = row.name or row.key or "others"
            yield f"  {label[:25]:<26}{row.calls:>7}" if by in ("lacking", "taken_by") else _line(f"  {label}", row)


def _line(label: str, row: ReportRow) -> str:
    return (
        f"{label[:27]:<28}{row.calls:>7}{row.taken:>7}{_seconds(row.answer_s):>11}{_seconds(row.answer_p90_s):>11}"
        f"{row.in_first:>9}{row.missed:>8}{row.silent:>8}"
    )


def _seconds(seconds: int | None) -> str:
    if seconds is None:
        return "-"
    return f"{seconds} s" if seconds < 100 else f"{seconds // 60}:{seconds % 60:02} min"
