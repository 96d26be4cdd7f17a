"""A phone: headless Chromium at phone size, for tests of the staff page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from kiosk.staff import certificates, devices
from kiosk.staff.web.door import DEVICE_COOKIE
from tests.kiosk.staff.serving import SERVED

SYSTEM_CHROMIUM = Path("/usr/bin/chromium")
_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_REMEDY = (
    "The tests of the staff page need Chromium: install the package 'chromium', "
    "or run '.venv/bin/playwright install --with-deps chromium'."
)


@contextmanager
def phone(
    url: str,
    *,
    folder: Path | None = None,
    joined: bool = True,
    width: int = 360,
    height: int = 740,
    dark: bool = False,
    scale: float = 2,
    locale: str = "en-US",
) -> Iterator[Page]:
    """A phone that has opened this address; any error in the page's own console fails the test at the end.

    It was let in before, if `joined`, by the staff page whose data lie in `folder` (known for those of `serving`). Over
    HTTPS it takes the key of that page's certificate and no other.
    """
    folder = folder or SERVED[url]
    with sync_playwright() as playwright:
        browser = _launch(playwright, _trusting(folder) if url.startswith("https:") else ())
        try:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                device_scale_factor=scale,
                is_mobile=True,
                has_touch=True,
                color_scheme="dark" if dark else "light",
                locale=locale,
            )
            if joined:
                context.add_cookies([_let_in(url, folder)])
            context.set_default_timeout(15_000)
            page = context.new_page()
            complaints: list[str] = []
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda told: complaints.append(told.text) if _matters(told.type, told.text) else None)
            page.goto(url)
            yield page
            assert complaints == []
        finally:
            browser.close()


@contextmanager
def other_phone(page: Page, url: str, name: str, pin: str) -> Iterator[Page]:
    """A second phone, of a colleague who is signed in, beside one that is open."""
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    try:
        context.add_cookies([_let_in(url, SERVED[url])])
        context.set_default_timeout(15_000)
        second = context.new_page()
        second.goto(url)
        sign_in(second, name, pin)
        yield second
    finally:
        context.close()


def sign_in(page: Page, name: str, pin: str) -> None:
    """Fill in the sign-in form and wait for the calls to be live."""
    page.get_by_label("First name").fill(name)
    page.get_by_label("PIN").fill(pin)
    page.get_by_role("button", name="Sign in").tap()
    page.get_by_text("Live", exact=True).wait_for()


def _let_in(url: str, folder: Path) -> dict[str, Any]:
    """The cookie of a device that this staff page knows."""
    _, token = devices.add(folder, "Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile", datetime.now(UTC))
    safe = url.startswith("https:")
    name = f"__Host-{DEVICE_COOKIE}" if safe else DEVICE_COOKIE
    return {"name": name, "value": token, "url": url, "httpOnly": True, "secure": safe, "sameSite": "Strict"}


def _matters(kind: str, text: str) -> bool:
    """Failed requests are part of what is tested; everything else the browser calls an error is one."""
    return kind == "error" and "Failed to load resource" not in text


def _trusting(folder: Path) -> tuple[str, ...]:
    """Has Chromium trust the key of a staff page's own certificate."""
    files = certificates.own_files(folder)
    key = x509.load_pem_x509_certificate(files.certificate.read_bytes()).public_key()
    told = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return (f"--ignore-certificate-errors-spki-list={b64encode(sha256(told).digest()).decode()}",)


def _launch(playwright: Playwright, more: tuple[str, ...] = ()) -> Browser:
    try:
        if SYSTEM_CHROMIUM.exists():
            return playwright.chromium.launch(executable_path=SYSTEM_CHROMIUM, args=[*_ARGS, *more])
        return playwright.chromium.launch(args=[*_ARGS, *more])
    except Error as error:
        raise AssertionError(f"{_REMEDY}\n{error.message}") from error
