"""The staff page for everybody who works here: every language, text of any size, a screen reader, no network."""

import json
import re
import time

import pytest

from kiosk import protocol
from kiosk.staff import Role, accounts
from kiosk.staff.web.texts import LANGUAGES, texts
from tests.kiosk.staff.axe import check_accessible
from tests.kiosk.staff.browser import phone, sign_in
from tests.kiosk.staff.fake_engine import FakeEngine
from tests.kiosk.staff.serving import staff_page
from tests.kiosk.staff.test_phone import card, wait_for

pytestmark = pytest.mark.whole

TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && !node.closest("svg, .aside") && (box.right > innerWidth + 1 || box.left < -1);
}).map((node) => node.outerHTML.slice(0, 120))"""
CUT = """() => [...document.querySelectorAll("button, .tag, h1, h2, h3, .place")].filter(
    (node) => node.offsetParent && (node.scrollWidth > node.clientWidth + 1) && !node.closest(".me")
).map((node) => node.outerHTML.slice(0, 120))"""
BROKEN = """() => [...document.querySelectorAll("button span, .tag, h1, h2, h3, .waited, .live")].flatMap((node) => {
    const text = node.firstChild;
    if (text?.nodeType !== Node.TEXT_NODE || !node.checkVisibility() || node.closest(".aside")) return [];
    return [...text.data.matchAll(/[^\\s-]+/g)].filter((word) => {
        if (word[0].length > 11) return false;
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    }).map((word) => word[0]);
})"""
SMALL = """() => [...document.querySelectorAll("button, a, summary, select, label.check")].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.width < 48 || box.height < 48);
}).map((node) => node.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("staff")
    accounts.add(folder, "Sam", pin="380214", role=Role.LEAD)
    accounts.add(folder, "Bartholomäus-Maximilian", pin="380214", departments=["produce", "health-beauty"])
    return folder


@pytest.fixture(scope="module")
def engine(folder):
    engine = FakeEngine(folder / "engine.sock").start()
    engine.health = [protocol.PartHealth(name="printer", state="down", detail="There is no paper left.")]
    engine.call("s1", reason="locked_case", department="hardware", sku="100", words="Drill please", said="Aisle 11.")
    held = engine.call("s2", reason="medicine", language="ar", words="أين الدواء؟", department="health-beauty")
    engine.step(held.id, "claim", "Sam")
    engine.do(lambda: engine.store.tell(held.id, "Sam", held.created_at, code="two_minutes"))
    engine.step(engine.call("s3", reason="checkout").id, "claim", "Bartholomäus-Maximilian")
    engine.call("s4", reason="injury", words="My mother fell")
    yield engine
    engine.stop()


@pytest.fixture(scope="module")
def url(engine, folder):
    with staff_page(folder) as url:
        while not engine.connections:
            time.sleep(0.01)
        engine.cancel(engine.call("s5", reason="stock"))
        yield url


def sheets(page):
    """The page itself, then each of its sheets."""
    page.locator(".card .steps").first.wait_for()
    page.locator(".card .map").first.wait_for()
    page.locator("#closed details").evaluate("node => { node.open = true; }")
    yield "page"
    for opener in (".map", "[data-step=message]", "[data-step=more]", "#account"):
        page.locator(f"{opener}:not([aria-disabled])").first.evaluate("node => node.click()")
        page.get_by_role("dialog").wait_for()
        page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
        yield opener
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")


@pytest.mark.parametrize("dark", [False, True])
def test_accessible_in_every_state(url, dark):
    with phone(url, dark=dark) as page:
        sign_in(page, "Sam", "380214")
        for _ in sheets(page):
            check_accessible(page)


def test_accessible_when_not_live_and_when_all_is_quiet(tmp_path):
    accounts.add(tmp_path, "Sam", pin="380214")
    engine = FakeEngine(tmp_path / "engine.sock").start()
    with staff_page(tmp_path) as url, phone(url) as page:
        sign_in(page, "Sam", "380214")
        page.get_by_role("heading", name="All quiet").wait_for()
        check_accessible(page)
        engine.stop()
        page.get_by_text("Not live", exact=True).wait_for()
        check_accessible(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_at_any_size_of_text(url, language):
    with phone(url, width=360, height=640) as page:
        sign_in(page, "Sam", "380214")
        page.goto(f"{url}?lang={language}")
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("html").get_attribute("dir") == texts(language).direction
        for size in ("100%", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
            for name in sheets(page):
                assert page.evaluate(TOO_WIDE) == [], (size, name)
                assert page.evaluate(CUT) == [], (size, name)
                assert page.evaluate(SMALL) == [], (size, name)
                assert page.evaluate(BROKEN) == [], (size, name)
                assert not re.search(r"\bboard\.[a-z_.]+|\{[a-z_]+\}|undefined|NaN", page.inner_text("body"))


def test_a_phone_on_its_side(url):
    with phone(url, width=740, height=360) as page:
        sign_in(page, "Sam", "380214")
        for name in sheets(page):
            assert page.evaluate(TOO_WIDE) == [], name


def test_still_for_who_asked_for_less_motion(url, engine):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        page.emulate_media(reduced_motion="reduce")
        page.get_by_role("button", name="Sam, your account").tap()
        page.get_by_role("dialog").wait_for()
        assert page.evaluate("document.getAnimations().length") == 0


def test_a_screen_reader_is_told_of_new_calls_together(url, engine):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        card(page, engine.do(engine.store.open_pages)[0]).wait_for()
        page.evaluate(
            """() => { globalThis.told = []; new MutationObserver(() => {
                const said = document.getElementById("said").textContent;
                if (said) told.push(said);
            }).observe(document.getElementById("said"), { childList: true }); }"""
        )
        made = [engine.call(f"n{number}", kiosk=f"Kiosk {number}", reason="help") for number in range(6)]
        page.wait_for_function("() => /[56] new calls/.test(told.join(' '))")
        assert len(page.evaluate("told")) <= 3
        for call in made:
            engine.cancel(call)


def test_installed_it_opens_without_a_network_and_says_so(url, engine):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        kept = page.evaluate(
            """async () => (await Promise.all((await caches.keys()).map(async (name) =>
                (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)))).flat()"""
        )
        assert "/offline" in kept
        assert not [path for path in kept if path == "/" or path.startswith(("/calls", "/events", "/store"))]
        page.context.set_offline(True)
        page.goto(url)
        page.get_by_role("heading", name="No connection to the store").wait_for()
        assert "nothing you tap here is sent" in page.inner_text("body")
        assert page.evaluate("getComputedStyle(document.querySelector('.button')).minHeight") == "56px"
        check_accessible(page)
        page.context.set_offline(False)
        page.get_by_role("button", name="Try again").tap()
        page.get_by_text("Live", exact=True).wait_for()


def test_a_browser_finds_all_that_makes_it_installable(url):
    with phone(url) as page:
        sign_in(page, "Sam", "380214")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        session = page.context.new_cdp_session(page)
        manifest = session.send("Page.getAppManifest")
        assert manifest["errors"] == []
        told = json.loads(manifest["data"])
        assert (told["display"], told["start_url"], told["name"]) == ("standalone", "/", "Aislewise staff calls")
        errors = {error["errorId"] for error in session.send("Page.getInstallabilityErrors")["installabilityErrors"]}
        assert errors <= {"in-incognito"}, "every window of a test is one that keeps nothing"


def test_in_the_background_a_call_is_a_notification_that_goes_with_it(url, engine):
    with phone(url) as page:
        page.context.grant_permissions(["notifications"])
        page.add_init_script(
            """Object.defineProperty(document, "hidden", { get: () => globalThis.away ?? false });
            globalThis.badges = []; navigator.setAppBadge = async (count) => { badges.push(count); };"""
        )
        sign_in(page, "Sam", "380214")
        page.evaluate("navigator.serviceWorker.ready.then(() => { globalThis.away = true; })")
        shown = """async (id) => (await (await navigator.serviceWorker.ready).getNotifications({ tag: id }))
            .map((note) => note.title)"""
        call = engine.call("s9", reason="lost_child", place="Toys", kiosk="Kiosk 9")
        card(page, call).wait_for()
        wait_for(page, lambda: page.evaluate(shown, call.id), ["Urgent: Lost child"])
        assert page.evaluate("badges.at(-1)") >= 1
        engine.step(call.id, "claim", "Bartholomäus-Maximilian")
        wait_for(page, lambda: page.evaluate(shown, call.id), [])
        engine.cancel(call)
