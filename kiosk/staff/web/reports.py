"""The report for leads and managers: a quiet page with charts that were drawn here, and the same as a table to keep."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kiosk.protocol import PageReport, PageReportReply, ReportRow
from kiosk.staff import sheet
from kiosk.staff.link import EngineLink, NotLive, Refused
from kiosk.staff.report import FEWEST
from kiosk.staff.web.charts import Bar, bars
from kiosk.staff.web.door import Door, SignedIn
from kiosk.staff.web.pages import Made, Pages
from kiosk.staff.web.texts import Texts

SPANS = (7, 28, 90, 365)
"""Days that the page offers."""
_EVERY_HOUR = 24
_THOUSANDS = {"en": ",", "es": ".", "fr": "\u202f", "de": ".", "ar": "\u066c"}
_NONE: Mapping[str, str] = {}
_LABELLED = 6
"""Every so many hours one is written below its bar."""


class Reports:
    """The page and its table, for those in charge only."""

    def __init__(self, link: EngineLink, door: Door, pages: Pages) -> None:
        self._link = link
        self._door = door
        self._pages = pages

    def routes(self) -> list[BaseRoute]:
        signed_in = self._door.signed_in
        return [
            Route("/report", signed_in(self._show), methods=["GET"]),
            Route("/report.csv", signed_in(self._table), methods=["GET"]),
        ]

    async def _show(self, request: Request, me: SignedIn) -> Response:
        found = await self._asked(request, me)
        if isinstance(found, Response):
            return found
        words = _Words(self._pages.texts(request))
        days = _days(request)
        return self._pages.show(
            request,
            "report.html",
            days=days,
            spans=Made("".join(_span(words, span, span == days) for span in SPANS)),
            report=Made("".join(_sections(words, found))),
        )

    async def _table(self, request: Request, me: SignedIn) -> Response:
        found = await self._asked(request, me)
        if isinstance(found, Response):
            return found
        name = f"calls-{_day(found.since)}-{_day(found.until)}.csv"
        return Response(
            b"\xef\xbb\xbf" + sheet.csv_text(found.rows).encode(),  # by this mark spreadsheets know UTF-8
            media_type="text/csv; charset=utf-8",
            headers={"content-disposition": f'attachment; filename="{name}"'},
        )

    async def _asked(self, request: Request, me: SignedIn) -> PageReportReply | Response:
        if not me.associate.in_charge:
            return self._pages.sorry(request, "door.not_yours", 403)
        try:
            return await self._link.request(PageReport(id=self._link.next_id(), days=_days(request)), PageReportReply)
        except (NotLive, Refused):
            return self._pages.sorry(request, "board.no_connection", 503)


class _Words:
    """The report's words and numbers in one language."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def say(self, name: str, **values: object) -> str:
        return html.escape(self._texts.say(f"report.{name}", **values))

    def plain(self, name: str, **values: object) -> str:
        return self._texts.say(f"report.{name}", **values)

    def number(self, number: int) -> str:
        return f"{number:,}".replace(",", _THOUSANDS[self._texts.language])

    def seconds(self, seconds: int | None) -> str:
        if seconds is None:
            return "–"
        if seconds < 100:
            return self.plain("seconds", n=seconds)
        if seconds < 100 * 60:
            return self.plain("minutes", m=seconds // 60, s=f"{seconds % 60:02}")
        return self.plain("hours", h=self.number(seconds // 3600), m=f"{seconds % 3600 // 60:02}")

    def share(self, part: int, whole: int) -> str:
        return self.plain("percent", n=round(100 * part / whole) if whole else 0)

    def day(self, day: date) -> str:
        return self.plain("day_month", day=day.day, month=day.month)

    def label(self, row: ReportRow, departments: Mapping[str, str] = _NONE) -> str:
        """What a row is called; `departments` gives their names by folded id."""
        words = self._texts.words
        if row.by == "reason":
            return words.get(f"board.reason.{row.key}", words["board.reason.something_else"])
        if row.by == "taken_by":
            role, *ids = row.key.split(", ")
            called = (departments.get(id_.casefold(), id_) for id_ in ids)
            return " · ".join((words.get(f"report.role.{role}", words["report.others"]), *called))
        return row.name or row.key or words["report.no_department"]


def _sections(words: _Words, found: PageReportReply) -> Iterator[str]:
    everything = found.rows[0]
    if not everything.calls:
        yield f'<p class="nothing">{words.say("nothing")}</p>'
        return
    yield _tiles(words, everything)
    yield _section(words, "by_day", _by_day(words, found))
    yield _section(words, "by_hour", _by_hour(words, _of(found, "hour")))
    for by in ("department", "reason"):
        most_first = sorted(_of(found, by), key=lambda row: -row.calls)
        yield _section(words, f"by_{by}", _table(words, f"by_{by}", most_first))
    yield _section(words, "missed", _missed(words, everything), words.say("missed_words"))
    if lacking := _of(found, "lacking"):
        yield _section(words, "lacking", _counts(words, "lacking", lacking), words.say("lacking_words"))
    if taken := _of(found, "taken_by"):
        about = words.say("taken_by_words", n=FEWEST)
        yield _section(words, "taken_by", _counts(words, "taken_by", taken, _departments(found)), about)


def _tiles(words: _Words, row: ReportRow) -> str:
    tiles = (
        ("calls", words.number(row.calls), ""),
        ("half", words.seconds(row.answer_s), ""),
        ("nine", words.seconds(row.answer_p90_s), ""),
        ("at_once", words.share(row.in_first, row.calls), words.number(row.in_first)),
        ("missed", words.share(row.missed, row.calls), words.number(row.missed)),
        ("helped", words.seconds(row.helped_s), ""),
    )
    shown = (
        f"<div><dt>{words.say(name)}</dt><dd>{html.escape(value)}"
        f"{f' <small>{html.escape(more)}</small>' if more else ''}</dd></div>"
        for name, value, more in tiles
    )
    return f'<dl class="tiles">{"".join(shown)}</dl>'


def _by_day(words: _Words, found: PageReportReply) -> str:
    """Calls of each day, of longer spans of each week, the missed ones told apart."""
    days = {date.fromisoformat(row.key): row for row in _of(found, "day")}
    first, last = _day(found.since), _day(found.until)
    step = 1 if (last - first).days < 100 else 7
    starts = [first + timedelta(days=ahead) for ahead in range(0, (last - first).days + 1, step)]
    shown = []
    for start in starts:
        some = [days[day] for ahead in range(step) if (day := start + timedelta(days=ahead)) in days]
        calls, missed = sum(row.calls for row in some), sum(row.missed for row in some)
        label = words.day(start) if start in (starts[0], starts[-1]) and len(starts) > 1 else ""
        says = words.plain("of_day", day=words.day(start), calls=words.number(calls), missed=words.number(missed))
        shown.append(Bar(calls, missed, label, says))
    highest = max(bar.value for bar in shown)
    return _legend(words) + bars(words.plain("by_day"), shown, words.plain("calls_top", n=words.number(round(highest))))


def _legend(words: _Words) -> str:
    return (
        f'<p class="legend" aria-hidden="true"><span class="of-all">{words.say("calls")}</span> '
        f'<span class="of-missed">{words.say("missed")}</span></p>'
    )


def _by_hour(words: _Words, rows: Sequence[ReportRow]) -> str:
    """How long half of the calls waited at most, by hour; and the rest as a table."""
    hours = {int(row.key): row for row in rows}
    shown = []
    for hour in range(_EVERY_HOUR):
        row = hours.get(hour)
        waited = (row.answer_s if row else None) or 0
        says = words.plain("of_hour", hour=f"{hour:02}:00", time=words.seconds(waited) if row else "–")
        shown.append(Bar(waited, 0, f"{hour:02}" if hour % _LABELLED == 0 else "", says))
    longest = words.seconds(round(max(bar.value for bar in shown)))
    chart = bars(words.plain("by_hour"), shown, longest)
    return f"{chart}<details><summary>{words.say('as_table')}</summary>{_table(words, 'by_hour', rows)}</details>"


def _missed(words: _Words, row: ReportRow) -> str:
    kinds = (("late", row.late), ("gone", row.gone), ("expired", row.expired), ("silent", row.silent),
             ("nobody_there", row.nobody_there))  # fmt: skip
    lines = (
        f'<tr><th scope="row">{words.say(f"kind_{name}")}</th><td>{words.number(n)}</td></tr>' for name, n in kinds
    )
    return f"<table><caption>{words.say('missed')}</caption>{_head(words, 'calls')}{''.join(lines)}</table>"


def _table(words: _Words, name: str, rows: Iterable[ReportRow]) -> str:
    lines = (
        f'<tr><th scope="row" dir="auto">{html.escape(_hour(row) or words.label(row))}</th>'
        f"<td>{words.number(row.calls)}</td><td>{words.number(row.missed)}</td>"
        f"<td>{html.escape(words.seconds(row.answer_s))}</td><td>{html.escape(words.seconds(row.answer_p90_s))}</td></tr>"
        for row in rows
    )
    head = _head(words, "calls", "missed", "half", "nine")
    table = f"<table><caption>{words.say(name)}</caption>{head}{''.join(lines)}</table>"
    return f'<div class="wide" role="group" tabindex="0" aria-label="{words.say(name)}">{table}</div>'


def _counts(words: _Words, name: str, rows: Iterable[ReportRow], departments: Mapping[str, str] = _NONE) -> str:
    called = ((html.escape(words.label(row, departments)), words.number(row.calls)) for row in rows)
    lines = (f'<tr><th scope="row" dir="auto">{name}</th><td>{calls}</td></tr>' for name, calls in called)
    return f"<table><caption>{words.say(name)}</caption>{_head(words, 'calls')}{''.join(lines)}</table>"


def _head(words: _Words, *names: str) -> str:
    cells = "".join(f'<th scope="col">{words.say(f"column_{name}")}</th>' for name in names)
    return f"<thead><tr><td></td>{cells}</tr></thead>"


def _section(words: _Words, name: str, shown: str, about: str = "") -> str:
    words_below = f"<p>{about}</p>" if about else ""
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{words.say(name)}</h2>{words_below}{shown}</section>'


def _span(words: _Words, days: int, current: bool) -> str:
    chosen = ' aria-current="page"' if current else ""
    return f'<a href="?days={days}"{chosen}>{words.say(f"last_{days}")}</a>'


def _hour(row: ReportRow) -> str:
    return f"{row.key}:00" if row.by == "hour" else ""


def _of(found: PageReportReply, by: str) -> list[ReportRow]:
    return [row for row in found.rows if row.by == by]


def _departments(found: PageReportReply) -> dict[str, str]:
    return {row.key.casefold(): row.name for row in _of(found, "department") if row.name}


def _days(request: Request) -> int:
    """What the address asks for, if the page offers it."""
    wanted = request.query_params.get("days", "")
    return int(wanted) if wanted in {str(span) for span in SPANS} else SPANS[1]


def _day(at: str) -> date:
    """The store's day of a time that the engine told; both run on one machine."""
    return datetime.fromisoformat(at).astimezone().date()
