"""A phone joins, signs in, is renamed and revoked: a real browser and real processes, over HTTPS."""

import re
from datetime import UTC, datetime

import pytest

from kiosk.staff import accounts, certificates, devices, invites
from kiosk.staff.accounts import Role
from tests.kiosk.staff.axe import check_accessible
from tests.kiosk.staff.browser import phone, sign_in
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import staff_page

pytestmark = pytest.mark.whole


@pytest.fixture
def engine(tmp_path):
    accounts.add(tmp_path, "Sam", pin="380214")
    accounts.add(tmp_path, "Kim", pin="951407", role=Role.LEAD)
    engine = FakeEngine(tmp_path / "engine.sock").start()
    yield engine
    engine.stop()


@pytest.fixture
def url(engine, tmp_path):
    certificates.make(tmp_path, "127.0.0.1", (), datetime.now(UTC))
    with staff_page(tmp_path) as url:
        yield url


def test_a_scanned_code_lets_the_phone_in_and_revoking_shuts_it_out_live(url, tmp_path):
    with phone(url, joined=False) as page:
        assert page.url == f"{url}join"
        assert page.get_by_label("First name").count() == 0
        page.goto(f"{url}join#{invites.make(tmp_path, datetime.now(UTC)).code}")
        page.get_by_text("The code was read.").wait_for()
        assert page.url == f"{url}join"
        page.get_by_role("button", name="Add this phone").tap()
        sign_in(page, "Sam", "380214")
        devices.revoke(tmp_path, devices.devices(tmp_path)[0].id)
        page.get_by_role("heading", name="Add this phone").wait_for()
        page.goto(url)
        assert page.url == f"{url}join"


def test_a_code_can_be_typed(url, tmp_path):
    with phone(url, joined=False) as page:
        page.get_by_label("Code").fill("0000 0000 0000")
        page.get_by_role("button", name="Add this phone").tap()
        page.get_by_text("Ask for a new one").wait_for()
        page.get_by_label("Code").fill(invites.make(tmp_path, datetime.now(UTC)).code.lower())
        page.get_by_role("button", name="Add this phone").tap()
        page.get_by_label("First name").wait_for()


def test_a_code_stays_in_hand_while_another_language_is_chosen(url, tmp_path):
    with phone(url, joined=False) as page:
        page.goto(f"{url}join#{invites.make(tmp_path, datetime.now(UTC)).code}")
        page.get_by_role("link", name="Deutsch").tap()
        page.get_by_text("Der Code ist gelesen.").wait_for()
        page.get_by_role("button", name="Dieses Telefon hinzufügen").tap()
        page.get_by_label("Vorname").wait_for()


def test_a_lead_lets_a_second_phone_in_and_out(url, tmp_path):
    with phone(url) as page:
        sign_in(page, "Kim", "951407")
        page.goto(f"{url}phones")
        page.get_by_role("button", name="Add a phone").tap()
        code = page.locator(".typed strong").inner_text()
        assert page.locator(".drawn svg").bounding_box()["width"] > 200
        # The code is used: the list comes by itself.
        assert invites.use(tmp_path, code, datetime.now(UTC))
        second, _ = devices.add(tmp_path, "Mozilla/5.0 (iPhone) Version/18.1 Safari/604.1", datetime.now(UTC))
        page.get_by_role("heading", name="iPhone, Safari").wait_for()
        row = page.get_by_role("listitem").filter(has_text="iPhone")
        row.get_by_text("Rename").tap()
        row.get_by_label("Name of this phone").fill("Front desk")
        row.get_by_role("button", name="Keep").tap()
        row = page.get_by_role("listitem").filter(has_text="Front desk")
        row.get_by_text("iPhone, Safari").wait_for()
        row.get_by_text("Remove", exact=True).tap()
        row.get_by_role("button", name="Remove this phone").tap()
        page.get_by_text("Front desk").wait_for(state="detached")
        assert second.id not in {device.id for device in devices.devices(tmp_path)}
        assert page.get_by_text("This phone", exact=True).is_visible()
        page.locator("time").filter(has_text=re.compile("this minute|ago")).first.wait_for()


def test_signing_out_everywhere(url, tmp_path):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        page.goto(f"{url}phones")
        page.get_by_role("button", name="Sign out everywhere").tap()
        page.get_by_label("First name").wait_for()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("locale", ["en-US", "ar-EG"])
def test_everybody_can_use_the_pages(url, tmp_path, dark, locale):
    with phone(url, joined=False, width=320, height=640, dark=dark, locale=locale) as page:
        check_accessible(page)
        page.get_by_role("button").tap()
        page.locator("#code").fill("0000-0000-0000")
        page.get_by_role("button").tap()
        page.get_by_role("alert").wait_for()
        check_accessible(page)
        page.locator("#code").fill(invites.make(tmp_path, datetime.now(UTC)).code)
        page.get_by_role("button").tap()
        page.locator("#pin").wait_for()
        check_accessible(page)
        page.locator("#name").fill("Kim")
        page.locator("#pin").fill("951407")
        page.get_by_role("button").tap()
        page.wait_for_url(url)
        page.goto(f"{url}phones")
        page.locator("form button").first.tap()
        page.locator(".drawn").wait_for()
        for summary in page.locator("summary").all():
            summary.tap()
        check_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for control in (*page.get_by_role("button").all(), *page.get_by_role("link").all()):
            assert control.bounding_box()["height"] >= 48
