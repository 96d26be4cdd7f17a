"""TLS and plain HTTP on one port, with the staff page as the process that it is."""

import contextlib
import re
import socket
import ssl
import subprocess
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import accounts, certificates, devices, invites
from kiosk.staff.accounts import Role
from kiosk.staff.web.door import DEVICE_COOKIE
from kiosk.staff.web.front import answer_plain
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import ROOT, command, staff_page

NAMES = frozenset({"kiosk-3", "*.store.example"})
PEM = b"-----BEGIN CERTIFICATE-----\n"


# --- what is said without TLS -----------------------------------------------------------------------------------------


def plain(text, authority=PEM):
    head, _, body = answer_plain(text.replace("\n", "\r\n").encode(), NAMES, authority).partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    return status.partition(" ")[2], dict(line.split(": ", 1) for line in lines), body


@pytest.mark.parametrize("host", ["192.168.1.5:8765", "[fd00::2]:8765", "kiosk-3", "staff.store.example:8765"])
def test_a_browser_is_led_to_the_same_page_over_tls(host):
    status, headers, _ = plain(f"GET /join?lang=de HTTP/1.1\nhost: {host}\nAccept: */*\n\n")
    assert status == "307 Temporary Redirect"
    assert headers["Location"] == f"https://{host}/join?lang=de"


@pytest.mark.parametrize(
    "asked",
    ["GET / HTTP/1.1\nHost: evil.example\n\n", "GET / HTTP/1.1\n\n", "POST /login HTTP/1.1\nHost: 10.0.0.1\n\n",
     "GET / HTTP/1.1\nHost: a b\n\n", "GET http://evil.example/ HTTP/1.1\nHost: 10.0.0.1\n\n", "\n\n", "",
     "GET / HTTP/1.1\nHost: .store.example\n\n", "GET / HTTP/1.1\nHost: a.b.store.example\n\n"],
)  # fmt: skip
def test_whatever_else_is_told_where_it_should_have_come(asked):
    status, headers, body = plain(asked)
    assert status == "400 Bad Request"
    assert "Location" not in headers
    assert b"https://" in body


def test_a_phone_can_fetch_what_it_is_to_trust():
    status, headers, body = plain("GET /ca.crt HTTP/1.1\nHost: 10.0.0.1\n\n")
    assert (status, body) == ("200 OK", PEM)
    assert headers["Content-Type"] == "application/x-x509-ca-cert"
    assert plain("HEAD /ca.crt HTTP/1.1\nHost: 10.0.0.1\n\n")[2] == b""
    assert plain("GET /ca.crt HTTP/1.1\nHost: 10.0.0.1\n\n", None)[0] == "307 Temporary Redirect"


@given(st.binary(max_size=300), st.sampled_from([b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: 10.0.0.1\r\n"]))
def test_any_bytes_get_one_well_formed_answer(noise, start):
    answer = answer_plain(start + noise, NAMES, PEM)
    head, end, body = answer.partition(b"\r\n\r\n")
    assert end
    assert head.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 307 ", b"HTTP/1.1 200 "))
    names = [line.partition(b":")[0] for line in head.split(b"\r\n")[1:]]
    assert len(names) == len(set(names))
    assert int(re.search(rb"Content-Length: (\d+)", head)[1]) >= len(body)


# --- the process ------------------------------------------------------------------------------------------------------


@pytest.fixture
def engine(tmp_path):
    accounts.add(tmp_path, "Kim", pin="380214", role=Role.LEAD)
    engine = FakeEngine(tmp_path / "engine.sock").start()
    yield engine
    engine.stop()


def certified(folder, **options):
    return certificates.make(folder, "127.0.0.1", (), datetime.now(UTC), **options)


@contextlib.contextmanager
def browser(url, folder, **options):
    """One that trusts the store's authority, and nobody else."""
    context = ssl.create_default_context(cafile=certificates.own_files(folder).authority)
    with httpx.Client(base_url=url, verify=context, timeout=20, **options) as web:
        yield web


def token_of(answer):
    return re.search(r'name="form_token" value="([0-9a-f]{64})"', answer.text)[1]


def signed_in(web, folder):
    code = invites.make(folder, datetime.now(UTC)).code
    web.post("/join", data={"code": code, "form_token": token_of(web.get("/join"))})
    form = {"name": "Kim", "pin": "380214", "form_token": token_of(web.get("/login"))}
    assert web.post("/login", data=form).headers["location"] == "/"


def wait_for(happens, seconds=20):
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


@pytest.mark.whole
def test_over_tls_a_phone_joins_and_signs_in_and_is_revoked_by_another_program(engine, tmp_path):
    certified(tmp_path)
    with staff_page(tmp_path) as url, browser(url, tmp_path) as web:
        assert url.startswith("https://127.0.0.1:")
        signed_in(web, tmp_path)
        assert f"__Host-{DEVICE_COOKIE}" in web.cookies
        page = web.get("/phones")
        assert page.headers["strict-transport-security"] == "max-age=15552000"
        origin = {"origin": url.rstrip("/").replace("https", "http")}
        assert web.post("/phones/code", data={"form_token": token_of(page)}, headers=origin).status_code == 403
        with web.stream("GET", "/events") as events:
            lines = events.iter_lines()
            next(line for line in lines if line.startswith("data: "))
            phone = devices.devices(tmp_path)[0].id
            program = [command(tmp_path)[0], "-m", "kiosk.cli", "staff", "revoke", phone]
            environment = {"AISLEWISE_DATA_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"}
            subprocess.run(program, check=True, cwd=ROOT, env=environment, timeout=60, capture_output=True)
            assert "event: signed-out" in list(lines)
        assert web.get("/", headers={"accept": "text/html"}).headers["location"] == "/join"


@pytest.mark.whole
def test_plain_http_on_the_same_port_is_led_to_tls(engine, tmp_path):
    certified(tmp_path)
    with staff_page(tmp_path) as url, httpx.Client(base_url=url.replace("https", "http"), timeout=20) as web:
        assert web.get("/join").headers["location"] == f"{url}join"
        authority = web.get("/ca.crt")
        assert authority.content == certificates.own_files(tmp_path).authority.read_bytes()
        with browser(url, tmp_path) as safe:
            assert safe.get("/ca.crt").content == authority.content
        assert web.post("/login", data={"name": "Kim"}).status_code == 400


@pytest.mark.whole
def test_a_certificate_is_taken_up_and_renewed_while_the_page_is_served(engine, tmp_path):
    with staff_page(tmp_path) as url:
        assert httpx.get(f"{url}join").status_code == 200
        assert httpx.get(f"{url}ca.crt").status_code == 404
        certified(tmp_path)
        wait_for(lambda: httpx.get(f"{url}join").status_code == 307)
        safe = url.replace("http", "https")
        with browser(safe, tmp_path) as web:
            assert web.get("/join").status_code == 200
        first = certificates.own_files(tmp_path).authority.read_bytes()
        certified(tmp_path, anew=True)
        assert certificates.own_files(tmp_path).authority.read_bytes() != first

        def trusted():
            with browser(safe, tmp_path) as web, contextlib.suppress(httpx.ConnectError):
                return web.get("/join").status_code == 200

        wait_for(trusted)


@pytest.mark.whole
def test_one_that_ends_soon_is_renewed_at_the_start(engine, tmp_path):
    made = certificates.make(tmp_path, "127.0.0.1", (), datetime.now(UTC) - timedelta(days=380))
    with staff_page(tmp_path) as url, browser(url, tmp_path) as web:
        assert web.get("/join").status_code == 200
        assert certificates.read(certificates.own_files(tmp_path)).ends > made.ends + timedelta(days=300)


@pytest.mark.whole
def test_whoever_says_nothing_or_nonsense_keeps_nobody_out(engine, tmp_path):
    certified(tmp_path)
    with staff_page(tmp_path) as url, browser(url, tmp_path) as web, contextlib.ExitStack() as open_:
        address = ("127.0.0.1", int(url.rstrip("/").rpartition(":")[2]))
        for noise in [b""] * 40 + [b"\x16", b"\x16\x03\x01\x00\x05hello", b"\x00" * 50, b"GET / HTTP/1.1\r\n"] * 5:
            silent = open_.enter_context(socket.create_connection(address))
            silent.sendall(noise)
        assert web.get("/join").status_code == 200


@pytest.mark.parametrize("trouble", ["mismatch", "expired", "missing"])
def test_a_certificate_that_cannot_be_used_is_told_in_one_line(tmp_path, trouble):
    brought, other = tmp_path / "brought", tmp_path / "other"
    now = datetime.now(UTC) - timedelta(days=500 if trouble == "expired" else 0)
    for folder in (brought, other):
        certificates.make(folder, "127.0.0.1", (), now)
    files, wrong = certificates.own_files(brought), certificates.own_files(other)
    key = {"mismatch": wrong.key, "expired": files.key, "missing": tmp_path / "nothing.key"}[trouble]
    line = [*command(tmp_path), "--certificate", str(files.certificate), "--key", str(key)]
    ended = subprocess.run(line, capture_output=True, text=True, timeout=30, cwd=ROOT)
    assert ended.returncode == 2
    assert {"mismatch": "is not the key of", "expired": "ended on", "missing": "cannot be read"}[
        trouble
    ] in ended.stderr
    assert ended.stderr.count("\n") == 1
