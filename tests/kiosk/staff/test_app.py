"""The web application without a network: who gets in, what is refused, and what the headers say."""

import re
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from kiosk import protocol
from kiosk.staff import accounts, devices
from kiosk.staff.guessing import LOCKED
from kiosk.staff.link import NotLive, Refused
from kiosk.staff.web.app import StaffPage
from kiosk.staff.web.board import Board
from kiosk.staff.web.door import COOKIE, DEVICE_COOKIE, LOGIN_COOKIE

ADDRESS = "http://192.168.1.5:8765"
HTML = {"accept": "text/html"}


class Time:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)

    def __call__(self):
        return self.now


class Link:
    """Takes every step, or raises what it was told to."""

    def __init__(self):
        self.steps = []
        self.raises = None

    def next_id(self):
        return 1

    async def request(self, message, reply):
        if isinstance(message, protocol.StepPage):
            self.steps.append((message.page, message.step, message.who))
        if self.raises is not None:
            raise self.raises
        page = protocol.PageView(
            id=message.page, kiosk="k", place="p", reason="help", department=None, priority="normal", state="claimed",
            words="", product=None, created_at="2026-11-21T12:00:00+00:00", changed_at="2026-11-21T12:00:01+00:00",
            claimed_by=message.who, session="s",
        )  # fmt: skip
        return reply(id=1, page=page)


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def link():
    return Link()


@pytest.fixture
def page(tmp_path, link, time):
    accounts.add(tmp_path, "Sam", pin="380214")
    return StaffPage(tmp_path, Board("Corner & <Sons>", time), link, time)


@pytest.fixture
async def web(page, phone):
    """A phone that was let in; nobody is signed in on it."""
    transport = httpx.ASGITransport(page.app(lambda: {"staff.store.example", "localhost"}), client=("10.0.0.7", 5000))
    async with httpx.AsyncClient(transport=transport, base_url=ADDRESS, cookies=phone) as client:
        yield client


@pytest.fixture
def phone(tmp_path, time):
    """The cookie of a phone that was let in."""
    return {DEVICE_COOKIE: devices.add(tmp_path, "", time.now)[1]}


def token_of(answer):
    return re.search(r'form[_-]token"?(?: value)?="([0-9a-f]{64})"', answer.text)[1]


async def sign_in(web, name="Sam", pin="380214"):
    form = {"name": name, "pin": pin, "form_token": token_of(await web.get("/login"))}
    return await web.post("/login", data=form, headers=HTML)


async def test_signing_in_leads_to_the_board(web):
    answer = await sign_in(web, " sAM ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith(COOKIE))
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Max-Age=43200" in cookie
    board = await web.get("/", headers=HTML)
    assert board.status_code == 200
    assert "Sam" in board.text
    assert "Corner &amp; &lt;Sons&gt;" in board.text
    assert (await web.get("/login")).headers["location"] == "/"


@pytest.mark.parametrize(
    ("name", "pin"), [("Sam", "380215"), ("Sam", ""), ("Nobody", "380214"), ("", ""), ("Sam", "9" * 3000)]
)
async def test_a_wrong_name_or_pin_is_told_alike(web, name, pin):
    answer = await sign_in(web, name, pin)
    assert answer.status_code == 401
    assert "That name and PIN do not match." in answer.text
    assert COOKIE not in web.cookies


async def test_what_was_typed_as_name_comes_back_as_text(web):
    answer = await sign_in(web, '"><script>alert(1)</script>')
    assert "<script>" not in answer.text
    assert "&quot;&gt;&lt;script&gt;" in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/events", "/board.html", "/calls/x", "/static/../app.py", "/docs", "/favicon.ico"]
)
async def test_nothing_is_seen_without_signing_in(web, path):
    page = await web.get(path, headers=HTML)
    assert (page.status_code, page.headers["location"]) == (303, "/login")
    assert (await web.get(path)).status_code == 401


@pytest.mark.parametrize("path", ["/calls/x/claim", "/logout", "/", "/events"])
async def test_nothing_is_done_without_signing_in(web, link, phone, path):
    for cookies in ({}, phone, {**phone, COOKIE: "a" * 43}, {**phone, COOKIE: ""}):
        web.cookies = cookies
        assert (await web.post(path, data={"form_token": "x"})).status_code in (401, 405)
    assert link.steps == []


@pytest.mark.parametrize("path", ["/static/app.js", "/static/board.css", "/static/icon.svg", "/static/icon-512.png",
                                  "/manifest.webmanifest", "/healthz", "/login"])  # fmt: skip
async def test_what_everybody_may_see(web, path):
    assert (await web.get(path)).status_code == 200


async def test_a_step_carries_the_name_of_who_is_signed_in(web, link):
    await sign_in(web)
    token = token_of(await web.get("/"))
    body = {"who": "Alex", "claimed_by": "Alex", "form_token": token}
    answer = await web.post("/calls/p1/claim?who=Alex", data=body, headers={"x-who": "Alex"})
    assert (answer.status_code, answer.json()["call"]["state"]) == (200, "claimed")
    assert link.steps == [("p1", "claim", "Sam")]


async def test_a_post_without_the_sessions_own_token_is_refused(web, link):
    first = token_of(await web.get("/login"))
    await sign_in(web)
    for headers in ({}, {"x-form-token": ""}, {"x-form-token": first}, {"x-form-token": "ü".encode()}):
        assert (await web.post("/calls/p1/claim", headers=headers, data={"a": "b"})).status_code == 403
        assert (await web.post("/logout", headers=headers, data={"a": "b"})).status_code == 403
    assert link.steps == []
    assert (await web.get("/")).status_code == 200


async def test_signing_in_needs_the_token_of_the_form(web):
    for form_token in ("", "0" * 64):
        form = {"name": "Sam", "pin": "380214", "form_token": form_token}
        answer = await web.post("/login", data=form)
        assert answer.status_code == 403
        assert "try again" in answer.text
    stolen = token_of(await web.get("/login"))
    web.cookies.delete(LOGIN_COOKIE)
    assert (await web.post("/login", data={"name": "Sam", "pin": "380214", "form_token": stolen})).status_code == 403


async def test_signing_out_ends_the_session_on_the_server(web):
    await sign_in(web)
    cookie = web.cookies[COOKIE]
    answer = await web.post("/logout", data={"form_token": token_of(await web.get("/"))})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    web.cookies.set(COOKIE, cookie)
    assert (await web.get("/")).status_code == 401


async def test_a_removed_account_is_out_at_once(web, tmp_path):
    await sign_in(web)
    accounts.remove(tmp_path, "Sam")
    assert (await web.get("/")).status_code == 401


async def test_guessing_is_slowed_down_and_then_locked(web, time, link):
    waits = 0
    for _ in range(200):
        answer = await sign_in(web, pin="000000")
        if answer.status_code == 429:
            wait = int(answer.headers["retry-after"])
            assert "Please wait" in answer.text
            waits += 1
            if wait >= LOCKED.total_seconds():
                break
            time.now += timedelta(seconds=wait)
    assert waits == 7
    assert "15 min" in answer.text
    assert (await sign_in(web)).status_code == 429
    time.now += LOCKED
    assert (await sign_in(web)).status_code == 303


async def test_other_spellings_of_a_name_do_not_get_more_tries(web):
    for name in ("Sam", "SAM", "ｓａｍ", " sam  "):
        last = await sign_in(web, name, "000000")
    assert last.status_code == 401
    assert (await sign_in(web, "sam", "000000")).status_code == 429


async def test_an_address_that_tries_many_names_is_slowed_down(web):
    codes = [(await sign_in(web, f"name{number}", "000000")).status_code for number in range(9)]
    assert codes[:7] == [401] * 7
    assert codes[7:] == [429] * 2


@pytest.mark.parametrize("host", ["192.168.1.5:8765", "[fe80::1]:8765", "localhost", "STAFF.store.example:1"])
async def test_known_hosts(web, host):
    assert (await web.get("/healthz", headers={"host": host})).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "", "192.168.1.5.evil.example", "[evil]:1", "a b"]
)
async def test_unknown_hosts(web, host):
    answer = await web.get("/login", headers={"host": host})
    assert answer.status_code == 421
    assert "form" not in answer.text


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
                {"sec-fetch-site": "same-site"}, {"origin": "http://192.168.1.5:1"}],
)  # fmt: skip
async def test_posts_from_another_site_are_refused(web, headers, link):
    await sign_in(web)
    headers = {**headers, "x-form-token": token_of(await web.get("/"))}
    assert (await web.post("/calls/p1/claim", headers=headers)).status_code == 403
    assert link.steps == []
    good = {"origin": ADDRESS, "sec-fetch-site": "same-origin", "x-form-token": headers["x-form-token"]}
    assert (await web.post("/calls/p1/claim", headers=good)).status_code == 200


async def test_bodies_are_bounded(web):
    async def endless():
        while True:
            yield b"x" * 1000

    assert (await web.post("/login", content=b"a=" + b"x" * 5000)).status_code == 413
    assert (await web.post("/login", content=endless())).status_code == 411
    assert (await web.post("/login", content=endless(), headers={"content-length": "100"})).status_code == 413


@pytest.mark.parametrize("body", [b"\xff\xfe", b"&".join(b"a=b" for _ in range(50)), b"%ff%00", b"=&=&", b""])
async def test_odd_forms_are_an_answer_not_an_accident(web, body):
    assert (await web.post("/login", content=body)).status_code in (400, 403)


@pytest.mark.parametrize("path", ["/login", "/static/app.js", "/healthz", "/", "/nothing", "/manifest.webmanifest"])
@pytest.mark.parametrize("signed_in", [False, True])
async def test_every_answer_carries_the_strict_headers(web, path, signed_in):
    if signed_in:
        await sign_in(web)
    headers = (await web.get(path)).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


async def test_pages_carry_no_inline_script_or_style_and_nothing_from_elsewhere(web):
    await sign_in(web)
    web_pages = [(await web.get("/")).text, (await web.get("/nothing", headers=HTML)).text]
    web.cookies.delete(COOKIE)
    web_pages.append((await web.get("/login")).text)
    web.cookies.clear()
    web_pages.append((await web.get("/join")).text)
    for text in web_pages:
        assert not re.search(r"<style|style=|javascript:|\son\w+=|https?://|src=\"//", text)
        assert not re.search(r"<script(?![^>]*src=\"/static/)", text)


@pytest.mark.parametrize(
    ("raised", "status", "words"),
    [
        (NotLive("x"), 503, "No connection to the kiosk"),
        (Refused("busy", "Alex already took this call."), 409, "Alex already took this call."),
        (Refused("not_found", "There is no such call."), 404, "There is no such call."),
        (Refused("bad_request", ""), 409, "That did not work"),
    ],
)
async def test_a_step_that_fails_says_why(web, link, raised, status, words):
    await sign_in(web)
    link.raises = raised
    answer = await web.post("/calls/p1/claim", headers={"x-form-token": token_of(await web.get("/"))})
    assert answer.status_code == status
    assert words in answer.json()["error"]


async def test_damaged_accounts_are_told_politely(web, tmp_path):
    await sign_in(web)
    (tmp_path / "staff.json").write_text("{")
    for answer in (await web.get("/", headers=HTML), await sign_in_again(web)):
        assert answer.status_code == 503
        assert "Please tell your manager" in answer.text
        assert "staff.json" not in answer.text


async def sign_in_again(web):
    web.cookies.delete(COOKIE)
    return await sign_in(web)


async def test_health_tells_whether_the_engine_is_there(web, page):
    assert (await web.get("/healthz")).json() == {"live": False}
    page._board.live = True
    assert (await web.get("/healthz")).json() == {"live": True}


async def test_unknown_pages_when_signed_in(web):
    await sign_in(web)
    assert (await web.get("/nothing", headers=HTML)).status_code == 404
    assert (await web.get("/static/nothing.js")).status_code == 404
    assert (await web.get("/calls/a/claim")).status_code in (404, 405)
