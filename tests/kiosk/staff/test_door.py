"""Becoming a phone that may sign in, and the page of phones, without a network."""

import re
from datetime import timedelta

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.staff import accounts, devices, invites
from kiosk.staff.accounts import Role
from kiosk.staff.guessing import LOCKED
from kiosk.staff.web.app import StaffPage
from kiosk.staff.web.board import Board
from kiosk.staff.web.door import COOKIE, DEVICE_COOKIE
from tests.kiosk.staff.clock import Time

HTML = {"accept": "text/html"}
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1"


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def app(tmp_path, time):
    accounts.add(tmp_path, "Sam", pin="380214")
    accounts.add(tmp_path, "Kim", pin="951407", role=Role.LEAD)
    return StaffPage(tmp_path, Board("Corner & <Sons>", time), None, time).app()


@pytest.fixture
def browsers(app):
    """Makes browsers that know nothing yet; `address` is where they ask from."""

    def browser(scheme="http", address="10.0.0.7"):
        transport = httpx.ASGITransport(app, client=(address, 5000))
        headers = {**HTML, "user-agent": IPHONE, "accept-language": "en"}
        return httpx.AsyncClient(transport=transport, base_url=f"{scheme}://192.168.1.5:8765", headers=headers)

    return browser


@pytest.fixture
async def web(browsers):
    async with browsers() as client:
        yield client


def token_of(answer):
    return re.search(r'name="form_token" value="([0-9a-f]{64})"', answer.text)[1]


async def join(web, code):
    return await web.post("/join", data={"code": code, "form_token": token_of(await web.get("/join"))})


async def sign_in(web, name="Sam", pin="380214"):
    form = {"name": name, "pin": pin, "form_token": token_of(await web.get("/login"))}
    return await web.post("/login", data=form)


async def joined(web, folder, time, name="Sam", pin="380214"):
    await join(web, invites.make(folder, time.now).code)
    answer = await sign_in(web, name, pin)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_a_code_and_a_pin_lead_to_the_board(web, tmp_path, time):
    answer = await web.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/join")
    answer = await join(web, invites.make(tmp_path, time.now).code.lower().replace("-", " "))
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    (phone,) = devices.devices(tmp_path)
    assert (phone.kind, phone.browser) == ("iphone", "Safari")
    assert (await web.get("/")).headers["location"] == "/login"
    await sign_in(web)
    assert (await web.get("/")).status_code == 200
    assert devices.devices(tmp_path)[0].by == "Sam"
    assert (await web.get("/join")).headers["location"] == "/login"


async def test_without_a_phones_cookie_neither_the_sign_in_is_shown_nor_a_pin_tried(web, tmp_path, time, browsers):
    async with browsers() as stranger:
        assert (await stranger.get("/login")).headers["location"] == "/join"
        form = {"name": "Sam", "pin": "380214", "form_token": token_of(await stranger.get("/join"))}
        for _ in range(20):
            answer = await stranger.post("/login", data=form)
            assert (answer.status_code, answer.headers["location"]) == (303, "/join")
        assert COOKIE not in stranger.cookies
        assert (await stranger.get("/events", headers={"accept": "*/*"})).json() == {
            "error": "This phone is not let in yet."
        }
    await joined(web, tmp_path, time)


async def test_a_sessions_cookie_is_worth_nothing_on_another_phone(web, tmp_path, time, browsers):
    await joined(web, tmp_path, time)
    async with browsers() as other:
        other.cookies.set(COOKIE, web.cookies[COOKIE])
        assert (await other.get("/")).headers["location"] == "/join"
        await join(other, invites.make(tmp_path, time.now).code)
        assert (await other.get("/")).headers["location"] == "/login"


async def test_a_code_lets_one_phone_in(web, tmp_path, time, browsers):
    code = invites.make(tmp_path, time.now).code
    await join(web, code)
    async with browsers() as second:
        answer = await join(second, code)
        assert answer.status_code == 401
        assert "Ask for a new one" in answer.text
        assert DEVICE_COOKIE not in second.cookies


async def test_an_old_code_is_told(web, tmp_path, time):
    code = invites.make(tmp_path, time.now).code
    time.now += invites.LASTS
    answer = await join(web, code)
    assert answer.status_code == 401
    assert devices.devices(tmp_path) == ()


async def test_codes_cannot_be_guessed_at_will(web, tmp_path, time):
    codes = [(await join(web, "0000-0000-0000")).status_code for _ in range(9)]
    assert codes == [401] * 7 + [429] * 2
    for _ in range(60):
        answer = await join(web, "0000-0000-0000")
        if answer.status_code == 429:
            wait = int(answer.headers["retry-after"])
            if wait >= LOCKED.total_seconds():
                break
            time.now += timedelta(seconds=wait)
    assert wait == LOCKED.total_seconds()
    assert (await join(web, invites.make(tmp_path, time.now).code)).status_code == 429


async def test_joining_needs_the_token_of_the_form(web, tmp_path, time):
    code = invites.make(tmp_path, time.now).code
    assert (await web.post("/join", data={"code": code, "form_token": "0" * 64})).status_code == 403
    assert invites.waiting(tmp_path, time.now)


async def test_a_phone_that_tries_pins_of_many_is_slowed_down_wherever_it_asks_from(web, tmp_path, time, browsers):
    await join(web, invites.make(tmp_path, time.now).code)
    codes = []
    for number in range(9):
        async with browsers(address=f"10.0.0.{number}") as moved:
            moved.cookies.set(DEVICE_COOKIE, web.cookies[DEVICE_COOKIE])
            codes.append((await sign_in(moved, f"name{number}", "000000")).status_code)
    assert codes == [401] * 7 + [429] * 2


async def test_ones_own_pin_gives_no_more_tries_at_others(web, tmp_path, time):
    await joined(web, tmp_path, time)
    codes = []
    for _ in range(6):
        web.cookies.delete(COOKIE)
        codes.append((await sign_in(web, "Kim", "000000")).status_code)
        web.cookies.delete(COOKIE)
        codes.append((await sign_in(web)).status_code)
    assert 429 in codes


async def test_under_tls_every_cookie_is_bound_to_this_host(browsers, tmp_path, time):
    async with browsers("https") as web:
        told = []
        told += (await join(web, invites.make(tmp_path, time.now).code)).headers.get_list("set-cookie")
        told += (await sign_in(web)).headers.get_list("set-cookie")
        told += (await web.get("/?lang=de")).headers.get_list("set-cookie")
        assert len(told) >= 4
        for cookie in told:
            assert cookie.startswith("__Host-aislewise_")
            assert all(word in cookie for word in ("; Secure", "; Path=/", "; HttpOnly", "SameSite=strict"))
            assert "Domain" not in cookie


@pytest.mark.parametrize(
    ("scheme", "origin", "status"),
    [("http", "http", 303), ("http", "https", 303), ("https", "https", 303), ("https", "http", 403)],
)
async def test_a_form_comes_from_a_page_that_is_at_least_as_safe(browsers, tmp_path, time, scheme, origin, status):
    async with browsers(scheme) as web:
        form = {"code": invites.make(tmp_path, time.now).code, "form_token": token_of(await web.get("/join"))}
        answer = await web.post("/join", data=form, headers={"origin": f"{origin}://192.168.1.5:8765"})
        assert answer.status_code == status


async def test_a_cookie_set_without_tls_is_worth_nothing_under_it(browsers, tmp_path, time):
    async with browsers() as plain, browsers("https") as web:
        await joined(plain, tmp_path, time)
        for name in (COOKIE, DEVICE_COOKIE):
            web.cookies.set(name, plain.cookies[name])
        assert (await web.get("/")).headers["location"] == "/join"


async def test_a_revoked_phone_is_out_at_once(web, tmp_path, time):
    await joined(web, tmp_path, time)
    devices.revoke(tmp_path, devices.devices(tmp_path)[0].id)
    assert (await web.get("/")).headers["location"] == "/join"
    assert (await web.get("/events", headers={"accept": "*/*"})).status_code == 401


async def test_damaged_phones_are_told_politely(web, tmp_path, time):
    await joined(web, tmp_path, time)
    (tmp_path / devices.FILE).write_text("{")
    for path in ("/", "/login", "/join"):
        answer = await web.get(path)
        assert answer.status_code == 503
        assert "Please tell your manager" in answer.text
        assert devices.FILE not in answer.text


# --- the page of phones ----------------------------------------------------------------------------------------------


async def test_an_associate_sees_and_names_the_own_phone_only(web, tmp_path, time):
    other, _ = devices.add(tmp_path, "Windows NT Firefox/1", time.now)
    await joined(web, tmp_path, time)
    page = await web.get("/phones")
    assert "iPhone, Safari" in page.text
    assert "Windows" not in page.text
    form = {"form_token": token_of(page), "name": "<b>Sam’s</b>"}
    own = next(device for device in devices.devices(tmp_path) if device.id != other.id)
    assert (await web.post(f"/phones/{own.id}/name", data=form)).headers["location"] == "/phones"
    assert "&lt;b&gt;Sam’s&lt;/b&gt;" in (await web.get("/phones")).text
    for path in (f"/phones/{other.id}/name", f"/phones/{other.id}/remove", f"/phones/{own.id}/remove", "/phones/code"):
        answer = await web.post(path, data=form)
        assert answer.status_code == 403
        assert "Only leads and managers" in answer.text
    assert (await web.get("/phones/code")).status_code == 403
    assert len(devices.devices(tmp_path)) == 2


async def test_a_lead_lets_a_phone_in_and_out(web, tmp_path, time, browsers):
    await joined(web, tmp_path, time, "Kim", "951407")
    token = token_of(await web.get("/phones"))
    page = await web.post("/phones/code", data={"form_token": token})
    assert "<svg" in page.text
    assert "10 minutes" in page.text
    assert (await web.get("/phones/code")).json() == {"waiting": True}
    code = re.search(r"<strong>([0-9A-Z-]{14})</strong>", page.text)[1]
    async with browsers() as second:
        await join(second, code)
        await sign_in(second)
        assert (await web.get("/phones/code")).json() == {"waiting": False}
        assert (await web.get("/phones")).text.count("<li>") == 2
        other = next(device for device in devices.devices(tmp_path) if device.by == "Sam")
        gone = await web.post(f"/phones/{other.id}/remove", data={"form_token": token})
        assert gone.headers["location"] == "/phones"
        assert (await second.get("/")).headers["location"] == "/join"
    assert (await web.post(f"/phones/{other.id}/remove", data={"form_token": token})).status_code == 409
    assert (await web.get("/")).status_code == 200


async def test_a_name_that_is_too_long_is_told(web, tmp_path, time):
    await joined(web, tmp_path, time)
    token = token_of(await web.get("/phones"))
    phone = devices.devices(tmp_path)[0].id
    answer = await web.post(f"/phones/{phone}/name", data={"form_token": token, "name": "x" * 41})
    assert answer.status_code == 409
    assert "at most 40" in answer.text


async def test_signing_out_everywhere(web, tmp_path, time, browsers):
    await joined(web, tmp_path, time)
    async with browsers() as second:
        await joined(second, tmp_path, time)
        form = {"form_token": token_of(await second.get("/phones")), "everywhere": "yes"}
        assert (await second.post("/logout", data=form)).headers["location"] == "/login"
    assert (await web.get("/")).headers["location"] == "/login"


@pytest.mark.parametrize("path", ["/phones/code", "/phones/x/name", "/phones/x/remove"])
async def test_nothing_changes_without_the_sessions_token(web, tmp_path, time, path):
    await joined(web, tmp_path, time, "Kim", "951407")
    assert (await web.post(path, data={"form_token": "0" * 64})).status_code == 403


# --- languages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "headers", "language"),
    [("", {"accept-language": "de-DE,en;q=0.5"}, "de"), ("?lang=ar", {"accept-language": "de"}, "ar"),
     ("?lang=xx", {"accept-language": "fr"}, "fr"), ("", {"accept-language": "it"}, "en")],
)  # fmt: skip
async def test_a_page_is_in_the_readers_language(web, query, headers, language):
    page = await web.get(f"/join{query}", headers=headers)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text


async def test_a_chosen_language_is_remembered(web):
    await web.get("/join?lang=es")
    assert '<html lang="es"' in (await web.get("/join", headers={"accept-language": "de"})).text


# --- whatever comes in -----------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=500), st.binary(max_size=200))
async def test_any_cookies_and_forms_are_answered_and_open_nothing(browsers, body, cookies):
    header = bytes(byte for byte in cookies if byte >= 32 and byte != 127)
    async with browsers() as web:
        for path in ("/join", "/login", "/logout", "/phones/code"):
            answer = await web.post(path, content=body, headers={b"cookie": header})
            assert answer.status_code in (303, 400, 401, 403)
            assert answer.headers.get("location") in (None, "/join")
        assert (await web.get("/", headers={b"cookie": header})).headers["location"] == "/join"
