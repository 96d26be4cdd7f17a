"""The staff page on a phone: a real browser, a real process, a real page store."""

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.staff import State, accounts
from tests.kiosk.staff.browser import phone, sign_in
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import staff_page

pytestmark = pytest.mark.whole

HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><b>bold</b> {{7*7}} \u202eevil"


@pytest.fixture
def engine(tmp_path):
    accounts.add(tmp_path, "Sam", pin="380214")
    engine = FakeEngine(tmp_path / "engine.sock").start()
    yield engine
    engine.stop()


@pytest.fixture
def url(engine, tmp_path):
    with staff_page(tmp_path) as url:
        yield url


def card(page, call):
    return page.locator(f"[data-call='{call.id}']")


def wait_for(page, value, wanted):
    """Until a function gives what is wanted."""
    for _ in range(400):
        if value() == wanted:
            return
        page.wait_for_timeout(25)
    assert value() == wanted


def wait_for_state(page, engine, call, state):
    wait_for(page, lambda: engine.page(call).state, state)


def test_a_call_from_ring_to_done(engine, url):
    with phone(url) as page:
        sign_in(page, "sam", "380214")
        page.get_by_role("heading", name="All quiet").wait_for()
        call = engine.call(
            reason="locked_case", department="hardware", sku="100", words="Can you open the drill case?",
            said="It is in aisle 11.", language="es", now=datetime.now(UTC) - timedelta(seconds=64),
        )  # fmt: skip
        shown = card(page, call)
        shown.get_by_role("heading", name="Open a locked case").wait_for()
        text = shown.inner_text()
        for part in (
            "Kiosk 1 · Main entrance", "Cordless Drill, 18 V", "Aisle 11 · Bay 4 · Shelf 2", "3 in stock", "$79.99",
            "Can you open the drill case?", "It is in aisle 11.", "Speaks Spanish", "1:0",
        ):  # fmt: skip
            assert part in text
        assert page.title().startswith("(1) Calls")

        shown.get_by_role("button", name="I’ll take it").tap()
        shown.get_by_text("You took it").wait_for()
        wait_for_state(page, engine, call, State.CLAIMED)
        assert engine.page(call).claimed_by == "Sam"
        shown.get_by_role("button", name="I’m on my way").tap()
        shown.get_by_text("You are on your way").wait_for()
        wait_for_state(page, engine, call, State.COMING)
        shown.get_by_role("button", name="Done").tap()
        page.get_by_role("heading", name="All quiet").wait_for()
        wait_for_state(page, engine, call, State.RESOLVED)
        page.get_by_text("Just closed").tap()
        page.get_by_text("Done by you").wait_for()


def test_handing_back_and_calls_taken_by_colleagues(engine, url):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        call = engine.call()
        shown = card(page, call)
        shown.get_by_role("button", name="I’ll take it").tap()
        shown.get_by_role("button", name="More").tap()
        page.get_by_role("button", name="Hand back").tap()
        shown.get_by_role("button", name="I’ll take it").wait_for()
        wait_for_state(page, engine, call, State.CALLED)
        engine.step(call.id, "claim", "Alex")
        shown.get_by_text("Alex took it").wait_for()
        assert shown.locator(".steps").count() == 0
        engine.step(call.id, "coming", "Alex")
        shown.get_by_text("Alex is on the way").wait_for()


def test_who_is_on_the_way_learns_that_the_shopper_called_it_off(engine, url):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        call = engine.call(reason="stock")
        card(page, call).get_by_role("button", name="I’ll take it").tap()
        card(page, call).get_by_text("You took it").wait_for()
        engine.cancel(call)
        page.get_by_role("alert").filter(has_text="Asks about stock, Kiosk 1 · Main entrance: help is no").wait_for()
        card(page, call).wait_for(state="detached")


def test_not_live_while_the_engine_is_away(engine, url):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        call = engine.call()
        button = card(page, call).get_by_role("button", name="I’ll take it")
        button.wait_for()
        engine.stop()
        page.get_by_role("alert").filter(has_text="the kiosk is not connected").wait_for()
        assert "Not live since " in page.locator("#not-live").inner_text()
        assert button.is_disabled()
        engine.start()
        page.get_by_text("Live", exact=True).wait_for()
        page.locator("#not-live").wait_for(state="hidden")
        button.tap()
        card(page, call).get_by_text("You took it").wait_for()


def test_not_live_while_the_staff_page_itself_is_away(engine, tmp_path):
    with ExitStack() as until_the_end:
        with staff_page(tmp_path) as url:
            port = int(url.rstrip("/").rpartition(":")[2])
            page = until_the_end.enter_context(phone(url))
            sign_in(page, "Sam", "380214")
        page.get_by_role("alert").filter(has_text="no connection to the store network").wait_for()
        until_the_end.enter_context(staff_page(tmp_path, port))
        page.get_by_text("Live", exact=True).wait_for()
        call = engine.call()
        card(page, call).wait_for()


def test_a_late_tap_reads_who_was_first(engine, url):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        call = engine.call()
        card(page, call).get_by_role("button", name="I’ll take it").wait_for()
        engine.do(lambda: engine.store.step(call.id, "claim", "Alex", datetime.now(UTC)))
        card(page, call).get_by_role("button", name="I’ll take it").tap()
        page.get_by_role("alert").filter(has_text="Alex was quicker.").wait_for()


def test_hostile_words_are_shown_as_words(engine, url):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        call = engine.call(words=HOSTILE, said=HOSTILE, kiosk="<i>k</i>", place="<s>p</s>")
        shown = card(page, call)
        shown.wait_for()
        assert "<b>bold</b> {{7*7}} evil" in shown.inner_text()
        assert "<i>k</i> · <s>p</s>" in shown.inner_text()
        assert shown.locator("img, b b, i, s, script").count() == 0
        assert "owned" not in page.title()


def test_sound_rings_after_it_was_allowed_and_again_when_nobody_comes(engine, url):
    with phone(url) as page:
        page.add_init_script(
            """globalThis.rung = [];
            navigator.vibrate = (pattern) => { rung.push(pattern.length); return true; };"""
        )
        sign_in(page, "Sam", "380214")
        engine.call("quiet")
        page.get_by_role("button", name="I’ll take it").wait_for()
        assert page.evaluate("rung") == []
        page.get_by_role("button", name="Turn on sound").tap()
        page.get_by_role("button", name="Sound on").wait_for()
        wait_for(page, lambda: page.evaluate("rung"), [3])
        engine.call("urgent", reason="injury")
        wait_for(page, lambda: page.evaluate("rung")[:2], [3, 5])
        engine.advance(datetime.now(UTC) + timedelta(seconds=100))
        page.get_by_text("Ringing again").first.wait_for()
        wait_for(page, lambda: page.evaluate("rung")[:3], [3, 5, 5])
        page.get_by_role("button", name="Sound on").tap()
        page.get_by_role("button", name="Turn on sound").wait_for()


def test_signing_out_on_the_phone_and_a_removed_account(engine, url, tmp_path):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        page.get_by_role("button", name="Sam, your account").tap()
        page.get_by_role("button", name="Sign out").tap()
        page.get_by_role("button", name="Sign in").wait_for()
        page.goto(url)
        assert page.url.endswith("/login")
        sign_in(page, "Sam", "380214")
        accounts.remove(tmp_path, "Sam")
        engine.call()
        page.get_by_role("button", name="Sign in").wait_for()


def test_everything_can_be_reached_with_one_thumb_and_is_named(engine, url):
    with phone(url, width=360, height=740) as page:
        sign_in(page, "Sam", "380214")
        call = engine.call(words="W" * 500, said="x" * 500, place="A very long name of a place " * 3, sku="100")
        card(page, call).get_by_role("button", name="I’ll take it").tap()
        card(page, call).get_by_role("button", name="More").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for button in page.get_by_role("button").all():
            if button.is_visible():
                box = button.bounding_box()
                assert box["height"] >= 48
                assert box["width"] >= 48
        assert card(page, call).get_attribute("aria-labelledby") == f"t-{call.id}"
        assert page.locator("[role=timer]").first.get_attribute("aria-label").startswith("Waiting ")
        assert page.locator("h1").count() == 1


def test_it_can_be_installed(url):
    with phone(url) as page:
        manifest = page.evaluate("fetch('/manifest.webmanifest').then((answer) => answer.json())")
        assert manifest["display"] == "standalone"
        sizes = page.evaluate(
            """Promise.all(%s.map(async (src) => {
                const image = new Image(); image.src = src; await image.decode();
                return image.naturalWidth; }))"""
            % [icon["src"] for icon in manifest["icons"] if icon["src"].endswith("png")]
        )
        assert sizes == [192, 512, 512]
