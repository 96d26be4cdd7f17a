"""The report on a phone: who sees it, what it says in each language, its table, and a real browser."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest

from kiosk import protocol
from kiosk.protocol import ReportRow
from kiosk.staff import Role, accounts, devices
from kiosk.staff.link import NotLive
from kiosk.staff.report import report
from kiosk.staff.rules import Rules
from kiosk.staff.web.app import StaffPage
from kiosk.staff.web.board import Board
from kiosk.staff.web.charts import Bar, bars
from kiosk.staff.web.door import DEVICE_COOKIE
from kiosk.staff.web.texts import LANGUAGES
from tests.kiosk.staff.axe import check_accessible
from tests.kiosk.staff.browser import phone, sign_in
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import staff_page
from tests.kiosk.staff.test_report import _past

NOW = datetime.now(UTC).replace(hour=11, minute=0, second=0, microsecond=0)
HTML = {"accept": "text/html"}


def made_up(days: int) -> list[ReportRow]:
    """A report of some days, each with two calls: one taken after its number of seconds, one missed."""
    calls = []
    for day in range(days):
        at = NOW - timedelta(days=day, hours=day % 9)
        reason = ("help", "stock", "find", "medicine")[day % 4]
        calls += [
            _past(made_at=at, taken_s=10 + day * 3, ended_s=200 + day, reason=reason, taken_by=f"Ana{day % 4}"),
            _past("cancelled", None, 90, made_at=at, department="garden"),
        ]
    calls.append(_past(made_at=NOW, outcome="no_such_thing", sku="=7", department="bakery"))
    calls.append(_past(made_at=NOW, taken_s=20_000, ended_s=21_000, silences=1, department=None, reason="other"))
    team = [accounts.Associate(f"Ana{i}", ("dairy",), Role.ASSOCIATE, "key", "hash") for i in range(4)]
    return report(calls, Rules(), team, local=datetime.astimezone, now=NOW)


class Link:
    """Answers with a report, or is away."""

    def __init__(self) -> None:
        self.rows = made_up(28)
        self.away = False
        self.asked: list[int] = []

    def next_id(self) -> int:
        return 1

    async def request(self, message: Any, _reply: type[Any]) -> Any:
        if self.away:
            raise NotLive
        self.asked.append(message.days)
        since = NOW - timedelta(days=message.days - 1)
        return protocol.PageReportReply(id=1, since=since.isoformat(), until=NOW.isoformat(), rows=self.rows)


@pytest.fixture
def link() -> Link:
    return Link()


@pytest.fixture
async def web(tmp_path: Path, link: Link) -> AsyncIterator[httpx.AsyncClient]:
    """A phone that was let in."""
    accounts.add(tmp_path, "Lea", pin="380214", role=Role.LEAD)
    accounts.add(tmp_path, "Sam", pin="380214")
    page = StaffPage(tmp_path, Board("Corner & <Sons>", lambda: NOW), link, lambda: NOW)  # type: ignore[arg-type]
    token = devices.add(tmp_path, "", NOW)[1]
    transport = httpx.ASGITransport(page.app())
    async with httpx.AsyncClient(
        transport=transport, base_url="http://localhost", cookies={DEVICE_COOKIE: token}
    ) as web:
        yield web


async def _sign_in(web: httpx.AsyncClient, name: str) -> None:
    form = (await web.get("/login", headers=HTML)).text
    token = re.search(r'form_token" value="([0-9a-f]{64})"', form)
    assert token is not None
    answer = await web.post("/login", data={"name": name, "pin": "380214", "form_token": token[1]}, headers=HTML)
    assert answer.status_code == 303


@pytest.mark.parametrize("path", ["/report", "/report.csv"])
async def test_only_leads_and_managers_see_it(web: httpx.AsyncClient, link: Link, path: str) -> None:
    assert (await web.get(path)).status_code == 401
    await _sign_in(web, "Sam")
    assert (await web.get(path, headers=HTML)).status_code == 403
    assert link.asked == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [0, 1, 7, 28])
async def test_it_is_whole_in_every_language(web: httpx.AsyncClient, link: Link, language: str, days: int) -> None:
    link.rows = made_up(days) if days else report([], Rules(), (), local=datetime.astimezone, now=NOW)
    await _sign_in(web, "Lea")
    answer = await web.get("/report", params={"lang": language, "days": 7}, headers=HTML)
    assert answer.status_code == 200
    assert f'lang="{language}"' in answer.text
    assert not re.search(r"\$|\{\w+\}|None|report\.(?!csv)", answer.text.split("<main>")[1])
    for drawn in re.findall(r"<svg.*?</svg>", answer.text, re.DOTALL):
        ElementTree.fromstring(drawn)


@pytest.mark.parametrize(
    ("asked", "days"), [("7", 7), ("365", 365), ("", 28), ("-1", 28), ("9999999999", 28), ("٧", 28)]
)
async def test_only_offered_spans_are_asked_for(web: httpx.AsyncClient, link: Link, asked: str, days: int) -> None:
    await _sign_in(web, "Lea")
    answer = await web.get("/report", params={"days": asked}, headers=HTML)
    assert link.asked == [days]
    assert f'href="?days={days}" aria-current="page"' in answer.text


async def test_figures_and_names_stand_in_the_page_as_text(web: httpx.AsyncClient, link: Link) -> None:
    link.rows = [
        ReportRow(
            by="all", key="", calls=12_345, taken=12_000, answer_s=54, answer_p90_s=185, missed=123, in_first=617
        ),
        ReportRow(by="department", key="d", name="Milk & <Eggs>", calls=3, answer_s=5000),
        ReportRow(by="lacking", key="7", name="<script>alert(1)</script>", calls=2),
    ]
    await _sign_in(web, "Lea")
    text = (await web.get("/report", headers=HTML)).text
    for part in ("12,345", "54 s", "3:05 min", "1%", "5%", "Milk &amp; &lt;Eggs&gt;", "83:20 min", "&lt;script&gt;"):
        assert part in text, part
    assert "<script>alert" not in text


async def test_the_table_is_a_file_for_spreadsheets(web: httpx.AsyncClient) -> None:
    await _sign_in(web, "Lea")
    answer = await web.get("/report.csv", params={"days": "7"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert re.search(
        r'attachment; filename="calls-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv"', answer.headers["content-disposition"]
    )
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert lines[0]["calls"] == "58"
    assert next(line["key"] for line in lines if line["by"] == "lacking") == "'=7"


@pytest.mark.parametrize("path", ["/report", "/report.csv"])
async def test_without_the_engine_it_says_so(web: httpx.AsyncClient, link: Link, path: str) -> None:
    await _sign_in(web, "Lea")
    link.away = True
    answer = await web.get(path, headers=HTML)
    assert answer.status_code == 503
    assert "No connection to the kiosk" in answer.text


def test_bars_stay_inside_and_are_named() -> None:
    drawn = bars("By <day>", [Bar(3, 1, "1/2", "a & b"), Bar(0, 0, "", ""), Bar(9, 9, "3/2", "")], "9")
    root = ElementTree.fromstring(drawn)
    assert root.get("aria-label") == "By <day>"
    for rect in root.iter("rect"):
        assert float(rect.get("y", "-1")) >= 16
        assert 0 <= float(rect.get("x", "-1")) <= 360 - float(rect.get("width", "999"))
    assert len(list(root.iter("rect"))) == 4


# --- a real browser -------------------------------------------------------------------------------------------------


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    accounts.add(tmp_path, "Lea", pin="380214", role=Role.MANAGER)
    engine = FakeEngine(tmp_path / "engine.sock")
    engine.report = made_up(28)
    engine.start()
    with staff_page(tmp_path) as url:
        yield url
    engine.stop()


@pytest.mark.whole
@pytest.mark.parametrize(("dark", "language", "width"), [(False, "en", 360), (True, "ar", 360), (False, "de", 390)])
def test_the_report_on_a_phone(url: str, dark: bool, language: str, width: int) -> None:
    with phone(url, dark=dark, width=width) as page:
        sign_in(page, "Lea", "380214")
        page.goto(f"{url}report?days=28&lang={language}")
        check_accessible(page)
        page.locator("summary").tap()
        check_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        page.locator("nav.spans a").first.tap()
        page.wait_for_url("**/report?days=7")
        with page.expect_download() as download:
            page.locator("a[download]").tap()
        assert download.value.suggested_filename.endswith(".csv")
